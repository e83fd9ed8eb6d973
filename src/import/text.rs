//! Text, with or without tables of separators.

use crate::outline::document::{Document, Unreadable};

pub fn read(_name: &str, _bytes: &[u8]) -> Result<Document, Unreadable> {
    Err(Unreadable::Unknown)
}
