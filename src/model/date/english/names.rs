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
    let full = MONTHS.into_iter().zip(1..).find(|(name, _)| c.name(name) || c.name(&name[..3]));
    full.map(|(_, number)| number).or_else(|| c.take_word(SHORT_MONTHS))
}

pub fn weekday(c: &mut Cursor) -> Option<Weekday> {
    let full = WEEKDAYS.into_iter().zip(0..).find(|(name, _)| c.word(name) || c.word(&name[..3]));
    let number = full.map(|(_, number)| number).or_else(|| c.take_word(SHORT_WEEKDAYS))?;
    Weekday::try_from(number).ok()
}
