//! The year of words without one: the one that puts them inside the phase, or else inside the plan.

use super::calendar::Calendar;
use super::range::DateRange;
use super::reading::{Placed, Reading, When};
use super::unclear::{Unclear, sorted};
use chrono::{Datelike, NaiveDate};

/// Enough years to show that there is a question.
const ENOUGH: usize = 8;

/// So many years at each end of a range are worth trying: they hold [`ENOUGH`] times a 29 February,
/// also around 1900, and a date that none of them has is in no year between.
const AT_EACH_END: i32 = 40;

/// Places the words in the one year that fits, or without any range in the plan's year.
pub fn search(calendar: &Calendar, place: &impl Fn(i32) -> Placed) -> Placed {
    for range in [calendar.issued, calendar.phase, calendar.plan].into_iter().flatten() {
        match years_inside(range, place).as_slice() {
            [] => {}
            [year] => return place(*year),
            years => return Err(Unclear::YearUnclear(days(years.iter().copied(), place))),
        }
    }
    match calendar.plan.or(calendar.phase) {
        Some(range) => Err(outside(range, place)),
        None => place(calendar.year.ok_or(Unclear::NoYear)?),
    }
}

/// The years that put the words wholly inside the range; if none does, those that put them partly
/// inside. A neighbouring year counts too: 12月20日至1月10日, 元旦前.
fn years_inside(range: DateRange, place: &impl Fn(i32) -> Placed) -> Vec<i32> {
    let (mut inside, mut touching) = (Vec::new(), Vec::new());
    for year in worth_trying(range.start.year() - 1, range.end.year() + 1) {
        let (wholly, partly) = fit(&place(year), range);
        if wholly {
            inside.push(year);
        } else if partly && touching.len() < ENOUGH {
            touching.push(year);
        }
        if inside.len() == ENOUGH {
            break;
        }
    }
    if inside.is_empty() { touching } else { inside }
}

fn worth_trying(first: i32, last: i32) -> impl Iterator<Item = i32> {
    let head = last.min(first + AT_EACH_END - 1);
    let tail = (head + 1).max(last - AT_EACH_END + 1);
    (first..=head).chain(tail..=last)
}

/// Whether the days lie in the range, wholly or at least partly.
fn fit(placed: &Placed, range: DateRange) -> (bool, bool) {
    match placed {
        Ok(Reading { when: When::Range(days), .. }) => (range.covers(*days), range.overlaps(*days)),
        Ok(reading) => (reading.day().is_some_and(|day| range.contains(day)), false),
        Err(Unclear::Several(days)) => {
            (days.iter().all(|day| range.contains(*day)), days.iter().any(|day| range.contains(*day)))
        }
        Err(_) => (false, false),
    }
}

/// No year fits: offers the nearest days before and after the range. When the years of the range
/// do not even have the day (2月29日), that is what is wrong.
fn outside(range: DateRange, place: &impl Fn(i32) -> Placed) -> Unclear {
    let (first, last) = (range.start.year(), range.end.year());
    let nowhere = |unclear: &Unclear| matches!(unclear, Unclear::Impossible | Unclear::Backwards { .. });
    if worth_trying(first, last).all(|year| place(year).as_ref().is_err_and(nowhere)) {
        return place(first).err().unwrap_or(Unclear::Impossible);
    }
    let near_start = days(first - 4..=first, place);
    let near_end = days(last..=last + 4, place);
    let before = near_start.iter().rfind(|day| **day < range.start);
    let after = near_end.iter().find(|day| **day > range.end);
    Unclear::YearUnclear(before.into_iter().chain(after).copied().collect())
}

/// The days that the words could mean in these years.
fn days(years: impl Iterator<Item = i32>, place: &impl Fn(i32) -> Placed) -> Vec<NaiveDate> {
    sorted(years.flat_map(|year| possible_days(place(year))))
}

/// The days that a reading or a question leaves: each deadline, or a start without one.
pub fn possible_days(placed: Placed) -> Vec<NaiveDate> {
    match placed {
        Ok(reading) => reading.day().into_iter().collect(),
        Err(unclear) => unclear.into_days(),
    }
}
