//! Words without a single deadline: ongoing, by the 25th of each month.

use super::super::cursor::Cursor;
use super::super::phrase::DatePhrase;
use super::names::{MONTHS, WEEKDAYS};

const OPEN_ENDED: &[&str] = &[
    "to be confirmed", "to be determined", "to be decided", "to be defined", "to be agreed",
    "to be announced", "to be scheduled", "as and when needed", "as and when required", "as and when",
    "as needed", "as required", "as necessary", "as appropriate", "when needed", "when required",
    "if needed", "as soon as possible", "open-ended", "open ended", "no deadline", "no fixed date",
    "no date", "no end date", "on-going", "ongoing", "continuously", "continuous", "continuing", "continual",
    "permanently", "permanent", "indefinitely", "indefinite", "on demand", "on request", "ad hoc",
    "long-term", "long term", "rolling", "always", "asap", "immediately", "tbd", "tbc", "tba",
];

/// What makes it more than one date.
const CADENCES: &[&str] = &[
    "every", "each", "per week", "per month", "per quarter", "per year", "daily", "weekly", "fortnightly",
    "biweekly", "bi-weekly", "monthly", "bimonthly", "bi-monthly", "quarterly", "half-yearly",
    "semi-annually", "semi-annual", "biannually", "biannual", "annually", "annual", "yearly", "twice a year",
    "twice a month", "twice a week", "once a year", "once a month", "once a week", "once a quarter",
    "on a weekly basis", "on a monthly basis", "on a quarterly basis", "on an annual basis",
    "on a regular basis", "regularly",
];

/// What they go with. No year is among them: 25 May 2026 is one date.
const COMPANY: &[&str] = &[
    "the", "of", "by", "on", "at", "in", "before", "end", "start", "beginning", "middle", "first", "second",
    "third", "fourth", "last", "other", "two", "three", "four", "six", "day", "days", "working", "week",
    "weeks", "month", "months", "quarter", "quarters", "year", "years", "calendar", "half", "mondays",
    "fridays", "report", "reports", "meeting", "meetings", "and",
];

/// The whole text: nothing but such words.
pub fn open_ended(c: &mut Cursor) -> Option<DatePhrase> {
    while c.any_word(OPEN_ENDED) {
        c.eat_any(&[",", "/", ";"]);
        c.eat(" ");
        c.any_word(&["and", "or"]);
        if c.is_done() {
            return Some(DatePhrase::OpenEnded);
        }
    }
    None
}

/// The whole text: such words and numbers, with a cadence among them.
pub fn recurring(c: &mut Cursor) -> Option<DatePhrase> {
    let mut repeated = false;
    while !c.is_done() {
        if c.any_word(CADENCES) {
            repeated = true;
        } else if !(c.any_word(COMPANY) || c.any_word(&WEEKDAYS) || c.any_word(&MONTHS) || c.passes(ordinal))
        {
            return None;
        }
        c.eat_any(&[",", "-"]);
        c.eat(" ");
    }
    repeated.then_some(DatePhrase::Recurring)
}

fn ordinal(c: &mut Cursor) -> bool {
    let numbered = c.number(1..=2).is_some();
    c.eat_any(&["st", "nd", "rd", "th"]);
    numbered
}
