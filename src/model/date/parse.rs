//! From words to a phrase: which language, and which form.

use super::cursor::Cursor;
use super::hints::hint;
use super::normalise::{Normalised, normalise};
use super::phrase::DatePhrase;
use super::unclear::{Hint, Unclear};
use super::{chinese, english};

impl DatePhrase {
    /// Understands the words, without a year.
    ///
    /// # Errors
    /// `Unreadable` when the words are no date or not wholly understood, `Impossible` when they
    /// name a day that no year has (6月31日).
    pub fn parse(words: &str) -> Result<DatePhrase, Unclear> {
        let text = normalise(words).ok_or(Unclear::Unreadable(Hint::Other))?;
        let phrase = read(&text).ok_or_else(|| Unclear::Unreadable(hint(&text)))?;
        if phrase.is_possible() { Ok(phrase) } else { Err(Unclear::Impossible) }
    }

    /// The phrase, where the words are one, without the search for what is the matter with others; be it of a day that
    /// no year has.
    pub fn understood(words: &str) -> Option<DatePhrase> {
        read(&normalise(words)?)
    }
}

type Form = fn(&mut Cursor) -> Option<DatePhrase>;

const CHINESE: &[Form] =
    &[chinese::dated::dated, chinese::open_ended::recurring, chinese::open_ended::open_ended];
const ENGLISH: &[Form] = &[
    english::dated::dated,
    english::beside::beside,
    english::open_ended::recurring,
    english::open_ended::open_ended,
];

fn read(text: &Normalised) -> Option<DatePhrase> {
    match text {
        Normalised::Chinese(text) => first_form(text, CHINESE),
        Normalised::English(text) => first_form(text, ENGLISH),
        Normalised::Digits(text) => match (first_form(text, CHINESE), first_form(text, ENGLISH)) {
            (Some(chinese), Some(english)) if chinese != english => {
                Some(DatePhrase::InDigits(Box::new([chinese, english])))
            }
            (chinese, english) => chinese.or(english),
        },
    }
}

fn first_form(text: &str, forms: &[Form]) -> Option<DatePhrase> {
    let mut c = Cursor::new(unwrapped(text));
    forms.iter().find_map(|form| c.attempt(form))
}

/// The text without brackets around all of it.
fn unwrapped(text: &str) -> &str {
    text.strip_prefix('(')
        .and_then(|text| text.strip_suffix(')'))
        .filter(|inner| !inner.contains(['(', ')']))
        .unwrap_or(text)
}
