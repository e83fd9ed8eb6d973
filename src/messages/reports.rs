//! A report in full sentences.

use chrono::NaiveDate;

use crate::model::agenda::{Item, Status};
use crate::model::date::DateRange;
use crate::model::report::{Bulletin, CurrentPhase, Line, Part};

pub trait Reports {
    fn report_title(&self, title: &str) -> String;
    /// The day of a report, and the period it is about.
    fn report_day(&self, day: NaiveDate, period: Option<DateRange>) -> String;
    /// The whole in figures.
    fn overview(&self, bulletin: &Bulletin<'_, '_>) -> String;
    /// A phase that `day`, the day of the report, lies in.
    fn current_phase(&self, current: &CurrentPhase<'_>, day: NaiveDate) -> String;
    /// The heading of the part that stands in place `at`, counted from 1, with `count` lines.
    fn part(&self, part: Part, at: usize, count: usize) -> String;
    /// A line; dates of the year of `day`, the day of the report, are written without it.
    fn report_line(&self, line: &Line<'_>, day: NaiveDate) -> String;
    /// What stands before line `at` of a part, counted from 1.
    fn bullet(&self, at: usize) -> String;
    /// A date as people write it in full: `2018年6月10日`, `10 June 2018`.
    fn full_date(&self, day: NaiveDate) -> String;
}

/// Returns the one of four words that says how the day on which something was done stands to its deadline.
pub(super) fn outcome(
    item: &Item<'_>,
    day: NaiveDate,
    [ahead, on_time, late, undated]: [&'static str; 4],
) -> &'static str {
    match item.due.day {
        None => undated,
        Some(due) if due > day => ahead,
        Some(_) if item.status == Status::DoneLate => late,
        Some(_) => on_time,
    }
}

/// Returns the counts that close an overview, with their names, where there is anything to count.
pub(super) fn closing<'a>(
    bulletin: &'a Bulletin<'_, '_>,
    names: [&'a str; 4],
) -> impl Iterator<Item = (&'a str, usize)> {
    let Bulletin { overdue_before, figures, counts, .. } = bulletin;
    let counts = [*overdue_before, figures.ahead, counts.verified, counts.cancelled];
    names.into_iter().zip(counts).filter(|(_, count)| *count > 0)
}

/// Returns a rate with one decimal, as in `66.7%`.
pub fn percent(per_mille: usize) -> String {
    format!("{}.{}%", per_mille / 10, per_mille % 10)
}

/// Returns a sentence that another one goes on from: without its own full stop.
pub(super) fn sentence(text: &str) -> &str {
    text.trim_end_matches(['。', '.', ' '])
}
