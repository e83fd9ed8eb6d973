//! The parts of a bulletin and their lines, before they are said in a language.

use chrono::NaiveDate;

use super::moves::Moved;
use crate::model::agenda::{By, Figures, Item};

#[derive(Debug, Clone, Copy)]
pub enum Part {
    Overview,
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
    /// What falls due next, until the day where that is no period.
    Next {
        until: NaiveDate,
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
}
