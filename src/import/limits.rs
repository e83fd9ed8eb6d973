//! How much of a document is read at most, whatever it claims to hold.

use crate::outline::document::{Limit, Unreadable};

/// Bytes of text in all: a thousand pages of seven hundred characters.
pub const MOST_TEXT: usize = 3 * 700_000;

/// # Errors
/// Where there is more than in any plan.
pub fn within(limit: Limit, count: usize) -> Result<(), Unreadable> {
    if count > limit.most() { Err(Unreadable::TooLarge(limit)) } else { Ok(()) }
}
