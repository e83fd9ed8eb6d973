//! A day on which something has happened: the last such day.

use super::phrase::{Dated, Edge, Limit, Phrase};
use super::resolve::{YearFrom, parse, resolve_dated, year_of};
use super::{Calendar, Hint, Reading, Unclear, When};
use chrono::{Datelike, NaiveDate};

/// Without a year, a day so long ago was more likely meant to be the one that is still to come.
const LONG_AGO: i64 = 330;

pub fn day_not_after(
    words: &str,
    today: NaiveDate,
    earliest: Option<NaiveDate>,
) -> Result<NaiveDate, Unclear> {
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
    last_such_day(&dated, today, earliest)
}

/// Looks back far enough for a 29 February on both sides of a year like 1900.
fn last_such_day(dated: &Dated, today: NaiveDate, earliest: Option<NaiveDate>) -> Result<NaiveDate, Unclear> {
    let this_year = Calendar { year: Some(today.year()), ..Calendar::default() };
    if year_of(None, &dated.end) != YearFrom::Range {
        return as_named(&resolve_dated(dated, &this_year)?);
    }
    let mut later = None;
    for year in (-8..=8).rev().map(|years| today.year().saturating_add(years)) {
        match dated.place(year, &this_year) {
            Err(Unclear::Impossible) => {}
            Err(unclear) => return Err(unclear),
            Ok(reading) if reading.when.deadline().is_none_or(|day| day > today) => {
                later = reading.when.deadline();
            }
            Ok(reading) => {
                let day = as_named(&reading)?;
                let doubtful =
                    (today - day).num_days() > LONG_AGO || earliest.is_some_and(|earliest| day < earliest);
                let both = [Some(day), later].into_iter().flatten().collect();
                return if doubtful { Err(Unclear::YearUnclear(both)) } else { Ok(day) };
            }
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
