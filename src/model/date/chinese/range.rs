//! The two ends of a Chinese range, and what one leaves to the other: 5月7-11日, 一至三季度.

use super::super::calendar::Dotted;
use super::super::cursor::Cursor;
use super::super::numerals::{small, year as written_year};
use super::super::numeric;
use super::super::phrase::{Edge, Hour, Part, Point, Year};
use super::after_day::after_day;
use super::connector::{and, connector, to};
use super::point::{in_month, point, project};
use super::year::{several_years, whole_five_years, year};

/// Two ends with a connector between them, or units that make one range together.
pub fn two_ends(c: &mut Cursor) -> Option<(Point, Point)> {
    c.attempt(|c| numeric::range(c, connector))
        .or_else(|| c.attempt(shared_digits))
        .or_else(|| c.attempt(several_years))
        .or_else(|| c.attempt(whole_five_years))
        .or_else(|| c.attempt(joined))
        .or_else(|| c.attempt(project_months))
        .or_else(|| c.attempt(connected))
}

fn connected(c: &mut Cursor) -> Option<(Point, Point)> {
    let written = c.rest();
    let first = c.attempt(|c| shared_start(c, to)).or_else(|| point(c))?;
    let end = if connector(c) { later_point(c, &first)? } else { return None };
    let written = &written[..written.len() - c.rest().len()];
    // 2018-2019年度 is one year of an office or a school.
    let one_year = written.ends_with("年度") && written.matches('年').count() == 1;
    (!one_year).then_some((first, end))
}

/// 4、5月份, 3月15日、16日, 三、四季度: one range where each begins on the day after the one before.
fn joined(c: &mut Cursor) -> Option<(Point, Point)> {
    let first = unit(c, None)?;
    let mut last = first;
    while last == first || !c.is_done() {
        let Some(next) = c.attempt(|c| and_or_nothing(c).then(|| unit(c, Some(&last)))?) else { break };
        let whole = [last, next].iter().all(|point| point.edge == Edge::Whole && point.hour != Hour::Begins);
        if !whole || !last.touches(&next) {
            return None;
        }
        last = next;
    }
    (last != first).then_some((first, last))
}

/// 七八月, 三四季度: nothing stands between two numerals.
fn and_or_nothing(c: &mut Cursor) -> bool {
    and(c) || c.rest().starts_with(['二', '三', '四', '五', '六', '七', '八', '九'])
}

fn unit(c: &mut Cursor, before: Option<&Point>) -> Option<Point> {
    c.attempt(|c| shared_start(c, and_or_nothing)).or_else(|| match before {
        Some(before) => later_point(c, before),
        None => point(c),
    })
}

/// 2018.3—6, 2018.3.5-8, 3.15-20: the end is a number alone. 5.7-11 could be a month or a day.
fn shared_digits(c: &mut Cursor) -> Option<(Point, Point)> {
    let first = numeric::date(c, Dotted::MonthFirst)?;
    let number = if to(c) { small(c)? } else { return None };
    let (floor, part) = match first.part {
        Part::Months { first: month, .. } => (month, Part::month(number)),
        Part::Day { month, day } if first.year != Year::Unwritten || number > 12 => {
            (day, Part::Day { month, day: number })
        }
        _ => return None,
    };
    let ends_here = c.is_done() || ["前", "之前", ")", "("].iter().any(|next| c.rest().starts_with(next));
    (ends_here && number > floor).then_some((first, Point::new(first.year, part)))
}

/// 第4—9个月
fn project_months(c: &mut Cursor) -> Option<(Point, Point)> {
    project(c);
    let first = c.after("第", small)?;
    if !to(c) {
        return None;
    }
    c.eat("第");
    let last = small(c).filter(|_| c.eat("个月"))?;
    let month = |number| Point::new(Year::Unwritten, Part::PlanMonth(number));
    Some((month(first), month(last)))
}

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
fn shared_start(c: &mut Cursor, joint: fn(&mut Cursor) -> bool) -> Option<Point> {
    let year = c.attempt(|c| year(c).filter(|_| !c.rest().starts_with(['-', '~'])));
    let year = year.unwrap_or(Year::Unwritten);
    let ordinal = c.eat("第");
    if year == Year::Unwritten
        && let Some(first) = c.attempt(written_year)
    {
        let end = end_ahead(c, joint)?;
        let is_year = end.part == Part::YEAR && matches!(end.year, Year::Written(_));
        return is_year.then(|| Point::new(Year::Written(first), Part::YEAR));
    }
    let number = small(c)?;
    let end = end_ahead(c, joint)?;
    let part = match end.part {
        _ if end.year != Year::Unwritten => return None,
        // 第4-9月 may count the months of the project.
        Part::Months { first, last } if first == last && !ordinal => Part::month(number),
        Part::Months { first, last } if first + 2 == last => Part::quarter(number),
        Part::Days { .. } => Part::month(number),
        _ => return None,
    };
    Some(Point::new(year, part))
}

/// The unit behind the joint, looked at without moving there: 一、二、三季度.
fn end_ahead(c: &Cursor, joint: fn(&mut Cursor) -> bool) -> Option<Point> {
    let mut ahead = *c;
    while joint(&mut ahead) {
        if let Some(point) = ahead.attempt(point) {
            return Some(point);
        }
        small(&mut ahead)?;
    }
    None
}
