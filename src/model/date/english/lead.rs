//! The words before an English date: due by, no later than, from.

use super::super::cursor::Cursor;
use super::clock::leading;

/// What a word before the date says about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lead {
    /// Nothing about which day is the last.
    Plain,
    By,
    Latest,
    Before,
    From,
    After,
    Between,
}

const LEADS: &[(&str, Lead)] = &[
    ("no later than the", Lead::Latest),
    ("no later than", Lead::Latest),
    ("not later than the", Lead::Latest),
    ("not later than", Lead::Latest),
    ("at the latest by", Lead::Latest),
    ("at the latest on", Lead::Latest),
    ("at the latest", Lead::Latest),
    ("at latest", Lead::Latest),
    ("by the latest", Lead::Latest),
    ("latest by", Lead::Latest),
    ("latest", Lead::Latest),
    ("on or before", Lead::Latest),
    ("through", Lead::Latest),
    ("thru", Lead::Latest),
    ("not after", Lead::Latest),
    ("by", Lead::By),
    ("until", Lead::By),
    ("till", Lead::By),
    ("til", Lead::By),
    ("up to", Lead::By),
    ("before", Lead::Before),
    ("prior to", Lead::Before),
    ("ahead of", Lead::Before),
    ("starting from", Lead::From),
    ("starting on", Lead::From),
    ("starting in", Lead::From),
    ("starting", Lead::From),
    ("starts on", Lead::From),
    ("starts", Lead::From),
    ("beginning on", Lead::From),
    ("beginning in", Lead::From),
    ("effective from", Lead::From),
    ("effective", Lead::From),
    ("as from", Lead::From),
    ("as of", Lead::From),
    ("from", Lead::From),
    ("since", Lead::From),
    ("after", Lead::After),
    ("following", Lead::After),
    ("between", Lead::Between),
    ("final deadline", Lead::Plain),
    ("submission deadline", Lead::Plain),
    ("deadline is", Lead::Plain),
    ("deadline", Lead::Plain),
    ("due date", Lead::Plain),
    ("due", Lead::Plain),
    ("completion date", Lead::Plain),
    ("to be completed", Lead::Plain),
    ("to be delivered", Lead::Plain),
    ("to be submitted", Lead::Plain),
    ("to be done", Lead::Plain),
    ("completed", Lead::Plain),
    ("complete", Lead::Plain),
    ("delivered", Lead::Plain),
    ("delivery", Lead::Plain),
    ("deliver", Lead::Plain),
    ("submitted", Lead::Plain),
    ("submit", Lead::Plain),
    ("finished", Lead::Plain),
    ("finish", Lead::Plain),
    ("ends on", Lead::Plain),
    ("ends", Lead::Plain),
    ("during", Lead::Plain),
    ("throughout", Lead::Plain),
    ("within", Lead::Plain),
    ("on", Lead::Plain),
    ("in", Lead::Plain),
    ("at", Lead::Plain),
    // After `to be completed`.
    ("to", Lead::By),
    (":", Lead::Plain),
];

/// The words before the date; of several (`due by`), the one that says most. An hour there is the
/// hour of the day that follows (`by 5 pm on 10 June`): true when it is midnight.
pub fn leads(c: &mut Cursor) -> (Lead, bool) {
    let (mut lead, mut midnight) = (Lead::Plain, false);
    loop {
        let next = if starts_with_figure(c) { None } else { c.take_word(LEADS) };
        if let Some(next) = next {
            lead = if next == Lead::Plain { lead } else { next };
        } else if let Some(hour) = c.attempt(leading) {
            midnight = hour;
        } else {
            c.word("the");
            return (lead, midnight);
        }
    }
}

fn starts_with_figure(c: &Cursor) -> bool {
    c.rest().starts_with(|next: char| next.is_ascii_digit())
}
