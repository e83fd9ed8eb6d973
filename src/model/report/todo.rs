//! What is to be seen to in the plan itself: nothing of it belongs into a bulletin.

use crate::model::agenda::{Agenda, Item, STALE_DAYS};

/// What lacks something, as it stood on the agenda's day.
#[derive(Debug)]
pub struct Todo<'p> {
    /// What is done, and nothing shows it.
    pub without_evidence: Vec<Item<'p>>,
    /// What nobody answers for.
    pub without_owner: Vec<Item<'p>>,
    /// What has had no note for [`STALE_DAYS`] days.
    pub stale: Vec<Item<'p>>,
}

impl<'p> Todo<'p> {
    /// Gathers it of all, or of what `owner` answers for.
    pub fn new(agenda: &Agenda<'p>, owner: Option<&str>) -> Todo<'p> {
        let own = |mut items: Vec<Item<'p>>| {
            items.retain(|item| owner.is_none_or(|owner| item.is_of(owner)));
            items
        };
        Todo {
            without_evidence: own(agenda.without_evidence()),
            without_owner: own(agenda.without_owner()),
            stale: own(agenda.stale(STALE_DAYS)),
        }
    }
}
