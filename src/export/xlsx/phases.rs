//! The sheet of phases.

use rust_xlsxwriter::{ExcelDateTime, Worksheet, XlsxError};

use super::super::timetable::Timetables;
use super::style::{self, text};
use crate::messages::{PhaseColumn, SheetName};
use crate::model::ledger::Column;

pub(super) fn fill(sheet: &mut Worksheet, timetables: &Timetables<'_, '_>) -> Result<(), XlsxError> {
    let messages = timetables.messages;
    sheet.set_name(messages.sheet_name(SheetName::Phases))?;
    // Of several plans, the first column says which.
    let plan = timetables.are_several().then(|| (messages.column(Column::Plan), 26.0));
    let columns = PhaseColumn::ALL.map(|column| messages.phase_column(column));
    let columns = plan.into_iter().chain(columns.into_iter().zip([8.0, 40.0, 12.0, 12.0, 30.0]));
    for ((name, width), at) in columns.zip(0..) {
        sheet.write_string_with_format(0, at, name, &style::head())?;
        sheet.set_column_width(at, width)?;
    }
    let first = u16::from(timetables.are_several());
    let phases =
        timetables.plans.iter().flat_map(|plan| plan.agenda.phases().iter().map(move |phase| (plan, phase)));
    for ((plan, phase), row) in phases.zip(1..) {
        if timetables.are_several() {
            sheet.write_string_with_format(row, 0, text(&plan.title), &style::boxed())?;
        }
        let words = phase.words.unwrap_or_default();
        for (value, at) in [(&*plan.id(phase.id), 0), (phase.title, 1), (words, 4)] {
            sheet.write_string_with_format(row, first + at, text(value), &style::boxed())?;
        }
        for (day, at) in [(phase.range.start, 2), (phase.range.end, 3)] {
            let day = ExcelDateTime::parse_from_str(&day.to_string())?;
            sheet.write_datetime_with_format(row, first + at, &day, &style::day())?;
        }
    }
    style::page(sheet, messages);
    Ok(())
}
