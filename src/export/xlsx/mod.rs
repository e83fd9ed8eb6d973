//! The supervision ledger as a workbook: the ledger, the phases and the figures.

mod figures;
mod fill_in;
mod ledger;
mod phases;
mod rows;
mod style;

use rust_xlsxwriter::{Workbook, XlsxError};

use super::timetable::Timetable;

/// Writes a workbook, the same bytes for the same plan and day.
pub(super) fn write(timetable: &Timetable<'_, '_>) -> Vec<u8> {
    workbook(timetable).expect("sheets of this size can be written into memory")
}

/// Writes the workbook that `owner` fills in.
pub(super) fn to_fill_in(timetable: &Timetable<'_, '_>, owner: &str) -> Vec<u8> {
    fill_in::workbook(timetable, owner).expect("sheets of this size can be written into memory")
}

fn workbook(timetable: &Timetable<'_, '_>) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    book.set_properties(&style::properties(timetable.agenda)?);
    ledger::fill(book.add_worksheet(), timetable)?;
    phases::fill(book.add_worksheet(), timetable)?;
    figures::fill(book.add_worksheet(), timetable)?;
    book.save_to_buffer()
}
