//! Which year words without one lie in.
//!
//! The one year that puts them inside the phase, else inside the plan; where no range is known, the plan's
//! year. None or two such years: a question.

use chrono::{Datelike, NaiveDate};

use super::form::{Form, Place};
use super::{Calendar, DateRange, Reading, Unclear, When};

pub(super) fn resolve(form: &Form, calendar: &Calendar) -> Result<Reading, Unclear> {
    let base = calendar.year.or(calendar.plan.map(|plan| plan.start.year()));
    let place = Place { base, project: calendar.plan.map(|plan| plan.start) };
    if form.has_year() {
        return form.read(base.unwrap_or_default(), &place);
    }
    for range in [calendar.phase, calendar.plan].into_iter().flatten() {
        if let Some(found) = inside(form, range, &place) {
            return found;
        }
    }
    if calendar.plan.is_none()
        && let Some(year) = calendar.year
    {
        return in_year(form, year, &place);
    }
    match calendar.plan.or(calendar.phase) {
        Some(range) => Err(none_inside(form, range, &place)),
        None => Err(possible_at_all(form, &place).err().unwrap_or(Unclear::NoYear)),
    }
}

/// 元旦前 in a plan of 2018 of which nothing else is known: the day before its first, or its last?
fn in_year(form: &Form, year: i32, place: &Place) -> Result<Reading, Unclear> {
    let reading = form.read(year, place)?;
    match reading.when {
        When::Due(day) if day.year() < year => Err(Unclear::YearUnclear(
            std::iter::once(day).chain(last_days(&form.read(year + 1, place))).collect(),
        )),
        _ => Ok(reading),
    }
}

/// Returns the reading in the one year that puts the words inside `range`; a question where two years do;
/// None where no year does.
fn inside(form: &Form, range: DateRange, place: &Place) -> Option<Result<Reading, Unclear>> {
    let readings: Vec<_> =
        (range.start.year() - 1..=range.end.year()).map(|year| form.read(year, place)).collect();
    let fitting = |fits: fn(&DateRange, DateRange) -> bool| -> Vec<&Result<Reading, Unclear>> {
        readings.iter().filter(|reading| spans(reading).iter().any(|span| fits(&range, *span))).collect()
    };
    let mut found = fitting(DateRange::covers);
    if found.is_empty() {
        found = fitting(DateRange::overlaps);
    }
    match found.as_slice() {
        [] => None,
        [one] => Some((*one).clone()),
        several => {
            Some(Err(Unclear::YearUnclear(several.iter().flat_map(|reading| last_days(reading)).collect())))
        }
    }
}

/// Returns the stretches that could be meant.
fn spans(reading: &Result<Reading, Unclear>) -> Vec<DateRange> {
    match reading {
        Ok(Reading { when: When::Range(range), .. }) => vec![*range],
        other => last_days(other).into_iter().map(|day| DateRange { start: day, end: day }).collect(),
    }
}

fn last_days(reading: &Result<Reading, Unclear>) -> Vec<NaiveDate> {
    match reading {
        Ok(Reading { when: When::Range(range), .. }) => vec![range.end],
        Ok(Reading { when: When::Due(day), .. }) => vec![*day],
        Ok(Reading { when: When::OpenEnded { start }, .. }) => start.iter().copied().collect(),
        Err(Unclear::Several(days)) => days.clone(),
        _ => Vec::new(),
    }
}

fn none_inside(form: &Form, range: DateRange, place: &Place) -> Unclear {
    let readings = (range.start.year() - 1..=range.end.year() + 1).map(|year| form.read(year, place));
    let mut days: Vec<NaiveDate> = readings.flat_map(|reading| last_days(&reading)).collect();
    if days.is_empty() {
        return Unclear::Impossible;
    }
    // The nearest before and the nearest after: nobody means the others.
    days.sort_unstable();
    days.dedup();
    let before = days.iter().rev().find(|day| **day < range.start);
    let after = days.iter().find(|day| **day > range.end);
    Unclear::YearUnclear(before.into_iter().chain(after).copied().collect())
}

/// Without any year there is no answer; but 6月31日 is wrong in every year.
fn possible_at_all(form: &Form, place: &Place) -> Result<(), Unclear> {
    const LEAP_YEAR: i32 = 2020;
    match form.read(LEAP_YEAR, place) {
        Err(Unclear::Impossible) => Err(Unclear::Impossible),
        _ => Ok(()),
    }
}
