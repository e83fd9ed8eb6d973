//! An activity on a day.

use std::ptr;

use chrono::NaiveDate;

use super::moves::MoveOnDay;
use super::phase::PhaseOnDay;
use super::status::{Moment, Status, status};
use crate::model::date::{Calendar, DatePhrase, Repair};
use crate::model::plan::{Activity, Details, Due, Notation, Note, Undated};
use crate::model::span::Span;
use crate::model::text::look_the_same;

/// An activity and how it stands.
#[derive(Debug, Clone, Copy)]
pub struct Item<'p> {
    pub id: &'p str,
    pub title: &'p str,
    pub phase: Option<PhaseOnDay<'p>>,
    /// The deadline that stood on the day.
    pub due: &'p Due<'p>,
    /// What the document says of that deadline; where it was its phase's, that it was.
    pub words: Option<&'p str>,
    /// The deadline that it was issued with.
    pub original: &'p Due<'p>,
    /// The deadline that counts: without the moves that were agreed after it had passed.
    pub agreed: Option<NaiveDate>,
    /// The day that decides whether it was on time, and in which period it counts: that deadline, or a later day on
    /// which this came into the plan.
    pub counts_on: Option<NaiveDate>,
    pub done: Option<NaiveDate>,
    pub verified: Option<Verified<'p>>,
    /// The day on which it came into the plan, where it was not there from the beginning.
    pub added: Option<NaiveDate>,
    pub cancelled: Option<Cancelled<'p>>,
    pub status: Status,
    /// The deadline minus the day; once it is done, the deadline that counts minus that day, at least 0 where it was
    /// on time. None without a deadline,
    /// or cancelled.
    pub days: Option<i64>,
    /// What carries no date of its own.
    pub details: &'p Details<'p>,
    pub history: History<'p>,
}

/// What was recorded of an activity up to a day; an [`Item`] tells it.
#[derive(Debug, Clone, Copy)]
pub struct History<'p> {
    activity: &'p Activity<'p>,
    moment: Moment,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Verified<'p> {
    pub on: NaiveDate,
    pub by: Option<&'p str>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cancelled<'p> {
    pub on: NaiveDate,
    pub why: Option<&'p str>,
    /// Who agreed.
    pub by: Option<&'p str>,
}

impl<'p> Item<'p> {
    pub(super) fn new(
        activity: &'p Activity<'p>,
        phases: &[PhaseOnDay<'p>],
        moment: Moment,
        soon: u32,
    ) -> Item<'p> {
        let day = moment.day();
        let happened = |mark: Option<NaiveDate>| mark.filter(|on| *on <= day);
        let due = activity.deadline.on(day);
        let done = happened(activity.done);
        let (why, by) = (activity.cancelled_why.as_deref(), activity.cancelled_by.as_deref());
        let cancelled = happened(activity.cancelled).map(|on| Cancelled { on, why, by });
        let verified_by = activity.verified_by.as_deref();
        let (agreed, counts_on) = activity.deadline.counting(day, activity.added);
        let (status, days) = status(due, (agreed, counts_on), done, cancelled.is_some(), moment, soon);
        Item {
            id: &activity.id,
            title: &activity.title,
            phase: activity.phase.map(|at| phases[at]),
            due,
            words: words(activity, day),
            original: activity.deadline.original(),
            agreed,
            counts_on,
            done,
            verified: happened(activity.verified).map(|on| Verified { on, by: verified_by }),
            added: activity.added,
            cancelled,
            status,
            days,
            details: &activity.details,
            history: History { activity, moment },
        }
    }

    /// Whether `other` is the same activity of the same plan.
    pub(super) fn is(&self, other: &Item<'p>) -> bool {
        ptr::eq(self.history.activity, other.history.activity)
    }

    /// Returns the moves of its deadline, oldest first; those of its phase where it takes the phase's time.
    pub fn moves(&self) -> impl Iterator<Item = MoveOnDay<'p>> + use<'p> {
        self.history.activity.deadline.moves(self.history.moment.day())
    }

    pub fn own_moves(&self) -> impl Iterator<Item = MoveOnDay<'p>> + use<'p> {
        self.moves().skip(self.history.activity.inherited)
    }

    pub fn notes(&self) -> impl Iterator<Item = &'p Note<'p>> + use<'p> {
        let day = self.history.moment.day();
        self.history.activity.notes.iter().filter(move |note| note.on <= day)
    }

    /// Its phase, as an index into those of the agenda.
    pub(super) fn phase_index(&self) -> Option<usize> {
        self.history.activity.phase
    }

    pub fn last_note(&self) -> Option<&'p Note<'p>> {
        self.notes().max_by_key(|note| note.on)
    }

    /// Returns the last word on its progress, with its day.
    pub fn last_text(&self) -> Option<(&'p str, NaiveDate)> {
        let texts = self.notes().filter_map(|note| Some((note.text.as_deref()?, note.on)));
        texts.max_by_key(|(_, on)| *on)
    }

    /// Returns the reason for its delay that was given last.
    pub fn last_reason(&self) -> Option<&'p str> {
        let reasons = self.notes().filter_map(|note| Some((note.why.as_deref()?, note.on)));
        reasons.max_by_key(|(_, on)| *on).map(|(why, _)| why)
    }

    /// Whether a move that was agreed too late left the day that counts behind.
    pub fn was_moved_late(&self) -> bool {
        self.moves().any(|moved| moved.is_late())
    }

    /// Whether the day that counts is over and it is not done: screens remind by the deadline that stands.
    pub fn is_behind(&self) -> bool {
        self.status.is_unfinished() && self.counts_on.is_some_and(|day| self.history.moment.is_past(day))
    }

    /// Whether it was cancelled only after the day that counts: that leaves it in the figures.
    pub fn was_cancelled_late(&self) -> bool {
        self.cancelled.is_some_and(|cancelled| self.counts_on.is_some_and(|day| day < cancelled.on))
    }

    /// Whether what counts on `day` has fallen due: it is over, or is the day and it is done.
    pub(super) fn has_fallen_due(&self, day: NaiveDate) -> bool {
        let moment = self.history.moment;
        moment.is_past(day) || (day == moment.day() && self.done.is_some())
    }

    /// Returns why it has no deadline, where it has none.
    pub fn undated(&self) -> Option<Undated> {
        self.due.undated()
    }

    /// Who answers for it; where several do, the one that leads.
    pub fn owner(&self) -> Option<&'p str> {
        self.details.owners.first().map(AsRef::as_ref)
    }

    /// Everybody who answers for it, the one that leads first.
    pub fn owners(&self) -> impl Iterator<Item = &'p str> + use<'p> {
        self.details.owners.iter().map(AsRef::as_ref)
    }

    /// Whether `owner` is among those who answer for it.
    pub fn is_of(&self, owner: &str) -> bool {
        self.owners().any(|one| look_the_same(one, owner))
    }

    pub fn group(&self) -> Option<&'p str> {
        self.details.group.as_deref()
    }

    /// Where its block begins in the file.
    pub fn span(&self) -> Span {
        self.history.activity.span
    }

    /// Whether it lasts exactly as long as its phase or, in `calendar`, the plan.
    pub(super) fn takes_time_of(&self, calendar: Calendar) -> bool {
        let own = self.due.range().filter(|_| self.due.notation == Notation::Period);
        own.is_some() && (own == calendar.phase || own == calendar.plan)
    }

    /// Returns what had to be supplied to read the words of its deadline in `calendar`.
    pub(super) fn repair(&self, calendar: &Calendar) -> Option<Repair> {
        let phrase = DatePhrase::parse(self.words?).ok()?;
        phrase.resolve(calendar).ok()?.repairs.first().copied()
    }
}

/// Returns the words of the deadline that stood on `day`; what took its phase's time said so, whatever the phase's
/// own words.
fn words<'p>(activity: &'p Activity<'_>, day: NaiveDate) -> Option<&'p str> {
    let Activity { deadline, inherited, .. } = activity;
    let was_of_phase = deadline.moves(day).count() < *inherited;
    let stood = if was_of_phase { activity.written_first() } else { deadline.on(day) };
    stood.words.as_deref()
}
