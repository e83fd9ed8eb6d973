//! Tables (ECMA-376 part 1, 17.4): a grid of columns, on which every row begins and spans as it says.

use std::collections::HashMap;

use super::reader::{Reader, holds_text};
use crate::import::limits::within;
use crate::import::ooxml::xml::Element;
use crate::outline::document::{Cell, Limit, Marks, Place, Row, Table, Unreadable};

/// Word has no more than 63.
const MOST_COLUMNS: usize = 1024;

/// A table as far as it is read.
#[derive(Default)]
struct Grid {
    rows: Vec<Row>,
    /// The cells that reach down to the last row, as row and cell, by the column where they begin.
    reaching: HashMap<usize, (usize, usize)>,
}

impl Reader {
    /// # Errors
    /// Where it is larger than any plan.
    pub fn table(&mut self, element: Element, marks: Marks) -> Result<Table, Unreadable> {
        self.tables += 1;
        self.depth += 1;
        let number = self.tables;
        within(Limit::Depth, self.depth)?;
        self.count_block()?;
        let mut grid = Grid::default();
        for row in element.nearest(&["tr"]) {
            self.row(row, number, marks, &mut grid)?;
        }
        self.depth -= 1;
        Ok(Table { number, sheet: None, rows: grid.rows })
    }

    fn row(
        &mut self,
        element: Element,
        table: usize,
        marks: Marks,
        grid: &mut Grid,
    ) -> Result<(), Unreadable> {
        self.count_block()?;
        let properties = element.child("trPr");
        let place = Place::Row { table, row: grid.rows.len() + 1 };
        let own = marked(properties, "ins", "del", Marks::default());
        grid.rows.push(Row { place: place.clone(), cells: Vec::new(), marks: own });
        let above = std::mem::take(&mut grid.reaching);
        let mut last = None;
        let mut column =
            properties.and_then(|it| it.number("gridBefore")).unwrap_or_default().min(MOST_COLUMNS);
        for element in element.nearest(&["tc"]) {
            self.cells += 1;
            within(Limit::Cells, self.cells)?;
            let properties = element.child("tcPr");
            let blocks =
                self.blocks(element, Some(&place), marked(properties, "cellIns", "cellDel", marks))?;
            let columns = properties.and_then(|it| it.number("gridSpan")).unwrap_or(1).clamp(1, MOST_COLUMNS);
            let cell = Cell { column, columns, rows: 1, blocks, day: None };
            let (down, across) = (Merge::of(properties, "vMerge"), Merge::of(properties, "hMerge"));
            let covering = match (down, across) {
                (Merge::Continue, _) if above.contains_key(&column) => above.get(&column).copied(),
                (_, Merge::Continue) => last,
                _ => None,
            };
            let at = grid.put(cell, covering);
            if down != Merge::None {
                grid.reaching.insert(column, at);
            }
            last = Some(at);
            column += columns;
        }
        Ok(())
    }
}

impl Grid {
    /// Puts a cell into the last row, or its text into the cell that covers it; returns where that is.
    fn put(&mut self, cell: Cell, covering: Option<(usize, usize)>) -> (usize, usize) {
        let row = self.rows.len() - 1;
        let covering =
            covering.filter(|(row, at)| self.rows.get(*row).is_some_and(|row| *at < row.cells.len()));
        let Some((above, at)) = covering else {
            self.rows[row].cells.push(cell);
            return (row, self.rows[row].cells.len() - 1);
        };
        let cover = &mut self.rows[above].cells[at];
        cover.rows = row - above + 1;
        cover.columns = cover.columns.max(cell.column + cell.columns - cover.column);
        cover.blocks.extend(cell.blocks.into_iter().filter(holds_text));
        (above, at)
    }
}

/// How a cell is merged, down (17.4.84, `vMerge`) or across (17.4.22, `hMerge`).
#[derive(Clone, Copy, PartialEq, Eq)]
enum Merge {
    None,
    Restart,
    Continue,
}

impl Merge {
    fn of(properties: Option<Element>, name: &str) -> Merge {
        let Some(merge) = properties.and_then(|properties| properties.child(name)) else {
            return Merge::None;
        };
        if merge.attribute("val").as_deref() == Some("restart") { Merge::Restart } else { Merge::Continue }
    }
}

/// Adds what was done to a whole row or cell (17.13.5.12, 17.13.5.16).
fn marked(properties: Option<Element>, inserted: &str, deleted: &str, marks: Marks) -> Marks {
    let has = |name| properties.and_then(|properties| properties.child(name)).is_some();
    Marks { inserted: marks.inserted || has(inserted), deleted: marks.deleted || has(deleted), ..marks }
}
