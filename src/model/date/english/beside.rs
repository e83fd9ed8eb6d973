//! A date beside words that are none: Week 6 (26 March - 1 April), FY26 (July 2025 - June 2026).

use super::super::cursor::Cursor;
use super::super::phrase::DatePhrase;
use super::dated::dated;
use super::label::labels;
use super::prefix::prefixes;

/// The date counts. A month beside a week, or a date without a year beside a year of the office's own,
/// does not say when.
pub fn beside(c: &mut Cursor) -> Option<DatePhrase> {
    prefixes(c);
    let before = c.rest();
    let labels = labels(c)?;
    let label = before[..before.len() - c.rest().len()].trim_end();
    let phrase = if let Some(inner) = c.rest().strip_prefix('(') {
        dated(&mut Cursor::new(inner.strip_suffix(')')?))?
    } else {
        // Half term 21 - 25 October: the number is not the label's.
        let numbered = label.ends_with(|last: char| last.is_ascii_digit());
        if !(c.eat_any(&[":", ","]) || !numbered && c.eat("-")) {
            return None;
        }
        c.eat(" ");
        dated(c)?
    };
    let DatePhrase::Dated(dated) = &phrase else { return None };
    (labels.fit(dated) && (!labels.short || dated.end.part.is_day())).then_some(phrase)
}
