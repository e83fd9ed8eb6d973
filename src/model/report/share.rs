//! How each phase stands.

use crate::model::agenda::{Agenda, Item};
use crate::model::plan::Phase;
use crate::model::status::Status;

/// The activities of a phase, or those of none, counted. What was cancelled is left out.
#[derive(Debug, Clone, Copy)]
pub struct PhaseShare<'p> {
    /// The phase; None for what belongs to none.
    pub phase: Option<&'p Phase<'p>>,
    /// How many activities there are: the next three together.
    pub total: usize,
    /// Of these, done, in time or not.
    pub done: usize,
    /// Of these, overdue.
    pub overdue: usize,
    /// Of these, neither.
    pub open: usize,
}

impl<'p> Agenda<'p> {
    /// Counts the activities of each phase in the plan's order, and last those of none, where there are any.
    pub fn by_phase(&self) -> Vec<PhaseShare<'p>> {
        let phases = self.plan.phases.iter().enumerate();
        let mut shares: Vec<_> = phases.map(|(at, phase)| self.share(Some(at), Some(phase))).collect();
        shares.extend(Some(self.share(None, None)).filter(|share| share.total > 0));
        shares
    }

    fn share(&self, at: Option<usize>, phase: Option<&'p Phase<'p>>) -> PhaseShare<'p> {
        let of_phase =
            |item: &&Item<'p>| item.activity.phase == at && item.standing.status != Status::Cancelled;
        let mut share = PhaseShare { phase, total: 0, done: 0, overdue: 0, open: 0 };
        for item in self.items.iter().filter(of_phase) {
            share.total += 1;
            match item.standing.status {
                Status::Done | Status::DoneLate => share.done += 1,
                Status::Overdue => share.overdue += 1,
                _ => share.open += 1,
            }
        }
        share
    }
}
