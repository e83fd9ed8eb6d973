//! The parts of a bulletin and their lines, in the order of the page.

use std::slice;

use chrono::NaiveDate;

use super::bulletin::Bulletin;
use super::parts::{Line, Lines, Part, Standing, UnitFigures, in_order};
use super::period::Scope;
use crate::model::agenda::{By, Item};

impl<'p> Bulletin<'p> {
    /// Returns the parts that come one line an item, with `by` the figures of each share among them. A part without a
    /// line is left out; but that nothing is overdue is said.
    pub fn parts(&self, by: Option<By>) -> Vec<(Part, Lines<'p>)> {
        let shares = by.map(|by| by_share(by, self.units(by), self.is_shared(), self.summary.scope));
        told(itemised(slice::from_ref(self)).into_iter().chain(shares))
    }
}

/// Returns the parts that have something to say.
pub(super) fn told<'p>(parts: impl Iterator<Item = (Part, Lines<'p>)>) -> Vec<(Part, Lines<'p>)> {
    parts.filter(|(part, lines)| !lines.is_empty() || matches!(part, Part::Overdue { .. })).collect()
}

/// Returns the part of the figures of `units`. What belongs to none is told only beside others.
pub(super) fn by_share<'p>(
    by: By,
    units: Vec<UnitFigures<'p>>,
    is_shared: bool,
    scope: Scope<'p>,
) -> (Part, Lines<'p>) {
    let has_names = units.iter().any(|unit| unit.name.is_some());
    let is_told = |unit: &UnitFigures<'p>| unit.name.is_some() || (has_names && unit.counts());
    let lines = units.into_iter().filter(is_told).map(|unit| (Line::By(unit), scope));
    (Part::By { by, shared: by == By::Owner && is_shared }, lines.collect())
}

/// Returns the parts of which each line is about one item: what is finished, what is not, what was changed, what is next.
pub(super) fn itemised<'p>(plans: &[Bulletin<'p>]) -> [(Part, Lines<'p>); 6] {
    let sum = |of: fn(&Bulletin<'p>) -> usize| plans.iter().map(of).sum();
    let (moves, cancelled) = (sum(|plan| plan.moves.len()), sum(|plan| plan.cancelled.len()));
    let mut untils = plans.iter().map(|plan| plan.until);
    let until: Option<NaiveDate> = untils.next().filter(|first| untils.all(|other| other == *first));
    let lines = |of: fn(&Bulletin<'p>) -> Vec<Line<'p>>| {
        in_order(plans.iter().flat_map(|plan| of(plan).into_iter().map(|line| (line, plan.summary.scope))))
    };
    [
        (Part::Finished, lines(|plan| items(&plan.finished, Line::Finished))),
        (
            Part::Overdue { before: sum(Bulletin::overdue_before) },
            lines(|plan| standing(&plan.overdue, Line::Overdue)),
        ),
        (Part::ExpectedLate, lines(|plan| standing(&plan.expected_late, Line::ExpectedLate))),
        (Part::UnderWay, lines(|plan| standing(&plan.under_way, Line::UnderWay))),
        (Part::Changes { moves, cancelled }, lines(changes)),
        (Part::Next { until }, lines(|plan| items(&plan.next, Line::Next))),
    ]
}

fn items<'p>(items: &[Item<'p>], line: fn(Item<'p>) -> Line<'p>) -> Vec<Line<'p>> {
    items.iter().copied().map(line).collect()
}

fn standing<'p>(all: &[Standing<'p>], line: fn(Standing<'p>) -> Line<'p>) -> Vec<Line<'p>> {
    all.iter().copied().map(line).collect()
}

fn changes<'p>(plan: &Bulletin<'p>) -> Vec<Line<'p>> {
    let moves = plan.moves.iter().copied().map(Line::Moved);
    moves.chain(plan.cancelled.iter().copied().map(Line::Cancelled)).collect()
}
