//! Days and periods, as an English report writes them.

use chrono::{Datelike, NaiveDate};

use crate::messages::reports::is_of_year;
use crate::model::date::DateRange;
use crate::model::report::{Period, PeriodName, Scope};

pub(super) fn full(day: NaiveDate) -> String {
    format!("{} {}", day_month(day), day.year())
}

/// A date without its year where that is the report's.
pub(super) fn short(day: NaiveDate, scope: &Scope<'_>) -> String {
    if is_of_year(day, scope) { day_month(day) } else { full(day) }
}

fn day_month(day: NaiveDate) -> String {
    format!("{} {}", day.day(), day.format("%B"))
}

/// From a first day to a last: without a year only where both are of the report's.
pub(super) fn days(range: DateRange, scope: &Scope<'_>) -> String {
    if is_of_year(range.start, scope) && is_of_year(range.end, scope) {
        format!("{} to {}", day_month(range.start), day_month(range.end))
    } else {
        days_with_year(range)
    }
}

fn days_with_year(DateRange { start, end }: DateRange) -> String {
    let start = if start.year() == end.year() { day_month(start) } else { full(start) };
    format!("{start} to {}", full(end))
}

/// When something was that was in a period.
pub(super) fn during(period: Period, scope: &Scope<'_>) -> String {
    let range = period.range;
    match period.name() {
        PeriodName::Days => format!("from {}", days(range, scope)),
        PeriodName::Day => format!("on {}", short(range.start, scope)),
        _ if !is_of_year(range.end, scope) => format!("in {}", label_with_year(period)),
        PeriodName::Month(_) => format!("in {}", range.start.format("%B")),
        PeriodName::Quarter(quarter) => format!("in Q{quarter}"),
        PeriodName::Half(half) => format!("in the {} half of the year", ordinal(half)),
        PeriodName::Year => format!("in {}", range.start.year()),
    }
}

/// What a period is called where its year is written.
pub(super) fn label_with_year(period: Period) -> String {
    let range = period.range;
    let year = range.start.year();
    match period.name() {
        PeriodName::Month(_) => format!("{} {year}", range.start.format("%B")),
        PeriodName::Quarter(quarter) => format!("Q{quarter} {year}"),
        PeriodName::Half(half) => format!("the {} half of {year}", ordinal(half)),
        PeriodName::Year => year.to_string(),
        PeriodName::Day => full(range.start),
        PeriodName::Days => days_with_year(range),
    }
}

fn ordinal(half: u32) -> &'static str {
    if half == 1 { "first" } else { "second" }
}

/// At the end of a period: of its month, or on the day itself.
pub(super) fn at_end(period: Period, day: NaiveDate, scope: &Scope<'_>) -> String {
    match period.name() {
        PeriodName::Month(_) if is_of_year(day, scope) => format!("at the end of {}", day.format("%B")),
        PeriodName::Month(_) => format!("at the end of {} {}", day.format("%B"), day.year()),
        _ => format!("on {}", short(day, scope)),
    }
}

pub(super) fn as_of(scope: &Scope<'_>) -> String {
    format!("as of {}", short(scope.day, scope))
}

/// How many there are; without a period, on which day.
pub(super) fn counted(count: usize, scope: &Scope<'_>) -> String {
    match scope.period {
        Some(_) => count.to_string(),
        None => format!("{count}, {}", as_of(scope)),
    }
}

/// Returns `1 was`, `2 were`.
pub(super) fn were(count: usize) -> String {
    if count == 1 { "1 was".to_owned() } else { format!("{count} were") }
}
