//! What is handed out.

use std::borrow::Cow;

use chrono::NaiveDate;

use crate::messages::Messages;
use crate::model::agenda::{Agenda, Item};
use crate::model::ledger::{self, Column, Value};

/// Activities of a plan on its day.
pub struct Timetable<'t, 'p> {
    pub(super) agenda: &'t Agenda<'p>,
    pub(super) items: Vec<Item<'p>>,
    /// The name of the plan file.
    pub(super) file: &'t str,
    /// The plan's; of several that have the same one, with what the plan is called.
    pub(super) title: Cow<'t, str>,
    pub(super) messages: &'static dyn Messages,
}

/// The timetable of one plan, or those of several.
pub struct Timetables<'t, 'p> {
    pub(super) plans: Vec<Timetable<'t, 'p>>,
    /// The files that could not be read, where several plans are handed out.
    pub(super) unread: Option<&'t [&'t str]>,
    pub messages: &'static dyn Messages,
}

impl<'t, 'p> Timetable<'t, 'p> {
    /// Of the plan in `file`.
    pub fn new(
        agenda: &'t Agenda<'p>,
        items: Vec<Item<'p>>,
        file: &'t str,
        messages: &'static dyn Messages,
    ) -> Timetable<'t, 'p> {
        let alike = agenda.among().filter(|plan| plan.is_alike);
        let title = alike.map_or(agenda.title().into(), |plan| messages.aside(plan.title, plan.name).into());
        Timetable { agenda, items, file, title, messages }
    }

    /// Returns an id as it is typed: with its plan, where several are handed out.
    pub(super) fn id<'i>(&self, id: &'i str) -> Cow<'i, str> {
        self.agenda.among().map_or(id.into(), |plan| plan.id(id).into())
    }

    /// Returns what `column` says of the item that stands at `number` of the ledger.
    pub(super) fn value(&self, column: Column, item: &Item<'p>, number: usize) -> Value<'_> {
        match column {
            Column::Plan => Value::Text(self.title.as_ref().into()),
            Column::Id => Value::Text(self.id(item.id)),
            _ => ledger::value(column, item, number),
        }
    }

    /// Returns what stands below its title.
    pub(super) fn subtitle(&self) -> String {
        self.messages.ledger_subtitle(self.agenda.office(), self.agenda.day())
    }
}

impl<'t, 'p> Timetables<'t, 'p> {
    pub fn one(timetable: Timetable<'t, 'p>) -> Timetables<'t, 'p> {
        Timetables { messages: timetable.messages, plans: vec![timetable], unread: None }
    }

    /// Of several plans, without the files that could not be read.
    pub fn several(
        plans: Vec<Timetable<'t, 'p>>,
        unread: &'t [&'t str],
        messages: &'static dyn Messages,
    ) -> Timetables<'t, 'p> {
        Timetables { plans, unread: Some(unread), messages }
    }

    /// Returns the sentence that says how many plans are left out, if any.
    pub(super) fn left_out(&self) -> Option<String> {
        let count = self.unread.map_or(0, <[_]>::len);
        (count > 0).then(|| self.messages.left_out(count))
    }

    pub(super) fn are_several(&self) -> bool {
        self.unread.is_some()
    }

    /// Returns those of `columns` that say something: which plan, where there are several.
    pub(super) fn columns(&self, columns: &[Column]) -> Vec<Column> {
        let is_needed = |column: &Column| *column != Column::Plan || self.are_several();
        columns.iter().copied().filter(is_needed).collect()
    }

    /// Returns the rows of a ledger, numbered from 1.
    pub(super) fn rows(&self) -> impl Iterator<Item = (usize, &Timetable<'t, 'p>, &Item<'p>)> {
        let each = self.plans.iter().flat_map(|plan| plan.items.iter().map(move |item| (plan, item)));
        (1..).zip(each).map(|(number, (plan, item))| (number, plan, item))
    }

    pub(super) fn items(&self) -> impl Iterator<Item = Item<'p>> {
        self.plans.iter().flat_map(|timetable| timetable.items.iter().copied())
    }

    /// Returns the same, of what `is_meant` only.
    pub(super) fn of(&self, is_meant: impl Fn(&Item<'p>) -> bool) -> Timetables<'t, 'p> {
        let part = |timetable: &Timetable<'t, 'p>| {
            let items = timetable.items.iter().copied().filter(&is_meant).collect();
            Timetable { items, title: timetable.title.clone(), ..*timetable }
        };
        Timetables { plans: self.plans.iter().map(part).collect(), ..*self }
    }

    /// Returns the title of the plan, or how many plans there are.
    pub(super) fn title(&self) -> Cow<'t, str> {
        match (self.unread, self.plans.first()) {
            (None, Some(only)) => only.agenda.title().into(),
            (unread, _) => self.messages.plans(self.plans.len(), unread.unwrap_or_default().len()).into(),
        }
    }

    /// Returns what stands below the title.
    pub(super) fn subtitle(&self) -> String {
        match (self.unread, self.plans.first()) {
            (None, Some(only)) => only.subtitle(),
            _ => self.day().map(|day| self.messages.ledger_subtitle(None, day)).unwrap_or_default(),
        }
    }

    /// Returns the day; plans of several time zones can have two, of which it is the first.
    pub(super) fn day(&self) -> Option<NaiveDate> {
        self.plans.iter().map(|timetable| timetable.agenda.day()).min()
    }

    /// Returns the days ahead that count as soon, if all plans have the same.
    pub(super) fn soon(&self) -> Option<u32> {
        let soon = self.plans.first()?.agenda.soon();
        self.plans.iter().all(|timetable| timetable.agenda.soon() == soon).then_some(soon)
    }
}
