//! Days as they are typed. What counts from today is read first, and said before anything is saved.

use chrono::NaiveDate;

use super::change::Change;
use super::error::CommandError;
use super::ids;
use super::opened::{Day, Opened};
use crate::messages::{ArgumentError, Confirmation, Messages, SeveralError, Takes};
use crate::model::date::{
    Calendar, DatePhrase, DateRange, Hint, Reading, Side, Unclear, When, WrongWeekday, day_from,
    day_not_after, has_no_year, period as read_period, written_out,
};
use crate::model::diagnostic::{Code, Warning};
use crate::model::plan::both_ends;

/// Reads the day on which something happened: the last such day that is not after today, and today where none
/// was typed. No day before the `first` that can be recorded is offered.
pub(crate) fn past_or_today(
    typed: Option<&str>,
    first: Option<NaiveDate>,
    change: &mut Change<'_>,
) -> anyhow::Result<NaiveDate> {
    typed.map_or(Ok(change.opened.day.today), |typed| past(typed, first, change))
}

/// Reads the day on which something happened.
pub(crate) fn past(
    typed: &str,
    first: Option<NaiveDate>,
    change: &mut Change<'_>,
) -> anyhow::Result<NaiveDate> {
    let Opened { day: Day { today, .. }, messages, .. } = *change.opened;
    let in_future = |day| {
        let error = ArgumentError::InFuture { day, today };
        CommandError::new(messages.argument_error(&error)).into()
    };
    let reading = match day_not_after(typed, today, &change.opened.calendar(None)) {
        Err(Unclear::Several(days)) if days.first().is_some_and(|day| *day > today) => {
            return Err(in_future(days[0]));
        }
        Err(mut unclear) => {
            if let (Some(first), Unclear::Several(days) | Unclear::YearUnclear(days)) = (first, &mut unclear)
                && days.iter().any(|day| *day >= first)
            {
                days.retain(|day| *day >= first);
            }
            let next_is_ahead = matches!(&unclear, Unclear::YearUnclear(days) if days.len() == 1);
            let refused = refused(typed, unclear, Takes::PastDay, messages);
            let not_yet = messages.argument_error(&ArgumentError::NotYetHint);
            return Err(if next_is_ahead { refused.hint(not_yet) } else { refused }.into());
        }
        Ok(reading) => fitting(reading, typed, Some(today), messages)?,
    };
    let day = reading.day().ok_or_else(|| refused(typed, Unclear::Impossible, Takes::PastDay, messages))?;
    if day > today {
        return Err(in_future(day));
    }
    if let Ok(Some(_)) = written_out(typed, today, Side::Past) {
        change.notice(&messages.confirmation(&Confirmation::ReadAs { words: typed, day }));
    }
    change.has_new_day = true;
    Ok(day)
}

/// Reads a day that may be still to come: a deadline, or the day somebody expects to finish. It is saved as a date,
/// and what had to be supplied to read it is said now. `phase` and `from` are as for [`reading`].
pub(crate) fn deadline(
    typed: &str,
    phase: Option<usize>,
    from: NaiveDate,
    change: &mut Change<'_>,
) -> anyhow::Result<NaiveDate> {
    let (reading, _) = reading(typed, phase, from, change)?;
    let messages = change.opened.messages;
    for repair in &reading.repairs {
        change.notice(&messages.aside(typed, messages.repair(*repair)));
    }
    let needs_day = || refused(typed, Unclear::Unreadable(Hint::NeedsDay), Takes::Deadline, messages);
    Ok(reading.when.deadline().ok_or_else(needs_day)?)
}

/// Reads date words as the plan itself would, or one of its phases, and else as the next such day `from` a day on that
/// lies in the plan; returns as well what is to be saved, where that is not the words: what counts from today would mean
/// another day tomorrow.
pub(crate) fn reading(
    typed: &str,
    phase: Option<usize>,
    from: NaiveDate,
    change: &mut Change<'_>,
) -> anyhow::Result<(Reading, Option<String>)> {
    let Opened { day: Day { today, .. }, messages, .. } = *change.opened;
    let calendar = change.opened.calendar(phase);
    let read = |counted: Option<String>| {
        let words = DatePhrase::parse(counted.as_deref().unwrap_or(typed))?;
        let (reading, is_next) = day_from(&words, from, &calendar)?;
        let day = reading.day().filter(|_| is_next).map(|day| day.to_string());
        Ok((reading, counted.or(day)))
    };
    let read = written_out(typed, today, Side::ToCome).and_then(read);
    let (reading, saved) = read.map_err(|unclear| refused(typed, unclear, Takes::Deadline, messages))?;
    let reading = fitting(reading, typed, None, messages)?;
    if let Some(day) = reading.day().filter(|_| saved.is_some()) {
        change.notice(&messages.confirmation(&Confirmation::ReadAs { words: typed, day }));
    }
    change.has_new_day = true;
    Ok((reading, saved))
}

/// Says of a new deadline that it is past; refuses it where `typed` has no year, which may have been another.
pub(crate) fn say_if_past(
    typed: &str,
    day: Option<NaiveDate>,
    change: &mut Change<'_>,
) -> anyhow::Result<()> {
    let Opened { day: Day { today, .. }, messages, .. } = *change.opened;
    let Some(day) = day.filter(|day| *day < today) else { return Ok(()) };
    let past = messages.argument_error(&ArgumentError::InPast { day, today });
    let phrase = DatePhrase::parse(typed);
    if phrase.is_ok_and(|phrase| has_no_year(&phrase, &change.opened.calendar(None))) {
        return Err(CommandError::new(past).hint(messages.takes(Takes::WithYear)).into());
    }
    change.notice(&past);
    Ok(())
}

/// Reads the stretch of time to look back on, which has begun: words, one day, or the id of a phase.
pub(crate) fn period(typed: &str, opened: &Opened<'_>) -> anyhow::Result<DateRange> {
    let (messages, today) = (opened.messages, opened.day.today);
    let read = match ids::phase(typed, opened) {
        Ok(at) => Ok(Some(opened.agenda().phases()[at].range)),
        Err(_) => read_period(typed, today, &opened.calendar(None)),
    };
    let range = read.map_err(|unclear| refused(typed, unclear, Takes::Period, messages))?;
    let not_a_range = || {
        let code = Code::NotARange { words: typed.into() };
        CommandError::new(messages.diagnostic(&code)).hint(messages.takes(Takes::Period))
    };
    let range = range.ok_or_else(not_a_range)?;
    let start = range.start;
    if start > today {
        let error = ArgumentError::PeriodAhead { start, today };
        return Err(CommandError::new(messages.argument_error(&error)).into());
    }
    Ok(range)
}

/// Reads the stretch of time to look back on in several plans, which is the same in all of them.
///
/// # Errors
/// As for one plan. That it is not the same: each plan settles the year of words, and has phases, for itself.
pub(crate) fn period_of_all(typed: &str, plans: &[&Opened<'_>]) -> anyhow::Result<Option<DateRange>> {
    let mut read = plans.iter().map(|opened| (*opened, period(typed, opened)));
    let Some((plan, first)) = read.next() else { return Ok(None) };
    let Some((other, second)) = read.find(|(_, range)| range.as_ref().ok() != first.as_ref().ok()) else {
        return first.map(Some);
    };
    let messages = plan.messages;
    let example = |plan: &Opened<'_>, range: anyhow::Result<DateRange>| {
        let name = plan.located.among.as_deref().unwrap_or_default();
        messages.aside(name, &range.map_or_else(|_| "-".to_owned(), both_ends))
    };
    let periods = [example(plan, first), example(other, second)].join(messages.comma());
    let error = SeveralError::Periods { words: typed, periods: &periods };
    Err(CommandError::new(messages.several_error(&error)).into())
}

/// Says why the words are not read: which days they can mean, or what the option takes.
fn refused(typed: &str, unclear: Unclear, takes: Takes, messages: &dyn Messages) -> CommandError {
    if unclear == Unclear::Unreadable(Hint::NeedsDay) {
        let error = messages.argument_error(&ArgumentError::NotOneDay { words: typed });
        return CommandError::new(error).hint(messages.takes(takes));
    }
    let code = Code::unclear(typed.into(), unclear);
    let hint = match &code {
        Code::YearUnclear { candidates, .. } if candidates.is_empty() => {
            Some(messages.takes(Takes::WithYear).to_owned())
        }
        Code::Ambiguous { .. } | Code::YearUnclear { .. } | Code::NoYear { .. } => messages.hint(&code),
        _ => Some(messages.takes(takes).to_owned()),
    };
    hint.into_iter().fold(CommandError::new(messages.diagnostic(&code)), CommandError::hint)
}

/// Refuses a weekday that does not fit, and offers the days that could be meant, up to `latest`.
fn fitting(
    reading: Reading,
    typed: &str,
    latest: Option<NaiveDate>,
    messages: &dyn Messages,
) -> anyhow::Result<Reading> {
    let Some(wrong) = reading.weekday else { return Ok(reading) };
    let (words, WrongWeekday { day, written }) = (typed.into(), wrong);
    let error = CommandError::new(messages.warning(&Warning::WrongWeekday { words, day, written }));
    let mut candidates = wrong.candidates();
    candidates.retain(|day| latest.is_none_or(|latest| *day <= latest));
    let hint = messages.hint(&Code::Ambiguous { words: typed.into(), candidates });
    Err(hint.into_iter().fold(error, CommandError::hint).into())
}

/// Returns the one day that `typed` names, year and all, or counts from the day by the `clock`.
pub(crate) fn for_today(typed: &str, clock: NaiveDate) -> Option<NaiveDate> {
    // 周五 is one day on this side of today, and another on that.
    let [past, to_come] = [Side::Past, Side::ToCome].map(|side| written_out(typed, clock, side).ok());
    let text = past.filter(|past| Some(past) == to_come.as_ref())?;
    let phrase = DatePhrase::parse(text.as_deref().unwrap_or(typed)).ok()?;
    match phrase.resolve(&Calendar::default()).ok()? {
        Reading { when: When::Due(day), names_day: true, repairs, weekday: None, .. }
            if repairs.is_empty() =>
        {
            Some(day)
        }
        _ => None,
    }
}
