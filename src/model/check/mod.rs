//! From a draft to a plan, or to everything that keeps it from being one.

mod activity;
mod checker;
mod dates;
mod ids;
mod looks;
mod marks;
mod phase;
mod plan;
mod units;

use chrono::NaiveDate;

use self::checker::Checker;
use super::diagnostic::Diagnostic;
use super::draft::Draft;
use super::plan::Plan;

pub use self::dates::{Inherited, inherited};
pub use self::ids::{LONGEST_ID, is_well_formed};
pub use self::looks::looks;
pub use self::units::{alike, units};

#[derive(Debug)]
pub struct Checked<'a> {
    /// The plan, where nothing keeps the draft from being one.
    pub plan: Option<Plan<'a>>,
    /// Every problem and warning, in the order of their places.
    pub diagnostics: Vec<Diagnostic<'a>>,
}

/// Checks `draft` as it stands on `today`; `found` are the diagnostics that were made while reading it.
pub fn check<'a>(draft: Draft<'a>, found: Vec<Diagnostic<'a>>, today: NaiveDate) -> Checked<'a> {
    let mut checker = Checker { diagnostics: found, today, ..Checker::default() };
    let plan = checker.plan(draft);
    let mut diagnostics = checker.diagnostics;
    diagnostics.sort_by_key(|diagnostic| (diagnostic.span.start, diagnostic.code.severity()));
    let broken = diagnostics.iter().any(Diagnostic::is_problem);
    Checked { plan: plan.filter(|_| !broken), diagnostics }
}
