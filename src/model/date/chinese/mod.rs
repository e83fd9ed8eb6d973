//! Chinese date words, by grammar: 起 and 止 of a year, a half, a quarter, a month, a 旬, a day; 底 末 初 中;
//! 前; and the words around them that mean nothing for the date.

mod part;
mod vocabulary;

use self::part::{number, part, year};
use self::vocabulary::{AFTER, BEFORE, DATED, FESTIVALS, OPEN, UNTIL};
use super::cursor::Cursor;
use super::form::{Bound, Form, One, Span};
use super::unit::{Edge, Stretch, Unit, Year};
use super::{Hint, Repair, numeric};

/// Whether `c` is a Chinese character.
pub(super) fn is_chinese(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9FFF}' | '〇')
}

/// Reads Chinese date words.
pub(super) fn parse(plain: &str) -> Result<Form, Hint> {
    let text: String = plain.chars().filter(|c| *c != ' ').collect();
    if let Some(form) = phrase(&text) {
        return Ok(form);
    }
    if is_recurring(&text) {
        return Ok(Form::Recurring);
    }
    if is_open_ended(&text) { Ok(Form::OpenEnded(None)) } else { Err(why(&text)) }
}

/// 每月25日前, 每季度末, 按月: whatever follows, there is no single date.
fn is_recurring(text: &str) -> bool {
    let mut cursor = Cursor::new(text);
    if cursor.take_any(&["逐月", "逐季", "逐年", "按月", "按季", "按年", "按周", "各月", "各季度"])
    {
        return true;
    }
    if !cursor.take("每") {
        return false;
    }
    let counts = |c: char| (c.is_ascii_digit() || "个两半一二三四五六七八九十".contains(c)).then_some(());
    while cursor.one(counts).is_some() {}
    cursor.peek().is_some_and(|c| "年月季周星天日旬学".contains(c))
}

/// Whether the words only say that something goes on; a date among them would make them ambiguous.
fn is_open_ended(text: &str) -> bool {
    let rest = OPEN.iter().fold(text.to_owned(), |rest, open| rest.replace(open, ""));
    let years = ["年内", "全年", "常年"];
    // 年内持续推进 has no date; 半年内 counts from a day that stands elsewhere.
    OPEN.iter().any(|open| !years.contains(open) && text.contains(open)) && !rest.contains(DATED)
}

fn phrase(text: &str) -> Option<Form> {
    let mut cursor = Cursor::new(text);
    let mut until = false;
    loop {
        if cursor.take_any(UNTIL) {
            until = true;
        } else if !cursor.take_any(BEFORE) {
            break;
        }
    }
    let form = cursor.attempt(span).or_else(|| cursor.attempt(open_from)).or_else(|| cursor.attempt(one))?;
    while cursor.take_any(AFTER) {}
    cursor.is_at_end().then(|| if until { bounded(form) } else { form })
}

/// 到2020年 bounds by a stretch of time that is not a day: before it, or by its end?
fn bounded(form: Form) -> Form {
    match form {
        Form::One(one) if one.bound == Bound::Within => Form::One(One { bound: Bound::By, ..one }),
        other => other,
    }
}

fn one(cursor: &mut Cursor<'_>) -> Option<Form> {
    if let Some(form) = cursor.attempt(festival) {
        return Some(form);
    }
    let part = part(cursor, None)?;
    let bound = bound(cursor, part.unit)?;
    Some(Form::One(One { unit: part.unit, bound, weekday: part.weekday, repair: part.repair() }))
}

/// 国庆节前 is the day before; what else stands around a festival is no date.
fn festival(cursor: &mut Cursor<'_>) -> Option<Form> {
    let year = year(cursor).unwrap_or(Year::Unsaid);
    let (month, day) = cursor.take_one(FESTIVALS)?;
    let _ = cursor.take("节");
    let unit = Unit::new(year, Stretch::Day { month, day });
    if cursor.take_any(&["之前", "以前", "前"]) {
        let repair = Some(Repair::DayBeforeFestival);
        return Some(Form::One(One { bound: Bound::Eve, repair, ..One::new(unit) }));
    }
    cursor.is_at_end().then(|| Form::One(One::new(unit)))
}

/// 自5月25日起施行: a first day, and no last one.
fn open_from(cursor: &mut Cursor<'_>) -> Option<Form> {
    let part = part(cursor, None)?;
    if !cursor.take_any(&["起始", "起", "开始"]) {
        return None;
    }
    let _ = cursor.take_any(&["正式", "全面"]);
    let _ = cursor.take_any(OPEN);
    Some(Form::OpenEnded(Some(part.unit)))
}

fn span(cursor: &mut Cursor<'_>) -> Option<Form> {
    if let Some(form) = cursor.attempt(bare_span) {
        return Some(form);
    }
    let start = part(cursor, None)?;
    let _ = cursor.take_any(&["开始", "起", "始"]);
    separator(cursor)?;
    let own_month = cursor.attempt(|cursor| part(cursor, None));
    let inherits = own_month.is_none();
    let end = own_month.or_else(|| cursor.attempt(|cursor| part(cursor, start.unit.month())))?;
    let bound = bound(cursor, end.unit)?;
    // 5月7-11日 shares its 日; 7月31-8月1日 lacks one.
    let repair = start.repair().filter(|_| !inherits);
    let end = One { unit: end.unit, bound, weekday: None, repair: end.repair() };
    Some(Form::Span(Span { start: start.unit, end, repair }))
}

/// 4-5月, 1-3季度, 2018-2020年: the first number shares the word after the second.
fn bare_span(cursor: &mut Cursor<'_>) -> Option<Form> {
    let year = year(cursor).unwrap_or(Year::Unsaid);
    let first = number(cursor).map(|number| (number, Year::Unsaid)).or_else(|| {
        let (digits, length) = cursor.digits()?;
        Some((0, numeric::written(digits).filter(|_| length == 4)?))
    })?;
    separator(cursor)?;
    let end = part(cursor, None)?;
    let start = match (end.unit.stretch, first) {
        (Stretch::Month(_) | Stretch::Tens { .. }, (month @ 1.., _)) => {
            Unit::new(year, Stretch::Month(month))
        }
        (Stretch::Quarter(_), (quarter @ 1..=4, _)) => Unit::new(year, Stretch::Quarter(quarter)),
        (Stretch::Year, (0, written)) => Unit::new(written, Stretch::Year),
        _ => return None,
    };
    let bound = bound(cursor, end.unit)?;
    let end = One { bound, ..One::new(end.unit) };
    Some(Form::Span(Span { start, end, repair: None }))
}

fn separator(cursor: &mut Cursor<'_>) -> Option<()> {
    if cursor.take_any(&["至", "到"]) {
        return Some(());
    }
    cursor.take("-").then(|| while cursor.take("-") {})
}

/// Reads what bounds by a unit: 前, with the hour that may stand before it.
fn bound(cursor: &mut Cursor<'_>, unit: Unit) -> Option<Bound> {
    let inclusive = cursor.take_any(&["(含当日)", "(含当天)", "(含)", "(当天)", "当天", "当日"]);
    let midnight = unit.is_day() && cursor.attempt(hour)?;
    let before = cursor.take_any(&["之前", "以前", "前"]);
    let inclusive = cursor.take_any(&["(含当日)", "(含当天)", "(含)"]) || inclusive;
    let _ = unit.edge == Edge::Whole && !unit.is_day() && !before && cursor.take_any(&["之内", "以内", "内"]);
    Some(match (before, midnight) {
        (_, true) => Bound::Before,
        // 5月底（含）前 and the like: the whole stretch is on time.
        (true, false) if inclusive && !unit.is_day() => return None,
        (true, false) => Bound::By,
        (false, false) => Bound::Within,
    })
}

/// Reads the hour of a deadline; it does not change the day, unless it is its first one.
fn hour(cursor: &mut Cursor<'_>) -> Option<bool> {
    if cursor.take_any(&["零时", "零点", "凌晨"]) {
        return Some(true);
    }
    let named = cursor.take_any(&["下班", "上班", "中午", "正午", "上午", "下午", "晚上", "晚", "早上"]);
    let Some(hour) =
        cursor.attempt(|cursor| cursor.digits().filter(|(hour, length)| *hour <= 24 && *length <= 2))
    else {
        return Some(false);
    };
    if cursor.take(":") {
        cursor.digits().filter(|(minute, length)| *minute < 60 && *length == 2)?;
    } else if !cursor.take_any(&["时整", "点整", "时", "点"]) {
        return None;
    }
    Some(hour.0 == 0 && !named)
}

/// Says why words cannot be read, as well as can be told.
fn why(text: &str) -> Hint {
    let has = |words: &[&str]| words.iter().any(|word| text.contains(word));
    if has(&["左右", "前后", "大约"]) {
        return Hint::Other;
    }
    if has(&["春节", "端午", "中秋", "清明", "元宵", "重阳", "除夕", "寒假", "暑假"]) {
        return Hint::MovableFestival;
    }
    if has(&[
        "日内",
        "天内",
        "周内",
        "月内",
        "工作日",
        "周前",
        "本周",
        "下周",
        "上周",
        "学期",
        "开学",
        "即日",
    ]) || has(&["本月", "下月", "当月", "会后", "后", "星期"])
    {
        return Hint::NeedsAnchor;
    }
    let mut cursor = Cursor::new(text);
    let begins = cursor.take_any(&["月底", "月末", "月初", "月中", "上旬", "中旬", "下旬"]);
    if begins || number(&mut cursor).is_some() && cursor.take_any(&["日", "号"]) {
        return Hint::NeedsMonth;
    }
    Hint::Other
}
