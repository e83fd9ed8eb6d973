//! What may stand behind a day without changing it: its weekday, 含, the hour, a gloss.

use super::super::cursor::Cursor;
use super::super::numerals::small;
use super::super::phrase::{Part, Point};
use super::clock::{clock, weekday};
use super::connector::to;
use super::festival::fixed_day;
use super::gloss::gloss;
use super::zones::zone;

/// Reads on behind a day.
pub fn after_day(c: &mut Cursor, point: &mut Point) {
    c.eat_any(&["当天", "当日", "全天"]);
    c.attempt(|c| same_day(c, point));
    while c.attempt(|c| remark(c, point)).is_some() || c.passes(gloss) {}
    point.zone = c.attempt(zone).or(point.zone);
    if let Some(hour) = c.attempt(clock) {
        point.hour = hour;
        c.attempt(|c| if to(c) { clock(c) } else { None });
        point.zone = c.attempt(zone).or(point.zone);
        c.passes(gloss);
    }
}

/// 9月10日教师节: the same day by its name. With 前 it could be that day or the one before the festival.
fn same_day(c: &mut Cursor, point: &Point) -> Option<()> {
    let (month, day) = fixed_day(c)?;
    let is_same = point.part == Part::Day { month, day };
    let before = ["前", "之前", "以前"].iter().any(|before| c.rest().starts_with(before));
    (is_same && !before).then_some(())
}

/// 周五, (星期五), (周五下班前), (含30日): a weekday, or the word that the day is included.
pub fn remark(c: &mut Cursor, point: &mut Point) -> Option<()> {
    let bracket = c.eat("(");
    let weekday = weekday(c);
    if bracket {
        c.eat(",");
        c.attempt(clock);
        c.eat("前");
    }
    let included = bracket && c.passes(|c| included(c, point));
    let said_something = included || weekday.is_some();
    if !said_something || bracket != c.eat(")") {
        return None;
    }
    point.weekday = weekday.or(point.weekday);
    Some(())
}

/// 含, 含当日, 含30日: the last must be the day that it stands beside.
fn included(c: &mut Cursor, point: &Point) -> bool {
    if !c.eat_any(&["包含", "包括", "含"]) {
        return false;
    }
    if c.eat_any(&["当天", "当日", "本日", "本数", "该日"]) {
        return true;
    }
    let named = c.attempt(|c| small(c).filter(|_| c.eat("月"))).zip(point.part.last_month());
    let same_month = named.is_none_or(|(named, month)| named == month);
    let day = c.attempt(|c| small(c).filter(|_| c.eat_any(&["日", "号"])));
    let same_day = match (day, point.part) {
        (None, _) => true,
        (Some(day), Part::Day { day: own, .. }) => day == own,
        _ => false,
    };
    same_month && same_day
}
