//! From single TOML values, each with its place, to those of a draft.

use std::ops::RangeInclusive;

use chrono::NaiveDate;
use toml::Spanned;
use toml::de::{DeArray, DeString, DeTable, DeValue};

use crate::model::Text;
use crate::model::diagnostic::{Code, Diagnostic, Warning};
use crate::model::draft::{Broken, Found, FoundDate, Written};
use crate::model::key::{Kind, Table, is_required};
use crate::model::span::Span;
use crate::model::text::is_blank;

pub(super) type Name<'a> = Spanned<DeString<'a>>;
pub(super) type TomlValue<'a> = Spanned<DeValue<'a>>;

/// Reads values, and notes what has the wrong form.
#[derive(Default)]
pub(super) struct Decoder<'a> {
    pub(super) diagnostics: Vec<Diagnostic<'a>>,
    /// Where in the file the text begins whose values are read.
    base: usize,
    /// Of the table that is being read.
    pub(super) broken: Broken,
}

impl<'a> Decoder<'a> {
    /// Goes on with values from a part of the text that begins at `base`.
    pub(super) fn at(&mut self, base: usize) -> &mut Decoder<'a> {
        self.base = base;
        self
    }

    pub(super) fn report(&mut self, span: Span, code: Code<'a>) {
        self.diagnostics.push(Diagnostic { span, other: None, about: None, code });
    }

    /// Returns what was found, in the order of the places.
    pub(super) fn found(self) -> Vec<Diagnostic<'a>> {
        let mut found = self.diagnostics;
        found.sort_by_key(|diagnostic| diagnostic.span.start);
        found
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

    fn wrong<T>(&mut self, key: &'static str, span: Span, value: &DeValue<'a>, expected: Kind) -> Option<T> {
        self.unusable(key, span, Code::WrongType { key, expected, found: kind(value) })
    }

    fn unusable<T>(&mut self, key: &'static str, span: Span, code: Code<'a>) -> Option<T> {
        self.broken.0.push(key);
        self.report(span, code);
        None
    }

    pub(super) fn table(&mut self, key: &'static str, value: TomlValue<'a>) -> Option<(DeTable<'a>, Span)> {
        let span = self.span(&value);
        match value.into_inner() {
            DeValue::Table(table) => Some((table, span)),
            other => self.wrong(key, span, &other, Kind::Table),
        }
    }

    fn array(&mut self, key: &'static str, value: TomlValue<'a>, expected: Kind) -> Option<DeArray<'a>> {
        let span = self.span(&value);
        match value.into_inner() {
            DeValue::Array(array) => Some(array),
            other => self.wrong(key, span, &other, expected),
        }
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
        array.into_iter().filter_map(|entry| Some(self.seen(key, entry, Kind::Texts)?.value)).collect()
    }

    /// Reads a list of texts, or one text for a list of one.
    pub(super) fn text_or_texts(&mut self, key: &'static str, value: TomlValue<'a>) -> Vec<Text<'a>> {
        match value.get_ref() {
            DeValue::Array(_) => self.texts(key, value),
            _ => self.seen(key, value, Kind::TextOrTexts).map(|found| found.value).into_iter().collect(),
        }
    }

    fn string(&mut self, key: &'static str, value: TomlValue<'a>, expected: Kind) -> Option<Found<Text<'a>>> {
        let span = self.span(&value);
        match value.into_inner() {
            DeValue::String(value) => Some(Found { value, span }),
            other => self.wrong(key, span, &other, expected),
        }
    }

    /// Reads a text of which something can be seen: a blank one is as good as none.
    fn seen(&mut self, key: &'static str, value: TomlValue<'a>, expected: Kind) -> Option<Found<Text<'a>>> {
        let found = self.string(key, value, expected)?;
        if !is_blank(&found.value) {
            return Some(found);
        }
        if is_required(key) {
            return self.unusable(key, found.span, Code::Blank { key });
        }
        self.report(found.span, Code::Warning(Warning::Blank { key }));
        None
    }

    pub(super) fn text(&mut self, key: &'static str, value: TomlValue<'a>) -> Option<Found<Text<'a>>> {
        self.seen(key, value, Kind::Text)
    }

    pub(super) fn plain(&mut self, key: &'static str, value: TomlValue<'a>) -> Option<Text<'a>> {
        self.text(key, value).map(|found| found.value)
    }

    pub(super) fn number(
        &mut self,
        key: &'static str,
        value: TomlValue<'a>,
        allowed: RangeInclusive<i32>,
    ) -> Option<Found<i32>> {
        let span = self.span(&value);
        let written = match value.into_inner() {
            DeValue::Integer(integer) => {
                let number = i32::from_str_radix(integer.as_str(), integer.radix()).ok();
                if let Some(value) = number.filter(|number| allowed.contains(number)) {
                    return Some(Found { value, span });
                }
                integer.to_string()
            }
            DeValue::Float(float) => float.to_string(),
            other => return self.wrong(key, span, &other, Kind::Number),
        };
        self.unusable(key, span, Code::OutOfRange { key, written: written.into(), allowed })
    }

    /// Reads a date that must be a date: TOML's own, or an ISO date in quotes.
    pub(super) fn date(&mut self, key: &'static str, value: TomlValue<'a>) -> Option<Found<NaiveDate>> {
        let span = self.span(&value);
        let value = value.into_inner();
        match (calendar_date(&value), value) {
            (Some(value), _) => Some(Found { value, span }),
            (None, DeValue::String(written)) => self.unusable(key, span, Code::BadDate { key, written }),
            (None, DeValue::Boolean(true)) => self.unusable(key, span, Code::DoneIsYes { key }),
            (None, other) => self.wrong(key, span, &other, Kind::Date),
        }
    }

    /// Reads a date, or the document's words for one.
    pub(super) fn written(&mut self, key: &'static str, value: TomlValue<'a>) -> FoundDate<'a> {
        if let Some(date) = calendar_date(value.get_ref()) {
            return Some(Found { value: Written::Date(date), span: self.span(&value) });
        }
        let Found { value, span } = self.seen(key, value, Kind::DateOrWords)?;
        Some(Found { value: Written::Words(value), span })
    }
}

fn calendar_date(value: &DeValue<'_>) -> Option<NaiveDate> {
    match value {
        DeValue::Datetime(datetime) => {
            let date = datetime.date.filter(|_| datetime.time.is_none())?;
            NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into())
        }
        DeValue::String(text) if is_iso(text) => text.parse().ok(),
        _ => None,
    }
}

/// Whether it is written as `2018-06-10` and nothing looser.
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
