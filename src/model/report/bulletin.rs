//! What a bulletin says of a plan, gathered from an agenda.

use std::collections::HashMap;

use chrono::{Days, NaiveDate};

use super::moves::{Moved, moves};
use super::parts::{PlanFigures, Standing, UnitFigures, ordered};
use super::period::Scope;
use super::summary::{Carried, Completion, CurrentPhase, Subject, Summary};
use crate::model::agenda::{Agenda, By, Figures, Item, Measure, Share, shares};
use crate::model::date::DateRange;
use crate::model::text::look;

/// What a bulletin says of a plan: as of the end of its period, or of the day of issue where that is earlier.
#[derive(Debug)]
pub struct Bulletin<'p> {
    pub summary: Summary<'p>,
    pub office: Option<&'p str>,
    /// All that was in the plan.
    pub items: Vec<Item<'p>>,
    /// What was done in the period.
    pub finished: Vec<Item<'p>>,
    /// What is overdue by the day that counts, the longest first.
    pub overdue: Vec<Standing<'p>>,
    /// What is expected later than its deadline, which is still to come.
    pub expected_late: Vec<Standing<'p>>,
    /// What else is unfinished, and there was a word on it in the period.
    pub under_way: Vec<Standing<'p>>,
    /// The deadlines that were moved in the period, in the order of the days.
    pub moves: Vec<Moved<'p>>,
    /// What was cancelled in the period, in the order of the days.
    pub cancelled: Vec<Item<'p>>,
    /// What falls due next, the nearest first.
    pub next: Vec<Item<'p>>,
    /// The last day of what falls due next.
    pub until: NaiveDate,
}

impl<'p> Bulletin<'p> {
    /// Gathers what is to be said on the agenda's day, which is that of issue: of `period`, and of what `owner` answers
    /// for, where these are given.
    pub fn new(
        issue: &Agenda<'p>,
        period: Option<DateRange>,
        owner: Option<&str>,
        ids: bool,
    ) -> Bulletin<'p> {
        let whole = Scope::new(period, issue.day(), ids);
        let scope = Scope { one_unit: owner.is_some(), plan: issue.among(), ..whole };
        let then = if scope.is_over() { issue.back_at_end_of(scope.day) } else { issue.clone() };
        let own = |agenda: &Agenda<'p>| agenda.select(|item| owner.is_none_or(|owner| item.is_of(owner)));
        let items = own(&then);
        let later = if scope.is_reprint() { items.clone() } else { own(issue) };
        let select = |wanted: &dyn Fn(&Item<'p>) -> bool| -> Vec<Item<'p>> {
            items.iter().copied().filter(|item| wanted(item)).collect()
        };
        let mut overdue = select(&|item| item.is_behind());
        overdue.sort_by_key(|item| item.counts_on);
        let mut cancelled = select(&|item| item.cancelled.is_some_and(|one| scope.contains(one.on)));
        cancelled.sort_by_key(|item| item.cancelled.map(|one| one.on));
        let before = scope.period.map(|period| own(&issue.back_at_end_of(period.eve())));
        let before = before.map(|items| items.into_iter().filter(Item::is_behind).collect::<Vec<_>>());
        let is_own =
            |moved: &Moved<'p>| owner.is_none_or(|owner| moved.item.is_some_and(|item| item.is_of(owner)));
        let (next, until) = next(&scope, &later, issue.soon());
        let standing = Standings::new(&scope, &later);
        let summary = Summary {
            subject: Subject::Plan(issue.title()),
            owner: owner.map(str::to_owned),
            completion: Completion::of(&items),
            added: select(&|item| item.added.is_some_and(|on| scope.contains(on))).len(),
            figures: Figures::of(items.iter().copied(), Measure::Counting, period),
            original: Figures::of(items.iter().copied(), Measure::Original, period),
            carried: before.map(|before| Carried::new(&before, &items, &overdue, &cancelled)),
            phases: if owner.is_none() { CurrentPhase::all(&then) } else { Vec::new() },
            scope,
        };
        Bulletin {
            summary,
            office: issue.office(),
            finished: select(&|item| item.done.is_some_and(|done| scope.contains(done))),
            expected_late: standing.of(select(&|item| standing.is_expected_late(item))),
            under_way: standing.of(select(&|item| {
                let has_news = item.last_note().is_some_and(|note| scope.contains(note.on));
                has_news
                    && item.status.is_unfinished()
                    && !item.is_behind()
                    && !standing.is_expected_late(item)
            })),
            overdue: standing.of(overdue),
            moves: moves(&then, |on| scope.contains(on)).into_iter().filter(is_own).collect(),
            cancelled,
            next,
            until,
            items,
        }
    }

    /// Returns the figures of each unit, from the best rate to the lowest, those with nothing due last; of groups and
    /// phases in the plan's order.
    pub fn units(&self, by: By) -> Vec<UnitFigures<'p>> {
        let mut units: Vec<_> =
            shares(self.items.iter().copied(), by).iter().map(|one| self.unit(one)).collect();
        ordered(&mut units, by);
        units
    }

    /// Returns the figures of the plan as one of several.
    pub(super) fn figures(&self) -> PlanFigures {
        let Summary { completion, figures, .. } = &self.summary;
        PlanFigures { total: completion.total, figures: *figures, overdue: self.overdue.len() }
    }

    fn unit(&self, share: &Share<'p>) -> UnitFigures<'p> {
        let of = |items: &[Item<'p>]| self.figures_of(items);
        let leads =
            |item: &Item<'p>| item.details.owners.len() > 1 && item.owner().map(look) == share.name.map(look);
        let led: Vec<_> = share.items.iter().copied().filter(leads).collect();
        let overdue = share.items.iter().filter(|item| item.is_behind()).count();
        UnitFigures { name: share.name, figures: of(&share.items), leads: of(&led).due, overdue }
    }

    fn figures_of(&self, items: &[Item<'p>]) -> Figures {
        let period = self.summary.scope.period.map(|period| period.range);
        Figures::of(items.iter().copied(), Measure::Counting, period)
    }

    /// Whether an item that was due, or is overdue, counts under several units.
    pub(super) fn is_shared(&self) -> bool {
        let shared: Vec<_> =
            self.items.iter().copied().filter(|item| item.details.owners.len() > 1).collect();
        self.figures_of(&shared).due > 0 || shared.iter().any(Item::is_behind)
    }

    pub(super) fn overdue_before(&self) -> usize {
        let Some(period) = self.summary.scope.period else { return 0 };
        let is_before = |one: &&Standing<'p>| one.item.counts_on.is_some_and(|day| day < period.range.start);
        self.overdue.iter().filter(is_before).count()
    }
}

/// Returns what falls due next, and until when: in the period that follows, in what is left of one that runs, else
/// within the days that count as soon.
fn next<'p>(scope: &Scope<'_>, items: &[Item<'p>], soon: u32) -> (Vec<Item<'p>>, NaiveDate) {
    let near = scope.issued.checked_add_days(Days::new(soon.into())).unwrap_or(scope.issued);
    let range = match scope.period {
        Some(period) if scope.is_over() => period.next().map(|next| next.range),
        Some(period) => DateRange::new(scope.day, period.range.end),
        None => DateRange::new(scope.day, near),
    };
    let falls_due = |item: &Item<'p>| {
        item.status.is_unfinished() && item.due.day.zip(range).is_some_and(|(day, range)| range.contains(day))
    };
    let mut next: Vec<_> = items.iter().copied().filter(falls_due).collect();
    next.sort_by_key(|item| item.due.day);
    (next, range.map_or(near, |range| range.end))
}

/// What is known of unfinished items on the day of issue.
struct Standings {
    is_reprint: bool,
    /// The days after the period on which something was done.
    done_since: HashMap<String, NaiveDate>,
}

impl Standings {
    fn new(scope: &Scope<'_>, later: &[Item<'_>]) -> Standings {
        let since = later.iter().filter_map(|item| Some((item.id.to_owned(), item.done?)));
        let done_since = since.filter(|(_, done)| *done > scope.day).collect();
        Standings { is_reprint: scope.is_reprint(), done_since }
    }

    fn expected(&self, item: &Item<'_>) -> Option<NaiveDate> {
        item.details.expected.filter(|_| !self.is_reprint)
    }

    /// Whether it is expected late before it has fallen due.
    fn is_expected_late(&self, item: &Item<'_>) -> bool {
        let expected = self.expected(item).zip(item.due.day).is_some_and(|(expected, due)| expected > due);
        expected && item.status.is_unfinished() && !item.is_behind()
    }

    fn of<'p>(&self, items: Vec<Item<'p>>) -> Vec<Standing<'p>> {
        let standing = |item: Item<'p>| Standing {
            item,
            progress: item.details.progress.filter(|_| !self.is_reprint),
            expected: self.expected(&item),
            done_since: self.done_since.get(item.id).copied(),
        };
        items.into_iter().map(standing).collect()
    }
}
