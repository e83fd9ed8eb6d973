//! The ledger that a unit fills in: its activities, and empty columns for the news of the month.

use rust_xlsxwriter::{DataValidation, DataValidationRule, ExcelDateTime, Workbook, Worksheet, XlsxError};

use super::super::timetable::Timetables;
use super::rows;
use super::style::{self, text};
use crate::messages::{Messages, SheetName};
use crate::model::ledger::{Column, FILLED_IN, TOLD};

/// The row of the head, counted from 0.
const HEAD: u32 = 2;

/// Writes the workbook of one unit, with `items` for it.
pub(super) fn workbook(timetables: &Timetables<'_, '_>, owner: &str) -> Result<Vec<u8>, XlsxError> {
    let messages = timetables.messages;
    let mut book = Workbook::new();
    book.set_properties(&style::properties(timetables)?);
    let sheet = book.add_worksheet();
    sheet.set_name(messages.sheet_name(SheetName::Ledger))?;
    let told = messages.to_be_filled_in(owner, timetables.day().unwrap_or_default());
    style::heading(sheet, &text(&timetables.title()), &text(&told))?;
    let told = timetables.columns(&TOLD);
    let last = rows::write(sheet, HEAD, &told, timetables)?;
    for (column, at) in FILLED_IN.into_iter().zip(u16::try_from(told.len()).unwrap_or_default()..) {
        write_empty(sheet, column, at, last, messages)?;
    }
    sheet.set_freeze_panes(HEAD + 1, 2)?;
    sheet.set_repeat_rows(HEAD, HEAD)?;
    style::page(sheet, messages);
    book.save_to_buffer()
}

/// Writes a column to be filled in; one of days takes nothing else.
fn write_empty(
    sheet: &mut Worksheet,
    column: Column,
    at: u16,
    last: u32,
    messages: &dyn Messages,
) -> Result<(), XlsxError> {
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
