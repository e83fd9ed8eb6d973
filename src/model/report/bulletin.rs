//! What a bulletin says of a plan, gathered from an agenda.

use chrono::{Days, NaiveDate};

use super::parts::{CurrentPhase, Line, Moved, Part};
use crate::model::agenda::{Agenda, By, Counts, Figures, Item, Measure, STALE_DAYS, Share, Status};
use crate::model::date::DateRange;

/// What a bulletin says of a plan, as it stood on the agenda's day.
#[derive(Debug)]
pub struct Bulletin<'c, 'p> {
    pub agenda: &'c Agenda<'p>,
    /// The stretch of time that it is about.
    pub period: Option<DateRange>,
    pub counts: Counts,
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
    /// What has had no note for [`STALE_DAYS`] days.
    pub stale: Vec<Item<'p>>,
}

impl<'c, 'p> Bulletin<'c, 'p> {
    /// Gathers what `agenda` has to say; with `period`, of that stretch of time.
    pub fn new(agenda: &'c Agenda<'p>, period: Option<DateRange>) -> Bulletin<'c, 'p> {
        let inside = |day: NaiveDate| period.is_none_or(|period| period.contains(day));
        let figures = |measure| Figures::of(agenda.items(), agenda.day(), measure, period);
        let mut finished = agenda.select(|item| item.done.is_some_and(inside));
        finished.sort_by_key(|item| item.done);
        let overdue = agenda.overdue();
        let is_before =
            |item: &&Item<'p>| period.zip(item.due.day).is_some_and(|(period, due)| due < period.start);
        Bulletin {
            agenda,
            period,
            counts: Counts::of(agenda.items()),
            figures: figures(Measure::Current),
            original: figures(Measure::Original),
            overdue_before: overdue.iter().filter(is_before).count(),
            overdue,
            soon: agenda.due_within(agenda.soon()),
            done_late: finished.iter().copied().filter(|one| one.status == Status::DoneLate).collect(),
            moves: moves(agenda, inside),
            without_evidence: agenda.without_evidence(),
            without_owner: agenda.without_owner(),
            stale: agenda.stale(STALE_DAYS),
            finished,
        }
    }

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

    /// How many moves were asked for late.
    pub fn moved_late(&self) -> usize {
        self.moves.iter().filter(|moved| moved.change.is_late()).count()
    }

    /// Returns the figures against the original deadlines, where these make a difference.
    pub fn original_where_other(&self) -> Option<Figures> {
        Some(self.original).filter(|original| original.per_mille() != self.figures.per_mille())
    }

    /// Returns the phases that the day lies in.
    pub fn current_phases(&self) -> Vec<CurrentPhase<'p>> {
        let shares = self.agenda.by_phase();
        let current = self.agenda.current_phases().filter_map(|(phase, progress)| {
            let share = shares.iter().find(|share| share.phase.is_some_and(|one| one.id == phase.id))?;
            Some(CurrentPhase { phase, progress, total: share.total, done: share.done })
        });
        current.collect()
    }

    /// Returns the parts that come one line an item, with `by` the figures of each share among them.
    pub fn parts(&self, by: Option<By>) -> Vec<(Part, Vec<Line<'p>>)> {
        let until = self.agenda.day() + Days::new(self.agenda.soon().into());
        let each =
            |items: &[Item<'p>], line: fn(Item<'p>) -> Line<'p>| items.iter().copied().map(line).collect();
        let mut parts: Vec<(Part, Vec<Line<'p>>)> = vec![
            (Part::Overdue, each(&self.overdue, Line::Overdue)),
            (Part::Soon { until }, each(&self.soon, Line::Soon)),
            (Part::DoneLate, each(&self.done_late, Line::DoneLate)),
            (Part::Moves { late: self.moved_late() }, self.moves.iter().copied().map(Line::Moved).collect()),
            (Part::Finished, each(&self.finished, Line::Finished)),
        ];
        parts.extend(by.map(|by| {
            let shares = self.agenda.shares(by);
            (Part::By(by), shares.iter().map(|share| self.share(share)).collect())
        }));
        parts.push((Part::Missing, self.missing()));
        parts
    }

    pub fn figures_of(&self, share: &Share<'p>) -> Figures {
        Figures::of(share.items.iter().copied(), self.agenda.day(), Measure::Current, self.period)
    }

    fn share(&self, share: &Share<'p>) -> Line<'p> {
        Line::By { name: share.name, total: share.items.len(), figures: self.figures_of(share) }
    }

    fn missing(&self) -> Vec<Line<'p>> {
        let ids = |items: &[Item<'p>]| items.iter().map(|item| item.id).collect();
        let Bulletin { without_evidence, without_owner, stale, .. } = self;
        let lines = [
            (without_evidence, Line::WithoutEvidence(ids(without_evidence))),
            (without_owner, Line::WithoutOwner(ids(without_owner))),
            (stale, Line::Stale { ids: ids(stale), days: STALE_DAYS }),
        ];
        lines.into_iter().filter(|(items, _)| !items.is_empty()).map(|(_, line)| line).collect()
    }
}

fn moves<'p>(agenda: &Agenda<'p>, inside: impl Fn(NaiveDate) -> bool) -> Vec<Moved<'p>> {
    let of_phases = agenda
        .phases()
        .iter()
        .flat_map(|phase| phase.moves().map(|change| Moved { id: phase.id, title: phase.title, change }));
    let of_items = agenda
        .items()
        .flat_map(|item| item.own_moves().map(|change| Moved { id: item.id, title: item.title, change }));
    let mut moves: Vec<_> = of_phases.chain(of_items).filter(|moved| inside(moved.change.on)).collect();
    moves.sort_by_key(|moved| moved.change.on);
    moves
}
