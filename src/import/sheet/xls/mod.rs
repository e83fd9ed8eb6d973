//! A workbook of Excel 97 to 2003, and of Excel 5 and 95: [MS-XLS]. Formulas are left aside: their values stand beside
//! them.

mod globals;
mod records;
#[cfg(test)]
mod tests;
mod worksheet;

use std::io::{Cursor, Read};

use cfb::CompoundFile;

use super::grid::Workbook;
use crate::outline::document::{Document, Limit, Unreadable};
use globals::Globals;

/// Reads the bytes of a compound file that holds a workbook.
///
/// # Errors
/// Unknown where it holds none.
pub fn read(bytes: &[u8]) -> Result<Document, Unreadable> {
    let mut file =
        CompoundFile::open(Cursor::new(bytes)).map_err(|_| Unreadable::Damaged("OLE2".to_owned()))?;
    let name =
        ["/Workbook", "/Book"].into_iter().find(|name| file.is_stream(name)).ok_or(Unreadable::Unknown)?;
    let mut stream = Vec::new();
    let opened = file.open_stream(name).map(|stream| stream.take(Limit::File.most() as u64));
    let read = opened.and_then(|mut opened| opened.read_to_end(&mut stream));
    read.map_err(|_| damaged(name))?;
    workbook(&stream).and_then(Workbook::document)
}

fn workbook(stream: &[u8]) -> Result<Workbook, Unreadable> {
    let globals = Globals::read(stream)?;
    let mut workbook = Workbook::default();
    // A sheet ends where another begins: however many there are, the stream is read once.
    let mut offsets: Vec<usize> =
        globals.sheets.iter().map(|sheet| sheet.offset).chain([stream.len()]).collect();
    offsets.sort_unstable();
    for sheet in &globals.sheets {
        let end = offsets.partition_point(|offset| *offset <= sheet.offset);
        let records = offsets.get(end).and_then(|end| stream.get(sheet.offset..*end));
        let records = records.ok_or_else(|| damaged(&sheet.name))?;
        workbook.begin(&sheet.name, sheet.is_hidden);
        worksheet::read(records, &globals, &mut workbook)?.ok_or_else(|| damaged(&sheet.name))?;
    }
    Ok(workbook)
}

fn damaged(part: &str) -> Unreadable {
    Unreadable::Damaged(part.trim_start_matches('/').to_owned())
}
