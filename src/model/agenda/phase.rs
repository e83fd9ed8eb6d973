//! A phase on a day.

use chrono::NaiveDate;

use super::moves::MoveOnDay;
use crate::model::date::DateRange;
use crate::model::plan::{Phase, both_ends};
use crate::model::span::Span;

/// A phase, with the time that it had on the day.
#[derive(Debug, Clone, Copy)]
pub struct PhaseOnDay<'p> {
    pub id: &'p str,
    pub title: &'p str,
    pub range: DateRange,
    /// What the document says of its time.
    pub words: Option<&'p str>,
    phase: &'p Phase<'p>,
    day: NaiveDate,
}

impl<'p> PhaseOnDay<'p> {
    pub(super) fn new(phase: &'p Phase<'p>, day: NaiveDate) -> PhaseOnDay<'p> {
        let due = phase.deadline.on(day);
        let range = due.range().unwrap_or(phase.range);
        // What a move keeps of a first and a last day reads back, and is not in the document.
        let of_document = |words: &&str| *words != both_ends(range);
        let words = due.words.as_deref().filter(of_document).or(phase.deadline.now.words.as_deref());
        PhaseOnDay { id: &phase.id, title: &phase.title, range, words, phase, day }
    }

    /// Where its block begins in the file.
    pub fn span(&self) -> Span {
        self.phase.span
    }

    /// Returns what is open about it.
    pub fn question(&self) -> Option<&'p str> {
        self.phase.question.as_deref()
    }

    /// Returns the moves of its time, oldest first.
    pub fn moves(&self) -> impl Iterator<Item = MoveOnDay<'p>> + use<'p> {
        self.phase.deadline.moves(self.day)
    }

    /// Returns the time that it was issued with, where it was moved.
    pub(super) fn issued(&self) -> Option<DateRange> {
        self.phase.issued()
    }

    /// Returns how far `day`, which lies in it, has come.
    pub(super) fn progress(&self, day: NaiveDate) -> Progress {
        Progress::of(self.range, day)
    }
}

/// Where in its time a phase is on a day.
#[derive(Debug, Clone, Copy)]
pub struct Progress {
    /// The day, counted from 1 on the first.
    pub day: i64,
    pub days: i64,
}

impl Progress {
    /// Returns how far `day`, which lies in `range`, has come.
    pub(super) fn of(range: DateRange, day: NaiveDate) -> Progress {
        let count = |to: NaiveDate| (to - range.start).num_days() + 1;
        Progress { day: count(day), days: count(range.end) }
    }

    /// The share of the days that have begun, in whole percent.
    pub fn percent(self) -> i64 {
        (self.day * 100 + self.days / 2) / self.days
    }
}
