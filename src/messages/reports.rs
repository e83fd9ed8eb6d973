//! A report in full sentences.

use chrono::{Datelike, NaiveDate};

use crate::model::agenda::{Item, Status};
use crate::model::report::{Line, Part, Reminder, Scope, Summary};

/// A part of the page for one unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reminded {
    Overdue,
    Due,
    Moved,
}

/// What the plan itself lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lacking {
    Evidence,
    Owner,
    /// A note for so many days.
    News(u32),
}

pub trait Reports {
    fn report_title(&self, summary: &Summary<'_>) -> String;
    /// What stands directly below the title.
    fn report_subtitle(&self, summary: &Summary<'_>) -> Option<String>;
    fn addressee(&self, to: &str) -> String;
    /// The sentence before the first part.
    fn report_opening(&self, summary: &Summary<'_>) -> Option<String>;
    /// The whole in figures, a paragraph each.
    fn overview(&self, summary: &Summary<'_>) -> Vec<String>;
    /// The heading of the part that stands in place `at`, counted from 1, with `count` lines.
    fn part(&self, part: Part, at: usize, count: usize, scope: &Scope<'_>) -> String;
    /// What stands in place of the lines of a part that has none.
    fn none(&self) -> &'static str;
    fn report_line(&self, line: &Line<'_>, scope: &Scope<'_>) -> String;
    /// What is said below the lines of a part.
    fn report_remark(&self, part: Part) -> Option<&'static str>;
    /// What stands before line `at` of a part, counted from 1.
    fn bullet(&self, at: usize) -> String;
    /// A date as people write it in full: `2018年6月10日`, `10 June 2018`.
    fn full_date(&self, day: NaiveDate) -> String;
    /// That a report stands in a file now.
    fn written_into(&self, file: &str) -> String;
    fn reminder_title(&self, reminder: &Reminder<'_>) -> String;
    fn reminder_subtitle(&self, reminder: &Reminder<'_>) -> Option<String>;
    fn reminder_part(&self, part: Reminded, count: usize, reminder: &Reminder<'_>) -> String;
    fn nothing_to_remind(&self, reminder: &Reminder<'_>) -> String;
    fn todo_title(&self, title: &str, owner: Option<&str>, day: NaiveDate) -> String;
    /// The heading over so many that lack it.
    fn lacking(&self, lacking: Lacking, count: usize) -> String;
    fn nothing_lacking(&self) -> &'static str;
}

/// Returns a rate of a thousand with one decimal where it has one: `66.7%`, `25%`.
pub fn percent(per_mille: usize) -> String {
    match per_mille % 10 {
        0 => format!("{}%", per_mille / 10),
        tenth => format!("{}.{tenth}%", per_mille / 10),
    }
}

/// Returns a sentence that another one goes on from: without its own full stop.
pub(super) fn sentence(text: &str) -> &str {
    text.trim_end_matches(['。', '.', ' ', '；', ';'])
}

/// Whether a date of this day is written without its year in a report of `scope`.
pub(super) fn is_of_year(day: NaiveDate, scope: &Scope<'_>) -> bool {
    day.year() == scope.day.year()
}

/// How what was unfinished on a day stands to its deadlines.
pub(super) enum Lateness {
    /// It was due that very day.
    None,
    Days(i64),
    /// Moved after it had expired, and by the new deadline so many days late, by the one that counts more.
    Both {
        days: i64,
        counted: i64,
    },
    /// Moved after it had expired, to a day that is not over.
    Counted {
        days: i64,
    },
}

/// Returns how late something is, or was done, on `day`.
pub(super) fn lateness(item: &Item<'_>, day: NaiveDate) -> Lateness {
    let late = |due: Option<NaiveDate>| due.map_or(0, |due| (day - due).num_days());
    match (late(item.agreed), late(item.due.day)) {
        _ if item.status == Status::Done => Lateness::None,
        (..=0, _) => Lateness::None,
        (counted, _) if !was_left_behind(item) => Lateness::Days(counted),
        (counted, days @ 1..) => Lateness::Both { days, counted },
        (counted, _) => Lateness::Counted { days: counted },
    }
}

/// Whether another deadline stands than the one that counts, agreed after that had passed.
pub(super) fn was_left_behind(item: &Item<'_>) -> bool {
    item.was_moved_late() && item.agreed != item.due.day
}

/// Returns the day on which it came into the plan, where its deadline had passed by then.
pub(super) fn added_after_deadline(item: &Item<'_>) -> Option<NaiveDate> {
    item.added.filter(|added| item.agreed.is_some_and(|agreed| agreed < *added))
}

/// Whether somebody has to be named who answers for it: not where all of the report is one unit's, and it does alone.
pub(super) fn names_owners(item: &Item<'_>, scope: &Scope<'_>) -> bool {
    !scope.one_unit || item.owners().count() > 1
}
