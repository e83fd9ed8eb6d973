//! A report, in English.

use chrono::{Datelike, NaiveDate};

use super::English;
use super::terms::plural;
use crate::messages::reports::{Reports, closing, outcome, percent, sentence};
use crate::messages::terms::{Label, Terms, if_any};
use crate::model::agenda::Figures;
use crate::model::date::DateRange;
use crate::model::report::{Current, Entry, Line, Overview, Part};

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

    fn overview(&self, overview: &Overview) -> String {
        let Overview { total, day, period, figures, original, .. } = *overview;
        let when = match period {
            Some(period) => format!("from {} to {}", short(period.start, day), short(day, day)),
            None => format!("by {}", short(day, day)),
        };
        let mut text = format!("{} in the plan; {}", plural(&total, "item"), kept(&figures, &when));
        if let Some(original) = original {
            let rate = original.per_mille().map_or_else(|| "-".to_owned(), percent);
            let (on_time, due) = (original.on_time, original.due);
            text = format!("{text} Against the original deadlines: {rate} ({on_time} of {due}).");
        }
        let more =
            closing(overview, ["not done since before", "done ahead of time", "verified", "cancelled"]);
        let more: Vec<_> = more.map(|(name, count)| format!("{count} {name}")).collect();
        if more.is_empty() { text } else { format!("{text} Also: {}.", more.join(", ")) }
    }

    fn current_phase(&self, current: &Current<'_>) -> String {
        let Current { title, range, progress, total, done, day } = current;
        let count =
            if *total > 0 { format!(", {done} of {} done", plural(total, "item")) } else { String::new() };
        format!(
            "{title} ({} to {}): {} of {} days gone{count}.",
            short(range.start, *day),
            short(range.end, *day),
            progress.day,
            progress.days
        )
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
            Part::By(what) => format!("By {}", self.noun(Label::from(what))),
            Part::Missing => "Needs attention".to_owned(),
        }
    }

    fn report_line(&self, line: &Line<'_>) -> String {
        match line {
            Line::Overdue(entry) => {
                let note = entry.note.map_or_else(
                    || " No note.".to_owned(),
                    |(on, text)| format!(" Last note, {}: {}.", short(on, entry.day), sentence(text)),
                );
                let expected = entry
                    .expected
                    .map(|on| format!(" Expected {}.", short(on, entry.day)))
                    .unwrap_or_default();
                format!("{}, {} late. {}{expected}{note}", due(entry), days(entry), owner(entry))
            }
            Line::Soon(entry) if entry.days == Some(0) => format!("{}, today. {}", due(entry), owner(entry)),
            Line::Soon(entry) => format!("{}, in {}. {}", due(entry), days(entry), owner(entry)),
            Line::DoneLate(entry) => {
                format!("{}, {}, {} late. {}", due(entry), done(entry), days(entry), owner(entry))
            }
            Line::Finished(entry) => {
                let outcome = outcome(entry, [" ahead of time", " on time", " late", ""]);
                let verified = entry
                    .verified
                    .map(|on| format!(", verified {}", short(on, entry.day)))
                    .unwrap_or_default();
                format!("{}: {}{}{verified}.", name(entry), done(entry), outcome)
            }
            Line::Moved { id, title, from, to, on, why, by, day } => {
                let shown =
                    |to: &Option<NaiveDate>| to.map_or_else(|| "no date".to_owned(), |to| short(to, *day));
                let days = from.zip(*to).map(|(from, to)| (to - from).num_days());
                let by = if_any(*by, |by| format!(", {by}"));
                let late =
                    if from.is_some_and(|from| from < *on) { "asked for late" } else { "before it expired" };
                let shift = self.shift(days);
                let (from, to, on) = (shown(from), shown(to), short(*on, *day));
                format!("{id} {title}: {from} to {to}{shift}. {}{by}, {on}, {late}.", sentence(why))
            }
            Line::By { name, total, figures } => {
                let name = name.unwrap_or("nobody named");
                let ahead = match figures.ahead {
                    0 => String::new(),
                    ahead => format!(" {ahead} done ahead of time."),
                };
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

fn name(entry: &Entry<'_>) -> String {
    format!("{} {}", entry.id, entry.title)
}

fn due(entry: &Entry<'_>) -> String {
    let due = if_any(entry.due, |due| format!("due {}", short(due, entry.day)));
    format!("{}: {due}", name(entry))
}

fn done(entry: &Entry<'_>) -> String {
    if_any(entry.done, |done| format!("done {}", short(done, entry.day)))
}

fn owner(entry: &Entry<'_>) -> String {
    format!("{}.", entry.owner.unwrap_or("Nobody responsible"))
}

fn days(entry: &Entry<'_>) -> String {
    plural(&entry.days.unwrap_or_default().abs(), "day")
}
