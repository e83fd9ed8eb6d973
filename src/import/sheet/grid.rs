//! The cells of a workbook while it is read, and the tables that they make. Rows and columns count from 0.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use chrono::NaiveDate;

use super::number_format::Shown;
use crate::import::limits::within;
use crate::outline::document::{
    Block, Cell, Document, Limit, Marks, Paragraph, Place, Remark, Row, Run, Table, Unreadable,
};

/// The bytes of all texts at most: one text can be shared by many cells.
const MOST_TEXT: usize = 64 << 20;
/// The characters that Excel allows.
const LONGEST_NAME: usize = 31;
/// How many cells are looked at for all merged ones together.
const MOST_STEPS: usize = 5_000_000;

#[derive(Debug, Default)]
pub struct Workbook {
    sheets: Vec<Sheet>,
    cells: usize,
    /// Bytes.
    text: usize,
    breaks: usize,
}

#[derive(Debug, Default)]
struct Sheet {
    name: String,
    is_hidden: bool,
    hidden_rows: BTreeSet<u32>,
    merged: Vec<Area>,
    rows: BTreeMap<u32, BTreeMap<u32, Cell>>,
}

/// A rectangle of cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Area {
    rows: RangeInclusive<u32>,
    columns: RangeInclusive<u32>,
}

impl Area {
    /// Makes the rectangle between two cells, each by its row and column; None where they are in another order.
    pub fn between(first: (u32, u32), last: (u32, u32)) -> Option<Area> {
        let is_in_order = first.0 <= last.0 && first.1 <= last.1;
        is_in_order.then_some(Area { rows: first.0..=last.0, columns: first.1..=last.1 })
    }
}

impl Workbook {
    /// Begins a sheet: what follows is written into it.
    pub fn begin(&mut self, name: &str, is_hidden: bool) {
        let name = name.chars().take(LONGEST_NAME).collect();
        self.sheets.push(Sheet { name, is_hidden, ..Sheet::default() });
    }

    pub fn hide(&mut self, row: u32) {
        self.sheets.last_mut().map(|sheet| sheet.hidden_rows.insert(row));
    }

    pub fn merge(&mut self, area: Option<Area>) {
        if let Some(sheet) = self.sheets.last_mut() {
            sheet.merged.extend(area);
        }
    }

    /// Writes the text of a cell; blanks are none.
    ///
    /// # Errors
    /// Where there is more than in any plan.
    pub fn write(&mut self, row: u32, column: u32, runs: &[Run]) -> Result<(), Unreadable> {
        self.write_cell(row, column, runs, None)
    }

    /// Writes a number into a cell.
    ///
    /// # Errors
    /// As for a text.
    pub fn write_number(
        &mut self,
        row: u32,
        column: u32,
        shown: Shown,
        marks: Marks,
    ) -> Result<(), Unreadable> {
        self.write_cell(row, column, &[Run { text: shown.text, marks }], shown.day)
    }

    fn write_cell(
        &mut self,
        row: u32,
        column: u32,
        runs: &[Run],
        day: Option<NaiveDate>,
    ) -> Result<(), Unreadable> {
        let Some(sheet) = self.sheets.last_mut() else { return Ok(()) };
        if runs.iter().all(|run| run.text.trim().is_empty()) {
            return Ok(());
        }
        self.cells += 1;
        self.text += runs.iter().map(|run| run.text.len()).sum::<usize>();
        if self.text > MOST_TEXT {
            return Err(Unreadable::TooLarge(Limit::Text));
        }
        within(Limit::Cells, self.cells)?;
        self.breaks += runs.iter().map(|run| run.text.matches('\n').count()).sum::<usize>();
        within(Limit::Blocks, self.breaks)?;
        let place = sheet.place(row, Some(column));
        let cell = Cell { column: column as usize, columns: 1, rows: 1, blocks: blocks(&place, runs), day };
        sheet.rows.entry(row).or_default().insert(column, cell);
        Ok(())
    }

    /// Makes a table of each sheet that holds something.
    ///
    /// # Errors
    /// Where they hold nothing, or more merged cells than any plan.
    pub fn document(self) -> Result<Document, Unreadable> {
        let mut document = Document::default();
        let mut steps = 0;
        for mut sheet in self.sheets {
            sheet.cover(&mut steps)?;
            if sheet.rows.is_empty() {
                continue;
            }
            let hidden = sheet.rows.keys().filter(|row| sheet.hidden_rows.contains(row)).count();
            let name = || sheet.name.clone();
            document.remarks.extend(sheet.is_hidden.then(|| Remark::HiddenSheet(name())));
            document.remarks.extend((hidden > 0).then(|| Remark::HiddenRows { sheet: name(), rows: hidden }));
            document.blocks.push(Block::Table(sheet.table(document.blocks.len() + 1)));
        }
        if document.blocks.is_empty() { Err(Unreadable::Empty) } else { Ok(document) }
    }
}

impl Sheet {
    fn place(&self, row: u32, column: Option<u32>) -> Place {
        let number = |at: u32| at as usize + 1;
        Place::Sheet { sheet: self.name.clone(), row: number(row), column: column.map(number) }
    }

    /// Lets the upper left one of merged cells cover the others, which nobody sees.
    fn cover(&mut self, steps: &mut usize) -> Result<(), Unreadable> {
        for Area { rows, columns } in &self.merged {
            for (row, cells) in self.rows.range_mut(rows.clone()) {
                let covered: Vec<u32> = cells.range(columns.clone()).map(|(column, _)| *column).collect();
                *steps += 1 + covered.len();
                for column in covered {
                    if (row, &column) != (rows.start(), columns.start()) {
                        cells.remove(&column);
                    } else if let Some(first) = cells.get_mut(&column) {
                        first.rows = (rows.end() - rows.start()) as usize + 1;
                        first.columns = (columns.end() - columns.start()) as usize + 1;
                    }
                }
            }
            if *steps > MOST_STEPS {
                return Err(Unreadable::TooLarge(Limit::Cells));
            }
        }
        self.rows.retain(|_, cells| !cells.is_empty());
        Ok(())
    }

    fn table(mut self, number: usize) -> Table {
        let rows = std::mem::take(&mut self.rows);
        let row = |(row, cells): (u32, BTreeMap<u32, Cell>)| Row {
            place: self.place(row, None),
            cells: cells.into_values().collect(),
            marks: Marks::default(),
        };
        let rows = rows.into_iter().map(row).collect();
        Table { number, sheet: Some(self.name), rows }
    }
}

/// Makes a paragraph of every line of a text that holds something.
fn blocks(place: &Place, runs: &[Run]) -> Vec<Block> {
    let mut lines: Vec<Vec<Run>> = vec![Vec::new()];
    for run in runs {
        for (at, text) in run.text.split('\n').enumerate() {
            if at > 0 {
                lines.push(Vec::new());
            }
            let text = text.trim_end_matches('\r').to_owned();
            lines.last_mut().expect("there is one").push(Run { text, marks: run.marks });
        }
    }
    lines.retain(|line| line.iter().any(|run| !run.text.trim().is_empty()));
    let paragraph = |runs| Block::Paragraph(Paragraph { runs, ..Paragraph::plain(place.clone(), "") });
    lines.into_iter().map(paragraph).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> [Run; 1] {
        [Run { text: text.to_owned(), marks: Marks::default() }]
    }

    #[test]
    fn more_than_any_plan_holds_is_refused() {
        let too_large = Err(Unreadable::TooLarge(Limit::Cells));
        let mut workbook = Workbook::default();
        workbook.begin("甲", false);
        let too_long = Err(Unreadable::TooLarge(Limit::Text));
        assert_eq!(workbook.write(0, 0, &text(&"x".repeat(MOST_TEXT + 1))), too_long);
        let mut workbook = Workbook::default();
        workbook.begin("甲", false);
        let breaks = text(&"x\n".repeat(Limit::Blocks.most()));
        assert_eq!(workbook.write(0, 0, &breaks), Ok(()));
        assert_eq!(workbook.write(1, 0, &text("x\n")), Err(Unreadable::TooLarge(Limit::Blocks)));
        let mut workbook = Workbook { cells: Limit::Cells.most() - 1, ..Workbook::default() };
        workbook.begin("甲", false);
        assert_eq!(workbook.write(0, 0, &text("x")), Ok(()));
        assert_eq!(workbook.write(9, 9, &text(" \n")), Ok(()), "blanks are no cell");
        assert_eq!(workbook.write(0, 1, &text("x")), too_large);
    }

    #[test]
    fn many_merged_cells_over_many_rows_end() {
        let mut workbook = Workbook::default();
        workbook.begin("甲", false);
        for row in 0..3_000 {
            workbook.write(row, 9, &text("x")).expect("it is little");
            workbook.merge(Area::between((0, 0), (u32::MAX, 1)));
        }
        assert_eq!(workbook.document(), Err(Unreadable::TooLarge(Limit::Cells)));
    }
}
