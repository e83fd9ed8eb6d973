//! Activities: their deadline, their phase, their marks.

use chrono::{Datelike, NaiveDate, Weekday};

use super::checker::Checker;
use super::dates::{Inherited, inherited};
use super::phase::{CheckedPhase, Known};
use crate::model::date::{DatePhrase, DateRange};
use crate::model::diagnostic::{Code, Table, Warning};
use crate::model::draft::{DraftActivity, Found, Written};
use crate::model::plan::{Activity, Basis, Deadline, Due, Move, Notation, Phase};
use crate::model::span::Span;

impl<'a> Checker<'a> {
    pub(super) fn activity(
        &mut self,
        mut draft: DraftActivity<'a>,
        known: &Known<'_, 'a>,
    ) -> Option<Activity<'a>> {
        let inside = draft.id.as_ref().or(draft.title.as_ref()).map_or(draft.span, |found| found.span);
        let (id, title) = (draft.id.take(), draft.title.take());
        let (id, title) = self.id_and_title(id, title, &draft.broken, (Table::Activity, inside));
        self.count_owner(&draft);
        self.marks(&draft, inside);
        let named = self.phase_of(&draft, known);
        let phase = named.flatten().map(|at| &known.phases[at]);
        self.calendar.phase = phase.and_then(|phase| phase.range);
        self.calendar.issued = phase.and_then(|phase| phase.checked.as_ref()?.issued());
        self.broken_phase = phase.is_some_and(|phase| phase.range.is_none());
        // With an unknown phase the year would be looked for in the wrong place: one question at a time.
        let due = named.and_then(|_| self.activity_due(&draft));
        if let Some(due) = &due {
            self.warn_of_deadline(&draft, inside, due, phase, known);
        }
        self.warn_of_question(draft.question.as_ref());
        let phase = phase.and_then(|phase| phase.checked.as_ref());
        let moved = self.moves(draft.moved, phase, due.as_ref());
        let mut details = draft.details;
        details.question = draft.question.map(|found| found.value);
        let now = due?;
        let (moved, inherited) = with_moves_of_phase(moved?, &now, phase);
        Some(Activity {
            span: draft.span,
            id: id?,
            title: title?,
            deadline: Deadline { now, moved },
            inherited,
            phase: named.flatten(),
            notes: draft.notes.into_iter().map(|note| note.value).collect(),
            added: draft.added.map(|found| found.value),
            cancelled: draft.cancelled.map(|found| found.value),
            cancelled_why: draft.cancelled_why,
            cancelled_by: draft.cancelled_by,
            done: draft.done.map(|found| found.value),
            verified: draft.verified.map(|found| found.value),
            verified_by: draft.verified_by,
            details,
        })
    }

    /// Returns the phase that is named, `Some(None)` where none is, `None` where there is no such phase.
    fn phase_of(&mut self, draft: &DraftActivity<'a>, known: &Known<'_, 'a>) -> Option<Option<usize>> {
        let Some(Found { value: phase, span }) = &draft.phase else {
            return (!draft.broken.has("phase")).then_some(None);
        };
        let position = known.position(phase);
        if position.is_none() && !known.incomplete {
            let code = Code::UnknownPhase { phase: phase.clone(), nearest: known.nearest(phase) };
            self.report(*span, code);
        }
        position.map(Some)
    }

    fn activity_due(&mut self, draft: &DraftActivity<'a>) -> Option<Due<'a>> {
        if ["due", "period", "start"].iter().any(|key| draft.broken.has(key)) {
            return None;
        }
        if let Some(period) = &draft.time.period {
            self.beside_period(period, &draft.time, ("due", &draft.due));
            return self.lasting(period, self.calendar.phase);
        }
        let start = match &draft.time.start {
            Some(found) => Some(self.start(found)?),
            None => None,
        };
        let due = match &draft.due {
            Some(found) => self.due_beside_words(found, draft)?,
            None => self.without_due(draft),
        };
        if let (Some(start), Some(day), Some(found)) = (start, due.day, &draft.time.start)
            && start > day
        {
            let other = draft.due.as_ref().map_or(found.span, |due| due.span);
            self.report_two(found.span, other, Code::StartAfterEnd { start, end: day });
        }
        Some(Due { start: start.or(due.start), ..due })
    }

    fn due_beside_words(&mut self, found: &Found<Written<'a>>, draft: &DraftActivity<'a>) -> Option<Due<'a>> {
        let due = self.due(found)?;
        let Some(words) = &draft.time.words else { return Some(due) };
        let Written::Date(day) = &found.value else {
            self.report_two(words.span, found.span, Code::WordsBesideWords);
            return None;
        };
        let (due, read) = self.beside(&due, &words.value);
        // Once the deadline was moved, the document's words are about the original one.
        if let Some(read) = read.filter(|read| read != day && draft.moved.is_empty()) {
            let code = Code::Warning(Warning::WordsDiffer { words: words.value.clone(), read, day: *day });
            self.report_two(words.span, found.span, code);
        }
        Some(due)
    }

    fn without_due(&mut self, draft: &DraftActivity<'a>) -> Due<'a> {
        let Some(Found { value: words, span }) = &draft.time.words else { return Due::default() };
        self.warn(*span, Warning::ToSettle { words: words.clone() });
        Due { words: Some(words.clone()), basis: Basis::ToSettle, ..Due::default() }
    }

    fn warn_of_deadline(
        &mut self,
        draft: &DraftActivity<'a>,
        inside: Span,
        due: &Due<'a>,
        phase: Option<&CheckedPhase<'a>>,
        known: &Known<'_, 'a>,
    ) {
        let written = draft.due.as_ref().or(draft.time.period.as_ref());
        let span = written.map_or(inside, |found| found.span);
        let Some(day) = due.day else {
            if due.basis == Basis::Unsaid {
                self.warn(span, Warning::NoDeadline);
            }
            return;
        };
        if matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && names_its_day(due, written) {
            self.warn(span, Warning::Weekend { day });
        }
        match phase {
            Some(CheckedPhase { range: Some(range), checked: Some(phase), .. }) if !range.contains(day) => {
                self.warn(span, Warning::OutsidePhase { day, phase: phase.id.clone(), range: *range });
            }
            Some(_) => {}
            None => {
                let mut phases = known.phases.iter().filter_map(|phase| phase.checked.as_ref());
                if let Some(phase) = phases.find(|phase| holds(phase.range, due.start, day)) {
                    self.warn(span, Warning::NoPhase { day, phase: phase.id.clone() });
                }
            }
        }
        if let Some(range) = self.calendar.plan.filter(|range| !range.contains(day)) {
            self.warn(span, Warning::OutsidePlan { day, range });
        }
    }
}

/// Whether the deadline is a day that was named, and not the end of something longer.
fn names_its_day(due: &Due<'_>, written: Option<&Found<Written<'_>>>) -> bool {
    let is_date = written.is_some_and(|found| matches!(found.value, Written::Date(_)));
    let is_readable = |words: &str| DatePhrase::parse(words).is_ok();
    due.basis == Basis::Day || (is_date && !due.words.as_deref().is_some_and(is_readable))
}

/// As long as an activity takes its phase's time, the moves of the phase are moves of its own deadline: puts them
/// before its `own`, and returns how many they are.
fn with_moves_of_phase<'a>(
    own: Vec<Move<'a>>,
    now: &Due<'a>,
    phase: Option<&Phase<'a>>,
) -> (Vec<Move<'a>>, usize) {
    let (first, until) = own.first().map_or((now, NaiveDate::MAX), |first| (&first.from, first.on));
    let words = first.words.as_deref().filter(|_| first.notation == Notation::Period);
    let Some(phase) = phase.filter(|_| words.and_then(inherited) == Some(Inherited::Phase)) else {
        return (own, 0);
    };
    let mut moves: Vec<_> = phase.deadline.moved.iter().filter(|moved| moved.on <= until).cloned().collect();
    let inherited = moves.len();
    moves.extend(own);
    (moves, inherited)
}

/// Whether `range` holds all of what lasts from `start`, or from `day` alone, to `day`.
fn holds(range: DateRange, start: Option<NaiveDate>, day: NaiveDate) -> bool {
    range.contains(start.unwrap_or(day)) && range.contains(day)
}
