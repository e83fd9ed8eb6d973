//! A report, in English.

use chrono::{Datelike, NaiveDate};

use super::plural;
use crate::messages::Messages;
use crate::messages::{Label, percent};
use crate::model::agenda::Figures;
use crate::model::date::DateRange;
use crate::model::report::{Current, Entry, Line, Overview, Part};

pub(super) fn day(day: NaiveDate, period: Option<DateRange>) -> String {
    match period {
        Some(period) => format!("From {} to {}.", full(period.start), full(day)),
        None => format!("Status on {}.", full(day)),
    }
}

pub(super) fn full(day: NaiveDate) -> String {
    format!("{} {} {}", day.day(), day.format("%B"), day.year())
}

/// A date without its year where that is the report's.
fn short(day: NaiveDate, of: NaiveDate) -> String {
    let short = format!("{} {}", day.day(), day.format("%b"));
    if day.year() == of.year() { short } else { format!("{short} {}", day.year()) }
}

pub(super) fn overview(overview: &Overview) -> String {
    let Overview { total, day, period, figures, original, overdue_before, verified, cancelled } = *overview;
    let when = match period {
        Some(period) => format!("from {} to {}", short(period.start, day), short(day, day)),
        None => format!("by {}", short(day, day)),
    };
    let mut text = format!("{} in the plan; {}", plural(total, "item"), kept(&figures, &when));
    if let Some(original) = original {
        let rate = original.per_mille().map_or_else(|| "-".to_owned(), percent);
        let (on_time, due) = (original.on_time, original.due);
        text = format!("{text} Against the original deadlines: {rate} ({on_time} of {due}).");
    }
    let more = [
        ("not done since before", overdue_before),
        ("done ahead of time", figures.ahead),
        ("verified", verified),
        ("cancelled", cancelled),
    ];
    let more: Vec<_> =
        more.iter().filter(|(_, count)| *count > 0).map(|(name, count)| format!("{count} {name}")).collect();
    if more.is_empty() { text } else { format!("{text} Also: {}.", more.join(", ")) }
}

fn kept(figures: &Figures, when: &str) -> String {
    let Figures { due, on_time, late, not_done, .. } = figures;
    match figures.per_mille() {
        None => format!("none fell due {when}."),
        Some(rate) => format!(
            "{due} fell due {when}: {on_time} done on time, {late} done late, {not_done} not done. On time {}.",
            percent(rate)
        ),
    }
}

pub(super) fn current_phase(current: &Current<'_>) -> String {
    let Current { title, range, progress, total, done, day } = current;
    let count =
        if *total > 0 { format!(", {done} of {} done", plural(*total, "item")) } else { String::new() };
    format!(
        "{title} ({} to {}): {} of {} days gone{count}.",
        short(range.start, *day),
        short(range.end, *day),
        progress.day,
        progress.days
    )
}

pub(super) fn part(words: &super::English, part: Part, count: usize) -> String {
    let name = match part {
        Part::Overview => return "Overview".to_owned(),
        Part::By(what) => return format!("By {}", words.label(Label::from(what)).to_lowercase()),
        Part::Missing => return "Needs attention".to_owned(),
        Part::Soon { until } => format!("Due by {} {}", until.day(), until.format("%B")),
        Part::Moves { late } if late > 0 => {
            return format!("Deadlines moved ({count}, {late} asked for late)");
        }
        Part::Moves { .. } => "Deadlines moved".to_owned(),
        Part::Overdue => "Overdue".to_owned(),
        Part::DoneLate => "Done late".to_owned(),
        Part::Finished => "Done".to_owned(),
    };
    format!("{name} ({count})")
}

pub(super) fn line(line: &Line<'_>) -> String {
    match line {
        Line::Overdue(entry) => {
            let note = entry.note.map_or_else(
                || " No note.".to_owned(),
                |(on, text)| format!(" Last note, {}: {}.", short(on, entry.day), sentence(text)),
            );
            let expected = entry
                .expected
                .map_or_else(String::new, |expected| format!(" Expected {}.", short(expected, entry.day)));
            format!("{}, {} late. {}{expected}{note}", due(entry), days(entry), owner(entry))
        }
        Line::Soon(entry) if entry.days == Some(0) => format!("{}, today. {}", due(entry), owner(entry)),
        Line::Soon(entry) => format!("{}, in {}. {}", due(entry), days(entry), owner(entry)),
        Line::DoneLate(entry) => {
            format!("{}, {}, {} late. {}", due(entry), done(entry), days(entry), owner(entry))
        }
        Line::Finished(entry) => {
            let verified = entry
                .verified
                .map_or_else(String::new, |verified| format!(", verified {}", short(verified, entry.day)));
            format!("{}: {}{}{verified}.", name(entry), done(entry), how(entry))
        }
        Line::Moved { id, title, from, to, on, why, by, day } => {
            let shown =
                |to: &Option<NaiveDate>| to.map_or_else(|| "no date".to_owned(), |to| short(to, *day));
            let days = from.zip(*to).map(|(from, to)| (to - from).num_days());
            let by = by.map_or_else(String::new, |by| format!(", {by}"));
            let late =
                if from.is_some_and(|from| from < *on) { "asked for late" } else { "before it expired" };
            let shift = super::messages::shift(days);
            let (from, to, on) = (shown(from), shown(to), short(*on, *day));
            format!("{id} {title}: {from} to {to}{shift}. {}{by}, {on}, {late}.", sentence(why))
        }
        Line::By { name, total, figures } => {
            let name = name.unwrap_or("nobody named");
            let ahead = if figures.ahead > 0 {
                format!(" {} done ahead of time.", figures.ahead)
            } else {
                String::new()
            };
            format!("{name}: {}; {}{ahead}", plural(*total, "item"), kept(figures, "so far"))
        }
        Line::WithoutEvidence(ids) => format!("No evidence ({}): {}.", ids.len(), ids.join(", ")),
        Line::WithoutOwner(ids) => format!("Nobody responsible ({}): {}.", ids.len(), ids.join(", ")),
        Line::Stale { ids, days } => format!("No note for {days} days ({}): {}.", ids.len(), ids.join(", ")),
    }
}

fn name(entry: &Entry<'_>) -> String {
    format!("{} {}", entry.id, entry.title)
}

fn due(entry: &Entry<'_>) -> String {
    let due = entry.due.map_or_else(String::new, |due| format!("due {}", short(due, entry.day)));
    format!("{}: {due}", name(entry))
}

fn done(entry: &Entry<'_>) -> String {
    entry.done.map_or_else(String::new, |done| format!("done {}", short(done, entry.day)))
}

/// In time, late, or before the deadline has come.
fn how(entry: &Entry<'_>) -> &'static str {
    match (entry.due, entry.days) {
        (Some(due), _) if due > entry.day => " ahead of time",
        (_, Some(..0)) => " late",
        (Some(_), _) => " on time",
        (None, _) => "",
    }
}

fn days(entry: &Entry<'_>) -> String {
    let days = entry.days.unwrap_or_default().unsigned_abs();
    plural(usize::try_from(days).unwrap_or(usize::MAX), "day")
}

fn owner(entry: &Entry<'_>) -> String {
    format!("{}.", entry.owner.unwrap_or("Nobody responsible"))
}

/// A sentence that another one goes on from: without its own full stop.
fn sentence(text: &str) -> &str {
    text.trim_end_matches(['。', '.', ' '])
}
