//! Counts and figures over an agenda, and what a bulletin says of it.

mod bulletin;
mod figures;
mod parts;
mod share;

use chrono::NaiveDate;

use super::agenda::Item;
use super::status::{Stage, Status, WhyUndated};

pub use bulletin::{Bulletin, Moved, Progress, SILENCE};
pub use figures::{Figures, Measure};
pub use parts::{By, Current, Entry, Line, Overview, Part};
pub use share::PhaseShare;

/// How many activities stand how. Every activity counts once in `total` and once in one of the others,
/// `verified` aside: that is a second step of some of the done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
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
    /// Counts `items` as they stand on `today`.
    pub fn of(items: &[Item<'_>], today: NaiveDate) -> Counts {
        let mut counts = Counts { total: items.len(), ..Counts::default() };
        for item in items {
            *counts.slot(item.standing.status) += 1;
            counts.verified += usize::from(item.activity.verified.is_some_and(|day| day <= today));
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
