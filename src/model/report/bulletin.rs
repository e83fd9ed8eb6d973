//! What there is to report upwards.

use chrono::NaiveDate;

use super::{Figures, Measure};
use crate::model::agenda::{Agenda, Item};
use crate::model::date::DateRange;
use crate::model::plan::{Due, Move, Phase};
use crate::model::status::Status;

/// Days without a note after which somebody should ask.
pub const SILENCE: u32 = 14;

/// What a bulletin says of a plan, as it stood on the agenda's day.
#[derive(Debug)]
pub struct Bulletin<'p> {
    /// The figures against the deadlines that stood on the day.
    pub figures: Figures,
    /// The figures against the deadlines that the plan was issued with.
    pub original: Figures,
    /// What is overdue, the longest first.
    pub overdue: Vec<Item<'p>>,
    /// How many of these were due before the period.
    pub overdue_before: usize,
    /// What falls due soon, the nearest first.
    pub soon: Vec<Item<'p>>,
    /// What was done late, in the period.
    pub done_late: Vec<Item<'p>>,
    /// The deadlines that were moved in the period, in the order of the days.
    pub moves: Vec<Moved<'p>>,
    /// What was done in the period, in the order of the days.
    pub finished: Vec<Item<'p>>,
    /// What is done, and nothing shows it.
    pub without_evidence: Vec<Item<'p>>,
    /// What nobody answers for.
    pub without_owner: Vec<Item<'p>>,
    /// What has had no note for [`SILENCE`] days.
    pub stale: Vec<Item<'p>>,
}

/// A deadline that was moved, of an activity or of a phase.
#[derive(Debug, Clone, Copy)]
pub struct Moved<'p> {
    /// Whose.
    pub id: &'p str,
    /// Its title.
    pub title: &'p str,
    /// The move.
    pub change: &'p Move<'p>,
    /// The deadline that it was moved to.
    pub to: Option<NaiveDate>,
}

impl<'p> Bulletin<'p> {
    /// Gathers what `agenda` has to say; with `period`, of that stretch of time.
    pub fn new(agenda: &Agenda<'p>, period: Option<DateRange>) -> Bulletin<'p> {
        let today = agenda.today;
        let inside = |day: NaiveDate| day <= today && period.is_none_or(|period| period.contains(day));
        let figures = |measure| Figures::of(agenda.items.iter().copied(), today, measure, period);
        let done_on = |item: &Item<'p>| item.activity.done.filter(|day| inside(*day));
        let mut finished = agenda.with(|item| done_on(item).is_some());
        finished.sort_by_key(done_on);
        let overdue = agenda.overdue();
        let before = |item: &&Item<'p>| {
            let due = item.activity.due_on(today).day;
            period.zip(due).is_some_and(|(period, due)| due < period.start)
        };
        Bulletin {
            figures: figures(Measure::Current),
            original: figures(Measure::Original),
            overdue_before: overdue.iter().filter(before).count(),
            overdue,
            soon: agenda.due_within(agenda.plan.soon),
            done_late: finished
                .iter()
                .copied()
                .filter(|one| one.standing.status == Status::DoneLate)
                .collect(),
            moves: moves(agenda, inside),
            without_evidence: agenda.without_evidence(),
            without_owner: agenda.without_owner(),
            stale: agenda.stale(SILENCE),
            finished,
        }
    }
}

impl<'p> Bulletin<'p> {
    /// Returns the ids of what was moved, each once.
    pub fn moved_ids(&self) -> Vec<&'p str> {
        let mut ids: Vec<&str> = Vec::new();
        for moved in &self.moves {
            if !ids.contains(&moved.id) {
                ids.push(moved.id);
            }
        }
        ids
    }
}

fn moves<'p>(agenda: &Agenda<'p>, inside: impl Fn(NaiveDate) -> bool) -> Vec<Moved<'p>> {
    let mut all = Vec::new();
    let mut gather = |id: &'p str, title: &'p str, moved: &'p [Move<'p>], now: Option<NaiveDate>| {
        let later = moved.iter().skip(1).map(|change| change.from.day).chain([now]);
        let moved = moved.iter().zip(later).filter(|(change, _)| inside(change.on));
        all.extend(moved.map(|(change, to)| Moved { id, title, change, to }));
    };
    for phase in &agenda.plan.phases {
        gather(&phase.id, &phase.title, &phase.moved, Some(phase.range.end));
    }
    for item in &agenda.items {
        let activity = item.activity;
        if activity.moved_itself {
            gather(&activity.id, &activity.title, &activity.moved, activity.due.day);
        }
    }
    all.sort_by_key(|moved| moved.change.on);
    all
}

/// Where in its time a phase is on a day.
#[derive(Debug, Clone, Copy)]
pub struct Progress {
    /// The day, counted from 1 on the first.
    pub day: i64,
    /// How many days it has.
    pub days: i64,
}

impl Progress {
    /// The share of the days that have begun, in whole percent.
    pub fn percent(self) -> i64 {
        (self.day * 100 + self.days / 2) / self.days
    }
}

impl<'p> Agenda<'p> {
    /// Returns the phase that the day lies in, and how far it has come.
    pub fn current_phase(&self) -> Option<(&'p Phase<'p>, Progress)> {
        let phase = self.plan.phases.iter().find(|phase| phase.range_on(self.today).contains(self.today))?;
        let DateRange { start, end } = phase.range_on(self.today);
        let count = |to: NaiveDate| (to - start).num_days() + 1;
        Some((phase, Progress { day: count(self.today), days: count(end) }))
    }

    /// Returns what is done without anything that shows it.
    pub fn without_evidence(&self) -> Vec<Item<'p>> {
        self.with(|item| item.standing.status.is_done() && item.activity.details.evidence.is_empty())
    }

    /// Returns what nobody answers for; what was cancelled needs nobody.
    pub fn without_owner(&self) -> Vec<Item<'p>> {
        self.with(|item| item.standing.status != Status::Cancelled && item.activity.details.owner.is_none())
    }

    /// Returns what is unfinished and has had no note for `days` days. Where there never was one, the days
    /// count from its start, that of its phase or of the plan; what has not started is not asked for.
    pub fn stale(&self, days: u32) -> Vec<Item<'p>> {
        self.with(|item| {
            let started = self.started(item);
            let notes = item.activity.notes.iter().map(|note| note.on).filter(|on| *on <= self.today);
            let last = notes.max().or(started);
            item.standing.status.is_unfinished()
                && started.is_none_or(|start| start <= self.today)
                && last.is_none_or(|last| (self.today - last).num_days() >= i64::from(days))
        })
    }

    fn started(&self, item: &Item<'p>) -> Option<NaiveDate> {
        let Due { start, .. } = *item.activity.due_on(self.today);
        let phase = item.activity.phase.map(|at| self.plan.phases[at].range_on(self.today).start);
        start.or(phase).or(self.plan.range.map(|range| range.start))
    }
}
