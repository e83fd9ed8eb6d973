//! How far deadlines were kept: in all, and by owner, group and phase, or by plan and owner.

use super::timetable::Timetables;
use crate::model::agenda::{By, Figures, Item, Measure, Status, shares};
use crate::model::ledger::Column;

/// The figures of some activities.
pub(super) struct Row {
    pub(super) name: String,
    /// Activities, fallen due, on time, late, not done.
    pub(super) counts: [usize; 5],
    /// Of a thousand that have fallen due, how many were done on time.
    pub(super) per_mille: Option<usize>,
    pub(super) overdue: usize,
}

/// Returns what the rows are told apart by, and the rows; the first is the sum of all. What no activity has is left out.
pub(super) fn rows(timetables: &Timetables<'_, '_>) -> Vec<(Option<&'static str>, Vec<Row>)> {
    let messages = timetables.messages;
    let items: Vec<Item<'_>> = timetables.items().collect();
    let mut parts = vec![(None, vec![row(messages.everything(), &items)])];
    // A group or a phase means something within its plan only.
    let by: &[By] = if timetables.are_several() {
        let plans = timetables.plans.iter().map(|plan| row(&plan.title, &plan.items));
        parts.push((Some(messages.column(Column::Plan)), plans.collect()));
        &[By::Owner]
    } else {
        &[By::Owner, By::Group, By::Phase]
    };
    for by in by.iter().copied() {
        let shares = shares(items.iter().copied(), by);
        if shares.iter().any(|share| share.name.is_some()) {
            let rows =
                shares.iter().map(|share| row(share.name.unwrap_or(messages.nobody(by)), &share.items));
            parts.push((Some(messages.by(by)), rows.collect()));
        }
    }
    parts
}

fn row(name: &str, items: &[Item<'_>]) -> Row {
    let figures = Figures::of(items.iter().copied(), Measure::Counting, None);
    Row {
        name: name.to_owned(),
        counts: [items.len(), figures.due, figures.on_time, figures.late, figures.not_done],
        per_mille: figures.per_mille(),
        overdue: items.iter().filter(|item| item.status == Status::Overdue).count(),
    }
}
