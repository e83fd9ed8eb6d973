//! A plan on a day: its activities and how they stand, filtered and ordered.

use chrono::NaiveDate;

use super::plan::{Activity, Plan};
use super::report::Counts;
use super::status::{Standing, Status, standing};

/// An activity and how it stands.
#[derive(Debug, Clone, Copy)]
pub struct Item<'p> {
    /// The activity.
    pub activity: &'p Activity<'p>,
    /// Its status.
    pub standing: Standing,
}

/// A plan on a day.
#[derive(Debug)]
pub struct Agenda<'p> {
    /// The plan.
    pub plan: &'p Plan<'p>,
    /// The day.
    pub today: NaiveDate,
    /// The activities, in the order in which they are to be shown.
    pub items: Vec<Item<'p>>,
}

/// Which activities to show. Empty lists let everything through.
#[derive(Debug, Default)]
pub struct Filter {
    /// Of these phases, by id.
    pub phases: Vec<String>,
    /// Of these groups.
    pub groups: Vec<String>,
    /// Of these owners.
    pub owners: Vec<String>,
    /// With these statuses, by code.
    pub statuses: Vec<String>,
    /// Only what still has to be done.
    pub unfinished: bool,
}

impl<'p> Agenda<'p> {
    /// Looks at `plan` on the day `today`: every activity, in the document's order.
    pub fn new(plan: &'p Plan<'p>, today: NaiveDate) -> Agenda<'p> {
        let stand = |activity| Item { activity, standing: standing(activity, today, plan.soon) };
        Agenda { plan, today, items: plan.activities.iter().map(stand).collect() }
    }

    /// Keeps the items that `filter` lets through.
    #[must_use]
    pub fn filtered(mut self, filter: &Filter) -> Agenda<'p> {
        let plan = self.plan;
        self.items.retain(|item| filter.admits(plan, item));
        self
    }

    /// Orders the items by deadline, those without one last.
    #[must_use]
    pub fn by_due(mut self) -> Agenda<'p> {
        let today = self.today;
        self.items.sort_by_key(|item| {
            let day = item.activity.due_on(today).day;
            (day.is_none(), day)
        });
        self
    }

    /// Returns what is overdue, the longest first.
    pub fn overdue(&self) -> Vec<Item<'p>> {
        let mut late = self.with(|item| item.standing.status == Status::Overdue);
        late.sort_by_key(|item| item.standing.days);
        late
    }

    /// Returns what falls due from today until `days` days ahead, the nearest first.
    pub fn due_within(&self, days: u32) -> Vec<Item<'p>> {
        let mut soon = self.with(|Item { standing, .. }| {
            standing.status.is_unfinished()
                && standing.days.is_some_and(|left| (0..=i64::from(days)).contains(&left))
        });
        soon.sort_by_key(|item| item.standing.days);
        soon
    }

    /// Counts the items by status.
    pub fn counts(&self) -> Counts {
        Counts::of(&self.items, self.today)
    }

    /// Returns the items that are `wanted`.
    pub fn with(&self, wanted: impl Fn(&Item<'p>) -> bool) -> Vec<Item<'p>> {
        self.items.iter().filter(|item| wanted(item)).copied().collect()
    }
}

impl Filter {
    fn admits(&self, plan: &Plan<'_>, item: &Item<'_>) -> bool {
        let Item { activity, standing } = item;
        let phase = activity.phase.map(|at| plan.phases[at].id.as_ref());
        let is_in = |list: &[String], value: Option<&str>| {
            list.is_empty() || value.is_some_and(|value| list.iter().any(|one| one == value))
        };
        is_in(&self.phases, phase)
            && is_in(&self.groups, activity.details.group.as_deref())
            && is_in(&self.owners, activity.details.owner.as_deref())
            && is_in(&self.statuses, Some(standing.status.code()))
            && (!self.unfinished || standing.status.is_unfinished())
    }
}
