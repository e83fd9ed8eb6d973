//! A report, in English.

use chrono::{Datelike, NaiveDate};

use super::English;
use super::terms::plural;
use crate::messages::reports::{Reports, closing, outcome, percent, sentence};
use crate::messages::terms::{Terms, if_any, if_some};
use crate::model::agenda::{Counts, Figures, Item, PhaseOnDay, Progress};
use crate::model::date::DateRange;
use crate::model::plan::Due;
use crate::model::report::{Bulletin, CurrentPhase, Line, Moved, Part};

impl Reports for English {
    fn report_title(&self, title: &str) -> String {
        title.to_owned()
    }

    fn report_day(&self, day: NaiveDate, period: Option<DateRange>) -> String {
        match period {
            Some(period) => format!("From {} to {}.", self.full_date(period.start), self.full_date(day)),
            None => format!("Status on {}.", self.full_date(day)),
        }
    }

    fn overview(&self, bulletin: &Bulletin<'_, '_>) -> String {
        let Bulletin { period, figures, counts: Counts { total, .. }, .. } = bulletin;
        let day = bulletin.agenda.day();
        let when = match period {
            Some(period) => format!("from {} to {}", short(period.start, day), short(day, day)),
            None => format!("by {}", short(day, day)),
        };
        let mut text = format!("{} in the plan; {}", plural(total, "item"), kept(figures, &when));
        if let Some(original) = bulletin.original_where_other() {
            let rate = original.per_mille().map_or_else(|| "-".to_owned(), percent);
            let (on_time, due) = (original.on_time, original.due);
            text = format!("{text} Against the original deadlines: {rate} ({on_time} of {due}).");
        }
        let more =
            closing(bulletin, ["not done since before", "done ahead of time", "verified", "cancelled"]);
        let more: Vec<_> = more.map(|(name, count)| format!("{count} {name}")).collect();
        if more.is_empty() { text } else { format!("{text} Also: {}.", more.join(", ")) }
    }

    fn current_phase(&self, current: &CurrentPhase<'_>, day: NaiveDate) -> String {
        let CurrentPhase { phase: PhaseOnDay { title, range, .. }, progress, total, done } = current;
        let count = if_some(*total, |total| format!(", {done} of {} done", plural(&total, "item")));
        let (start, end) = (short(range.start, day), short(range.end, day));
        let Progress { day, days, .. } = *progress;
        format!("{title} ({start} to {end}): {day} of {days} days gone{count}.")
    }

    fn part(&self, part: Part, _at: usize, count: usize) -> String {
        match part {
            Part::Overview => "Overview".to_owned(),
            Part::Overdue => format!("Overdue ({count})"),
            Part::Soon { until } => format!("Due by {} {} ({count})", until.day(), until.format("%B")),
            Part::DoneLate => format!("Done late ({count})"),
            Part::Moves { late: 0 } => format!("Deadlines moved ({count})"),
            Part::Moves { late } => format!("Deadlines moved ({count}, {late} asked for late)"),
            Part::Finished => format!("Done ({count})"),
            Part::By(what) => format!("By {}", self.noun(what.key())),
            Part::Missing => "Needs attention".to_owned(),
        }
    }

    fn report_line(&self, line: &Line<'_>, day: NaiveDate) -> String {
        match line {
            Line::Overdue(item) => {
                let note = match item.last_note() {
                    Some(note) => {
                        format!("Last note, {}: {}.", short(note.on, day), sentence(&self.note(note)))
                    }
                    None => "No note.".to_owned(),
                };
                let expected = if_any(item.details.expected, |on| format!(" Expected {}.", short(on, day)));
                format!("{}, {} late. {}{expected} {note}", due(item, day), days(item), owner(item))
            }
            Line::Soon(item) if item.days == Some(0) => format!("{}, today. {}", due(item, day), owner(item)),
            Line::Soon(item) => format!("{}, in {}. {}", due(item, day), days(item), owner(item)),
            Line::DoneLate(item) => {
                format!("{}, {}, {} late. {}", due(item, day), done(item, day), days(item), owner(item))
            }
            Line::Finished(item) => {
                let outcome = outcome(item, day, [" ahead of time", " on time", " late", ""]);
                let verified = if_any(item.verified, |mark| format!(", verified {}", short(mark.on, day)));
                format!("{}: {}{}{verified}.", name(item), done(item, day), outcome)
            }
            Line::Moved(Moved { id, title, change }) => {
                let shown = |due: &Due<'_>| due.day.map_or_else(|| "no date".to_owned(), |to| short(to, day));
                let by = if_any(change.by, |by| format!(", {by}"));
                let late = if change.is_late() { "asked for late" } else { "before it expired" };
                let (from, to, on) = (shown(change.from), shown(change.to), short(change.on, day));
                let (shift, why) = (self.shift(change.days()), sentence(change.why));
                format!("{id} {title}: {from} to {to}{shift}. {why}{by}, {on}, {late}.")
            }
            Line::By { name, total, figures } => {
                let name = name.unwrap_or("nobody named");
                let ahead = if_some(figures.ahead, |ahead| format!(" {ahead} done ahead of time."));
                format!("{name}: {}; {}{ahead}", plural(total, "item"), kept(figures, "so far"))
            }
            Line::WithoutEvidence(ids) => format!("No evidence ({}): {}.", ids.len(), ids.join(", ")),
            Line::WithoutOwner(ids) => format!("Nobody responsible ({}): {}.", ids.len(), ids.join(", ")),
            Line::Stale { ids, days } => {
                format!("No note for {days} days ({}): {}.", ids.len(), ids.join(", "))
            }
        }
    }

    fn bullet(&self, _at: usize) -> String {
        "- ".to_owned()
    }

    fn full_date(&self, day: NaiveDate) -> String {
        format!("{} {} {}", day.day(), day.format("%B"), day.year())
    }
}

/// A date without its year where that is the report's.
fn short(day: NaiveDate, of: NaiveDate) -> String {
    let short = format!("{} {}", day.day(), day.format("%b"));
    if day.year() == of.year() { short } else { format!("{short} {}", day.year()) }
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

fn name(item: &Item<'_>) -> String {
    format!("{} {}", item.id, item.title)
}

fn due(item: &Item<'_>, day: NaiveDate) -> String {
    let due = if_any(item.due.day, |due| format!("due {}", short(due, day)));
    format!("{}: {due}", name(item))
}

fn done(item: &Item<'_>, day: NaiveDate) -> String {
    if_any(item.done, |done| format!("done {}", short(done, day)))
}

fn owner(item: &Item<'_>) -> String {
    format!("{}.", item.owner().unwrap_or("Nobody responsible"))
}

fn days(item: &Item<'_>) -> String {
    plural(&item.days.unwrap_or_default().abs(), "day")
}
