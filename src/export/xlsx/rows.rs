//! A head and a row an activity, in whatever columns.

use rust_xlsxwriter::{ExcelDateTime, Format, Worksheet, XlsxError};
use unicode_width::UnicodeWidthStr;

use super::super::timetable::{Timetable, Timetables};
use super::style::{self, text};
use crate::model::agenda::Item;
use crate::model::ledger::{Column, Light, Value};

/// The height of a line, and of the tallest row, in points.
const LINE: f64 = 16.5;
const TALLEST: f64 = 409.0;

/// Writes the head into row `head` and the activities below it, and returns the last row.
pub(super) fn write(
    sheet: &mut Worksheet,
    head: u32,
    columns: &[Column],
    timetables: &Timetables<'_, '_>,
) -> Result<u32, XlsxError> {
    for (&column, at) in columns.iter().zip(0..) {
        sheet.set_column_width(at, f64::from(width(column)))?;
        sheet.write_string_with_format(head, at, timetables.messages.column(column), &style::head())?;
    }
    sheet.set_row_height(head, 2.0 * LINE)?;
    let mut last = head;
    for (number, timetable, item) in timetables.rows() {
        last += 1;
        write_row(sheet, (last, number), columns, item, timetable)?;
    }
    Ok(last)
}

fn write_row(
    sheet: &mut Worksheet,
    (row, number): (u32, usize),
    columns: &[Column],
    item: &Item<'_>,
    timetable: &Timetable<'_, '_>,
) -> Result<(), XlsxError> {
    let light = Light::of(item);
    let mut lines = 1;
    for (&column, at) in columns.iter().zip(0..) {
        let value = timetable.value(column, item, number);
        let fill =
            |format: Format| if column == Column::Standing { style::lit(light, format) } else { format };
        match value {
            Value::Nothing => sheet.write_blank(row, at, &style::boxed())?,
            Value::Day(day) => {
                let day = ExcelDateTime::parse_from_str(&day.to_string())?;
                sheet.write_datetime_with_format(row, at, &day, &style::day())?
            }
            Value::Count(count) => sheet.write_number_with_format(row, at, count, &style::centred())?,
            value @ (Value::Status(..) | Value::Text(_) | Value::Names(_) | Value::Progress { .. }) => {
                let shown = text(&timetable.messages.cell(&value));
                lines = lines.max(lines_in(&shown, width(column)));
                sheet.write_string_with_format(row, at, shown, &fill(style::boxed()))?
            }
        };
    }
    make_room(sheet, row, lines)
}

/// Makes a row as high as its lines: not every program makes room for text that is wrapped.
pub(super) fn make_room(sheet: &mut Worksheet, row: u32, lines: usize) -> Result<(), XlsxError> {
    let lines = u16::try_from(lines).unwrap_or(u16::MAX);
    sheet.set_row_height(row, (f64::from(lines) * LINE).min(TALLEST))?;
    Ok(())
}

/// In characters of the usual font; a Chinese one takes two.
fn width(column: Column) -> u16 {
    match column {
        Column::Number => 5,
        Column::DaysLate => 7,
        Column::Leader | Column::Id => 9,
        Column::Group
        | Column::Lead
        | Column::Owners
        | Column::Support
        | Column::Words
        | Column::Standing => 11,
        Column::Due | Column::OriginalDue | Column::DoneOn | Column::VerifiedOn | Column::Expected => 12,
        Column::Reason | Column::Remark => 14,
        Column::Evidence | Column::Progress => 20,
        Column::Plan | Column::Task | Column::News => 26,
        Column::Requirements => 36,
    }
}

/// How many lines `text` takes in a column, which breaks anywhere.
pub(super) fn lines_in(text: &str, width: u16) -> usize {
    let room = usize::from(width).saturating_sub(1).max(1);
    text.lines().map(|line| line.width().div_ceil(room).max(1)).sum()
}
