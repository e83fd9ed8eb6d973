//! A day or a unit of the calendar in Chinese: 2018年5月25日, 5月中下旬, 三季度末, 年底, 七一.

use super::super::calendar::Dotted;
use super::super::cursor::Cursor;
use super::super::numerals::small;
use super::super::numeric;
use super::super::phrase::{Edge, Part, Point, Year};
use super::after_day::after_day;
use super::clock::weekday;
use super::festival::fixed_day;
use super::year::{five_years, year};
use super::zones::zone;
use chrono::Weekday;

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

/// Days without 日 that are festivals of the lunar calendar: 八月十五.
const LUNAR: &[(u32, u32)] =
    &[(2, 2), (3, 3), (5, 5), (6, 6), (7, 7), (7, 15), (8, 15), (9, 9), (10, 1), (10, 15), (12, 8)];

/// A date that stands by itself.
pub fn point(c: &mut Cursor) -> Option<Point> {
    let zone = c.attempt(zone);
    let mut point = c.attempt(in_digits).or_else(|| c.attempt(in_words))?;
    if point.part.is_day() {
        point.zone = zone;
        after_day(c, &mut point);
    }
    Some(point)
}

fn in_digits(c: &mut Cursor) -> Option<Point> {
    if let Some(point) = c.attempt(dashed) {
        return Some(point);
    }
    let point = numeric::date(c, Dotted::MonthFirst)?;
    match point.part {
        Part::Day { .. } => {
            c.eat_any(&["日", "号"]);
        }
        // 2019.6月底, 2019.6底
        Part::Months { first, .. }
            if c.eat("月") || c.rest().starts_with(['底', '末', '初', '上', '中', '下']) =>
        {
            return Some(Point { year: point.year, ..in_month(c, first) });
        }
        _ => {}
    }
    Some(point)
}

/// 5-15前. Without 前, 5-15 could be a range of days; 5-7 could be one of months.
fn dashed(c: &mut Cursor) -> Option<Point> {
    let month = c.number(1..=2).filter(|month| (1..=12).contains(month))?;
    let day = c.after("-", |c| c.number(1..=2))?;
    let part = if day > 12 { Part::Day { month, day } } else { Part::DayOrMonth { one: month, other: day } };
    let before = ["前", "之前", "以前"].iter().any(|before| c.rest().starts_with(before));
    before.then(|| Point::new(Year::Unwritten, part))
}

fn in_words(c: &mut Cursor) -> Option<Point> {
    if c.eat("全年") {
        return Some(Point::new(Year::Plan(0), Part::YEAR));
    }
    if let Some(point) = c.attempt(five_years).or_else(|| c.attempt(project_month)) {
        return Some(point);
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

/// 5月, 5月份, and what they hold.
fn month(c: &mut Cursor) -> Option<Point> {
    if c.passes(lunar_festival) {
        return None;
    }
    let month = if c.eat("元月") { 1 } else { small(c).filter(|_| c.eat("月"))? };
    c.eat("份");
    Some(in_month(c, month))
}

/// 八月十五, in Chinese numerals and without 日, is another day every year.
pub fn lunar_festival(c: &mut Cursor) -> bool {
    if c.is_at_digit() {
        return false;
    }
    let month = small(c).filter(|_| c.eat("月"));
    let day = if c.is_at_digit() { None } else { small(c) };
    let goes_on = ["日", "号", "至", "到", "-", "~", "、"].iter().any(|next| c.rest().starts_with(next));
    !goes_on && month.zip(day).is_some_and(|day| LUNAR.contains(&day))
}

/// 第7个月, counted from the plan's first day.
fn project_month(c: &mut Cursor) -> Option<Point> {
    project(c);
    let number = c.after("第", small)?;
    c.eat("个月").then(|| with_edge(c, Point::new(Year::Unwritten, Part::PlanMonth(number))))
}

/// 项目启动后
pub fn project(c: &mut Cursor) {
    if c.eat_any(&["项目", "课题", "工程", "工期"]) {
        c.eat_any(&["启动", "实施", "执行", "开始", "开工", "立项"]);
        c.eat_any(&["之后", "以后", "后", "的"]);
    }
}

/// What stands behind the month: a day, some days, an end, or nothing.
pub fn in_month(c: &mut Cursor, month: u32) -> Point {
    if let Some((first, last)) = c.take(DAYS) {
        let edge = if c.eat_any(&["底", "末"]) { Edge::End } else { Edge::Whole };
        return Point { edge, ..Point::new(Year::Unwritten, Part::Days { month, first, last }) };
    }
    if let Some((nth, weekday)) = c.attempt(nth_weekday) {
        return Point::new(Year::Unwritten, Part::NthWeekday { month, nth, weekday });
    }
    if let Some(day) = c.attempt(day_of_month) {
        let bare_day = !c.eat_any(&["日", "号"]);
        return Point { bare_day, ..Point::new(Year::Unwritten, Part::Day { month, day }) };
    }
    doubled_edge(c, "月", Point::new(Year::Unwritten, Part::month(month)))
}

/// 第二个周五, 最后一个周五
fn nth_weekday(c: &mut Cursor) -> Option<(Option<u8>, Weekday)> {
    c.eat("的");
    let nth = if c.eat_any(&["最后一个", "最后1个"]) { None } else { Some(c.after("第", small)?) };
    let nth = nth.map(u8::try_from).transpose().ok()?;
    c.eat("个");
    weekday(c).map(|weekday| (nth, weekday))
}

/// The number of a day. 五月廿五 without 日 is how days of the lunar calendar are written.
fn day_of_month(c: &mut Cursor) -> Option<u32> {
    let looks_lunar = c.rest().starts_with(['廿', '卅']);
    let day = small(c)?;
    (!looks_lunar || c.rest().starts_with(['日', '号'])).then_some(day)
}

fn with_edge(c: &mut Cursor, point: Point) -> Point {
    // 6月初步完成, 2020年初见成效
    if ["初步", "初见", "初次"].iter().any(|word| c.rest().starts_with(word)) {
        return point;
    }
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
    if c.eat("h") {
        return small(c).map(Part::half);
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
    let (month, day) = fixed_day(c)?;
    let the_day = ["当天", "当日"].iter().any(|word| c.rest().starts_with(word));
    let part = if the_day { Part::Day { month, day } } else { Part::Festival { month, day } };
    Some(Point::new(Year::Unwritten, part))
}
