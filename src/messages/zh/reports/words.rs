//! Days and periods, as a Chinese bulletin writes them.

use chrono::{Datelike, NaiveDate};

use crate::messages::reports::is_of_year;
use crate::model::date::DateRange;
use crate::model::report::{Period, PeriodName, Scope};

pub(super) fn full(day: NaiveDate) -> String {
    format!("{}年{}月{}日", day.year(), day.month(), day.day())
}

/// A date without its year where that is the report's.
pub(super) fn short(day: NaiveDate, scope: &Scope) -> String {
    if is_of_year(day, scope) { month_day(day) } else { full(day) }
}

fn month_day(day: NaiveDate) -> String {
    format!("{}月{}日", day.month(), day.day())
}

/// From a first day to a last: without a year only where both are of the report's.
pub(super) fn days(range: DateRange, scope: &Scope) -> String {
    if is_of_year(range.start, scope) && is_of_year(range.end, scope) {
        format!("{}至{}", month_day(range.start), month_day(range.end))
    } else {
        days_with_year(range)
    }
}

fn days_with_year(DateRange { start, end }: DateRange) -> String {
    let end = if start.year() == end.year() { month_day(end) } else { full(end) };
    format!("{}至{end}", full(start))
}

/// What a period is called in a sentence.
pub(super) fn label(period: Period, scope: &Scope) -> String {
    let range = period.range;
    match period.name() {
        PeriodName::Days => days(range, scope),
        PeriodName::Day => short(range.start, scope),
        PeriodName::Year => format!("{}年", range.start.year()),
        _ if is_of_year(range.end, scope) => part_of_year(period),
        _ => label_with_year(period),
    }
}

/// What it is called where its year is written.
pub(super) fn label_with_year(period: Period) -> String {
    let range = period.range;
    let year = range.start.year();
    match period.name() {
        PeriodName::Days => days_with_year(range),
        PeriodName::Day => full(range.start),
        _ => format!("{year}年{}", part_of_year(period)),
    }
}

fn part_of_year(period: Period) -> String {
    match period.name() {
        PeriodName::Month(month) => format!("{month}月份"),
        PeriodName::Quarter(quarter) => {
            format!("第{}季度", ["一", "二", "三", "四"][(quarter as usize - 1).min(3)])
        }
        PeriodName::Half(1) => "上半年".to_owned(),
        PeriodName::Half(_) => "下半年".to_owned(),
        PeriodName::Year | PeriodName::Day | PeriodName::Days => String::new(),
    }
}

/// The end of a period: that of its month, or the day itself.
pub(super) fn end(period: Period, day: NaiveDate, scope: &Scope) -> String {
    match period.name() {
        PeriodName::Month(_) if is_of_year(day, scope) => format!("{}月底", day.month()),
        PeriodName::Month(_) => format!("{}年{}月底", day.year(), day.month()),
        _ => short(day, scope),
    }
}

pub(super) fn as_of(scope: &Scope) -> String {
    format!("截至{}", short(scope.day, scope))
}

/// How many there are; without a period, on which day.
pub(super) fn counted(count: usize, scope: &Scope) -> String {
    match scope.period {
        Some(_) => format!("{count}项"),
        None => format!("{}共{count}项", as_of(scope)),
    }
}
