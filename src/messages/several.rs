//! Several plans in one view.

use chrono::NaiveDate;

use super::terms::Terms;

/// Why a command does not work on several plans.
#[derive(Debug, Clone)]
pub enum SeveralError<'a> {
    /// No plan in any of the folders.
    NoPlans {
        looked: &'a str,
    },
    /// The command is for one plan.
    TakesOne,
    UnknownPlan {
        name: &'a str,
        known: &'a str,
    },
    /// More than one plan is called so, or so that nobody tells it apart.
    PlansAlike {
        name: &'a str,
        files: &'a str,
    },
    /// No plan has this id.
    UnknownId {
        id: &'a str,
    },
    /// Several plans have this id; with the ids as they can be told apart.
    InSeveral {
        id: &'a str,
        ids: &'a str,
    },
    /// The ids lie in more plans than one; the commands follow.
    Apart,
    /// A picture shows one plan.
    OnePicture,
    /// More activities than a sheet has rows.
    TooManyRows,
    /// A folder that could not be looked into.
    Closed {
        folder: &'a str,
        why: String,
    },
    /// What is written by phase is so of one plan.
    PhasesOfOne,
    /// The words are not one stretch of time in all plans; with what they are in which.
    Periods {
        words: &'a str,
        periods: &'a str,
    },
}

/// The columns of a table of plans, in their order.
#[derive(Debug, Clone, Copy)]
pub enum PlanColumn {
    /// The name by which its ids are called.
    Plan,
    /// How many are done, of how many.
    Done,
    Overdue,
    Soon,
    Rest,
    /// How much of what has fallen due was done on time.
    Rate,
    /// The next deadline.
    Next,
    /// The phase, and how much of its time is gone.
    Phase,
    Title,
}

impl PlanColumn {
    pub const ALL: [PlanColumn; 9] = [
        PlanColumn::Plan,
        PlanColumn::Done,
        PlanColumn::Overdue,
        PlanColumn::Soon,
        PlanColumn::Rest,
        PlanColumn::Rate,
        PlanColumn::Next,
        PlanColumn::Phase,
        PlanColumn::Title,
    ];
}

pub trait Severals: Terms {
    fn several_error(&self, error: &SeveralError<'_>) -> String;
    fn plan_column(&self, column: PlanColumn) -> &'static str;
    /// What was found in all plans: in how many there are problems, and how many there are.
    fn all_checked(&self, plans: usize, unsound: usize, problems: usize, warnings: usize) -> String;
    /// The heading over names that may be those of one unit.
    fn alike(&self) -> &'static str;
    /// How many plans what follows is counted over.
    fn so_many_plans(&self, count: usize) -> String;
    /// That so many plans could not be read and are left out of what is shown.
    fn left_out(&self, count: usize) -> String;
    /// That it is two days, as the plans lie in several time zones.
    fn two_days(&self, first: NaiveDate, last: NaiveDate) -> String;
    /// How many plans there are, and how many more could not be read: the title over them.
    fn plans(&self, count: usize, unread: usize) -> String;
    /// That many plans are being read.
    fn reading_plans(&self, count: usize) -> String;
}
