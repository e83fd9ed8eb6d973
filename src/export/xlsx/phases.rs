//! The sheet of phases.

use rust_xlsxwriter::{ExcelDateTime, Worksheet, XlsxError};

use super::super::timetable::Timetable;
use super::style::{self, text};
use crate::messages::{PhaseColumn, SheetName};

pub(super) fn fill(sheet: &mut Worksheet, timetable: &Timetable<'_, '_>) -> Result<(), XlsxError> {
    let Timetable { agenda, messages, .. } = timetable;
    sheet.set_name(messages.sheet_name(SheetName::Phases))?;
    for (column, at) in PhaseColumn::ALL.into_iter().zip(0..) {
        sheet.write_string_with_format(0, at, messages.phase_column(column), &style::head())?;
    }
    for (phase, row) in agenda.phases().iter().zip(1..) {
        sheet.write_string_with_format(row, 0, text(phase.id), &style::boxed())?;
        sheet.write_string_with_format(row, 1, text(phase.title), &style::boxed())?;
        for (day, at) in [(phase.range.start, 2), (phase.range.end, 3)] {
            let day = ExcelDateTime::parse_from_str(&day.to_string())?;
            sheet.write_datetime_with_format(row, at, &day, &style::day())?;
        }
        sheet.write_string_with_format(row, 4, text(phase.words.unwrap_or_default()), &style::boxed())?;
    }
    for (width, at) in [8.0, 40.0, 12.0, 12.0, 30.0].into_iter().zip(0..) {
        sheet.set_column_width(at, width)?;
    }
    style::page(sheet, *messages);
    Ok(())
}
