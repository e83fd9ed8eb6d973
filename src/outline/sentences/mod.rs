//! Deadlines inside sentences, and the period of the whole plan: what is found there is for a person to review.

#[cfg(test)]
mod tests;
mod traps;

pub use traps::{is_no_name, is_state, is_version};

use std::ops::Range;

use super::dates::spots;
use super::owners::{self, Owners, Part};
use crate::model::date::DatePhrase;

/// A sentence in which a deadline stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deadline {
    /// The words of the date.
    pub words: String,
    /// The shortest clause that says what is to be done, without the date.
    pub title: String,
    /// Who is to do it, where that stands before the date, or in a clause of its own: 由科技局牵头.
    pub owners: Owners,
    /// As it is written.
    pub sentence: String,
}

/// A stretch without a stop that is longer, in bytes, is no sentence.
const LONGEST: usize = 6_000;

/// The deadlines that stand in a text.
pub fn deadlines(text: &str) -> Vec<Deadline> {
    let mut found: Vec<Deadline> = Vec::new();
    for range in sentences(text).into_iter().filter(|range| range.len() <= LONGEST) {
        let sentence = text[range].trim();
        let clauses = clauses(sentence);
        for spot in spots(sentence) {
            let Some(at) = clauses.iter().position(|clause| clause.contains(&spot.start)) else { continue };
            let clause = &sentence[clauses[at].clone()];
            let start = spot.start - clauses[at].start;
            if !is_deadline(spot.words) || traps::is_trap(sentence, clause, start, start + spot.words.len()) {
                continue;
            }
            let (owner, title) = title(sentence, &clauses, at, spot.start..spot.end);
            let owners = owners(sentence, &clauses, owner);
            if !traps::is_no_name(&title)
                && !traps::is_past(&title)
                && found.last().is_none_or(|last| last.title != title)
            {
                let (words, sentence) = (without_by(spot.words).to_owned(), sentence.to_owned());
                found.push(Deadline { words, title, owners, sentence });
            }
        }
    }
    found
}

/// The one who is named before the date, and those whose part has a clause of its own.
fn owners(sentence: &str, clauses: &[Range<usize>], named: Option<String>) -> Owners {
    let mut owners = Owners::default();
    if let Some(named) = named {
        owners.add(Part::Responsible, &named);
    }
    for clause in clauses {
        owners.join(owners::acting(&sentence[clause.clone()]));
    }
    owners
}

/// From when to when the whole plan runs, where a sentence says so.
pub fn period(text: &str) -> Option<String> {
    const SAYS_SO: &[&str] = &[
        "时间为", "时间从", "时间：", "为期", "期限为", "runs from", "run from", "period", "duration",
        "lasts from",
    ];
    let sentences = sentences(text).into_iter().filter(|range| range.len() <= LONGEST);
    // Where phases follow each other, none of their ranges is that of the whole.
    let ranges = || spots(text).into_iter().filter(|spot| is_range(spot.words)).take(2).count();
    let has_one = text.contains("阶段") && ranges() == 1;
    sentences.into_iter().find_map(|range| {
        let sentence = &text[range];
        let spot = spots(sentence).into_iter().find(|spot| is_range(spot.words))?;
        let before = &sentence[..spot.start];
        let is_whole = has_one && sentence.contains("阶段")
            || SAYS_SO.iter().any(|words| sentence.contains(words))
            || spot.words.starts_with('从');
        let is_past = traps::is_past(sentence);
        let words = spot.words.trim_start_matches(['从', '自']);
        (is_whole && !is_past && !before.contains('《')).then(|| words.to_owned())
    })
}

/// By 10 June is 10 June; by June and by the end of June are more than June.
fn without_by(words: &str) -> &str {
    let rest = words.strip_prefix("by ").unwrap_or(words);
    let is_day = rest.starts_with(|c: char| c.is_ascii_digit() || c.is_ascii_uppercase())
        && matches!(DatePhrase::parse(rest), Ok(DatePhrase::Dated(dated)) if dated.start.is_none() && dated.end.part.is_day());
    if is_day { rest } else { words }
}

/// Whether the words name a first day and a last one.
pub fn is_range(words: &str) -> bool {
    matches!(DatePhrase::parse(words), Ok(DatePhrase::Dated(dated)) if dated.start.is_some())
}

/// Whether something can be due by the words: years alone and a start alone are no deadline.
fn is_deadline(words: &str) -> bool {
    let is_year = words.ends_with('年') || words.ends_with("年度");
    // 发展规划（2019－2021）
    let is_number =
        |part: &str| part.is_empty() || part.len() == 4 && part.bytes().all(|c| c.is_ascii_digit());
    let are_years =
        !words.contains(['月', '日']) && words.split(|c: char| !c.is_ascii_alphanumeric()).all(is_number);
    if are_years {
        return false;
    }
    let is_open = matches!(DatePhrase::parse(words), Ok(DatePhrase::From(_) | DatePhrase::OpenEnded));
    !is_open && (!is_year || is_range(words))
}

/// Where the sentences of a text stand. A stop inside a date or a number ends none.
fn sentences(text: &str) -> Vec<Range<usize>> {
    let dates = spots(text);
    let mut dates = dates.iter().peekable();
    let mut sentences = Vec::new();
    let mut start = 0;
    let mut quoted = 0_usize;
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        while dates.next_if(|spot| spot.end <= at).is_some() {}
        quoted = match c {
            '“' | '《' => quoted + 1,
            '”' | '》' => quoted.saturating_sub(1),
            '\n' => 0,
            _ => quoted,
        };
        let is_inside = dates.peek().is_some_and(|spot| spot.start <= at && end < spot.end) || quoted > 0;
        let is_end = match c {
            '。' | '！' | '？' | '；' | '\n' => true,
            '.' | '!' | '?' | ';' => {
                let behind = &text[end..];
                behind.is_empty()
                    || behind.starts_with(' ') && !behind.trim_start().starts_with(char::is_lowercase)
            }
            _ => false,
        };
        if is_end && !is_inside {
            sentences.push(start..end);
            start = end;
        }
    }
    sentences.push(start..text.len());
    sentences.retain(|range| !text[range.clone()].trim().is_empty());
    sentences
}

/// Where the clauses of a sentence stand, without the stops between them.
fn clauses(sentence: &str) -> Vec<Range<usize>> {
    let dates = spots(sentence);
    let is_in_date = |at: usize| dates.iter().any(|spot| spot.start <= at && at < spot.end);
    let mut clauses = Vec::new();
    let mut start = 0;
    for (at, c) in sentence.char_indices() {
        // In Chinese text a comma is often a narrow one.
        let is_comma = c == ',' && (sentence[at + 1..].starts_with(' ') || !sentence.is_ascii());
        let is_stop = "，：；。！？".contains(c) || is_comma;
        if is_stop && !is_in_date(at) {
            clauses.push(start..at);
            start = at + c.len_utf8();
        }
    }
    clauses.push(start..sentence.len());
    clauses.retain(|range| !sentence[range.clone()].trim().is_empty());
    clauses
}

/// Who, and what is to be done: the clause of the date, or the one after or before it where that says nothing else.
fn title(
    sentence: &str,
    clauses: &[Range<usize>],
    at: usize,
    date: Range<usize>,
) -> (Option<String>, String) {
    let clause = clauses[at].clone();
    let before = strip_end(&sentence[clause.start..date.start.max(clause.start)], &sentence[date.clone()]);
    let behind = strip_start(&sentence[date.end.min(clause.end)..clause.end]);
    let (owner, before) = owner(before, behind);
    let own = joined(before, behind);
    if says_something(&own) {
        return (owner, own);
    }
    let next = clauses.get(at + 1).map(|next| trimmed(&sentence[next.clone()]));
    let previous = at.checked_sub(1).map(|at| trimmed(&sentence[clauses[at].clone()]));
    let beside = if own.is_empty() || behind.is_empty() { next.or(previous) } else { previous.or(next) };
    match beside {
        // 结业, 完成
        Some(beside) if own.chars().count() <= 2 => (owner, beside.to_owned()),
        Some(beside) => {
            let stop = if sentence.is_ascii() { ", " } else { "，" };
            (owner, format!("{beside}{stop}{own}"))
        }
        None => (owner, own),
    }
}

fn joined(before: &str, behind: &str) -> String {
    let blank =
        if before.ends_with(|c: char| c.is_ascii_alphanumeric()) && behind.is_ascii() && !behind.is_empty() {
            " "
        } else {
            ""
        };
    trimmed(&format!("{before}{blank}{behind}")).to_owned()
}

fn trimmed(text: &str) -> &str {
    text.trim_matches(|c: char| "，、；：。,;:.（）() ".contains(c) || c.is_whitespace())
}

/// The words before a date without those that only lead to it.
fn strip_end<'t>(text: &'t str, date: &str) -> &'t str {
    const DUE: &[&str] = &[" is due", " are due", " due", "截止时间为", "时间为"];
    const LEADING: &[&str] = &[
        "务必于", "务必在", "请于", "请在", "须于", "须在", "应于", "应在", "要在", "要于", "并于", "并在",
        "安排在", "于", "在", " on", " in", " at", " during", " of",
    ];
    let text = text.trim_end();
    // In `handed in by 8 December` the word is not the date's.
    let is_led = date.starts_with(|c: char| c.is_ascii_lowercase());
    let leading = LEADING.iter().filter(|leading| !is_led || !leading.is_ascii());
    let text = leading.into_iter().find_map(|leading| text.strip_suffix(leading)).unwrap_or(text).trim_end();
    DUE.iter().find_map(|due| text.strip_suffix(due)).unwrap_or(text).trim_end()
}

fn strip_start(text: &str) -> &str {
    text.trim_start().trim_start_matches(['，', ',', '、', '）', ')']).trim_start()
}

/// Those who are to do it, at the beginning of the words before the date, and the words without them.
fn owner<'t>(before: &'t str, behind: &str) -> (Option<String>, &'t str) {
    const UNITS: &[&str] = &[
        "单位", "部门", "科室", "处室", "乡镇", "镇", "街道", "组", "局", "办", "委", "室", "科", "校", "院",
        "中心",
    ];
    let name = before.trim();
    let is_unit =
        UNITS.iter().any(|unit| name.ends_with(unit)) || name.starts_with('各') && name.ends_with('）');
    let leads = name.starts_with(['为', '给', '与', '同', '经', '按', '据', '从', '在']);
    let is_short =
        !leads && name.chars().count() <= 20 && !name.contains([' ', '把', '将', '由', '和', '对', '向']);
    if is_unit && is_short && !behind.is_empty() { (Some(name.to_owned()), "") } else { (None, before) }
}

/// Whether a clause says what is to be done, and not only that something is.
fn says_something(clause: &str) -> bool {
    const NOTHING: &[&str] = &[
        "截止时间", "完成时间", "完成时限", "时间", "前", "完成", "期限", "时间为", "截止时间为", "by",
        "the deadline is",
    ];
    let letters = clause.chars().filter(|c| c.is_alphanumeric()).count();
    letters >= 3 && !NOTHING.contains(&clause)
}
