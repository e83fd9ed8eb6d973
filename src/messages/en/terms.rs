//! The terms of the house, in English.

use chrono::Weekday;

use super::English;
use crate::messages::terms::{Label, Tally, Terms};
use crate::model::agenda::{Stage, Status, WhyUndated};
use crate::model::date::DateRange;
use crate::model::key::ActivityKey;
use crate::model::language::Language;
use crate::model::plan::{Due, Note};

impl Terms for English {
    fn language(&self) -> Language {
        Language::En
    }

    fn key(&self, key: ActivityKey) -> &'static str {
        match key {
            ActivityKey::Id => "ID",
            ActivityKey::Title => "Title",
            ActivityKey::Due => "Due",
            ActivityKey::Start => "Starts",
            ActivityKey::Period => "Period",
            ActivityKey::Words => "Words",
            ActivityKey::Question => "Open question",
            ActivityKey::Moved => "Moved",
            ActivityKey::Phase => "Phase",
            ActivityKey::Group => "Group",
            ActivityKey::Leader => "Leader",
            ActivityKey::Owner => "Owner",
            ActivityKey::Support => "Support",
            ActivityKey::Content => "Content",
            ActivityKey::Requirements => "Requirements",
            ActivityKey::Remark => "Remark",
            ActivityKey::Notes => "Notes",
            ActivityKey::Expected => "Expected",
            ActivityKey::Progress => "Progress",
            ActivityKey::Evidence => "Evidence",
            ActivityKey::Added => "Added",
            ActivityKey::Cancelled => "Cancelled",
            ActivityKey::CancelledWhy => "Reason",
            ActivityKey::CancelledBy => "Cancelled by",
            ActivityKey::Done => "Done",
            ActivityKey::Verified => "Accepted",
            ActivityKey::VerifiedBy => "Accepted by",
        }
    }

    fn label(&self, label: Label) -> &'static str {
        match label {
            Label::Status => "Status",
            Label::OriginalDue => "Originally due",
            Label::CountsOn => "Counts on",
            Label::AskedLate => "asked for late",
            Label::Hint => "hint",
        }
    }

    fn weekday(&self, weekday: Weekday) -> &'static str {
        let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
        names[weekday.num_days_from_monday() as usize]
    }

    fn status(&self, status: Status, days: Option<i64>) -> String {
        let days = days.unwrap_or_default();
        match status {
            Status::Done => "done".into(),
            Status::DoneLate => "done late".into(),
            Status::Overdue => format!("overdue {}d", -days),
            Status::DueToday => "due today".into(),
            Status::DueSoon => format!("due in {days}d"),
            Status::Open(Stage::NotStarted) => "not started".into(),
            Status::Open(Stage::UnderWay) => "under way".into(),
            Status::Open(Stage::NotYetDue) => "open".into(),
            Status::Undated(WhyUndated::NoDate) => "no date".into(),
            Status::Undated(WhyUndated::ToSettle) => "to settle".into(),
            Status::Cancelled => "cancelled".into(),
        }
    }

    fn counted_as(&self, _: Status) -> Option<&'static str> {
        None
    }

    fn was(&self, original: &Due<'_>, late: bool) -> String {
        let late = if late { "late, " } else { "" };
        match (original.day, &original.words) {
            (Some(day), _) => format!("{late}was {day}"),
            (None, Some(words)) => format!("{late}was {words}"),
            (None, None) => "was without a date".into(),
        }
    }

    fn range(&self, range: DateRange) -> String {
        format!("{} to {}", range.start, range.end)
    }

    fn tally(&self, tally: Tally, count: usize) -> String {
        let name = match tally {
            Tally::Done => "done".into(),
            Tally::Late => "late".into(),
            Tally::Verified => "accepted".into(),
            Tally::Overdue => "overdue".into(),
            Tally::Soon { days } => {
                days.map_or_else(|| "due soon".into(), |days| format!("due in {}", plural(&days, "day")))
            }
            Tally::Other => "other".into(),
            Tally::Status(status) => self.status(status, None),
        };
        format!("{count} {name}")
    }

    fn total(&self, total: usize, tallies: &str) -> String {
        format!("{}: {tallies}.", plural(&total, "activity"))
    }

    fn pause(&self) -> &'static str {
        ", "
    }

    fn note(&self, Note { text, why, .. }: &Note<'_>) -> String {
        let why = why.as_ref().map(|why| format!("reason: {why}"));
        text.as_deref().map(str::to_owned).into_iter().chain(why).collect::<Vec<_>>().join("; ")
    }

    fn aside(&self, text: &str, aside: &str) -> String {
        format!("{text} ({aside})")
    }

    fn comma(&self) -> &'static str {
        ", "
    }

    fn gap(&self) -> &'static str {
        " "
    }

    fn shift(&self, days: Option<i64>) -> String {
        match days {
            Some(0) | None => String::new(),
            Some(days) if days > 0 => format!(", {} later", plural(&days, "day")),
            Some(days) => format!(", {} earlier", plural(&-days, "day")),
        }
    }
}

/// Returns `1 day`, `2 days`, `3 activities`.
pub(super) fn plural(count: &impl ToString, noun: &str) -> String {
    let count = count.to_string();
    match noun.strip_suffix('y').filter(|stem| !stem.ends_with('a')) {
        _ if count == "1" => format!("1 {noun}"),
        Some(stem) => format!("{count} {stem}ies"),
        None => format!("{count} {noun}s"),
    }
}
