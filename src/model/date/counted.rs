//! What counts from today, and the day or the unit of the calendar that it is.

use super::range::DateRange;
use super::unclear::Unclear;
use chrono::{Datelike, Days, NaiveDate, Weekday};

/// On which side of today lies what is named without its week or month: 周五, 25日.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    Past,
    ToCome,
}

/// What words count from today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counted {
    /// So many days after today.
    Day(i64),
    /// 3天后: the same, where nothing else is said.
    Ago(i64),
    /// The week so many weeks after this one; weeks begin on Monday.
    Week(i64),
    WeekDay(i64, Weekday),
    Month(i32),
    /// 月底 of this month.
    MonthEnd,
    Quarter(i32),
    Year(i32),
    /// 周五: the last or the next one.
    Nearest(Weekday),
    /// `last Friday`, `this Friday`, `next Friday`: the nearest one, or that of the week.
    Last(Weekday),
    This(Weekday),
    Next(Weekday),
    /// 25日: the last or the next one.
    DayOfMonth(u32),
}

/// A day or a unit of the calendar with its year, to be written out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    Day(NaiveDate),
    Days(DateRange),
    DayOfMonth { year: i32, month: u32, day: u32 },
    Month { year: i32, month: u32 },
    MonthEnd { year: i32, month: u32 },
    Quarter { year: i32, quarter: u32 },
    Year(i32),
}

impl Counted {
    /// Returns what is meant on `today`.
    pub fn on(self, today: NaiveDate, side: Side) -> Result<Unit, Unclear> {
        let monday = || after(today, -i64::from(today.weekday().num_days_from_monday()));
        let of_week = |weeks: i64, weekday: Weekday| {
            after(monday()?, 7 * weeks + i64::from(weekday.num_days_from_monday()))
        };
        Ok(match self {
            Counted::Day(days) | Counted::Ago(days) => Unit::Day(after(today, days)?),
            Counted::Week(weeks) => Unit::Days(DateRange {
                start: of_week(weeks, Weekday::Mon)?,
                end: of_week(weeks, Weekday::Sun)?,
            }),
            Counted::WeekDay(weeks, weekday) => Unit::Day(of_week(weeks, weekday)?),
            Counted::Nearest(weekday) => Unit::Day(nearest(weekday, today, side)?),
            Counted::Last(weekday) => {
                let nearest = after(today, -days_back(weekday, today))?;
                let day_of_this_week = nearest >= monday()?;
                Unit::Day(if day_of_this_week { one_of([after(nearest, -7)?, nearest])? } else { nearest })
            }
            Counted::This(weekday) => Unit::Day(match (of_week(0, weekday)?, side) {
                (day, Side::Past) if day > today => one_of([after(day, -7)?, day])?,
                (day, Side::ToCome) if day < today => one_of([day, after(day, 7)?])?,
                (day, _) => day,
            }),
            Counted::Next(weekday) => {
                let nearest = after(today, 7 - i64::from(today.weekday().days_since(weekday)))?;
                Unit::Day(one_of([nearest, after(nearest, 7)?])?)
            }
            Counted::DayOfMonth(day) => {
                let step = match side {
                    Side::Past if today.day() < day => -1,
                    Side::ToCome if day < today.day() => 1,
                    _ => 0,
                };
                let (year, month) = months_after(today, step);
                Unit::DayOfMonth { year, month, day }
            }
            Counted::Month(months) => {
                let (year, month) = months_after(today, months);
                Unit::Month { year, month }
            }
            Counted::MonthEnd => Unit::MonthEnd { year: today.year(), month: today.month() },
            Counted::Quarter(quarters) => {
                let (year, month) = months_after(today, 3 * quarters);
                Unit::Quarter { year, quarter: month.div_ceil(3) }
            }
            Counted::Year(years) => Unit::Year(today.year().saturating_add(years)),
        })
    }
}

/// The last or the next such weekday. On the day itself it could be today, or a week off.
fn nearest(weekday: Weekday, today: NaiveDate, side: Side) -> Result<NaiveDate, Unclear> {
    let back = days_back(weekday, today);
    match side {
        Side::Past if back == 7 => one_of([after(today, -7)?, today]),
        Side::ToCome if back == 7 => one_of([today, after(today, 7)?]),
        Side::Past => after(today, -back),
        Side::ToCome => after(today, 7 - back),
    }
}

/// How many days before today the last such weekday was: one to seven.
fn days_back(weekday: Weekday, today: NaiveDate) -> i64 {
    match today.weekday().days_since(weekday) {
        0 => 7,
        days => days.into(),
    }
}

fn one_of<T>(days: [NaiveDate; 2]) -> Result<T, Unclear> {
    Err(Unclear::several(days))
}

fn after(day: NaiveDate, days: i64) -> Result<NaiveDate, Unclear> {
    let count = Days::new(days.unsigned_abs());
    let moved = if days < 0 { day.checked_sub_days(count) } else { day.checked_add_days(count) };
    moved.ok_or(Unclear::Impossible)
}

/// The year and the number of the month so many months after that of `day`.
fn months_after(day: NaiveDate, months: i32) -> (i32, u32) {
    let month = day.month0().cast_signed() + months;
    (day.year().saturating_add(month.div_euclid(12)), month.rem_euclid(12).cast_unsigned() + 1)
}
