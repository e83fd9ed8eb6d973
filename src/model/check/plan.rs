//! The plan as a whole.

use chrono::Datelike;

use super::checker::Checker;
use super::phase::Known;
use crate::model::date::{DateRange, Dotted};
use crate::model::diagnostic::{Code, Table, Warning};
use crate::model::draft::{Draft, DraftActivity, DraftPlan, Found};
use crate::model::language::Language;
use crate::model::plan::{Activity, Plan, SOON};

impl<'a> Checker<'a> {
    pub(super) fn plan(&mut self, draft: Draft<'a>) -> Option<Plan<'a>> {
        let Draft { plan, phases, activities, broken } = draft;
        self.broken_years = plan.broken.has("year") || plan.broken.has("period");
        self.check_settings(&plan);
        self.calendar.dotted = dotted(&plan);
        self.check_both_ends(&plan);
        let title = if broken.has("plan") || plan.broken.has("title") {
            None
        } else {
            self.required(plan.title, "title", (Table::Plan, plan.span))
        };
        self.warn_of_question(plan.question.as_ref());
        self.calendar.year = plan.year.as_ref().map(|year| year.value);
        let range = self.time(&plan.time).and_then(|time| time.range());
        self.calendar.plan = range;
        self.warn_of_another_year(plan.year.as_ref(), range);
        self.calendar.year = self.calendar.year.or(range.map(|range| range.start.year()));

        let phases: Vec<_> = phases.into_iter().map(|phase| self.phase(phase)).collect();
        self.warn_of_overlaps(&phases);
        let known = Known::new(&phases, broken.has("phase"));
        let checked: Vec<Option<Activity<'a>>> =
            activities.into_iter().map(|activity| self.activity(activity, &known)).collect();
        self.warn_of_missing_owners(checked.len());
        Some(Plan {
            title: title?.value,
            year: self.calendar.year,
            range,
            dotted: self.calendar.dotted,
            office: plan.office,
            question: plan.question.map(|found| found.value),
            soon: plan.soon.unwrap_or(SOON),
            phases: phases.into_iter().map(|phase| phase.checked).collect::<Option<_>>()?,
            activities: checked.into_iter().collect::<Option<_>>()?,
        })
    }

    fn check_settings(&mut self, plan: &DraftPlan<'a>) {
        if let Some(Found { value: name, span }) = &plan.timezone {
            self.zone = jiff::tz::TimeZone::get(name).ok();
            if self.zone.is_none() {
                self.report(*span, Code::UnknownTimezone { name: name.clone() });
            }
        }
        if let Some(Found { value: name, span }) = &plan.lang
            && !Language::CODES.contains(&name.as_ref())
        {
            self.report(*span, Code::UnknownLanguage { name: name.clone() });
        }
    }

    /// A plan that says when it starts must say when it ends.
    fn check_both_ends(&mut self, plan: &DraftPlan<'a>) {
        let ends = [(&plan.time.start, "end", &plan.time.end), (&plan.time.end, "start", &plan.time.start)];
        for (found, key, other) in ends {
            if found.is_some() && other.is_none() && plan.time.period.is_none() && !plan.broken.has(key) {
                self.report(plan.span, Code::MissingKey { key, table: Table::Plan });
            }
        }
    }

    fn warn_of_another_year(&mut self, year: Option<&Found<i32>>, range: Option<DateRange>) {
        let (Some(Found { value: year, span }), Some(range)) = (year, range) else { return };
        if !(range.start.year()..=range.end.year()).contains(year) {
            self.warn(*span, Warning::AnotherYear { year: *year, range });
        }
    }

    pub(super) fn count_owner(&mut self, draft: &DraftActivity<'a>) {
        if draft.details.owners.is_empty() && !draft.broken.has("owner") {
            let (first, count) = self.ownerless.unwrap_or((draft.span, 0));
            self.ownerless = Some((first, count + 1));
        }
    }

    fn warn_of_missing_owners(&mut self, of: usize) {
        if let Some((first, without)) = self.ownerless {
            self.is_about(None);
            self.warn(first, Warning::NoOwner { without, of });
        }
    }
}

/// How a plan writes 5.7: the language is its own, or that of its title.
fn dotted(plan: &DraftPlan<'_>) -> Dotted {
    let lang = plan.lang.as_ref().map(|lang| lang.value.as_ref());
    Dotted::in_plan(lang, plan.title.as_ref().map_or("", |title| title.value.as_ref()))
}
