//! From passages to blocks: tables are put together from the marks that end their cells and rows (2.4.3).

use std::collections::BTreeMap;
use std::mem;
use std::ops::{Range, RangeBounds};

use super::lists::Lists;
use super::pap::End;
use super::tables::{self, RawRow, holds_text};
use super::tap::Tap;
use super::text::{Passage, Text};
use crate::import::limits::within;
use crate::outline::document::{Block, Limit, Paragraph, Place, Run, Table, Unreadable};

/// Text boxes by the position in the main text where their shape is anchored; those of which it is not known after all
/// of the text.
pub type TextBoxes = BTreeMap<usize, Vec<Range<usize>>>;

/// Builds the blocks of a document, one part of its text after the other.
pub struct Blocks<'d> {
    pub text: &'d Text<'d>,
    pub lists: Lists,
    /// Those that were not read yet.
    pub anchored: TextBoxes,
    pub pictures: usize,
    paragraphs: usize,
    tables: usize,
    boxes: usize,
    /// Paragraphs and rows that were read, and cells.
    passages: usize,
    cells: usize,
}

/// A table whose end is not reached.
struct Open {
    number: usize,
    rows: Vec<RawRow>,
    /// The finished cells of the row, and the cell that is being read.
    cells: Vec<Vec<Block>>,
    cell: Vec<Block>,
}

impl<'d> Blocks<'d> {
    pub fn new(text: &'d Text<'d>, lists: Lists) -> Blocks<'d> {
        let anchored = TextBoxes::new();
        Blocks {
            text,
            lists,
            anchored,
            pictures: 0,
            paragraphs: 0,
            tables: 0,
            boxes: 0,
            passages: 0,
            cells: 0,
        }
    }

    /// Reads a part of the text. Its paragraphs stand at the place; where it is None, they are counted.
    pub fn read(&mut self, cps: Range<usize>, place: Option<&Place>) -> Result<Vec<Block>, Unreadable> {
        let mut passages = self.text.passages(cps)?;
        let parting = parting(&passages);
        let mut body = Vec::new();
        let mut open: Vec<Open> = Vec::new();
        for (passage, is_parted) in passages.iter_mut().zip(parting) {
            self.pictures += passage.pictures;
            self.open(&mut open, &mut body, passage.pap.depth(), is_parted)?;
            let is_row_end = passage.pap.end == End::Row && !open.is_empty();
            self.count(is_row_end, passage.ends_cell)?;
            if !passage.runs.is_empty() || !(is_row_end || passage.is_hidden) {
                let block = Block::Paragraph(self.paragraph(passage, open.last(), place));
                inside(&mut open, &mut body).push(block);
            }
            let boxed = self.read_anchored(passage.cps.clone())?;
            inside(&mut open, &mut body).extend(boxed);
            let Some(table) = open.last_mut() else { continue };
            if is_row_end {
                table.end_row(passage.tap.take().unwrap_or_default());
            } else if passage.ends_cell {
                table.cells.push(mem::take(&mut table.cell));
            }
        }
        close(&mut open, &mut body, 0);
        Ok(body)
    }

    /// Opens and closes tables until there are as many as the passage stands in.
    fn open(
        &mut self,
        open: &mut Vec<Open>,
        body: &mut Vec<Block>,
        depth: usize,
        is_parted: bool,
    ) -> Result<(), Unreadable> {
        within(Limit::Depth, depth)?;
        close(open, body, if is_parted { depth.saturating_sub(1) } else { depth });
        while open.len() < depth {
            self.tables += 1;
            open.push(Open { number: self.tables, rows: Vec::new(), cells: Vec::new(), cell: Vec::new() });
        }
        Ok(())
    }

    fn count(&mut self, is_row: bool, is_cell: bool) -> Result<(), Unreadable> {
        self.passages += 1;
        self.cells += usize::from(is_cell && !is_row);
        within(Limit::Blocks, self.passages)?;
        within(Limit::Cells, self.cells)
    }

    fn paragraph(&mut self, passage: &mut Passage, table: Option<&Open>, place: Option<&Place>) -> Paragraph {
        let place = match (table, place) {
            (Some(table), _) => table.place(),
            (None, Some(place)) => place.clone(),
            (None, None) => {
                self.paragraphs += 1;
                Place::Paragraph(self.paragraphs)
            }
        };
        let pap = passage.pap;
        let number = if passage.is_break { String::new() } else { self.lists.next(pap.list, pap.list_level) };
        let runs: Vec<Run> = mem::take(&mut passage.runs);
        Paragraph { place, number, level: pap.heading(), is_contents: pap.is_contents, runs }
    }

    /// Reads the text boxes that are anchored in a range and were not read yet; none of them holds another.
    pub fn read_anchored(&mut self, cps: impl RangeBounds<usize> + Clone) -> Result<Vec<Block>, Unreadable> {
        let mut boxed = Vec::new();
        while let Some(cp) = self.anchored.range(cps.clone()).map(|(cp, _)| *cp).next() {
            for cps in self.anchored.remove(&cp).unwrap_or_default() {
                let blocks = self.read(cps, Some(&Place::TextBox(self.boxes + 1)))?;
                if blocks.iter().any(holds_text) {
                    self.boxes += 1;
                    boxed.extend(blocks.into_iter().filter(holds_text));
                }
            }
        }
        Ok(boxed)
    }
}

impl Open {
    /// Returns the place of the row that is being read.
    fn place(&self) -> Place {
        Place::Row { table: self.number, row: self.rows.len() + 1 }
    }

    fn end_row(&mut self, tap: Tap) {
        let mut cells = mem::take(&mut self.cells);
        let left = mem::take(&mut self.cell);
        // What stands after the last cell, as damaged tables have it, is not lost.
        match cells.last_mut() {
            Some(last) => last.extend(left),
            None if !left.is_empty() => cells.push(left),
            None => return,
        }
        self.rows.push(RawRow { place: self.place(), tap, cells });
    }
}

/// Returns where new blocks go: into the innermost cell, or the body.
fn inside<'b>(open: &'b mut [Open], body: &'b mut Vec<Block>) -> &'b mut Vec<Block> {
    open.last_mut().map_or(body, |table| &mut table.cell)
}

/// Closes tables until there are only so many.
fn close(open: &mut Vec<Open>, body: &mut Vec<Block>, depth: usize) {
    while open.len() > depth {
        let Some(mut table) = open.pop() else { return };
        table.end_row(Tap::default());
        if !table.rows.is_empty() {
            let rows = tables::rows(table.rows);
            inside(open, body).push(Block::Table(Table { number: table.number, sheet: None, rows }));
        }
    }
}

/// Tells of each passage whether another table begins with it than the one before, though no text parts them: one of
/// them floats, or floats elsewhere.
fn parting(passages: &[Passage]) -> Vec<bool> {
    let mut parting = vec![false; passages.len()];
    let mut before: Option<&Tap> = None;
    let mut begin = None;
    for (index, passage) in passages.iter().enumerate() {
        match (passage.pap.depth(), &passage.tap) {
            (0, _) => (before, begin) = (None, None),
            (1, Some(tap)) => {
                let first = begin.take().unwrap_or(index);
                parting[first] = before.is_some_and(|before| before.position != tap.position);
                before = Some(tap);
            }
            _ => {
                begin.get_or_insert(index);
            }
        }
    }
    parting
}
