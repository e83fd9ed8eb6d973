//! Where dates stand inside a text.
//!
//! A date is the longest stretch of the words that dates are made of which is read as one, or which would be one but
//! for what is wrong with it. What looks like a date and is part of a name (2003年以来, 2018届, 〔2021〕1号) is none.

#[cfg(test)]
mod tests;
mod vocabulary;

use vocabulary::{Kind, Token, plain, token};

use crate::model::date::{DatePhrase, Hint, Unclear};

/// A date inside a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot<'a> {
    /// In bytes.
    pub start: usize,
    pub end: usize,
    /// As they stand there.
    pub words: &'a str,
}

/// As many as the longest dates have, with their weekdays and hours.
const MOST_WORDS: usize = 32;
const MOST_MONTHS: usize = 3;
/// What stands for the digits that are not said.
const MASKS: &[char] = &['*', '＊', '×', '✕', 'X', 'x', '_', '□'];
/// In bytes, of what says when in words that no date is made of: 长期坚持，常态化推进.
const LONGEST: usize = 120;

/// The dates of a text, in their order.
pub fn spots(text: &str) -> Vec<Spot<'_>> {
    each_spot(text).collect()
}

/// The same, found one by one as they are asked for.
pub fn each_spot(text: &str) -> impl Iterator<Item = Spot<'_>> {
    let (mut at, mut words, mut first) = (0, Vec::new(), 0);
    std::iter::from_fn(move || {
        loop {
            while first < words.len() {
                let start = first;
                let last = stretch(text, &words, start);
                let last = last.map(|last| other_end(text, &words, start, last).unwrap_or(last));
                first = last.unwrap_or(start) + 1;
                if let Some(last) = last {
                    return Some(spot(text, words[start].start, words[last].end));
                }
            }
            if at >= text.len() {
                return None;
            }
            (words, first) = (run(text, at), 0);
            at = words.last().map_or_else(|| next(text, at), |last| last.end);
        }
    })
}

/// The date, with the quotation mark that is closed inside it: “七一”前.
fn spot(text: &str, start: usize, end: usize) -> Spot<'_> {
    let quoted = text[..start].ends_with('“') && text[start..end].contains('”');
    let start = if quoted { start - '“'.len_utf8() } else { start };
    Spot { start, end, words: &text[start..end] }
}

/// Whether all of a text says when, even if it is no day: 5月25日前, 每月25日前, 长期坚持, 待定, TBD.
pub fn is_time(text: &str) -> bool {
    const NOT_YET: &[&str] = &["待定", "未定", "待通知", "另行通知", "tbd", "tba", "tbc", "n/a"];
    let text = text.trim();
    let is_blank = text.chars().all(|c| !c.is_alphanumeric());
    if is_blank || NOT_YET.iter().any(|word| text.eq_ignore_ascii_case(word)) {
        return !is_blank;
    }
    let bare = text.trim_end_matches(['。', '.', '；', ';', '，', ',']);
    let is_all = run(bare, 0).last().is_some_and(|last| last.end == bare.len());
    if !is_all && (text.len() > LONGEST || is_long_and_names_no_time(text))
        || is_hours(text)
        || has_name(text)
    {
        return false;
    }
    match DatePhrase::understood(text) {
        // 长期坚持 is short; 按要求归档各项资料 only sounds like it.
        Some(DatePhrase::OpenEnded) => text.is_ascii() || text.chars().count() <= OPEN_ENDED,
        Some(_) => true,
        // Of words that are not read, all have to be words of dates: 暑假实践 is a name.
        None => is_all && is_unread_time(text, bare),
    }
}

/// 20**年12月7日, 20XX年X月: a date of which a part is not said.
pub fn is_masked(text: &str) -> bool {
    text.char_indices()
        .any(|(at, c)| MASKS.contains(&c) && text[at + c.len_utf8()..].starts_with(['年', '月', '日']))
}

/// In characters: what says without a day when something is to be done is no longer.
const OPEN_ENDED: usize = 10;

/// Whether a Chinese text is longer than words without a day are, and has no number and no unit of the calendar: most
/// clauses are such, and need not be read.
fn is_long_and_names_no_time(text: &str) -> bool {
    let is_of_time = |c: char| {
        c.is_ascii_alphanumeric() || "年月日旬季周期节〇一二三四五六七八九十０１２３４５６７８９".contains(c)
    };
    text.chars().count() > OPEN_ENDED && !text.contains(is_of_time)
}

/// Whether words of dates that are no date are asked about.
fn is_unread_time(text: &str, bare: &str) -> bool {
    DatePhrase::parse(text)
        .is_err_and(|unclear| unclear == Unclear::Unreadable(Hint::NeedsAnchor) || is_asked(&unclear, bare))
}

/// Whether a text has nothing but words of dates, and a number among them: 8th, 15.08.23.
pub fn is_of_dates(text: &str) -> bool {
    let text = text.trim_matches(|c: char| !c.is_alphanumeric());
    let words = run(text, 0);
    words.last().is_some_and(|last| last.end == text.len())
        && words.iter().any(|word| word.kind == Kind::Number)
}

/// 9:00 签到, 10.30-11.00 Coffee, `9am Talk`, 下午2点 拔河.
pub fn begins_with_hour(text: &str) -> bool {
    let text: String = text.chars().take(12).map(plain).collect();
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let behind = rest.strip_prefix([':', '.']).unwrap_or_default();
    let minutes = behind.len() - behind.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let is_digits = (1..=2).contains(&(text.len() - rest.len()))
        && (minutes == 2 || rest.starts_with("am") || rest.starts_with("pm"));
    let is_range = rest.starts_with(':') || text.matches('.').count() != 1;
    is_digits && is_range || ["上午", "下午", "晚上"].iter().any(|part| text.starts_with(part))
}

/// 12:00 – 14:00, 9:15-10.10: a time of day is of no day.
fn is_hours(text: &str) -> bool {
    let text: String = text.chars().map(plain).collect();
    let is_part = |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|c| c.is_ascii_digit());
    let hour = |hour: &str| hour.split([':', '.']).all(is_part);
    text.contains(':') && text.split(['-', '~', '至']).all(|one| hour(one.trim()))
}

/// Whether a name stands before the date, and not only what leads to it: 部署阶段(5月), `Freeze: 6 August`.
fn has_name(text: &str) -> bool {
    const LABELS: &[&str] = &["时间", "日期", "时限", "期限", "截止", "date", "due", "deadline", "when"];
    let Some(date) = each_spot(text).next() else { return false };
    let before = text[..date.start].trim_end();
    let name = before.trim_end_matches(['：', ':', '（', '(']).trim_end().to_lowercase();
    let is_said = name.ends_with('是') || name.len() < before.len();
    let is_named = is_said && name.chars().filter(|c| c.is_alphabetic()).count() > 1;
    let is_counted = ["week", "day", "sprint", "第", "m"].iter().any(|word| name.starts_with(word))
        && name.contains(|c: char| c.is_numeric() || "一二三四五六七八九十".contains(c));
    is_named && !is_counted && !LABELS.iter().any(|label| name.ends_with(label))
}

/// The words of dates that follow each other from `at` on, a blank at most between them.
fn run(text: &str, at: usize) -> Vec<Token> {
    let mut run: Vec<Token> = Vec::new();
    let mut at = at;
    while let Some(token) = (at < text.len()).then(|| token(text, at)).flatten() {
        at = token.end;
        run.push(token);
        if text[at..].starts_with([' ', '\u{a0}']) {
            at = next(text, at);
        }
    }
    run
}

/// Where the next word could begin: in the middle of a number or of an English word none does.
fn next(text: &str, at: usize) -> usize {
    let rest = &text[at..];
    let first = rest.chars().next().map_or(1, char::len_utf8);
    let word = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
    at + first.max(word)
}

/// The last word of the longest date that begins with a word of the run. What stands directly beside it and
/// should be part of it is: 2016年11年24日 is not 2016年.
fn stretch(text: &str, run: &[Token], first: usize) -> Option<usize> {
    if !can_begin(text, run, first) {
        return None;
    }
    let furthest = furthest(text, run, first);
    if !is_firm(text, &run[first..furthest]) {
        return None;
    }
    let mut last = (first..furthest).rev().find(|last| {
        let words = &text[run[first].start..run[*last].end];
        is_firm(text, &run[first..=*last]) && can_end(text, &run[first..=*last]) && is_date(words)
    })?;
    let follows = |pair: &[Token]| {
        pair[0].kind == Kind::Number && pair[1].kind == Kind::Unit && pair[0].end == pair[1].start
    };
    while run[last].kind == Kind::Unit
        && run.get(last + 1..last + 3).is_some_and(follows)
        && run[last].end == run[last + 1].start
    {
        last += 2;
    }
    Some(last)
}

/// Where the other end of a date that is damaged ends: it is one date with it, as in 2016年11年24日-11月28日.
fn other_end(text: &str, run: &[Token], first: usize, last: usize) -> Option<usize> {
    let is_damaged = DatePhrase::parse(&text[run[first].start..run[last].end]).is_err();
    let joint = run.get(last + 1).filter(|joint| is_damaged && joint.kind == Kind::Joint)?;
    let is_range = "至到-—–－─~～〜".contains(&text[joint.start..joint.end]);
    (is_range && last + 2 < run.len()).then(|| stretch(text, run, last + 2))?
}

/// How far a date that begins with the word could reach: it holds few months.
fn furthest(text: &str, run: &[Token], first: usize) -> usize {
    let is_month = |token: &Token| match token.kind {
        Kind::Name => true,
        // 2018-05-24
        Kind::Number => is_signed(&text[token.start..token.end]),
        _ => text[token.start..].starts_with(['月', '⽉']),
    };
    let words = run[first..].iter().take(MOST_WORDS);
    let mut months = words.enumerate().filter(|(_, token)| is_month(token)).map(|(at, _)| at);
    months.nth(MOST_MONTHS).map_or(run.len().min(first + MOST_WORDS), |at| first + at)
}

fn is_date(words: &str) -> bool {
    DatePhrase::parse(words).map_or_else(|unclear| is_asked(&unclear, words), |_| true)
}

/// Whether words that are not read are a date all the same, which has to be asked about.
fn is_asked(unclear: &Unclear, words: &str) -> bool {
    match unclear {
        Unclear::Unreadable(hint) => match hint {
            Hint::NeedsMonth
            | Hint::MovableFestival
            | Hint::Holiday
            | Hint::NotFirm
            | Hint::TwoRanges
            | Hint::ManyDates
            | Hint::Typo => true,
            Hint::TwoDigitYear => !words.ends_with('年'),
            Hint::NeedsAnchor => ["本月", "次月", "当月"].iter().any(|month| words.starts_with(month)),
            Hint::Other => is_month_and_day(words),
            Hint::NeedsPlanStart | Hint::FiscalYear | Hint::NeedsDay => false,
        },
        _ => true,
    }
}

/// Sep-8
fn is_month_and_day(words: &str) -> bool {
    let day = words.split_once('-').filter(|(month, _)| month.bytes().all(|c| c.is_ascii_alphabetic()));
    day.is_some_and(|(_, day)| day.len() <= 2 && day.bytes().all(|c| c.is_ascii_digit()))
}

/// Whether a date can begin with the word: not inside a code, a version, a price or the number of a document.
fn can_begin(text: &str, run: &[Token], first: usize) -> bool {
    let token = run[first];
    let before = text[..token.start].chars().next_back();
    let word = &text[token.start..token.end];
    match token.kind {
        Kind::Number if is_behind_number(text, token) => true,
        Kind::Number if is_cut(text, token) => false,
        Kind::Number => !before.is_some_and(|c| c.is_ascii_alphanumeric() || "./_第〔[¥￥$€£#".contains(c)),
        Kind::Lead => match word {
            "约" => !before.is_some_and(|c| "签预违节合条公大".contains(c)),
            "on" | "On" => run.get(first + 1).is_some_and(|next| &text[next.start..next.end] == "or"),
            _ => true,
        },
        // 3年内
        Kind::Name => {
            !(word.starts_with('年')
                && before.is_some_and(|c| c.is_numeric() || "一二三四五六七八九十两几数".contains(c)))
        }
        // Tuesday 5 June
        Kind::Inner => word.is_ascii() && word.len() > 2 && !word.ends_with(')'),
        Kind::Unit | Kind::Joint => false,
    }
}

/// Whether what stands before the number is the beginning of its date: 20**年12月7日.
fn is_cut(text: &str, token: Token) -> bool {
    let before = text[..token.start].strip_suffix(['年', '月']);
    before.is_some_and(|before| before.ends_with(MASKS) || before.ends_with(|c: char| c.is_ascii_digit()))
}

/// Whether the number is a month behind the number of a list: 2.8月25日前.
fn is_behind_number(text: &str, month: Token) -> bool {
    let Some(before) = text[..month.start].strip_suffix(['.', '．']) else { return false };
    let rest = before.trim_end_matches(|c: char| c.is_ascii_digit());
    let is_number = (1..=2).contains(&(before.len() - rest.len()));
    is_number && !rest.ends_with(['.', '．']) && text[month.end..].starts_with('月')
}

/// Whether the words can only be a date: a number alone is none.
fn is_firm(text: &str, words: &[Token]) -> bool {
    let word = |token: &Token| &text[token.start..token.end];
    let numbers = words.iter().any(|token| token.kind == Kind::Number);
    let pair = |pair: &[Token]| {
        let (number, unit) = (word(&pair[0]), word(&pair[1]));
        let counted = unit != "年" && unit != "年度" || number.chars().count() == 4;
        pair[0].kind == Kind::Number
            && (pair[1].kind == Kind::Unit && counted || is_signed(number) && unit.ends_with('前'))
    };
    let named = words.iter().any(|token| {
        let is_month = word(token).is_ascii() && !word(token).ends_with(|c: char| c.is_ascii_digit());
        token.kind == Kind::Name && (!is_month || numbers || is_lone_month(text, words, token))
    });
    named
        || words.windows(2).any(pair)
        || words.iter().any(|token| token.kind == Kind::Number && has_year(word(token)))
}

/// 6/10, 8.7
fn is_signed(number: &str) -> bool {
    number.contains(['.', '/', '-', '．', '／'])
}

/// 2018.5.4, 4/5/2018, 20180504
fn has_year(number: &str) -> bool {
    let number: String = number.chars().map(plain).collect();
    let mut parts = number.split(['.', '/', '-', ':']);
    let is_year = |part: &str| part.len() == 4 && (part.starts_with("19") || part.starts_with("20"));
    let whole = number.len() == 8 && number.starts_with("20") && number.bytes().all(|c| c.is_ascii_digit());
    whole || is_signed(&number) && !number.contains(':') && parts.any(is_year)
}

/// By June, in May: a month without a number where it must be one.
fn is_lone_month(text: &str, words: &[Token], month: &Token) -> bool {
    let led = words.first().is_some_and(|first| first.kind == Kind::Lead);
    let before = text[..month.start].trim_end();
    let placed = ["in", "In", "during", "of"].iter().any(|word| before.ends_with(word));
    text[month.start..].starts_with(|c: char| c.is_ascii_uppercase()) && (led || placed || words.len() > 1)
}

/// What a word behind a date makes of its end: 2003年以来, 2018届, 5月中央, 6月初步, 5月10家.
const GOES_ON: &[(&str, &str)] = &[
    ("中", "央国共心学小层期等办组"),
    ("初", "步级中三一二见审评稿"),
    ("底", "线层"),
    ("末", "位端"),
    ("前", "期往来后夕沿景列者述款三"),
    ("内", "容部外"),
    ("间", "隔断接"),
    ("起", "草来步诉"),
    ("后", "续期"),
    ("时", "间期候任代"),
    ("年", "来度级届版龄代轻"),
    ("年度", "工计目任考总预决报"),
    ("年终", "考总奖评述检"),
    ("年中", "考总奖评述检"),
];

const NO_DATE_BEFORE: &[&str] = &["以来", "周年", "级", "届", "版", "修订", "修正", "号文", "号楼"];

/// Whether the date can end with the last of the words.
fn can_end(text: &str, words: &[Token]) -> bool {
    let [.., last] = words else { return false };
    let word = &text[last.start..last.end];
    let behind = &text[last.end..];
    let next = behind.chars().next();
    let begins_line = text[..words[0].start].trim_end_matches(' ').ends_with('\n') || words[0].start == 0;
    let is_bare_day = words.len() == 2 && words[0].kind == Kind::Number && words[1].kind == Kind::Unit;
    let is_part = GOES_ON
        .iter()
        .any(|(end, next_ones)| word.ends_with(end) && next.is_some_and(|next| next_ones.contains(next)));
    if is_part || NO_DATE_BEFORE.iter().any(|word| behind.starts_with(word)) {
        return false;
    }
    let date = &text[words[0].start..last.end];
    if date.matches(['(', '（']).count() != date.matches([')', '）']).count() {
        return false;
    }
    match last.kind {
        Kind::Joint | Kind::Lead => false,
        Kind::Number => !next
            .is_some_and(|next| next.is_alphanumeric() && !"开召举报提完前".contains(next) || next == '%'),
        Kind::Unit if is_bare_day && word == "日" => begins_line && !behind.starts_with('内'),
        Kind::Unit => !(is_bare_day && word == "号"),
        Kind::Name | Kind::Inner => true,
    }
}
