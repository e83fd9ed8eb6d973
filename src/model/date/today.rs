//! Words that count from today, as they are typed: 上月25日, `next week`. With the day or the unit that they mean
//! written out, they are read like any others.

use super::counted::{Counted, Side, Unit};
use super::cursor::Cursor;
use super::normalise::{Normalised, normalise};
use super::phrase::DatePhrase;
use super::unclear::Unclear;
use super::{chinese, english};
use chrono::NaiveDate;

/// How a language names what counts from today.
struct Names {
    /// Words that can mean nothing else, anywhere in the text.
    counted: fn(&mut Cursor) -> Option<Counted>,
    /// Words that are part of a date elsewhere (周五, 25日): behind the words before a date, where the text cannot be
    /// read otherwise.
    bare: fn(&mut Cursor) -> Option<Counted>,
    /// Moves past the words before a date.
    prefix: fn(&mut Cursor),
    write: fn(Unit) -> String,
    /// Whether a word can begin in its midst.
    has_spaces: bool,
}

const CHINESE: Names = Names {
    counted: chinese::today::counted,
    bare: chinese::today::bare,
    prefix: |c| {
        chinese::prefix::prefix(c);
    },
    write: chinese::today::write,
    has_spaces: false,
};
const ENGLISH: Names = Names {
    counted: english::today::counted,
    bare: english::today::bare,
    prefix: |c| {
        english::prefix::prefixes(c);
    },
    write: english::today::write,
    has_spaces: true,
};

/// Returns the words with what counts from `today` written out; None where nothing does.
///
/// # Errors
/// The question which of two days is meant: `next Friday`; 周五 on a Friday.
pub fn written_out(words: &str, today: NaiveDate, side: Side) -> Result<Option<String>, Unclear> {
    let (text, names) = match normalise(words) {
        Some(Normalised::Chinese(text)) => (text, CHINESE),
        Some(Normalised::English(text)) => (text, ENGLISH),
        Some(Normalised::Digits(_)) | None => return Ok(None),
    };
    let written = |counted: Counted, c: &Cursor| {
        let before_a_word = names.has_spaces && c.rest().starts_with(|c: char| c.is_ascii_alphanumeric());
        let unit = (names.write)(counted.on(today, side)?);
        Ok(if before_a_word { unit + " " } else { unit })
    };
    let sure = names.everywhere(&text, written)?;
    let readable = |text: &str| DatePhrase::understood(text).is_some();
    let found = sure.as_deref().unwrap_or(&text);
    if readable(found) {
        return Ok(sure);
    }
    let mut c = Cursor::new(found);
    (names.prefix)(&mut c);
    let before = &found[..found.len() - c.rest().len()];
    let Some(counted) = c.attempt(names.bare) else { return Ok(None) };
    let text = [before, &written(counted, &c)?, c.rest()].concat();
    Ok(readable(&text).then_some(text))
}

impl Names {
    fn everywhere(
        &self,
        text: &str,
        written: impl Fn(Counted, &Cursor) -> Result<String, Unclear>,
    ) -> Result<Option<String>, Unclear> {
        let (mut c, mut out, mut found) = (Cursor::new(text), String::new(), false);
        while let Some(next) = c.rest().chars().next() {
            let inside = self.has_spaces && out.ends_with(|c: char| c.is_ascii_alphanumeric());
            // A week is no part of a longer phrase: 下周前 could end before it or with it.
            let stands_alone = |counted, rest: &str| match counted {
                Counted::Week(_) => out.is_empty() && matches!(rest, "" | "内" | "之内" | "以内"),
                Counted::Ago(_) => out.is_empty() && rest.is_empty(),
                _ => true,
            };
            let counted =
                c.attempt(|c| (self.counted)(c).filter(|one| !inside && stands_alone(*one, c.rest())));
            if let Some(counted) = counted {
                out.push_str(&written(counted, &c)?);
                found = true;
            } else {
                out.push(next);
                c.eat(&c.rest()[..next.len_utf8()]);
            }
        }
        Ok(found.then_some(out))
    }
}
