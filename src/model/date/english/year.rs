//! The year of an English date: 2019, of 2019, this year, '19, and 19 where it can be nothing else.

use super::super::cursor::Cursor;
use super::super::numerals::four_digit_year;
use super::super::phrase::Year;
use super::super::settle::in_this_century;
use super::names;

const YEARS: &[(Year, &[&str])] = &[
    (Year::Plan(0), &["this year", "the current year"]),
    (Year::Plan(1), &["next year"]),
    (Year::Plan(-1), &["last year"]),
    (Year::After(1), &["the following year"]),
    (Year::Unwritten, &["the year"]),
];

pub fn year(c: &mut Cursor) -> Option<Year> {
    if c.eat("cy") {
        c.eat(" ");
        return four_digit_year(c).map(Year::Written);
    }
    c.take_word(YEARS).or_else(|| four_digit_year(c).map(Year::Written))
}

/// 2026, of 2026, this year, '26, or nothing
pub fn year_behind(c: &mut Cursor) -> Year {
    let year = c.attempt(|c| {
        c.eat(",");
        c.eat_any(&[" ", "/", "-"]);
        c.any_word(&["of", "in"]);
        c.attempt(apostrophe).or_else(|| year(c))
    });
    year.unwrap_or(Year::Unwritten)
}

fn apostrophe(c: &mut Cursor) -> Option<Year> {
    c.after("'", |c| c.number(2..=2)).map(|number| Year::Written(in_this_century(number)))
}

/// The year in two digits behind the sign that has stood before: 25-May-26, 30JUN19.
pub fn short_year(c: &mut Cursor, sign: &str) -> Option<Year> {
    c.attempt(|c| {
        if !(sign.is_empty() || c.eat(sign)) {
            return None;
        }
        // 10 June 12 could be an hour.
        let number = two_digits(c)?;
        (number > 12 || sign.trim() == sign && !sign.is_empty())
            .then_some(number)
            .map(|number| Year::Written(in_this_century(number)))
    })
}

/// Two digits that are no hour and no day of another month.
pub fn two_digits(c: &mut Cursor) -> Option<u32> {
    let number = c.number(2..=2)?;
    let mut ahead = *c;
    let glued =
        ahead.rest().starts_with(|next: char| next.is_ascii_alphanumeric() || matches!(next, ':' | '\''));
    let decimal = ahead.eat(".") && ahead.is_at_digit();
    let mut ahead = *c;
    ahead.eat_any(&[" ", "-", "/", "."]);
    let another = names::month(&mut ahead).is_some()
        || ahead.any_word(&["am", "pm", "a.m.", "p.m.", "h", "hrs", "hours", "noon", "of", "o'clock"]);
    (!glued && !decimal && !another).then_some(number)
}
