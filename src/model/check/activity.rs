//! Activities: their deadline, their phase, their marks.

use chrono::{Datelike, NaiveDate, Weekday};

use super::checker::Checker;
use super::dates::{Inheritance, Inherited, inherited};
use super::ids::Ids;
use super::phase::Known;
use crate::model::date::{Calendar, DatePhrase, DateRange};
use crate::model::diagnostic::{Code, Table, Warning};
use crate::model::draft::{DraftActivity, Found, Written};
use crate::model::plan::{Activity, Basis, Deadline, Due, Move};
use crate::model::span::Span;

impl<'a> Checker<'a> {
    pub(super) fn activity(
        &mut self,
        mut draft: DraftActivity<'a>,
        known: &Known<'_, 'a>,
        ids: &mut Ids,
    ) -> Option<Activity<'a>> {
        let inside = draft.id.as_ref().or(draft.title.as_ref()).map_or(draft.span, |found| found.span);
        let name = (draft.id.take(), draft.title.take());
        let (id, title) = self.name(name, &draft.broken, ids, (Table::Activity, inside));
        self.count_owner(&draft);
        self.marks(&draft, inside);
        let phase = self.phase_of(&draft, known);
        let named = phase.flatten();
        let time = named.and_then(|at| known.phases[at].range);
        let calendar = Calendar { phase: time, ..self.calendar };
        let inheritance = Inheritance {
            checked: named.and_then(|at| known.phases[at].checked.as_ref()),
            phase: time,
            plan: self.calendar.plan,
            broken: named.is_some() && time.is_none(),
        };
        // With an unknown phase the year would be looked for in the wrong place: one question at a time.
        let due = phase.and_then(|_| self.activity_due(&draft, &calendar, inheritance));
        if let Some(due) = &due {
            self.warn_of_deadline(&draft, inside, due, (named, known));
        }
        if let Some(Found { value: text, span }) = &draft.question {
            self.report(*span, Code::Warning(Warning::Question { text: text.clone() }));
        }
        let is_of_phase = is_of_phase(draft.time.period.as_ref());
        let unread = Due::default();
        let own = self.moves(draft.moved, &calendar, (inheritance, due.as_ref().unwrap_or(&unread)));
        let phase_moves = inheritance.checked.map_or(&[][..], |phase| &phase.deadline.moved);
        let moved = own.map(|own| with_moves_of_phase(own, is_of_phase, phase_moves));
        let mut details = draft.details;
        details.question = draft.question.map(|found| found.value);
        let moved = moved?;
        Some(Activity {
            span: draft.span,
            id: id?,
            title: title?,
            deadline: Deadline { now: due?, moved: moved.0 },
            inherited: moved.1,
            phase: named,
            notes: draft.notes.into_iter().map(|note| note.value).collect(),
            cancelled: draft.cancelled.map(|found| found.value),
            cancelled_why: draft.cancelled_why,
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

    fn activity_due(
        &mut self,
        draft: &DraftActivity<'a>,
        calendar: &Calendar,
        inheritance: Inheritance<'_, 'a>,
    ) -> Option<Due<'a>> {
        let span = &draft.time;
        if ["due", "period", "start"].iter().any(|key| draft.broken.has(key)) {
            return None;
        }
        if let Some(period) = &span.period {
            for (key, beside) in [("start", &span.start), ("due", &draft.due)] {
                if let Some(beside) = beside {
                    self.report_two(beside.span, period.span, Code::PeriodBeside { key });
                }
            }
            if let Some(words) = &span.words {
                self.report_two(words.span, period.span, Code::WordsBesideWords);
            }
            let (range, words) = self.period(period, calendar, Some(inheritance))?;
            return Some(Due::lasting(range, Some(words)));
        }
        let start = match &span.start {
            Some(found) => Some(self.start(found, calendar)?),
            None => None,
        };
        let due = match &draft.due {
            Some(found) => self.due_beside_words(found, draft, calendar)?,
            None => self.without_due(draft),
        };
        if let (Some(start), Some(day), Some(found)) = (start, due.day, &span.start)
            && start > day
        {
            let other = draft.due.as_ref().map_or(found.span, |due| due.span);
            self.report_two(found.span, other, Code::StartAfterEnd { start, end: day });
        }
        Some(Due { start: start.or(due.start), ..due })
    }

    fn due_beside_words(
        &mut self,
        found: &Found<Written<'a>>,
        draft: &DraftActivity<'a>,
        calendar: &Calendar,
    ) -> Option<Due<'a>> {
        let due = self.due(found, calendar)?;
        let Some(words) = &draft.time.words else { return Some(due) };
        let Written::Date(day) = &found.value else {
            self.report_two(words.span, found.span, Code::WordsBesideWords);
            return None;
        };
        let (due, read) = due.beside(&words.value, calendar);
        // Once the deadline was moved, the document's words are about the original one.
        if let Some(read) = read.filter(|read| read != day && draft.moved.is_empty()) {
            let code = Code::Warning(Warning::WordsDiffer { words: words.value.clone(), read, day: *day });
            self.report_two(words.span, found.span, code);
        }
        Some(due)
    }

    fn without_due(&mut self, draft: &DraftActivity<'a>) -> Due<'a> {
        let Some(Found { value: words, span }) = &draft.time.words else { return Due::default() };
        self.report(*span, Code::Warning(Warning::ToSettle { words: words.clone() }));
        Due { words: Some(words.clone()), basis: Basis::ToSettle, ..Due::default() }
    }

    fn warn_of_deadline(
        &mut self,
        draft: &DraftActivity<'a>,
        inside: Span,
        due: &Due<'a>,
        (named, known): (Option<usize>, &Known<'_, 'a>),
    ) {
        let written = draft.due.as_ref().or(draft.time.period.as_ref());
        let span = written.map_or(inside, |found| found.span);
        let Some(day) = due.day else {
            if due.basis == Basis::Unsaid {
                self.report(span, Code::Warning(Warning::NoDeadline));
            }
            return;
        };
        if matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && names_its_day(due, written) {
            self.report(span, Code::Warning(Warning::Weekend { day }));
        }
        match named {
            Some(at) => self.warn_outside_phase(span, day, (at, known)),
            None => self.warn_of_no_phase(span, due.start, day, known),
        }
        if let Some(range) = self.calendar.plan.filter(|range| !range.contains(day)) {
            self.report(span, Code::Warning(Warning::OutsidePlan { day, range }));
        }
    }

    fn warn_outside_phase(&mut self, span: Span, day: NaiveDate, (at, known): (usize, &Known<'_, 'a>)) {
        let phase = &known.phases[at];
        if let (Some(range), Some(checked)) = (phase.range, &phase.checked)
            && !range.contains(day)
        {
            self.report(span, Code::Warning(Warning::OutsidePhase { day, phase: checked.id.clone(), range }));
        }
    }

    fn warn_of_no_phase(
        &mut self,
        span: Span,
        start: Option<NaiveDate>,
        day: NaiveDate,
        known: &Known<'_, 'a>,
    ) {
        let mut phases = known.phases.iter().filter_map(|phase| phase.checked.as_ref());
        if let Some(phase) = phases.find(|phase| holds(phase.range, start, day)) {
            self.report(span, Code::Warning(Warning::NoPhase { day, phase: phase.id.clone() }));
        }
    }
}

/// Whether the deadline is a day that was named, and not the end of something longer.
fn names_its_day(due: &Due<'_>, written: Option<&Found<Written<'_>>>) -> bool {
    let is_date = written.is_some_and(|found| matches!(found.value, Written::Date(_)));
    due.basis == Basis::Day || (is_date && due.words.as_deref().is_none_or(|words| !is_readable(words)))
}

fn is_readable(words: &str) -> bool {
    DatePhrase::parse(words).is_ok()
}

fn is_of_phase(period: Option<&Found<Written<'_>>>) -> bool {
    let words = period.and_then(|found| match &found.value {
        Written::Words(words) => inherited(words),
        Written::Date(_) => None,
    });
    words == Some(Inherited::Phase)
}

/// As long as an activity takes its phase's time, the moves of the phase are moves of its own deadline: puts them
/// before its `own`, and returns how many they are.
fn with_moves_of_phase<'a>(
    own: Vec<Move<'a>>,
    is_of_phase: bool,
    phase: &[Move<'a>],
) -> (Vec<Move<'a>>, usize) {
    let until = match own.first() {
        None if is_of_phase => NaiveDate::MAX,
        Some(first) if first.from.words.as_deref().and_then(inherited) == Some(Inherited::Phase) => first.on,
        _ => return (own, 0),
    };
    let mut moves: Vec<_> = phase.iter().filter(|moved| moved.on <= until).cloned().collect();
    let inherited = moves.len();
    moves.extend(own);
    (moves, inherited)
}

/// Whether `range` holds all of what lasts from `start`, or from `day` alone, to `day`.
fn holds(range: DateRange, start: Option<NaiveDate>, day: NaiveDate) -> bool {
    range.contains(start.unwrap_or(day)) && range.contains(day)
}
