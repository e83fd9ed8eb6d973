//! English.

mod diagnostics;
mod messages;
mod report;

use chrono::{NaiveDate, Weekday};

use super::{
    ArgumentError, ChangeError, Compared, Confirmation, Drawn, FileError, Glance, Label, Listing, Messages,
};
use crate::model::agenda::{Counts, Stage, Status, WhyUndated};
use crate::model::date::{DateRange, Repair};
use crate::model::diagnostic::{Code, Warning};
use crate::model::plan::Due;
use crate::model::report::{Current, Line, Overview, Part};

pub(super) struct English;

impl Messages for English {
    fn label(&self, label: Label) -> &'static str {
        match label {
            Label::Id => "ID",
            Label::Status => "Status",
            Label::Due => "Due",
            Label::Words => "Words",
            Label::Owner => "Owner",
            Label::Title => "Title",
            Label::Starts => "Starts",
            Label::OriginalDue => "Originally due",
            Label::Moved => "Moved",
            Label::Group => "Group",
            Label::Phase => "Phase",
            Label::Leader => "Leader",
            Label::Support => "Support",
            Label::Content => "Content",
            Label::Requirements => "Requirements",
            Label::Remark => "Remark",
            Label::Question => "Open question",
            Label::Progress => "Notes",
            Label::Expected => "Expected",
            Label::Evidence => "Evidence",
            Label::Cancelled => "Cancelled",
            Label::Done => "Done",
            Label::Verified => "Verified",
            Label::Hint => "hint",
        }
    }

    fn weekday(&self, weekday: Weekday) -> &'static str {
        match weekday {
            Weekday::Mon => "Mon",
            Weekday::Tue => "Tue",
            Weekday::Wed => "Wed",
            Weekday::Thu => "Thu",
            Weekday::Fri => "Fri",
            Weekday::Sat => "Sat",
            Weekday::Sun => "Sun",
        }
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

    fn was(&self, original: &Due<'_>, late: bool) -> String {
        let late = if late { "late, " } else { "" };
        match (original.day, &original.words) {
            (Some(day), _) => format!("{late}was {day}"),
            (None, Some(words)) => format!("{late}was {words}"),
            (None, None) => "was without a date".into(),
        }
    }

    fn summary(&self, counts: &Counts, soon: u32) -> String {
        let mut kinds = Vec::new();
        for (count, name) in other(counts) {
            push(&mut kinds, count, name);
        }
        let mut parts = parts(counts, soon);
        if !kinds.is_empty() {
            parts.push(format!("{} other ({})", rest(counts), kinds.join(", ")));
        }
        format!("{}: {}.", plural(counts.total, "activity"), parts.join(", "))
    }

    fn brief(&self, counts: &Counts, soon: u32) -> String {
        let mut parts = parts(counts, soon);
        push(&mut parts, rest(counts), "other");
        format!("{}: {}.", plural(counts.total, "activity"), parts.join(", "))
    }

    fn glance(&self, glance: &Glance<'_>) -> String {
        messages::glance(glance)
    }

    fn compared(&self, compared: &Compared<'_>) -> String {
        messages::compared(self, compared)
    }

    fn drawn(&self, drawn: &Drawn) -> String {
        messages::drawn(*drawn)
    }

    fn year(&self, year: i32) -> String {
        year.to_string()
    }

    fn month(&self, month: u32) -> String {
        let first = NaiveDate::from_ymd_opt(2000, month, 1).unwrap_or_default();
        first.format("%b").to_string()
    }

    fn third(&self, third: usize) -> &'static str {
        ["e ", "m ", "l "][third.min(2)]
    }

    fn listing(&self, listing: &Listing<'_>) -> String {
        messages::listing(self, listing)
    }

    fn confirmation(&self, confirmation: &Confirmation<'_>) -> String {
        messages::confirmation(self, confirmation)
    }

    fn argument_error(&self, refusal: &ArgumentError<'_>) -> String {
        messages::argument_error(self, refusal)
    }

    fn change_error(&self, objection: &ChangeError<'_>) -> String {
        messages::change_error(self, objection)
    }

    fn file_error(&self, trouble: &FileError<'_>) -> String {
        messages::file_error(trouble)
    }

    fn diagnostic(&self, code: &Code<'_>) -> String {
        diagnostics::diagnostic(self, code)
    }

    fn hint(&self, code: &Code<'_>) -> Option<String> {
        diagnostics::hint(code)
    }

    fn class(&self, warning: &Warning<'_>, count: usize) -> String {
        format!("{} ({count})", diagnostics::class(warning))
    }

    fn report_title(&self, title: &str) -> String {
        title.to_owned()
    }

    fn report_day(&self, day: NaiveDate, period: Option<DateRange>) -> String {
        report::day(day, period)
    }

    fn overview(&self, overview: &Overview) -> String {
        report::overview(overview)
    }

    fn current_phase(&self, current: &Current<'_>) -> String {
        report::current_phase(current)
    }

    fn part(&self, part: Part, _at: usize, count: usize) -> String {
        report::part(self, part, count)
    }

    fn report_line(&self, line: &Line<'_>) -> String {
        report::line(line)
    }

    fn bullet(&self, _at: usize) -> String {
        "- ".to_owned()
    }

    fn full_date(&self, day: NaiveDate) -> String {
        report::full(day)
    }

    fn aside(&self, text: &str, aside: &str) -> String {
        format!("{text} ({aside})")
    }

    fn repair(&self, repair: Repair) -> &'static str {
        match repair {
            Repair::DayWord => "日 is missing",
            Repair::DayBeforeFestival => "the day before",
            Repair::RoughStart | Repair::RoughDay => "the start is rough",
            Repair::StartYear => "the year of the start follows from that of the end",
            Repair::NextYear => "ends in the next year",
        }
    }

    fn comma(&self) -> &'static str {
        ", "
    }

    fn gap(&self) -> &'static str {
        " "
    }

    fn template(&self) -> &'static str {
        include_str!("template.toml")
    }
}

fn parts(counts: &Counts, soon: u32) -> Vec<String> {
    let mut parts = vec![done(counts)];
    parts.push(format!("{} overdue", counts.overdue));
    push(&mut parts, counts.due_today, "due today");
    parts.push(format!("{} due in {}", counts.due_soon, plural(soon as usize, "day")));
    push(&mut parts, counts.cancelled, "cancelled");
    parts
}

fn other(counts: &Counts) -> [(usize, &'static str); 5] {
    [
        (counts.under_way, "under way"),
        (counts.not_yet_due, "open"),
        (counts.not_started, "not started"),
        (counts.to_settle, "to settle"),
        (counts.no_date, "no date"),
    ]
}

fn rest(counts: &Counts) -> usize {
    other(counts).iter().map(|(count, _)| count).sum()
}

fn done(counts: &Counts) -> String {
    let mut asides = Vec::new();
    push(&mut asides, counts.done_late, "late");
    push(&mut asides, counts.verified, "verified");
    let done = format!("{} done", counts.done + counts.done_late);
    if asides.is_empty() { done } else { format!("{done} ({})", asides.join(", ")) }
}

fn push(parts: &mut Vec<String>, count: usize, name: &str) {
    if count > 0 {
        parts.push(format!("{count} {name}"));
    }
}

/// Returns `1 day`, `2 days`, `3 activities`.
fn plural(count: usize, noun: &str) -> String {
    match (count, noun.strip_suffix('y').filter(|stem| !stem.ends_with('a'))) {
        (1, _) => format!("1 {noun}"),
        (_, Some(stem)) => format!("{count} {stem}ies"),
        (_, None) => format!("{count} {noun}s"),
    }
}
