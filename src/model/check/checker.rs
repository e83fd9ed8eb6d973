//! The state of one check, and how it reports.

use std::collections::HashMap;

use chrono::NaiveDate;
use foldhash::fast::RandomState;

use crate::model::Text;
use crate::model::date::{Calendar, Reading, Unclear};
use crate::model::diagnostic::{Code, Diagnostic, Table, Warning};
use crate::model::draft::Found;
use crate::model::span::Span;

/// The state of one check: what was found, and what is known of the years.
#[derive(Default)]
pub(super) struct Checker<'a> {
    pub(super) diagnostics: Vec<Diagnostic<'a>>,
    /// What dates without a year are read against; its phase is that of the activity being checked.
    pub(super) calendar: Calendar,
    /// The activity being checked names a phase whose time could not be read.
    pub(super) broken_phase: bool,
    /// The id of the phase or activity that is being checked.
    pub(super) about: Option<Text<'a>>,
    pub(super) today: NaiveDate,
    /// The plan's year or period is there and of the wrong form: no word about missing years.
    pub(super) broken_years: bool,
    /// The ids met so far, in lower case, and where.
    pub(super) ids: HashMap<String, Span, RandomState>,
    /// The activities without an owner: the first, and how many.
    pub(super) ownerless: Option<(Span, usize)>,
    /// The plan's time zone.
    pub(super) zone: Option<jiff::tz::TimeZone>,
    /// What was read before: a plan says the same words again and again.
    pub(super) readings: HashMap<(Text<'a>, Calendar), Result<Reading, Unclear>, RandomState>,
}

impl<'a> Checker<'a> {
    pub(super) fn report(&mut self, span: Span, code: Code<'a>) {
        self.diagnostics.push(Diagnostic { span, other: None, about: self.about.clone(), code });
    }

    pub(super) fn report_two(&mut self, span: Span, other: Span, code: Code<'a>) {
        self.diagnostics.push(Diagnostic { span, other: Some(other), about: self.about.clone(), code });
    }

    pub(super) fn warn(&mut self, span: Span, warning: Warning<'a>) {
        self.report(span, Code::Warning(warning));
    }

    pub(super) fn warn_of_question(&mut self, question: Option<&Found<Text<'a>>>) {
        if let Some(Found { value: text, span }) = question {
            self.warn(*span, Warning::Question { text: text.clone() });
        }
    }

    /// What is reported from here on is about what has this id.
    pub(super) fn is_about(&mut self, id: Option<&Text<'a>>) {
        self.about = id.filter(|id| !id.is_empty()).cloned();
    }

    /// Returns the value of a key that must be there; where it is not, points to `span`.
    pub(super) fn required<T>(
        &mut self,
        found: Option<T>,
        key: &'static str,
        of: (Table, Span),
    ) -> Option<T> {
        let (table, span) = of;
        if found.is_none() {
            self.report(span, Code::MissingKey { key, table });
        }
        found
    }
}
