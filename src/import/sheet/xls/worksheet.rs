//! The cells of a worksheet ([MS-XLS] 2.1.7.20.6).

use super::globals::Globals;
use super::records::{Cursor, Record, Records};
use crate::import::sheet::grid::{Area, Workbook};
use crate::import::sheet::number_format::shown;
use crate::outline::document::{Run, Unreadable};

const BOF: u16 = 0x809;
const EOF: u16 = 0x0A;

/// Reads the records of a worksheet into the sheet that was begun; None where one of them is too short.
pub fn read(stream: &[u8], globals: &Globals, workbook: &mut Workbook) -> Result<Option<()>, Unreadable> {
    let mut cells = Cells { globals, workbook, formula: None };
    // A chart inside of the sheet is a worksheet of its own.
    let mut depth = 0_usize;
    for record in Records(stream) {
        match record.kind {
            BOF => depth += 1,
            EOF if depth <= 1 => break,
            EOF => depth -= 1,
            _ if depth == 1 => match cells.take(record) {
                Some(taken) => taken?,
                None => return Ok(None),
            },
            _ => {}
        }
    }
    Ok(Some(()))
}

struct Cells<'g> {
    globals: &'g Globals,
    workbook: &'g mut Workbook,
    /// The cell of a formula whose value is the text in a later record.
    formula: Option<Position>,
}

/// Where a cell stands, and its format.
#[derive(Clone, Copy)]
struct Position {
    row: u32,
    column: u32,
    format: u16,
}

impl Position {
    fn read(data: &mut Cursor) -> Option<Position> {
        Some(Position { row: data.u16()?.into(), column: data.u16()?.into(), format: data.u16()? })
    }
}

impl Cells<'_> {
    /// Takes a record in; None where it is too short.
    fn take(&mut self, record: Record) -> Option<Result<(), Unreadable>> {
        let kind = record.kind;
        let mut data = record.cursor();
        Some(match kind {
            // Number
            0x203 => {
                let at = Position::read(&mut data)?;
                self.number(at, f64::from_le_bytes(data.eight()?))
            }
            // RK
            0x27E => {
                let at = Position::read(&mut data)?;
                self.number(at, data.rk()?)
            }
            0xBD => self.several(&mut data)?,
            // LabelSst
            0xFD => {
                let at = Position::read(&mut data)?;
                let text = self.globals.shared.get(data.u32()? as usize)?;
                self.text(at, text.clone())
            }
            // Label, and RString of Excel 5
            0x204 | 0xD6 => {
                let at = Position::read(&mut data)?;
                self.text(at, data.text(self.globals.texts)?)
            }
            // BoolErr
            0x205 => {
                let at = Position::read(&mut data)?;
                let value = data.u8()?;
                self.text(at, if data.u8()? == 0 { boolean(value) } else { error(value) }.to_owned())
            }
            0x06 => self.formula(&mut data)?,
            // String: the value of the formula before
            0x207 => match self.formula.take() {
                Some(at) => self.text(at, data.text(self.globals.texts)?),
                None => Ok(()),
            },
            0x208 => Ok(self.row(&mut data)?),
            0xE5 => Ok(self.merged(&mut data)?),
            _ => Ok(()),
        })
    }

    fn text(&mut self, at: Position, text: String) -> Result<(), Unreadable> {
        self.workbook.write(at.row, at.column, &[Run { text, marks: self.globals.marks(at.format) }])
    }

    fn number(&mut self, at: Position, value: f64) -> Result<(), Unreadable> {
        let shown = shown(value, self.globals.code(at.format), self.globals.epoch);
        self.workbook.write_number(at.row, at.column, shown, self.globals.marks(at.format))
    }

    /// `MulRk`, 2.4.175: a row of numbers, each with its format; the last column closes it.
    fn several(&mut self, data: &mut Cursor) -> Option<Result<(), Unreadable>> {
        let row = data.u16()?.into();
        let first: u32 = data.u16()?.into();
        for column in first.. {
            let format = data.u16()?;
            let Some(value) = data.rk() else { break };
            if let Err(error) = self.number(Position { row, column, format }, value) {
                return Some(Err(error));
            }
        }
        Some(Ok(()))
    }

    /// Formula, 2.4.127: its value is a number, or what a first byte says (2.5.133).
    fn formula(&mut self, data: &mut Cursor) -> Option<Result<(), Unreadable>> {
        let at = Position::read(data)?;
        let value = data.eight()?;
        self.formula = None;
        Some(match value {
            [0, .., 0xFF, 0xFF] => {
                self.formula = Some(at);
                Ok(())
            }
            [1, _, value, .., 0xFF, 0xFF] => self.text(at, boolean(value).to_owned()),
            [2, _, value, .., 0xFF, 0xFF] => self.text(at, error(value).to_owned()),
            [.., 0xFF, 0xFF] => Ok(()),
            value => self.number(at, f64::from_le_bytes(value)),
        })
    }

    /// Row, 2.4.221.
    fn row(&mut self, data: &mut Cursor) -> Option<()> {
        let row = data.u16()?;
        data.skip(10);
        if data.u16()? & 0x20 != 0 {
            self.workbook.hide(row.into());
        }
        Some(())
    }

    /// `MergeCells`, 2.4.168.
    fn merged(&mut self, data: &mut Cursor) -> Option<()> {
        for _ in 0..data.u16()? {
            let [top, bottom, left, right] =
                [data.u16()?, data.u16()?, data.u16()?, data.u16()?].map(u32::from);
            self.workbook.merge(Area::between((top, left), (bottom, right)));
        }
        Some(())
    }
}

fn boolean(value: u8) -> &'static str {
    if value == 0 { "FALSE" } else { "TRUE" }
}

/// The errors of formulas, 2.5.10.
fn error(code: u8) -> &'static str {
    match code {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        _ => "#N/A",
    }
}
