//! The proof of an edit: the old plan with the edits carried out on its values is what the new text reads as.

use chrono::{Datelike, NaiveDate};
use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};
use toml::value::{Date, Datetime};

use super::{Edit, Value};

/// Carries `edit` out on the values of the activity at position `at`.
pub(super) fn carry_out(edit: &Edit<'_>, table: &mut DeTable<'_>, at: usize) {
    let Some(DeValue::Array(activities)) = table.get_mut("activity").map(Spanned::get_mut) else { return };
    let Some(DeValue::Table(activity)) = activities.get_mut(at).map(Spanned::get_mut) else { return };
    match edit {
        Edit::Set { key, value, .. } => {
            activity.insert(unplaced(DeString::Owned((*key).to_owned())), unplaced(parsed(value)));
        }
        Edit::Unset { key, .. } => {
            activity.remove(*key);
        }
        Edit::Push { key, entry, .. } => {
            if !activity.contains_key(*key) {
                let empty = DeValue::Array(toml::de::DeArray::new());
                activity.insert(unplaced(DeString::Owned((*key).to_owned())), unplaced(empty));
            }
            if let Some(DeValue::Array(list)) = activity.get_mut(*key).map(Spanned::get_mut) {
                list.push(unplaced(parsed(entry)));
            }
        }
    }
}

/// Values that are only compared need no place.
fn unplaced<T>(value: T) -> Spanned<T> {
    Spanned::new(0..0, value)
}

fn parsed<'t>(value: &Value<'_>) -> DeValue<'t> {
    match value {
        Value::Date(day) => DeValue::Datetime(datetime(*day)),
        Value::Text(text) => DeValue::String(DeString::Owned(text.to_string())),
        Value::Record(entries) => {
            let entry = |(key, value): &(&str, Value<'_>)| {
                (unplaced(DeString::Owned((*key).to_owned())), unplaced(parsed(value)))
            };
            DeValue::Table(entries.iter().map(entry).collect())
        }
    }
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
