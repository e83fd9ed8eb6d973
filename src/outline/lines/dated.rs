//! A line that says what is to be done and when: the date first, last, or in brackets.

use std::ops::Range;

use super::super::dates::{is_of_dates, is_time, spots};
use super::super::entry::{Stated, Time};
use super::line::Line;

/// What a line with a date says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dated {
    /// The words of the date.
    pub words: String,
    /// Empty where the date stands alone.
    pub name: String,
    /// What is said after the name.
    pub content: Option<String>,
    pub form: Form,
    /// Whether a sign parts the name from the date.
    pub is_parted: bool,
}

/// Where the date stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    First,
    Last,
    /// NAME（DATE）。…
    Bracketed,
    /// 完成时限：DATE
    Labelled,
}

impl Dated {
    /// Whether the date stands alone, or beside what only counts.
    pub fn is_bare(&self) -> bool {
        self.name.chars().all(|c| !c.is_alphabetic()) || self.is_counted()
    }

    /// Week 1 (May 27 - June 2), 第3周
    fn is_counted(&self) -> bool {
        const COUNTED: &[&str] = &["week", "day", "sprint", "第", "周"];
        let name = self.name.trim().to_lowercase();
        let number = COUNTED.iter().find_map(|word| name.strip_prefix(word));
        let is_number = |c: char| !c.is_alphabetic() || "一二三四五六七八九十周天".contains(c);
        number.is_some_and(|number| number.chars().all(is_number))
    }

    /// A line of a dated list that has no date.
    pub fn without_date(line: &Line) -> Dated {
        let (name, content) = parted(&line.text);
        Dated { words: String::new(), name, content, form: Form::Last, is_parted: false }
    }
}

/// What may part a date from a name. A hyphen does between blanks only.
const SIGNS: &[&str] = &["：", ":", "\t", " - ", " – ", " — ", "——", "—", "- ", "，", ", ", " | "];
const BLANKS: &[char] = &[' ', '\t', '\u{3000}', '\u{a0}'];

/// Words that say when without a date, where a date is expected: 待省平台上线后, `any time after the beta freeze`.
const WHEN: &[&str] =
    &["待", "后", "前", "期间", "另行", "随时", "after", "before", "once", "when", "announced", "tbd"];

/// What the line says, if a date stands in it where lists have one.
pub fn dated(line: &Line) -> Option<Dated> {
    if let Some(words) = line.time.as_ref().filter(|_| !line.text.is_empty()) {
        let (name, content) = parted(&line.text);
        return Some(Dated { words: words.clone(), name, content, form: Form::Labelled, is_parted: true });
    }
    let dated = first(line).or_else(|| bracketed(&line.text)).or_else(|| last(line))?;
    // What remains of a date is no name: 15.07.2023 15.08.23, `1st week - due 8th:`.
    if is_of_dates(dated.name.strip_prefix("due ").unwrap_or(&dated.name)) && !dated.is_counted() {
        let words = line.text.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
        return Some(Dated { words, name: String::new(), content: None, ..dated });
    }
    // 12 June 2024 (moved from 1 June 2024): what is said of the date is no name either.
    let gloss = dated.name.strip_prefix(['(', '（']).and_then(|name| name.strip_suffix([')', '）']));
    if gloss.is_some_and(|gloss| dated.form == Form::First && !gloss.contains(['(', '（'])) {
        let words = if line.dates.len() > 1 { line.text.clone() } else { dated.words };
        return Some(Dated { words, name: String::new(), content: None, form: Form::First, is_parted: true });
    }
    Some(dated)
}

fn first(line: &Line) -> Option<Dated> {
    let text = line.text.as_str();
    let open = text.starts_with(['（', '(', '【', '[']);
    let start = if open { text.chars().next().map_or(0, char::len_utf8) } else { 0 };
    let spot = line.dates.first().filter(|date| date.start == start).cloned();
    let end = spot.as_ref().map_or(0, |spot| spot.end);
    let (words, rest) = match before_sign(line, start, end) {
        Some(parted) => parted,
        None => (&text[spot.clone()?], &text[end..]),
    };
    let words = without_week(words.trim());
    // （5月4日局务会议通过）
    let rest = if open { rest.trim_matches(['）', ')', '】', ']']) } else { rest };
    let name = rest.trim_start_matches(|c| "：:，,、-—–~|.".contains(c) || BLANKS.contains(&c));
    let is_parted = name.len() < rest.len() || open;
    let (name, content) = parted(name);
    Some(Dated { words: words.to_owned(), name, content, form: Form::First, is_parted })
}

/// Week 1 (May 27 - June 2) is from when to when.
fn without_week(words: &str) -> &str {
    let inner = words.strip_suffix([')', '）']).and_then(|words| words.split_once(['(', '（']));
    let is_week = |words: &str| {
        words.to_lowercase().starts_with("week") || words.starts_with('第') && words.ends_with('周')
    };
    inner
        .filter(|(week, inner)| is_week(week.trim()) && is_time(inner))
        .map_or(words, |(_, inner)| inner.trim())
}

/// The time before the first sign from `end` on, if all before it is one, and what stands behind the sign.
fn before_sign<'l>(line: &'l Line, start: usize, end: usize) -> Option<(&'l str, &'l str)> {
    let text = line.text.as_str();
    let signs = SIGNS.iter().flat_map(|sign| text[end..].match_indices(sign).take(4));
    let mut signs: Vec<(usize, usize)> = signs.map(|(at, sign)| (end + at, end + at + sign.len())).collect();
    signs.retain(|(at, behind)| !is_inside(line, *at, *behind));
    signs.sort_unstable();
    signs.into_iter().take(4).find_map(|(at, behind)| {
        let words = text.get(start..at)?.trim().trim_end_matches(['）', ')', '】', ']']);
        let words = if start == 0 { text[..at].trim() } else { words };
        // Mar 4, 02:00 UTC (Mar 3, 18:00 PST): …
        let is_glossed =
            end > 0 && text[end..at].trim().starts_with(['(', '（']) && words.ends_with([')', '）']);
        let is_whole = words.matches(['(', '（']).count() == words.matches([')', '）']).count();
        (is_whole && (is_time(words) || is_glossed)).then(|| (words, &text[behind..]))
    })
}

/// Whether a sign is part of a date or of a time of day: it parts nothing.
fn is_inside(line: &Line, at: usize, behind: usize) -> bool {
    let is_digit = |c: char| c.is_ascii_digit();
    line.dates.iter().any(|date| date.start < at && at < date.end)
        || line.text[..at].ends_with(is_digit)
            && line.text[behind..].starts_with(is_digit)
            && behind == at + 1
}

/// NAME（DATE）。…, NAME（DATE）：…
fn bracketed(text: &str) -> Option<Dated> {
    let (at, open) = text.match_indices(['（', '(']).find(|(at, _)| *at > 0)?;
    let behind = &text[at + open.len()..];
    let close = behind.find(['）', ')'])?;
    let words = time_in(&behind[..close])?;
    let name = text[..at].trim().trim_end_matches(['：', ':']);
    let rest = &behind[close..];
    let rest = rest.trim_start_matches(['）', ')']);
    let is_name = name.chars().count() <= 60 && !name.contains(['。', '；']) && spots(name).is_empty();
    let is_ended =
        rest.is_empty() || rest.starts_with(['。', '：', ':', '；', ';', '.']) && !name.contains('，');
    let content = rest.trim_start_matches(|c| "。：:；;. ".contains(c));
    (is_name && is_ended).then(|| Dated {
        words: words.to_owned(),
        name: name.to_owned(),
        content: (!content.is_empty()).then(|| content.to_owned()),
        form: Form::Bracketed,
        is_parted: true,
    })
}

/// The words of a date in a text that holds nothing else but what is done by it: 2月28日前完成.
pub fn time_in(text: &str) -> Option<&str> {
    let text = text.trim();
    if !is_time(text) {
        return None;
    }
    match spots(text)[..] {
        [spot] if text[spot.end..].ends_with("完成") => Some(spot.words),
        _ => Some(text),
    }
}

fn last(line: &Line) -> Option<Dated> {
    let (text, gloss) = without_gloss(line);
    let with = |at: usize, words: &str, has_sign: bool| {
        let before = text[..at].trim_end_matches(|c| "：:，,-—–~|（( \t\u{3000}".contains(c));
        // In English a blank stands before every word.
        let is_parted =
            has_sign || before.len() < if text.is_ascii() { text[..at].trim_end().len() } else { at };
        let is_name = !before.is_empty() && !before.contains(['。', '；']) && !before.contains(". ");
        let name = before.trim().to_owned();
        let (words, content) = (words.to_owned(), gloss.map(str::to_owned));
        is_name.then_some(Dated { words, name, content, form: Form::Last, is_parted })
    };
    let mut signs: Vec<(usize, usize)> = SIGNS
        .iter()
        .flat_map(|sign| text.rmatch_indices(sign).take(2))
        .map(|(at, sign)| (at, at + sign.len()))
        .filter(|(at, behind)| !is_inside(line, *at, *behind))
        .collect();
    signs.sort_unstable();
    let first_of_all = signs.iter().find(|(at, behind)| *at > 0 && time_in(&text[*behind..]).is_some());
    if let Some((at, behind)) = first_of_all {
        return with(*at, time_in(&text[*behind..])?, true);
    }
    let is_led = |date: &Range<usize>| {
        let before = text[..date.start].trim_end();
        text[date.clone()].starts_with("by ")
            || [" on", " in", " by", " at"].iter().any(|led| before.ends_with(led))
    };
    // Registration closes on 2 May, but not: It must be repeated by 30 September.
    let is_sentence = |date: &Range<usize>| line.text.ends_with('.') && is_led(date);
    let is_last = |date: &&Range<usize>| date.end == text.len() && date.start > 0 && !is_sentence(date);
    let spot = line.dates.last().filter(is_last)?;
    with(spot.start, &text[spot.clone()], false)
}

/// A line up to its stop, and what is said in brackets behind the date that ends it: 3 September (RD - Release Date).
fn without_gloss<'l>(line: &'l Line) -> (&'l str, Option<&'l str>) {
    let text = line.text.trim_end_matches(|c| "。；;，,.".contains(c) || BLANKS.contains(&c));
    let glossed = line.dates.last().filter(|date| date.start > 0).and_then(|date| {
        let behind = text.get(date.end..)?.trim_start();
        let gloss = behind.strip_prefix(['(', '（'])?.strip_suffix([')', '）'])?;
        (!gloss.contains(['(', '（'])).then_some((&text[..date.end], Some(gloss.trim())))
    });
    glossed.unwrap_or((text, None))
}

/// What a list of dates says where one of its lines has none: NAME：待省平台上线后, `TBD: NAME`.
pub fn undated(line: &Line, form: Form) -> Option<Dated> {
    let text = line.text.as_str();
    let (one, other) = text.split_once('：').or_else(|| text.split_once(": "))?;
    let (words, name) = if form == Form::First { (one, other) } else { (other, one) };
    let is_when = |words: &str| {
        let words = words.to_lowercase();
        WHEN.iter().any(|when| {
            if when.is_ascii() { words.split(' ').any(|word| word == *when) } else { words.contains(when) }
        })
    };
    let is_short = words.chars().count() <= if words.is_ascii() { 60 } else { 20 };
    let fits = is_short && is_when(words) && !name.trim().is_empty() && !words.contains(['。', '，']);
    let (name, content) = parted(name.trim());
    fits.then(|| Dated { words: words.trim().to_owned(), name, content, form, is_parted: true })
}

/// The first clause, and what is said after it.
pub fn parted(text: &str) -> (String, Option<String>) {
    let text = text.trim();
    let is_hour = |end: &usize| text[..*end].ends_with("a.m") || text[..*end].ends_with("p.m");
    let stop = text.find(['。', '\n']).or_else(|| text.find(". ").filter(|end| !is_hour(end)));
    let end = stop.unwrap_or(text.len());
    let (name, rest) = text.split_at(end);
    let rest = rest.trim_start_matches(|c| "。. \n".contains(c));
    let name = name.trim_end_matches(|c| "；;，,.".contains(c)).trim();
    (name.to_owned(), (!rest.is_empty()).then(|| rest.to_owned()))
}

/// The time that a line gives with words that stand where lists have their dates.
pub fn time(words: &str) -> Time {
    match words {
        "" => Time::Unsaid,
        words if is_time(words) => Time::Due(Stated::Words(words.to_owned())),
        words => Time::ToSettle(words.to_owned()),
    }
}
