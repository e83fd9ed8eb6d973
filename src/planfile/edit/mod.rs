//! Edits of the plan file, text in, text out: the smallest ones, all other bytes stay as they were.
//!
//! The text is parsed once, every edit becomes a splice at the places found, the result is parsed again and
//! compared with the old plan plus the edits. What does not compare equal is refused, never saved.

mod add;
mod block;
mod compare;
mod list;
mod splice;
#[cfg(test)]
mod tests;
mod write;

use std::borrow::Cow;
use std::collections::HashMap;

use chrono::NaiveDate;
use toml::de::{DeTable, DeValue};

use self::block::Block;
use self::splice::Splices;
use super::keys::{ACTIVITY_KEYS, PHASE_KEYS};

/// One change of one activity or phase, which is named by its id as it stands in the file.
#[derive(Debug, Clone)]
pub enum Edit<'a> {
    /// Gives a key a value: in place of the old one, or on a new line where the order of keys puts it.
    Set {
        /// The activity or phase.
        id: &'a str,
        /// The key.
        key: &'static str,
        /// Its value.
        value: Value<'a>,
    },
    /// Takes a key out again, so that [`Edit::Set`] and then this restores every byte.
    Unset {
        /// The activity or phase.
        id: &'a str,
        /// The key.
        key: &'static str,
    },
    /// Puts other keys in the place of one, where it stood.
    Replace {
        /// The activity or phase.
        id: &'a str,
        /// The key that goes.
        key: &'static str,
        /// The keys that come, and their values.
        pairs: Vec<(&'static str, Value<'a>)>,
    },
    /// Adds an entry to a list of texts or of records, in the style found there.
    Push {
        /// The activity or phase.
        id: &'a str,
        /// The key.
        key: &'static str,
        /// The entry.
        entry: Value<'a>,
    },
    /// Takes an entry of a list out again; the list goes with its only entry.
    Pull {
        /// The activity or phase.
        id: &'a str,
        /// The key.
        key: &'static str,
        /// Which entry, counted from 0.
        at: usize,
    },
    /// Adds an activity. It stands alone among the edits of one call.
    Add {
        /// The activity that it comes after; None where there is none yet.
        after: Option<&'a str>,
        /// Its keys and their values, in the order in which they are written.
        pairs: Vec<(&'static str, Value<'a>)>,
    },
}

/// A value to be written.
#[derive(Debug, Clone)]
pub enum Value<'a> {
    /// A date.
    Date(NaiveDate),
    /// A text.
    Text(Cow<'a, str>),
    /// A list of texts, written on one line.
    Texts(Vec<Cow<'a, str>>),
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
pub enum EditError {
    /// It is no TOML, or no plan.
    NotToml,
    /// It has no activity and no phase with this id.
    NoSuchEntry(String),
    /// What has this id is an inline table over several lines.
    MultiLineInlineTable(String),
    /// A key of what has this id holds something other than it should.
    WrongKind(String),
    /// A comment inside a list or block of what has this id would go with it.
    HoldsComment(String),
    /// The result does not read as the old plan plus the edits.
    WouldChangeOtherThings,
}

/// Carries out `edits` on `text`, all or none.
///
/// # Errors
/// Whatever keeps one of them from being carried out exactly.
pub fn edit(text: &str, edits: &[Edit<'_>]) -> Result<Edited, EditError> {
    if edits.is_empty() {
        return Ok(Edited { text: text.to_owned(), line: None });
    }
    let mut table = DeTable::parse(text).map_err(|_| EditError::NotToml)?.into_inner();
    let spots = spots(&table, edits)?;
    let mut splices = Splices::default();
    for group in groups(edits) {
        if let Edit::Add { after, pairs } = group[0] {
            add::splice(text, &table, after.map(|after| (after, spots[after])), pairs, &mut splices)?;
            continue;
        }
        let Some(id) = group[0].names() else { continue };
        let spot = spots[id];
        let entry = entry(&table, spot).ok_or(EditError::NotToml)?;
        Block::new(text, entry, id, spot.list.keys())?.splice(&group, &mut splices)?;
    }
    let edited = splices.apply(text);
    for edit in edits {
        compare::carry_out(edit, &mut table, edit.names().map(|id| spots[id]));
    }
    let new = DeTable::parse(&edited.text).map_err(|_| EditError::WouldChangeOtherThings)?;
    if compare::same_tables(&table, new.get_ref()) {
        Ok(edited)
    } else {
        Err(EditError::WouldChangeOtherThings)
    }
}

impl Edit<'_> {
    /// The activity or phase that must be there.
    fn names(&self) -> Option<&str> {
        match self {
            Edit::Set { id, .. }
            | Edit::Unset { id, .. }
            | Edit::Replace { id, .. }
            | Edit::Push { id, .. }
            | Edit::Pull { id, .. } => Some(id),
            Edit::Add { after, .. } => *after,
        }
    }

    fn key(&self) -> &'static str {
        match self {
            Edit::Set { key, .. }
            | Edit::Unset { key, .. }
            | Edit::Replace { key, .. }
            | Edit::Push { key, .. }
            | Edit::Pull { key, .. } => key,
            Edit::Add { .. } => List::Activity.key(),
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

/// The lists of the file whose entries have ids.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum List {
    Activity,
    Phase,
}

impl List {
    fn key(self) -> &'static str {
        match self {
            List::Activity => "activity",
            List::Phase => "phase",
        }
    }

    /// The keys of an entry, in the order in which they are written.
    fn keys(self) -> &'static [&'static str] {
        match self {
            List::Activity => ACTIVITY_KEYS,
            List::Phase => PHASE_KEYS,
        }
    }
}

/// Where an entry stands: in which list, and at which place in it.
#[derive(Debug, Clone, Copy)]
struct Spot {
    list: List,
    at: usize,
}

type Entry<'t> = &'t toml::Spanned<DeValue<'t>>;

fn entry<'t>(table: &'t DeTable<'t>, spot: Spot) -> Option<Entry<'t>> {
    table.get(spot.list.key())?.get_ref().as_array()?.get(spot.at)
}

/// Returns where the activities and phases stand that `edits` name.
fn spots<'e>(table: &DeTable<'_>, edits: &'e [Edit<'_>]) -> Result<HashMap<&'e str, Spot>, EditError> {
    let mut spots: HashMap<&str, Option<Spot>> =
        edits.iter().filter_map(|edit| Some((edit.names()?, None))).collect();
    for list in [List::Activity, List::Phase] {
        let entries = table.get(list.key()).and_then(|value| value.get_ref().as_array());
        for (at, entry) in entries.into_iter().flat_map(|entries| entries.iter()).enumerate() {
            let id = entry.get_ref().as_table().and_then(|table| table.get("id")?.get_ref().as_str());
            if let Some(spot) = id.and_then(|id| spots.get_mut(id)) {
                *spot = Some(Spot { list, at });
            }
        }
    }
    let found = spots.into_iter().map(|(id, spot)| match spot {
        Some(spot) => Ok((id, spot)),
        None => Err(EditError::NoSuchEntry(id.to_owned())),
    });
    found.collect()
}
