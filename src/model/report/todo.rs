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
    pub fn new(agenda: &Agenda<'p>) -> Todo<'p> {
        Todo {
            without_evidence: agenda.without_evidence(),
            without_owner: agenda.without_owner(),
            stale: agenda.stale(STALE_DAYS),
        }
    }
}
