//! The first sheet: a row an activity.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::super::timetable::Timetables;
use super::rows;
use super::style::{self, text};
use crate::messages::{Messages, SheetName};
use crate::model::ledger::{COLUMNS, Column, Light};

/// The row of the head, counted from 0, below the title and the line on the office and the day.
const HEAD: u32 = 2;
/// The last column that stays when the sheet is scrolled.
const STAYS: Column = Column::Task;
/// The last one that is printed: those after it are for the office alone.
const PRINTED: Column = Column::DaysLate;

pub(super) fn fill(sheet: &mut Worksheet, timetables: &Timetables<'_, '_>) -> Result<(), XlsxError> {
    let messages = timetables.messages;
    sheet.set_name(messages.sheet_name(SheetName::Ledger))?;
    style::heading(sheet, &text(&timetables.title()), &text(&timetables.subtitle()))?;
    let columns = timetables.columns(&COLUMNS);
    let last = rows::write(sheet, HEAD, &columns, timetables)?;
    let place = |column| {
        let at = columns.iter().position(|known| *known == column);
        u16::try_from(at.unwrap_or_default()).unwrap_or_default()
    };
    legend(sheet, (last + 2, place(Column::Requirements)), messages)?;
    style::page(sheet, messages);
    sheet.set_freeze_panes(HEAD + 1, place(STAYS) + 1)?;
    sheet.autofilter(HEAD, 0, last, place(COLUMNS[COLUMNS.len() - 1]))?;
    sheet.set_repeat_rows(HEAD, HEAD)?;
    let legend = last + 1 + u32::try_from(Light::ALL.len()).unwrap_or_default();
    sheet.set_print_area(0, 0, legend, place(PRINTED))?;
    Ok(())
}

/// What the colours mean, below the table, and not in the column of the tasks: nobody is to take it for some of them.
fn legend(sheet: &mut Worksheet, (row, at): (u32, u16), messages: &dyn Messages) -> Result<(), XlsxError> {
    for (light, row) in Light::ALL.into_iter().zip(row..) {
        let lit = style::lit(Some(light), style::plain());
        sheet.write_string_with_format(row, at, messages.light(light), &lit)?;
    }
    Ok(())
}
