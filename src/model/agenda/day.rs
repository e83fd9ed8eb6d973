//! A plan on a day, or at its end.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::item::Item;
use super::phase::PhaseOnDay;
use super::status::Moment;
use crate::model::date::{Calendar, DateRange};
use crate::model::plan::{Activity, Plan};
use crate::model::text::{Text, look};

/// A plan on a day: its phases, and its activities in the document's order.
#[derive(Debug, Clone)]
pub struct Agenda<'p> {
    plan: &'p Plan<'p>,
    moment: Moment,
    phases: Vec<PhaseOnDay<'p>>,
    /// Which of several plans it is, where there are several.
    among: Option<Among<'p>>,
}

/// One of several plans.
#[derive(Debug, Clone, Copy)]
pub struct Among<'p> {
    pub title: &'p str,
    /// What it is called beside the others.
    pub name: &'p str,
    /// Whether another one has the same title.
    pub is_alike: bool,
}

impl Among<'_> {
    /// Returns an id of the plan as it is told from those of the others.
    pub fn id(&self, id: &str) -> String {
        format!("{}:{id}", self.name)
    }
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
        let phases = plan.phases.iter().map(|phase| PhaseOnDay::new(phase, moment.day())).collect();
        Agenda { plan, moment, phases, among: None }
    }

    /// Looks at the plan as one of several, among which it is called `name`.
    #[must_use]
    pub fn called(self, name: Option<&'p str>) -> Agenda<'p> {
        let title = self.title();
        Agenda { among: name.map(|name| Among { title, name, is_alike: false }), ..self }
    }

    /// Which of several plans it is, where there are several.
    pub fn among(&self) -> Option<Among<'p>> {
        self.among
    }

    pub fn day(&self) -> NaiveDate {
        self.moment.day()
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

    /// Returns what is open about the plan as a whole.
    pub fn question(&self) -> Option<&'p str> {
        self.plan.question.as_deref()
    }

    pub fn soon(&self) -> u32 {
        self.plan.soon
    }

    pub fn phases(&self) -> &[PhaseOnDay<'p>] {
        &self.phases
    }

    /// Returns what was in the plan by the day. Items are made as they are asked for: of a large plan, few are kept.
    pub fn items(&self) -> impl Iterator<Item = Item<'p>> {
        self.known().map(|activity| self.item_of(activity))
    }

    /// How many they are.
    pub fn total(&self) -> usize {
        self.known().count()
    }

    fn known(&self) -> impl Iterator<Item = &'p Activity<'p>> + use<'p> {
        let day = self.day();
        self.plan.activities.iter().filter(move |one| one.added.is_none_or(|added| added <= day))
    }

    /// Looks at the same plan from the end of another day.
    #[must_use]
    pub fn back_at_end_of(&self, day: NaiveDate) -> Agenda<'p> {
        Agenda { among: self.among, ..Agenda::at_end_of(self.plan, day) }
    }

    /// Returns the item at an index that was found in the plan.
    pub fn item(&self, at: usize) -> Item<'p> {
        self.item_of(&self.plan.activities[at])
    }

    fn item_of(&self, activity: &'p Activity<'p>) -> Item<'p> {
        Item::new(activity, &self.phases, self.moment, self.plan.soon)
    }

    /// What is known of the years of dates typed for the plan.
    pub fn calendar(&self) -> Calendar {
        self.plan.calendar(None)
    }
}

/// Notes which of several plans have a title that others have, too.
pub fn tell_apart(agendas: &mut [Agenda<'_>]) {
    let mut titles: HashMap<Text<'_>, usize> = HashMap::new();
    for agenda in agendas.iter() {
        *titles.entry(look(agenda.title())).or_default() += 1;
    }
    for agenda in agendas {
        let is_alike = titles[&look(agenda.title())] > 1;
        agenda.among = agenda.among.map(|among| Among { is_alike, ..among });
    }
}
