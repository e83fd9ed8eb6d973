//! Chinese words that count from today: 昨天, 上周五, 本月底, 25日.

use super::super::counted::{Counted, Unit};
use super::super::cursor::Cursor;
use super::super::numerals::small;
use super::clock::WEEKDAYS;
use chrono::NaiveDate;

const COUNTED: &[(Counted, &[&str])] = &[
    (Counted::Day(-3), &["大前天"]),
    (Counted::Day(-2), &["前天"]),
    (Counted::Day(-1), &["昨天", "昨日"]),
    (Counted::Day(0), &["今天", "今日", "本日"]),
    (Counted::Day(1), &["明天", "明日"]),
    (Counted::Day(2), &["后天"]),
    (Counted::Day(3), &["大后天"]),
    (Counted::Month(-1), &["上个月", "上月"]),
    (Counted::Month(0), &["这个月", "本月"]),
    (Counted::Month(1), &["下个月", "下月"]),
    (Counted::Quarter(-1), &["上个季度", "上一季度", "上季度"]),
    (Counted::Quarter(0), &["这个季度", "本季度"]),
    (Counted::Quarter(1), &["下个季度", "下一季度", "下季度"]),
    (Counted::Year(-2), &["前年"]),
    (Counted::Year(-1), &["去年", "上一年", "上年"]),
    (Counted::Year(0), &["今年", "本年"]),
    (Counted::Year(1), &["明年", "来年"]),
    (Counted::Year(2), &["后年"]),
];

const WEEKS: &[(i64, &[&str])] = &[
    (-2, &["上上个", "上上"]),
    (-1, &["上个", "上一", "上"]),
    (0, &["这个", "这", "本"]),
    (2, &["下下个", "下下"]),
    (1, &["下个", "下一", "下"]),
];
const WEEK: &[&str] = &["周", "星期", "礼拜"];

pub fn counted(c: &mut Cursor) -> Option<Counted> {
    c.take(COUNTED).or_else(|| c.attempt(week)).or_else(|| c.attempt(ago))
}

/// 3天前, 两周后. 3日前 is the 3rd.
fn ago(c: &mut Cursor) -> Option<Counted> {
    let number = if c.eat("两") { 2 } else { small(c)? };
    let unit = c.take(&[(1, &["天"]), (7, &["个星期", "个礼拜", "星期", "周"])])?;
    let side = c.take(&[(-1, &["以前", "之前", "前"]), (1, &["以后", "之后", "后"])])?;
    Some(Counted::Ago(side * unit * i64::from(number)))
}

/// 上周, 下周五. The days of 周末 are two.
fn week(c: &mut Cursor) -> Option<Counted> {
    let weeks = c.take(WEEKS).filter(|_| c.eat_any(WEEK))?;
    match c.take(WEEKDAYS) {
        Some(weekday) => Some(Counted::WeekDay(weeks, weekday)),
        None => Some(Counted::Week(weeks)),
    }
}

/// 周五, 25日, 月底. 10日内 and 10日后 are not the 10th.
pub fn bare(c: &mut Cursor) -> Option<Counted> {
    if c.eat_any(WEEK) {
        return c.take(WEEKDAYS).map(Counted::Nearest);
    }
    if c.eat_any(&["月底", "月末"]) {
        return Some(Counted::MonthEnd);
    }
    let day = small(c).filter(|_| c.eat_any(&["日", "号"]))?;
    let is_count = ["内", "之内", "以内", "后", "之后", "以后"].iter().any(|word| c.rest().starts_with(word));
    (!is_count).then_some(Counted::DayOfMonth(day))
}

pub fn write(unit: Unit) -> String {
    let in_full = |day: NaiveDate| day.format("%Y年%-m月%-d日").to_string();
    match unit {
        Unit::Day(day) => in_full(day),
        Unit::Days(days) => format!("{}至{}", in_full(days.start), in_full(days.end)),
        Unit::DayOfMonth { year, month, day } => format!("{year}年{month}月{day}日"),
        Unit::Month { year, month } => format!("{year}年{month}月"),
        Unit::MonthEnd { year, month } => format!("{year}年{month}月底"),
        Unit::Quarter { year, quarter } => format!("{year}年第{quarter}季度"),
        Unit::Year(year) => format!("{year}年"),
    }
}
