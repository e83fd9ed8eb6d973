//! Ids: one name space for phases and activities, whatever the case of their letters.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::Checker;
use crate::model::Text;
use crate::model::diagnostic::{Code, Table};
use crate::model::draft::Found;
use crate::model::span::Span;

/// The ids met so far, in lower case, and where.
#[derive(Default)]
pub(super) struct Ids(HashMap<String, Span>);

impl<'a> Checker<'a> {
    /// Checks an id that must be there, well formed and new; `place` is where its absence is reported.
    pub(super) fn id(
        &mut self,
        found: Option<Found<Text<'a>>>,
        ids: &mut Ids,
        (table, span): (Table, Span),
    ) -> Option<Text<'a>> {
        let Some(Found { value: id, span }) = found else {
            self.report(span, None, Code::MissingKey { key: "id", table });
            return None;
        };
        if !is_well_formed(&id) {
            self.report(span, Some(&id), Code::BadId { id: id.clone() });
            return Some(id);
        }
        match ids.0.entry(id.to_ascii_lowercase()) {
            Entry::Vacant(free) => {
                free.insert(span);
            }
            Entry::Occupied(taken) => {
                let first = *taken.get();
                self.report_two(span, first, Some(&id), Code::DuplicateId { id: id.clone() });
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
