//! Which number of 4/12/2024 is the month: what the other dates of the document show.

use chrono::{Datelike, NaiveDate};

use super::order::stated;
use super::times::Settled;
use crate::model::date::DateRange;
use crate::outline::entry::{Activity, Stated, Time};
use crate::outline::question::About;

/// So many dates that can be read in one way only show how the others are meant.
const ENOUGH: usize = 2;

/// Answers which number is the month where at least two dates show it, and none the contrary.
pub fn settle(rows: &mut [Settled], activities: &[Activity]) {
    let all = activities.iter().flat_map(|one| stated(&one.time));
    let shown: Vec<bool> = all
        .filter_map(|stated| match stated {
            Stated::Words(words) => is_month_first(&words),
            Stated::Day(_) => None,
        })
        .collect();
    let Some(first) = shown.first().copied().filter(|_| shown.len() >= ENOUGH) else { return };
    if shown.iter().any(|is_first| *is_first != first) {
        return;
    }
    for row in rows {
        let Some(About::Several { words, candidates }) = &row.about else { continue };
        let Some((one, other)) = numbers(words) else { continue };
        let (month, number) = if first { (one, other) } else { (other, one) };
        let is_meant = |day: &&NaiveDate| (day.month(), day.day()) == (month, number);
        if let Some(day) = candidates.iter().find(is_meant).copied() {
            let time = Time::Computed { start: None, due: day, words: words.clone() };
            *row = Settled { time, days: DateRange::new(day, day), about: None };
        }
    }
}

/// The two numbers of a day that is written with strokes, the year behind them or left out.
fn numbers(words: &str) -> Option<(u32, u32)> {
    let mut parts = words.split('/').map(|part| part.trim().parse::<u32>());
    let (one, other) = (parts.next()?.ok()?, parts.next()?.ok()?);
    let has_year_or_end = parts.next().is_none_or(|year| year.is_ok_and(|year| year > 31));
    (has_year_or_end && parts.next().is_none()).then_some((one, other))
}

/// Whether the first number must be the month, or the second.
fn is_month_first(words: &str) -> Option<bool> {
    match numbers(words)? {
        (1..=12, 13..=31) => Some(true),
        (13..=31, 1..=12) => Some(false),
        _ => None,
    }
}
