//! The supervision ledger as a workbook: the ledger, the phases and the figures.

mod figures;
mod fill_in;
mod ledger;
mod phases;
mod rows;
mod style;

use rust_xlsxwriter::{Workbook, XlsxError};

use super::timetable::Timetables;
use crate::messages::SeveralError;

/// So many activities have room on a sheet of 1 048 576 rows, with its head and the legend.
const MOST: usize = 1_048_000;

/// Writes a workbook, the same bytes for the same plans and day.
///
/// # Errors
/// More activities than a sheet has rows.
pub(super) fn write(timetables: &Timetables<'_, '_>) -> Result<Vec<u8>, SeveralError<'static>> {
    have_room(timetables)?;
    Ok(workbook(timetables).expect("sheets of this size can be written into memory"))
}

/// Writes the workbook that `owner` fills in.
///
/// # Errors
/// As when a workbook is written.
pub(super) fn to_fill_in(
    timetables: &Timetables<'_, '_>,
    owner: &str,
) -> Result<Vec<u8>, SeveralError<'static>> {
    have_room(timetables)?;
    Ok(fill_in::workbook(timetables, owner).expect("sheets of this size can be written into memory"))
}

fn have_room(timetables: &Timetables<'_, '_>) -> Result<(), SeveralError<'static>> {
    if timetables.items().count() > MOST { Err(SeveralError::TooManyRows) } else { Ok(()) }
}

fn workbook(timetables: &Timetables<'_, '_>) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    book.set_properties(&style::properties(timetables)?);
    ledger::fill(book.add_worksheet(), timetables)?;
    phases::fill(book.add_worksheet(), timetables)?;
    figures::fill(book.add_worksheet(), timetables)?;
    book.save_to_buffer()
}
