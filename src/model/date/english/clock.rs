//! Hours, their zones and weekdays beside an English date: they leave the day as it is.

use super::super::cursor::Cursor;
use super::super::phrase::Point;
use super::super::zone::Zone;
use super::names;
use super::zones::zone;
use chrono::Weekday;

/// The end of the working day, or of the day.
const DAY_ENDS: &[&str] = &[
    "close of business", "end of business", "close of play", "end of the day", "end of day", "cob", "eob",
    "eod", "noon", "midday",
];

/// An hour, as far as it says something about its day.
#[derive(Debug, Clone, Copy, Default)]
pub struct Hour {
    /// Between two days.
    pub midnight: bool,
    pub zone: Option<Zone>,
}

impl Hour {
    pub fn put_on(self, point: &mut Point) {
        point.midnight |= self.midnight;
        point.zone = self.zone.or(point.zone);
    }
}

pub fn weekday(c: &mut Cursor) -> Option<Weekday> {
    let weekday = names::weekday(c)?;
    c.eat(".");
    c.eat(",");
    c.eat(" ");
    Some(weekday)
}

/// Reads on behind a day: an hour, and the weekday in brackets or after a comma.
pub fn after_day(c: &mut Cursor, point: &mut Point) {
    // 2024-08-15T15:00:00Z
    if let Some(hour) = c.after("t", |c| c.is_at_digit().then(|| hour(c))?) {
        hour.put_on(point);
    }
    while c.attempt(|c| remark(c, point)).is_some() {}
}

fn remark(c: &mut Cursor, point: &mut Point) -> Option<()> {
    c.eat_any(&[",", " |", "|"]);
    c.eat(" ");
    let bracket = c.eat("(");
    if let Some(weekday) = c.attempt(weekday) {
        point.weekday = Some(weekday);
        if bracket {
            c.attempt(hour).unwrap_or_default().put_on(point);
        }
    } else {
        // Only an hour may follow a dash: a weekday would begin the end of a range.
        let dash = !bracket && c.eat("-");
        c.eat(" ");
        let introduced = c.any_word(&["at", "by", "until", "till", "before", "@"]) || c.eat("@");
        c.eat(" ");
        let lone_zone = if bracket && !dash && !introduced { c.attempt(zone) } else { None };
        match lone_zone {
            Some(zone) => Hour { midnight: false, zone }.put_on(point),
            None => hour(c)?.put_on(point),
        }
    }
    c.eat(" ");
    (bracket == c.eat(")")).then_some(())
}

/// An hour before its day: `5 pm on`.
pub fn leading(c: &mut Cursor) -> Option<Hour> {
    c.word("the");
    let hour = hour(c)?;
    c.eat(",");
    c.eat(" ");
    c.any_word(&["on the", "on", "of the", "of"]);
    Some(hour)
}

/// An hour, or two of the same day, and the zone.
fn hour(c: &mut Cursor) -> Option<Hour> {
    let midnight = c.attempt(two_hours).or_else(|| c.attempt(one_hour))?;
    let named = c.attempt(|c| {
        c.eat(",");
        c.eat(" ");
        let bracket = c.eat("(");
        zone(c).filter(|_| !bracket || c.eat(")"))
    });
    Some(Hour { midnight, zone: named.flatten() })
}

/// 9:00-17:00, 9-11 am
fn two_hours(c: &mut Cursor) -> Option<bool> {
    if c.attempt(one_hour).is_none() {
        c.number(1..=2)?;
    }
    c.eat(" ");
    if !(c.eat("-") || c.word("to") || c.word("until")) {
        return None;
    }
    c.eat(" ");
    one_hour(c)
}

/// True for the hour between two days.
fn one_hour(c: &mut Cursor) -> Option<bool> {
    if c.any_word(DAY_ENDS) || c.any_word(&["12 noon", "12:00 noon", "12.00 noon"]) {
        return Some(false);
    }
    if c.any_word(&["12 midnight", "12:00 midnight", "midnight"]) {
        return Some(true);
    }
    if let Some(hour) = c.attempt(military) {
        return Some(hour == 0);
    }
    let hour = c.number(1..=2).filter(|hour| *hour <= 24)?;
    let dot = c.rest().starts_with('.');
    let signs: &[&str] = if hour > 2 { &[":", ".", "h"] } else { &[":", "."] };
    let minutes = signs.iter().find_map(|sign| c.after(sign, Cursor::digits));
    if minutes.is_some_and(|(value, length)| length != 2 || value > 59 || hour == 24 && value > 0) {
        return None;
    }
    c.after(":", |c| c.number(2..=2));
    c.eat(" ");
    if c.any_word(&["am", "a.m.", "a.m"]) {
        c.word("midnight");
        return (1..=12).contains(&hour).then_some(hour == 12);
    }
    if c.any_word(&["pm", "p.m.", "p.m"]) {
        return (1..=12).contains(&hour).then_some(false);
    }
    // 1H is a half year, 17.05 a day of May.
    let named = c.any_word(&["hours", "hrs", "hr", "h", "o'clock"]) && (hour > 2 || minutes.is_some());
    let written = minutes
        .is_some_and(|(minutes, _)| !dot || !could_be_date(hour, minutes) && !c.rest().starts_with('.'));
    (named || written).then_some(hour == 0)
}

fn could_be_date(one: u32, other: u32) -> bool {
    let in_order = |month, day| (1..=12).contains(&month) && (1..=31).contains(&day);
    in_order(one, other) || in_order(other, one)
}

/// 1700 hours
fn military(c: &mut Cursor) -> Option<u32> {
    let hour = c.number(4..=4).filter(|hour| *hour <= 2400 && hour % 100 < 60)?;
    c.eat(" ");
    c.any_word(&["hours", "hrs", "hr", "h"]).then_some(hour)
}
