//! The words before an English date: due by, no later than, from.

use super::super::cursor::Cursor;
use super::clock::leading;

/// What a word before the date says about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Prefix {
    /// Nothing about which day is the last.
    Plain,
    By,
    Latest,
    Before,
    From,
    After,
    Between,
}

const LATEST: &[&str] = &[
    "no later than the", "no later than", "not later than the", "not later than", "at the latest by",
    "at the latest on", "at the latest", "at latest", "by the latest", "latest by", "latest", "on or before",
    "through", "thru", "not after",
];
const FROM: &[&str] = &[
    "starting from", "starting on", "starting in", "starting", "starts on", "starts", "beginning on",
    "beginning in", "effective from", "effective", "as from", "as of", "from", "since",
];
const PLAIN: &[&str] = &[
    "final deadline", "submission deadline", "deadline is", "deadline", "due date", "due", "completion date",
    "to be completed", "to be delivered", "to be submitted", "to be done", "completed", "complete",
    "delivered", "delivery", "deliver", "submitted", "submit", "finished", "finish", "ends on", "ends",
    "during", "throughout", "within", "on", "in", "at",
];

const PREFIXES: &[(Prefix, &[&str])] = &[
    (Prefix::Latest, LATEST),
    (Prefix::By, &["by", "until", "till", "til", "up to"]),
    (Prefix::Before, &["before", "prior to", "ahead of"]),
    (Prefix::From, FROM),
    (Prefix::After, &["after", "following"]),
    (Prefix::Between, &["between"]),
    (Prefix::Plain, PLAIN),
    // Behind `to be completed`.
    (Prefix::By, &["to"]),
    (Prefix::Plain, &[":"]),
];

/// The words before the date; of several (`due by`), the one that says most. An hour there is the
/// hour of the day that follows (`by 5 pm on 10 June`): true when it is midnight.
pub fn prefixes(c: &mut Cursor) -> (Prefix, bool) {
    let (mut prefix, mut midnight) = (Prefix::Plain, false);
    loop {
        let next = if c.is_at_digit() { None } else { c.take_word(PREFIXES) };
        if let Some(next) = next {
            prefix = if next == Prefix::Plain { prefix } else { next };
        } else if let Some(hour) = c.attempt(leading) {
            midnight = hour;
        } else {
            c.word("the");
            return (prefix, midnight);
        }
    }
}
