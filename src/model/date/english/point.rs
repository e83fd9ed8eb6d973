//! A day or a unit of the calendar in English: 25th of May, late July, Q3 2026, year-end, M9.

use super::super::calendar::Dotted;
use super::super::cursor::Cursor;
use super::super::numerals::four_digit_year;
use super::super::numeric;
use super::super::phrase::{Edge, Part, Point, Year};
use super::clock::{after_day, weekday};
use super::names;

const ORDINALS: &[(u32, &[&str])] =
    &[(1, &["first", "1st"]), (2, &["second", "2nd"]), (3, &["third", "3rd"]), (4, &["fourth", "4th"])];

const EDGES: &[(Edge, &[&str])] = &[
    (Edge::End, &["end of the", "end of", "end-of", "end", "close of", "last day of", "the end of"]),
    (Edge::Start, &["beginning of", "the beginning of", "start of", "the start of"]),
    (Edge::Middle, &["middle of", "the middle of"]),
];

/// Thirds of a month, as 上旬, 中旬 and 下旬.
const THIRDS: &[((u32, u32), &[&str])] =
    &[((1, 10), &["early"]), ((11, 20), &["mid"]), ((21, 31), &["late"])];

const YEARS: &[(Year, &[&str])] = &[
    (Year::Plan(0), &["this year"]),
    (Year::Plan(1), &["next year"]),
    (Year::Plan(-1), &["last year"]),
    (Year::After(1), &["the following year"]),
    (Year::Unwritten, &["the year"]),
];

const YEAR_ENDS: &[&str] = &["year-end", "year end", "yearend", "eoy"];

/// Days that stand for themselves, and seasons that have only a fixed day in them.
const FESTIVALS: &[(Part, &[&str])] = &[
    (Part::Day { month: 12, day: 24 }, &["christmas eve"]),
    (Part::Day { month: 12, day: 25 }, &["christmas day"]),
    (Part::Festival { month: 12, day: 25 }, &["christmas"]),
    (Part::Day { month: 12, day: 31 }, &["new year's eve"]),
    (Part::Day { month: 1, day: 1 }, &["new year's day"]),
    (Part::Festival { month: 5, day: 1 }, &["labour day"]),
];

/// A date that stands by itself.
pub fn point(c: &mut Cursor) -> Option<Point> {
    let weekday = c.attempt(weekday);
    let mut point = edged(c)?;
    if point.part.is_day() {
        point.weekday = weekday;
        after_day(c, &mut point);
    } else if weekday.is_some() {
        return None;
    }
    Some(point)
}

/// A unit, or one end of it.
fn edged(c: &mut Cursor) -> Option<Point> {
    c.word("the");
    if let Some(edge) = edge(c) {
        let mut point = c.attempt(|c| unit(c).or_else(|| unnamed_year(c)))?;
        let is_plain = !point.part.is_day() && point.edge == Edge::Whole;
        point.edge = edge;
        return is_plain.then_some(point);
    }
    if let Some((first, last)) = c.attempt(third) {
        let point = c.attempt(unit)?;
        return of_unit(point, first, last);
    }
    c.attempt(unit)
}

fn edge(c: &mut Cursor) -> Option<Edge> {
    let edge = c.take_word(EDGES)?;
    if edge == Edge::End {
        c.eat("-");
    }
    Some(edge)
}

pub fn third(c: &mut Cursor) -> Option<(u32, u32)> {
    let days = c.take_word(THIRDS)?;
    c.eat("-");
    c.eat(" ");
    Some(days)
}

/// Early May is its first ten days; early or mid 2026 has no fixed days, and late 2026 neither.
fn of_unit(mut point: Point, first: u32, last: u32) -> Option<Point> {
    let Part::Months { first: month, last: same } = point.part else { return None };
    if point.edge != Edge::Whole {
        return None;
    }
    if month == same {
        point.part = Part::Days { month, first, last };
    } else {
        point.edge = match first {
            1 => Edge::Start,
            11 => Edge::Middle,
            _ => return None,
        };
    }
    Some(point)
}

fn unit(c: &mut Cursor) -> Option<Point> {
    let part = c.attempt(letter_unit).or_else(|| c.attempt(counted_unit)).or_else(|| c.take_word(FESTIVALS));
    if let Some(part) = part {
        let year = if matches!(part, Part::PlanMonth(_)) { Year::Unwritten } else { year_behind(c) };
        return Some(Point::new(year, part));
    }
    c.attempt(month_first)
        .or_else(|| c.attempt(day_first))
        .or_else(|| c.attempt(|c| numeric::date(c, Dotted::Unsure)))
        .or_else(|| c.attempt(year_unit))
}

/// Q3, H1, M9
fn letter_unit(c: &mut Cursor) -> Option<Part> {
    let part: fn(u32) -> Part = if c.eat("q") {
        Part::quarter
    } else if c.eat("h") {
        Part::half
    } else if c.word("month") || c.eat("m") {
        Part::PlanMonth
    } else {
        return None;
    };
    number(c).map(part)
}

/// Third quarter, first half of 2026, first half of May.
fn counted_unit(c: &mut Cursor) -> Option<Part> {
    let number = c.take_word(ORDINALS)?;
    if c.any_word(&["quarter of", "quarter"]) {
        return Some(Part::quarter(number));
    }
    if !c.any_word(&["half of", "half"]) {
        return None;
    }
    let month = names::month(c);
    match (month, number) {
        (None, _) => Some(Part::half(number)),
        (Some(month), 1) => Some(Part::Days { month, first: 1, last: 15 }),
        (Some(month), 2) => Some(Part::Days { month, first: 16, last: 31 }),
        _ => None,
    }
}

/// May, May 2026, May 25, May 25th, 2026
pub fn month_first(c: &mut Cursor) -> Option<Point> {
    let month = month(c)?;
    let day = c.attempt(|c| {
        c.word("the");
        day_number(c)
    });
    let part = day.map_or(Part::month(month), |day| Part::Day { month, day });
    Some(Point::new(year_behind(c), part))
}

/// 25 May 2026, 25th of May, 25-May-2026, 2026 Q3
fn day_first(c: &mut Cursor) -> Option<Point> {
    let day = day_number(c)?;
    c.eat_any(&[".", "-", "/"]);
    c.eat(" ");
    c.word("of");
    let month = month(c)?;
    Some(Point::new(year_behind(c), Part::Day { month, day }))
}

fn month(c: &mut Cursor) -> Option<u32> {
    let month = names::month(c)?;
    c.eat(".");
    c.eat(" ");
    Some(month)
}

/// A day of the month, not the first digits of a year or of an hour.
pub fn day_number(c: &mut Cursor) -> Option<u32> {
    let day = c.number(1..=2)?;
    let suffixed = c.eat_any(&["st", "nd", "rd", "th"]);
    let goes_on = c.rest().starts_with([':', '\'']) || !suffixed && c.rest().starts_with('p');
    (!goes_on).then_some(day)
}

/// 2026, of 2026, this year, or nothing
pub fn year_behind(c: &mut Cursor) -> Year {
    let year = c.attempt(|c| {
        c.eat(",");
        c.eat_any(&[" ", "/", "-"]);
        c.any_word(&["of", "in"]);
        year(c)
    });
    year.unwrap_or(Year::Unwritten)
}

fn year(c: &mut Cursor) -> Option<Year> {
    c.take_word(YEARS).or_else(|| four_digit_year(c).map(Year::Written))
}

/// 2026, 2026 Q3, this year, year-end
fn year_unit(c: &mut Cursor) -> Option<Point> {
    if c.any_word(YEAR_ENDS) {
        return Some(Point { edge: Edge::End, ..Point::new(year_behind(c), Part::YEAR) });
    }
    c.any_word(&["calendar year", "year"]);
    let year = c.attempt(year)?;
    if year == Year::Unwritten {
        return None;
    }
    let part = c.attempt(|c| {
        c.eat_any(&[" ", "-", "/"]);
        letter_unit(c).filter(|part| !matches!(part, Part::PlanMonth(_)))
    });
    Some(Point::new(year, part.unwrap_or(Part::YEAR)))
}

/// The year of `end of the year`.
fn unnamed_year(c: &mut Cursor) -> Option<Point> {
    let named = c.any_word(&["the calendar year", "calendar year", "the year", "year"]);
    named.then(|| Point::new(Year::Unwritten, Part::YEAR))
}

/// The number of a quarter, a half or a month of the plan.
pub fn number(c: &mut Cursor) -> Option<u32> {
    c.number(1..=3).filter(|_| !c.rest().starts_with(|next: char| next.is_ascii_alphanumeric()))
}
