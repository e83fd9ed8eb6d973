//! Ids: one name space for phases and activities, whatever the case of their letters.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::Checker;
use crate::model::Text;
use crate::model::draft::{Found, Place};
use crate::model::problem::{Fault, Table};

/// The ids met so far, in lower case, and where.
#[derive(Default)]
pub(super) struct Ids(HashMap<String, Place>);

impl<'a> Checker<'a> {
    /// Checks an id that must be there, well formed and new; `place` is where its absence is reported.
    pub(super) fn id(
        &mut self,
        found: Option<Found<Text<'a>>>,
        ids: &mut Ids,
        (table, place): (Table, Place),
    ) -> Option<Text<'a>> {
        let Some(Found { value: id, place }) = found else {
            self.report(place, None, Fault::MissingKey { key: "id", table });
            return None;
        };
        if !is_well_formed(&id) {
            self.report(place, Some(&id), Fault::BadId { id: id.clone() });
            return Some(id);
        }
        match ids.0.entry(id.to_ascii_lowercase()) {
            Entry::Vacant(free) => {
                free.insert(place);
            }
            Entry::Occupied(taken) => {
                let first = *taken.get();
                self.report_two(place, first, Some(&id), Fault::DuplicateId { id: id.clone() });
            }
        }
        Some(id)
    }
}

/// Whether `id` can be an id: a letter first, because spreadsheets turn `1-2` and `1E2` into other things.
pub fn is_well_formed(id: &str) -> bool {
    let mut bytes = id.bytes();
    bytes.next().is_some_and(|first| first.is_ascii_alphabetic())
        && bytes.all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_'))
}
