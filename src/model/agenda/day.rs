//! A plan on a day, or at its end.

use chrono::NaiveDate;

use super::item::Item;
use super::phase::PhaseOnDay;
use super::status::Moment;
use crate::model::date::{Calendar, DateRange};
use crate::model::plan::Plan;

/// A plan on a day: its phases, and its activities in the order in which they are to be shown.
#[derive(Debug)]
pub struct Agenda<'p> {
    plan: &'p Plan<'p>,
    day: NaiveDate,
    phases: Vec<PhaseOnDay<'p>>,
    items: Vec<Item<'p>>,
}

impl<'p> Agenda<'p> {
    /// Looks at `plan` on `day`, which is not over yet: what is due on it can still be done on time.
    pub fn new(plan: &'p Plan<'p>, day: NaiveDate) -> Agenda<'p> {
        Agenda::at(plan, Moment::During(day))
    }

    /// Looks back at `plan` from the end of `day`: what was due on it and is not done is overdue.
    pub fn at_end_of(plan: &'p Plan<'p>, day: NaiveDate) -> Agenda<'p> {
        Agenda::at(plan, Moment::EndOf(day))
    }

    fn at(plan: &'p Plan<'p>, moment: Moment) -> Agenda<'p> {
        let day = moment.day();
        let phases: Vec<_> = plan.phases.iter().map(|phase| PhaseOnDay::new(phase, day)).collect();
        let item = |activity| Item::new(activity, &phases, moment, plan.soon);
        let items = plan.activities.iter().map(item).collect();
        Agenda { plan, day, phases, items }
    }

    pub fn day(&self) -> NaiveDate {
        self.day
    }

    pub fn title(&self) -> &'p str {
        &self.plan.title
    }

    /// The year of dates written without one.
    pub fn year(&self) -> Option<i32> {
        self.plan.year
    }

    /// The plan's first and last day.
    pub fn range(&self) -> Option<DateRange> {
        self.plan.range
    }

    pub fn office(&self) -> Option<&'p str> {
        self.plan.office.as_deref()
    }

    pub fn soon(&self) -> u32 {
        self.plan.soon
    }

    pub fn phases(&self) -> &[PhaseOnDay<'p>] {
        &self.phases
    }

    pub fn items(&self) -> &[Item<'p>] {
        &self.items
    }

    /// What is known of the years of dates typed for the plan.
    pub fn calendar(&self) -> Calendar {
        self.plan.calendar(None)
    }
}
