//! When a row says that something is to be done.

use super::dates::{Column, Stage};
use super::grid::{Line, Seen};
use super::head::one_line;
use crate::model::date::{Calendar, DatePhrase, When};
use crate::outline::entry::{Stated, Time};
use crate::outline::question::About;

/// The time in a row, and what has to be asked about it.
pub fn time(line: &Line, stage: &Stage) -> (Time, Option<About>) {
    let cell =
        |column: &Option<Column>| column.as_ref().and_then(|column| line.own(column.span)).and_then(stated);
    let (start, due, when) = (cell(&stage.start), cell(&stage.due), cell(&stage.when));
    let days = stage.days.as_ref().map(|column| (line.text(column.span), column.name.as_str()));
    match (start, due) {
        (Some(start), Some(due)) => (Time::Between { start, due }, None),
        (None, Some(Stated::Words(words))) if is_range(&words) => (Time::Period(words), None),
        (None, Some(due)) => (Time::Due(due), None),
        (Some(start), None) => from(start, days, stage),
        (None, None) => match (when, days) {
            (None, _) => (Time::Unsaid, None),
            (Some(when), Some((text, _))) if !text.is_empty() => from(when, days, stage),
            (Some(when), _) => (said(when), None),
        },
    }
}

/// The time that a day or words say by themselves: of a month, that it lasts.
pub fn said(stated: Stated) -> Time {
    match stated {
        Stated::Words(words) if lasts(&words) => Time::Period(words),
        stated => Time::Due(stated),
    }
}

/// What a cell says of a day; None for a blank or a dash.
pub fn stated(seen: &Seen) -> Option<Stated> {
    if let Some(day) = seen.cell.day {
        return Some(Stated::Day(day));
    }
    seen.text.chars().any(char::is_alphanumeric).then(|| Stated::Words(one_line(&seen.text)))
}

/// A start without an end: the end is so many days later, or is asked for.
fn from(start: Stated, days: Option<(&str, &str)>, stage: &Stage) -> (Time, Option<About>) {
    let words = match &start {
        Stated::Day(day) => day.to_string(),
        Stated::Words(words) if is_range(words) => return (Time::Period(words.clone()), None),
        Stated::Words(words) => words.clone(),
    };
    let Some((text, name)) = days.filter(|(text, _)| !text.is_empty()) else {
        let columns = [&stage.start, &stage.due].into_iter().flatten();
        let names = columns.map(|column| column.name.clone()).collect();
        return (Time::ToSettle(words), Some(About::Columns { names, taken: None }));
    };
    let bare = text.chars().all(|c| c.is_ascii_digit());
    let unit = if !bare {
        ""
    } else if name.is_ascii() {
        " days"
    } else {
        "天"
    };
    let words = format!("{words} + {text}{unit}");
    match length(text) {
        Some(0) => (Time::Due(start), None),
        Some(days) => (Time::Lasting { start, days, words }, None),
        None => (Time::ToSettle(words.clone()), Some(About::Unread { words })),
    }
}

/// 10, 10天, `10 days`, 2周: calendar days.
fn length(text: &str) -> Option<u32> {
    let text = text.trim().to_lowercase();
    let unit = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let number: u32 = text[..text.len() - unit.len()].parse().ok()?;
    let times = match unit.trim() {
        "" | "天" | "日" | "d" | "day" | "days" | "calendar days" | "个自然日" | "自然日" => 1,
        "周" | "星期" | "个星期" | "w" | "wk" | "wks" | "week" | "weeks" => 7,
        _ => return None,
    };
    number.checked_mul(times)
}

/// Whether a number of days, weeks or hours is said: 3天, 1～2周, `2 weeks`.
pub fn is_length(text: &str) -> bool {
    const UNITS: &[&str] = &[
        "天", "周", "星期", "个月", "小时", "学时", "课时", "工作日", "自然日", "d", "day", "days", "w",
        "wk", "wks", "week", "weeks", "month", "months", "hour", "hours", "h",
    ];
    let text = text.trim().to_lowercase();
    let is_of_number = |c: char| c.is_ascii_digit() || "半一二两三四五六七八九十.~～-至个 ".contains(c);
    text.starts_with(is_of_number) && UNITS.contains(&text.trim_start_matches(is_of_number))
}

fn is_range(words: &str) -> bool {
    match DatePhrase::parse(words) {
        Ok(DatePhrase::Dated(dated)) => dated.start.is_some(),
        Ok(DatePhrase::InDigits(both)) => {
            matches!(&both[0], DatePhrase::Dated(dated) if dated.start.is_some())
        }
        _ => false,
    }
}

fn lasts(words: &str) -> bool {
    let leap = Calendar { year: Some(2020), ..Calendar::default() };
    let reading = DatePhrase::parse(words).and_then(|phrase| phrase.resolve(&leap));
    reading.is_ok_and(|reading| matches!(reading.when, When::Range(_))) || is_range(words)
}
