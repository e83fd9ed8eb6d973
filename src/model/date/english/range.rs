//! The two ends of an English range, and what one leaves to the other: 1-5 May, May 1-5, M1-12.

use super::super::cursor::Cursor;
use super::super::phrase::{Part, Point, Year};
use super::clock::{after_day, weekday};
use super::connector::connector;
use super::point::{point, third};
use super::prefix::Prefix;
use super::unit::{day_number, month_first};
use super::year::year_behind;
use chrono::Weekday;

/// The end of a range; `M1-12` needs no second letter.
pub fn later_point(c: &mut Cursor, start: &Point) -> Option<Point> {
    if let Some(point) = c.attempt(point) {
        return Some(point);
    }
    another_number(c, start)
}

/// 12 behind `M1-`, 3 behind `Q2-`
pub fn another_number(c: &mut Cursor, start: &Point) -> Option<Point> {
    match start.part {
        Part::PlanMonth(_) => Some(Point::new(Year::Unwritten, Part::PlanMonth(c.number(1..=3)?))),
        Part::Months { first, last } if first + 2 == last && start.year == Year::Unwritten => {
            let quarter = Part::quarter(c.number(1..=1)?);
            Some(Point::new(year_behind(c), quarter))
        }
        _ => None,
    }
}

/// May 1-5, 2026. Only behind the month's name: in 25-May-26 the second number is a year.
pub fn days_behind_month(c: &mut Cursor, prefix: Prefix) -> Option<(Point, Point)> {
    c.word("the");
    let mut first = month_first(c)?;
    let Part::Day { month, .. } = first.part else { return None };
    let connected = first.year == Year::Unwritten && connector(c, prefix);
    if !connected || c.attempt(point).is_some() {
        return None;
    }
    c.word("the");
    let day = day_number(c)?;
    let mut end = Point::new(year_behind(c), Part::Day { month, day });
    after_day(c, &mut end);
    first.year_like = false;
    Some((first, end))
}

/// Monday–Friday, 9–13 December
pub fn weekdays_before(c: &mut Cursor) -> Option<(Point, Point)> {
    let first_weekday = weekday(c)?;
    let last_weekday = if connector(c, Prefix::Plain) { weekday(c)? } else { return None };
    if let Some(days) = c.attempt(|c| days_behind_month(c, Prefix::Plain)) {
        return Some(on(days, first_weekday, last_weekday));
    }
    let first = c.attempt(shared_start).or_else(|| c.attempt(point))?;
    let last = if connector(c, Prefix::Plain) { later_point(c, &first)? } else { return None };
    let are_days = first.part.is_day() && last.part.is_day();
    are_days.then(|| on((first, last), first_weekday, last_weekday))
}

fn on((first, last): (Point, Point), first_weekday: Weekday, last_weekday: Weekday) -> (Point, Point) {
    (Point { weekday: Some(first_weekday), ..first }, Point { weekday: Some(last_weekday), ..last })
}

/// The start of a range that shares its month or unit with the end: 1-5 May, early to mid June.
pub fn shared_start(c: &mut Cursor) -> Option<Point> {
    let weekday = c.attempt(weekday);
    c.word("the");
    if let Some((first, last)) = c.attempt(third) {
        let Part::Days { month, .. } = end_ahead(c)?.part else { return None };
        return Some(Point::new(Year::Unwritten, Part::Days { month, first, last }));
    }
    let day = day_number(c)?;
    let Part::Day { month, .. } = end_ahead(c)?.part else { return None };
    Some(Point { weekday, ..Point::new(Year::Unwritten, Part::Day { month, day }) })
}

/// The end behind the connector, looked at without moving there.
fn end_ahead(c: &Cursor) -> Option<Point> {
    let mut ahead = *c;
    if connector(&mut ahead, Prefix::Between) { point(&mut ahead) } else { None }
}
