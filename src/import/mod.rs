//! Documents of other programs: bytes in, a [`Document`] out. Nothing here knows what a plan is.

mod doc;
mod docx;
pub mod limits;
pub mod numbering;
mod sheet;
mod text;

use crate::outline::document::{Document, Unreadable};

/// Reads the bytes of a document; the name tells only what the bytes leave open.
///
/// # Errors
/// Where the bytes are no document that is read: why, and what to do.
pub fn read(name: &str, bytes: &[u8]) -> Result<Document, Unreadable> {
    let readers = [docx::read, doc::read, sheet::read];
    let read = readers.iter().map(|read| read(bytes)).find(|read| *read != Err(Unreadable::Unknown));
    read.unwrap_or_else(|| text::read(name, bytes))
}
