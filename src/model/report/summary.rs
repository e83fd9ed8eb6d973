//! The whole in figures: how far it is done, and what leads from the end of one period to that of the next.

use std::collections::HashSet;

use derive_more::{Add, Sum};

use super::period::Scope;
use crate::model::agenda::{Agenda, Figures, Item, PhaseOnDay, Progress, Status, per_mille};
use crate::model::plan::Undated;

/// What is reported on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject<'p> {
    /// A plan, by its title.
    Plan(&'p str),
    /// So many plans, without those that could not be read.
    Plans { count: usize, unread: usize },
}

/// The whole in figures.
#[derive(Debug, Clone)]
pub struct Summary<'p> {
    pub subject: Subject<'p>,
    pub scope: Scope<'p>,
    /// The one unit that it is about.
    pub owner: Option<String>,
    pub completion: Completion,
    /// How many came into the plan in the period.
    pub added: usize,
    /// The figures against the deadlines that count.
    pub figures: Figures,
    /// The figures against the deadlines that the plan was issued with.
    pub original: Figures,
    pub carried: Option<Carried>,
    pub phases: Vec<CurrentPhase<'p>>,
}

impl Summary<'_> {
    /// Returns the figures against the original deadlines, where these make a difference.
    pub fn original_where_other(&self) -> Option<Figures> {
        let [one, other] = [self.original, self.figures].map(|figures| (figures.due, figures.on_time));
        (one != other).then_some(self.original)
    }
}

/// How much is done of what has a deadline and was not cancelled; the rest is told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Add, Sum)]
pub struct Completion {
    /// All that is in the plan: the next six together.
    pub total: usize,
    /// What has a deadline.
    pub dated: usize,
    pub goes_on: usize,
    pub recurring: usize,
    pub to_settle: usize,
    pub no_date: usize,
    pub cancelled: usize,
    /// Of what has a deadline, done.
    pub done: usize,
    /// Of these, accepted by somebody else.
    pub verified: usize,
}

impl Completion {
    /// Of a thousand that have a deadline, how many are done; None where nothing has.
    pub fn per_mille(&self) -> Option<usize> {
        per_mille(self.done, self.dated)
    }

    pub fn of(items: &[Item<'_>]) -> Completion {
        let mut completion = Completion { total: items.len(), ..Completion::default() };
        for item in items {
            if item.status == Status::Cancelled {
                completion.cancelled += 1;
                continue;
            }
            match item.undated() {
                Some(Undated::GoesOn) => completion.goes_on += 1,
                Some(Undated::Recurring) => completion.recurring += 1,
                Some(Undated::ToSettle) => completion.to_settle += 1,
                Some(Undated::NoDate) => completion.no_date += 1,
                None => {
                    completion.dated += 1;
                    completion.done += usize::from(item.status.is_done());
                    completion.verified += usize::from(item.verified.is_some());
                }
            }
        }
        completion
    }
}

/// What leads from what was overdue before a period to what is overdue at its end: before - done - cancelled + new -
/// what is cancelled of the new is after.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Add)]
pub struct Carried {
    /// Overdue at the end of the day before the period: the next three together.
    pub before: usize,
    pub done: usize,
    pub cancelled: usize,
    pub still: usize,
    /// What counts in the period, and is overdue at its end or was cancelled late.
    pub new: usize,
    /// Of these, cancelled.
    pub new_cancelled: usize,
    pub after: usize,
}

impl Carried {
    /// Follows `before`, what was overdue, to `items`, all that is in the plan at the end; `overdue` is what is then, and
    /// `cancelled` what was in the period.
    pub fn new(
        before: &[Item<'_>],
        items: &[Item<'_>],
        overdue: &[Item<'_>],
        cancelled: &[Item<'_>],
    ) -> Carried {
        let ids: HashSet<&str> = before.iter().map(|item| item.id).collect();
        let is_new = |item: &&Item<'_>| !ids.contains(item.id);
        let mut carried = Carried { before: before.len(), after: overdue.len(), ..Carried::default() };
        for item in items.iter().filter(|item| ids.contains(item.id)) {
            match item.status {
                Status::Done | Status::DoneLate => carried.done += 1,
                Status::Cancelled => carried.cancelled += 1,
                _ => carried.still += 1,
            }
        }
        let cancelled = cancelled.iter().filter(|item| item.was_cancelled_late());
        carried.new_cancelled = cancelled.filter(is_new).count();
        carried.new = carried.new_cancelled + overdue.iter().filter(is_new).count();
        carried
    }
}

/// A phase that the day lies in: how far it has come, and how many of its activities with a deadline are done.
#[derive(Debug, Clone, Copy)]
pub struct CurrentPhase<'p> {
    pub phase: PhaseOnDay<'p>,
    pub progress: Progress,
    pub total: usize,
    pub done: usize,
}

impl<'p> CurrentPhase<'p> {
    /// Returns the phases that the agenda's day lies in.
    pub fn all(agenda: &Agenda<'p>) -> Vec<CurrentPhase<'p>> {
        let current = |(phase, progress): (PhaseOnDay<'p>, Progress)| {
            let of_it = |item: &Item<'p>| item.phase.is_some_and(|one| one.id == phase.id);
            let counts = |item: &Item<'p>| item.due.day.is_some() && item.status != Status::Cancelled;
            let items = agenda.select(|item| of_it(item) && counts(item));
            let done = items.iter().filter(|item| item.status.is_done()).count();
            CurrentPhase { phase, progress, total: items.len(), done }
        };
        agenda.current_phases().map(current).collect()
    }
}
