//! One unit's page, for a chat: what is late, what falls due this month, what was moved this month.

use chrono::Datelike;

use super::moves::{Moved, moves};
use super::parts::{Line, Lines, in_order};
use super::period::{Period, Scope};
use super::summary::Subject;
use crate::model::agenda::{Agenda, Item, Status};
use crate::model::date::DateRange;

/// What a unit is reminded of; it goes by the deadlines that stand.
#[derive(Debug)]
pub struct Reminder<'p> {
    /// The unit, as it was typed.
    pub owner: String,
    pub subject: Subject<'p>,
    pub scope: Scope<'p>,
    /// The month of the day.
    pub month: Period,
    pub overdue: Lines<'p>,
    /// What falls due from the day to the end of its month.
    pub due: Lines<'p>,
    pub moves: Lines<'p>,
}

impl<'p> Reminder<'p> {
    pub fn new(agenda: &Agenda<'p>, owner: &str) -> Reminder<'p> {
        let day = agenda.day();
        let start = day.with_day(1).unwrap_or(day);
        let days = u32::from(start.num_days_in_month());
        let month = DateRange { start, end: start.with_day(days).unwrap_or(day) };
        let left = (month.end - day).num_days();
        let due = agenda.due_within(u32::try_from(left).unwrap_or_default());
        let due = due.into_iter().filter(|item| item.status != Status::Overdue);
        let scope = Scope { one_unit: true, plan: agenda.among(), ..Scope::new(None, day, false) };
        let own = |items: Vec<Item<'p>>| -> Lines<'p> {
            let own = items.into_iter().filter(|item| item.is_of(owner));
            own.map(|item| (Line::Reminded(item), scope)).collect()
        };
        let is_own = |moved: &Moved<'p>| moved.item.is_some_and(|item| item.is_of(owner));
        let moves = moves(agenda, |on| month.contains(on)).into_iter().filter(is_own);
        Reminder {
            owner: owner.to_owned(),
            subject: Subject::Plan(agenda.title()),
            scope,
            month: Period { range: month },
            overdue: own(agenda.overdue()),
            due: own(due.collect()),
            moves: moves.map(|moved| (Line::Moved(moved), scope)).collect(),
        }
    }

    /// Returns one page for those of several plans; so many others could not be read. None where there are no plans.
    pub fn of_all(pages: &[Reminder<'p>], unread: usize) -> Option<Reminder<'p>> {
        let latest = pages.iter().max_by_key(|page| page.scope.day)?;
        let lines =
            |of: for<'r> fn(&'r Reminder<'p>) -> &'r Lines<'p>| in_order(pages.iter().flat_map(of).copied());
        Some(Reminder {
            owner: latest.owner.clone(),
            subject: Subject::Plans { count: pages.len(), unread },
            scope: Scope { plan: None, ..latest.scope },
            month: latest.month,
            overdue: lines(|page| &page.overdue),
            due: lines(|page| &page.due),
            moves: lines(|page| &page.moves),
        })
    }
}
