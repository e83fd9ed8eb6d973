//! A day or a unit of the calendar in Chinese: 2018年5月25日, 5月中下旬, 三季度末, 年底, 七一.

use super::super::calendar::Dotted;
use super::super::cursor::Cursor;
use super::super::numerals::{small, year as written_year};
use super::super::numeric;
use super::super::phrase::{Edge, Part, Point, Year};
use super::clock::after_day;

const YEARS: &[(Year, &[&str])] = &[
    (Year::Plan(0), &["今年", "本年"]),
    (Year::Plan(1), &["明年", "来年"]),
    (Year::Plan(2), &["后年"]),
    (Year::Plan(-1), &["去年", "上年", "上一年"]),
    (Year::After(0), &["当年", "同年"]),
    (Year::After(1), &["次年", "翌年", "第二年", "下一年"]),
];

/// 上旬 is the 1st to the 10th, 中旬 the 11th to the 20th, 下旬 the rest of the month.
const DAYS: &[((u32, u32), &[&str])] = &[
    ((1, 20), &["上中旬", "中上旬", "上、中旬"]),
    ((11, 31), &["中下旬", "中、下旬"]),
    ((1, 10), &["上旬"]),
    ((11, 20), &["中旬"]),
    ((21, 31), &["下旬"]),
    ((1, 15), &["上半月"]),
    ((16, 31), &["下半月"]),
];

const EDGES: &[(Edge, &[&str])] =
    &[(Edge::End, &["底", "末"]), (Edge::Start, &["初"]), (Edge::Middle, &["中"])];

/// Festivals with a fixed date, under both of their names.
const FESTIVALS: &[((u32, u32), &[&str])] = &[
    ((1, 1), &["元旦"]),
    ((3, 8), &["三八", "妇女节", "国际妇女节"]),
    ((5, 1), &["五一", "国际劳动节", "劳动节"]),
    ((6, 1), &["国际儿童节", "六一", "儿童节"]),
    ((5, 4), &["五四", "青年节"]),
    ((7, 1), &["七一", "建党节"]),
    ((8, 1), &["八一", "建军节"]),
    ((9, 10), &["教师节"]),
    ((10, 1), &["十一", "国庆"]),
    ((12, 25), &["圣诞节"]),
];

/// A date that stands by itself.
pub fn point(c: &mut Cursor) -> Option<Point> {
    let mut point = c.attempt(in_digits).or_else(|| c.attempt(in_words))?;
    if point.part.is_day() {
        after_day(c, &mut point);
    }
    Some(point)
}

fn in_digits(c: &mut Cursor) -> Option<Point> {
    let point = numeric::date(c, Dotted::MonthFirst)?;
    if let Part::Day { .. } = point.part {
        c.eat_any(&["日", "号"]);
    }
    Some(point)
}

fn in_words(c: &mut Cursor) -> Option<Point> {
    if c.eat("全年") {
        return Some(Point::new(Year::Plan(0), Part::YEAR));
    }
    let year = c.attempt(year);
    let unit = c.attempt(month).or_else(|| c.attempt(longer_unit));
    let mut point = match (unit, year) {
        (Some(point), _) => point,
        (None, Some(_)) => whole_year(c),
        (None, None) => c.attempt(festival).or_else(|| c.attempt(unnamed_year))?,
    };
    point.year = year.unwrap_or(point.year);
    Some(point)
}

pub fn year(c: &mut Cursor) -> Option<Year> {
    let year = c.take(YEARS).or_else(|| bare_or_full_year(c).map(Year::Written))?;
    c.eat("度");
    Some(year)
}

/// 2018年; in digits alone only where nothing follows that could make it another number.
fn bare_or_full_year(c: &mut Cursor) -> Option<i32> {
    let year = written_year(c)?;
    let ends_here = c.is_done() || c.rest().starts_with(['-', '~', 'q']);
    (c.eat("年") || ends_here).then_some(year)
}

/// 5月, 5月份, and what they hold.
fn month(c: &mut Cursor) -> Option<Point> {
    let month = if c.eat("元月") { 1 } else { small(c).filter(|_| c.eat("月"))? };
    c.eat("份");
    Some(in_month(c, month))
}

/// What stands behind the month: a day, some days, an end, or nothing.
pub fn in_month(c: &mut Cursor, month: u32) -> Point {
    if let Some((first, last)) = c.take(DAYS) {
        let edge = if c.eat_any(&["底", "末"]) { Edge::End } else { Edge::Whole };
        return Point { edge, ..Point::new(Year::Unwritten, Part::Days { month, first, last }) };
    }
    if let Some(day) = c.attempt(day_of_month) {
        let bare_day = !c.eat_any(&["日", "号"]);
        return Point { bare_day, ..Point::new(Year::Unwritten, Part::Day { month, day }) };
    }
    doubled_edge(c, "月", Point::new(Year::Unwritten, Part::month(month)))
}

/// The number of a day. 五月廿五 without 日 is how days of the lunar calendar are written.
fn day_of_month(c: &mut Cursor) -> Option<u32> {
    let looks_lunar = c.rest().starts_with(['廿', '卅']);
    let day = small(c)?;
    (!looks_lunar || c.rest().starts_with(['日', '号'])).then_some(day)
}

fn with_edge(c: &mut Cursor, point: Point) -> Point {
    Point { edge: c.take(EDGES).unwrap_or(Edge::Whole), ..point }
}

/// 底 with its unit said again: 2018年年底, 5月月底.
fn doubled_edge(c: &mut Cursor, unit: &str, point: Point) -> Point {
    let doubled = c.after(unit, |c| Some(with_edge(c, point)).filter(|point| point.edge != Edge::Whole));
    doubled.unwrap_or_else(|| with_edge(c, point))
}

/// Quarters and halves; 前三季度 is the first three together.
fn longer_unit(c: &mut Cursor) -> Option<Point> {
    let part = if c.eat_any(&["上半年", "前半年"]) {
        Part::half(1)
    } else if c.eat_any(&["下半年", "后半年"]) {
        Part::half(2)
    } else {
        quarter(c)?
    };
    Some(with_edge(c, Point::new(Year::Unwritten, part)))
}

fn quarter(c: &mut Cursor) -> Option<Part> {
    if c.eat("q") {
        return small(c).map(Part::quarter);
    }
    if c.eat("前") {
        let number = small(c)?;
        c.eat("个");
        return c.eat_any(&["季度", "季"]).then_some(Part::Months { first: 1, last: number * 3 });
    }
    c.eat("第");
    small(c).filter(|_| c.eat_any(&["季度", "季"])).map(Part::quarter)
}

/// What stands behind a year that is followed by no month: 年底, 全年, a festival, or nothing.
fn whole_year(c: &mut Cursor) -> Point {
    if let Some(point) = c.attempt(festival) {
        return point;
    }
    let year = Point::new(Year::Unwritten, Part::YEAR);
    if c.eat("全年") {
        return year;
    }
    let point = doubled_edge(c, "年", year);
    within_year(c, point)
}

/// 年底, 年内 without a year.
fn unnamed_year(c: &mut Cursor) -> Option<Point> {
    if !c.eat_any(&["年度", "年"]) {
        return None;
    }
    let year = with_edge(c, Point::new(Year::Unwritten, Part::YEAR));
    let point = within_year(c, year);
    (point.edge != Edge::Whole).then_some(point)
}

/// 年终 is the end of the year; 年内 is a deadline, its last day.
fn within_year(c: &mut Cursor, mut point: Point) -> Point {
    if point.edge == Edge::Whole && c.eat_any(&["年终", "终", "年内", "之内", "以内", "内"]) {
        point.edge = Edge::End;
    }
    point
}

fn festival(c: &mut Cursor) -> Option<Point> {
    let (month, day) = c.take(FESTIVALS)?;
    // 五一劳动节: the same day named twice.
    c.attempt(|c| (c.take(FESTIVALS)? == (month, day)).then_some(()));
    let named = c.eat("节");
    let counted = ["月", "日", "号", "届", "年", "五", "周", "个"];
    if !named && counted.iter().any(|next| c.rest().starts_with(next)) {
        return None;
    }
    let the_day = ["当天", "当日"].iter().any(|word| c.rest().starts_with(word));
    let part = if the_day { Part::Day { month, day } } else { Part::Festival { month, day } };
    Some(Point::new(Year::Unwritten, part))
}
