//! What is wrong with a plan, or worth a second look.

use chrono::NaiveDate;

use crate::model::date::Repair;
use crate::model::diagnostic::{Code, Kind, Warning};

pub trait Diagnostics {
    fn diagnostic(&self, code: &Code<'_>) -> String;
    fn warning(&self, warning: &Warning<'_>) -> String;
    /// What to write instead.
    fn hint(&self, code: &Code<'_>) -> Option<String>;
    /// The heading over `count` warnings of the same kind.
    fn class(&self, warning: &Warning<'_>, count: usize) -> String;
    /// How a deadline was read although something was missing.
    fn repair(&self, repair: Repair) -> &'static str;
}

/// Whether `key` begins a block of its own.
pub(super) fn is_block(key: &str) -> bool {
    matches!(key, "phase" | "activity")
}

/// Returns how `key` is written, where that takes no words of a language.
pub(super) fn example(key: &str, kind: Kind) -> String {
    match (key, kind) {
        ("moved", _) => "moved = [{ from = \"6月10前\", on = 2018-06-08, why = \"…\" }]".into(),
        ("notes", _) => "notes = [{ on = 2018-06-08, text = \"…\" }]".into(),
        ("id", _) => "id = \"A1\"".into(),
        ("year", _) => "year = 2018".into(),
        (_, Kind::Date) => format!("{key} = 2018-05-24"),
        (_, Kind::Texts) => format!("{key} = [\"…\"]"),
        ("progress", _) => "progress = 80".into(),
        (_, Kind::Number) => format!("{key} = 7"),
        _ => format!("{key} = \"…\""),
    }
}

/// Whether it is further to `day` than time zones explain: a clock or a date is wrong.
pub(super) fn is_far(today: NaiveDate, day: NaiveDate) -> bool {
    (day - today).num_days() > 1
}

/// Returns lines of a plan inside a sentence.
pub(super) fn quoted(lines: &[String], comma: &str) -> String {
    lines.iter().map(|line| format!("`{line}`")).collect::<Vec<_>>().join(comma)
}

/// Returns the days that a choice is offered of, with `or` between them.
pub(super) fn joined(days: &[NaiveDate], or: &str) -> String {
    days.iter().map(ToString::to_string).collect::<Vec<_>>().join(or)
}
