//! The timetable as a Gantt chart of Mermaid.

use std::fmt::Write as _;

use chrono::NaiveDate;

use super::timetable::Timetable;
use crate::model::agenda::{Item, Status};
use crate::model::text::one_line;

/// Writes a block that begins with `gantt`. Ends are inclusive; what has no deadline is not drawn.
pub(super) fn write(timetable: &Timetable<'_, '_>) -> String {
    let Timetable { agenda, items, messages, .. } = timetable;
    let mut text = format!(
        "gantt\n  title {}\n  dateFormat YYYY-MM-DD\n  axisFormat %m-%d\n  inclusiveEndDates\n",
        escaped(agenda.title())
    );
    if !agenda.phases().is_empty() {
        let _ = writeln!(text, "  section {}", messages.key(crate::model::key::ActivityKey::Phase));
    }
    for phase in agenda.phases() {
        text.push_str(&task(phase.id, phase.title, "", phase.range.start, phase.range.end));
    }
    let mut section = None;
    for item in *items {
        let Some(due) = item.due.day else { continue };
        let group = item.group().or(item.phase.map(|phase| phase.title)).unwrap_or(agenda.title());
        if section != Some(group) {
            let _ = writeln!(text, "  section {}", escaped(group));
            section = Some(group);
        }
        text.push_str(&task(item.id, item.title, tag(item), item.due.start.unwrap_or(due), due));
    }
    text
}

fn task(id: &str, title: &str, tag: &str, start: NaiveDate, end: NaiveDate) -> String {
    format!("  {id} {} :{tag}{start}, {end}\n", escaped(title))
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
