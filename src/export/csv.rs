//! The ledger as comma-separated values, for spreadsheets and for programs: RFC 4180, with ISO dates.

use super::timetable::Timetables;
use crate::model::ledger::{COLUMNS, Value};
use crate::model::text::clean_lines;

/// By this mark Excel knows UTF-8.
const BOM: &[u8] = "\u{FEFF}".as_bytes();

/// Writes the ledger; what spreadsheets would take for a formula gets an apostrophe, if somebody wrote it.
pub(super) fn write(timetables: &Timetables<'_, '_>, no_bom: bool) -> Vec<u8> {
    let start = if no_bom { Vec::new() } else { BOM.to_vec() };
    let mut rows = ::csv::WriterBuilder::new().terminator(::csv::Terminator::CRLF).from_writer(start);
    let messages = timetables.messages;
    let columns = timetables.columns(&COLUMNS);
    let head = columns.iter().map(|column| messages.column(*column));
    rows.write_record(head).expect("memory takes every row");
    for (number, timetable, item) in timetables.rows() {
        let cells = columns.iter().map(|column| {
            let value = timetable.value(*column, item, number);
            let text = clean_lines(&messages.cell(&value));
            if is_free(&value) && is_formula(&text) { format!("'{text}") } else { text }
        });
        rows.write_record(cells).expect("memory takes every row");
    }
    rows.into_inner().expect("memory takes every row")
}

fn is_free(value: &Value<'_>) -> bool {
    matches!(value, Value::Text(_) | Value::Names(_))
}

/// Whether a spreadsheet computes it.
fn is_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r'])
}
