//! The parts, lines and entries of a bulletin, before they are said in a language.

use chrono::NaiveDate;

use crate::model::agenda::{By, Figures, Progress};
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
    Overdue(Entry<'a>),
    Soon(Entry<'a>),
    DoneLate(Entry<'a>),
    Finished(Entry<'a>),
    Moved {
        id: &'a str,
        title: &'a str,
        from: Option<NaiveDate>,
        to: Option<NaiveDate>,
        on: NaiveDate,
        why: &'a str,
        by: Option<&'a str>,
        /// The day of the report.
        day: NaiveDate,
    },
    By {
        name: Option<&'a str>,
        total: usize,
        figures: Figures,
    },
    WithoutEvidence(Vec<&'a str>),
    WithoutOwner(Vec<&'a str>),
    Stale {
        ids: Vec<&'a str>,
        days: u32,
    },
}

/// An activity in a report.
#[derive(Debug, Clone, Copy)]
pub struct Entry<'a> {
    pub id: &'a str,
    pub title: &'a str,
    pub due: Option<NaiveDate>,
    pub done: Option<NaiveDate>,
    pub verified: Option<NaiveDate>,
    /// The deadline minus the day; minus the day it was done, once it is.
    pub days: Option<i64>,
    pub owner: Option<&'a str>,
    /// The latest note.
    pub note: Option<(NaiveDate, &'a str)>,
    pub expected: Option<NaiveDate>,
    /// The day of the report: dates of its year are written without one.
    pub day: NaiveDate,
}
