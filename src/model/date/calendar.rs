//! What a plan says about years.

use super::range::DateRange;

/// What is known about the year of dates written without one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Calendar {
    pub year: Option<i32>,
    /// The time that their phase was issued with, where it was moved since: the document's words are of that time.
    pub issued: Option<DateRange>,
    /// The phase that the words belong to.
    pub phase: Option<DateRange>,
    /// The whole plan.
    pub plan: Option<DateRange>,
}
