//! What may stand behind a day without changing it: its weekday, 含, the hour.

use super::super::cursor::Cursor;
use super::super::numerals::small;
use super::super::phrase::Point;
use super::connector::CONNECTORS;
use chrono::Weekday;

const WEEKDAYS: &[(Weekday, &[&str])] = &[
    (Weekday::Mon, &["一"]),
    (Weekday::Tue, &["二"]),
    (Weekday::Wed, &["三"]),
    (Weekday::Thu, &["四"]),
    (Weekday::Fri, &["五"]),
    (Weekday::Sat, &["六"]),
    (Weekday::Sun, &["日", "天"]),
];

const PERIODS: &[&str] = &["上午", "中午", "下午", "晚上", "晚间", "早上", "早晨", "傍晚", "晚", "早"];

/// Reads on behind a day.
pub fn after_day(c: &mut Cursor, point: &mut Point) {
    c.eat_any(&["当天", "当日", "全天"]);
    while c.attempt(|c| remark(c, point)).is_some() {}
    if let Some(midnight) = c.attempt(clock) {
        point.midnight = midnight;
        c.attempt(|c| if c.eat_any(CONNECTORS) { clock(c) } else { None });
    }
}

/// 周五, (星期五), (含), (含当日): a weekday, or the word that the day is included.
fn remark(c: &mut Cursor, point: &mut Point) -> Option<()> {
    let bracket = c.eat("(");
    let weekday = weekday(c);
    if bracket {
        c.eat(",");
    }
    let included = bracket && c.eat("含");
    if included {
        c.eat_any(&["当天", "当日", "本日", "本数"]);
    }
    let said_something = included || weekday.is_some();
    if !said_something || bracket != c.eat(")") {
        return None;
    }
    point.weekday = weekday.or(point.weekday);
    Some(())
}

fn weekday(c: &mut Cursor) -> Option<Weekday> {
    if c.eat_any(&["星期", "礼拜", "周"]) { c.take(WEEKDAYS) } else { None }
}

/// An hour of the day; true for the one between two days. 24时 belongs to the day it ends.
fn clock(c: &mut Cursor) -> Option<bool> {
    c.eat(" ");
    if c.eat("下班") || c.eat("24:00:00") {
        return Some(false);
    }
    if c.eat_any(&["上班", "午夜"]) {
        return Some(true);
    }
    let night = c.eat("凌晨");
    let named = night || c.eat_any(PERIODS);
    match c.attempt(hour) {
        Some(hour) => Some(hour == 0),
        None => named.then_some(night),
    }
}

fn hour(c: &mut Cursor) -> Option<u32> {
    let hour = small(c)?;
    let minutes = if c.eat(":") {
        let minutes = two_digits(c)?;
        if c.eat(":") {
            two_digits(c)?;
        }
        minutes
    } else if c.eat_any(&["点", "时"]) {
        minutes_in_words(c)
    } else {
        return None;
    };
    (hour < 24 && minutes < 60 || hour == 24 && minutes == 0).then_some(hour)
}

fn minutes_in_words(c: &mut Cursor) -> u32 {
    if c.eat("半") {
        return 30;
    }
    c.eat_any(&["整", "钟"]);
    c.attempt(|c| two_digits(c).filter(|_| c.eat("分"))).unwrap_or(0)
}

fn two_digits(c: &mut Cursor) -> Option<u32> {
    c.number(2..=2)
}
