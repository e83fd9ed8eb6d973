//! The two ends of a Chinese range, and what one leaves to the other: 5月7-11日, 一至三季度.

use super::super::cursor::Cursor;
use super::super::numerals::{small, year as written_year};
use super::super::phrase::{Edge, Part, Point, Year};
use super::clock::after_day;
use super::connector::CONNECTORS;
use super::point::{in_month, point, year};

/// The end of a range: a date, or as much of one as differs from the start.
pub fn later_point(c: &mut Cursor, start: &Point) -> Option<Point> {
    if let Some(point) = c.attempt(point) {
        return Some(point);
    }
    let month = start.part.last_month()?;
    let mut point = c.attempt(|c| rest_of_month(c, start, month))?;
    if point.part.is_day() {
        after_day(c, &mut point);
    }
    Some(point)
}

/// 11日, 中旬 or 月底 in the month of the start.
fn rest_of_month(c: &mut Cursor, start: &Point, month: u32) -> Option<Point> {
    let in_one_month = !matches!(start.part, Part::Months { .. }) || start.edge != Edge::Whole;
    if !in_one_month {
        return None;
    }
    let in_short = c.eat_any(&["当月", "本月", "月"]);
    let point = in_month(c, month);
    match point.part {
        Part::Day { .. } => (!in_short && (!point.bare_day || start.bare_day)).then_some(point),
        Part::Days { .. } => Some(point),
        _ => (in_short && point.edge != Edge::Whole).then_some(point),
    }
}

/// The start of a range that shares its unit with the end: 5-7月, 一至三季度, 2018-2020年.
pub fn shared_start(c: &mut Cursor) -> Option<Point> {
    let year = c.attempt(|c| year(c).filter(|_| !c.rest().starts_with(['-', '~'])));
    let year = year.unwrap_or(Year::Unwritten);
    c.eat("第");
    if year == Year::Unwritten
        && let Some(first) = c.attempt(written_year)
    {
        let end = end_ahead(c)?;
        let is_year = end.part == Part::YEAR && matches!(end.year, Year::Written(_));
        return is_year.then(|| Point::new(Year::Written(first), Part::YEAR));
    }
    let number = small(c)?;
    let end = end_ahead(c)?;
    let part = match end.part {
        _ if end.year != Year::Unwritten => return None,
        Part::Months { first, last } if first == last => Part::month(number),
        Part::Months { first, last } if first + 2 == last => Part::quarter(number),
        Part::Days { .. } => Part::month(number),
        _ => return None,
    };
    Some(Point::new(year, part))
}

/// The end behind the connector, looked at without moving there.
fn end_ahead(c: &Cursor) -> Option<Point> {
    let mut ahead = *c;
    if ahead.eat_any(CONNECTORS) { point(&mut ahead) } else { None }
}
