//! A stretch of time that was typed to look back on: 上月, 第27周, Q2, one day.

use super::calendar::Calendar;
use super::counted::Side;
use super::normalise::{Normalised, normalise};
use super::past::day_not_after;
use super::phrase::{DatePhrase, Dated, Edge, Limit, Part};
use super::range::DateRange;
use super::reading::When;
use super::today::written_out;
use super::unclear::Unclear;
use chrono::{Datelike, NaiveDate, Weekday};

/// Reads a stretch of time, or one day; None for words that are neither. Where the plan does not settle its year, it
/// is the last one that has begun.
///
/// # Errors
/// A question, as for [`DatePhrase::resolve`].
pub fn period(words: &str, today: NaiveDate, calendar: &Calendar) -> Result<Option<DateRange>, Unclear> {
    if let Some(number) = week_number(words) {
        return week(number, today, calendar).map(Some).ok_or(Unclear::Impossible);
    }
    let text = written_out(words, today, Side::Past)?;
    let text = text.as_deref().unwrap_or(words);
    let phrase = DatePhrase::parse(text)?;
    if let DatePhrase::Dated(Dated { start: None, end, limit: Limit::Named }) = &phrase
        && let (Part::PlanMonth(_), Edge::Whole) = (end.part, end.edge)
    {
        return end.part.range(0, calendar).map(Some);
    }
    let of_plan = phrase.resolve(calendar);
    if phrase.in_plan(calendar.dotted).one_day().is_some() {
        let reading = of_plan.or_else(|_| day_not_after(text, today, calendar))?;
        return Ok(reading.day().and_then(|day| DateRange::new(day, day)));
    }
    let when = of_plan.map(|reading| reading.when).or_else(|unclear| {
        let years = [today.year(), today.year().saturating_sub(1)];
        let mut ranges = years.into_iter().filter_map(|year| {
            let year = Calendar { year: Some(year), dotted: calendar.dotted, ..Calendar::default() };
            Some(phrase.resolve(&year).ok()?.when)
        });
        let has_begun = |when: &When| matches!(when, When::Range(range) if range.start <= today);
        ranges.find(has_begun).ok_or(unclear)
    })?;
    Ok(match when {
        When::Range(range) => Some(range),
        When::Due(_) | When::OpenEnded { .. } | When::Recurring(_) => None,
    })
}

/// 第27周, W27, `week 27`, 2026-W27: the year, where it is written, and the number.
fn week_number(words: &str) -> Option<(Option<i32>, u32)> {
    let (Normalised::Chinese(text) | Normalised::English(text)) = normalise(words)? else { return None };
    let (year, rest) = match text.split_once(['年', '-']) {
        Some((year, rest)) => (Some(year.parse().ok()?), rest),
        None => (None, text.as_str()),
    };
    let number = rest
        .strip_prefix('第')
        .and_then(|rest| rest.strip_suffix('周'))
        .or_else(|| rest.strip_prefix("week "))
        .or_else(|| rest.strip_prefix('w'))?;
    Some((year, number.parse().ok()?))
}

/// The week of that number (ISO 8601): in the year that is written, the one in the plan, or the last that has begun.
fn week((year, number): (Option<i32>, u32), today: NaiveDate, calendar: &Calendar) -> Option<DateRange> {
    let of = |year| {
        let day = |weekday| NaiveDate::from_isoywd_opt(year, number, weekday);
        DateRange::new(day(Weekday::Mon)?, day(Weekday::Sun)?)
    };
    if let Some(year) = year {
        return of(year);
    }
    let in_plan: Vec<_> = calendar
        .plan
        .into_iter()
        .flat_map(|plan| {
            let years = plan.start.year().max(plan.end.year().saturating_sub(1))..=plan.end.year();
            years.filter_map(of).filter(move |week| week.overlaps(plan))
        })
        .collect();
    match in_plan[..] {
        [week] => Some(week),
        _ => [0, 1, 2].iter().filter_map(|back| of(today.year() - back)).find(|week| week.start <= today),
    }
}
