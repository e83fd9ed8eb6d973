//! What stands between the two ends of an English range.

use super::super::cursor::Cursor;
use super::prefix::Prefix;

const CONNECTORS: &[&str] = &["--", "-", "~"];
const CONNECTING_WORDS: &[&str] = &["up to", "to", "until", "till", "through", "thru"];

/// To, with its spaces; `and` only after `between`.
pub fn connector(c: &mut Cursor, prefix: Prefix) -> bool {
    c.eat(" ");
    if c.eat_any(CONNECTORS) {
        c.eat(" ");
        return true;
    }
    c.any_word(CONNECTING_WORDS) || prefix == Prefix::Between && c.word("and")
}
