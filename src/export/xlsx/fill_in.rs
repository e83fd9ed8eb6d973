//! The ledger that a unit fills in: its activities, and empty columns for the news of the month.

use rust_xlsxwriter::{DataValidation, DataValidationRule, ExcelDateTime, Workbook, Worksheet, XlsxError};

use super::super::timetable::Timetable;
use super::rows;
use super::style::{self, text};
use crate::messages::SheetName;
use crate::model::ledger::{Column, FILLED_IN, TOLD};

/// The row of the head, counted from 0.
const HEAD: u32 = 2;

/// Writes the workbook of one unit, with `items` for it.
pub(super) fn workbook(timetable: &Timetable<'_, '_>, owner: &str) -> Result<Vec<u8>, XlsxError> {
    let Timetable { agenda, messages, .. } = timetable;
    let mut book = Workbook::new();
    book.set_properties(&style::properties(agenda)?);
    let sheet = book.add_worksheet();
    sheet.set_name(messages.sheet_name(SheetName::Ledger))?;
    let told = messages.to_be_filled_in(owner, agenda.day());
    style::heading(sheet, &text(agenda.title()), &text(&told))?;
    let last = rows::write(sheet, HEAD, &TOLD, timetable)?;
    for (column, at) in FILLED_IN.into_iter().zip(width_of_told()..) {
        write_empty(sheet, column, at, last, timetable)?;
    }
    sheet.set_freeze_panes(HEAD + 1, 2)?;
    sheet.set_repeat_rows(HEAD, HEAD)?;
    style::page(sheet, *messages);
    book.save_to_buffer()
}

fn width_of_told() -> u16 {
    u16::try_from(TOLD.len()).unwrap_or_default()
}

/// Writes a column to be filled in; one of days takes nothing else.
fn write_empty(
    sheet: &mut Worksheet,
    column: Column,
    at: u16,
    last: u32,
    timetable: &Timetable<'_, '_>,
) -> Result<(), XlsxError> {
    let messages = timetable.messages;
    let takes_days = matches!(column, Column::DoneOn | Column::Expected);
    sheet.set_column_width(at, if takes_days { 13.0 } else { 30.0 })?;
    sheet.write_string_with_format(HEAD, at, messages.column(column), &style::asked())?;
    let format = if takes_days { style::day() } else { style::boxed() };
    for row in HEAD + 1..=last {
        sheet.write_blank(row, at, &format)?;
    }
    if takes_days && last > HEAD {
        let after = DataValidationRule::GreaterThan(ExcelDateTime::from_ymd(1990, 1, 1)?);
        let takes = messages.takes_a_date();
        let rule =
            DataValidation::new().allow_date(after).set_input_message(takes)?.set_error_message(takes)?;
        sheet.add_data_validation(HEAD + 1, at, last, at, &rule)?;
    }
    Ok(())
}
