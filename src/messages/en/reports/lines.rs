//! The lines of a report, in English.

use chrono::NaiveDate;

use super::super::terms::plural;
use super::words::{as_of, at_end, short};
use crate::messages::reports::{
    Lateness, added_after_deadline, lateness, names_owners, percent, sentence, was_left_behind,
};
use crate::messages::terms::{if_any, if_some};
use crate::model::agenda::{Cancelled, Figures, Item};
use crate::model::plan::Due;
use crate::model::report::{Line, Moved, PlanFigures, Scope, Standing, UnitFigures};

pub(super) fn line(line: &Line<'_>, scope: &Scope<'_>) -> String {
    let sentences = match line {
        Line::Finished(item) => vec![about(item, &finished(item, scope), scope), owners(item, scope)],
        Line::Overdue(standing) => {
            let Standing { item, .. } = standing;
            let news = news(item, scope);
            vec![
                about(item, &overdue(item, scope), scope),
                owners(item, scope),
                news,
                reported(standing, scope),
            ]
        }
        Line::ExpectedLate(standing) => {
            let Standing { item, .. } = standing;
            let expected = if_any(standing.expected, |day| expected_late(item, day, scope));
            let progress = reported(&Standing { expected: None, ..*standing }, scope);
            let text = format!("{}, expected {expected}", due(item, scope));
            vec![about(item, &text, scope), owners(item, scope), news(item, scope), progress]
        }
        Line::UnderWay(standing) => {
            let Standing { item, .. } = standing;
            let due = due(item, scope);
            let due = if due.is_empty() { item.words.unwrap_or("no date").to_owned() } else { due };
            vec![about(item, &due, scope), owners(item, scope), news(item, scope), reported(standing, scope)]
        }
        Line::Moved(moved) => changed(moved, scope),
        Line::Cancelled(item) => cancelled(item, scope),
        Line::Next(item) => {
            let added = item.added.filter(|added| *added > scope.day);
            let added = if_any(added, |added| format!(", added {}", short(added, scope)));
            let due = if_any(item.due.day, |day| short(day, scope));
            vec![about(item, &format!("{due}{added}"), scope), owners(item, scope)]
        }
        Line::By(unit) => vec![unit_figures(unit, scope)],
        Line::Plan(plan) => vec![plan_figures(plan, scope)],
        Line::Reminded(item) => vec![reminded(item, scope)],
    };
    sentences.into_iter().filter(|one| !one.is_empty()).collect::<Vec<_>>().join(" ")
}

fn about(item: &Item<'_>, text: &str, scope: &Scope<'_>) -> String {
    format!("{}: {text}.", titled(item.id, item.title, scope))
}

fn titled(id: &str, title: &str, scope: &Scope<'_>) -> String {
    match scope.plan {
        Some(plan) => format!("{} {title} ({})", plan.id(id), plan.title),
        None => format!("{id} {title}"),
    }
}

fn owners(item: &Item<'_>, scope: &Scope<'_>) -> String {
    if !names_owners(item, scope) {
        return String::new();
    }
    let others: Vec<_> = item.owners().skip(1).collect();
    if_any(item.owner(), |first| match others.as_slice() {
        [] => format!("{first}."),
        others => format!("{first} (lead), {}.", others.join(", ")),
    })
}

fn due(item: &Item<'_>, scope: &Scope<'_>) -> String {
    if_any(item.due.day, |day| format!("due {}", short(day, scope)))
}

/// The deadline that counts, and the one that took its place after it had expired.
fn counting(item: &Item<'_>, scope: &Scope<'_>) -> Vec<String> {
    let mut said: Vec<_> = item.agreed.map(|day| format!("due {}", short(day, scope))).into_iter().collect();
    said.extend(added_after_deadline(item).map(|day| format!("added {}", short(day, scope))));
    if was_left_behind(item) {
        let to = match item.due.day {
            Some(day) => short(day, scope),
            None => item.words.unwrap_or("no date").to_owned(),
        };
        said.push(format!("moved to {to} after it had expired"));
    }
    said
}

fn overdue(item: &Item<'_>, scope: &Scope<'_>) -> String {
    let mut said = counting(item, scope);
    if matches!(lateness(item, scope.day), Lateness::Counted { .. }) {
        said.push("not closed".to_owned());
    }
    said.extend(late(item, scope.day, scope));
    said.join(", ")
}

fn finished(item: &Item<'_>, scope: &Scope<'_>) -> String {
    let Some(done) = item.done else { return String::new() };
    let mut said = counting(item, scope);
    said.push(format!("done {}", short(done, scope)));
    said.extend(late(item, done, scope));
    if item.counts_on.is_some_and(|day| day > scope.day) {
        said.push("ahead of time".to_owned());
    }
    if item.verified.is_some() {
        said.push("accepted".to_owned());
    }
    said.join(", ")
}

/// By how many days it was late on `day`.
fn late(item: &Item<'_>, day: NaiveDate, scope: &Scope<'_>) -> Option<String> {
    let agreed = if_any(item.agreed, |day| short(day, scope));
    match lateness(item, day) {
        Lateness::None => None,
        Lateness::Days(days) => Some(format!("{} late", plural(&days, "day"))),
        Lateness::Both { days, counted } => {
            Some(format!("{} late ({counted} from {agreed})", plural(&days, "day")))
        }
        Lateness::Counted { days } => Some(format!("{} late from {agreed}", plural(&days, "day"))),
    }
}

/// The reason for a delay, and the last word on progress.
fn news(item: &Item<'_>, scope: &Scope<'_>) -> String {
    let why = item.last_reason().map(|why| format!("Reason: {}.", sentence(why)));
    let latest = item.last_text();
    let latest = latest.map(|(text, on)| format!("Latest ({}): {}.", short(on, scope), sentence(text)));
    why.into_iter().chain(latest).collect::<Vec<_>>().join(" ")
}

/// What is known only on the day of issue.
fn reported(standing: &Standing<'_>, scope: &Scope<'_>) -> String {
    let Standing { progress, expected, done_since, .. } = *standing;
    let on = if scope.is_over() { format!(" on {}", short(scope.day, scope)) } else { String::new() };
    if let Some(day) = done_since {
        let done = format!("one since, on {}.", short(day, scope));
        return match progress {
            Some(100) => format!("Reported 100%, not closed{on}; d{done}"),
            _ => format!("D{done}"),
        };
    }
    let expected = expected.map(|day| format!("xpected {}.", short(day, scope)));
    match (progress, expected) {
        (None, None) => String::new(),
        (None, Some(expected)) => format!("E{expected}"),
        (Some(100), None) => format!("Reported 100%, not closed{on}."),
        (Some(100), Some(expected)) => format!("Reported 100%, not closed{on}, e{expected}"),
        (Some(progress), None) => format!("{progress}%."),
        (Some(progress), Some(expected)) => format!("{progress}%, e{expected}"),
    }
}

/// The day on which it is expected, and how late that will be.
fn expected_late(item: &Item<'_>, expected: NaiveDate, scope: &Scope<'_>) -> String {
    let late = item.due.day.map(|due| (expected - due).num_days()).filter(|days| *days > 0);
    let late = if_any(late, |days| format!(", {} late", plural(&days, "day")));
    format!("{}{late}", short(expected, scope))
}

fn changed(moved: &Moved<'_>, scope: &Scope<'_>) -> Vec<String> {
    let Moved { id, title, item, change } = moved;
    let shown = |due: &Due<'_>| match due.day {
        Some(day) => short(day, scope),
        None => due.words.as_deref().unwrap_or("no date").to_owned(),
    };
    let shift = if_any(change.days(), |days| match days {
        0 => String::new(),
        days if days > 0 => format!(", {}", plural(&days, "day")),
        days => format!(", {} earlier", plural(&-days, "day")),
    });
    let by = if_any(change.by, |by| format!(" by {by}"));
    let late = if change.is_late() { ", after it had expired: still counts as late" } else { "" };
    vec![
        format!("{}: {} to {}{shift}.", titled(id, title, scope), shown(change.from), shown(change.to)),
        format!("Reason: {}.", sentence(change.why)),
        format!("Agreed {}{by}{late}.", short(change.on, scope)),
        if_any(item.as_ref(), |item| owners(item, scope)),
    ]
}

fn cancelled(item: &Item<'_>, scope: &Scope<'_>) -> Vec<String> {
    let Some(Cancelled { on, why, by }) = item.cancelled else { return Vec::new() };
    let by = if_any(by, |by| format!(" by {by}"));
    let late = if item.was_cancelled_late() { ", after it had expired: still counts as late" } else { "" };
    let why = if_any(why, |why| format!("Reason: {}.", sentence(why)));
    vec![about(item, &format!("cancelled {}{by}{late}", short(on, scope)), scope), why, owners(item, scope)]
}

fn unit_figures(unit: &UnitFigures<'_>, scope: &Scope<'_>) -> String {
    let UnitFigures { name, figures, leads, overdue } = unit;
    let leads = if_some(*leads, |leads| format!(" (lead in {leads})"));
    let kept = match figures.per_mille() {
        None => "none due".to_owned(),
        Some(rate) => format!("{} due{leads}, {} on time, {}", figures.due, figures.on_time, percent(rate)),
    };
    format!("{}: {kept}; {overdue} overdue {}.", name.unwrap_or("Other"), at_the_end(scope))
}

fn plan_figures(plan: &PlanFigures, scope: &Scope<'_>) -> String {
    let PlanFigures { total, figures, overdue } = plan;
    let Figures { due, on_time, late, not_done, .. } = figures;
    let kept = match figures.per_mille() {
        None => "none due".to_owned(),
        Some(rate) => {
            format!("{due} due, {on_time} on time, {late} late, {not_done} not done, {}", percent(rate))
        }
    };
    let called = if_any(scope.plan, |plan| format!("{} ({})", plan.title, plan.name));
    format!("{called}: {}; {kept}; {overdue} overdue {}.", plural(total, "item"), at_the_end(scope))
}

/// When what is overdue was counted.
fn at_the_end(scope: &Scope<'_>) -> String {
    match scope.period.filter(|_| scope.is_over()) {
        Some(period) => at_end(period, scope.day, scope),
        None => as_of(scope),
    }
}

/// A line of the page for one unit, by the deadline that stands.
fn reminded(item: &Item<'_>, scope: &Scope<'_>) -> String {
    let aside = if_any(item.agreed.filter(|_| was_left_behind(item)), |day| {
        format!(" ({}, moved after it had expired)", short(day, scope))
    });
    let days = item.days.unwrap_or_default();
    let left = match days {
        0 => "today".to_owned(),
        days if days < 0 => format!("{} late", plural(&-days, "day")),
        days => format!("in {}", plural(&days, "day")),
    };
    let expected = if_any(item.details.expected, |day| match days {
        0.. => format!(" Expected {}.", expected_late(item, day, scope)),
        _ => format!(" Expected {}.", short(day, scope)),
    });
    format!("{}: {}{aside}, {left}.{expected}", titled(item.id, item.title, scope), due(item, scope))
}
