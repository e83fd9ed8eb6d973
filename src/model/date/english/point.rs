//! A date that stands by itself in English: a unit, or one end or third of it.

use super::super::cursor::Cursor;
use super::super::phrase::{Edge, Part, Point, Year};
use super::clock::{after_day, weekday};
use super::unit::unit;
use super::year::year_behind;

const EDGES: &[(Edge, &[&str])] = &[
    (
        Edge::End,
        &[
            "end of the", "end of", "end-of", "end", "close of", "last day of", "the end of", "eom",
            "month-end", "month end", "eoq",
        ],
    ),
    (Edge::Start, &["beginning of", "the beginning of", "start of", "the start of"]),
    (Edge::Middle, &["middle of", "the middle of"]),
];

/// Thirds of a month, as 上旬, 中旬 and 下旬.
const THIRDS: &[((u32, u32), &[&str])] =
    &[((1, 10), &["early"]), ((11, 20), &["mid"]), ((21, 31), &["late"])];

pub fn point(c: &mut Cursor) -> Option<Point> {
    let weekday = c.attempt(weekday);
    if weekday.is_some() {
        c.word("the");
    }
    let mut point = edged(c)?;
    if point.part.is_day() {
        point.weekday = weekday;
        after_day(c, &mut point);
        if point.year == Year::Unwritten {
            // Dec 1 (Sun), 2019
            point.year = year_behind(c);
        }
        point.year_like &= point.weekday.is_none();
    } else if weekday.is_some() {
        return None;
    }
    Some(point)
}

/// A unit, or one end of it.
fn edged(c: &mut Cursor) -> Option<Point> {
    c.word("the");
    if c.any_word(&["first day of"]) {
        return first_day(unit(c)?);
    }
    if let Some(point) = c.attempt(quarter_end) {
        return Some(point);
    }
    if let Some(edge) = edge(c) {
        let mut point = c.attempt(|c| unit(c).or_else(|| unnamed_year(c)))?;
        let is_plain = !point.part.is_day() && point.edge == Edge::Whole;
        point.edge = edge;
        return is_plain.then_some(point);
    }
    if let Some((first, last)) = c.attempt(third) {
        let point = c.attempt(|c| unit(c).or_else(|| unnamed_year(c)))?;
        return of_unit(point, first, last);
    }
    let point = c.attempt(unit)?;
    Some(if !point.part.is_day() && c.passes(end_behind) {
        Point { edge: Edge::End, ..point }
    } else {
        point
    })
}

/// EOQ3
fn quarter_end(c: &mut Cursor) -> Option<Point> {
    if !c.eat("eo") || !c.rest().starts_with('q') {
        return None;
    }
    let point = unit(c)?;
    Some(Point { edge: Edge::End, ..point })
}

/// `June end`, `Q3-end`
fn end_behind(c: &mut Cursor) -> bool {
    c.eat_any(&["-", " "]);
    c.any_word(&["month-end", "month end", "eom", "end"])
}

fn first_day(point: Point) -> Option<Point> {
    let Part::Months { first: month, .. } = point.part else { return None };
    (point.edge == Edge::Whole).then(|| Point::new(point.year, Part::Day { month, day: 1 }))
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

/// The year of `end of the year`.
fn unnamed_year(c: &mut Cursor) -> Option<Point> {
    let named = c.any_word(&["the calendar year", "calendar year", "the year", "year"]);
    named.then(|| Point::new(year_behind(c), Part::YEAR))
}
