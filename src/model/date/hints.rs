//! Why words could not be read, as far as it can be told: only a hint for the message.

use super::english::names;
use super::normalise::Normalised;
use super::unclear::Hint;

const NOT_FIRM: &[&str] =
    &["左右", "前后", "前夕", "上下", "大约", "大概", "约", "暂定", "预计", "预期", "拟", "初步", "可能"];
const MOVABLE: &[&str] = &[
    "春节", "端午", "中秋", "清明", "除夕", "元宵", "重阳", "腊", "暑假", "寒假", "暑期", "农历", "正月",
    "廿", "卅", "开学", "放假",
];
const COUNTED: &[&str] = &[
    "学期", "学年", "周", "星期", "礼拜", "本月", "下月", "上月", "季度", "当日", "次日", "本季", "下季",
    "本旬", "即日", "之日", "日内", "天内", "日之内", "个月", "工作日", "小时", "年内", "今天", "明天",
    "后天", "结束后", "印发后",
];

/// The first line that has one of its words in the text gives the hint.
const CHINESE: &[(Hint, &[&str])] = &[
    (Hint::NotFirm, NOT_FIRM),
    (Hint::MovableFestival, MOVABLE),
    (Hint::Holiday, &["国庆", "五一", "十一", "元旦", "劳动节"]),
    (Hint::NeedsAnchor, COUNTED),
    (Hint::Typo, &["曰", "月日", "o日", "o月", "日日", "月月"]),
    (Hint::ManyDates, &["、", "和", "及", "与", "或", "并", ";", ",", "/"]),
];

const NOT_FIRM_IN_ENGLISH: &[&str] = &[
    "around", "approx", "about", "circa", "tentativ", "provisional", "expected", "estimated", "roughly",
    "tbc", "likely", "~", "?",
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
    (Hint::FiscalYear, &["fy", "fiscal", "financial year"]),
    (Hint::NeedsAnchor, COUNTED_IN_ENGLISH),
    (Hint::NeedsAnchor, &names::WEEKDAYS),
    (Hint::ManyDates, &[" and ", "&", " or ", ";", ","]),
];

pub fn hint(text: &Normalised) -> Hint {
    let (text, table) = match text {
        Normalised::Chinese(text) | Normalised::Digits(text) => (text, CHINESE),
        Normalised::English(text) => (text, ENGLISH),
    };
    let told = table.iter().find(|(_, words)| words.iter().any(|word| text.contains(word)));
    let told = told.map(|(hint, _)| *hint);
    told.or_else(|| month_hint(text)).or_else(|| year_hint(text)).unwrap_or(Hint::Other)
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
