//! How much of a document is read at most, whatever it claims to hold: far above any plan.

use crate::outline::document::Limit;

pub const CELLS: usize = Limit::Cells.most();
/// Paragraphs, tables and rows.
pub const BLOCKS: usize = Limit::Blocks.most();
/// Tables inside tables.
pub const DEPTH: usize = Limit::Depth.most();
