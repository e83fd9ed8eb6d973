//! The lines of a text file.

use crate::import::limits::within;
use crate::outline::document::{Limit, Unreadable};

/// What is read at the top of the lines, and the lines after it.
pub type Taken<'l, 't, T> = Option<(T, &'l [Line<'t>])>;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line<'t> {
    /// Counted from 1.
    pub number: usize,
    pub text: &'t str,
}

impl Line<'_> {
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }
}

/// Splits a text into lines, whatever they end with.
pub fn lines(text: &str) -> Result<Vec<Line<'_>>, Unreadable> {
    let end = if text.contains('\n') { '\n' } else { '\r' };
    within(Limit::Blocks, text.split(end).count())?;
    let numbered = (1..).zip(text.split(end));
    Ok(numbered.map(|(number, text)| Line { number, text: text.trim_end_matches('\r') }).collect())
}
