//! Why words could not be read, as far as it can be told: only a hint for the message.

use super::chinese::point::lunar_festival;
use super::cursor::Cursor;
use super::english::names;
use super::normalise::Normalised;
use super::phrase::DatePhrase;
use super::unclear::Hint;

const NOT_FIRM: &[&str] =
    &["左右", "前后", "前夕", "上下", "大约", "大概", "约", "暂定", "预计", "预期", "拟", "初步", "可能"];
const MOVABLE: &[&str] = &[
    "春节", "端午", "中秋", "清明", "除夕", "元宵", "重阳", "腊", "暑假", "寒假", "暑期", "农历", "正月",
    "初一", "初二", "初三", "初五", "初六", "初八", "初九", "初十", "廿", "卅", "开学", "放假",
];
const COUNTED: &[&str] = &[
    "学期", "学年", "周", "星期", "礼拜", "本月", "下月", "上月", "季度", "当日", "次日", "本季", "下季",
    "本旬", "即日", "之日", "天内", "日之内", "个月", "工作日", "日内", "小时", "年内", "今天", "明天",
    "后天", "结束后", "印发后",
];

/// The first line that has one of its words in the text gives the hint.
const CHINESE: &[(Hint, &[&str])] = &[
    (Hint::NotFirm, NOT_FIRM),
    (Hint::MovableFestival, MOVABLE),
    (Hint::Holiday, &["国庆", "五一", "十一", "元旦", "劳动节"]),
    (Hint::NeedsAnchor, COUNTED),
    (Hint::Typo, &["曰", "月日", "o日", "o月", "日日", "月月"]),
];

/// What stands between two dates.
const BETWEEN: &[&str] = &["、", "以及", "和", "及", "与", "或", "并", ";", ",", "/", " and ", "&", " or "];

const NOT_FIRM_IN_ENGLISH: &[&str] = &[
    "around", "approx", "c. ", "late ", "about", "circa", "tentativ", "provisional", "expected", "estimated",
    "roughly", "tbc", "likely", "~", "?",
];
const MOVABLE_IN_ENGLISH: &[&str] = &[
    "easter", "ramadan", "eid", "thanksgiving", "lunar", "chinese new year", "summer", "spring", "autumn",
    "winter", "semester", "term",
];
const COUNTED_IN_ENGLISH: &[&str] = &[
    "within", "week", "wk", "w/c", "days", "day after", "months", "next", "this ", "after", "following",
    "tomorrow", "month ",
];

const ENGLISH: &[(Hint, &[&str])] = &[
    (Hint::NotFirm, NOT_FIRM_IN_ENGLISH),
    (Hint::MovableFestival, MOVABLE_IN_ENGLISH),
    (Hint::Holiday, &["christmas", "new year", "holiday"]),
    (Hint::FiscalYear, &["fy", "fiscal", "financial year", "academic year", "school year"]),
    (Hint::NeedsAnchor, COUNTED_IN_ENGLISH),
    (Hint::NeedsAnchor, &names::WEEKDAYS),
];

/// The hint for a text that is not read.
pub fn hint(text: &Normalised) -> Hint {
    let (Normalised::Chinese(text) | Normalised::English(text) | Normalised::Digits(text)) = text;
    if let Some(hint) = two_years_hint(text) {
        return hint;
    }
    if is_many_dates(text) {
        return Hint::ManyDates;
    }
    let lunar = lunar_festival(&mut Cursor::new(text)).then_some(Hint::MovableFestival);
    let told = telling(text).map(|(hint, _)| hint);
    lunar.or(told).or_else(|| month_hint(text)).or_else(|| year_hint(text)).unwrap_or(Hint::Other)
}

/// 2018/19: a year that every office begins elsewhere.
fn two_years_hint(text: &str) -> Option<Hint> {
    let (first, second) = text.split_once(['/', '-'])?;
    let years = first.parse::<u32>().ok().zip(second.parse::<u32>().ok());
    let follows =
        |first: u32, second: u32| first > 1900 && (second == first + 1 || second == (first + 1) % 100);
    years.is_some_and(|(first, second)| follows(first, second)).then_some(Hint::FiscalYear)
}

/// The first word in a text that tells what is the matter.
fn telling(text: &str) -> Option<(Hint, &'static str)> {
    let rows = CHINESE.iter().chain(ENGLISH);
    let words = rows.flat_map(|(hint, words)| words.iter().map(|word| (*hint, *word)));
    let signed = ["签约", "预约", "违约", "节约", "合约"].iter().any(|word| text.contains(word));
    words.into_iter().find(|(_, word)| text.contains(word) && !(signed && *word == "约"))
}

/// Words that are not read, parted: for whoever is told so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unread<'a> {
    pub hint: Hint,
    /// What is not understood, as it is written, where it can be told.
    pub part: Option<&'a str>,
    /// The date that is read without it.
    pub date: Option<&'a str>,
}

/// What stands in the way of reading `words`, for which there is a `hint` already. A word that tells
/// what is the matter counts where it is not part of what is understood.
pub fn unread(words: &str, hint: Hint) -> Unread<'_> {
    use Hint::{FiscalYear, Holiday, MovableFestival, NeedsAnchor, NotFirm, Other, Typo};
    let is_told = telling(&words.to_ascii_lowercase()).is_some() || hint == Other;
    if !is_told
        || !matches!(hint, FiscalYear | Holiday | MovableFestival | NeedsAnchor | NotFirm | Other | Typo)
    {
        return Unread { hint, part: None, date: None };
    }
    let beside = beside_a_date(words);
    let within = beside.map_or(words, |(part, _)| part);
    match (telling(&within.to_ascii_lowercase()), beside) {
        (Some((hint, word)), _) => Unread { hint, part: Some(counted(within, word)), date: None },
        (None, Some((part, date))) => Unread { hint: Other, part: Some(part), date: Some(date) },
        (None, None) => Unread { hint, part: None, date: None },
    }
}

/// 第3周, 5个工作日, `week 6`: the word with its number.
fn counted<'a>(words: &'a str, word: &str) -> &'a str {
    let at = words.to_ascii_lowercase().find(word).unwrap_or(0);
    let kept =
        words[..at].trim_end_matches(|c: char| "0123456789一二三四五六七八九十两几第个本上下".contains(c));
    let behind = &words[at + word.len()..];
    let number = behind.trim_start_matches(|c: char| c == ' ' || c.is_ascii_digit());
    let end = if word.is_ascii() { words.len() - number.len() } else { at + word.len() };
    words[kept.len()..end].trim()
}

/// What is not understood beside the date that the longest beginning, or else the longest end, would be.
fn beside_a_date(words: &str) -> Option<(&str, &str)> {
    let cuts = || words.char_indices().map(|(at, _)| at).filter(|at| *at > 0 && !is_within(words, *at));
    let first = cuts().rev().map(|at| words.split_at(at)).find(|(date, _)| is_date(date));
    let last = || cuts().map(|at| words.split_at(at)).find(|(_, date)| is_date(date));
    let (date, part) = first.or_else(|| last().map(|(part, date)| (date, part)))?;
    let stops = |c: char| c.is_whitespace() || ",，、;；。".contains(c);
    Some((part.trim_matches(stops), date.trim_matches(stops)))
}

fn is_date(words: &str) -> bool {
    DatePhrase::understood(words).is_some_and(|phrase| phrase.is_dated() && phrase.is_possible())
}

/// Whether a cut there would part a number or an English word.
fn is_within(words: &str, at: usize) -> bool {
    let (before, behind) = (words[..at].chars().next_back(), words[at..].chars().next());
    let both = |is_so: fn(char) -> bool| before.is_some_and(is_so) && behind.is_some_and(is_so);
    both(|c| c.is_numeric() || "〇一二三四五六七八九十".contains(c)) || both(|c| c.is_ascii_alphanumeric())
}

/// 5月25日和6月10日, 4、6月: a date, and beside it another, or the number of one.
fn is_many_dates(text: &str) -> bool {
    let mut parts = vec![text];
    for between in BETWEEN {
        parts = parts.into_iter().flat_map(|part| part.split(between)).collect();
    }
    if parts.len() == 1 {
        return false;
    }
    let dates = parts.iter().filter(|part| is_date(part)).count();
    let numbers = parts.iter().filter(|part| is_number(part)).count();
    dates > 0 && dates + numbers > 1
}

/// 15日, 12, 二
fn is_number(part: &str) -> bool {
    let rest = part.trim_start_matches(|c: char| "0123456789一二三四五六七八九十廿第 ".contains(c));
    rest.len() < part.len() && matches!(rest, "" | "日" | "号" | "日前" | "号前")
}

/// 月底前, 25日前, `end of month`.
fn month_hint(text: &str) -> Option<Hint> {
    let prefix = ["截至", "截止", "至", "到", "于", "不晚于"];
    let text = prefix.iter().find_map(|prefix| text.strip_prefix(prefix)).unwrap_or(text);
    let rest = text.trim_start_matches(|c: char| "0123456789一二三四五六七八九十廿".contains(c));
    let numbered_day = rest.len() < text.len() && rest.starts_with(['日', '号']);
    let parts = ["月底", "月末", "月初", "月中", "月内", "当月", "上旬", "中旬", "下旬"];
    let ends = ["end of month", "end of the month", "month end", "month-end", "eom"];
    let named = parts.iter().any(|part| text.starts_with(part)) || ends.iter().any(|end| text.contains(end));
    (numbered_day || named).then_some(Hint::NeedsMonth)
}

/// 18年5月, 18.5.25, `25-may-26`.
fn year_hint(text: &str) -> Option<Hint> {
    let numbers = text.split(|c: char| !c.is_ascii_digit());
    let has_long = numbers.clone().any(|number| number.len() > 2);
    let chinese = text.split_once('年').is_some_and(|(before, _)| ends_in_two_digits(before));
    let digits = text.bytes().all(|c| c.is_ascii_digit() || b".-/".contains(&c));
    let dotted = digits && numbers.filter(|number| !number.is_empty()).count() == 3;
    let english = text.is_ascii() && ends_in_two_digits(text) && text.contains(['-', '\'', '/']);
    (!has_long && (chinese || dotted || english)).then_some(Hint::TwoDigitYear)
}

fn ends_in_two_digits(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() >= 2 && bytes[bytes.len() - 2..].iter().all(u8::is_ascii_digit)
}
