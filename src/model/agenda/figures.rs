//! How many activities stand how, and how far deadlines were kept.

use std::collections::HashMap;

use chrono::NaiveDate;
use derive_more::{Add, Sum};

use super::day::Agenda;
use super::item::Item;
use super::phase::PhaseOnDay;
use super::status::{Stage, Status, WhyUndated};
use crate::model::date::DateRange;
use crate::model::text::{Text, look};

/// How many activities stand how. Every activity counts once in `total` and once in one of the others,
/// `verified` aside: that is a second step of some of the done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Add, Sum)]
pub struct Counts {
    pub total: usize,
    pub done: usize,
    pub done_late: usize,
    pub overdue: usize,
    pub due_today: usize,
    pub due_soon: usize,
    pub not_started: usize,
    pub under_way: usize,
    pub not_yet_due: usize,
    pub no_date: usize,
    pub to_settle: usize,
    pub cancelled: usize,
    pub verified: usize,
}

impl Counts {
    pub fn of<'p>(items: impl IntoIterator<Item = Item<'p>>) -> Counts {
        let mut counts = Counts::default();
        for item in items {
            counts.total += 1;
            *counts.slot(item.status) += 1;
            counts.verified += usize::from(item.verified.is_some());
        }
        counts
    }

    fn slot(&mut self, status: Status) -> &mut usize {
        match status {
            Status::Done => &mut self.done,
            Status::DoneLate => &mut self.done_late,
            Status::Overdue => &mut self.overdue,
            Status::DueToday => &mut self.due_today,
            Status::DueSoon => &mut self.due_soon,
            Status::Open(Stage::NotStarted) => &mut self.not_started,
            Status::Open(Stage::UnderWay) => &mut self.under_way,
            Status::Open(Stage::NotYetDue) => &mut self.not_yet_due,
            Status::Undated(WhyUndated::NoDate) => &mut self.no_date,
            Status::Undated(WhyUndated::ToSettle) => &mut self.to_settle,
            Status::Cancelled => &mut self.cancelled,
        }
    }
}

/// Which deadline counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// The one that counts.
    Counting,
    /// The one it was issued with.
    Original,
}

/// How many activities have fallen due, and what became of them.
///
/// An activity has fallen due when the deadline that counts is before the day, or is the day and it is done. What has no
/// deadline counts nowhere, nor does what was cancelled before it fell due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Add, Sum)]
pub struct Figures {
    /// What has fallen due: the next three together.
    pub due: usize,
    /// Of these, done on or before the deadline.
    pub on_time: usize,
    /// Of these, done after it.
    pub late: usize,
    /// Of these, not done.
    pub not_done: usize,
    /// Of these that were not done, cancelled late.
    pub cancelled_late: usize,
    /// Done although the deadline is still to come; not among those that have fallen due.
    pub ahead: usize,
}

impl Figures {
    /// Counts `items` as they stand on their day; with `within`, what was due in that stretch of time, or was done in it
    /// ahead of time.
    pub fn of<'p>(
        items: impl IntoIterator<Item = Item<'p>>,
        measure: Measure,
        within: Option<DateRange>,
    ) -> Figures {
        let mut figures = Figures::default();
        let inside = |day: NaiveDate| within.is_none_or(|range| range.contains(day));
        for item in items {
            let Some(due) = held_to(&item, measure) else { continue };
            if item.has_fallen_due(due) {
                if inside(due) {
                    figures.count(item.done, due);
                    figures.cancelled_late += usize::from(item.was_cancelled_late());
                }
            } else if item.done.is_some_and(inside) {
                figures.ahead += 1;
            }
        }
        figures
    }

    fn count(&mut self, done: Option<NaiveDate>, due: NaiveDate) {
        self.due += 1;
        match done {
            Some(done) if done <= due => self.on_time += 1,
            Some(_) => self.late += 1,
            None => self.not_done += 1,
        }
    }

    /// Of a thousand that have fallen due, how many were done on time; None where nothing has.
    pub fn per_mille(&self) -> Option<usize> {
        per_mille(self.on_time, self.due)
    }
}

/// Returns how many of a thousand `part` is of `whole`, halves up; None where that is nothing.
pub(in crate::model) fn per_mille(part: usize, whole: usize) -> Option<usize> {
    (part * 1000 + whole / 2).checked_div(whole)
}

/// Returns the day that `measure` holds an item to; None where it counts nowhere.
fn held_to(item: &Item<'_>, measure: Measure) -> Option<NaiveDate> {
    if item.cancelled.is_some() && !item.was_cancelled_late() {
        return None;
    }
    match measure {
        Measure::Counting => item.counts_on,
        Measure::Original => item.original.day.map(|day| item.added.map_or(day, |added| day.max(added))),
    }
}

/// The activities of a phase, or those of none, counted. What was cancelled is left out.
#[derive(Debug, Clone, Copy)]
pub struct PhaseShare<'p> {
    /// None for what belongs to none.
    pub phase: Option<PhaseOnDay<'p>>,
    /// How many activities there are: the next three together.
    pub total: usize,
    /// Of these, done, in time or not.
    pub done: usize,
    pub overdue: usize,
    /// Of these, neither.
    pub open: usize,
}

/// What the figures are told apart by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    Owner,
    Group,
    Phase,
}

/// The items of an owner, a group or a phase.
#[derive(Debug)]
pub struct Share<'p> {
    /// None for what belongs to nobody.
    pub name: Option<&'p str>,
    pub items: Vec<Item<'p>>,
}

impl<'p> Agenda<'p> {
    /// Counts the activities of each phase in the plan's order, and last those of none, where there are any.
    pub fn by_phase(&self) -> Vec<PhaseShare<'p>> {
        let phases = self.phases().iter().copied().map(Some).chain([None]);
        let shares = phases.map(|phase| PhaseShare { phase, total: 0, done: 0, overdue: 0, open: 0 });
        let mut shares: Vec<_> = shares.collect();
        let none = shares.len() - 1;
        for item in self.items() {
            let share = &mut shares[item.phase_index().unwrap_or(none)];
            match item.status {
                Status::Cancelled => continue,
                Status::Done | Status::DoneLate => share.done += 1,
                Status::Overdue => share.overdue += 1,
                Status::DueToday | Status::DueSoon | Status::Open(_) | Status::Undated(_) => share.open += 1,
            }
            share.total += 1;
        }
        shares.retain(|share| share.phase.is_some() || share.total > 0);
        shares
    }
}

/// Parts `items`, in the order in which the names first appear; what several answer for belongs to each of them, and what
/// belongs to nobody comes last.
pub fn shares<'p>(items: impl IntoIterator<Item = Item<'p>>, by: By) -> Vec<Share<'p>> {
    let mut shares: Vec<Share<'p>> = Vec::new();
    let mut places: HashMap<(Option<usize>, Option<Text<'p>>), usize> = HashMap::new();
    for item in items {
        for name in names(&item, by) {
            // Two phases may have the same title.
            let key = match by {
                By::Phase => (item.phase_index(), None),
                By::Owner | By::Group => (None, name.map(look)),
            };
            let place = *places.entry(key).or_insert(shares.len());
            match shares.get_mut(place) {
                // A list may name one of them twice.
                Some(share) if share.items.last().is_some_and(|last| last.is(&item)) => {}
                Some(share) => share.items.push(item),
                None => shares.push(Share { name, items: vec![item] }),
            }
        }
    }
    shares.sort_by_key(|share| share.name.is_none());
    shares
}

fn names<'p>(item: &Item<'p>, by: By) -> Vec<Option<&'p str>> {
    match by {
        By::Owner if item.details.owners.len() > 1 => item.owners().map(Some).collect(),
        By::Owner => vec![item.owner()],
        By::Group => vec![item.group()],
        By::Phase => vec![item.phase.map(|phase| phase.title)],
    }
}
