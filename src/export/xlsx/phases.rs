//! The sheet of phases.

use rust_xlsxwriter::{ExcelDateTime, Worksheet, XlsxError};

use super::super::timetable::Timetables;
use super::rows::{lines_in, make_room};
use super::style::{self, text};
use crate::messages::{PhaseColumn, SheetName};
use crate::model::ledger::Column;

/// Of several plans: what says which, and an id with it.
const PLAN_WIDTH: u16 = 40;
const ID_WIDTH: u16 = 14;

pub(super) fn fill(sheet: &mut Worksheet, timetables: &Timetables<'_, '_>) -> Result<(), XlsxError> {
    let messages = timetables.messages;
    sheet.set_name(messages.sheet_name(SheetName::Phases))?;
    let columns = PhaseColumn::ALL.map(|column| messages.phase_column(column));
    let mut columns: Vec<_> = columns.into_iter().zip([8, 40, 12, 12, 30]).collect();
    let first = u16::from(timetables.are_several());
    if timetables.are_several() {
        columns[0].1 = ID_WIDTH;
        columns.insert(0, (messages.column(Column::Plan), PLAN_WIDTH));
    }
    for ((name, width), at) in columns.into_iter().zip(0..) {
        sheet.write_string_with_format(0, at, name, &style::head())?;
        sheet.set_column_width(at, width)?;
    }
    let plans = timetables.plans.iter();
    let phases = plans.flat_map(|plan| plan.agenda.phases().iter().map(move |phase| (plan, phase)));
    for ((plan, phase), row) in phases.zip(1..) {
        let id = plan.id(phase.id);
        if timetables.are_several() {
            sheet.write_string_with_format(row, 0, text(&plan.title), &style::boxed())?;
            let lines = lines_in(&plan.title, PLAN_WIDTH).max(lines_in(&id, ID_WIDTH));
            make_room(sheet, row, lines)?;
        }
        let words = phase.words.unwrap_or_default();
        for (value, at) in [(&*id, 0), (phase.title, 1), (words, 4)] {
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
