//! Several plans in one view, in English.

use chrono::NaiveDate;

use super::English;
use super::terms::plural;
use crate::messages::several::{PlanColumn, SeveralError, Severals};
use crate::messages::terms::Terms;

impl Severals for English {
    fn several_error(&self, error: &SeveralError<'_>) -> String {
        match error {
            SeveralError::NoPlans { looked } => {
                format!("no plans (.toml files with [plan]); looked in {looked}")
            }
            SeveralError::TakesOne => "this command takes one plan; name it: -f FILE".into(),
            SeveralError::UnknownPlan { name, known } => {
                format!("no plan is called {name}; there are {known}")
            }
            SeveralError::PlansAlike { name, files } => {
                format!("more than one plan is called {name}; name the file with -f: {files}")
            }
            SeveralError::UnknownId { id } => format!("none of the plans has {id}"),
            SeveralError::InSeveral { id, ids } => format!("more than one plan has {id}; say which: {ids}"),
            SeveralError::Apart => "the ids are not all in one plan, and a command works on one; run:".into(),
            SeveralError::OnePicture => {
                "a picture shows one plan; name it: -f FILE; to see several, export a page (html): it has all their timelines".into()
            }
            SeveralError::TooManyRows => {
                "more activities than a sheet has rows; choose some of them, or export csv".into()
            }
            SeveralError::Closed { folder, why } => format!("cannot look into {folder}: {why}"),
            SeveralError::PhasesOfOne => {
                "each plan has phases of its own, so several have no figures by phase; write --by group".into()
            }
            SeveralError::Periods { words, periods } => {
                format!("{words} is not the same time in all plans: {periods}; write the year, or two dates")
            }
        }
    }

    fn plan_column(&self, column: PlanColumn) -> &'static str {
        match column {
            PlanColumn::Plan => "PLAN",
            PlanColumn::Done => "DONE",
            PlanColumn::Overdue => "OVERDUE",
            PlanColumn::Soon => "SOON",
            PlanColumn::Rest => "REST",
            PlanColumn::Rate => "ON TIME",
            PlanColumn::Next => "NEXT",
            PlanColumn::Phase => "PHASE",
            PlanColumn::Title => "TITLE",
        }
    }

    fn all_checked(&self, plans: usize, unsound: usize, problems: usize, warnings: usize) -> String {
        let problems = match unsound {
            0 => "no problems".into(),
            _ => format!("{} in {unsound} of them", plural(&problems, "problem")),
        };
        format!("{}: {problems}, {}.", self.plans(plans, 0), plural(&warnings, "warning"))
    }

    fn alike(&self) -> &'static str {
        "These may be names of one unit; they are counted apart"
    }

    fn so_many_plans(&self, count: usize) -> String {
        format!("{}.", plural(&count, "plan"))
    }

    fn left_out(&self, count: usize) -> String {
        let (plans, are) = (plural(&count, "plan"), if count == 1 { "is" } else { "are" });
        format!("{plans} could not be read and {are} left out.")
    }

    fn two_days(&self, first: NaiveDate, last: NaiveDate) -> String {
        format!("Today is {} or {}, by the time zones of the plans.", self.day(first), self.day(last))
    }

    fn plans(&self, count: usize, unread: usize) -> String {
        let unread = if unread > 0 { format!(" ({unread} more could not be read)") } else { String::new() };
        format!("{}{unread}", plural(&count, "plan"))
    }

    fn reading_plans(&self, count: usize) -> String {
        format!("reading {count} plans…")
    }
}
