//! Documents of other programs: bytes in, a [`Document`] out. Nothing here knows what a plan is.

mod doc;
mod docx;
mod kind;
pub mod limits;
pub mod numbering;
mod sheet;
mod text;

use kind::Kind;

use crate::outline::document::{Document, Limit, Unreadable};

/// Reads the bytes of a document; the name tells only what the bytes leave open.
///
/// # Errors
/// Where the bytes are no document that is read: why, and what to do.
pub fn read(name: &str, bytes: &[u8]) -> Result<Document, Unreadable> {
    if bytes.len() > Limit::File.most() {
        return Err(Unreadable::TooLarge(Limit::File));
    }
    match kind::kind(name, bytes)? {
        Kind::Word => docx::read(bytes),
        Kind::OldWord => doc::read(bytes),
        Kind::Workbook => sheet::xlsx::read(bytes),
        Kind::OldWorkbook => sheet::xls::read(bytes),
        Kind::Text => text::read(name, bytes),
    }
}
