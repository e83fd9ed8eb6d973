//! English words that count from today: yesterday, last month, next Friday, the 25th.

use super::super::counted::{Counted, Unit};
use super::super::cursor::Cursor;
use super::names;
use super::unit::day_number;

const DAYS: &[(Counted, &[&str])] = &[
    (Counted::Day(-2), &["the day before yesterday", "day before yesterday"]),
    (Counted::Day(-1), &["yesterday"]),
    (Counted::Day(0), &["today"]),
    (Counted::Day(1), &["tomorrow"]),
    (Counted::Day(2), &["the day after tomorrow", "day after tomorrow"]),
];

const NUMBERS: &[(u32, &[&str])] = &[
    (1, &["a", "one"]),
    (2, &["two"]),
    (3, &["three"]),
    (4, &["four"]),
    (5, &["five"]),
    (6, &["six"]),
    (7, &["seven"]),
    (8, &["eight"]),
    (9, &["nine"]),
    (10, &["ten"]),
];

const STEPS: &[(i32, &[&str])] = &[
    (-1, &["the last", "the previous", "last", "previous"]),
    (0, &["the current", "this", "current"]),
    (1, &["the next", "next"]),
];

pub fn counted(c: &mut Cursor) -> Option<Counted> {
    let day = c.take_word(DAYS).or_else(|| c.attempt(stepped)).or_else(|| c.attempt(day_of_week));
    let day = day.or_else(|| c.attempt(ago))?;
    if matches!(day, Counted::Day(_)) {
        c.any_word(&["morning", "afternoon", "evening"]);
    }
    Some(day)
}

/// 3 days ago, in two weeks, a week from now.
fn ago(c: &mut Cursor) -> Option<Counted> {
    let is_ahead = c.word("in");
    let number = c.take_word(NUMBERS).or_else(|| c.attempt(|c| c.number(1..=2)))?;
    c.eat(" ");
    let unit = c.take_word(&[(1, &["days", "day"]), (7, &["weeks", "week"])])?;
    let side = if is_ahead { 1 } else { c.take_word(&[(-1, &["ago"]), (1, &["from now", "from today"])])? };
    Some(Counted::Ago(side * unit * i64::from(number)))
}

/// Last month, next Friday. The last quarter of 2026 is another.
fn stepped(c: &mut Cursor) -> Option<Counted> {
    let step = c.take_word(STEPS)?;
    if let Some(weekday) = names::weekday(c) {
        return Some(match step {
            -1 => Counted::Last(weekday),
            0 => Counted::This(weekday),
            _ => Counted::Next(weekday),
        });
    }
    let units: [(&str, Counted); 4] = [
        ("week", Counted::Week(step.into())),
        ("month", Counted::Month(step)),
        ("quarter", Counted::Quarter(step)),
        ("year", Counted::Year(step)),
    ];
    let (_, unit) = units.into_iter().find(|(name, _)| c.word(name))?;
    (!c.rest().starts_with("of ")).then_some(unit)
}

/// Friday next week.
fn day_of_week(c: &mut Cursor) -> Option<Counted> {
    let weekday = names::weekday(c)?;
    c.word("of");
    let week = c.take_word(STEPS).filter(|_| c.word("week"))?;
    Some(Counted::WeekDay(week.into(), weekday))
}

/// Friday; the 25th, of the month; end of the month.
pub fn bare(c: &mut Cursor) -> Option<Counted> {
    if let Some(weekday) = names::weekday(c) {
        return Some(Counted::Nearest(weekday));
    }
    if c.any_word(&["end of the month", "end of month", "month-end", "month end", "eom"]) {
        return Some(Counted::MonthEnd);
    }
    let before = c.rest().len();
    let day = day_number(c)?;
    // No number alone.
    let suffixed = before - c.rest().len() > 2;
    c.eat(" ");
    c.any_word(&["of the month"]);
    suffixed.then_some(Counted::DayOfMonth(day))
}

pub fn write(unit: Unit) -> String {
    let name = |month: u32| names::MONTHS[month as usize - 1];
    match unit {
        Unit::Day(day) => day.to_string(),
        Unit::Days(days) => format!("{} to {}", days.start, days.end),
        Unit::DayOfMonth { year, month, day } => format!("{day} {} {year}", name(month)),
        Unit::Month { year, month } => format!("{} {year}", name(month)),
        Unit::MonthEnd { year, month } => format!("end of {} {year}", name(month)),
        Unit::Quarter { year, quarter } => format!("q{quarter} {year}"),
        Unit::Year(year) => year.to_string(),
    }
}
