//! Rows in their order carry the year on: after 12月 comes the 1月 of the next one.

use std::collections::HashMap;
use std::hash::Hash;

use chrono::{Datelike, Days, NaiveDate};

use super::words::{Frame, stretch};
use crate::model::date::{Calendar, DatePhrase, DateRange, Dotted, has_no_year};
use crate::outline::document::Place;
use crate::outline::entry::{Activity, Origin, Phase, Stated, Time};

/// Half a year: of two years for a day, the one that is nearer to the row before.
const HALF: i64 = 183;

/// So many days over New Year are a step from one row to the next, and no other order.
const STEP: i64 = 62;

/// Where a time lies, as far as its row tells.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Lies {
    pub days: DateRange,
    /// Whether its words name the year.
    pub is_whole: bool,
    /// Whether it was put into another year than the plan's for its place among the rows.
    pub is_carried: bool,
    /// Whether nothing else than that order can be meant.
    pub is_sure: bool,
}

/// Places times in the order of their rows, the first in `year`.
#[derive(Debug, Clone, Copy)]
pub struct Order {
    pub year: Option<i32>,
    pub dotted: Dotted,
    /// Whether the plan is named for its year: then no order of rows leads out of it for sure.
    pub is_of_one_year: bool,
    /// When the document was signed: what it asks for comes later.
    pub signed: Option<NaiveDate>,
}

impl Order {
    /// Returns where the phases lie, and where the activities do.
    pub fn of(self, phases: &[Phase], activities: &[Activity]) -> (Vec<Option<Lies>>, Vec<Option<Lies>>) {
        let of_phases = self.along(&phases.iter().map(|phase| &phase.time).collect::<Vec<_>>());
        let mut lie = vec![None; activities.len()];
        for rows in rows_of(activities) {
            let along = |rows: &[usize]| {
                let times: Vec<&Time> = rows.iter().map(|row| &activities[*row].time).collect();
                self.along(&times)
            };
            let whole = along(&rows);
            let is_ordered = whole.iter().flatten().all(|lies| lies.is_sure);
            let parts = if is_ordered { vec![rows] } else { by_group(&rows, activities) };
            for part in parts {
                for (row, lies) in part.iter().zip(along(&part)) {
                    lie[*row] = lies;
                }
            }
        }
        for (lies, activity) in lie.iter_mut().zip(activities) {
            let phase = activity.phase.and_then(|at| lasting(&of_phases, at));
            *lies = phase.and_then(|phase| self.inside(&activity.time, phase)).or(*lies);
        }
        (of_phases, lie)
    }

    /// The time inside its phase, where it has no year and one year puts it there.
    fn inside(self, time: &Time, phase: Lies) -> Option<Lies> {
        let years = phase.days.start.year()..=phase.days.end.year();
        let mut inside = years.take(2).filter_map(|year| self.lies(time, Some(year)));
        let found = inside.find(|lies| !lies.is_whole && phase.days.covers(lies.days))?;
        let is_carried = self.lies(time, self.year).is_none_or(|lies| lies.days != found.days);
        Some(Lies { is_carried, is_sure: phase.is_sure, ..found })
    }

    /// Walks along the rows. Where they do not follow each other, all are left in the year.
    fn along(self, times: &[&Time]) -> Vec<Option<Lies>> {
        let first_whole = times.iter().position(|time| self.is_whole(time));
        let (before, behind) = times.split_at(first_whole.unwrap_or(0));
        let mut lie = vec![None; before.len()];
        let mut next = first_whole.and_then(|at| self.lies(times[at], self.year));
        for (at, time) in before.iter().enumerate().rev() {
            lie[at] = next.map_or_else(|| self.lies(time, self.year), |next| self.near(time, next, true));
            next = lie[at].or(next);
        }
        let mut last = None;
        for time in behind {
            let lies = match last {
                Some(last) if !self.is_whole(time) => self.near(time, last, false),
                _ => self.lies(time, self.year),
            };
            last = lies.or(last);
            lie.push(lies);
        }
        if follows(&lie) { lie } else { times.iter().map(|time| self.unordered(time)).collect() }
    }

    fn unordered(self, time: &Time) -> Option<Lies> {
        self.lies(time, self.year).map(|lies| Lies { is_sure: lies.is_whole, ..lies })
    }

    /// The year that puts the time next to its neighbour, which stands in the row before it or behind it.
    fn near(self, time: &Time, neighbour: Lies, is_behind: bool) -> Option<Lies> {
        let base = neighbour.days.end.year();
        let steps: [i32; 2] = if is_behind { [0, -1] } else { [0, 1] };
        let lies = steps.map(|step| self.lies(time, base.checked_add(step)));
        let gap = |lies: &Lies| (lies.days.end - neighbour.days.end).num_days();
        let in_base = lies[0]?;
        let is_far = if is_behind { gap(&in_base) > HALF } else { gap(&in_base) < -HALF };
        let found = if is_far { lies[1]? } else { in_base };
        let is_over = self.signed.is_some_and(|signed| in_base.days.end < signed);
        let is_step = !self.is_of_one_year && gap(&found).abs() <= STEP;
        let is_sure = (!is_far || is_over || is_step) && neighbour.is_sure;
        let is_carried = self.lies(time, self.year).is_none_or(|lies| lies.days != found.days);
        Some(Lies { is_carried, is_sure, ..found })
    }

    fn lies(self, time: &Time, year: Option<i32>) -> Option<Lies> {
        let days = days(time, &self.frame(year))?;
        Some(Lies { days, is_whole: self.is_whole(time), is_carried: false, is_sure: true })
    }

    fn frame(self, year: Option<i32>) -> Frame {
        Frame { calendar: Calendar { year, dotted: self.dotted, ..Calendar::default() }, around: None }
    }

    /// Whether all its words name their year, or are a day.
    fn is_whole(self, time: &Time) -> bool {
        let calendar = self.frame(None).calendar;
        let has_year =
            |words: &str| DatePhrase::parse(words).is_ok_and(|phrase| !has_no_year(&phrase, &calendar));
        stated(time).iter().all(|stated| match stated {
            Stated::Day(_) => true,
            Stated::Words(words) => has_year(words),
        }) && !stated(time).is_empty()
    }
}

/// A phase of which only the end is known begins where the one before it ends.
fn lasting(phases: &[Option<Lies>], at: usize) -> Option<Lies> {
    let phase = (*phases.get(at)?)?;
    let before = at.checked_sub(1).and_then(|at| phases[at]).filter(|_| phase.days.start == phase.days.end);
    let days = before.and_then(|before| DateRange::new(before.days.end.succ_opt()?, phase.days.end));
    Some(Lies { days: days.unwrap_or(phase.days), ..phase })
}

/// Whether no row lies half a year before the one above it, and those that have no year of their own do not fill
/// more than one.
fn follows(lie: &[Option<Lies>]) -> bool {
    let lie: Vec<&Lies> = lie.iter().flatten().collect();
    let is_carried = lie.iter().any(|lies| lies.is_carried);
    let jumps = lie.windows(2).any(|pair| {
        let far = (pair[1].days.end - pair[0].days.end).num_days().abs() > HALF;
        far && !pair[1].is_whole
    });
    let ends = lie.iter().filter(|lies| !lies.is_whole).map(|lies| lies.days.end);
    let length = ends.clone().max().zip(ends.min()).map_or(0, |(last, first)| (last - first).num_days());
    !is_carried || !jumps && length < 366
}

/// Returns all that the time states.
pub fn stated(time: &Time) -> Vec<Stated> {
    match time {
        Time::Due(stated) | Time::Lasting { start: stated, .. } => vec![stated.clone()],
        Time::Between { start, due } => vec![start.clone(), due.clone()],
        Time::Period(words) => vec![Stated::Words(words.clone())],
        Time::Computed { due, .. } => vec![Stated::Day(*due)],
        Time::Unsaid | Time::ToSettle(_) => Vec::new(),
    }
}

/// The days of the time, where all of it can be read; an end without a year is not before its start.
fn days(time: &Time, frame: &Frame) -> Option<DateRange> {
    let read = |stated: &Stated, frame: &Frame| match stated {
        Stated::Day(day) => DateRange::new(*day, *day),
        Stated::Words(words) => stretch(&frame.read(words).ok()?),
    };
    match time {
        Time::Between { start, due } => {
            let first = read(start, frame)?.start;
            let last = read(due, frame)?.end;
            let later = Calendar { year: frame.calendar.year.map(|year| year + 1), ..frame.calendar };
            let in_next = || read(due, &Frame { calendar: later, around: None }).map(|range| range.end);
            let last = if (first - last).num_days() > HALF { in_next()? } else { last };
            DateRange::new(first, last)
        }
        Time::Lasting { start, days, .. } => {
            let first = read(start, frame)?.start;
            DateRange::new(first, last_of(first, *days)?)
        }
        Time::Computed { start, due, .. } => DateRange::new(start.unwrap_or(*due), *due),
        _ => read(stated(time).first()?, frame),
    }
}

fn last_of(first: NaiveDate, days: u32) -> Option<NaiveDate> {
    first.checked_add_days(Days::new(u64::from(days.checked_sub(1)?)))
}

/// The rows of each table and of each list, and every sentence by itself.
fn rows_of(activities: &[Activity]) -> Vec<Vec<usize>> {
    let source = |at: usize| match (&activities[at].place, activities[at].origin) {
        (_, Origin::Sentence) => (None, None, Some(at)),
        (Place::Row { table, .. }, _) => (Some(*table), None, None),
        (Place::Sheet { sheet, .. }, _) => (None, Some(sheet.as_str()), None),
        _ => (None, None, None),
    };
    grouped(&(0..activities.len()).collect::<Vec<_>>(), source)
}

fn by_group(rows: &[usize], activities: &[Activity]) -> Vec<Vec<usize>> {
    grouped(rows, |at| (activities[at].phase, activities[at].group.as_deref()))
}

/// Parts the rows by what they have in common, each part in its order.
fn grouped<K: Eq + Hash>(rows: &[usize], key: impl Fn(usize) -> K) -> Vec<Vec<usize>> {
    let (mut parts, mut known) = (Vec::<Vec<usize>>::new(), HashMap::new());
    for row in rows {
        let part = *known.entry(key(*row)).or_insert(parts.len());
        parts.resize_with(parts.len().max(part + 1), Vec::new);
        parts[part].push(*row);
    }
    parts
}
