//! What is late, and what soon will be.

use super::args::Args;
use crate::cli::Opened;
use crate::cli::table::{late_and_soon, table};
use crate::export::json;
use crate::messages::{Listing, Messages};
use crate::model::agenda::{Agenda, Item};
use crate::terminal::Table;

/// How many activities there are, and how many of them are late or near.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Counted {
    pub(super) total: usize,
    pub(super) late: usize,
    /// Within how many days, where that is one number, and how many; where it was asked.
    pub(super) soon: Option<(Option<u32>, usize)>,
}

impl Counted {
    pub(super) fn found(self) -> bool {
        self.late > 0 || self.soon.is_some_and(|(_, count)| count > 0)
    }

    pub(super) fn and(self, other: Counted) -> Counted {
        let soon = match (self.soon, other.soon) {
            (Some((days, one)), Some((other, more))) => Some((days.filter(|_| days == other), one + more)),
            (one, other) => one.or(other),
        };
        Counted { total: self.total + other.total, late: self.late + other.late, soon }
    }

    /// Returns the closing sentences: of which day and plans, how many there are, and what `more` is to be said.
    pub(super) fn closing(
        self,
        of: impl IntoIterator<Item = String>,
        more: impl IntoIterator<Item = String>,
        messages: &dyn Messages,
    ) -> String {
        let Counted { total, late: overdue, soon } = self;
        let nothing = (!self.found()).then(|| messages.listing(&Listing::NothingOverdue));
        let counts = messages.listing(&Listing::OverdueCounts { total, overdue, soon });
        let sentences = nothing.into_iter().chain(of).chain([counts]).chain(more);
        sentences.collect::<Vec<_>>().join(messages.gap())
    }
}

/// What is late, the longest first, and what falls due soon, the nearest first.
pub(super) struct Near<'p> {
    pub(super) late: Vec<Item<'p>>,
    pub(super) soon: Vec<Item<'p>>,
    /// Within how many days, where that was asked.
    pub(super) days: Option<u32>,
}

impl<'p> Near<'p> {
    pub(super) fn of(args: &Args, agenda: &Agenda<'p>) -> Near<'p> {
        let days = args.soon.map(|days| days.unwrap_or(agenda.soon()));
        let soon = days.map_or_else(Vec::new, |days| agenda.due_within(days));
        Near { late: agenda.overdue(), soon, days }
    }

    pub(super) fn counted(&self, agenda: &Agenda<'_>) -> Counted {
        let soon = self.days.map(|days| (Some(days), self.soon.len()));
        Counted { total: agenda.total(), late: self.late.len(), soon }
    }

    pub(super) fn items(&self) -> impl Iterator<Item = &Item<'p>> {
        self.late.iter().chain(&self.soon)
    }

    pub(super) fn json(&self, agenda: &Agenda<'_>, opened: &Opened<'_>) -> String {
        json::list(agenda, &self.items().copied().collect::<Vec<_>>(), opened.file())
    }

    pub(super) fn table(&self, opened: &Opened<'_>) -> Table {
        let groups = late_and_soon(&self.late, &self.soon, self.days.unwrap_or_default(), opened);
        table(&groups, false, opened)
    }
}
