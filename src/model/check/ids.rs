//! Ids: one name space for phases and activities, whatever the case of their letters.

use std::collections::hash_map::Entry;

use super::checker::Checker;
use crate::model::Text;
use crate::model::diagnostic::{Code, Table};
use crate::model::draft::{Broken, Found};
use crate::model::span::Span;

impl<'a> Checker<'a> {
    /// Checks an id and a title; all that is reported after this is about what has the id. `of` is its table and
    /// place, and of its keys `broken` were met and could not be used.
    pub(super) fn id_and_title(
        &mut self,
        id: Option<Found<Text<'a>>>,
        title: Option<Found<Text<'a>>>,
        broken: &Broken,
        of: (Table, Span),
    ) -> (Option<Text<'a>>, Option<Text<'a>>) {
        self.is_about(None);
        let id = if broken.has("id") { None } else { self.required(id, "id", of) };
        self.is_about(id.as_ref().map(|id| &id.value));
        let id = id.map(|id| self.well_formed_and_new(id));
        let title = if broken.has("title") { None } else { self.required(title, "title", of) };
        (id, title.map(|title| title.value))
    }

    fn well_formed_and_new(&mut self, found: Found<Text<'a>>) -> Text<'a> {
        let Found { value: id, span } = found;
        if !is_well_formed(&id) {
            self.report(span, Code::BadId { id: id.clone() });
            return id;
        }
        match self.ids.entry(id.to_ascii_lowercase()) {
            Entry::Vacant(free) => {
                free.insert(span);
            }
            Entry::Occupied(taken) => {
                let first = *taken.get();
                self.report_two(span, first, Code::DuplicateId { id: id.clone() });
            }
        }
        id
    }
}

/// How many characters an id has at most.
pub const LONGEST_ID: usize = 64;

/// Whether `id` can be an id: a letter first, because spreadsheets turn `1-2` and `1E2` into other things.
pub fn is_well_formed(id: &str) -> bool {
    let mut bytes = id.bytes();
    id.len() <= LONGEST_ID
        && bytes.next().is_some_and(|first| first.is_ascii_alphabetic())
        && bytes.all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_'))
}
