//! Hours and weekdays beside an English date: they leave the day as it is.

use super::super::cursor::Cursor;
use super::super::phrase::Point;
use super::names;
use chrono::Weekday;

/// The end of the working day, or of the day.
const DAY_ENDS: &[&str] = &[
    "close of business", "end of business", "close of play", "end of the day", "end of day", "cob", "eob",
    "eod", "noon", "midday",
];

pub fn weekday(c: &mut Cursor) -> Option<Weekday> {
    let weekday = names::weekday(c)?;
    c.eat(".");
    c.eat(",");
    c.eat(" ");
    Some(weekday)
}

/// Reads on behind a day: an hour, and the weekday in brackets or after a comma.
pub fn after_day(c: &mut Cursor, point: &mut Point) {
    while c.attempt(|c| remark(c, point)).is_some() {}
}

fn remark(c: &mut Cursor, point: &mut Point) -> Option<()> {
    c.eat(",");
    c.eat(" ");
    let bracket = c.eat("(");
    let weekday = weekday(c);
    let midnight = weekday.is_none() && {
        c.any_word(&["at", "by"]);
        hour(c)?
    };
    if bracket != c.eat(")") {
        return None;
    }
    point.weekday = weekday.or(point.weekday);
    point.midnight |= midnight;
    Some(())
}

/// An hour before its day: `5 pm on`.
pub fn leading(c: &mut Cursor) -> Option<bool> {
    c.word("the");
    let midnight = hour(c)?;
    c.eat(",");
    c.eat(" ");
    c.any_word(&["on", "of"]);
    Some(midnight)
}

/// True for the hour between two days.
fn hour(c: &mut Cursor) -> Option<bool> {
    if c.any_word(DAY_ENDS) || c.word("12 noon") {
        return Some(false);
    }
    if c.word("midnight") {
        return Some(true);
    }
    let hour = c.number(1..=2).filter(|hour| *hour <= 24)?;
    let minutes = c.after(":", Cursor::digits);
    if minutes.is_some_and(|(value, length)| length != 2 || value > 59 || hour == 24 && value > 0) {
        return None;
    }
    c.eat(" ");
    if c.any_word(&["am", "a.m.", "a.m"]) {
        return (1..=12).contains(&hour).then_some(hour == 12);
    }
    if c.any_word(&["pm", "p.m.", "p.m"]) {
        return (1..=12).contains(&hour).then_some(false);
    }
    minutes.map(|_| hour == 0)
}
