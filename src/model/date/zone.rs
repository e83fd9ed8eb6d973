//! The zone of an hour in the words.

use super::cursor::Cursor;

/// A zone as words name it: its offsets from UTC in minutes. There are two of a zone with summer time, for CET is
/// written in summer too, and of a name that stands for two zones (CST).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Zone(pub [i32; 2]);

impl Zone {
    /// Whether it is so many minutes from UTC there.
    pub fn has(self, minutes: i32) -> bool {
        self.0.contains(&minutes)
    }
}

/// UTC+2, GMT-05:00, +0200
pub fn offset(c: &mut Cursor) -> Option<i32> {
    let named = c.eat_any(&["utc", "gmt"]);
    if named {
        c.eat(" ");
    }
    let ahead = c.eat("+");
    if !ahead && !c.eat("-") {
        return None;
    }
    let (number, length) = c.digits()?;
    let minutes = c.after(":", |c| c.number(2..=2));
    let (hours, minutes) = match length {
        1 | 2 if named || minutes.is_some() => (number, minutes.unwrap_or(0)),
        4 => (number / 100, number % 100),
        _ => return None,
    };
    let offset = i32::try_from(hours * 60 + minutes).ok().filter(|offset| *offset <= 14 * 60)?;
    Some(if ahead { offset } else { -offset })
}
