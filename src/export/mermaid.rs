//! The timetable as a Gantt chart of Mermaid; of several plans, each is a section.

use std::fmt::Write as _;

use chrono::NaiveDate;

use super::timetable::{Timetable, Timetables};
use crate::model::agenda::{Item, Status};
use crate::model::key::ActivityKey;
use crate::model::text::one_line;

/// Writes a block that begins with `gantt`. Ends are inclusive; what has no deadline is not drawn.
pub(super) fn write(timetables: &Timetables<'_, '_>) -> String {
    let mut text = format!(
        "gantt\n  title {}\n  dateFormat YYYY-MM-DD\n  axisFormat %m-%d\n  inclusiveEndDates\n",
        escaped(&timetables.title())
    );
    let mut section = None;
    for timetable in &timetables.plans {
        let whole = timetables.are_several().then_some(&*timetable.title);
        for (group, task) in tasks(timetable) {
            let group = whole.unwrap_or(group);
            if section != Some(group) {
                let _ = writeln!(text, "  section {}", escaped(group));
                section = Some(group);
            }
            text.push_str(&task);
        }
    }
    text
}

/// Returns the phases and what has a deadline, each with what it stands under.
fn tasks<'t>(timetable: &'t Timetable<'_, '_>) -> impl Iterator<Item = (&'t str, String)> {
    let Timetable { agenda, items, title, messages, .. } = timetable;
    let phases = agenda.phases().iter().map(|phase| {
        let task = task(&timetable.id(phase.id), phase.title, "", phase.range.start, phase.range.end);
        (messages.key(ActivityKey::Phase), task)
    });
    let items = items.iter().filter_map(|item| {
        let due = item.due.day?;
        let group = item.group().or(item.phase.map(|phase| phase.title)).unwrap_or(title);
        let start = item.due.start.unwrap_or(due);
        Some((group, task(&timetable.id(item.id), item.title, tag(item), start, due)))
    });
    phases.chain(items)
}

fn task(id: &str, title: &str, tag: &str, start: NaiveDate, end: NaiveDate) -> String {
    format!("  {} {} :{tag}{start}, {end}\n", escaped(id), escaped(title))
}

fn tag(item: &Item<'_>) -> &'static str {
    match item.status {
        Status::Done | Status::DoneLate | Status::Cancelled => "done, ",
        Status::Overdue => "crit, ",
        Status::DueToday | Status::DueSoon => "active, ",
        Status::Open(_) | Status::Undated(_) => "",
    }
}

/// Text with what Mermaid takes for its own written as entities.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in one_line(text).chars() {
        match c {
            '#' | ':' | ';' | '%' | '<' | '>' | '"' | '`' => {
                let _ = write!(escaped, "#{};", c as u32);
            }
            c => escaped.push(c),
        }
    }
    escaped
}
