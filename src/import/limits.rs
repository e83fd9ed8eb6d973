//! How much of a document is read at most, whatever it claims to hold: far above any plan.

pub const CELLS: usize = 200_000;
/// Paragraphs, tables and rows.
pub const BLOCKS: usize = 200_000;
/// Tables inside tables.
pub const DEPTH: usize = 60;
