//! Workbooks: every sheet is a table.

mod grid;
mod number_format;
pub mod xls;
pub mod xlsx;
