//! A new activity in the text.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::block::{Block, is_header, past_comments};
use super::entries::{EntryIndex, entry};
use super::error::EditError;
use super::splice::Splices;
use super::value::Value;
use crate::model::key::{ActivityKey, FileKey};

/// Notes the splice of `new` activities after the one at `after`; at the end where there is none.
pub(super) fn splice(
    text: &str,
    table: &DeTable<'_>,
    after: Option<(&str, EntryIndex)>,
    new: &[Vec<(ActivityKey, Value<'_>)>],
    splices: &mut Splices,
) -> Result<(), EditError> {
    let list = FileKey::Activity;
    let Some(found) = table.get(list.name()) else {
        append(text, new, splices);
        return Ok(());
    };
    let DeValue::Array(array) = found.get_ref() else { return Err(EditError::NotToml) };
    let (id, index) = after.ok_or(EditError::NotToml)?;
    let after = entry(table, index).ok_or(EditError::NotToml)?;
    let block = Block::new(text, after, id, list)?;
    if is_header(text, array) {
        let place = past_comments(text, end(text, after));
        let indent = block.indent(after.span().start);
        let line_end = block.line_end(after.span().start);
        let lines = lines(new, indent, line_end);
        block.insert_lines(place, &format!("{line_end}{lines}"), splices);
    } else {
        let record = |pairs: &Vec<(ActivityKey, Value<'_>)>| {
            let pairs = pairs.iter().map(|(key, value)| (key.name(), value.clone()));
            Value::Record(pairs.collect()).toml()
        };
        let values: Vec<String> = new.iter().map(record).collect();
        block.push_values(found, after, &values, splices);
    }
    Ok(())
}

/// A plan without activities gets its first one at the end.
fn append(text: &str, new: &[Vec<(ActivityKey, Value<'_>)>], splices: &mut Splices) {
    let line_end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let gap = if text.ends_with('\n') { "" } else { line_end };
    splices.insert(text.len(), format!("{gap}{line_end}{}{line_end}", lines(new, "", line_end)));
}

/// Returns the blocks, with a blank line between two.
fn lines(new: &[Vec<(ActivityKey, Value<'_>)>], indent: &str, line_end: &str) -> String {
    let block = |pairs: &Vec<(ActivityKey, Value<'_>)>| {
        let pairs = pairs.iter().map(|(key, value)| format!("{indent}{} = {}", key.name(), value.toml()));
        let lines: Vec<String> = std::iter::once(format!("{indent}[[activity]]")).chain(pairs).collect();
        lines.join(line_end)
    };
    let blocks: Vec<String> = new.iter().map(block).collect();
    blocks.join(&line_end.repeat(2))
}

/// Returns where the last value of an activity ends, those of its sub-tables included.
fn end(text: &str, value: &Spanned<DeValue<'_>>) -> usize {
    let inner = match value.get_ref() {
        DeValue::Array(array) if is_header(text, array) => array.iter().map(|one| end(text, one)).max(),
        DeValue::Table(table) if !text[value.span()].starts_with('{') => {
            table.iter().map(|(_, value)| end(text, value)).max()
        }
        _ => None,
    };
    inner.unwrap_or(0).max(value.span().end)
}
