//! The whole in figures, in English.

use super::super::terms::plural;
use super::words::{as_of, at_end, days, during, short, were};
use crate::messages::reports::percent;
use crate::messages::terms::{if_any, if_some};
use crate::model::agenda::{Figures, PhaseOnDay};
use crate::model::report::{Carried, Completion, CurrentPhase, Period, Scope, Subject, Summary};

pub(super) fn paragraphs(summary: &Summary<'_>) -> Vec<String> {
    let scope = &summary.scope;
    let mut paragraphs = vec![completion(summary), kept(summary)];
    paragraphs.extend(scope.period.zip(summary.carried).map(|(period, one)| carried(&one, period, scope)));
    paragraphs.extend(summary.phases.iter().map(|current| phase(current, scope)));
    paragraphs
}

fn completion(summary: &Summary<'_>) -> String {
    let Completion { total, dated, goes_on, recurring, to_settle, no_date, cancelled, done, verified } =
        summary.completion;
    let apart = [
        ("ongoing", goes_on),
        ("recurring", recurring),
        ("with a date to settle", to_settle),
        ("without a date", no_date),
        ("cancelled", cancelled),
    ];
    let apart = apart.into_iter().filter(|(_, count)| *count > 0);
    let apart: Vec<_> = apart.map(|(name, count)| format!("{count} {name}")).collect();
    let apart = match apart.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{} and {last}", others.join(", ")),
        None => String::new(),
    };
    let of = if_any(summary.owner.as_deref(), |owner| format!(" of {owner}"));
    let plans = match summary.subject {
        Subject::Plan(_) => "the plan".to_owned(),
        Subject::Plans { count, .. } => plural(&count, "plan"),
    };
    let all = format!("{}{of} in {plans}", plural(&total, "item"));
    let verified = if_some(verified, |verified| format!(", {verified} of them accepted"));
    let rate = if_any(summary.completion.per_mille(), percent);
    let text = match (dated, apart.is_empty()) {
        (0, true) => format!("{all}."),
        (0, false) => format!("{all}: {apart}."),
        (_, true) => format!("{all}: {done} done ({rate}){verified}."),
        (_, false) => format!("{all}. Without {apart}: {done} of {dated} done ({rate}){verified}."),
    };
    let added = summary.scope.period.filter(|_| summary.added > 0);
    let added =
        if_any(added, |period| format!(" {} added {}.", were(summary.added), during(period, &summary.scope)));
    text + &added
}

/// How far the deadlines were kept.
fn kept(summary: &Summary<'_>) -> String {
    let scope = &summary.scope;
    let (one, several, when) = match scope.period {
        None => ("had fallen due", "had fallen due", format!("by {}", short(scope.day, scope))),
        Some(period) if scope.day < period.range.end => {
            ("was due", "were due", format!("{} ({})", during(period, scope), as_of(scope)))
        }
        Some(period) => ("was due", "were due", during(period, scope)),
    };
    let Figures { due, on_time, late, not_done, cancelled_late, ahead } = summary.figures;
    let verb = if due == 1 { one } else { several };
    let given_up = if_some(cancelled_late, |count| format!(" ({count} cancelled late)"));
    let mut text = match summary.figures.per_mille() {
        None => format!("No items {several} {when}."),
        Some(rate) => format!(
            "{} {verb} {when}: {on_time} done on time, {late} done late, {not_done} not done{given_up}. On time {}.",
            plural(&due, "item"),
            percent(rate)
        ),
    };
    text += &if_any(summary.original_where_other(), |original| match original.per_mille() {
        None => " Against the original deadlines: none.".to_owned(),
        Some(rate) => {
            let (on_time, due) = (original.on_time, original.due);
            format!(" Against the original deadlines: {on_time} of {due}, {}.", percent(rate))
        }
    });
    let more =
        |ahead| format!(" {ahead} more {} done ahead of time.", if ahead == 1 { "was" } else { "were" });
    text + &if_some(ahead, more)
}

/// What leads from the end of the period before to that of this one.
fn carried(carried: &Carried, period: Period, scope: &Scope<'_>) -> String {
    let Carried { before, done, cancelled, still, new, new_cancelled, after } = *carried;
    let during = during(period, scope);
    let is = if still == 1 { "is" } else { "are" };
    let became = [
        if_some(done, |done| format!("{} done {during}", were(done))),
        if_some(cancelled, |cancelled| format!("{} cancelled late", were(cancelled))),
        if_some(still, |still| format!("{still} {is} still open")),
    ];
    let became: Vec<_> = became.into_iter().filter(|one| !one.is_empty()).collect();
    let (items, verb) = (plural(&before, "item"), if before == 1 { "was" } else { "were" });
    let eve = at_end(period, period.eve(), scope);
    let before = if_some(before, |_| format!("{items} {verb} overdue {eve}: {}. ", became.join(", ")));
    let new = match new {
        0 if before.is_empty() => String::new(),
        0 => format!("None became overdue {during}. "),
        _ => {
            let given_up = if_some(new_cancelled, |count| format!(" ({count} cancelled late)"));
            format!("{new} became overdue {during}{given_up}. ")
        }
    };
    let after = if after == 0 { "none".to_owned() } else { after.to_string() };
    format!("{before}{new}Overdue on {}: {after}.", short(scope.day, scope))
}

fn phase(current: &CurrentPhase<'_>, scope: &Scope<'_>) -> String {
    let CurrentPhase { phase: PhaseOnDay { title, range, .. }, progress, total, done } = current;
    let count = if_some(*total, |total| format!(", {done} of {} done", plural(&total, "item")));
    let (days, percent) = (days(*range, scope), progress.percent());
    let day = short(scope.day, scope);
    format!("On {day}: phase \"{title}\" ({days}), {percent}% of its time gone{count}.")
}
