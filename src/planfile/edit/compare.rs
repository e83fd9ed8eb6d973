//! The proof of an edit: the old plan with the edits carried out on its values is what the new text reads as.

use chrono::{Datelike, NaiveDate};
use toml::Spanned;
use toml::de::{DeArray, DeString, DeTable, DeValue};
use toml::value::{Date, Datetime};

use super::{Edit, List, Spot, Value};

/// Carries `edit` out on the values; what it names stands at `spot`.
pub(super) fn carry_out(edit: &Edit<'_>, table: &mut DeTable<'_>, spot: Option<Spot>) {
    if let Edit::Add { pairs, .. } = edit {
        return add(pairs, table, spot.map_or(0, |spot| spot.at + 1));
    }
    let Some(spot) = spot else { return };
    let Some(DeValue::Array(entries)) = table.get_mut(spot.list.key()).map(Spanned::get_mut) else { return };
    let Some(DeValue::Table(entry)) = entries.get_mut(spot.at).map(Spanned::get_mut) else { return };
    match edit {
        Edit::Set { key, value, .. } => {
            entry.insert(unplaced(DeString::Owned((*key).to_owned())), unplaced(parsed(value)));
        }
        Edit::Unset { key, .. } => {
            entry.remove(*key);
        }
        Edit::Replace { key, pairs, .. } => {
            entry.remove(*key);
            for (key, value) in pairs {
                entry.insert(unplaced(DeString::Owned((*key).to_owned())), unplaced(parsed(value)));
            }
        }
        Edit::Push { key, entry: value, .. } => {
            if !entry.contains_key(*key) {
                let empty = DeValue::Array(DeArray::new());
                entry.insert(unplaced(DeString::Owned((*key).to_owned())), unplaced(empty));
            }
            if let Some(DeValue::Array(list)) = entry.get_mut(*key).map(Spanned::get_mut) {
                list.push(unplaced(parsed(value)));
            }
        }
        Edit::Pull { key, at, .. } => pull(entry, key, *at),
        Edit::Add { .. } => {}
    }
}

fn pull(entry: &mut DeTable<'_>, key: &str, at: usize) {
    let Some(DeValue::Array(list)) = entry.get_mut(key).map(Spanned::get_mut) else { return };
    if list.len() == 1 {
        entry.remove(key);
    } else {
        let all = std::mem::replace(list, DeArray::new()).into_iter().enumerate();
        *list = all.filter(|(place, _)| *place != at).map(|(_, value)| value).collect();
    }
}

fn add(pairs: &[(&'static str, Value<'_>)], table: &mut DeTable<'_>, at: usize) {
    let key = List::Activity.key();
    if !table.contains_key(key) {
        table.insert(unplaced(DeString::Owned(key.to_owned())), unplaced(DeValue::Array(DeArray::new())));
    }
    let Some(DeValue::Array(list)) = table.get_mut(key).map(Spanned::get_mut) else { return };
    let mut all: Vec<_> = std::mem::replace(list, DeArray::new()).into_iter().collect();
    all.insert(at.min(all.len()), unplaced(record(pairs)));
    *list = all.into_iter().collect();
}

/// Values that are only compared need no place.
fn unplaced<T>(value: T) -> Spanned<T> {
    Spanned::new(0..0, value)
}

fn parsed<'t>(value: &Value<'_>) -> DeValue<'t> {
    match value {
        Value::Date(day) => DeValue::Datetime(datetime(*day)),
        Value::Text(text) => DeValue::String(DeString::Owned(text.to_string())),
        Value::Texts(texts) => {
            let texts = texts.iter().map(|text| DeValue::String(DeString::Owned(text.to_string())));
            DeValue::Array(texts.map(unplaced).collect())
        }
        Value::Record(pairs) => record(pairs),
    }
}

fn record<'t>(pairs: &[(&'static str, Value<'_>)]) -> DeValue<'t> {
    let pair = |(key, value): &(&str, Value<'_>)| {
        (unplaced(DeString::Owned((*key).to_owned())), unplaced(parsed(value)))
    };
    DeValue::Table(pairs.iter().map(pair).collect())
}

fn datetime(day: NaiveDate) -> Datetime {
    let small = |number: u32| u8::try_from(number).unwrap_or_default();
    let date = Date {
        year: u16::try_from(day.year()).unwrap_or_default(),
        month: small(day.month()),
        day: small(day.day()),
    };
    Datetime { date: Some(date), time: None, offset: None }
}

/// Whether two tables hold the same, wherever it stands.
pub(super) fn same_tables(one: &DeTable<'_>, other: &DeTable<'_>) -> bool {
    one.len() == other.len()
        && one.iter().zip(other.iter()).all(|((key, value), (other_key, other_value))| {
            key.get_ref() == other_key.get_ref() && same(value.get_ref(), other_value.get_ref())
        })
}

fn same(one: &DeValue<'_>, other: &DeValue<'_>) -> bool {
    match (one, other) {
        (DeValue::String(one), DeValue::String(other)) => one == other,
        (DeValue::Integer(one), DeValue::Integer(other)) => {
            one.as_str() == other.as_str() && one.radix() == other.radix()
        }
        (DeValue::Float(one), DeValue::Float(other)) => one.as_str() == other.as_str(),
        (DeValue::Boolean(one), DeValue::Boolean(other)) => one == other,
        (DeValue::Datetime(one), DeValue::Datetime(other)) => one == other,
        (DeValue::Array(one), DeValue::Array(other)) => {
            one.len() == other.len()
                && one.iter().zip(other.iter()).all(|(one, other)| same(one.get_ref(), other.get_ref()))
        }
        (DeValue::Table(one), DeValue::Table(other)) => same_tables(one, other),
        _ => false,
    }
}
