//! Numeric dates: 2018-05-25, 2018.5.25, 2018/5/25, 20180525, 201805, 5.25, 25/06/2018, 25/6/18, 06/2018.

use super::calendar::Dotted;
use super::cursor::Cursor;
use super::numerals::{as_year, four_digit_year};
use super::phrase::{Part, Point, Year};
use super::settle::in_this_century;

/// A date in digits with its separators, or in six or eight digits.
pub fn date(c: &mut Cursor, dotted: Dotted) -> Option<Point> {
    let (first, length) = c.digits()?;
    match length {
        6 => return month_in_six(first),
        8 => return compact(first),
        _ => {}
    }
    let separator = [".", "/", "-"].into_iter().find(|sign| c.eat(sign))?;
    match length {
        4 => year_first(c, first, separator),
        1 | 2 => c
            .attempt(|c| four_digit_year(c).map(|year| Point::new(Year::Written(year), Part::month(first))))
            .or_else(|| day_or_month(c, first, separator, dotted)),
        _ => None,
    }
}

/// 20180525
fn compact(number: u32) -> Option<Point> {
    let year = as_year(number / 10000)?;
    let (month, day) = (number / 100 % 100, number % 100);
    Some(Point::new(Year::Written(year), Part::Day { month, day }))
}

/// 201806; 200612 could be a day of 2020.
fn month_in_six(number: u32) -> Option<Point> {
    let (year, month) = (number / 100, number % 100);
    let could_be_day = (1..=12).contains(&(year % 100));
    let point = Point::new(Year::Written(as_year(year)?), Part::month(month));
    (!could_be_day).then_some(point)
}

/// 2018-05-25 and its like, GB/T 7408; 2018.5 is a month. 2018/19 is a year that begins in another.
fn year_first(c: &mut Cursor, year: u32, separator: &str) -> Option<Point> {
    let month = short(c)?;
    let day = c.after(separator, short);
    let is_two_years = day.is_none() && month > 12 && month == (year + 1) % 100;
    let part = day.map_or(Part::month(month), |day| Part::Day { month, day });
    c.eat(".");
    as_year(year).filter(|_| !is_two_years).map(|year| Point::new(Year::Written(year), part))
}

/// 5.25, 6/7, 25/06/2018, 25.5.2018, 25-05-2018, 25/6/18. Without the year, 5-25 could be a range of
/// days, and is not read. 8.7. with its last stop is not how Chinese plans write a day.
fn day_or_month(c: &mut Cursor, one: u32, separator: &str, dotted: Dotted) -> Option<Point> {
    let other = short(c)?;
    let year = year_after(c, separator);
    if year == Year::Unwritten && (separator == "/" || dotted == Dotted::Unsure) {
        let two_digits = c.after(separator, |c| short(c).filter(|_| !c.rest().starts_with(':')));
        if let Some(third) = two_digits {
            return Some(Point::new(
                Year::Written(in_this_century(third)),
                Part::TwoDigits([one, other, third]),
            ));
        }
    }
    let stopped = c.eat(".");
    let part = match (separator, year) {
        ("-", Year::Unwritten) => return None,
        (".", Year::Unwritten) if dotted == Dotted::MonthFirst && !stopped => {
            // 19.10 could be a month of 2019.
            if one > 12 { perhaps_year(day_or_swapped(one, other)) } else { day(one, other) }
        }
        ("/", Year::Unwritten) => perhaps_year(either_order(one, other)),
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
        _ => day_or_swapped(one, other),
    }
}

/// 5.25, and 25.5, which can only be read in one order.
fn day_or_swapped(one: u32, other: u32) -> Part {
    if one > 12 { day(other, one) } else { day(one, other) }
}

fn day(month: u32, day: u32) -> Part {
    Part::Day { month, day }
}

/// 06/19 and 19/6 could be months of 2019.
fn perhaps_year(part: Part) -> Part {
    match part {
        Part::Day { month, day } if day > 12 => Part::DayOrYear { month, number: day },
        part => part,
    }
}

/// 01/06/2018-30/06/2018: an end that can be read in one order only settles the order of both.
pub fn range(c: &mut Cursor, connector: impl Fn(&mut Cursor) -> bool) -> Option<(Point, Point)> {
    let slashed = !c.rest().contains('.');
    let stopped = c.rest().contains(".-");
    let (one, other, year) = two_numbers(c)?;
    if !connector(c) {
        return None;
    }
    let (last_one, last_other, last_year) = two_numbers(c)?;
    let in_order = match (one.max(last_one), other.max(last_other)) {
        (13.., 1..=12) => |one, other| day(other, one),
        (1..=12, 13..) => day,
        _ => return None,
    };
    let ends = [in_order(one, other), in_order(last_one, last_other)];
    // 06/18-06/19 could be two months of two years, and so could 19.10-20.3.
    let year_first = !slashed && !stopped && one > 12;
    let both = ends.map(perhaps_year);
    let no_year = year == Year::Unwritten && last_year == Year::Unwritten;
    let [first, last] = if (slashed || year_first) && no_year && both.iter().all(|part| part.is_unsure()) {
        both
    } else {
        ends
    };
    Some((Point::new(year, first), Point::new(last_year, last)))
}

/// Two numbers, of which one is the month, and perhaps a year.
fn two_numbers(c: &mut Cursor) -> Option<(u32, u32, Year)> {
    let one = short(c)?;
    let separator = ["/", "."].into_iter().find(|sign| c.eat(sign))?;
    let other = short(c)?;
    let year = year_after(c, separator);
    if separator == "." {
        c.eat(".");
    }
    Some((one, other, year))
}

fn short(c: &mut Cursor) -> Option<u32> {
    c.number(1..=2)
}
