//! Edits of the plan file, text in, text out: the smallest ones, all other bytes stay as they were.
//!
//! The text is parsed once, every edit becomes a splice at the places found, the result is parsed again and
//! compared with the old plan plus the edits. What does not compare equal is refused, never saved.

mod compare;
mod place;
mod splice;
#[cfg(test)]
mod tests;
mod write;

use std::borrow::Cow;
use std::collections::HashMap;

use chrono::NaiveDate;
use toml::de::{DeTable, DeValue};

use self::place::Block;
use self::splice::Splices;

/// One change of one activity, which is named by its id as it stands in the file.
#[derive(Debug, Clone)]
pub enum Edit<'a> {
    /// Gives a key a value: in place of the old one, or on a new line where the order of keys puts it.
    Set {
        /// The activity.
        id: &'a str,
        /// The key.
        key: &'static str,
        /// Its value.
        value: Value<'a>,
    },
    /// Takes a key out again, so that [`Edit::Set`] and then this restores every byte.
    Unset {
        /// The activity.
        id: &'a str,
        /// The key.
        key: &'static str,
    },
    /// Adds an entry to a list of texts or of records, in the style found there.
    Push {
        /// The activity.
        id: &'a str,
        /// The key.
        key: &'static str,
        /// The entry.
        entry: Value<'a>,
    },
}

/// A value to be written.
#[derive(Debug, Clone)]
pub enum Value<'a> {
    /// A date.
    Date(NaiveDate),
    /// A text.
    Text(Cow<'a, str>),
    /// An entry of `notes` or `moved`.
    Record(Vec<(&'static str, Value<'a>)>),
}

/// An edited text.
#[derive(Debug)]
pub struct Edited {
    /// The new text.
    pub text: String,
    /// The last line that changed, counted from 1 in the new text; of lines that went, where they stood.
    pub line: Option<usize>,
}

/// Why a text cannot be edited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// It is no TOML, or no plan.
    NotToml,
    /// It has no activity with this id.
    NoSuchActivity(String),
    /// The activity with this id is an inline table over several lines.
    MultiLineInlineTable(String),
    /// A key of the activity with this id holds something other than it should.
    WrongKind(String),
    /// The result does not read as the old plan plus the edits.
    WouldChangeOtherThings,
}

/// Carries out `edits` on `text`, all or none.
///
/// # Errors
/// Whatever keeps one of them from being carried out exactly.
pub fn edit(text: &str, edits: &[Edit<'_>]) -> Result<Edited, Refused> {
    if edits.is_empty() {
        return Ok(Edited { text: text.to_owned(), line: None });
    }
    let mut table = DeTable::parse(text).map_err(|_| Refused::NotToml)?.into_inner();
    let positions = positions(&table, edits)?;
    let mut splices = Splices::default();
    for group in groups(edits) {
        let at = positions[group[0].id()];
        let block = Block::new(text, activity(&table, at).ok_or(Refused::NotToml)?, group[0].id())?;
        block.splice(&group, &mut splices)?;
    }
    let edited = splices.apply(text);
    for edit in edits {
        compare::carry_out(edit, &mut table, positions[edit.id()]);
    }
    let new = DeTable::parse(&edited.text).map_err(|_| Refused::WouldChangeOtherThings)?;
    if compare::same_tables(&table, new.get_ref()) {
        Ok(edited)
    } else {
        Err(Refused::WouldChangeOtherThings)
    }
}

impl Edit<'_> {
    fn id(&self) -> &str {
        match self {
            Edit::Set { id, .. } | Edit::Unset { id, .. } | Edit::Push { id, .. } => id,
        }
    }

    fn key(&self) -> &'static str {
        match self {
            Edit::Set { key, .. } | Edit::Unset { key, .. } | Edit::Push { key, .. } => key,
        }
    }
}

/// Puts entries for the same list together: the first of them may have to make the list.
fn groups<'e, 'a>(edits: &'e [Edit<'a>]) -> Vec<Vec<&'e Edit<'a>>> {
    let mut groups: Vec<Vec<&Edit<'a>>> = Vec::new();
    let mut lists: HashMap<(&str, &str), usize> = HashMap::new();
    for edit in edits {
        if let Edit::Push { id, key, .. } = edit {
            let at = *lists.entry((id, key)).or_insert(groups.len());
            if let Some(group) = groups.get_mut(at) {
                group.push(edit);
                continue;
            }
        }
        groups.push(vec![edit]);
    }
    groups
}

type Activity<'t> = &'t toml::Spanned<DeValue<'t>>;

fn activity<'t>(table: &'t DeTable<'t>, at: usize) -> Option<Activity<'t>> {
    table.get("activity")?.get_ref().as_array()?.get(at)
}

/// Returns where the activities that `edits` name stand in their list.
fn positions<'e>(table: &DeTable<'_>, edits: &'e [Edit<'_>]) -> Result<HashMap<&'e str, usize>, Refused> {
    let mut positions: HashMap<&str, usize> = edits.iter().map(|edit| (edit.id(), usize::MAX)).collect();
    let activities = table.get("activity").and_then(|value| value.get_ref().as_array());
    for (at, activity) in activities.into_iter().flatten().enumerate() {
        let id = activity.get_ref().as_table().and_then(|table| table.get("id")?.get_ref().as_str());
        if let Some(position) = id.and_then(|id| positions.get_mut(id)) {
            *position = at;
        }
    }
    match positions.iter().find(|(_, at)| **at == usize::MAX) {
        Some((id, _)) => Err(Refused::NoSuchActivity((*id).to_owned())),
        None => Ok(positions),
    }
}
