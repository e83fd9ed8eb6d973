//! The parts, lines and entries of a bulletin, before they are said in a language.

use chrono::NaiveDate;

use crate::model::agenda::{By, Figures, Item, MoveOnDay, PhaseOnDay, Progress};

/// A phase on a day: how far it has come, and how many of its activities are done.
#[derive(Debug, Clone, Copy)]
pub struct CurrentPhase<'p> {
    pub phase: PhaseOnDay<'p>,
    pub progress: Progress,
    pub total: usize,
    pub done: usize,
}

#[derive(Debug, Clone, Copy)]
pub enum Part {
    Overview,
    Overdue,
    Soon { until: NaiveDate },
    DoneLate,
    Moves { late: usize },
    Finished,
    By(By),
    Missing,
}

#[derive(Debug, Clone)]
pub enum Line<'a> {
    Overdue(Item<'a>),
    Soon(Item<'a>),
    DoneLate(Item<'a>),
    Finished(Item<'a>),
    Moved(Moved<'a>),
    By { name: Option<&'a str>, total: usize, figures: Figures },
    WithoutEvidence(Vec<&'a str>),
    WithoutOwner(Vec<&'a str>),
    Stale { ids: Vec<&'a str>, days: u32 },
}

/// A deadline that was moved, of an activity or of a phase.
#[derive(Debug, Clone, Copy)]
pub struct Moved<'a> {
    pub id: &'a str,
    pub title: &'a str,
    pub change: MoveOnDay<'a>,
}
