//! The parts, lines and entries of a bulletin, before they are said in a language.

use chrono::NaiveDate;

use crate::model::agenda::{By, Figures, Item, MoveOnDay, Progress};
use crate::model::date::DateRange;

/// The whole in figures.
#[derive(Debug, Clone, Copy)]
pub struct Overview {
    /// How many activities the plan has.
    pub total: usize,
    /// The day of the figures.
    pub day: NaiveDate,
    /// The stretch of time that is reported, up to the day.
    pub period: Option<DateRange>,
    /// The figures.
    pub figures: Figures,
    /// Those against the original deadlines, where they differ.
    pub original: Option<Figures>,
    /// What is overdue since before the period.
    pub overdue_before: usize,
    /// What somebody else has accepted.
    pub verified: usize,
    /// What was given up.
    pub cancelled: usize,
}

/// The phase that the day lies in.
#[derive(Debug, Clone, Copy)]
pub struct Current<'a> {
    pub title: &'a str,
    pub range: DateRange,
    pub progress: Progress,
    pub total: usize,
    pub done: usize,
    pub day: NaiveDate,
}

/// A part of a report.
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

/// A line of a report.
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
