//! The marks of an activity, against each other, against the plan and against today.

use super::checker::Checker;
use crate::model::diagnostic::{Code, Warning};
use crate::model::draft::{DraftActivity, Found};
use crate::model::span::Span;

impl<'a> Checker<'a> {
    pub(super) fn marks(&mut self, draft: &DraftActivity<'a>, inside: Span) {
        if let (Some(done), Some(cancelled)) = (&draft.done, &draft.cancelled) {
            self.report_two(done.span, cancelled.span, Code::DoneAndCancelled);
        }
        match (&draft.verified, &draft.done) {
            (Some(verified), None) if !draft.broken.has("done") => {
                self.report(verified.span, Code::VerifiedNotDone);
            }
            (Some(verified), Some(done)) if verified.value < done.value => {
                let code = Code::VerifiedBeforeDone { done: done.value };
                self.report_two(verified.span, done.span, code);
            }
            _ => {}
        }
        self.warn_of_idle_keys(draft, inside);
        self.days_of_marks(draft);
    }

    /// Nothing that is recorded can have happened after today, and little before the plan began.
    fn days_of_marks(&mut self, draft: &DraftActivity<'a>) {
        let today = self.today;
        for note in draft.notes.iter().filter(|note| note.value.on > today) {
            self.report(note.span, Code::InFuture { key: "on", day: note.value.on, today });
        }
        let marks = [("done", &draft.done), ("verified", &draft.verified), ("cancelled", &draft.cancelled)];
        for (key, mark) in marks {
            let Some(Found { value: day, span }) = *mark else { continue };
            if day > today {
                self.report(span, Code::InFuture { key, day, today });
            } else if let Some(range) = self.calendar.plan.filter(|range| day < range.start) {
                self.warn(span, Warning::BeforePlan { key, day, start: range.start });
            }
        }
    }

    /// Who verified what was never verified?
    fn warn_of_idle_keys(&mut self, draft: &DraftActivity<'a>, inside: Span) {
        let idle = [
            ("verified_by", "verified", draft.verified_by.is_some() && draft.verified.is_none()),
            ("cancelled_why", "cancelled", draft.cancelled_why.is_some() && draft.cancelled.is_none()),
        ];
        for (key, without, is_idle) in idle {
            if is_idle && !draft.broken.has(without) {
                self.warn(inside, Warning::Idle { key, without });
            }
        }
    }
}
