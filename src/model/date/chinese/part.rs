//! One unit of a phrase: a year, what is counted within it, a month, a 旬, a day.

use chrono::Weekday;

use super::vocabulary::WEEKDAYS;
use crate::model::date::Repair;
use crate::model::date::cursor::Cursor;
use crate::model::date::numeric;
use crate::model::date::unit::{Edge, Stretch, Unit, Year};

/// A unit, and what was odd about it.
#[derive(Clone, Copy)]
pub(super) struct Part {
    pub(super) unit: Unit,
    pub(super) weekday: Option<Weekday>,
    /// 日 is missing.
    bare: bool,
}

impl Part {
    fn new(unit: Unit) -> Part {
        Part { unit, weekday: None, bare: false }
    }

    pub(super) fn repair(self) -> Option<Repair> {
        self.bare.then_some(Repair::DayWord)
    }
}

/// Reads one unit; `month` is the month it lies in where it names none itself.
pub(super) fn part(cursor: &mut Cursor<'_>, month: Option<u32>) -> Option<Part> {
    if let Some(unit) = cursor.attempt(numeric::full) {
        return Some(Part { weekday: weekday(cursor), ..Part::new(unit) });
    }
    if let Some(part) = cursor.attempt(dotted) {
        return Some(Part { weekday: weekday(cursor), ..part });
    }
    let year = cursor.attempt(year);
    let said = year.unwrap_or(Year::Unsaid);
    if let Some(unit) = cursor.attempt(|cursor| of_year(cursor, said)) {
        return Some(Part::new(unit));
    }
    let named = cursor.attempt(named_month);
    if let Some(month) = named.or(month) {
        if let Some(found) = cursor.attempt(|cursor| in_month(cursor, said, month)) {
            return Some(found);
        }
        return named.map(|month| Part::new(Unit::new(said, Stretch::Month(month)).at(edge(cursor))));
    }
    year.map(|year| Part::new(Unit::new(year, Stretch::Year).at(edge(cursor))))
}

/// Reads 5.25 and 2018.5.
fn dotted(cursor: &mut Cursor<'_>) -> Option<Part> {
    let (first, length) = cursor.digits()?;
    if !cursor.take(".") {
        return None;
    }
    let (second, _) = cursor.digits().filter(|(_, length)| *length <= 2)?;
    let unit = match length {
        4 => Unit::new(numeric::written(first)?, Stretch::Month(second)),
        1 | 2 => Unit::new(Year::Unsaid, Stretch::Day { month: first, day: second }),
        _ => return None,
    };
    // 5.25日 is no way to write anything else.
    let _ = cursor.take("日");
    Some(Part::new(unit))
}

pub(super) fn year(cursor: &mut Cursor<'_>) -> Option<Year> {
    const RELATIVE: &[(&str, i32)] = &[
        ("本年度", 0),
        ("今年", 0),
        ("本年", 0),
        ("当年", 0),
        ("明年", 1),
        ("次年", 1),
        ("第二年", 1),
        ("翌年", 1),
        ("来年", 1),
        ("去年", -1),
        ("上年", -1),
    ];
    if let Some(offset) = cursor.take_one(RELATIVE) {
        return Some(Year::Relative(offset));
    }
    cursor.attempt(|cursor| {
        let digits: Vec<u32> = (0..4).map_while(|_| cursor.one(digit)).collect();
        let number = digits.iter().fold(0, |number, digit| number * 10 + digit);
        let is_year = digits.len() == 4 && cursor.take_any(&["年度", "年"]);
        numeric::written(number).filter(|_| is_year)
    })
}

/// The digit of a year, in which O often stands for 〇.
fn digit(c: char) -> Option<u32> {
    match c {
        '0'..='9' => c.to_digit(10),
        '〇' | '○' | '零' | 'o' => Some(0),
        _ => u32::try_from("一二三四五六七八九".chars().position(|known| known == c)? + 1).ok(),
    }
}

/// Reads what is counted within a year: its end, a half, a quarter.
fn of_year(cursor: &mut Cursor<'_>, year: Year) -> Option<Unit> {
    let whole = Unit::new(year, Stretch::Year);
    // After 2018年 the 年 of 年底 may be left out.
    let is_said = year != Year::Unsaid;
    if cursor.take_any(&["年底", "年末", "年终", "年内"])
        || is_said && cursor.take_any(&["底", "末", "终", "以内", "之内", "内"])
    {
        return Some(whole.at(Edge::End));
    }
    if cursor.take("年初") || is_said && cursor.take("初") {
        return Some(whole.at(Edge::Start));
    }
    if cursor.take_any(&["全年", "整年"]) {
        return Some(Unit::new(if is_said { year } else { Year::Relative(0) }, Stretch::Year));
    }
    let half = cursor.take_one(&[("上半年", 1), ("下半年", 2)]).map(Stretch::Half);
    let stretch = half.or_else(|| cursor.attempt(quarter))?;
    Some(Unit::new(year, stretch).at(edge(cursor)))
}

fn quarter(cursor: &mut Cursor<'_>) -> Option<Stretch> {
    let _ = cursor.take("第");
    let number = number(cursor).filter(|number| (1..=4).contains(number))?;
    cursor.take_any(&["季度", "季"]).then_some(Stretch::Quarter(number))
}

fn named_month(cursor: &mut Cursor<'_>) -> Option<u32> {
    let month = number(cursor)?;
    cursor.take_any(&["月份", "月"]).then_some(month)
}

/// Reads a 旬 or a day of `month`.
fn in_month(cursor: &mut Cursor<'_>, year: Year, month: u32) -> Option<Part> {
    const TENS: &[(&str, (u32, u32))] =
        &[("上中旬", (0, 1)), ("中下旬", (1, 2)), ("上旬", (0, 0)), ("中旬", (1, 1)), ("下旬", (2, 2))];
    if let Some((first, last)) = cursor.take_one(TENS) {
        return Some(Part::new(Unit::new(year, Stretch::Tens { month, first, last })));
    }
    if cursor.take_any(&["月底", "月末"]) {
        return Some(Part::new(Unit::new(year, Stretch::Month(month)).at(Edge::End)));
    }
    let day = number(cursor)?;
    let bare = !cursor.take_any(&["日", "号"]);
    let unit = Unit::new(year, Stretch::Day { month, day });
    Some(Part { unit, weekday: weekday(cursor), bare })
}

fn edge(cursor: &mut Cursor<'_>) -> Edge {
    const EDGES: &[(&str, Edge)] =
        &[("底", Edge::End), ("末", Edge::End), ("初", Edge::Start), ("中", Edge::Middle)];
    cursor.take_one(EDGES).unwrap_or(Edge::Whole)
}

/// Reads （周五）, 周五 or 星期五 after a day.
fn weekday(cursor: &mut Cursor<'_>) -> Option<Weekday> {
    cursor.attempt(|cursor| {
        let bracket = cursor.take("(");
        let named = cursor.take_any(&["星期", "周", "礼拜"]);
        let weekday = cursor.take_one(WEEKDAYS).filter(|_| named)?;
        (!bracket || cursor.take(")")).then_some(weekday)
    })
}

/// Reads a number up to 99, in digits or in characters.
pub(super) fn number(cursor: &mut Cursor<'_>) -> Option<u32> {
    if cursor.peek()?.is_ascii_digit() {
        return cursor
            .attempt(|cursor| cursor.digits().filter(|(_, length)| *length <= 2).map(|(number, _)| number));
    }
    let units = |c: char| digit(c).filter(|_| !c.is_ascii()).filter(|digit| *digit > 0);
    let tens = cursor.one(units);
    if cursor.take("十") {
        return Some(tens.unwrap_or(1) * 10 + cursor.one(units).unwrap_or(0));
    }
    if tens.is_none() && cursor.take("廿") {
        return Some(20 + cursor.one(units).unwrap_or(0));
    }
    tens
}
