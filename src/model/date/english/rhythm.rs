//! Monthly, the 25th of each month, every Friday: words of which the days are certain. Every other Friday is not.

use super::super::cursor::Cursor;
use super::super::rhythm::Rhythm;
use super::names::{WEEKDAYS, weekday};
use chrono::Weekday;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Unit {
    Week,
    Month,
    Quarter,
}

const UNITS: &[(Unit, &[&str])] = &[
    (Unit::Week, &["weekly", "each week", "every week", "week"]),
    (Unit::Month, &["monthly", "each month", "every month", "month"]),
    (Unit::Quarter, &["quarterly", "each quarter", "every quarter", "quarter"]),
];

const WEEKLY: &[(Weekday, &[&str])] = &[
    (Weekday::Mon, &["mondays"]),
    (Weekday::Tue, &["tuesdays"]),
    (Weekday::Wed, &["wednesdays"]),
    (Weekday::Thu, &["thursdays"]),
    (Weekday::Fri, &["fridays"]),
];

/// Words that leave it as it is.
const BESIDE: &[&str] = &["no later than", "by", "on", "at", "of", "the"];

/// What the words name, each once at most.
#[derive(Default)]
struct Named {
    unit: Option<Unit>,
    weekday: Option<Weekday>,
    day: Option<u32>,
}

/// The whole text.
pub fn rhythm(c: &mut Cursor) -> Option<Rhythm> {
    let mut named = Named::default();
    while !c.is_done() {
        if let Some(unit) = c.take_word(UNITS) {
            once(&mut named.unit, unit)?;
        } else if let Some(day) = c.take_word(WEEKLY).or_else(|| c.attempt(whole_weekday)) {
            once(&mut named.weekday, day)?;
        } else if let Some(day) = c.attempt(day_of_month) {
            once(&mut named.day, day)?;
        } else if !c.any_word(BESIDE) {
            return None;
        }
        c.eat(",");
        c.eat(" ");
    }
    match (named.unit, named.weekday, named.day) {
        (None | Some(Unit::Week), Some(weekday), None) => Some(Rhythm::Week(weekday)),
        (Some(Unit::Month), None, day) => Some(Rhythm::Month { day: day.unwrap_or(31) }),
        (Some(Unit::Quarter), None, None | Some(31)) => Some(Rhythm::QUARTER_END),
        _ => None,
    }
}

fn once<T>(slot: &mut Option<T>, value: T) -> Option<()> {
    slot.replace(value).is_none().then_some(())
}

/// In full: `sat` and `sun` are short for much.
fn whole_weekday(c: &mut Cursor) -> Option<Weekday> {
    c.any_word(&["every", "each"]);
    WEEKDAYS.iter().any(|name| c.rest().starts_with(name)).then(|| weekday(c))?
}

fn day_of_month(c: &mut Cursor) -> Option<u32> {
    if c.any_word(&["end", "last day"]) {
        return Some(31);
    }
    let number = c.number(1..=2).filter(|number| (1..=31).contains(number))?;
    c.eat_any(&["st", "nd", "rd", "th"]).then_some(number)
}
