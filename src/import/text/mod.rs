//! Text, with or without tables in it, and tables with separators.

mod encoding;
mod front_matter;
mod inline;
mod lines;
mod pages;
mod separated;
mod tables;
mod wrapped;
mod written;

use crate::import::limits::MOST_TEXT;
use crate::outline::document::{Document, Limit, Unreadable};

/// Reads a text; the name tells a table with separators where the text leaves it open.
pub fn read(name: &str, bytes: &[u8]) -> Result<Document, Unreadable> {
    let (text, remark) = encoding::decode(bytes)?;
    if text.len() > MOST_TEXT {
        return Err(Unreadable::TooLarge(Limit::Text));
    }
    let mut document = match separated::separator(name, &text) {
        Some(separator) => separated::read(&text, separator)?,
        None => written::read(name, &text)?,
    };
    document.remarks.extend(remark);
    if document.blocks.is_empty() { Err(Unreadable::Empty) } else { Ok(document) }
}
