//! The stretch of time that a bulletin is about, and the day as of which it speaks.

use chrono::{Datelike, Days, Months, NaiveDate};

use crate::model::agenda::Among;
use crate::model::date::DateRange;

/// So many days after the end of a period, a bulletin on it is a reprint: nothing later is taken.
const REPRINT_DAYS: i64 = 31;

/// A stretch of time that is reported on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    pub range: DateRange,
}

/// What a period is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PeriodName {
    /// Counted from 1, as the next two.
    Month(u32),
    Quarter(u32),
    Half(u32),
    Year,
    Day,
    /// By its first and its last day.
    Days,
}

impl Period {
    pub fn name(self) -> PeriodName {
        let (start, month) = (self.range.start, self.range.start.month());
        match self.months().filter(|_| start.day() == 1) {
            Some(1) => PeriodName::Month(month),
            Some(3) if month % 3 == 1 => PeriodName::Quarter(month / 3 + 1),
            Some(6) if month % 6 == 1 => PeriodName::Half(month / 6 + 1),
            Some(12) if month == 1 => PeriodName::Year,
            _ if start == self.range.end => PeriodName::Day,
            _ => PeriodName::Days,
        }
    }

    /// The day before it.
    pub fn eve(self) -> NaiveDate {
        self.range.start.pred_opt().unwrap_or(self.range.start)
    }

    /// The period that follows, as long as this one: in months where it is whole months, whatever day they begin on.
    pub fn next(self) -> Option<Period> {
        let start = self.range.end.succ_opt()?;
        let days = (self.range.end - self.range.start).num_days().unsigned_abs();
        let end = match self.months() {
            Some(months) => start.checked_add_months(Months::new(months))?.pred_opt()?,
            None => start.checked_add_days(Days::new(days))?,
        };
        DateRange::new(start, end).map(|range| Period { range })
    }

    /// How many whole months it lasts, where it does.
    fn months(self) -> Option<u32> {
        let (start, after) = (self.range.start, self.range.end.succ_opt()?);
        let months =
            (after.year() - start.year()) * 12 + after.month().cast_signed() - start.month().cast_signed();
        u32::try_from(months).ok().filter(|months| *months > 0 && after.day() == start.day())
    }
}

/// When a bulletin speaks of what.
#[derive(Debug, Clone, Copy)]
pub struct Scope<'p> {
    /// None for all that was up to the day.
    pub period: Option<Period>,
    /// The day as of which it speaks: the last of a period that is over, else that of issue.
    pub day: NaiveDate,
    pub issued: NaiveDate,
    /// Whether ids stand with the titles also where they are no part of the document.
    pub ids: bool,
    /// Whether all of it is one unit's, which need not be named again.
    pub one_unit: bool,
    /// The plan to be named with each line, where there are several.
    pub plan: Option<Among<'p>>,
}

impl Scope<'_> {
    pub fn new(period: Option<DateRange>, issued: NaiveDate, ids: bool) -> Scope<'static> {
        let day = period.map_or(issued, |period| period.end.min(issued));
        let period = period.map(|range| Period { range });
        Scope { period, day, issued, ids, one_unit: false, plan: None }
    }

    /// Whether its period is over, and it speaks of the end of that.
    pub fn is_over(&self) -> bool {
        self.day < self.issued
    }

    /// Whether it is issued so late that nothing after its period is taken.
    pub fn is_reprint(&self) -> bool {
        (self.issued - self.day).num_days() > REPRINT_DAYS
    }

    pub fn contains(&self, day: NaiveDate) -> bool {
        self.period.is_none_or(|period| period.range.contains(day))
    }
}
