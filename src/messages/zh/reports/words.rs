//! Days, periods and what a bulletin is about, as a Chinese one writes them.

use chrono::{Datelike, NaiveDate};

use crate::messages::reports::is_of_year;
use crate::model::date::DateRange;
use crate::model::report::{Period, PeriodName, Scope};

/// What the title of a plan ends with, and that of a report on it does not.
const KINDS: [&str; 8] = ["实施方案", "工作方案", "任务分解表", "方案", "要点", "通知", "实施意见", "意见"];
/// What the name of an office that issues documents ends with.
const ISSUERS: [char; 8] = ['局', '委', '办', '府', '厅', '部', '院', '会'];

pub(super) fn full(day: NaiveDate) -> String {
    format!("{}年{}月{}日", day.year(), day.month(), day.day())
}

/// A date without its year where that is the report's.
pub(super) fn short(day: NaiveDate, scope: &Scope<'_>) -> String {
    if is_of_year(day, scope) { month_day(day) } else { full(day) }
}

fn month_day(day: NaiveDate) -> String {
    format!("{}月{}日", day.month(), day.day())
}

/// From a first day to a last: without a year only where both are of the report's.
pub(super) fn days(range: DateRange, scope: &Scope<'_>) -> String {
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
pub(super) fn label(period: Period, scope: &Scope<'_>) -> String {
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
pub(super) fn end(period: Period, day: NaiveDate, scope: &Scope<'_>) -> String {
    match period.name() {
        PeriodName::Month(_) if is_of_year(day, scope) => format!("{}月底", day.month()),
        PeriodName::Month(_) => format!("{}年{}月底", day.year(), day.month()),
        _ => short(day, scope),
    }
}

pub(super) fn as_of(scope: &Scope<'_>) -> String {
    format!("截至{}", short(scope.day, scope))
}

/// How many there are; without a period, on which day.
pub(super) fn counted(count: usize, scope: &Scope<'_>) -> String {
    match scope.period {
        Some(_) => format!("{count}项"),
        None => format!("{}共{count}项", as_of(scope)),
    }
}

/// Returns what a document is about: `关于X的实施方案` and `某局关于印发《X》的通知` are about X.
pub(super) fn name(title: &str) -> String {
    let kind = KINDS.iter().find_map(|kind| title.strip_suffix(kind));
    let name = kind.map_or(title, |name| name.trim_end_matches('的'));
    let is_issuer = |before: &str| before.is_empty() || before.ends_with(ISSUERS);
    let name = match name.split_once("关于") {
        Some((issuer, about)) if is_issuer(issuer) => format!("{issuer}{about}"),
        _ => name.to_owned(),
    };
    let quoted = ["印发", "转发"].iter().find_map(|verb| name.strip_prefix(verb));
    let name = quoted.filter(|name| name.starts_with('《')).map(str::to_owned).unwrap_or(name);
    if name.is_empty() { title.to_owned() } else { name }
}
