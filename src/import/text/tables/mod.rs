//! The tables that stand in a text, in every way in which they are typed, drawn and pasted.

mod cells;
mod columns;
mod pipes;
mod row;
mod stacked;
mod tabs;

pub use pipes::is_rule;
pub use row::row;

use super::lines::{Line, Taken};
use crate::outline::document::{Row, Run};

/// Takes the table at the top of the lines, if there is one.
pub fn table<'l, 't>(lines: &'l [Line<'t>], runs: impl Fn(&str) -> Vec<Run>) -> Taken<'l, 't, Vec<Row>> {
    let pasted = [cells::table, stacked::table, tabs::table, columns::table]
        .into_iter()
        .find_map(|table| table(lines));
    pasted.or_else(|| pipes::table(lines, runs))
}
