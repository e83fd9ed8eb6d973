//! A name on one line, and its date on the next.

use super::dated::{Dated, Form, dated, time_in};
use super::line::Line;

/// What the line below a name says of its time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Below {
    /// The words of the date.
    pub words: String,
    /// What is said beside the date.
    pub content: Option<String>,
}

/// What the line below a name says, if it is a date, begins with one or says by when it is to be done.
pub fn below(name: &Line, line: &Line, after: Option<&Line>) -> Option<Below> {
    if line.level.is_some() {
        return None;
    }
    if let Some(words) = line.time.as_ref().filter(|_| line.text.is_empty()) {
        return Some(Below { words: words.clone(), content: None });
    }
    if let Some(alone) = dated(line).filter(Dated::is_bare) {
        let words = time_in(&alone.words).unwrap_or(&alone.words).to_owned();
        return Some(Below { words, content: None });
    }
    begins(name, line, after).or_else(|| says_when(line))
}

/// A heading, and a paragraph that begins with a date: not the first line of a list of dates.
fn begins(name: &Line, line: &Line, after: Option<&Line>) -> Option<Below> {
    let first = |line: &Line| dated(line).filter(|dated| dated.form == Form::First);
    let below = first(line).filter(|dated| dated.is_parted && !dated.name.is_empty())?;
    let is_alone = after.and_then(first).is_none() && line.style.is_none() && line.dates.len() == 1;
    (name.is_heading() && is_alone).then(|| {
        let said = line.text[line.dates[0].end..].trim_start_matches(|c: char| !c.is_alphanumeric());
        Below { words: below.words, content: Some(said.to_owned()) }
    })
}

/// `These should be done by 12 January`, 以上工作6月底前完成: a short sentence that says nothing but when.
fn says_when(line: &Line) -> Option<Below> {
    const DONE: &[&str] =
        &["done", "completed", "finished", "due", "deadline", "ready", "完成", "截止", "结束"];
    const OTHERS: &[&str] =
        &["these", "this", "they", "it ", "all of", "deadline", "due", "以上", "上述", "本项"];
    let text = line.text.to_lowercase();
    let is_short = line.length() <= if text.is_ascii() { 80 } else { 30 };
    let says =
        OTHERS.iter().any(|word| text.starts_with(word)) && DONE.iter().any(|word| text.contains(word));
    let [date] = &line.dates[..] else { return None };
    (is_short && says && line.style.is_none())
        .then(|| Below { words: line.text[date.clone()].to_owned(), content: None })
}
