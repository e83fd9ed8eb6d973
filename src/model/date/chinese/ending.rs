//! How a Chinese date ends: what is done by it, glosses, and what goes on after it.

use super::super::cursor::Cursor;
use super::super::phrase::DatePhrase;
use super::closing::{Closing, closing};
use super::gloss::{gloss, lasting, work};
use super::office::subject;
use super::open_ended::goes_on;

/// The rest must be understood to its last character.
pub fn close(c: &mut Cursor, phrase: DatePhrase) -> Option<DatePhrase> {
    let (mut done, mut begun) = (false, false);
    // 5月20日前，各单位报送自查报告
    c.passes(|c| c.eat(",") && subject(c) && closing(&mut { *c }).is_some());
    loop {
        let said = c.attempt(closing).or_else(|| c.after(",", closing)).or_else(|| c.attempt(also_done));
        done |= said == Some(Closing::Done);
        begun |= said == Some(Closing::Begun);
        let glossed = said.is_some() || c.passes(gloss);
        if !glossed && !(phrase.lasts() && (c.passes(lasting) || c.passes(work))) {
            break;
        }
    }
    // 6月并长期坚持 may begin in June, and so may 6月启动，长期坚持.
    if done || phrase.names_deadline() && !begun {
        c.passes(goes_on);
    }
    c.is_done().then_some(phrase)
}

/// 并销号, ，并报送总结材料: what goes on is not done by the date.
fn also_done(c: &mut Cursor) -> Option<Closing> {
    c.eat(",");
    if !c.eat_any(&["并且", "并", "且"]) {
        return None;
    }
    closing(c).filter(|said| *said == Closing::Done)
}
