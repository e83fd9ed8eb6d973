//! The marks of an activity, against each other, against the plan and against today.

use chrono::NaiveDate;

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

    /// What is recorded has happened by today, and seldom before the plan began.
    fn days_of_marks(&mut self, draft: &DraftActivity<'a>) {
        for note in &draft.notes {
            self.warn_of_future("on", note.value.on, note.span);
        }
        let marks = [
            ("added", &draft.added),
            ("done", &draft.done),
            ("verified", &draft.verified),
            ("cancelled", &draft.cancelled),
        ];
        for (key, mark) in marks {
            let Some(Found { value: day, span }) = *mark else { continue };
            self.warn_of_future(key, day, span);
            // A plan is written before it begins.
            let before = self.calendar.plan.filter(|range| day < range.start && key != "added");
            if let Some(range) = before {
                self.warn(span, Warning::BeforePlan { key, day, start: range.start });
            }
        }
    }

    /// What lies in the future has not happened yet, and stops nobody: where the mark was made it may be that day.
    pub(super) fn warn_of_future(&mut self, key: &'static str, day: NaiveDate, span: Span) {
        let today = self.today;
        if day > today {
            self.warn(span, Warning::InFuture { key, day, today });
        }
    }

    /// Who verified what was never verified?
    fn warn_of_idle_keys(&mut self, draft: &DraftActivity<'a>, inside: Span) {
        let idle = [
            ("verified_by", "verified", draft.verified_by.is_some() && draft.verified.is_none()),
            ("cancelled_why", "cancelled", draft.cancelled_why.is_some() && draft.cancelled.is_none()),
            ("cancelled_by", "cancelled", draft.cancelled_by.is_some() && draft.cancelled.is_none()),
        ];
        for (key, without, is_idle) in idle {
            if is_idle && !draft.broken.has(without) {
                self.warn(inside, Warning::Idle { key, without });
            }
        }
    }
}
