//! Phases: each with its time, side by side without overlap.

use std::collections::HashMap;

use unicode_normalization::UnicodeNormalization;

use super::checker::Checker;
use crate::model::Text;
use crate::model::date::DateRange;
use crate::model::diagnostic::{Code, Table, Warning};
use crate::model::draft::DraftPhase;
use crate::model::plan::{Deadline, Due, Phase};
use crate::model::span::Span;

/// A phase after its check: what can be used of it even where the rest is wrong.
pub(super) struct CheckedPhase<'a> {
    span: Span,
    id: Option<Text<'a>>,
    pub(super) range: Option<DateRange>,
    pub(super) checked: Option<Phase<'a>>,
}

/// The phases that an activity may name.
pub(super) struct Known<'p, 'a> {
    pub(super) phases: &'p [CheckedPhase<'a>],
    by_id: HashMap<&'p str, usize>,
    /// Phases are there that could not be read.
    pub(super) incomplete: bool,
}

impl<'p, 'a> Known<'p, 'a> {
    pub(super) fn new(phases: &'p [CheckedPhase<'a>], incomplete: bool) -> Known<'p, 'a> {
        let ids = phases.iter().enumerate();
        let by_id = ids.filter_map(|(at, phase)| Some((phase.id.as_deref()?, at))).collect();
        Known { phases, by_id, incomplete }
    }

    /// Returns the phase that `id` names, as an index.
    pub(super) fn position(&self, id: &str) -> Option<usize> {
        self.by_id.get(id).copied()
    }

    /// Returns the id most like `id`.
    pub(super) fn nearest(&self, id: &str) -> Option<String> {
        let plain = id.nfkc().collect::<String>().to_lowercase();
        let likeness = |known: &&str| strsim::damerau_levenshtein(&known.to_lowercase(), &plain);
        self.by_id.keys().copied().min_by_key(|known| (likeness(known), *known)).map(str::to_owned)
    }
}

impl<'a> Checker<'a> {
    pub(super) fn phase(&mut self, draft: DraftPhase<'a>) -> CheckedPhase<'a> {
        let DraftPhase { span, broken, id, title, time, question, moved } = draft;
        let inside = id.as_ref().or(title.as_ref()).map_or(span, |found| found.span);
        let (id, title) = self.id_and_title(id, title, &broken, (Table::Phase, inside));
        let missing = match (&time.start, &time.end) {
            _ if time.period.is_some() => None,
            (None, None) => Some("period"),
            (None, Some(_)) => Some("start"),
            (Some(_), None) => Some("end"),
            (Some(_), Some(_)) => None,
        };
        if let Some(key) = missing
            && !["period", "start", "end"].iter().any(|key| broken.has(key))
        {
            self.report(inside, Code::MissingKey { key, table: Table::Phase });
        }
        let now = self.time(&time);
        let range = now.as_ref().and_then(Due::range);
        if let (Some(range), Some(plan)) = (range, self.calendar.plan)
            && !plan.covers(range)
        {
            self.warn(inside, Warning::PhaseOutsidePlan { range, plan });
        }
        self.warn_of_question(question.as_ref());
        let question = question.map(|found| found.value);
        let moved = self.moves(moved, None, now.as_ref());
        let checked = (|| {
            let deadline = Deadline { now: now?, moved: moved? };
            Some(Phase { span, id: id.clone()?, title: title?, range: range?, question, deadline })
        })();
        CheckedPhase { span: inside, id, range, checked }
    }

    /// Phases that overlap make the phase of a day ambiguous.
    pub(super) fn warn_of_overlaps(&mut self, phases: &[CheckedPhase<'a>]) {
        let dated = phases.iter().filter_map(|phase| Some((phase.range?, phase)));
        let mut dated: Vec<_> = dated.collect();
        dated.sort_by_key(|(range, _)| range.start);
        let mut dated = dated.into_iter();
        let Some(mut longest) = dated.next() else { return };
        for (range, phase) in dated {
            let (before, other) = longest;
            if let Some(id) = &other.id
                && before.overlaps(range)
            {
                self.is_about(phase.id.as_ref());
                let code = Code::Warning(Warning::Overlap { phase: id.clone(), range: before });
                self.report_two(phase.span, other.span, code);
            }
            if range.end > before.end {
                longest = (range, phase);
            }
        }
    }
}
