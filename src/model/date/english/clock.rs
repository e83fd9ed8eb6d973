//! Hours, their zones and weekdays beside an English date: they leave the day as it is.

use super::super::cursor::Cursor;
use super::super::phrase::{Hour, Point};
use super::super::zone::Zone;
use super::names;
use super::zones::zone;
use chrono::Weekday;

/// The end of the working day, or of the day.
const DAY_ENDS: &[&str] = &[
    "close of business", "end of business", "close of play", "end of the day", "end of day", "cob", "eob",
    "eod", "noon", "midday",
];

/// An hour and its zone, as far as they say something about the day.
#[derive(Debug, Clone, Copy, Default)]
pub struct Clock {
    pub hour: Hour,
    pub zone: Option<Zone>,
}

impl Clock {
    pub fn put_on(self, point: &mut Point) {
        if self.hour != Hour::Within {
            point.hour = self.hour;
        }
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
            Some(zone) => Clock { hour: Hour::Within, zone }.put_on(point),
            None => hour(c)?.put_on(point),
        }
    }
    c.eat(" ");
    (bracket == c.eat(")")).then_some(())
}

/// An hour before its day: `5 pm on`.
pub fn leading(c: &mut Cursor) -> Option<Clock> {
    c.word("the");
    let hour = hour(c)?;
    c.eat(",");
    c.eat(" ");
    c.any_word(&["on the", "on", "of the", "of"]);
    Some(hour)
}

/// An hour, or two of the same day, and the zone.
fn hour(c: &mut Cursor) -> Option<Clock> {
    let hour = c.attempt(two_hours).or_else(|| c.attempt(one_hour))?;
    let named = c.attempt(|c| {
        c.eat(",");
        c.eat(" ");
        let bracket = c.eat("(");
        zone(c).filter(|_| !bracket || c.eat(")"))
    });
    Some(Clock { hour, zone: named.flatten() })
}

/// 9:00-17:00, 9-11 am
fn two_hours(c: &mut Cursor) -> Option<Hour> {
    if c.attempt(one_hour).is_none() {
        c.number(1..=2)?;
    }
    c.eat(" ");
    if !(c.eat("-") || c.word("to") || c.word("until")) {
        return None;
    }
    c.eat(" ");
    // Until 24:00 is within the day.
    one_hour(c).map(|hour| if hour == Hour::Ends { Hour::Within } else { hour })
}

fn one_hour(c: &mut Cursor) -> Option<Hour> {
    if c.any_word(DAY_ENDS) || c.any_word(&["12 noon", "12:00 noon", "12.00 noon"]) {
        return Some(Hour::Within);
    }
    if c.any_word(&["12 midnight", "12:00 midnight", "midnight"]) {
        return Some(Hour::Begins);
    }
    if let Some(hour) = c.attempt(military) {
        return Some(Hour::of(hour));
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
        return (1..=12).contains(&hour).then_some(Hour::of(hour % 12));
    }
    if c.any_word(&["pm", "p.m.", "p.m"]) {
        return (1..=12).contains(&hour).then_some(Hour::Within);
    }
    // 1H is a half year, 17.05 a day of May.
    let named = c.any_word(&["hours", "hrs", "hr", "h", "o'clock"]) && (hour > 2 || minutes.is_some());
    let written = minutes
        .is_some_and(|(minutes, _)| !dot || !could_be_date(hour, minutes) && !c.rest().starts_with('.'));
    (named || written).then_some(Hour::of(hour))
}

fn could_be_date(one: u32, other: u32) -> bool {
    let in_order = |month, day| (1..=12).contains(&month) && (1..=31).contains(&day);
    in_order(one, other) || in_order(other, one)
}

/// 1700 hours
fn military(c: &mut Cursor) -> Option<u32> {
    let number = c.number(4..=4).filter(|number| *number <= 2400 && number % 100 < 60)?;
    c.eat(" ");
    // 0030 is a time of its day.
    let hour = if number % 100 == 0 { number / 100 } else { 1 };
    c.any_word(&["hours", "hrs", "hr", "h"]).then_some(hour)
}
