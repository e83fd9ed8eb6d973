//! From a draft to a plan, or to everything that keeps it from being one.

mod activity;
mod dates;
mod ids;
mod marks;
mod phase;

use std::collections::HashMap;

use chrono::{Datelike, NaiveDate};

pub use self::dates::{Inherited, inherited};
use self::ids::Ids;
pub use self::ids::is_well_formed;
use super::Text;
use super::date::{Calendar, DateRange, Reading, Unclear};
use super::diagnostic::{Code, Diagnostic, Severity, Table, Warning};
use super::draft::{Draft, DraftActivity, DraftPlan, Found};
use super::plan::{Activity, Plan, SOON};
use crate::model::span::Span;

/// A checked draft.
#[derive(Debug)]
pub struct Checked<'a> {
    /// The plan, where nothing keeps the draft from being one.
    pub plan: Option<Plan<'a>>,
    /// Every problem and warning, in the order of their places.
    pub diagnostics: Vec<Diagnostic<'a>>,
}

/// Checks `draft` as it stands on `today`; `found` are the problems that were met while reading it.
///
/// No mark may carry a date after `today`.
pub fn check<'a>(draft: Draft<'a>, found: Vec<Diagnostic<'a>>, today: NaiveDate) -> Checked<'a> {
    let mut checker = Checker {
        diagnostics: found,
        calendar: Calendar::default(),
        today,
        broken_years: false,
        ownerless: None,
        readings: HashMap::new(),
    };
    let plan = checker.plan(draft);
    let mut diagnostics = checker.diagnostics;
    diagnostics.sort_by_key(|problem| (problem.span.start, problem.code.severity()));
    let broken = diagnostics.iter().any(|problem| problem.code.severity() == Severity::Problem);
    Checked { plan: plan.filter(|_| !broken), diagnostics }
}

/// The state of one check: what was found, and what is known of the years.
struct Checker<'a> {
    diagnostics: Vec<Diagnostic<'a>>,
    calendar: Calendar,
    today: NaiveDate,
    /// The plan's year or period is there and of the wrong form: no word about missing years.
    broken_years: bool,
    /// The activities without an owner: the first, and how many.
    ownerless: Option<(Span, usize)>,
    /// What was read before: a plan says the same words again and again.
    readings: HashMap<(Text<'a>, Calendar), Result<Reading, Unclear>>,
}

impl<'a> Checker<'a> {
    fn report(&mut self, span: Span, about: Option<&Text<'a>>, code: Code<'a>) {
        let about = about.filter(|id| !id.is_empty()).cloned();
        self.diagnostics.push(Diagnostic { span, other: None, about, code });
    }

    fn report_two(&mut self, span: Span, other: Span, about: Option<&Text<'a>>, code: Code<'a>) {
        self.diagnostics.push(Diagnostic { span, other: Some(other), about: about.cloned(), code });
    }

    /// Returns the value of a key that must be there; where it is not, points to `place`.
    fn required(
        &mut self,
        found: Option<Found<Text<'a>>>,
        key: &'static str,
        (table, span, about): (Table, Span, Option<&Text<'a>>),
    ) -> Option<Text<'a>> {
        if found.is_none() {
            self.report(span, about, Code::MissingKey { key, table });
        }
        found.map(|found| found.value)
    }

    fn plan(&mut self, draft: Draft<'a>) -> Option<Plan<'a>> {
        let Draft { plan, phases, activities, broken } = draft;
        self.broken_years = plan.broken.has("year") || plan.broken.has("period");
        self.check_settings(&plan);
        self.check_both_ends(&plan);
        let title = if broken.has("plan") || plan.broken.has("title") {
            None
        } else {
            self.required(plan.title, "title", (Table::Plan, plan.span, None))
        };
        self.calendar.year = plan.year.as_ref().map(|year| year.value);
        let range = self.time(&plan.time, None).map(|(range, ..)| range);
        self.calendar.plan = range;
        self.warn_of_another_year(plan.year.as_ref(), range);
        self.calendar.year = self.calendar.year.or(range.map(|range| range.start.year()));

        let mut ids = Ids::default();
        let phases: Vec<_> = phases.into_iter().map(|phase| self.phase(phase, &mut ids)).collect();
        self.warn_of_overlaps(&phases);
        let known = phase::Known::new(&phases, broken.has("phase"));
        let checked: Vec<Option<Activity<'a>>> =
            activities.into_iter().map(|activity| self.activity(activity, &known, &mut ids)).collect();
        self.warn_of_missing_owners(checked.len());
        Some(Plan {
            title: title?,
            year: self.calendar.year,
            range,
            office: plan.office,
            soon: plan.soon.unwrap_or(SOON),
            phases: phases.into_iter().map(|phase| phase.checked).collect::<Option<_>>()?,
            activities: checked.into_iter().collect::<Option<_>>()?,
        })
    }

    fn check_settings(&mut self, plan: &DraftPlan<'a>) {
        if let Some(Found { value: name, span }) = &plan.timezone
            && jiff::tz::TimeZone::get(name).is_err()
        {
            self.report(*span, None, Code::UnknownTimezone { name: name.clone() });
        }
        if let Some(Found { value: name, span }) = &plan.lang
            && !matches!(name.as_ref(), "zh" | "en")
        {
            self.report(*span, None, Code::UnknownLanguage { name: name.clone() });
        }
    }

    /// A plan that says when it starts must say when it ends.
    fn check_both_ends(&mut self, plan: &DraftPlan<'a>) {
        let ends = [(&plan.time.start, "end", &plan.time.end), (&plan.time.end, "start", &plan.time.start)];
        for (found, key, other) in ends {
            if found.is_some() && other.is_none() && plan.time.period.is_none() && !plan.broken.has(key) {
                self.report(plan.span, None, Code::MissingKey { key, table: Table::Plan });
            }
        }
    }

    fn warn_of_another_year(&mut self, year: Option<&Found<i32>>, range: Option<DateRange>) {
        let (Some(Found { value: year, span }), Some(range)) = (year, range) else { return };
        if !(range.start.year()..=range.end.year()).contains(year) {
            let year = *year;
            self.report(*span, None, Code::Warning(Warning::AnotherYear { year, range }));
        }
    }

    fn count_owner(&mut self, draft: &DraftActivity<'a>) {
        if draft.details.owner.is_none() && !draft.broken.has("owner") {
            let (first, count) = self.ownerless.unwrap_or((draft.span, 0));
            self.ownerless = Some((first, count + 1));
        }
    }

    fn warn_of_missing_owners(&mut self, of: usize) {
        if let Some((first, without)) = self.ownerless {
            self.report(first, None, Code::Warning(Warning::NoOwner { without, of }));
        }
    }
}

/// Whether `range` holds all of what lasts from `start`, or from `day` alone, to `day`.
fn holds(range: DateRange, start: Option<NaiveDate>, day: NaiveDate) -> bool {
    range.contains(start.unwrap_or(day)) && range.contains(day)
}
