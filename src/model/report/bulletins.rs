//! What a bulletin says of several plans: of all together, of each of them, and of each unit wherever its work is written.

use std::collections::HashMap;
use std::ops::Add;

use super::bulletin::Bulletin;
use super::page::{by_share, itemised, told};
use super::parts::{Line, Lines, Part, UnitFigures, ordered, rank};
use super::period::Scope;
use super::summary::{Carried, Subject, Summary};
use crate::model::agenda::By;
use crate::model::text::look;

/// The bulletins on several plans, as one.
#[derive(Debug)]
pub struct Bulletins<'p> {
    /// The figures of all of them: rates are of sums.
    pub summary: Summary<'p>,
    pub plans: Vec<Bulletin<'p>>,
}

impl<'p> Bulletins<'p> {
    /// Adds `plans` up; so many others could not be read. None where there are no plans.
    pub fn new(plans: Vec<Bulletin<'p>>, unread: usize) -> Option<Bulletins<'p>> {
        let latest = plans.iter().map(|plan| &plan.summary).max_by_key(|one| one.scope.issued)?;
        let all = || plans.iter().map(|plan| &plan.summary);
        let summary = Summary {
            subject: Subject::Plans { count: plans.len(), unread },
            scope: Scope { plan: None, ..latest.scope },
            owner: latest.owner.clone(),
            completion: all().map(|one| one.completion).sum(),
            added: all().map(|one| one.added).sum(),
            figures: all().map(|one| one.figures).sum(),
            original: all().map(|one| one.original).sum(),
            carried: all().filter_map(|one| one.carried).reduce(Carried::add),
            phases: Vec::new(),
        };
        Some(Bulletins { summary, plans })
    }

    /// Who signs: the office that all of the plans name.
    pub fn office(&self) -> Option<&'p str> {
        let mut offices = self.plans.iter().map(|plan| plan.office);
        let first = offices.next()?;
        first.filter(|_| offices.all(|other| other == first))
    }

    /// Returns the parts that come one line an item: the figures of the plans and of the units, with `by` of groups, too;
    /// then what needs to be seen to, then what was done. Without a period that would be all that ever was: it is left out.
    pub fn parts(&self, by: Option<By>) -> Vec<(Part, Lines<'p>)> {
        let Summary { scope, owner, .. } = &self.summary;
        let mut shares = Vec::new();
        if owner.is_none() {
            shares.push(By::Owner);
        }
        shares.extend(by.filter(|by| !shares.contains(by)));
        let is_shared = self.plans.iter().any(Bulletin::is_shared);
        let shares = shares.into_iter().map(|by| by_share(by, self.units(by), is_shared, *scope));
        let [mut finished, overdue, late, under_way, changes, next] = itemised(&self.plans);
        if scope.period.is_none() {
            finished.1.clear();
        }
        let plans = (Part::Plans, self.plan_lines());
        told([plans].into_iter().chain(shares).chain([overdue, late, under_way, changes, finished, next]))
    }

    /// Returns the figures of each unit in all of the plans, in the order of those in one.
    pub fn units(&self, by: By) -> Vec<UnitFigures<'p>> {
        let mut places = HashMap::new();
        let mut units: Vec<UnitFigures<'p>> = Vec::new();
        for unit in self.plans.iter().flat_map(|plan| plan.units(by)) {
            let place = *places.entry(unit.name.map(look)).or_insert(units.len());
            match units.get_mut(place) {
                Some(known) => known.add(&unit),
                None => units.push(unit),
            }
        }
        ordered(&mut units, by);
        units
    }

    /// Returns a line for each of the plans, in the order of units.
    fn plan_lines(&self) -> Lines<'p> {
        let mut plans: Vec<_> = self.plans.iter().map(|plan| (plan.figures(), plan.summary.scope)).collect();
        plans.sort_by_key(|(plan, _)| rank(plan.figures, plan.overdue));
        plans.into_iter().map(|(plan, scope)| (Line::Plan(plan), scope)).collect()
    }
}
