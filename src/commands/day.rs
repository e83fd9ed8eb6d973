//! Days as they are typed.

use chrono::NaiveDate;

use super::answer::Failure;
use super::context::Opened;
use crate::model::date::{Calendar, DatePhrase, Hint, Reading, Unclear, When, day_not_after};
use crate::model::problem::Fault;
use crate::terminal::one_line;
use crate::words::{Refusal, Words};

/// Reads the day on which something happened: the last such day that is not after today.
pub(super) fn past(typed: &str, opened: &Opened<'_>) -> anyhow::Result<NaiveDate> {
    let Opened { plan, words, day } = opened;
    let today = day.today;
    let earliest = plan.range.map(|range| range.start);
    let read =
        day_not_after(typed, today, earliest).map_err(|unclear| unclear_day(typed, &unclear, *words))?;
    if read > today {
        return Err(Failure::new(words.refusal(&Refusal::InFuture { day: read, today })).into());
    }
    Ok(read)
}

fn unclear_day(typed: &str, unclear: &Unclear, words: &dyn Words) -> Failure {
    let shown = one_line(typed);
    let refusal = match unclear {
        Unclear::Several(days) | Unclear::YearUnclear(days) => {
            let days: Vec<_> = days.iter().map(ToString::to_string).collect();
            Refusal::SeveralDays { words: &shown, days: days.join(words.comma()) }
        }
        Unclear::Impossible | Unclear::Backwards { .. } | Unclear::Unreadable(_) | Unclear::NoYear => {
            Refusal::UnreadableDay { words: &shown }
        }
    };
    Failure::new(words.refusal(&refusal)).hint(words.refusal(&Refusal::DayHint))
}

/// Reads a day that may be still to come: a deadline, or the day somebody expects to finish.
pub(super) fn deadline(typed: &str, opened: &Opened<'_>) -> anyhow::Result<NaiveDate> {
    if let "today" | "今天" | "今日" = typed.trim().to_lowercase().as_str() {
        return Ok(opened.day.today);
    }
    let reading = reading(typed, &calendar(opened, None), opened.words)?;
    match reading.when {
        When::Due(day) => Ok(day),
        When::Range(range) => Ok(range.end),
        When::OpenEnded { .. } | When::Recurring => {
            Err(unreadable(typed, Unclear::Unreadable(Hint::NeedsDay), opened.words).into())
        }
    }
}

/// Returns what is known of the years of the plan, and of the phase where there is one.
pub(super) fn calendar(opened: &Opened<'_>, phase: Option<usize>) -> Calendar {
    let plan = &opened.plan;
    Calendar { year: plan.year, phase: phase.map(|at| plan.phases[at].range), plan: plan.range }
}

/// Reads date words as the plan itself would.
pub(super) fn reading(typed: &str, calendar: &Calendar, words: &dyn Words) -> anyhow::Result<Reading> {
    let read = DatePhrase::parse(typed).and_then(|phrase| phrase.resolve(calendar));
    read.map_err(|unclear| unreadable(typed, unclear, words).into())
}

fn unreadable(typed: &str, unclear: Unclear, words: &dyn Words) -> Failure {
    faulty(&Fault::unclear(typed.into(), unclear), words)
}

/// Says what is wrong with something typed, as `check` would say it of the plan.
pub(super) fn faulty(fault: &Fault<'_>, words: &dyn Words) -> Failure {
    let failure = Failure::new(words.fault(fault));
    words.hint(fault).into_iter().fold(failure, Failure::hint)
}
