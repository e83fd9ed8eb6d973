//! The year in Chinese words: 2018年, 二〇一八年, 18年, 今年, “十四五”末.

use super::super::cursor::Cursor;
use super::super::numerals::{small, two_digit_year, year as written_year};
use super::super::phrase::{Edge, Part, Point, Year};

const YEARS: &[(Year, &[&str])] = &[
    (Year::Plan(0), &["今年", "本年"]),
    (Year::Plan(1), &["明年", "来年"]),
    (Year::Plan(2), &["后年"]),
    (Year::Plan(-1), &["去年", "上年", "上一年"]),
    (Year::After(0), &["当年", "同年"]),
    (Year::After(1), &["次年", "翌年", "第二年", "下一年"]),
];

/// Years named together, as so many years after the plan's.
const SEVERAL: &[((i32, i32), &[&str])] = &[
    ((0, 1), &["今明两年", "今、明两年", "今明二年"]),
    ((1, 2), &["明后两年", "明、后两年", "明后二年"]),
    ((0, 2), &["今明后三年"]),
];

pub fn year(c: &mut Cursor) -> Option<Year> {
    let year = c.take(YEARS).or_else(|| bare_or_full_year(c).map(Year::Written))?;
    c.eat("度");
    Some(year)
}

/// 2018年; in digits alone only where nothing follows that could make it another number.
fn bare_or_full_year(c: &mut Cursor) -> Option<i32> {
    if let Some(year) = c.attempt(short_year) {
        return Some(year);
    }
    let year = written_year(c)?;
    let ends_here = c.is_done() || c.rest().starts_with(['-', '~', 'q']);
    (c.eat("年") || ends_here).then_some(year)
}

/// 18年5月, 19年底. 20年前, 15年内 and 10年 count years.
fn short_year(c: &mut Cursor) -> Option<i32> {
    let year = two_digit_year(c)?;
    if !c.eat("年") {
        return None;
    }
    let mut behind = *c;
    let has_edge = behind.eat_any(&["年底", "年末", "底", "末", "上半年", "下半年", "元月"]);
    let has_unit = has_edge || {
        behind.eat("第");
        small(&mut behind).is_some() && behind.eat_any(&["月", "季度", "-", "、"])
    };
    has_unit.then_some(year)
}

/// 明后两年
pub fn several_years(c: &mut Cursor) -> Option<(Point, Point)> {
    let (first, last) = c.take(SEVERAL)?;
    Some((Point::new(Year::Plan(first), Part::YEAR), Point::new(Year::Plan(last), Part::YEAR)))
}

/// “十四五”末: the last of five years, of which the thirteenth five ended in 2020.
pub fn five_years(c: &mut Cursor) -> Option<Point> {
    let number = five_year_plan(c)?;
    c.eat_any(&["规划", "计划", "时期"]);
    let ended = c.eat_any(&["期末", "末年", "末", "收官之年"]);
    ended.then_some(Point { edge: Edge::End, ..last_year(number) })
}

/// “十三五”期间
pub fn whole_five_years(c: &mut Cursor) -> Option<(Point, Point)> {
    let number = five_year_plan(c)?;
    let last = last_year(number);
    let first = Point::new(Year::Written(1951 + 5 * number), Part::YEAR);
    let whole = c.eat_any(&["期间", "时期"]) && !c.rest().starts_with(['初', '中', '末']) || c.is_done();
    whole.then_some((first, last))
}

/// The number of the five years, without what follows.
fn five_year_plan(c: &mut Cursor) -> Option<i32> {
    let number = i32::try_from(small(c).filter(|number| (9..=20).contains(number))?).ok()?;
    c.eat("五").then_some(number)
}

fn last_year(number: i32) -> Point {
    Point::new(Year::Written(1955 + 5 * number), Part::YEAR)
}
