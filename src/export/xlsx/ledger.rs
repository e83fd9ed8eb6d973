//! The first sheet: a row an activity.

use rust_xlsxwriter::{ExcelDateTime, Format, Worksheet, XlsxError};
use unicode_width::UnicodeWidthStr;

use super::super::timetable::Timetable;
use super::style::{self, text};
use crate::messages::SheetName;
use crate::model::agenda::Item;
use crate::model::ledger::{COLUMNS, Column, Light, Value, value};

/// The row of the head, counted from 0, below the title and the line on the office and the day.
const HEAD: u32 = 2;
/// The columns that stay when the sheet is scrolled: up to the name of the task.
const STAYING: u16 = 3;
/// The height of a line, and of the tallest row, in points.
const LINE: f64 = 15.0;
const TALLEST: f64 = 409.0;
/// The columns at the end that are for the office alone, and are not printed.
const NOT_PRINTED: usize = 4;

pub(super) fn fill(sheet: &mut Worksheet, timetable: &Timetable<'_, '_>) -> Result<(), XlsxError> {
    let Timetable { agenda, items, messages, .. } = timetable;
    sheet.set_name(messages.sheet_name(SheetName::Ledger))?;
    style::heading(
        sheet,
        &text(agenda.title()),
        &text(&messages.ledger_subtitle(agenda.office(), agenda.day())),
    )?;
    for (column, at) in COLUMNS.into_iter().zip(0..) {
        sheet.set_column_width(at, f64::from(width(column)))?;
        sheet.write_string_with_format(HEAD, at, messages.column(column), &style::head())?;
    }
    for ((item, row), number) in items.iter().zip(HEAD + 1..).zip(1..) {
        write_row(sheet, row, item, number, timetable)?;
    }
    let last = HEAD + u32::try_from(items.len()).unwrap_or_default();
    legend(sheet, last + 2, timetable)?;
    lay_out(sheet, last, timetable)
}

fn write_row(
    sheet: &mut Worksheet,
    row: u32,
    item: &Item<'_>,
    number: usize,
    timetable: &Timetable<'_, '_>,
) -> Result<(), XlsxError> {
    let light = Light::of(item);
    let mut lines = 1;
    for (column, at) in COLUMNS.into_iter().zip(0..) {
        let value = value(column, item, number);
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
    // Not every program makes room for text that is wrapped.
    let lines = u16::try_from(lines).unwrap_or(u16::MAX);
    sheet.set_row_height(row, (f64::from(lines) * LINE).min(TALLEST))?;
    Ok(())
}

/// What the colours mean, below the table.
fn legend(sheet: &mut Worksheet, row: u32, timetable: &Timetable<'_, '_>) -> Result<(), XlsxError> {
    for (light, row) in Light::ALL.into_iter().zip(row..) {
        let meaning = timetable.messages.light(light);
        sheet.write_string_with_format(row, 2, meaning, &style::lit(Some(light), style::boxed()))?;
    }
    Ok(())
}

fn lay_out(sheet: &mut Worksheet, last: u32, timetable: &Timetable<'_, '_>) -> Result<(), XlsxError> {
    let (last_column, last_printed) = (COLUMNS.len() - 1, COLUMNS.len() - 1 - NOT_PRINTED);
    let column = |at: usize| u16::try_from(at).unwrap_or_default();
    style::page(sheet, timetable.messages);
    sheet.set_freeze_panes(HEAD + 1, STAYING)?;
    sheet.autofilter(HEAD, 0, last, column(last_column))?;
    sheet.set_repeat_rows(HEAD, HEAD)?;
    let legend = last + 1 + u32::try_from(Light::ALL.len()).unwrap_or_default();
    sheet.set_print_area(0, 0, legend, column(last_printed))?;
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
        Column::Due | Column::OriginalDue | Column::DoneOn | Column::VerifiedOn => 12,
        Column::Reason | Column::Remark => 14,
        Column::Evidence | Column::Progress => 20,
        Column::Task => 26,
        Column::Requirements => 36,
    }
}

/// How many lines `text` takes in a column, which breaks anywhere.
fn lines_in(text: &str, width: u16) -> usize {
    let room = usize::from(width).saturating_sub(1).max(1);
    text.lines().map(|line| line.width().div_ceil(room).max(1)).sum()
}
