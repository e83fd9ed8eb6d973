//! The parts of a bulletin and their lines, before they are said in a language.

use std::cmp::Reverse;

use chrono::NaiveDate;

use super::moves::Moved;
use super::period::Scope;
use crate::model::agenda::{By, Figures, Item};

#[derive(Debug, Clone, Copy)]
pub enum Part {
    Overview,
    /// The figures of each of several plans.
    Plans,
    Finished,
    /// So many of these counted before the period.
    Overdue {
        before: usize,
    },
    ExpectedLate,
    UnderWay,
    Changes {
        moves: usize,
        cancelled: usize,
    },
    /// What falls due next, until the day where that is no period; None where it is not one day in several plans.
    Next {
        until: Option<NaiveDate>,
    },
    /// Whether an item counts under several units.
    By {
        by: By,
        shared: bool,
    },
}

#[derive(Debug, Clone, Copy)]
pub enum Line<'p> {
    Finished(Item<'p>),
    Overdue(Standing<'p>),
    ExpectedLate(Standing<'p>),
    UnderWay(Standing<'p>),
    Moved(Moved<'p>),
    Cancelled(Item<'p>),
    Next(Item<'p>),
    By(UnitFigures<'p>),
    Plan(PlanFigures),
    /// On one unit's page.
    Reminded(Item<'p>),
}

/// Lines, each with that of which it speaks.
pub type Lines<'p> = Vec<(Line<'p>, Scope<'p>)>;

/// Brings lines of one kind into the order of their days, where they go by days; else they stay in that of the plans.
pub(super) fn in_order<'p>(lines: impl Iterator<Item = (Line<'p>, Scope<'p>)>) -> Lines<'p> {
    let mut lines: Lines<'p> = lines.collect();
    lines.sort_by_key(|(line, _)| line.place());
    lines
}

impl Line<'_> {
    /// What was cancelled follows what was moved.
    fn place(&self) -> (bool, Option<NaiveDate>) {
        match self {
            Line::Overdue(standing) => (false, standing.item.counts_on),
            Line::Moved(moved) => (false, Some(moved.change.on)),
            Line::Cancelled(item) => (true, item.cancelled.map(|one| one.on)),
            Line::Next(item) | Line::Reminded(item) => (false, item.due.day),
            Line::Finished(_) | Line::ExpectedLate(_) | Line::UnderWay(_) | Line::By(_) | Line::Plan(_) => {
                (false, None)
            }
        }
    }
}

/// Something unfinished, with what is known of it only on the day of issue: nothing in a reprint.
#[derive(Debug, Clone, Copy)]
pub struct Standing<'p> {
    pub item: Item<'p>,
    pub progress: Option<u32>,
    pub expected: Option<NaiveDate>,
    /// The day after the period on which it was done.
    pub done_since: Option<NaiveDate>,
}

/// The figures of a unit, a group or a phase.
#[derive(Debug, Clone, Copy)]
pub struct UnitFigures<'p> {
    /// None for what belongs to none.
    pub name: Option<&'p str>,
    pub figures: Figures,
    /// In how many of those that were due it leads others.
    pub leads: usize,
    /// How many are overdue on the day.
    pub overdue: usize,
}

impl UnitFigures<'_> {
    pub(super) fn counts(&self) -> bool {
        self.figures.due > 0 || self.overdue > 0
    }

    /// Adds those that it has in another plan.
    pub(super) fn add(&mut self, other: &UnitFigures<'_>) {
        self.figures = self.figures + other.figures;
        self.leads += other.leads;
        self.overdue += other.overdue;
    }
}

/// Brings units into their order: from the best rate to the lowest, those with nothing due last; groups and phases stay
/// as they are. What belongs to none stands last of all.
pub(super) fn ordered(units: &mut [UnitFigures<'_>], by: By) {
    units.sort_by_key(|unit| {
        (unit.name.is_none(), (by == By::Owner).then(|| rank(unit.figures, unit.overdue)))
    });
}

/// What figures are ordered by: the rate, then what is overdue.
pub(super) fn rank(figures: Figures, overdue: usize) -> (Reverse<Option<usize>>, usize) {
    (Reverse(figures.per_mille()), overdue)
}

/// The figures of one of several plans.
#[derive(Debug, Clone, Copy)]
pub struct PlanFigures {
    /// All that was in the plan.
    pub total: usize,
    pub figures: Figures,
    /// How many are overdue on the day.
    pub overdue: usize,
}
