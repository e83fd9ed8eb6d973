//! What words say once they have a year.

use super::range::DateRange;
use super::rhythm::Rhythm;
use super::unclear::{Unclear, sorted};
use super::zone::Zone;
use chrono::{Datelike, NaiveDate, TimeDelta, Weekday};

/// What words say in a year that is tried, or the question that they leave there.
pub type Placed = Result<Reading, Unclear>;

/// What the words say, placed in a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    pub when: When,
    /// What had to be supplied to read the words.
    pub repairs: Vec<Repair>,
    /// The weekday in the words, where it is not the day's own.
    pub weekday: Option<WrongWeekday>,
    /// Whether the words themselves name the single day; false for a day derived from 旬, 底, a
    /// month, a quarter, a festival or a range.
    pub names_day: bool,
    /// The zone of the hour in the words: the day counts as it is written.
    pub zone: Option<Zone>,
}

impl Reading {
    /// A reading of words that leave nothing to supply, and name no single day.
    pub(super) fn plain(when: When) -> Self {
        Reading { when, repairs: Vec::new(), weekday: None, names_day: false, zone: None }
    }

    /// The day that the words are about, which must lie in the phase or the plan: the deadline, or
    /// a start without one.
    pub fn day(&self) -> Option<NaiveDate> {
        match self.when {
            When::OpenEnded { start } => start,
            when => when.deadline(),
        }
    }
}

/// The days that are meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// From a first to a last day: 5月下旬至7月底.
    Range(DateRange),
    /// The last day on which it is still on time: 6月10日前.
    Due(NaiveDate),
    /// No deadline: 长期坚持, `ongoing`, 自5月25日起; the first day, where the words name one.
    OpenEnded { start: Option<NaiveDate> },
    /// No single deadline: 每月25日前; the days, where they are certain.
    Recurring(Option<Rhythm>),
}

impl When {
    /// The first and the last day, where there are both.
    pub fn range(self) -> Option<DateRange> {
        match self {
            When::Range(range) => Some(range),
            When::Due(_) | When::OpenEnded { .. } | When::Recurring(_) => None,
        }
    }

    /// The last day, where there is one.
    pub fn deadline(self) -> Option<NaiveDate> {
        match self {
            When::Range(range) => Some(range.end),
            When::Due(day) => Some(day),
            When::OpenEnded { .. } | When::Recurring(_) => None,
        }
    }
}

/// Something that the words leave out or leave rough, and that was supplied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Repair {
    /// 6月10前: 日 was missing.
    DayWord,
    /// 国庆节前: the day before a festival with a fixed date.
    DayBeforeFestival,
    /// 12月20日至1月10日: the end was placed in the year after the start.
    NextYear,
    /// 5月底至7月底, 5月中至7月底: a rough start was read as the last day of the month, or as the
    /// 11th. The deadline is not touched by it.
    RoughStart,
    /// 5月底, 5月中 as the first day of something: read in the same way.
    RoughDay,
    /// 即日起至6月30日: the plan's first day was taken for the day of issue.
    DayOfIssue,
    /// 10月至2019年3月: the start's year was inferred from the end's.
    StartYear,
    /// `Jun 19` in a plan of 2019: read as the 19th, not as the month.
    DayNotYear,
}

/// A weekday that does not belong to its date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WrongWeekday {
    /// As it stands beside the date.
    pub written: Weekday,
    pub day: NaiveDate,
}

impl WrongWeekday {
    /// The two days that could be meant: the date, and the nearest day with the weekday.
    pub fn candidates(self) -> Vec<NaiveDate> {
        let ahead = i64::from(self.written.days_since(self.day.weekday()));
        let nearest = TimeDelta::try_days(if ahead > 3 { ahead - 7 } else { ahead });
        let nearest = nearest.and_then(|days| self.day.checked_add_signed(days));
        sorted([Some(self.day), nearest].into_iter().flatten())
    }
}
