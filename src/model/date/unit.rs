//! A stretch of the calendar that words can name: a day, a 旬, a month, a quarter, a year, or an edge of one.

use chrono::{Datelike, Days, Months, NaiveDate};

use super::{DateRange, Hint, Unclear};

/// The year of a unit, as far as the words give it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Year {
    /// Written out.
    Written(i32),
    /// So many years after the plan's own: 今年 0, 次年 1.
    Relative(i32),
    /// Not said.
    Unsaid,
}

/// What is named, within a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stretch {
    /// A day of a month.
    Day { month: u32, day: u32 },
    /// The tens of a month (旬), from the first to the last of them, 0 to 2. GB usage: 1–10, 11–20, 21–end.
    Tens { month: u32, first: u32, last: u32 },
    /// A month.
    Month(u32),
    /// A quarter, 1 to 4.
    Quarter(u32),
    /// A half of the year, 1 or 2.
    Half(u32),
    /// The year.
    Year,
    /// A month of the project, counted from the plan's first day.
    ProjectMonth(u32),
}

/// Which part of the stretch is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Edge {
    /// All of it.
    Whole,
    /// Its last day: 底, 末.
    End,
    /// Its beginning, which as a deadline is no fixed day: 初.
    Start,
    /// Its middle, or somewhere in it: 5月中.
    Middle,
}

/// A stretch in its year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Unit {
    pub(super) year: Year,
    pub(super) stretch: Stretch,
    pub(super) edge: Edge,
}

impl Unit {
    pub(super) fn new(year: Year, stretch: Stretch) -> Unit {
        Unit { year, stretch, edge: Edge::Whole }
    }

    pub(super) fn at(self, edge: Edge) -> Unit {
        Unit { edge, ..self }
    }

    /// Whether the unit is one day.
    pub(super) fn is_day(self) -> bool {
        matches!(self.stretch, Stretch::Day { .. })
    }

    /// Returns the month, where the unit lies in one.
    pub(super) fn month(self) -> Option<u32> {
        match self.stretch {
            Stretch::Day { month, .. } | Stretch::Tens { month, .. } | Stretch::Month(month) => Some(month),
            Stretch::Quarter(_) | Stretch::Half(_) | Stretch::Year | Stretch::ProjectMonth(_) => None,
        }
    }

    /// Returns the first and the last day of the whole stretch in `year`.
    pub(super) fn range(self, year: i32, project: Option<NaiveDate>) -> Result<DateRange, Unclear> {
        let months =
            |first, last| Some(DateRange { start: day(year, first, 1)?, end: month_end(year, last)? });
        let range = match self.stretch {
            Stretch::Day { month, day: number } => {
                day(year, month, number).map(|day| DateRange { start: day, end: day })
            }
            Stretch::Tens { month, first, last } => tens(year, month, first, last),
            Stretch::Month(month) => months(month, month),
            Stretch::Quarter(quarter) => months(quarter * 3 - 2, quarter * 3),
            Stretch::Half(half) => months(half * 6 - 5, half * 6),
            Stretch::Year => months(1, 12),
            Stretch::ProjectMonth(number) => {
                project_month(number, project.ok_or(Unclear::Unreadable(Hint::NeedsPlanStart))?)
            }
        };
        range.ok_or(Unclear::Impossible)
    }
}

fn tens(year: i32, month: u32, first: u32, last: u32) -> Option<DateRange> {
    let end = if last == 2 { month_end(year, month)? } else { day(year, month, (last + 1) * 10)? };
    Some(DateRange { start: day(year, month, first * 10 + 1)?, end })
}

/// The ninth month of a project that starts on 15 January ends on 14 October.
fn project_month(number: u32, project: NaiveDate) -> Option<DateRange> {
    let start = project.checked_add_months(Months::new(number.checked_sub(1)?))?;
    let next = project.checked_add_months(Months::new(number))?;
    Some(DateRange { start, end: next.pred_opt()? })
}

pub(super) fn day(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    // A plan file can hold no other years.
    (0..=9999).contains(&year).then(|| NaiveDate::from_ymd_opt(year, month, day)).flatten()
}

pub(super) fn month_end(year: i32, month: u32) -> Option<NaiveDate> {
    let first = day(year, month, 1)?;
    first.checked_add_months(Months::new(1))?.checked_sub_days(Days::new(1))
}

/// Returns the same day of the month, or the last there is, `days` in.
pub(super) fn in_month(first: NaiveDate, number: u32) -> NaiveDate {
    first.with_day(number).unwrap_or(first)
}

/// Returns the last day of the month that `day` lies in.
pub(super) fn month_end_of(day: NaiveDate) -> NaiveDate {
    month_end(day.year(), day.month()).unwrap_or(day)
}

/// Returns the first day of the month that `day` lies in.
pub(super) fn month_start_of(day: NaiveDate) -> NaiveDate {
    in_month(day, 1)
}
