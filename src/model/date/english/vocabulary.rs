//! Single words of English dates, and the phrases around them.

use chrono::Weekday;

use crate::model::date::cursor::Cursor;
use crate::model::date::form::Bound;
use crate::model::date::numeric;
use crate::model::date::unit::{Stretch, Unit, Year};

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
const WEEKDAYS: [(&str, Weekday); 7] = [
    ("monday", Weekday::Mon),
    ("tuesday", Weekday::Tue),
    ("wednesday", Weekday::Wed),
    ("thursday", Weekday::Thu),
    ("friday", Weekday::Fri),
    ("saturday", Weekday::Sat),
    ("sunday", Weekday::Sun),
];
/// Words before a date, longest first, and how they bound.
pub(super) const BEFORE: &[(&str, Bound)] = &[
    ("by close of business on", Bound::By),
    ("by close of business", Bound::By),
    ("by cob on", Bound::By),
    ("by cob", Bound::By),
    ("by eod", Bound::By),
    ("at latest by", Bound::By),
    ("latest by", Bound::By),
    ("no later than", Bound::By),
    ("not later than", Bound::By),
    ("on or before", Bound::By),
    ("due on or before", Bound::By),
    ("due no later than", Bound::By),
    ("due by", Bound::By),
    ("due on", Bound::By),
    ("due", Bound::By),
    ("deadline :", Bound::By),
    ("deadline", Bound::By),
    ("up until", Bound::By),
    ("up to", Bound::By),
    ("until", Bound::By),
    ("till", Bound::By),
    ("by", Bound::By),
    ("prior to", Bound::Before),
    ("ahead of", Bound::Before),
    ("before", Bound::Before),
    ("during", Bound::Within),
    ("throughout", Bound::Within),
    ("within", Bound::Within),
    ("from", Bound::Within),
    ("between", Bound::Within),
    ("on", Bound::Within),
    ("in", Bound::Within),
];
pub(super) const AFTER: &[&str] = &[
    "( inclusive )",
    "inclusive",
    "( included )",
    "included",
    "at latest",
    "latest",
    "cob",
    "eod",
    "close of business",
];
pub(super) const OPEN: &[&str] = &[
    "ongoing",
    "continuous",
    "continuously",
    "continuing",
    "permanent",
    "permanently",
    "rolling",
    "open - ended",
    "open ended",
    "tbd",
    "tba",
    "tbc",
    "asap",
    "n / a",
    "to be determined",
    "to be confirmed",
    "to be announced",
    "to be agreed",
    "to be decided",
    "to be defined",
    "as needed",
    "as required",
    "as necessary",
    "when needed",
    "when required",
    "when necessary",
    "on demand",
    "as soon as possible",
    "until further notice",
    "indefinitely",
];
pub(super) const RECURRING: &[&str] = &[
    "every",
    "each",
    "monthly",
    "weekly",
    "fortnightly",
    "quarterly",
    "annually",
    "yearly",
    "daily",
    "biannually",
    "biweekly",
    "bimonthly",
];

pub(super) fn month(word: &str) -> Option<u32> {
    let is_short = |name: &str| name.starts_with(word) && (word.len() == 3 || word == "sept" || word == name);
    let at = MONTHS.iter().position(|name| is_short(name))?;
    u32::try_from(at + 1).ok()
}

pub(super) fn weekday(word: &str) -> Option<Weekday> {
    let known = |name: &str| name == word || (name.starts_with(word) && (3..=5).contains(&word.len()));
    WEEKDAYS.iter().find(|(name, _)| known(name)).map(|(_, weekday)| *weekday)
}

pub(super) fn day_number(word: &str) -> Option<u32> {
    let digits = ["st", "nd", "rd", "th"].iter().find_map(|ending| word.strip_suffix(ending)).unwrap_or(word);
    digits.parse().ok().filter(|_| digits.len() <= 2 && digits.bytes().all(|byte| byte.is_ascii_digit()))
}

pub(super) fn written_year(word: &str) -> Option<Year> {
    numeric::written(word.parse().ok().filter(|_| word.len() == 4)?)
}

pub(super) fn in_digits(word: &str) -> Option<Unit> {
    let mut cursor = Cursor::new(word);
    let unit = numeric::full(&mut cursor)?;
    cursor.is_at_end().then_some(unit)
}

pub(super) fn tens(word: &str) -> Option<u32> {
    ["early", "mid", "late"].iter().position(|name| *name == word).and_then(|at| u32::try_from(at).ok())
}

pub(super) fn ordinal(word: &str) -> Option<u32> {
    let names = ["first", "second", "third", "fourth"];
    let at = names.iter().position(|name| *name == word).and_then(|at| u32::try_from(at + 1).ok());
    at.or_else(|| day_number(word).filter(|number| (1..=4).contains(number) && word.len() == 3))
}

/// Reads `q3` and `h1`.
pub(super) fn short_part(word: &str) -> Option<Stretch> {
    let number =
        |letter, most| word.strip_prefix(letter)?.parse().ok().filter(|number| (1..=most).contains(number));
    if word.len() != 2 {
        return None;
    }
    number('q', 4).map(Stretch::Quarter).or_else(|| number('h', 2).map(Stretch::Half))
}

pub(super) fn project_month(word: &str) -> Option<Stretch> {
    let digits = word.strip_prefix('m').filter(|digits| (1..=3).contains(&digits.len()))?;
    let number: u32 = digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok())??;
    (number > 0).then_some(Stretch::ProjectMonth(number))
}
