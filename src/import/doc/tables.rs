//! From rows with cells of any width to a table: which columns and rows each cell covers (2.4.4).

use std::collections::HashMap;

use super::tap::{Justification, Merge, Tap};
use crate::outline::document::{Block, Cell, Marks, Paragraph, Place, Row};

/// Edges that are no further apart, in twips, are one.
const SAME_EDGE: i32 = 20;
/// How wide a cell is of which the file says nothing.
const UNKNOWN_WIDTH: i32 = 1000;

/// A row as the file has it: what ends it, and what stands in each of its cells.
#[derive(Debug)]
pub struct RawRow {
    pub place: Place,
    pub tap: Tap,
    pub cells: Vec<Vec<Block>>,
}

/// Where a cell begins and ends, and what it is to those beside it.
struct RawCell {
    begin: i32,
    end: i32,
    down: Merge,
    blocks: Vec<Block>,
}

/// Finds the columns and rows that the cells cover.
pub fn rows(raw: Vec<RawRow>) -> Vec<Row> {
    let justification = raw.first().map(|row| row.tap.justification).unwrap_or_default();
    let raw: Vec<(Place, Vec<RawCell>)> =
        raw.into_iter().map(|row| (row.place, across(&row.tap, row.cells, justification))).collect();
    let columns = columns(raw.iter().flat_map(|(_, cells)| cells));
    let mut rows: Vec<Row> = Vec::new();
    // The last cell of each column, as row and cell.
    let mut last = HashMap::new();
    for (place, cells) in raw {
        let marks = marks(cells.iter().flat_map(|cell| &cell.blocks));
        let mut row = Row { place, cells: Vec::new(), marks };
        for cell in cells {
            let [column, after] = [cell.begin, cell.end].map(|edge| column(&columns, edge));
            let span = after.saturating_sub(column).max(1);
            let cell_above = last
                .get(&column)
                .filter(|_| cell.down == Merge::Covered)
                .and_then(|at| above(&mut rows, *at));
            match cell_above {
                Some(above) => {
                    above.rows += 1;
                    above.blocks.extend(cell.blocks.into_iter().filter(holds_text));
                }
                None => {
                    last.insert(column, (rows.len(), row.cells.len()));
                    row.cells.push(Cell { column, columns: span, rows: 1, blocks: cell.blocks, day: None });
                }
            }
        }
        rows.push(row);
    }
    rows
}

/// Returns a row's cells, each that others are merged into with the width of all.
fn across(tap: &Tap, contents: Vec<Vec<Block>>, justification: Justification) -> Vec<RawCell> {
    let moved = match justification {
        Justification::Left => 0,
        Justification::Center => tap.edges.first().copied().unwrap_or(0).into(),
        Justification::Right => tap.edges.last().copied().unwrap_or(0).into(),
    };
    let mut cells: Vec<RawCell> = Vec::new();
    let mut end = tap.edges.first().copied().map_or(0, i32::from) - moved;
    let count = contents.len();
    for (index, blocks) in contents.into_iter().enumerate() {
        let begin = end;
        end = tap
            .edges
            .get(index + 1)
            .map_or(begin + UNKNOWN_WIDTH, |edge| (i32::from(*edge) - moved).max(begin));
        let tc = tap.cells.get(index).copied().unwrap_or_default();
        // A cell without a width is not there, but what was written into it is.
        let is_covered = tc.across == Merge::Covered || (end == begin && count > 1);
        match cells.last_mut().filter(|_| is_covered) {
            Some(cell) => {
                cell.end = end;
                cell.blocks.extend(blocks.into_iter().filter(holds_text));
            }
            None => cells.push(RawCell { begin, end, down: tc.down, blocks }),
        }
    }
    cells
}

/// Returns where the columns of all rows begin and end.
fn columns<'c>(cells: impl Iterator<Item = &'c RawCell>) -> Vec<i32> {
    let mut edges: Vec<i32> = cells.flat_map(|cell| [cell.begin, cell.end]).collect();
    edges.sort_unstable();
    edges.dedup_by(|edge, before| *edge - *before <= SAME_EDGE);
    edges
}

/// Returns which column begins at an edge.
fn column(columns: &[i32], edge: i32) -> usize {
    columns.partition_point(|begin| *begin <= edge).saturating_sub(1)
}

/// Returns the cell at a place, where it goes on into the row below all of these.
fn above(rows: &mut [Row], (row, cell): (usize, usize)) -> Option<&mut Cell> {
    let count = rows.len();
    let cell = rows.get_mut(row)?.cells.get_mut(cell)?;
    (row + cell.rows == count).then_some(cell)
}

/// Returns whether anything but blanks stands in a block.
pub fn holds_text(block: &Block) -> bool {
    match block {
        Block::Paragraph(paragraph) => !is_blank(paragraph),
        Block::Table(table) => {
            table.rows.iter().flat_map(|row| &row.cells).any(|cell| cell.blocks.iter().any(holds_text))
        }
    }
}

fn is_blank(paragraph: &Paragraph) -> bool {
    paragraph.runs.iter().all(|run| run.text.trim().is_empty())
}

/// Returns what a reviewer did to a whole row: what is true of all that is written in it. The mark at its end says so
/// as well, but not in files of all programs.
fn marks<'b>(blocks: impl Iterator<Item = &'b Block>) -> Marks {
    let mut all = Marks { inserted: true, deleted: true, struck: true };
    let mut is_written = false;
    for block in blocks {
        let of_block = match block {
            _ if !holds_text(block) => continue,
            Block::Paragraph(paragraph) => {
                let written = || paragraph.runs.iter().filter(|run| !run.text.trim().is_empty());
                Marks {
                    inserted: written().all(|run| run.marks.inserted),
                    deleted: written().all(|run| run.marks.deleted),
                    struck: written().all(|run| run.marks.struck),
                }
            }
            Block::Table(table) => Marks {
                inserted: table.rows.iter().all(|row| row.marks.inserted),
                deleted: table.rows.iter().all(|row| row.marks.deleted),
                struck: table.rows.iter().all(|row| row.marks.struck),
            },
        };
        is_written = true;
        all.inserted &= of_block.inserted;
        all.deleted &= of_block.deleted;
        all.struck &= of_block.struck;
    }
    if is_written { all } else { Marks::default() }
}
