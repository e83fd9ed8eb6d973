//! Which items of an agenda, and in which order.

use chrono::NaiveDate;

use super::day::Agenda;
use super::item::Item;
use super::phase::{PhaseOnDay, Progress};
use super::status::Status;
use crate::model::date::{Calendar, DateRange, Repair};
use crate::model::text::{look, look_the_same};

/// Days without a note after which somebody should ask.
pub const STALE_DAYS: u32 = 14;

/// Which activities to show. Empty lists let everything through; an empty name is that of nobody.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Of these phases, by id.
    pub phases: Vec<String>,
    pub groups: Vec<String>,
    pub owners: Vec<String>,
    pub statuses: Vec<Status>,
    /// Only what still has to be done.
    pub unfinished: bool,
    /// Only what holds all of these: in its title, its content, its requirements, or the names of those who answer for it
    /// or help.
    pub words: Vec<String>,
}

impl Filter {
    pub fn admits(&self, item: &Item<'_>) -> bool {
        let is_in = |list: &[String], value: Option<&str>| {
            list.is_empty() || list.iter().any(|one| look_the_same(one, value.unwrap_or_default()))
        };
        let owners = &item.details.owners;
        is_in(&self.phases, item.phase.map(|phase| phase.id))
            && is_in(&self.groups, item.group())
            && (is_in(&self.owners, owners.first().map(AsRef::as_ref))
                || owners.iter().any(|one| is_in(&self.owners, Some(one))))
            && (self.statuses.is_empty() || self.statuses.contains(&item.status))
            && (!self.unfinished || item.status.is_unfinished())
            && self.words.iter().all(|word| holds(item, word))
    }
}

/// Whether one of the texts of `item` holds `word`, in capital letters or small ones.
fn holds(item: &Item<'_>, word: &str) -> bool {
    let details = item.details;
    let longer = [&details.content, &details.requirements, &details.leader].into_iter().flatten();
    let texts = longer.chain(&details.owners).chain(&details.support).map(AsRef::as_ref);
    let wanted = look(word).to_lowercase();
    texts.chain([item.title]).any(|text| look(text).to_lowercase().contains(&wanted))
}

impl<'p> Agenda<'p> {
    pub fn select(&self, wanted: impl Fn(&Item<'p>) -> bool) -> Vec<Item<'p>> {
        self.items().filter(wanted).collect()
    }

    /// Returns what is overdue, the longest first.
    pub fn overdue(&self) -> Vec<Item<'p>> {
        let mut late = self.select(|item| item.status == Status::Overdue);
        late.sort_by_key(|item| item.days);
        late
    }

    /// Returns what falls due from the day until `days` days ahead, the nearest first.
    pub fn due_within(&self, days: u32) -> Vec<Item<'p>> {
        let is_near = |left: i64| (0..=i64::from(days)).contains(&left);
        let mut soon = self.select(|item| item.status.is_unfinished() && item.days.is_some_and(is_near));
        soon.sort_by_key(|item| item.days);
        soon
    }

    /// Returns what a drawing of deadlines shows, by deadline: what lasts as long as its phase or the plan is left out
    /// until it is overdue, and so is what was cancelled.
    pub fn to_draw(&self) -> Vec<Item<'p>> {
        let mut drawn = self.select(|item| self.draws(item));
        drawn.sort_by_key(|item| item.due.day);
        drawn
    }

    /// Whether a drawing of deadlines shows it.
    pub fn draws(&self, item: &Item<'p>) -> bool {
        match item.status {
            Status::Overdue => true,
            Status::Cancelled | Status::Undated(_) => false,
            _ => item.due.day.is_some() && !item.takes_time_of(self.calendar_of(item)),
        }
    }

    /// Returns the days from the first to the last one that a drawing of these shows.
    pub fn drawn_range<'i>(&self, drawn: impl IntoIterator<Item = &'i Item<'p>>) -> Option<DateRange>
    where
        'p: 'i,
    {
        let phases = self.phases().iter().map(|phase| phase.range);
        let ranges = phases.chain(self.range()).flat_map(|range| [range.start, range.end]);
        let days = drawn.into_iter().flat_map(|item| [item.due.start, item.due.day, item.original.day]);
        let days: Vec<NaiveDate> = ranges.chain(days.flatten()).collect();
        Some(DateRange { start: *days.iter().min()?, end: *days.iter().max()? })
    }

    /// Returns what is done without anything that shows it.
    pub fn without_evidence(&self) -> Vec<Item<'p>> {
        self.select(|item| item.status.is_done() && item.details.evidence.is_empty())
    }

    /// Returns what nobody answers for; what was cancelled needs nobody.
    pub fn without_owner(&self) -> Vec<Item<'p>> {
        self.select(|item| item.status != Status::Cancelled && item.owner().is_none())
    }

    /// Returns what is unfinished and has had no note for `days` days. Where there never was one, the days
    /// count from its start, that of its phase or of the plan; what has not started is not asked for.
    pub fn stale(&self, days: u32) -> Vec<Item<'p>> {
        self.select(|item| {
            let started = self.started(item);
            let last = item.last_note().map(|note| note.on).or(started);
            item.status.is_unfinished()
                && started.is_none_or(|start| start <= self.day())
                && last.is_none_or(|last| (self.day() - last).num_days() >= i64::from(days))
        })
    }

    fn started(&self, item: &Item<'p>) -> Option<NaiveDate> {
        let of_phase = item.phase.map(|phase| phase.range.start);
        item.due.start.or(of_phase).or(self.range().map(|range| range.start))
    }

    /// Returns the phases that the day lies in, and how far each has come.
    pub fn current_phases(&self) -> impl Iterator<Item = (PhaseOnDay<'p>, Progress)> {
        let phases = self.phases().iter().filter(|phase| phase.range.contains(self.day()));
        phases.map(|phase| (*phase, phase.progress(self.day())))
    }

    /// Returns how far the plan's own time has come, where the day lies in it.
    pub fn progress(&self) -> Option<Progress> {
        let range = self.range().filter(|range| range.contains(self.day()))?;
        Some(Progress::of(range, self.day()))
    }

    /// Returns what had to be supplied to read the words of an item's deadline.
    pub fn repair(&self, item: &Item<'p>) -> Option<Repair> {
        item.repair(&self.calendar_of(item))
    }

    fn calendar_of(&self, item: &Item<'p>) -> Calendar {
        let (issued, phase) = item.phase.map(|phase| (phase.issued(), phase.range)).unzip();
        Calendar { issued: issued.flatten(), phase, ..self.calendar() }
    }
}

/// Orders items by deadline, those without one last.
pub fn by_due(items: &mut [Item<'_>]) {
    items.sort_by_key(|item| (item.due.day.is_none(), item.due.day));
}
