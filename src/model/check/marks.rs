//! The marks of an activity, against each other, against the plan and against today.

use super::Checker;
use crate::model::Text;
use crate::model::diagnostic::{Code, Warning};
use crate::model::draft::{DraftActivity, Found};
use crate::model::span::Span;

impl<'a> Checker<'a> {
    pub(super) fn marks(&mut self, draft: &DraftActivity<'a>, inside: Span, about: Option<&Text<'a>>) {
        if let (Some(done), Some(cancelled)) = (&draft.done, &draft.cancelled) {
            self.report_two(done.span, cancelled.span, about, Code::DoneAndCancelled);
        }
        match (&draft.verified, &draft.done) {
            (Some(verified), None) if !draft.broken.has("done") => {
                self.report(verified.span, about, Code::VerifiedNotDone);
            }
            (Some(verified), Some(done)) if verified.value < done.value => {
                let code = Code::VerifiedBeforeDone { done: done.value };
                self.report_two(verified.span, done.span, about, code);
            }
            _ => {}
        }
        self.warn_of_idle_keys(draft, inside, about);
        self.days_of_marks(draft, about);
    }

    /// Nothing that is recorded can have happened after today, and little before the plan began.
    fn days_of_marks(&mut self, draft: &DraftActivity<'a>, about: Option<&Text<'a>>) {
        let today = self.today;
        for note in draft.notes.iter().filter(|note| note.value.on > today) {
            let code = Code::InFuture { key: "on", day: note.value.on, today };
            self.report(note.span, about, code);
        }
        let marks = [("done", &draft.done), ("verified", &draft.verified), ("cancelled", &draft.cancelled)];
        for (key, mark) in marks {
            let Some(Found { value: day, span }) = *mark else { continue };
            if day > today {
                self.report(span, about, Code::InFuture { key, day, today });
            } else if let Some(range) = self.calendar.plan.filter(|range| day < range.start) {
                let code = Code::Warning(Warning::BeforePlan { key, day, start: range.start });
                self.report(span, about, code);
            }
        }
    }

    /// Who verified what was never verified?
    fn warn_of_idle_keys(&mut self, draft: &DraftActivity<'a>, inside: Span, about: Option<&Text<'a>>) {
        let idle = [
            ("verified_by", "verified", draft.verified_by.is_some() && draft.verified.is_none()),
            ("cancelled_why", "cancelled", draft.cancelled_why.is_some() && draft.cancelled.is_none()),
        ];
        for (key, without, is_idle) in idle {
            if is_idle && !draft.broken.has(without) {
                self.report(inside, about, Code::Warning(Warning::Idle { key, without }));
            }
        }
    }
}
