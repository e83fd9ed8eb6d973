//! The deadlines that were moved.

use chrono::NaiveDate;

use crate::model::agenda::{Agenda, Item, MoveOnDay};

/// A deadline that was moved, of an activity or of a phase.
#[derive(Debug, Clone, Copy)]
pub struct Moved<'p> {
    pub id: &'p str,
    pub title: &'p str,
    /// None for a phase.
    pub item: Option<Item<'p>>,
    pub change: MoveOnDay<'p>,
}

/// Returns the moves made on the days that are `inside`, in the order of the days.
pub fn moves<'p>(agenda: &Agenda<'p>, inside: impl Fn(NaiveDate) -> bool) -> Vec<Moved<'p>> {
    let of_phases = agenda.phases().iter().flat_map(|phase| {
        phase.moves().map(|change| Moved { id: phase.id, title: phase.title, item: None, change })
    });
    let of_items = agenda.items().flat_map(|item| {
        item.own_moves().map(move |change| Moved { id: item.id, title: item.title, item: Some(item), change })
    });
    let mut moves: Vec<_> = of_phases.chain(of_items).filter(|moved| inside(moved.change.on)).collect();
    moves.sort_by_key(|moved| moved.change.on);
    moves
}

/// Returns the ids of what was moved, each once.
pub fn moved_ids<'p>(moves: &[Moved<'p>]) -> Vec<&'p str> {
    let mut ids: Vec<&str> = Vec::new();
    for moved in moves {
        if !ids.contains(&moved.id) {
            ids.push(moved.id);
        }
    }
    ids
}
