//! Days as they are typed.

use chrono::NaiveDate;

use super::error::CommandError;
use super::opened::Opened;
use crate::messages::{ArgumentError, Messages};
use crate::model::date::{Calendar, DatePhrase, Hint, Reading, Unclear, When, day_not_after};
use crate::model::diagnostic::Code;
use crate::model::text::one_line;

/// Reads the day on which something happened: the last such day that is not after today, and today where none
/// was typed.
pub(crate) fn past_or_today(typed: Option<&str>, opened: &Opened<'_>) -> anyhow::Result<NaiveDate> {
    typed.map_or(Ok(opened.day.today), |typed| past(typed, opened))
}

/// Reads the day on which something happened.
pub(crate) fn past(typed: &str, opened: &Opened<'_>) -> anyhow::Result<NaiveDate> {
    let Opened { plan, messages, day, .. } = opened;
    let today = day.today;
    let earliest = plan.range().map(|range| range.start);
    let day =
        day_not_after(typed, today, earliest).map_err(|unclear| unclear_day(typed, &unclear, *messages))?;
    if day > today {
        let error = ArgumentError::InFuture { day, today };
        return Err(CommandError::new(messages.argument_error(&error)).into());
    }
    Ok(day)
}

fn unclear_day(typed: &str, unclear: &Unclear, messages: &dyn Messages) -> CommandError {
    let words = &one_line(typed);
    let error = match unclear {
        Unclear::Several(days) | Unclear::YearUnclear(days) => {
            let days: Vec<_> = days.iter().map(ToString::to_string).collect();
            ArgumentError::SeveralDays { words, days: days.join(messages.comma()) }
        }
        Unclear::Impossible | Unclear::Backwards { .. } | Unclear::Unreadable(_) | Unclear::NoYear => {
            ArgumentError::UnreadableDay { words }
        }
    };
    CommandError::new(messages.argument_error(&error)).hint(messages.argument_error(&ArgumentError::DayHint))
}

/// Reads a day that may be still to come: a deadline, or the day somebody expects to finish.
pub(crate) fn deadline(typed: &str, opened: &Opened<'_>) -> anyhow::Result<NaiveDate> {
    if let "today" | "今天" | "今日" = typed.trim().to_lowercase().as_str() {
        return Ok(opened.day.today);
    }
    match reading(typed, None, opened)?.when {
        When::Due(day) => Ok(day),
        When::Range(range) => Ok(range.end),
        When::OpenEnded { .. } | When::Recurring => {
            Err(unreadable(typed, Unclear::Unreadable(Hint::NeedsDay), opened.messages).into())
        }
    }
}

/// Reads date words as the plan itself would, or one of its phases.
pub(crate) fn reading(typed: &str, phase: Option<usize>, opened: &Opened<'_>) -> anyhow::Result<Reading> {
    let calendar = opened.plan.calendar(phase);
    let read = DatePhrase::parse(typed).and_then(|phrase| {
        let now = phrase.resolve(&Calendar { issued: None, ..calendar })?;
        let once = phrase.resolve(&calendar)?;
        let days = [once, now.clone()].map(|reading| reading.day());
        // Typed today, words may be meant in the time that a phase has now.
        if days[0] == days[1] {
            Ok(now)
        } else {
            Err(Unclear::YearUnclear(days.into_iter().flatten().collect()))
        }
    });
    read.map_err(|unclear| unreadable(typed, unclear, opened.messages).into())
}

fn unreadable(typed: &str, unclear: Unclear, messages: &dyn Messages) -> CommandError {
    wrong(&Code::unclear(typed.into(), unclear), messages)
}

/// Says what is wrong with something typed, as `check` would say it of the plan.
pub(crate) fn wrong(code: &Code<'_>, messages: &dyn Messages) -> CommandError {
    let error = CommandError::new(messages.diagnostic(code));
    messages.hint(code).into_iter().fold(error, CommandError::hint)
}

/// Returns the one day that `typed` names, year and all.
pub(crate) fn with_its_year(typed: &str) -> Option<NaiveDate> {
    let reading = DatePhrase::parse(typed).and_then(|phrase| phrase.resolve(&Calendar::default())).ok()?;
    match reading.when {
        When::Due(day) if reading.names_day && reading.repairs.is_empty() => Some(day),
        _ => None,
    }
}
