//! Days as they are typed.

use chrono::NaiveDate;

use super::answer::CommandError;
use super::context::Opened;
use crate::messages::{ArgumentError, Messages};
use crate::model::date::{Calendar, DatePhrase, Hint, Reading, Unclear, When, day_not_after};
use crate::model::diagnostic::Code;
use crate::terminal::one_line;

/// Reads the day on which something happened: the last such day that is not after today.
pub(crate) fn past(typed: &str, opened: &Opened<'_>) -> anyhow::Result<NaiveDate> {
    let Opened { plan, messages, day } = opened;
    let today = day.today;
    let earliest = plan.range.map(|range| range.start);
    let read =
        day_not_after(typed, today, earliest).map_err(|unclear| unclear_day(typed, &unclear, *messages))?;
    if read > today {
        return Err(CommandError::new(
            messages.argument_error(&ArgumentError::InFuture { day: read, today }),
        )
        .into());
    }
    Ok(read)
}

fn unclear_day(typed: &str, unclear: &Unclear, messages: &dyn Messages) -> CommandError {
    let shown = one_line(typed);
    let refusal = match unclear {
        Unclear::Several(days) | Unclear::YearUnclear(days) => {
            let days: Vec<_> = days.iter().map(ToString::to_string).collect();
            ArgumentError::SeveralDays { words: &shown, days: days.join(messages.comma()) }
        }
        Unclear::Impossible | Unclear::Backwards { .. } | Unclear::Unreadable(_) | Unclear::NoYear => {
            ArgumentError::UnreadableDay { words: &shown }
        }
    };
    CommandError::new(messages.argument_error(&refusal))
        .hint(messages.argument_error(&ArgumentError::DayHint))
}

/// Reads a day that may be still to come: a deadline, or the day somebody expects to finish.
pub(crate) fn deadline(typed: &str, opened: &Opened<'_>) -> anyhow::Result<NaiveDate> {
    if let "today" | "今天" | "今日" = typed.trim().to_lowercase().as_str() {
        return Ok(opened.day.today);
    }
    let reading = reading(typed, &calendar(opened, None), opened.messages)?;
    match reading.when {
        When::Due(day) => Ok(day),
        When::Range(range) => Ok(range.end),
        When::OpenEnded { .. } | When::Recurring => {
            Err(unreadable(typed, Unclear::Unreadable(Hint::NeedsDay), opened.messages).into())
        }
    }
}

/// Returns what is known of the years of the plan, and of the phase where there is one.
pub(crate) fn calendar(opened: &Opened<'_>, phase: Option<usize>) -> Calendar {
    let plan = &opened.plan;
    Calendar { year: plan.year, phase: phase.map(|at| plan.phases[at].range), plan: plan.range }
}

/// Reads date words as the plan itself would.
pub(crate) fn reading(typed: &str, calendar: &Calendar, messages: &dyn Messages) -> anyhow::Result<Reading> {
    let read = DatePhrase::parse(typed).and_then(|phrase| phrase.resolve(calendar));
    read.map_err(|unclear| unreadable(typed, unclear, messages).into())
}

fn unreadable(typed: &str, unclear: Unclear, messages: &dyn Messages) -> CommandError {
    faulty(&Code::unclear(typed.into(), unclear), messages)
}

/// Says what is wrong with something typed, as `check` would say it of the plan.
pub(crate) fn faulty(code: &Code<'_>, messages: &dyn Messages) -> CommandError {
    let failure = CommandError::new(messages.diagnostic(code));
    messages.hint(code).into_iter().fold(failure, CommandError::hint)
}
