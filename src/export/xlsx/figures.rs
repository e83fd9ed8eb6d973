//! The sheet of figures.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::super::figures::{Row, rows};
use super::super::timetable::Timetables;
use super::rows::{lines_in, make_room};
use super::style::{self, text};
use crate::messages::{FigureColumn, SheetName};

pub(super) fn fill(sheet: &mut Worksheet, timetables: &Timetables<'_, '_>) -> Result<(), XlsxError> {
    let messages = timetables.messages;
    sheet.set_name(messages.sheet_name(SheetName::Figures))?;
    for (column, at) in FigureColumn::ALL.into_iter().zip(0..) {
        sheet.write_string_with_format(0, at, messages.figure_column(column), &style::head())?;
    }
    // The titles of plans are longer than other names.
    let width = if timetables.are_several() { 60 } else { 30 };
    let mut row = 1;
    for (by, rows) in rows(timetables) {
        if let Some(by) = by {
            sheet.write_string_with_format(row + 1, 0, by, &style::head())?;
            row += 2;
        }
        for figures in rows {
            write_row(sheet, row, &figures)?;
            if timetables.are_several() {
                make_room(sheet, row, lines_in(&figures.name, width))?;
            }
            row += 1;
        }
    }
    sheet.set_column_width(0, width)?;
    style::page(sheet, messages);
    Ok(())
}

fn write_row(sheet: &mut Worksheet, row: u32, figures: &Row) -> Result<(), XlsxError> {
    sheet.write_string_with_format(row, 0, text(&figures.name), &style::boxed())?;
    for (count, at) in figures.counts.into_iter().zip(1..) {
        style::write_count(sheet, row, at, count)?;
    }
    let rate = figures.per_mille.and_then(|rate| u16::try_from(rate).ok());
    match rate {
        Some(rate) => sheet.write_number_with_format(row, 6, f64::from(rate) / 1000.0, &style::rate())?,
        None => sheet.write_blank(row, 6, &style::boxed())?,
    };
    style::write_count(sheet, row, 7, figures.overdue)
}
