//! Every time that a document states is placed in the calendar that its plan file will have: what reads right there
//! stays in the document's words, what does not becomes a question.

pub mod order;
mod phases;
mod slashes;
mod spread;
#[cfg(test)]
mod tests;
mod times;
mod words;

use chrono::{Datelike, NaiveDate};

use self::order::{Lies, Order};
use self::phases::Placed;
use self::spread::span;
pub use self::times::words_of;
use self::times::{Settled, settle, tidied};
use self::words::Frame;
use super::Outline;
use super::document::Place;
use super::entry::{Activity, Stated, Time};
use super::question::{About, Question};
use super::year::mentions::names_year;
use crate::model::date::{Calendar, DateRange, Dotted, When};
use crate::model::language::Language;
use crate::model::plan::both_ends;

/// A year is the longest time in which a day without one is certain.
const YEAR: i64 = 366;

/// Places all times of the outline, whose year is known, and the day on which the document was `signed` where it
/// gave the year.
pub fn place(outline: &mut Outline, signed: Option<NaiveDate>) {
    outline.phases.iter_mut().for_each(|phase| phase.time = tidied(&phase.time));
    outline.activities.iter_mut().for_each(|activity| activity.time = tidied(&activity.time));
    let mut frame = Frame { calendar: calendar(outline), around: None };
    frame.calendar.plan = whole_period(outline, &frame);
    frame.calendar.year = frame.calendar.year.or(frame.calendar.plan.map(|plan| plan.start.year()));
    let year = frame.calendar.year;
    let is_of_one_year = year.is_some_and(|year| names_year(outline.title.as_deref().unwrap_or(""), year));
    let order = Order { year, dotted: frame.calendar.dotted, is_of_one_year, signed };
    let (phases, rows) = order.of(&outline.phases, &outline.activities);
    let lies: Vec<Lies> = phases.iter().chain(&rows).flatten().copied().collect();
    frame.around = span(&lies);
    let mut attempt = Attempt::at(outline, frame);
    if frame.calendar.plan.is_none() {
        let short = frame.around.filter(|around| (around.end - around.start).num_days() < YEAR);
        if let Some(around) = short.filter(|_| !attempt.agrees(&phases, &rows)) {
            frame.calendar.plan = Some(around);
            outline.period = Some(both_ends(around));
            attempt = Attempt::at(outline, frame);
        }
        attempt.ask_where_rows_differ(&rows);
    }
    attempt.carry_out(outline, &frame);
}

/// Returns the days of each activity, as they are read in the calendar of the plan.
pub fn days(outline: &Outline) -> Vec<Option<DateRange>> {
    let mut frame = Frame { calendar: calendar(outline), around: None };
    let plan = outline.period.as_deref().and_then(|words| frame.read(words).ok()?.when.range());
    frame.calendar =
        Calendar { plan, year: outline.year.or(plan.map(|plan| plan.start.year())), ..frame.calendar };
    Attempt::at(outline, frame).rows.into_iter().map(|settled| settled.days).collect()
}

fn calendar(outline: &Outline) -> Calendar {
    let dotted = match outline.language {
        Language::Zh => Dotted::MonthFirst,
        Language::En => Dotted::Unsure,
    };
    Calendar { year: outline.year, dotted, ..Calendar::default() }
}

/// The time of the whole plan; words for it that are none become a question.
fn whole_period(outline: &mut Outline, frame: &Frame) -> Option<DateRange> {
    let words = outline.period.take()?;
    let about = match frame.read(&words).map(|reading| reading.when) {
        Ok(When::Range(range)) => {
            outline.period = Some(words);
            return Some(range);
        }
        Ok(_) => About::Unread { words },
        Err(about) => about,
    };
    let places = outline.phases.iter().map(|phase| &phase.place);
    let first = places.chain(outline.activities.iter().map(|activity| &activity.place)).next();
    let place = first.cloned().unwrap_or(Place::Paragraph(1));
    outline.questions.push(Question::at(&place, about));
    None
}

/// All times placed in one calendar.
struct Attempt {
    phases: Vec<Placed>,
    rows: Vec<Settled>,
}

impl Attempt {
    fn at(outline: &Outline, frame: Frame) -> Attempt {
        let begin = frame.around.map(|around| around.start);
        let phases = phases::placed(&outline.phases, &frame, begin);
        let settled = |activity: &Activity| {
            let phase = activity.phase.and_then(|at| phases.get(at)?.range());
            settle(&activity.time, &Frame { calendar: Calendar { phase, ..frame.calendar }, ..frame })
        };
        let mut rows: Vec<Settled> = outline.activities.iter().map(settled).collect();
        slashes::settle(&mut rows, &outline.activities);
        Attempt { phases, rows }
    }

    /// Whether what is certain lies where its row does.
    fn agrees(&self, phases: &[Option<Lies>], rows: &[Option<Lies>]) -> bool {
        let lies_there = |(settled, lies): (&Settled, &Option<Lies>)| match (lies, &settled.about) {
            (Some(lies), None) => settled.days.is_none_or(|days| days.end == lies.days.end),
            (Some(_), Some(About::Outside { .. })) => false,
            _ => true,
        };
        let is_phase_there = |(placed, lies): (&Placed, &Option<Lies>)| match (placed, lies) {
            (Placed::Phase { range, .. }, Some(lies)) => range.end == lies.days.end,
            (Placed::Activity { .. }, Some(lies)) => !lies.is_carried,
            (_, None) => true,
        };
        self.rows.iter().zip(rows).all(lies_there) && self.phases.iter().zip(phases).all(is_phase_there)
    }

    /// What is read in one year and stands among the days of another is a question.
    fn ask_where_rows_differ(&mut self, rows: &[Option<Lies>]) {
        for (settled, lies) in self.rows.iter_mut().zip(rows) {
            let (Some(lies), Some(days)) = (lies, settled.days) else { continue };
            if lies.is_carried && (days.end != lies.days.end || !lies.is_sure) {
                let words = words_of(&settled.time);
                let candidates = of_both_years(days.end, lies.days.end);
                let about = Some(About::Outside { words: words.clone(), candidates });
                *settled = Settled { time: Time::ToSettle(words), days: None, about };
            }
        }
    }

    fn carry_out(self, outline: &mut Outline, frame: &Frame) {
        for (activity, settled) in outline.activities.iter_mut().zip(self.rows) {
            let is_asked = matches!(activity.time, Time::ToSettle(_)) && !activity.questions.is_empty();
            let about = settled.about.filter(|_| !is_asked);
            activity.time = settled.time;
            activity.questions.extend(about.map(|about| Question::at(&activity.place, about)));
            place_done(activity, frame);
            activity.phase = activity.phase.or_else(|| holding(&self.phases, settled.days?));
        }
        phases::carry_out(self.phases, outline);
    }
}

/// The day on which something was done, which may need the document's year.
fn place_done(activity: &mut Activity, frame: &Frame) {
    let Some(Stated::Words(words)) = &activity.done else { return };
    activity.done = match frame.read(words).map(|reading| reading.when) {
        Ok(When::Due(day)) => Some(Stated::Day(day)),
        _ => {
            let about = About::DoneWithoutDay { words: words.clone() };
            activity.questions.push(Question::at(&activity.place, about));
            None
        }
    };
}

/// The one phase in which all of the days lie; among so many as no plan has, none.
fn holding(phases: &[Placed], days: DateRange) -> Option<usize> {
    const MANY: usize = 1000;
    if phases.len() > MANY {
        return None;
    }
    let holds = |phase: &Placed| phase.range().is_some_and(|range| range.covers(days));
    let mut holding = (0..phases.len()).filter(|at| holds(&phases[*at]));
    let at = holding.next()?;
    holding.next().is_none().then_some(at)
}

/// The day as it is read, and as its row has it; where both are one, that of the year before, too.
fn of_both_years(read: NaiveDate, of_row: NaiveDate) -> Vec<NaiveDate> {
    let other = if read == of_row { read.with_year(read.year() - 1) } else { Some(of_row) };
    let mut days: Vec<NaiveDate> = other.into_iter().chain([read]).collect();
    days.sort_unstable();
    days
}
