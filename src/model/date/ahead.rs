//! A day that is still to come: the next such day.

use super::calendar::Calendar;
use super::phrase::DatePhrase;
use super::reading::{Placed, Reading};
use super::search::possible_days;
use super::unclear::Unclear;
use chrono::{Datelike, NaiveDate};

/// Places words that were typed for a deadline: as the plan's own words are; where that leaves several years, or a day
/// before `from`, in the next year that puts them from there on into the plan. Returns as well whether that was so.
///
/// # Errors
/// A question, as for [`DatePhrase::resolve`], where no year does. Only days in the plan from then on are offered.
pub fn day_from(
    phrase: &DatePhrase,
    from: NaiveDate,
    calendar: &Calendar,
) -> Result<(Reading, bool), Unclear> {
    let of_plan = in_time_of_phase(phrase, calendar);
    let (is_ahead, is_one_year) = match &of_plan {
        Ok(reading) => (reading.when.deadline().is_none_or(|day| from <= day), true),
        Err(Unclear::Several(days)) => (days.iter().any(|day| from <= *day), true),
        Err(unclear) => (!matches!(unclear, Unclear::YearUnclear(_)), false),
    };
    if is_ahead {
        return of_plan.map(|reading| (reading, false));
    }
    let own = calendar.own().or(calendar.phase);
    let lies_ahead = |day: &NaiveDate| from <= *day && own.is_some_and(|own| own.contains(*day));
    let years = from.year()..=own.map_or(from.year(), |own| own.end.year());
    let next = years
        .take(if has_no_year(phrase, calendar) { 9 } else { 0 })
        .map(|year| in_year(Some(year), phrase, calendar))
        .find(|placed| possible_days(placed.clone()).iter().any(lies_ahead));
    match next {
        Some(placed) => placed.map(|reading| (reading, true)),
        None if is_one_year => of_plan.map(|reading| (reading, false)),
        None => of_plan.map(|reading| (reading, false)).map_err(|unclear| {
            Unclear::YearUnclear(unclear.into_days().into_iter().filter(lies_ahead).collect())
        }),
    }
}

/// Whether nothing in the words says in which year they are.
pub fn has_no_year(phrase: &DatePhrase, calendar: &Calendar) -> bool {
    in_year(None, phrase, calendar) == Err(Unclear::NoYear)
}

fn in_year(year: Option<i32>, phrase: &DatePhrase, calendar: &Calendar) -> Placed {
    phrase.resolve(&Calendar { year, dotted: calendar.dotted, ..Calendar::default() })
}

/// Typed today, words may be meant in the time that a phase has now, or as the document would have them.
fn in_time_of_phase(phrase: &DatePhrase, calendar: &Calendar) -> Placed {
    let now = phrase.resolve(&Calendar { issued: None, ..*calendar })?;
    let days = [phrase.resolve(calendar)?.day(), now.day()];
    if days[0] == days[1] { Ok(now) } else { Err(Unclear::YearUnclear(days.into_iter().flatten().collect())) }
}
