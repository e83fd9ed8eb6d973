//! A day on which something has happened: the last such day.

use super::calendar::Calendar;
use super::counted::Side;
use super::phrase::{DatePhrase, Dated, Edge, Limit};
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
/// Where that is before the plan, the one in it is meant, which is still to come. A day most of a year ago may have
/// been meant to be that, too; a day long after the plan's end, the one that lies in it: both are questions. Only days
/// up to `today` are offered.
///
/// A day with a written year is returned as written. What is after `today` only the caller can say what is wrong with.
///
/// # Errors
/// A question, as for [`DatePhrase::resolve`]; `Unreadable(Hint::NeedsDay)` for words that do not
/// name one day (上周, 5月25日前).
pub fn day_not_after(words: &str, today: NaiveDate, calendar: &Calendar) -> Placed {
    let text = written_out(words, today, Side::Past);
    let read = text.and_then(|text| in_words(text.as_deref().unwrap_or(words), today, calendar));
    read.map_err(|unclear| unclear.up_to(today))
}

fn in_words(words: &str, today: NaiveDate, calendar: &Calendar) -> Placed {
    let phrase = DatePhrase::parse(words)?;
    let dated = one_day(phrase.in_plan(calendar.dotted)).ok_or(Unclear::Unreadable(Hint::NeedsDay))?;
    let this_year = Calendar { year: Some(today.year()), phase: None, issued: None, ..*calendar };
    if year_of(None, &dated.end) == YearFrom::Range {
        last_such_day(dated, today, calendar, &this_year)
    } else {
        dated.resolve(&this_year)
    }
}

/// 5月底 is one day, too.
fn one_day(phrase: &DatePhrase) -> Option<&Dated> {
    match phrase {
        DatePhrase::Dated(dated @ Dated { start: None, end, limit: Limit::Named })
            if end.edge == Edge::End =>
        {
            Some(dated)
        }
        phrase => phrase.one_day(),
    }
}

fn last_such_day(dated: &Dated, today: NaiveDate, calendar: &Calendar, this_year: &Calendar) -> Placed {
    let days_in = |year| possible_days(dated.place(year, this_year));
    let last = last_in_each_order(today, days_in);
    let own = calendar.own();
    let in_time: Vec<_> =
        last.iter().copied().filter(|day| own.is_none_or(|own| own.start <= *day)).collect();
    let day = match (&last[..], &in_time[..], own) {
        ([], ..) => return Err(Unclear::Impossible),
        ([_], [day], _) => *day,
        (_, [], Some(own)) => {
            let day = first_in(own, days_in).ok_or(Unclear::YearUnclear(Vec::new()))?;
            return dated.place(day.year(), this_year);
        }
        _ => return Err(Unclear::several(in_time)),
    };
    let others = own.map_or_else(Vec::new, |own| instead(day, own, days_in));
    if (today - day).num_days() > LONG_AGO || !others.is_empty() {
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

/// The first such day in the plan's `own` time, or soon after it.
fn first_in(own: DateRange, days_in: impl Fn(i32) -> Vec<NaiveDate>) -> Option<NaiveDate> {
    let years = own.start.year()..=own.end.year().saturating_add(1);
    let mut days = years.take(10).flat_map(days_in);
    days.find(|day| own.start <= *day && (*day - own.end).num_days() <= LONG_OVER)
}

/// The days in the plan's `own` time that could be meant instead of a `day` long after it.
fn instead(day: NaiveDate, own: DateRange, days_in: impl Fn(i32) -> Vec<NaiveDate>) -> Vec<NaiveDate> {
    if (day - own.end).num_days() <= LONG_OVER {
        return Vec::new();
    }
    let years = own.start.year().max(own.end.year().saturating_sub(8))..=own.end.year();
    years.flat_map(days_in).filter(|day| own.contains(*day)).collect()
}
