//! Where the activities and phases stand that edits name.

use std::collections::HashMap;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::edits::Edit;
use super::error::EditError;
use super::value::Place;
use crate::model::key::FileKey;

pub(super) type Entry<'t> = &'t Spanned<DeValue<'t>>;

/// In which list of the file an entry stands, and at which place in it.
#[derive(Debug, Clone, Copy)]
pub(super) struct EntryIndex {
    pub(super) list: FileKey,
    pub(super) at: usize,
}

/// Where that stands which each id names.
pub(super) type Indices<'e> = HashMap<&'e str, EntryIndex>;

pub(super) fn entry<'t>(table: &'t DeTable<'t>, index: EntryIndex) -> Option<Entry<'t>> {
    table.get(index.list.name())?.get_ref().as_array()?.get(index.at)
}

/// Returns how the value is written that stands at `place` of an entry.
pub(super) fn written<'t>(text: &'t str, entry: Entry<'_>, place: Place) -> Option<&'t str> {
    let table = entry.get_ref().as_table()?;
    let value = match place {
        Place::Of(key) => table.get(key.name())?,
        Place::In { list, at, key } => {
            table.get(list.name())?.get_ref().as_array()?.get(at)?.get_ref().as_table()?.get(key)?
        }
    };
    text.get(value.span())
}

pub(super) fn find<'e>(table: &DeTable<'_>, edits: &'e [Edit<'_>]) -> Result<Indices<'e>, EditError> {
    let mut indices: HashMap<&str, Option<EntryIndex>> =
        edits.iter().filter_map(|edit| Some((edit.names()?, None))).collect();
    for list in [FileKey::Activity, FileKey::Phase] {
        let entries = table.get(list.name()).and_then(|value| value.get_ref().as_array());
        for (at, entry) in entries.into_iter().flat_map(|entries| entries.iter()).enumerate() {
            let id = entry.get_ref().as_table().and_then(|table| table.get("id")?.get_ref().as_str());
            if let Some(index) = id.and_then(|id| indices.get_mut(id)) {
                *index = Some(EntryIndex { list, at });
            }
        }
    }
    let found = indices.into_iter().map(|(id, index)| match index {
        Some(index) => Ok((id, index)),
        None => Err(EditError::NoSuchEntry(id.to_owned())),
    });
    found.collect()
}
