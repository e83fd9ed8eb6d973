//! 每月25日前, 每旬, 每季度末: words of which the days are certain. 每月中旬 and 每半月 are not.

use super::super::cursor::Cursor;
use super::super::numerals::small;
use super::super::rhythm::Rhythm;
use super::clock::WEEKDAYS;
use super::closing::closing;

const MONTHS: &[(u32, &[&str])] =
    &[(1, &["首月", "第一个月"]), (2, &["第二个月"]), (3, &["末月", "第三个月", "最后一个月"])];

/// The whole text.
pub fn rhythm(c: &mut Cursor) -> Option<Rhythm> {
    if !c.eat_any(&["每逢", "每", "逢", "各", "逐", "按"]) {
        return None;
    }
    c.eat("个");
    let named = c.attempt(day);
    match named {
        Some(_) => c.eat_any(&["下班前", "之前", "以前", "前"]),
        None => false,
    };
    let rhythm = named.or_else(|| c.attempt(whole))?;
    while !c.is_done() {
        if !(c.eat_any(&["一次", "1次"]) || closing(c).is_some()) {
            return None;
        }
    }
    Some(rhythm)
}

/// A day is named: 周五, 月25日, 季度末.
fn day(c: &mut Cursor) -> Option<Rhythm> {
    if c.eat_any(&["周", "星期"]) {
        c.take(WEEKDAYS).map(Rhythm::Week)
    } else if c.eat("旬") {
        c.eat_any(&["末", "底", "最后一天"]).then_some(Rhythm::TenDays)
    } else if c.eat_any(&["季度", "季"]) {
        let month = c.take(MONTHS).unwrap_or(3);
        let day =
            if month == 3 { end_of_month(c).or_else(|| c.attempt(day_of_month)) } else { day_of_month(c) };
        day.map(|day| Rhythm::Quarter { month, day })
    } else {
        let day = if c.eat("月") { day_of_month(c)? } else { return None };
        Some(Rhythm::Month { day })
    }
}

/// 季度: any day of it is in time.
fn whole(c: &mut Cursor) -> Option<Rhythm> {
    let units = &[
        (Rhythm::TenDays, &["旬"][..]),
        (Rhythm::QUARTER_END, &["季度", "季"]),
        (Rhythm::MONTH_END, &["月"]),
    ];
    let rhythm = c.take(units)?;
    c.eat_any(&["之内", "以内", "内"]);
    Some(rhythm)
}

fn day_of_month(c: &mut Cursor) -> Option<u32> {
    let numbered = |c: &mut Cursor| small(c).filter(|day| (1..=31).contains(day) && c.eat_any(&["日", "号"]));
    end_of_month(c).or_else(|| c.attempt(numbered))
}

fn end_of_month(c: &mut Cursor) -> Option<u32> {
    c.eat_any(&["月底", "月末", "底", "末", "最后一天", "最后一日"]).then_some(31)
}
