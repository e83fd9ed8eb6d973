//! A stretch of days.

use chrono::NaiveDate;

/// A first and a last calendar day, both included; the first is never after the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct DateRange {
    pub start: NaiveDate,
    pub end: NaiveDate,
}

impl DateRange {
    /// The range from `start` to `end`, unless it would end before it starts.
    pub fn new(start: NaiveDate, end: NaiveDate) -> Option<Self> {
        (start <= end).then_some(Self { start, end })
    }

    pub fn contains(&self, day: NaiveDate) -> bool {
        self.start <= day && day <= self.end
    }

    /// Whether every day of `other` is a day of this range.
    pub fn covers(&self, other: DateRange) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two have a day in common.
    pub fn overlaps(&self, other: DateRange) -> bool {
        self.start <= other.end && other.start <= self.end
    }
}
