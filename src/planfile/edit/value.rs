//! Values to be written, as TOML 1.0 text.

use std::borrow::Cow;
use std::fmt::Write as _;

use chrono::NaiveDate;

use crate::model::key::EntryKey;
use crate::model::text::is_unsafe;

#[derive(Debug, Clone)]
pub enum Value<'a> {
    Date(NaiveDate),
    /// Its digits.
    Number(String),
    Text(Cow<'a, str>),
    /// A list of texts, written on one line.
    Texts(Vec<Cow<'a, str>>),
    /// Names: one is a text, several are a list, and where a list stands it stays one.
    Names(Vec<Cow<'a, str>>),
    /// An entry of `notes` or `moved`.
    Record(Vec<(&'static str, Value<'a>)>),
    /// What stands elsewhere in the same activity or phase, in the form in which it is written there.
    Standing(Place),
    /// The TOML text of a value.
    Written(&'a str),
}

/// Where a value stands in an activity or a phase.
#[derive(Debug, Clone, Copy)]
pub enum Place {
    Of(EntryKey),
    /// In an entry of a list, counted from 0.
    In {
        list: EntryKey,
        at: usize,
        key: &'static str,
    },
}

impl<'a> Value<'a> {
    /// Puts what `written` returns in the place of what is [`Value::Standing`].
    pub(super) fn settled(&self, written: &impl Fn(Place) -> Option<&'a str>) -> Option<Value<'a>> {
        Some(match self {
            Value::Standing(place) => Value::Written(written(*place)?),
            Value::Record(pairs) => {
                let settled = pairs.iter().map(|(key, value)| Some((*key, value.settled(written)?)));
                Value::Record(settled.collect::<Option<_>>()?)
            }
            other => other.clone(),
        })
    }

    /// Returns the texts that it is, where it can stand in place of a list.
    pub(super) fn texts(&self) -> Option<&[Cow<'a, str>]> {
        match self {
            Value::Texts(texts) | Value::Names(texts) => Some(texts),
            _ => None,
        }
    }
}

impl Value<'_> {
    /// Returns the value as [`Value::toml`] does, in the quotes of `written` where it can stand in them.
    pub(super) fn in_quotes_of(&self, written: &str) -> String {
        let quotes = ["\"\"\"", "'''", "'", "\""].into_iter().find(|quotes| written.starts_with(quotes));
        let is_day = written.trim_matches(['"', '\'']).parse::<NaiveDate>().is_ok();
        match (self, quotes) {
            (Value::Date(day), Some(quotes)) if is_day => format!("{quotes}{day}{quotes}"),
            (Value::Names(names), _) if names.len() == 1 => {
                Value::Text(names[0].clone()).in_quotes_of(written)
            }
            (Value::Text(text), Some("\"\"\"")) => format!("\"\"{}\"\"", quoted(text)),
            (Value::Text(text), Some(quotes)) if quotes.starts_with('\'') && !text.contains(is_odd) => {
                format!("{quotes}{text}{quotes}")
            }
            _ => self.toml(),
        }
    }

    /// Returns the value as it stands after `=`.
    pub(in crate::planfile) fn toml(&self) -> String {
        match self {
            Value::Date(day) => day.to_string(),
            Value::Number(digits) => digits.clone(),
            Value::Text(text) => quoted(text),
            Value::Names(names) if names.len() == 1 => quoted(&names[0]),
            Value::Texts(texts) | Value::Names(texts) => list(texts),
            Value::Record(entries) => {
                let entries: Vec<String> =
                    entries.iter().map(|(key, value)| format!("{key} = {}", value.toml())).collect();
                format!("{{ {} }}", entries.join(", "))
            }
            Value::Written(text) => (*text).to_owned(),
            Value::Standing(_) => unreachable!("it is settled before anything is written"),
        }
    }
}

/// Returns a list of texts on one line.
pub(super) fn list(texts: &[Cow<'_, str>]) -> String {
    let texts: Vec<String> = texts.iter().map(|text| quoted(text)).collect();
    format!("[{}]", texts.join(", "))
}

/// Whether `c` cannot stand between apostrophes.
fn is_odd(c: char) -> bool {
    c == '\'' || is_unsafe(c)
}

/// Returns a basic string.
fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    text.chars().for_each(|c| push_escaped(c, &mut quoted));
    quoted.push('"');
    quoted
}

/// Returns a string whose lines stand one below the other, where it has several.
pub(in crate::planfile) fn in_lines(text: &str) -> String {
    if !text.contains('\n') {
        return quoted(text);
    }
    let mut lines = String::from("\"\"\"\n");
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        // One quote ends nothing, unless another follows, or the end.
        let is_alone = c == '"' && rest.peek().is_some_and(|next| *next != '"');
        if c == '\n' || is_alone { lines.push(c) } else { push_escaped(c, &mut lines) }
    }
    lines + "\"\"\""
}

/// Writes `c` as it stands in a basic string. What could steer a terminal is escaped, for whoever prints the file.
fn push_escaped(c: char, quoted: &mut String) {
    match c {
        '"' => quoted.push_str("\\\""),
        '\\' => quoted.push_str("\\\\"),
        '\n' => quoted.push_str("\\n"),
        '\t' => quoted.push_str("\\t"),
        '\r' => quoted.push_str("\\r"),
        '\u{10000}'.. if is_unsafe(c) => {
            let _ = write!(quoted, "\\U{:08X}", c as u32);
        }
        c if is_unsafe(c) => {
            let _ = write!(quoted, "\\u{:04X}", c as u32);
        }
        c => quoted.push(c),
    }
}
