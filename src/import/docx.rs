//! A Word document: ECMA-376, part 1.

use crate::outline::document::{Document, Unreadable};

pub fn read(_bytes: &[u8]) -> Result<Document, Unreadable> {
    Err(Unreadable::Unknown)
}
