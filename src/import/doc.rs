//! A Word 97 to 2003 document, and one of WPS: [MS-DOC].

use crate::outline::document::{Document, Unreadable};

pub fn read(_bytes: &[u8]) -> Result<Document, Unreadable> {
    Err(Unreadable::Unknown)
}
