//! The deadlines as a calendar: RFC 5545.

use std::borrow::Cow;
use std::collections::HashSet;

use chrono::{Days, NaiveDate, NaiveTime, TimeDelta};
use icalendar::{Alarm, Calendar, Component, Event, EventLike, EventStatus, Property};
use uuid::Uuid;

use super::timetable::{Timetable, Timetables};
use crate::model::agenda::{Item, Status};
use crate::model::plan::Notation;
use crate::model::text::clean_lines;

/// The day from which the revisions of events are counted: an export of a later day takes the place of an earlier one.
const FIRST: NaiveDate = NaiveDate::from_ymd_opt(2000, 1, 1).expect("a day");
/// The hour at which an alarm rings.
const HOUR: u32 = 9;

/// What falls due on a day.
struct Deadline<'t> {
    /// Empty: of the plan.
    id: &'t str,
    title: &'t str,
    day: NaiveDate,
    items: Vec<&'t Item<'t>>,
}

/// Writes an event on the day of each deadline; what only has its phase's or the plan's comes as one event of that.
/// With `alarm` it rings in the morning so many days before, as long as something is still to be done.
pub(super) fn write(timetables: &Timetables<'_, '_>, alarm: Option<u32>) -> String {
    let mut calendar = Calendar::empty();
    for (name, value) in [("VERSION", "2.0"), ("PRODID", "-//plan//plan//EN"), ("CALSCALE", "GREGORIAN")] {
        calendar.append_property(Property::new(name, value));
    }
    calendar.name(&clean_lines(&timetables.title()).replace('\n', " "));
    let mut titles = HashSet::new();
    for timetable in &timetables.plans {
        let is_first = titles.insert(timetable.agenda.title());
        for deadline in deadlines(timetable) {
            let name = name(deadline.id, is_first, timetable);
            calendar.push(event(&deadline, &name, timetable, alarm));
        }
    }
    calendar.to_string()
}

fn deadlines<'t>(timetable: &'t Timetable<'t, '_>) -> Vec<Deadline<'t>> {
    let mut deadlines: Vec<Deadline<'t>> = Vec::new();
    for item in &timetable.items {
        let Some(day) = item.due.day else { continue };
        let whole = whole(item, timetable);
        let (id, title) = whole.unwrap_or((item.id, item.title));
        match deadlines.iter_mut().find(|known| whole.is_some() && known.id == id) {
            Some(known) => known.items.push(item),
            None => deadlines.push(Deadline { id, title, day, items: vec![item] }),
        }
    }
    deadlines
}

/// Returns the id and the title of the phase or the plan whose whole time it takes.
fn whole<'t>(item: &Item<'t>, timetable: &Timetable<'t, '_>) -> Option<(&'t str, &'t str)> {
    let range = item.due.range().filter(|_| item.due.notation == Notation::Period)?;
    let phase = item.phase.filter(|phase| phase.range == range).map(|phase| (phase.id, phase.title));
    let is_plan = timetable.agenda.range() == Some(range);
    phase.or_else(|| is_plan.then(|| ("", timetable.agenda.title())))
}

/// Returns what an event is known by, the same whether its plan is handed out alone or with others. A further plan of the
/// same title is told apart by what it is called.
fn name(id: &str, is_first: bool, timetable: &Timetable<'_, '_>) -> String {
    let id = if is_first { Cow::from(id) } else { timetable.id(id) };
    format!("{}\n{id}", timetable.agenda.title())
}

fn event(deadline: &Deadline<'_>, name: &str, timetable: &Timetable<'_, '_>, alarm: Option<u32>) -> Event {
    let today = timetable.agenda.day();
    let uid = |name: &str| Uuid::new_v5(&Uuid::NAMESPACE_URL, name.as_bytes()).to_string();
    let sequence = (today - FIRST).num_days();
    let title = clean_lines(deadline.title).replace('\n', " ");
    let mut event = Event::new();
    event
        .uid(&uid(name))
        .summary(&title)
        .description(&description(deadline, timetable))
        .starts(deadline.day)
        .ends(deadline.day.checked_add_days(Days::new(1)).unwrap_or(deadline.day))
        .sequence(u32::try_from(sequence).unwrap_or_default())
        .timestamp(today.and_time(NaiveTime::MIN).and_utc())
        .add_property("TRANSP", "TRANSPARENT");
    if deadline.items.iter().all(|item| item.status == Status::Cancelled) {
        event.status(EventStatus::Cancelled);
    }
    if let Some(days) = alarm.filter(|_| deadline.items.iter().any(|item| item.status.is_unfinished())) {
        let mut alarm = Alarm::display(&title, TimeDelta::zero());
        alarm.add_property("TRIGGER", trigger(days)).add_property("UID", uid(&format!("{name}\nalarm")));
        // The library would take the clock.
        alarm.add_property("DTSTAMP", today.format("%Y%m%dT000000Z").to_string());
        event.alarm(alarm);
    }
    event.done()
}

/// In hours, which phones read: a day before an event of a whole day is midnight.
fn trigger(days: u32) -> String {
    match (u64::from(days) * 24).checked_sub(HOUR.into()) {
        Some(hours) => format!("-PT{hours}H"),
        None => format!("PT{HOUR}H"),
    }
}

/// A line an activity: how it stands, what the document says of the deadline, who answers for it.
fn description(deadline: &Deadline<'_>, timetable: &Timetable<'_, '_>) -> String {
    let messages = timetable.messages;
    let line = |item: &&Item<'_>| {
        let owners = item.owners().collect::<Vec<_>>().join(messages.comma());
        let title = if deadline.id == item.id { "" } else { item.title };
        let words = item.words.unwrap_or_default();
        let parts = [&timetable.id(item.id), title, words, &owners, &messages.status(item.status, item.days)];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    };
    clean_lines(&deadline.items.iter().map(line).collect::<Vec<_>>().join("\n"))
}
