//! Documents of other programs: bytes in, a [`Document`] out. Nothing here knows what a plan is.

mod doc;
mod docx;
mod kind;
mod limits;
mod numbering;
mod ooxml;
mod sheet;
mod text;

use kind::Kind;
use limits::within;

use crate::outline::document::{Document, Limit, Unreadable};

/// Reads the bytes of a document; the name tells only what the bytes leave open.
///
/// # Errors
/// Where the bytes are no document that is read: why, and what to do.
pub fn read(name: &str, bytes: &[u8]) -> Result<Document, Unreadable> {
    within(Limit::File, bytes.len())?;
    match kind::kind(name, bytes)? {
        Kind::Word => docx::read(bytes),
        Kind::OldWord => doc::read(bytes),
        Kind::Workbook => sheet::xlsx::read(bytes),
        Kind::OldWorkbook => sheet::xls::read(bytes),
        Kind::Text => text::read(name, bytes),
    }
}
