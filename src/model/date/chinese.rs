//! Chinese date words, by grammar: 起 and 止 of a year, a half, a quarter, a month, a 旬, a day; 底 末 初 中;
//! 前; and the words around them that mean nothing for the date.

use chrono::Weekday;

use super::cursor::Cursor;
use super::form::{Bound, Form, One, Span};
use super::unit::{Edge, Stretch, Unit, Year};
use super::{Hint, Repair, numeric};

/// Words before a date that say nothing about it.
const BEFORE: &[&str] = &[
    "完成期限",
    "完成时限",
    "完成时间",
    "截止时间为",
    "截止时间",
    "截止日期",
    "期限",
    "时限",
    "时间",
    "务必于",
    "务必在",
    "务必",
    "确保于",
    "确保在",
    "确保",
    "力争于",
    "力争在",
    "力争",
    "争取于",
    "争取在",
    "争取",
    "原则上于",
    "原则上",
    "应于",
    "须于",
    "需于",
    "要在",
    "应在",
    "须在",
    "需在",
    "限于",
    "限",
    "拟定于",
    "定于",
    "贯穿",
    "从",
    "自",
    "于",
    "在",
    "由",
    ":",
];
/// Words before a date that make it the last one.
const UNTIL: &[&str] = &[
    "截止到",
    "截至到",
    "截止至",
    "截止",
    "截至",
    "不得晚于",
    "不得迟于",
    "不晚于",
    "不迟于",
    "最迟于",
    "最迟",
    "最晚于",
    "最晚",
    "直到",
    "直至",
    "到",
    "至",
];
/// Words after a date that say what happens then.
const AFTER: &[&str] = &[
    "全面完成",
    "全部完成",
    "基本完成",
    "整改完成",
    "完成整改",
    "完成上报",
    "整改到位",
    "落实到位",
    "完成",
    "报送",
    "上报",
    "报告",
    "报",
    "提交",
    "结束",
    "落实",
    "到位",
    "实施",
    "施行",
    "执行",
    "开展",
    "进行",
    "举办",
    "举行",
    "召开",
    "办结",
    "验收",
    "公布",
    "发布",
    "截止",
    "为止",
    "止",
    "期间",
    "之间",
    "间",
    "销号",
    "。",
    ";",
    ",",
    ".",
];
/// Words that say that something goes on, or when it suits.
const OPEN: &[&str] = &[
    "长期坚持",
    "长期",
    "持续推进",
    "持续",
    "常态化",
    "常态",
    "近期",
    "适时",
    "及时",
    "立行立改",
    "立即",
    "即时",
    "另行通知",
    "另行",
    "尽快",
    "尽早",
    "抓紧",
    "随时",
    "不定期",
    "待定",
    "视情",
    "根据需要",
    "按需",
    "经常",
    "日常",
    "始终",
    "坚持",
    "全过程",
    "年内",
    "全年",
    "常年",
];
/// What cannot stand in words that name no date.
const DATED: &[char] = &[
    '年', '月', '日', '旬', '季', '周', '号', '节', '前', '底', '末', '初', '期', '天', '0', '1', '2', '3',
    '4', '5', '6', '7', '8', '9',
];
/// Festivals with a fixed date.
const FESTIVALS: &[(&str, (u32, u32))] = &[
    ("元旦", (1, 1)),
    ("三八妇女节", (3, 8)),
    ("妇女节", (3, 8)),
    ("三八", (3, 8)),
    ("植树节", (3, 12)),
    ("五一国际劳动节", (5, 1)),
    ("五一劳动节", (5, 1)),
    ("劳动节", (5, 1)),
    ("五一", (5, 1)),
    ("五四青年节", (5, 4)),
    ("青年节", (5, 4)),
    ("五四", (5, 4)),
    ("六一儿童节", (6, 1)),
    ("儿童节", (6, 1)),
    ("六一", (6, 1)),
    ("七一建党节", (7, 1)),
    ("建党节", (7, 1)),
    ("七一", (7, 1)),
    ("八一建军节", (8, 1)),
    ("建军节", (8, 1)),
    ("八一", (8, 1)),
    ("教师节", (9, 10)),
    ("十一国庆节", (10, 1)),
    ("国庆节", (10, 1)),
    ("国庆", (10, 1)),
    ("十一", (10, 1)),
];
const WEEKDAYS: &[(&str, Weekday)] = &[
    ("一", Weekday::Mon),
    ("二", Weekday::Tue),
    ("三", Weekday::Wed),
    ("四", Weekday::Thu),
    ("五", Weekday::Fri),
    ("六", Weekday::Sat),
    ("日", Weekday::Sun),
    ("天", Weekday::Sun),
];

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

/// A unit, and what was odd about it.
#[derive(Clone, Copy)]
struct Part {
    unit: Unit,
    weekday: Option<Weekday>,
    /// 日 is missing.
    bare: bool,
}

impl Part {
    fn new(unit: Unit) -> Part {
        Part { unit, weekday: None, bare: false }
    }

    fn repair(self) -> Option<Repair> {
        self.bare.then_some(Repair::DayWord)
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

/// Reads one unit; `month` is the month it lies in where it names none itself.
fn part(cursor: &mut Cursor<'_>, month: Option<u32>) -> Option<Part> {
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

fn year(cursor: &mut Cursor<'_>) -> Option<Year> {
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

/// Reads a number up to 99, in digits or in characters.
fn number(cursor: &mut Cursor<'_>) -> Option<u32> {
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
