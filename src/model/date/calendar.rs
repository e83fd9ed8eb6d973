//! What a plan says about years, and how it writes numbers.

use super::normalise::is_han;
use super::range::DateRange;
use chrono::{Datelike, NaiveDate};
use std::ops::RangeInclusive;

/// What is known about the year of dates written without one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Calendar {
    pub year: Option<i32>,
    /// The time that their phase was issued with, where it was moved since: the document's words are of that time.
    pub issued: Option<DateRange>,
    /// The phase that the words belong to.
    pub phase: Option<DateRange>,
    /// The whole plan.
    pub plan: Option<DateRange>,
    pub dotted: Dotted,
}

/// How 5.7 by itself is to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Dotted {
    /// As Chinese plans write it: 5.7-5.11.
    #[default]
    MonthFirst,
    /// In an English plan it could be either.
    Unsure,
}

impl Dotted {
    /// As a plan writes it that says its language (`zh`, `en`), or else shows it in its title.
    pub fn in_plan(lang: Option<&str>, title: &str) -> Dotted {
        let chinese = lang.map_or_else(|| title.chars().any(is_han), |lang| lang == "zh");
        if chinese { Dotted::MonthFirst } else { Dotted::Unsure }
    }
}

impl Calendar {
    /// The plan's own time: from its first to its last day, or its year.
    pub(super) fn own(&self) -> Option<DateRange> {
        let whole = |year| {
            DateRange::new(NaiveDate::from_ymd_opt(year, 1, 1)?, NaiveDate::from_ymd_opt(year, 12, 31)?)
        };
        self.plan.or_else(|| whole(self.year?))
    }

    /// Whether a year lies in the plan.
    pub(super) fn has_year(&self, year: i32) -> bool {
        self.years().is_some_and(|years| years.contains(&year))
    }

    /// Whether a year is near enough to the plan to be meant by two digits: 19.
    pub(super) fn is_near(&self, year: i32) -> bool {
        self.years().is_some_and(|years| {
            (years.start().saturating_sub(1)..=years.end().saturating_add(2)).contains(&year)
        })
    }

    fn years(&self) -> Option<RangeInclusive<i32>> {
        let of = |range: DateRange| range.start.year()..=range.end.year();
        self.plan.map(of).or(self.year.map(|year| year..=year)).or(self.phase.map(of))
    }
}
