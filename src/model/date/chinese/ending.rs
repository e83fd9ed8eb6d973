//! How a Chinese date ends: what is done by it, glosses, and what goes on after it.

use super::super::cursor::Cursor;
use super::super::phrase::DatePhrase;
use super::closing::closing;
use super::gloss::gloss;
use super::open_ended::goes_on;

/// The rest must be understood to its last character.
pub fn close(c: &mut Cursor, phrase: DatePhrase) -> Option<DatePhrase> {
    let mut said = false;
    while closing(c) || c.passes(|c| c.eat(",") && closing(c)) || c.passes(gloss) {
        said = true;
    }
    // 6月并长期坚持 may begin in June.
    if said || phrase.names_deadline() {
        c.passes(goes_on);
    }
    c.is_done().then_some(phrase)
}
