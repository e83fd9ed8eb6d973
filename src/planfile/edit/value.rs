//! Values to be written, as TOML 1.0 text.

use std::borrow::Cow;
use std::fmt::Write as _;

use chrono::NaiveDate;

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
}

impl<'a> Value<'a> {
    /// Returns the texts that it is, where it can stand in place of a list.
    pub(super) fn texts(&self) -> Option<&[Cow<'a, str>]> {
        match self {
            Value::Texts(texts) | Value::Names(texts) => Some(texts),
            _ => None,
        }
    }

    /// Returns the value as it stands after `=`.
    pub(super) fn toml(&self) -> String {
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
        }
    }
}

/// Returns a list of texts on one line.
pub(super) fn list(texts: &[Cow<'_, str>]) -> String {
    let texts: Vec<String> = texts.iter().map(|text| quoted(text)).collect();
    format!("[{}]", texts.join(", "))
}

/// Returns a basic string. What could steer a terminal is escaped, for whoever prints the file.
fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars() {
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
    quoted.push('"');
    quoted
}
