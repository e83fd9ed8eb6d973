//! One unit's page, for a chat: what is late, what falls due this month, what was moved this month.

use chrono::Datelike;

use super::moves::{Moved, moves};
use super::period::{Period, Scope};
use crate::model::agenda::{Agenda, Item, Status};
use crate::model::date::DateRange;

/// What a unit is reminded of; it goes by the deadlines that stand.
#[derive(Debug)]
pub struct Reminder<'p> {
    /// The unit, as it was typed.
    pub owner: String,
    pub title: &'p str,
    pub scope: Scope,
    /// The month of the day.
    pub month: Period,
    pub overdue: Vec<Item<'p>>,
    /// What falls due from the day to the end of its month.
    pub due: Vec<Item<'p>>,
    pub moves: Vec<Moved<'p>>,
}

impl<'p> Reminder<'p> {
    pub fn new(agenda: &Agenda<'p>, owner: &str) -> Reminder<'p> {
        let day = agenda.day();
        let start = day.with_day(1).unwrap_or(day);
        let days = u32::from(start.num_days_in_month());
        let month = DateRange { start, end: start.with_day(days).unwrap_or(day) };
        let left = (month.end - day).num_days();
        let due = agenda.due_within(u32::try_from(left).unwrap_or_default());
        let own =
            |items: Vec<Item<'p>>| items.into_iter().filter(|item| item.is_of(owner)).collect::<Vec<_>>();
        let is_own = |moved: &Moved<'p>| moved.item.is_some_and(|item| item.is_of(owner));
        Reminder {
            owner: owner.to_owned(),
            title: agenda.title(),
            scope: Scope { one_unit: true, ..Scope::new(None, day, false) },
            month: Period { range: month },
            overdue: own(agenda.overdue()),
            due: own(due).into_iter().filter(|item| item.status != Status::Overdue).collect(),
            moves: moves(agenda, |on| month.contains(on)).into_iter().filter(is_own).collect(),
        }
    }
}
