//! What stands around rows and in drawings, in English.

use chrono::NaiveDate;

use super::English;
use super::terms::plural;
use crate::messages::screens::{Compared, Drawn, Glance, Listing, Remark, Screens};
use crate::messages::terms::{Label, Terms, if_any, if_some};
use crate::model::agenda::{Progress, Status};

impl Screens for English {
    fn listing(&self, listing: &Listing<'_>) -> String {
        match listing {
            Listing::Today { today, given: false } => format!("Today {}.", self.day(*today)),
            Listing::Today { today, given: true } => format!("Today {} (as given).", self.day(*today)),
            Listing::PlanEnded(end) => format!("The plan ended on {}.", self.day(*end)),
            Listing::Listed { shown, of } => format!("Shown: {shown} of {}.", plural(of, "activity")),
            Listing::TitledSo => "ids are wanted here; titled so:".into(),
            Listing::NewName { who, nearest } => {
                format!("the plan has no `{who}` yet; did you mean `{nearest}`?")
            }
            Listing::Meant { count } => format!("{} in all:", plural(count, "activity")),
            Listing::NothingMatches => "Nothing matches.".into(),
            Listing::OverdueHeading(count) => format!("Overdue: {count}"),
            Listing::SoonHeading { count, days, until } => {
                format!("Due within {} (by {until}): {count}", plural(&days, "day"))
            }
            Listing::OverdueCounts { total, overdue, soon } => {
                let within = |days| format!("within {}", plural(&days, "day"));
                let soon = if_any(*soon, |(days, count)| {
                    format!(", {count} due {}", days.map_or_else(|| "soon".into(), within))
                });
                format!("{}: {overdue} overdue{soon}.", plural(total, "activity"))
            }
            Listing::NothingOverdue => "Nothing is overdue.".into(),
            Listing::HowToRecord => "record what was done: plan done ID --on DAY".into(),
            Listing::PhaseHeading { id, title, words: "" } => format!("{id} {title}"),
            Listing::PhaseHeading { id, title, words } => format!("{id} {title} ({words})"),
            Listing::Line { file, line } => format!("{file} line {line}"),
            Listing::Inclusive => "done that day is on time".into(),
            Listing::MoveEntry(moved) => {
                let late = if moved.is_late() { self.label(Label::AskedLate) } else { "asked for in time" };
                let by = if_any(moved.by, |by| format!("; agreed by {by}"));
                let (from, to) = (self.deadline(moved.from), self.deadline(moved.to));
                let (on, shift, why) = (moved.on, self.shift(moved.days()), moved.why);
                format!("{on}: {from} -> {to}{shift}, {late}\n{why}{by}")
            }
            Listing::OtherAt(line) => format!("the other is on line {line}"),
            Listing::TookPlan { file, instead_of } => format!("took {file} (PLAN_FILE), not {instead_of}"),
            Listing::CheckSummary { file, problems, kinds, warnings } => {
                let kinds = if *kinds > 1 { format!(" of {kinds} kinds") } else { String::new() };
                format!("{file}: {}, {}{kinds}", plural(problems, "problem"), plural(warnings, "warning"))
            }
        }
    }

    fn glance(&self, glance: &Glance<'_>) -> String {
        match glance {
            Glance::Phase { id, title, progress } => {
                let (Progress { day, days, .. }, percent) = (progress, progress.percent());
                format!("{id} {title}: day {day} of {days}, {percent}% of its time gone.")
            }
            Glance::Bar => "#done !overdue .rest".into(),
            Glance::NoPhase => "without a phase".into(),
            Glance::NoGroup => "without a group".into(),
            Glance::First { shown } => format!("the first {shown}; all: plan overdue --soon"),
            Glance::Remark { what, ids, count } => {
                let (said, command, late) = match what {
                    Remark::Moved { late } => {
                        (format!("{} moved", plural(count, "deadline")), "plan report".to_owned(), *late)
                    }
                    Remark::WithoutEvidence => {
                        (format!("{count} done without evidence"), "plan report --todo".into(), 0)
                    }
                    Remark::Stale { days } => {
                        let command = format!("plan list --stale {days}");
                        (format!("{count} without a note for {days} days"), command, 0)
                    }
                };
                let more = if ids.len() < *count { format!(", …; all: {command}") } else { String::new() };
                let late = if_some(late, |late| format!("; {late} asked for late"));
                format!("{said} ({}{more}{late}).", ids.join(", "))
            }
        }
    }

    fn compared(&self, compared: &Compared<'_>) -> String {
        let or_none = |value: &Option<String>| value.clone().unwrap_or_else(|| "none".to_owned());
        match compared {
            Compared::OnlyIn { file, count } => format!("Only in {file} ({count})"),
            Compared::Marked(count) => format!("Marked otherwise ({count})"),
            Compared::Moved(count) => format!("Another deadline ({count})"),
            Compared::Reworded(count) => format!("Other words ({count})"),
            Compared::Change { what, from, to } => {
                format!("{}: {} → {}", self.noun(*what), or_none(from), or_none(to))
            }
            Compared::Same => "The two are the same.".into(),
            Compared::Neither => "Both record the same.".into(),
            Compared::Further { file, count } => format!(
                "{file} is further on: {} more, and nothing new in the other.",
                plural(count, "record")
            ),
            Compared::Both { files: [first, second], counts: [one, other] } => {
                format!("Each has something new: {first} {}, {second} {other}.", plural(one, "record"))
            }
        }
    }

    fn drawn(&self, drawn: &Drawn) -> String {
        match drawn {
            Drawn::Nothing => "There are no dates to draw.".into(),
            Drawn::Today => "v ".into(),
            Drawn::Original { late: false } => "x ".into(),
            Drawn::Original { late: true } => "X ".into(),
            Drawn::Deadline(Status::Done) => "+ ".into(),
            Drawn::Deadline(Status::DoneLate) => "~ ".into(),
            Drawn::Deadline(Status::Overdue) => "! ".into(),
            Drawn::Deadline(_) => "o ".into(),
            Drawn::Legend => {
                "o due   + done   ~ done late   ! overdue   x original deadline   X the same, moved only after it"
                    .into()
            }
            Drawn::Hidden(count) => format!(
                    "Not drawn: {count} that last as long as their phase or the plan and are not overdue, have no date, or are cancelled."
                ),
        }
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
}
