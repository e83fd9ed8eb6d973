//! The supervision ledger as a workbook: the ledger, the phases and the figures.

mod figures;
mod ledger;
mod phases;
mod style;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use super::timetable::Timetable;

/// Writes a workbook, the same bytes for the same plan and day.
pub(super) fn write(timetable: &Timetable<'_, '_>) -> Vec<u8> {
    workbook(timetable).expect("sheets of this size can be written into memory")
}

fn workbook(timetable: &Timetable<'_, '_>) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let made = ExcelDateTime::parse_from_str(&timetable.agenda.day().to_string())?;
    book.set_properties(
        &DocProperties::new().set_title(style::text(timetable.agenda.title())).set_creation_datetime(&made),
    );
    ledger::fill(book.add_worksheet(), timetable)?;
    phases::fill(book.add_worksheet(), timetable)?;
    figures::fill(book.add_worksheet(), timetable)?;
    book.save_to_buffer()
}
