//! A day on which something has happened: the last such day.

use super::phrase::{Dated, Edge, Limit, Phrase};
use super::resolve::{YearFrom, parse, resolve_dated, year_of};
use super::{Calendar, Hint, Reading, Unclear, When};
use chrono::{Datelike, NaiveDate};

pub fn day_not_after(words: &str, today: NaiveDate) -> Result<NaiveDate, Unclear> {
    match words.trim().to_lowercase().as_str() {
        "today" | "今天" | "今日" => return Ok(today),
        "yesterday" | "昨天" | "昨日" => return today.pred_opt().ok_or(Unclear::Impossible),
        _ => {}
    }
    let Phrase::Dated(dated) = parse(words)? else {
        return Err(Unclear::Unreadable(Hint::NeedsDay));
    };
    let names_one = dated.start.is_none()
        && dated.limit == Limit::Named
        && dated.end.edge == Edge::Whole
        && dated.end.part.is_day();
    if !names_one {
        return Err(Unclear::Unreadable(Hint::NeedsDay));
    }
    last_such_day(&dated, today)
}

/// Looks back far enough for a 29 February on both sides of a year like 1900.
fn last_such_day(dated: &Dated, today: NaiveDate) -> Result<NaiveDate, Unclear> {
    let this_year = Calendar { year: Some(today.year()), ..Calendar::default() };
    if year_of(None, &dated.end) != YearFrom::Range {
        return as_named(&resolve_dated(dated, &this_year)?);
    }
    for back in 0..=8 {
        match dated.place(today.year().saturating_sub(back), &this_year) {
            Err(Unclear::Impossible) => {}
            Err(unclear) => return Err(unclear),
            Ok(reading) if reading.when.deadline().is_none_or(|day| day > today) => {}
            Ok(reading) => return as_named(&reading),
        }
    }
    Err(Unclear::Impossible)
}

fn as_named(reading: &Reading) -> Result<NaiveDate, Unclear> {
    match (reading.when, reading.weekday) {
        (When::Due(day), None) => Ok(day),
        _ => Err(Unclear::Impossible),
    }
}
