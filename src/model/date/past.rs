//! A day on which something has happened: the last such day.

use super::calendar::Calendar;
use super::counted::Side;
use super::phrase::{DatePhrase, Dated};
use super::range::DateRange;
use super::reading::Placed;
use super::resolve::{YearFrom, year_of};
use super::search::possible_days;
use super::today::written_out;
use super::unclear::{Hint, Unclear, sorted};
use chrono::{Datelike, NaiveDate};

/// Without a year, a day so long ago was more likely meant to be the one that is still to come.
const LONG_AGO: i64 = 330;

/// So long after its end, a plan's own year is as likely as this one.
const LONG_OVER: i64 = 31;

/// Reads the day that the words name, for something that has already happened: without a year, the last such day
/// that is not after `today`.
///
/// A day before the plan, or most of a year ago, may have been meant to be the one that is still to come; a day long
/// after the plan's end, the one that lies in it: both are questions. Only days up to `today` are offered.
///
/// A day with a written year is returned as written, also when it is after `today`: only the
/// caller can say what is wrong with it.
///
/// # Errors
/// A question, as for [`DatePhrase::resolve`]; `Unreadable(Hint::NeedsDay)` for words that do not
/// name one day (5月底, 5月25日前).
pub fn day_not_after(words: &str, today: NaiveDate, calendar: &Calendar) -> Placed {
    let text = written_out(words, today, Side::Past);
    let read = text.and_then(|text| in_words(text.as_deref().unwrap_or(words), today, calendar));
    read.map_err(|unclear| unclear.up_to(today))
}

fn in_words(words: &str, today: NaiveDate, calendar: &Calendar) -> Placed {
    let phrase = DatePhrase::parse(words)?;
    let dated = phrase.in_plan(calendar.dotted).one_day().ok_or(Unclear::Unreadable(Hint::NeedsDay))?;
    let this_year = Calendar { year: Some(today.year()), phase: None, issued: None, ..*calendar };
    if year_of(None, &dated.end) == YearFrom::Range {
        last_such_day(dated, today, calendar, &this_year)
    } else {
        dated.resolve(&this_year)
    }
}

fn last_such_day(dated: &Dated, today: NaiveDate, calendar: &Calendar, this_year: &Calendar) -> Placed {
    let days_in = |year| possible_days(dated.place(year, this_year));
    let last = last_in_each_order(today, days_in);
    let [day] = last[..] else {
        return Err(if last.is_empty() { Unclear::Impossible } else { Unclear::several(last) });
    };
    let own = calendar.plan.or_else(|| whole_year(calendar.year?));
    let others = own.map_or_else(Vec::new, |own| instead(day, own, days_in));
    let too_early = own.is_some_and(|own| day < own.start) || (today - day).num_days() > LONG_AGO;
    if too_early || !others.is_empty() {
        return Err(Unclear::YearUnclear(sorted(others.into_iter().chain([day]))));
    }
    dated.place(day.year(), this_year)
}

/// The last days up to `today`: one, or for 5/6 one in each order of day and month. It looks back far enough for a
/// 29 February on both sides of a year like 1900.
fn last_in_each_order(today: NaiveDate, days_in: impl Fn(i32) -> Vec<NaiveDate>) -> Vec<NaiveDate> {
    let mut last = Vec::new();
    for year in (0..=8).map(|years| today.year().saturating_sub(years)) {
        let days = days_in(year);
        last.resize(last.len().max(days.len()), None);
        for (last, day) in last.iter_mut().zip(days) {
            *last = last.or(Some(day).filter(|day| *day <= today));
        }
    }
    last.into_iter().flatten().collect()
}

/// The days in the plan's `own` time that could be meant instead of a `day` long after it.
fn instead(day: NaiveDate, own: DateRange, days_in: impl Fn(i32) -> Vec<NaiveDate>) -> Vec<NaiveDate> {
    if (day - own.end).num_days() <= LONG_OVER {
        return Vec::new();
    }
    let years = own.start.year().max(own.end.year().saturating_sub(8))..=own.end.year();
    years.flat_map(days_in).filter(|day| own.contains(*day)).collect()
}

fn whole_year(year: i32) -> Option<DateRange> {
    DateRange::new(NaiveDate::from_ymd_opt(year, 1, 1)?, NaiveDate::from_ymd_opt(year, 12, 31)?)
}
