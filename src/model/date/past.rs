//! A day on which something has happened: the last such day.

use super::calendar::{Calendar, Dotted};
use super::phrase::{DatePhrase, Dated, Edge, Limit};
use super::reading::{Reading, When};
use super::resolve::{YearFrom, year_of};
use super::unclear::{Hint, Unclear};
use chrono::{Datelike, NaiveDate};

/// Without a year, a day so long ago was more likely meant to be the one that is still to come.
const LONG_AGO: i64 = 330;

/// The day that the words name, for something that has already happened: without a year, the last
/// such day that is not after `today`. `today`, `yesterday`, 今天 and 昨天 are read too.
///
/// A day before `earliest` (the plan's first), or most of a year ago, may as well be the one that is
/// still to come: that is a question.
///
/// A day with a written year is returned as written, also when it is after `today`: only the
/// caller can say what is wrong with it.
///
/// # Errors
/// A question, as for [`DatePhrase::resolve`]; `Unreadable(Hint::NeedsDay)` for words that do not
/// name one day (5月底, 5月25日前).
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
    match *DatePhrase::parse(words)?.in_plan(Dotted::MonthFirst) {
        DatePhrase::Dated(dated @ Dated { start: None, end, limit: Limit::Named })
            if end.edge == Edge::Whole && end.part.is_day() =>
        {
            last_such_day(&dated, today, earliest)
        }
        _ => Err(Unclear::Unreadable(Hint::NeedsDay)),
    }
}

/// Looks back far enough for a 29 February on both sides of a year like 1900.
fn last_such_day(dated: &Dated, today: NaiveDate, earliest: Option<NaiveDate>) -> Result<NaiveDate, Unclear> {
    let this_year = Calendar { year: Some(today.year()), ..Calendar::default() };
    if year_of(None, &dated.end) != YearFrom::Range {
        return as_named(&dated.resolve(&this_year)?);
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
