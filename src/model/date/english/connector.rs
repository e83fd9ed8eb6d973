//! What stands between the two ends of an English range, or between units beside each other.

use super::super::cursor::Cursor;
use super::prefix::Prefix;

const CONNECTORS: &[&str] = &["--", "-", "=>", "~", "→", "..."];
const CONNECTING_WORDS: &[&str] = &[
    "up to and including", "up to", "up until", "to", "until", "till", "through to", "through", "thru",
    "and ending on", "and ending", "and ends on", "and ends", "ending on", "ending", "and finishing",
];

/// To, with its spaces; `and` only after `between`.
pub fn connector(c: &mut Cursor, prefix: Prefix) -> bool {
    c.eat(",");
    c.eat(" ");
    if c.eat_any(CONNECTORS) {
        c.eat_all(&["-", ">"]);
        c.eat(" ");
        return true;
    }
    c.any_word(CONNECTING_WORDS) || prefix == Prefix::Between && c.word("and")
}

/// And: `May/June`, `Q3 and Q4`, `12, 13 & 14 June`.
pub fn joiner(c: &mut Cursor) -> bool {
    c.eat(" ");
    let sign = c.eat_any(&["/", ",", "&", "+"]);
    c.eat(" ");
    c.any_word(&["and"]) || c.eat("& ") || sign
}
