//! The words that dates are made of, Chinese and English, one after the other in a text.

/// A word of a date, or a sign inside one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    pub start: usize,
    pub end: usize,
    pub kind: Kind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// 5, 二十五, 2018.5.4-5.6, 17:00, 3rd
    Number,
    /// 年, 月, 日 behind a number.
    Unit,
    /// What is a date without a number: 年底, June, Q3.
    Name,
    /// 从, 不晚于, `by`: what may stand at the beginning, and says more of the date.
    Lead,
    /// What stands inside or at the end: 前, 上旬, （, `of`.
    Inner,
    /// What stands between two dates and ends none: 至, `to`.
    Joint,
}

use std::collections::HashMap;
use std::sync::LazyLock;

use foldhash::fast::FixedState;

use Kind::{Inner, Joint, Lead, Name, Number, Unit};

type Words = &'static [(&'static str, Kind)];

/// The word of a date that stands at `start`, if one does.
pub fn token(text: &str, start: usize) -> Option<Token> {
    let rest = &text[start..];
    let first = rest.chars().next()?;
    let (length, kind) = if plain(first).is_ascii_digit() {
        (digits(rest)?, Number)
    } else if first.is_ascii_alphabetic() {
        english(rest)?
    } else if is_numeral(first) {
        festival(rest).unwrap_or_else(|| (numerals(rest), Number))
    } else {
        chinese(rest, first)?
    };
    Some(Token { start, end: start + length, kind })
}

/// The narrow form of a digit or a sign that is written full-width.
pub fn plain(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '—' | '–' | '―' | '−' | '‐' | '‑' | '─' => '-',
        '〜' | '∼' => '~',
        _ => c,
    }
}

/// Digits, and the signs between them. 5km is no number of a date; 5pm and 3rd are.
fn digits(rest: &str) -> Option<usize> {
    let mut end = 0;
    let mut signs = 0;
    for (at, c) in rest.char_indices() {
        match plain(c) {
            '0'..='9' => {
                end = at + c.len_utf8();
                signs = 0;
            }
            '.' | '/' | ':' | '-' if signs == 0 => signs += 1,
            _ => break,
        }
    }
    let behind = &rest[end..];
    // 2.8月25日前: a number of a list, and a month.
    if let Some((number, month)) = rest[..end].split_once(['.', '．'])
        && (1..=2).contains(&number.len())
        && (1..=2).contains(&month.len())
        && behind.starts_with('月')
    {
        end = number.len();
    }
    let behind = &rest[end..];
    let word = &behind[..letters(behind)];
    let is_suffix =
        ["st", "nd", "rd", "th", "am", "pm"].iter().any(|suffix| word.eq_ignore_ascii_case(suffix));
    (word.is_empty() || is_suffix).then_some(end + word.len())
}

fn is_numeral(c: char) -> bool {
    "〇零○一二三四五六七八九十廿卅".contains(c)
}

fn numerals(rest: &str) -> usize {
    rest.find(|c| !is_numeral(c) && !matches!(c, 'O' | 'o')).unwrap_or(rest.len())
}

/// 七一前, 国庆节前: festivals are dates only before something.
fn festival(rest: &str) -> Option<(usize, Kind)> {
    let name = ["五一", "七一", "八一", "十一"].into_iter().find(|name| rest.starts_with(name))?;
    let behind = rest[name.len()..].trim_start_matches('”');
    let ahead = behind.strip_prefix("劳动节").or(behind.strip_prefix('节')).unwrap_or(behind);
    ahead.starts_with('前').then_some((rest.len() - ahead.len(), Name))
}

/// By the character with which they begin, the longer ones first.
const CHINESE: &[(&str, Words)] = &[
    (
        "年",
        &[
            ("年底", Name),
            ("年末", Name),
            ("年终", Name),
            ("年内", Name),
            ("年初", Name),
            ("年中", Name),
            ("年度", Unit),
            ("年", Unit),
        ],
    ),
    ("月", &[("月底", Name), ("月末", Name), ("月初", Name), ("月份", Unit), ("月", Unit)]),
    ("日号⽇⽉", &[("日", Unit), ("号", Unit), ("⽇", Unit), ("⽉", Unit)]),
    (
        "上",
        &[
            ("上中旬", Inner),
            ("上旬", Inner),
            ("上半月", Inner),
            ("上半年", Name),
            ("上午", Inner),
            ("上班", Inner),
            ("上下", Inner),
        ],
    ),
    ("中", &[("中下旬", Inner), ("中旬", Inner), ("中午", Inner), ("中", Inner)]),
    (
        "下",
        &[
            ("下旬", Inner),
            ("下半月", Inner),
            ("下半年", Name),
            ("下午", Inner),
            ("下班", Inner),
            ("下月", Name),
        ],
    ),
    ("季元", &[("季度", Unit), ("元月", Name), ("元旦前", Name)]),
    (
        "今本明去次当第翌",
        &[
            ("今年", Lead),
            ("本年", Lead),
            ("明年", Lead),
            ("次年", Lead),
            ("翌年", Lead),
            ("当年", Lead),
            ("第二年", Lead),
            ("次月", Name),
            ("本月", Name),
            ("当月", Name),
            ("当日", Inner),
            ("当天", Inner),
            ("第", Lead),
        ],
    ),
    ("全", &[("全天", Inner)]),
    ("底末初", &[("底", Inner), ("末", Inner), ("初步", Lead), ("初", Inner)]),
    (
        "前之以及或",
        &[
            ("前后", Inner),
            ("前夕", Inner),
            ("前", Inner),
            ("之前", Inner),
            ("之内", Inner),
            ("之间", Inner),
            ("之后", Inner),
            ("以前", Inner),
            ("以内", Inner),
            ("以后", Inner),
            ("及以前", Inner),
            ("及之前", Inner),
            ("或之前", Inner),
            ("或者", Joint),
            ("或", Joint),
            ("及", Joint),
        ],
    ),
    ("内期间后", &[("内", Inner), ("期间", Inner), ("间", Inner), ("后", Inner)]),
    (
        "起开止截为",
        &[
            ("起", Inner),
            ("开始", Inner),
            ("止", Inner),
            ("截止到", Lead),
            ("截止至", Lead),
            ("截止", Lead),
            ("截至", Lead),
            ("为止", Inner),
            ("为", Joint),
        ],
    ),
    ("自从至到", &[("自", Lead), ("从", Lead), ("至", Lead), ("到", Lead)]),
    ("不", &[("不晚于", Lead), ("不迟于", Lead), ("不得晚于", Lead), ("不得迟于", Lead)]),
    ("最即", &[("最迟", Lead), ("最晚", Lead), ("即日起", Lead), ("即日", Lead), ("即", Joint)]),
    ("每", &[("每", Lead)]),
    (
        "预约大拟暂可",
        &[
            ("预计", Lead),
            ("约", Lead),
            ("大约", Lead),
            ("大概", Lead),
            ("拟", Lead),
            ("暂定", Lead),
            ("可能", Lead),
        ],
    ),
    ("左含整半钟", &[("左右", Inner), ("含", Inner), ("整", Inner), ("半", Inner), ("钟", Inner)]),
    ("周星礼天", &[("周", Inner), ("星期", Inner), ("礼拜", Inner), ("天", Inner)]),
    (
        "晚早凌傍点时分",
        &[
            ("晚上", Inner),
            ("晚", Inner),
            ("早上", Inner),
            ("早", Inner),
            ("凌晨", Inner),
            ("傍晚", Inner),
            ("点半", Inner),
            ("点", Inner),
            ("时", Inner),
            ("分", Inner),
        ],
    ),
    (
        "国春端清劳",
        &[
            ("国庆节前", Name),
            ("国庆前", Name),
            ("春节前", Name),
            ("端午节前", Name),
            ("清明节前", Name),
            ("劳动节前", Name),
            ("中秋节前", Name),
        ],
    ),
    ("()（）", &[("(", Joint), ("（", Joint), (")", Inner), ("）", Inner)]),
    ("、和与", &[("、", Joint), ("和", Joint), ("与", Joint)]),
    (
        "→=-—–－─~～〜",
        &[
            ("→", Joint),
            ("=>", Joint),
            ("->", Joint),
            ("-", Joint),
            ("—", Joint),
            ("–", Joint),
            ("－", Joint),
            ("─", Joint),
            ("~", Joint),
            ("～", Joint),
            ("〜", Joint),
        ],
    ),
    (",./&", &[(",", Joint), (".", Joint), ("/", Joint), ("&", Joint)]),
];

/// Most characters begin no word of a date, and every character of a text is asked.
static BY_FIRST: LazyLock<HashMap<char, Words, FixedState>> = LazyLock::new(|| {
    let firsts = CHINESE.iter().rev().flat_map(|(firsts, words)| firsts.chars().map(|first| (first, *words)));
    firsts.collect()
});

fn chinese(rest: &str, first: char) -> Option<(usize, Kind)> {
    let words = BY_FIRST.get(&first)?;
    let (word, kind) = words.iter().find(|(word, _)| rest.starts_with(word))?;
    Some((word.len(), *kind))
}

fn letters(text: &str) -> usize {
    text.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(text.len())
}

fn english(rest: &str) -> Option<(usize, Kind)> {
    let length = letters(rest);
    let word = &rest[..length];
    let digit_follows = rest[length..].starts_with(|c: char| c.is_ascii_digit());
    if digit_follows {
        let is_unit = word.eq_ignore_ascii_case("q") || word.eq_ignore_ascii_case("h");
        let is_alone = !rest[length + 1..].starts_with(|c: char| c.is_ascii_alphanumeric());
        return (is_unit && is_alone).then_some((length + 1, Name));
    }
    // In small letters these are no months.
    if matches!(word, "may" | "march" | "mar") {
        return None;
    }
    let is = |words: &[&str]| words.iter().any(|known| word.eq_ignore_ascii_case(known));
    let kind = if is(MONTHS) {
        Name
    } else if is(LEADS) {
        Lead
    } else if is(JOINTS) {
        Joint
    } else if is(WEEKDAYS) || is(INNER) {
        Inner
    } else {
        return None;
    };
    Some((length, kind))
}

const MONTHS: &[&str] = &[
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov",
    "dec",
];
const WEEKDAYS: &[&str] = &[
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues",
    "wed", "weds", "thu", "thur", "thurs", "fri", "sat", "sun",
];
const LEADS: &[&str] = &[
    "by", "before", "until", "till", "from", "between", "end", "mid", "middle", "early", "late", "beginning",
    "start", "week", "no", "not", "on", "first", "second", "third", "fourth", "last", "around", "about",
    "circa", "approximately", "tentatively", "after", "since", "w", "c", "e",
];
const JOINTS: &[&str] =
    &["to", "through", "thru", "and", "of", "the", "or", "in", "at", "later", "than", "up"];
const INNER: &[&str] = &[
    "commencing", "ending", "noon", "midnight", "midday", "cob", "eod", "close", "business", "day",
    "inclusive", "onwards", "onward", "half", "quarter", "utc", "gmt", "cet", "cest", "pst", "pdt", "est",
    "edt", "am", "pm", "aoe",
];
