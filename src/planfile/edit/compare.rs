//! The proof of an edit: the old plan with the edits carried out on its values is what the new text reads as.

use std::borrow::Cow;

use toml::Spanned;
use toml::de::{DeArray, DeString, DeTable, DeValue};

use super::edits::Edit;
use super::entries::EntryIndex;
use super::list::{goes_with_its_entry, place};
use super::value::Value;
use crate::model::key::{ActivityKey, FileKey};

/// Carries `edit` out on the values; what it names stands at `index`.
pub(super) fn carry_out<'v>(
    edit: &'v Edit<'_>,
    text: &str,
    table: &mut DeTable<'v>,
    index: Option<EntryIndex>,
) {
    if let Edit::Add { new, .. } = edit {
        return add(new, table, index.map_or(0, |index| index.at + 1));
    }
    let Some(index) = index else { return };
    let Some(DeValue::Array(entries)) = table.get_mut(index.list.name()).map(Spanned::get_mut) else {
        return;
    };
    let Some(DeValue::Table(entry)) = entries.get_mut(index.at).map(Spanned::get_mut) else { return };
    match edit {
        Edit::Set { key, value, .. } => {
            let is_list = entry.get(key.name()).is_some_and(|old| old.get_ref().is_array());
            let list = if is_list { value.texts().map(texts) } else { None };
            put(entry, key.name(), list.unwrap_or_else(|| parsed(value)));
        }
        Edit::Unset { key, .. } => {
            entry.remove(key.name());
        }
        Edit::Replace { key, pairs, .. } => {
            entry.remove(key.name());
            for (key, value) in pairs {
                put(entry, key.name(), parsed(value));
            }
        }
        Edit::Push { key, entry: value, .. } => {
            if let Some(list) = list(entry, key.name()) {
                list.push(unplaced(parsed(value)));
            }
        }
        Edit::Pull { key, at, .. } => pull(entry, text, key.name(), *at),
        Edit::Add { .. } => {}
    }
}

fn put<'v>(table: &mut DeTable<'v>, key: &str, value: DeValue<'v>) {
    table.insert(unplaced(DeString::Owned(key.to_owned())), unplaced(value));
}

/// Returns the list `key`, which is empty where there was none.
fn list<'t, 'v>(table: &'t mut DeTable<'v>, key: &str) -> Option<&'t mut DeArray<'v>> {
    if !table.contains_key(key) {
        put(table, key, DeValue::Array(DeArray::new()));
    }
    match table.get_mut(key)?.get_mut() {
        DeValue::Array(list) => Some(list),
        _ => None,
    }
}

fn pull(entry: &mut DeTable<'_>, text: &str, key: &str, at: usize) {
    if entry.get(key).is_some_and(|list| goes_with_its_entry(text, list)) {
        entry.remove(key);
        return;
    }
    let Some(DeValue::Array(list)) = entry.get_mut(key).map(Spanned::get_mut) else { return };
    let Some(at) = place(list, at) else { return };
    let all = std::mem::replace(list, DeArray::new()).into_iter().enumerate();
    *list = all.filter(|(place, _)| *place != at).map(|(_, value)| value).collect();
}

fn add<'v>(new: &'v [Vec<(ActivityKey, Value<'_>)>], table: &mut DeTable<'v>, at: usize) {
    let Some(list) = list(table, FileKey::Activity.name()) else { return };
    let mut all: Vec<_> = std::mem::replace(list, DeArray::new()).into_iter().collect();
    let new = new.iter().map(|pairs| record(pairs.iter().map(|(key, value)| (key.name(), value))));
    let at = at.min(all.len());
    all.splice(at..at, new.map(unplaced));
    *list = all.into_iter().collect();
}

/// Values that are only compared need no place.
fn unplaced<T>(value: T) -> Spanned<T> {
    Spanned::new(0..0, value)
}

fn parsed<'v>(value: &'v Value<'_>) -> DeValue<'v> {
    match value {
        Value::Date(day) => DeValue::Datetime(day.to_string().parse().expect("a date is written as in TOML")),
        Value::Number(digits) => DeValue::parse(digits).expect("digits are a number").into_inner(),
        Value::Text(text) => DeValue::String(DeString::Owned(text.to_string())),
        Value::Names(names) if names.len() == 1 => DeValue::String(DeString::Owned(names[0].to_string())),
        Value::Texts(several) | Value::Names(several) => texts(several),
        Value::Record(pairs) => record(pairs.iter().map(|(key, value)| (*key, value))),
        Value::Written(text) => DeValue::parse(text).expect("it was read before").into_inner(),
        Value::Standing(_) => unreachable!("it is settled before"),
    }
}

fn texts<'v>(texts: &[Cow<'_, str>]) -> DeValue<'v> {
    let texts = texts.iter().map(|text| DeValue::String(DeString::Owned(text.to_string())));
    DeValue::Array(texts.map(unplaced).collect())
}

fn record<'v, 'e: 'v>(pairs: impl Iterator<Item = (&'static str, &'v Value<'e>)>) -> DeValue<'v> {
    let mut table = DeTable::new();
    for (key, value) in pairs {
        put(&mut table, key, parsed(value));
    }
    DeValue::Table(table)
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
        // A day is written in the quotes of the one in whose place it comes.
        (DeValue::Datetime(day), DeValue::String(quoted)) => day.to_string() == *quoted,
        (DeValue::Array(one), DeValue::Array(other)) => {
            one.len() == other.len()
                && one.iter().zip(other.iter()).all(|(one, other)| same(one.get_ref(), other.get_ref()))
        }
        (DeValue::Table(one), DeValue::Table(other)) => same_tables(one, other),
        _ => false,
    }
}
