//! The months and the days of the week in English, in full or short.

use super::super::cursor::Cursor;
use chrono::Weekday;

pub const MONTHS: [&str; 12] = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
];
pub const WEEKDAYS: [&str; 7] =
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// Beside the first three letters.
const SHORT_MONTHS: &[(u32, &[&str])] = &[(9, &["sept"])];
const SHORT_WEEKDAYS: &[(u8, &[&str])] = &[(1, &["tues"]), (2, &["weds"]), (3, &["thurs", "thur"])];

pub fn month(c: &mut Cursor) -> Option<u32> {
    let full = MONTHS.iter().position(|name| c.name(name) || c.name(&name[..3]));
    full.and_then(|at| u32::try_from(at + 1).ok()).or_else(|| c.take_word(SHORT_MONTHS))
}

pub fn weekday(c: &mut Cursor) -> Option<Weekday> {
    let full = WEEKDAYS.iter().position(|name| c.word(name) || c.word(&name[..3]));
    let number = full.and_then(|at| u8::try_from(at).ok()).or_else(|| c.take_word(SHORT_WEEKDAYS))?;
    Weekday::try_from(number).ok()
}
