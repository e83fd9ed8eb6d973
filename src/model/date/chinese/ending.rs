//! How a Chinese date ends: what is done by it, glosses, and what goes on after it.

use super::super::cursor::Cursor;
use super::super::phrase::DatePhrase;
use super::closing::{Closing, closing};
use super::gloss::gloss;
use super::open_ended::goes_on;

/// The rest must be understood to its last character.
pub fn close(c: &mut Cursor, phrase: DatePhrase) -> Option<DatePhrase> {
    let (mut done, mut begun) = (false, false);
    loop {
        let said = c.attempt(closing).or_else(|| c.after(",", closing));
        done |= said == Some(Closing::Done);
        begun |= said == Some(Closing::Begun);
        if said.is_none() && !c.passes(gloss) {
            break;
        }
    }
    // 6月并长期坚持 may begin in June, and so may 6月启动，长期坚持.
    if done || phrase.names_deadline() && !begun {
        c.passes(goes_on);
    }
    c.is_done().then_some(phrase)
}
