//! The first sheet: a row an activity.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::super::timetable::Timetable;
use super::rows;
use super::style::{self, text};
use crate::messages::SheetName;
use crate::model::ledger::{COLUMNS, Column, Light};

/// The row of the head, counted from 0, below the title and the line on the office and the day.
const HEAD: u32 = 2;
/// The last column that stays when the sheet is scrolled.
const STAYS: Column = Column::Task;
/// The last one that is printed: those after it are for the office alone.
const PRINTED: Column = Column::DaysLate;

pub(super) fn fill(sheet: &mut Worksheet, timetable: &Timetable<'_, '_>) -> Result<(), XlsxError> {
    let Timetable { agenda, messages, .. } = timetable;
    sheet.set_name(messages.sheet_name(SheetName::Ledger))?;
    style::heading(
        sheet,
        &text(agenda.title()),
        &text(&messages.ledger_subtitle(agenda.office(), agenda.day())),
    )?;
    let last = rows::write(sheet, HEAD, &COLUMNS, timetable)?;
    legend(sheet, last + 2, timetable)?;
    lay_out(sheet, last, timetable)
}

/// What the colours mean, below the table, and not in the column of the tasks: nobody is to take it for some of them.
fn legend(sheet: &mut Worksheet, row: u32, timetable: &Timetable<'_, '_>) -> Result<(), XlsxError> {
    let at = COLUMNS.into_iter().zip(0..).find(|(column, _)| *column == Column::Requirements);
    let at = at.map_or(0, |(_, at)| at);
    for (light, row) in Light::ALL.into_iter().zip(row..) {
        let meaning = timetable.messages.light(light);
        sheet.write_string_with_format(row, at, meaning, &style::lit(Some(light), style::plain()))?;
    }
    Ok(())
}

fn lay_out(sheet: &mut Worksheet, last: u32, timetable: &Timetable<'_, '_>) -> Result<(), XlsxError> {
    let number = |at: usize| u16::try_from(at).unwrap_or_default();
    let place = |column| number(COLUMNS.iter().position(|known| *known == column).unwrap_or_default());
    style::page(sheet, timetable.messages);
    sheet.set_freeze_panes(HEAD + 1, place(STAYS) + 1)?;
    sheet.autofilter(HEAD, 0, last, number(COLUMNS.len() - 1))?;
    sheet.set_repeat_rows(HEAD, HEAD)?;
    let legend = last + 1 + u32::try_from(Light::ALL.len()).unwrap_or_default();
    sheet.set_print_area(0, 0, legend, place(PRINTED))?;
    Ok(())
}
