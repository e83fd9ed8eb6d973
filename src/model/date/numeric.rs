//! Dates in figures: 2018-05-25, 2018.5.25, 2018/5/25, 20180525, 5.25, 25/06/2018.

use super::cursor::Cursor;
use super::numerals::{as_year, year_in_figures};
use super::phrase::{Part, Point, Year};

/// How 5.7 is to be read. Chinese plans write the month first (5.7-5.11); in English text it could
/// be either.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dotted {
    MonthFirst,
    Unsure,
}

/// A date in figures with its separators, or in eight figures.
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
    let year = c.after(separator, year_in_figures);
    let part = match (separator, year) {
        ("-", None) => return None,
        (".", None) if dotted == Dotted::MonthFirst => day(one, other),
        _ => either_order(one, other),
    };
    Some(Point::new(year.map_or(Year::Unwritten, Year::Written), part))
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
    let first = slashed(c)?;
    if !connector(c) {
        return None;
    }
    let last = slashed(c)?;
    let month_first = match (first.one.max(last.one), first.other.max(last.other)) {
        (13.., 1..=12) => false,
        (1..=12, 13..) => true,
        _ => return None,
    };
    Some((first.point(month_first), last.point(month_first)))
}

/// Two numbers, of which one is the month, and perhaps a year.
struct Slashed {
    one: u32,
    other: u32,
    year: Option<i32>,
}

impl Slashed {
    fn point(&self, month_first: bool) -> Point {
        let year = self.year.map_or(Year::Unwritten, Year::Written);
        let part = if month_first { day(self.one, self.other) } else { day(self.other, self.one) };
        Point::new(year, part)
    }
}

fn slashed(c: &mut Cursor) -> Option<Slashed> {
    let one = short(c)?;
    let other = c.after("/", short)?;
    let year = c.after("/", year_in_figures);
    Some(Slashed { one, other, year })
}

fn short(c: &mut Cursor) -> Option<u32> {
    c.number(1..=2)
}
