//! From single TOML values, each with its place, to those of a draft.

use std::ops::RangeInclusive;

use chrono::NaiveDate;
use toml::Spanned;
use toml::de::{DeArray, DeString, DeTable, DeValue};
use toml::value::Datetime;

use crate::model::Text;
use crate::model::diagnostic::{Code, Diagnostic};
use crate::model::draft::{Broken, Found, FoundDate, Written};
use crate::model::key::{Kind, Table};
use crate::model::span::Span;

pub(super) type Name<'a> = Spanned<DeString<'a>>;
pub(super) type TomlValue<'a> = Spanned<DeValue<'a>>;

/// Reads values, and notes what has the wrong form.
#[derive(Default)]
pub(super) struct Decoder<'a> {
    pub(super) problems: Vec<Diagnostic<'a>>,
    /// Where in the file the text begins whose values are read.
    pub(super) base: usize,
    /// Of the table that is being read.
    pub(super) broken: Broken,
}

impl<'a> Decoder<'a> {
    pub(super) fn report(&mut self, span: Span, code: Code<'a>) {
        self.problems.push(Diagnostic { span, other: None, about: None, code });
    }

    fn span<T>(&self, found: &Spanned<T>) -> Span {
        let span = found.span();
        (self.base + span.start..self.base + span.end).into()
    }

    /// Keys that begin `x-` are the author's own.
    pub(super) fn unknown(&mut self, name: Name<'a>, table: Table) {
        let span = self.span(&name);
        let key = name.into_inner();
        if !key.starts_with("x-") {
            let nearest = nearest(&key, table.keys());
            self.report(span, Code::UnknownKey { key, table, nearest });
        }
    }

    fn wrong(&mut self, key: &'static str, value: &TomlValue<'a>, expected: Kind) {
        self.broken.0.push(key);
        let found = kind(value.get_ref());
        self.report(self.span(value), Code::WrongType { key, expected, found });
    }

    pub(super) fn table(&mut self, key: &'static str, value: TomlValue<'a>) -> Option<(DeTable<'a>, Span)> {
        let span = self.span(&value);
        if matches!(value.get_ref(), DeValue::Table(_)) {
            let DeValue::Table(table) = value.into_inner() else { return None };
            return Some((table, span));
        }
        self.wrong(key, &value, Kind::Table);
        None
    }

    fn array(&mut self, key: &'static str, value: TomlValue<'a>, expected: Kind) -> Option<DeArray<'a>> {
        if matches!(value.get_ref(), DeValue::Array(_)) {
            let DeValue::Array(array) = value.into_inner() else { return None };
            return Some(array);
        }
        self.wrong(key, &value, expected);
        None
    }

    /// Reads an array of tables.
    pub(super) fn each<T>(
        &mut self,
        key: &'static str,
        value: TomlValue<'a>,
        read: fn(&mut Self, DeTable<'a>, Span) -> T,
    ) -> Vec<T> {
        let Some(array) = self.array(key, value, Kind::Tables) else { return Vec::new() };
        let mut all = Vec::with_capacity(array.len());
        for entry in array {
            if let Some((table, span)) = self.table(key, entry) {
                all.push(read(self, table, span));
            }
        }
        all
    }

    pub(super) fn texts(&mut self, key: &'static str, value: TomlValue<'a>) -> Vec<Text<'a>> {
        let Some(array) = self.array(key, value, Kind::Texts) else { return Vec::new() };
        let mut texts = Vec::with_capacity(array.len());
        for entry in array {
            if matches!(entry.get_ref(), DeValue::String(_)) {
                texts.extend(self.plain(key, entry));
            } else {
                self.wrong(key, &entry, Kind::Texts);
            }
        }
        texts
    }

    pub(super) fn text(&mut self, key: &'static str, value: TomlValue<'a>) -> Option<Found<Text<'a>>> {
        let span = self.span(&value);
        if matches!(value.get_ref(), DeValue::String(_)) {
            let DeValue::String(value) = value.into_inner() else { return None };
            return Some(Found { value, span });
        }
        self.wrong(key, &value, Kind::Text);
        None
    }

    pub(super) fn plain(&mut self, key: &'static str, value: TomlValue<'a>) -> Option<Text<'a>> {
        self.text(key, value).map(|found| found.value)
    }

    pub(super) fn number(
        &mut self,
        key: &'static str,
        value: &TomlValue<'a>,
        allowed: RangeInclusive<i32>,
    ) -> Option<Found<i32>> {
        let span = self.span(value);
        let integer = match value.get_ref() {
            DeValue::Integer(integer) => integer,
            DeValue::Float(float) => {
                self.out_of_range(key, span, float.to_string());
                return None;
            }
            _ => {
                self.wrong(key, value, Kind::Number);
                return None;
            }
        };
        let number = i32::from_str_radix(integer.as_str(), integer.radix()).ok();
        if let Some(value) = number.filter(|number| allowed.contains(number)) {
            return Some(Found { value, span });
        }
        self.out_of_range(key, span, integer.to_string());
        None
    }

    fn out_of_range(&mut self, key: &'static str, span: Span, written: String) {
        self.broken.0.push(key);
        self.report(span, Code::OutOfRange { key, written: written.into() });
    }

    /// Reads a date that must be a date: TOML's own, or an ISO date in quotes.
    pub(super) fn date(&mut self, key: &'static str, value: &TomlValue<'a>) -> Option<Found<NaiveDate>> {
        let span = self.span(value);
        match value.get_ref() {
            DeValue::Datetime(datetime) => {
                if let Some(value) = calendar_date(datetime) {
                    return Some(Found { value, span });
                }
                self.wrong(key, value, Kind::Date);
            }
            DeValue::String(text) => {
                if let Some(value) = iso_date(text) {
                    return Some(Found { value, span });
                }
                self.broken.0.push(key);
                self.report(span, Code::BadDate { key, written: text.clone() });
            }
            DeValue::Boolean(true) => {
                self.broken.0.push(key);
                self.report(span, Code::DoneIsYes { key });
            }
            _ => self.wrong(key, value, Kind::Date),
        }
        None
    }

    /// Reads a date, or the document's words for one.
    pub(super) fn written(&mut self, key: &'static str, value: TomlValue<'a>) -> FoundDate<'a> {
        let span = self.span(&value);
        let date = match value.get_ref() {
            DeValue::Datetime(datetime) => calendar_date(datetime),
            DeValue::String(text) => iso_date(text),
            _ => None,
        };
        if let Some(date) = date {
            return Some(Found { value: Written::Date(date), span });
        }
        if !matches!(value.get_ref(), DeValue::String(_)) {
            self.wrong(key, &value, Kind::DateOrWords);
            return None;
        }
        self.text(key, value).map(|found| Found { value: Written::Words(found.value), span })
    }
}

fn calendar_date(datetime: &Datetime) -> Option<NaiveDate> {
    let date = datetime.date.filter(|_| datetime.time.is_none())?;
    NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into())
}

/// Reads `2018-06-10` and nothing looser.
fn iso_date(text: &str) -> Option<NaiveDate> {
    if is_iso(text) { text.parse().ok() } else { None }
}

pub(super) fn is_iso(text: &str) -> bool {
    text.len() == 10
        && text.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        })
}

fn kind(value: &DeValue<'_>) -> Kind {
    match value {
        DeValue::String(_) => Kind::Text,
        DeValue::Integer(_) | DeValue::Float(_) => Kind::Number,
        DeValue::Boolean(_) => Kind::Boolean,
        DeValue::Datetime(datetime) if datetime.time.is_none() => Kind::Date,
        DeValue::Datetime(_) => Kind::Time,
        DeValue::Array(_) => Kind::Array,
        DeValue::Table(_) => Kind::Table,
    }
}

/// Returns the known key that `key` most likely stands for.
fn nearest(key: &str, known: &[&'static str]) -> Option<&'static str> {
    let distance = |known: &str| strsim::damerau_levenshtein(&key.to_lowercase(), known);
    let (distance, nearest) = known.iter().map(|known| (distance(known), *known)).min()?;
    let likely = distance < key.chars().count() && distance <= nearest.len().max(3) / 2 + 1;
    likely.then_some(nearest)
}
