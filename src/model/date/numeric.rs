//! Numeric dates: 2018-05-25, 2018.5.25, 2018/5/25, 20180525, 5.25, 25/06/2018.

use super::cursor::Cursor;
use super::numerals::{as_year, four_digit_year};
use super::phrase::{Part, Point, Year};

/// How 5.7 is to be read. Chinese plans write the month first (5.7-5.11); in English text it could
/// be either.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dotted {
    MonthFirst,
    Unsure,
}

/// A date in digits with its separators, or in eight digits.
pub fn date(c: &mut Cursor, dotted: Dotted) -> Option<Point> {
    let (first, length) = c.digits()?;
    if length == 8 {
        return compact(first);
    }
    let separator = [".", "/", "-"].into_iter().find(|sign| c.eat(sign))?;
    match length {
        4 => year_first(c, first, separator),
        1 | 2 => day_or_month(c, first, separator, dotted),
        _ => None,
    }
}

/// 20180525
fn compact(number: u32) -> Option<Point> {
    let year = as_year(number / 10000)?;
    let (month, day) = (number / 100 % 100, number % 100);
    Some(Point::new(Year::Written(year), Part::Day { month, day }))
}

/// 2018-05-25 and its like, GB/T 7408; 2018.5 is a month.
fn year_first(c: &mut Cursor, year: u32, separator: &str) -> Option<Point> {
    let year = Year::Written(as_year(year)?);
    let month = short(c)?;
    let day = c.after(separator, short);
    let part = day.map_or(Part::month(month), |day| Part::Day { month, day });
    Some(Point::new(year, part))
}

/// 5.25, 6/7, 25/06/2018, 25.5.2018, 25-05-2018. Without the year, 5-25 could be a range of days, and
/// is not read.
fn day_or_month(c: &mut Cursor, one: u32, separator: &str, dotted: Dotted) -> Option<Point> {
    let other = short(c)?;
    let year = year_after(c, separator);
    let part = match (separator, year) {
        ("-", Year::Unwritten) => return None,
        (".", Year::Unwritten) if dotted == Dotted::MonthFirst => day(one, other),
        _ => either_order(one, other),
    };
    Some(Point::new(year, part))
}

fn year_after(c: &mut Cursor, separator: &str) -> Year {
    c.after(separator, four_digit_year).map_or(Year::Unwritten, Year::Written)
}

fn either_order(one: u32, other: u32) -> Part {
    match (one, other) {
        (1..=12, 1..=12) if one != other => Part::DayOrMonth { one, other },
        (13.., _) => day(other, one),
        _ => day(one, other),
    }
}

fn day(month: u32, day: u32) -> Part {
    Part::Day { month, day }
}

/// 01/06/2018-30/06/2018: an end that can be read in one order only settles the order of both.
pub fn range(c: &mut Cursor, connector: impl Fn(&mut Cursor) -> bool) -> Option<(Point, Point)> {
    let (one, other, year) = slashed(c)?;
    if !connector(c) {
        return None;
    }
    let (last_one, last_other, last_year) = slashed(c)?;
    let in_order = match (one.max(last_one), other.max(last_other)) {
        (13.., 1..=12) => |one, other| day(other, one),
        (1..=12, 13..) => day,
        _ => return None,
    };
    Some((Point::new(year, in_order(one, other)), Point::new(last_year, in_order(last_one, last_other))))
}

/// Two numbers, of which one is the month, and perhaps a year.
fn slashed(c: &mut Cursor) -> Option<(u32, u32, Year)> {
    let one = short(c)?;
    let other = c.after("/", short)?;
    Some((one, other, year_after(c, "/")))
}

fn short(c: &mut Cursor) -> Option<u32> {
    c.number(1..=2)
}
