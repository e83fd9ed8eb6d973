//! stub
use crate::outline::document::{Document, Unreadable};
pub fn read(_bytes: &[u8]) -> Result<Document, Unreadable> {
    Err(Unreadable::Unknown)
}
