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

const PREFIXES: &[(&str, Prefix)] = &[
    ("no later than the", Prefix::Latest),
    ("no later than", Prefix::Latest),
    ("not later than the", Prefix::Latest),
    ("not later than", Prefix::Latest),
    ("at the latest by", Prefix::Latest),
    ("at the latest on", Prefix::Latest),
    ("at the latest", Prefix::Latest),
    ("at latest", Prefix::Latest),
    ("by the latest", Prefix::Latest),
    ("latest by", Prefix::Latest),
    ("latest", Prefix::Latest),
    ("on or before", Prefix::Latest),
    ("through", Prefix::Latest),
    ("thru", Prefix::Latest),
    ("not after", Prefix::Latest),
    ("by", Prefix::By),
    ("until", Prefix::By),
    ("till", Prefix::By),
    ("til", Prefix::By),
    ("up to", Prefix::By),
    ("before", Prefix::Before),
    ("prior to", Prefix::Before),
    ("ahead of", Prefix::Before),
    ("starting from", Prefix::From),
    ("starting on", Prefix::From),
    ("starting in", Prefix::From),
    ("starting", Prefix::From),
    ("starts on", Prefix::From),
    ("starts", Prefix::From),
    ("beginning on", Prefix::From),
    ("beginning in", Prefix::From),
    ("effective from", Prefix::From),
    ("effective", Prefix::From),
    ("as from", Prefix::From),
    ("as of", Prefix::From),
    ("from", Prefix::From),
    ("since", Prefix::From),
    ("after", Prefix::After),
    ("following", Prefix::After),
    ("between", Prefix::Between),
    ("final deadline", Prefix::Plain),
    ("submission deadline", Prefix::Plain),
    ("deadline is", Prefix::Plain),
    ("deadline", Prefix::Plain),
    ("due date", Prefix::Plain),
    ("due", Prefix::Plain),
    ("completion date", Prefix::Plain),
    ("to be completed", Prefix::Plain),
    ("to be delivered", Prefix::Plain),
    ("to be submitted", Prefix::Plain),
    ("to be done", Prefix::Plain),
    ("completed", Prefix::Plain),
    ("complete", Prefix::Plain),
    ("delivered", Prefix::Plain),
    ("delivery", Prefix::Plain),
    ("deliver", Prefix::Plain),
    ("submitted", Prefix::Plain),
    ("submit", Prefix::Plain),
    ("finished", Prefix::Plain),
    ("finish", Prefix::Plain),
    ("ends on", Prefix::Plain),
    ("ends", Prefix::Plain),
    ("during", Prefix::Plain),
    ("throughout", Prefix::Plain),
    ("within", Prefix::Plain),
    ("on", Prefix::Plain),
    ("in", Prefix::Plain),
    ("at", Prefix::Plain),
    // After `to be completed`.
    ("to", Prefix::By),
    (":", Prefix::Plain),
];

/// The words before the date; of several (`due by`), the one that says most. An hour there is the
/// hour of the day that follows (`by 5 pm on 10 June`): true when it is midnight.
pub fn prefixes(c: &mut Cursor) -> (Prefix, bool) {
    let (mut prefix, mut midnight) = (Prefix::Plain, false);
    loop {
        let next = if starts_with_figure(c) { None } else { c.take_word(PREFIXES) };
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

fn starts_with_figure(c: &Cursor) -> bool {
    c.rest().starts_with(|next: char| next.is_ascii_digit())
}
