//! The reading of date words, phrase by phrase and as a whole.

mod english;
mod every_day;
mod placing;
mod searching;

use super::calendar::Calendar;
use super::phrase::DatePhrase;
use super::range::DateRange;
use super::reading::{Reading, When};
use super::unclear::Unclear;
use chrono::NaiveDate;

fn day(iso: &str) -> NaiveDate {
    iso.parse().unwrap()
}

fn range(start: &str, end: &str) -> DateRange {
    DateRange::new(day(start), day(end)).unwrap()
}

fn year(year: i32) -> Calendar {
    Calendar { year: Some(year), ..Calendar::default() }
}

fn read(words: &str, calendar: &Calendar) -> Result<Reading, Unclear> {
    DatePhrase::parse(words)?.resolve(calendar)
}

fn due(words: &str, calendar: &Calendar) -> Option<NaiveDate> {
    match read(words, calendar).ok()?.when {
        When::Due(day) => Some(day),
        _ => None,
    }
}
