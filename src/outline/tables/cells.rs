//! What stands in the cells of a column, whatever its name.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::grid::{Line, Seen, Span};
use super::time::is_length;
use crate::outline::dates::{each_spot, is_time};
use crate::outline::progress::read;
use crate::outline::question::About;

/// What stands in the cells of a column: in how many of them.
#[derive(Debug, Default, Clone, Copy)]
pub struct Cells {
    pub rows: usize,
    pub filled: usize,
    /// All of it says when.
    pub times: usize,
    /// A date stands in it.
    pub dated: usize,
    /// It is a code for a time that no calendar has: W2.Mon, 第3周.
    pub codes: usize,
    /// It says how far something is.
    pub states: usize,
    /// It is a number and a word: in a language that is not known, that can say how long.
    pub counts: usize,
    /// There are words, and no date alone.
    pub words: usize,
    /// It reaches down from a row above.
    pub merged: usize,
    /// How many texts differ.
    pub distinct: usize,
}

/// Counts what stands in the column.
pub fn cells(body: &[Line], span: Span) -> Cells {
    let mut cells = Cells { rows: body.len(), ..Cells::default() };
    let mut texts = BTreeSet::new();
    let mut above = Cells::default();
    for seen in body.iter().filter_map(|line| line.own(span)) {
        if seen.is_first || cells.filled == 0 {
            above = one(seen);
            texts.insert(Rc::clone(&seen.text));
        }
        cells.add(above, !seen.is_first);
    }
    cells.distinct = texts.len();
    cells
}

/// What one cell is.
fn one(seen: &Seen) -> Cells {
    let text = &seen.text;
    let is_length = is_length(text);
    let is_time = seen.cell.day.is_some() || !is_length && is_time(text);
    Cells {
        times: usize::from(is_time && (seen.cell.day.is_some() || is_surely_date(text))),
        dated: usize::from(is_time || !is_length && each_spot(text).next().is_some()),
        codes: usize::from(!is_time && is_code(text)),
        states: usize::from(!matches!(read(text).asked, Some(About::Progress { .. }))),
        counts: usize::from(is_count(text)),
        words: usize::from(!is_time && text.chars().any(char::is_alphabetic)),
        ..Cells::default()
    }
}

impl Cells {
    fn add(&mut self, one: Cells, is_merged: bool) {
        self.filled += 1;
        self.merged += usize::from(is_merged);
        self.times += one.times;
        self.dated += one.dated;
        self.codes += one.codes;
        self.states += one.states;
        self.counts += one.counts;
        self.words += one.words;
    }
}

/// Whether it is more than a number with stops in it, as chapters (1.1.2) and amounts (2.5) have: it has a word, a
/// stroke or a year.
fn is_surely_date(text: &str) -> bool {
    let has_year = text.split(|c: char| !c.is_ascii_digit()).any(|number| number.len() == 4);
    has_year || text.contains(|c: char| c.is_alphabetic() || c == '/')
}

/// 1 semana
fn is_count(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let is_number = words.next().is_some_and(|word| word.bytes().all(|c| c.is_ascii_digit()));
    is_number
        && words.next().is_some_and(|word| word.chars().all(char::is_alphabetic))
        && words.next().is_none()
}

/// Letters and a number in few characters, no time of day.
fn is_code(text: &str) -> bool {
    const LONGEST: usize = 24;
    text.chars().count() <= LONGEST
        && text.chars().any(char::is_alphabetic)
        && text.chars().any(char::is_numeric)
        && !text.contains([':', '：'])
        && !is_length(text)
}
