//! Units that stand beside each other: May/June, Q3 and Q4, 12, 13 & 14 June, third and fourth quarters.

use super::super::cursor::Cursor;
use super::super::phrase::{Edge, Part, Point, Year};
use super::clock::after_day;
use super::connector::joiner;
use super::point::{point, third};
use super::range::another_number;
use super::unit::{ORDINALS, day_number};
use super::year::year_behind;

/// The last of the units that follow `first`, each where the one before it ends.
pub fn joined(c: &mut Cursor, first: &Point) -> Option<Point> {
    let mut last = *first;
    while let Some(next) = c.attempt(|c| another(c, &last)) {
        let whole = last.edge == Edge::Whole && next.edge == Edge::Whole;
        if !whole || !last.touches(&next) {
            return None;
        }
        last = next;
    }
    (last != *first).then_some(last)
}

fn another(c: &mut Cursor, last: &Point) -> Option<Point> {
    let slash = c.rest().starts_with('/');
    if !joiner(c) {
        return None;
    }
    if let Some(next) = c.attempt(point) {
        // 2018/2019 is an academic or a financial year.
        let two_years = slash && last.part == Part::YEAR && next.part == Part::YEAR;
        return (!two_years).then_some(next);
    }
    c.attempt(|c| bare_day(c, last)).or_else(|| another_number(c, last))
}

/// `13` behind `June 12 and`
fn bare_day(c: &mut Cursor, last: &Point) -> Option<Point> {
    let (Part::Day { month, .. }, Year::Unwritten) = (last.part, last.year) else { return None };
    let day = day_number(c)?;
    let mut next = Point::new(year_behind(c), Part::Day { month, day });
    after_day(c, &mut next);
    Some(next)
}

/// The first of units that share their name with the last: `12/13 June`, `mid/late June`, `third and fourth quarters`.
pub fn shared_first(c: &mut Cursor) -> Option<Point> {
    c.word("the");
    let part = if let Some((first, last)) = c.attempt(third) {
        let Part::Days { month, .. } = last_ahead(c)?.part else { return None };
        Part::Days { month, first, last }
    } else if let Some(number) = c.take_word(ORDINALS) {
        match last_ahead(c)?.part {
            Part::Months { first, last } if first + 2 == last => Part::quarter(number),
            Part::Months { first, last } if first + 5 == last => Part::half(number),
            _ => return None,
        }
    } else {
        let day = day_number(c)?;
        let Part::Day { month, .. } = last_ahead(c)?.part else { return None };
        Part::Day { month, day }
    };
    Some(Point::new(Year::Unwritten, part))
}

/// The last of the units, looked at without moving there.
fn last_ahead(c: &Cursor) -> Option<Point> {
    let mut ahead = *c;
    while joiner(&mut ahead) {
        if let Some(point) = ahead.attempt(point) {
            return Some(point);
        }
        day_number(&mut ahead)?;
    }
    None
}
