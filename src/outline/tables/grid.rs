//! The rows of a table as they are seen: a merged cell in every row that it covers.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::outline::document::{Cell, Place, Row, Table};

/// So many columns are looked at: what reaches further is a chart or a calendar.
const COLUMNS: usize = 64;

/// So much of a cell, in bytes, is said in all the rows that it covers; what is longer, in its first one only.
const CARRIED: usize = 64 << 10;

/// A row in which something stands.
pub struct Line<'t> {
    pub row: &'t Row,
    /// Whether empty rows stand above it.
    pub is_apart: bool,
    /// By their columns.
    pub cells: Vec<Seen<'t>>,
}

/// A cell in one of the rows that it covers.
#[derive(Clone)]
pub struct Seen<'t> {
    pub cell: &'t Cell,
    /// What stands of its text.
    pub text: Rc<str>,
    /// Whether it begins in this row.
    pub is_first: bool,
}

/// The columns that a name in the head stands over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    pub first: usize,
    pub end: usize,
}

/// Returns the rows that stand and in which something does.
pub fn lines(table: &Table) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    // Merged cells by their columns, and the first row that they no longer cover.
    let mut above: BTreeMap<usize, (Seen, usize)> = BTreeMap::new();
    let mut last = None;
    for (at, row) in table.rows.iter().enumerate() {
        let number = match row.place {
            Place::Row { row, .. } | Place::Sheet { row, .. } => row,
            _ => at + 1,
        };
        above.retain(|_, (_, end)| number < *end);
        let mut cells: Vec<Seen> =
            above.values().map(|(seen, _)| Seen { is_first: false, ..seen.clone() }).collect();
        for cell in row.cells.iter().filter(|cell| cell.column < COLUMNS) {
            let seen = Seen { cell, text: cell.text().into(), is_first: true };
            if cell.rows > 1 {
                above.insert(cell.column, (seen.clone(), number.saturating_add(cell.rows)));
            }
            cells.push(seen);
        }
        cells.sort_by_key(|seen| seen.cell.column);
        if row.marks.stands() && cells.iter().any(|seen| seen.is_first && !seen.is_blank()) {
            let is_apart = last.is_some_and(|last| last + 1 < number);
            last = Some(number);
            lines.push(Line { row, is_apart, cells });
        }
    }
    lines
}

impl Span {
    pub fn of(cell: &Cell) -> Span {
        Span { first: cell.column, end: cell.column + cell.columns.clamp(1, COLUMNS) }
    }

    pub fn meets(self, other: Span) -> bool {
        self.first < other.end && other.first < self.end
    }
}

impl Seen<'_> {
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty() && self.cell.day.is_none()
    }
}

impl<'t> Line<'t> {
    /// Returns the cell that covers the first column under a name, or the first below it.
    pub fn under(&self, span: Span) -> Option<&Seen<'t>> {
        self.meeting(span).next()
    }

    /// Returns what stands under a name: a cell that begins there, or one most of which lies there. The columns of one
    /// row need not be quite those of another.
    pub fn own(&self, span: Span) -> Option<&Seen<'t>> {
        let is_own = |seen: &&Seen| {
            let cell = Span::of(seen.cell);
            let inside = cell.end.min(span.end).saturating_sub(cell.first.max(span.first));
            let begins =
                cell.first == span.first || cell.first > span.first && inside * 2 == cell.end - cell.first;
            inside > 0 && (begins || inside * 2 > cell.end - cell.first)
        };
        self.meeting(span).filter(|seen| !seen.is_blank()).find(is_own)
    }

    fn meeting(&self, span: Span) -> impl Iterator<Item = &Seen<'t>> {
        let after = self.cells.partition_point(|seen| seen.cell.column <= span.first);
        let cells = self.cells[after.saturating_sub(1)..].iter();
        cells
            .take_while(move |seen| seen.cell.column < span.end)
            .filter(move |seen| Span::of(seen.cell).meets(span))
    }

    /// Returns the text that stands under a name, or nothing.
    pub fn text(&self, span: Span) -> &str {
        self.own(span).map_or("", |seen| &*seen.text)
    }

    /// Returns the text to be kept with the row: that of a long cell over many rows is kept with the first.
    pub fn kept(&self, span: Span) -> &str {
        let is_kept =
            |seen: &&Seen| seen.is_first || seen.text.len().saturating_mul(seen.cell.rows) <= CARRIED;
        self.own(span).filter(is_kept).map_or("", |seen| &*seen.text)
    }

    /// Returns the place of a cell, or of the row.
    pub fn place(&self, seen: Option<&Seen>) -> Place {
        match (&self.row.place, seen) {
            (Place::Sheet { sheet, row, .. }, Some(seen)) => {
                Place::Sheet { sheet: sheet.clone(), row: *row, column: Some(seen.cell.column + 1) }
            }
            (place, _) => place.clone(),
        }
    }

    /// Returns the cells in which something stands.
    pub fn filled(&self) -> impl Iterator<Item = &Seen<'t>> {
        self.cells.iter().filter(|seen| !seen.is_blank())
    }
}
