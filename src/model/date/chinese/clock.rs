//! The hour and the weekday beside a day.

use super::super::cursor::Cursor;
use super::super::numerals::small;
use super::super::phrase::Hour;
use chrono::Weekday;

pub const WEEKDAYS: &[(Weekday, &[&str])] = &[
    (Weekday::Mon, &["一"]),
    (Weekday::Tue, &["二"]),
    (Weekday::Wed, &["三"]),
    (Weekday::Thu, &["四"]),
    (Weekday::Fri, &["五"]),
    (Weekday::Sat, &["六"]),
    (Weekday::Sun, &["日", "天"]),
];

const PERIODS: &[&str] = &["上午", "中午", "下午", "晚上", "晚间", "早上", "早晨", "傍晚", "晚", "早"];

pub fn weekday(c: &mut Cursor) -> Option<Weekday> {
    if c.eat_any(&["星期", "礼拜", "周"]) { c.take(WEEKDAYS) } else { None }
}

pub fn clock(c: &mut Cursor) -> Option<Hour> {
    c.eat(" ");
    if c.eat("24:00:00") {
        return Some(Hour::Ends);
    }
    if c.eat_any(&["上班", "午夜"]) {
        return Some(Hour::Begins);
    }
    let night = c.eat("凌晨");
    let named = night || c.eat_any(PERIODS);
    if c.eat("下班") {
        return Some(Hour::Within);
    }
    match c.attempt(hour) {
        Some(hour) => Some(Hour::of(hour)),
        None => named.then_some(if night { Hour::Begins } else { Hour::Within }),
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
    } else if c.eat_any(&["点钟", "点", "时"]) {
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
