//! Ids: one name space for phases and activities, whatever the case of their letters.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::checker::Checker;
use crate::model::Text;
use crate::model::diagnostic::{Code, Table};
use crate::model::draft::{Broken, Found};
use crate::model::span::Span;

/// The ids met so far, in lower case, and where.
#[derive(Default)]
pub(super) struct Ids(HashMap<String, Span>);

/// The id and the title of a phase or an activity, as found.
pub(super) type Name<'a> = (Option<Found<Text<'a>>>, Option<Found<Text<'a>>>);

impl<'a> Checker<'a> {
    /// Checks the name of what is reported on from here; `span` is where it is, and `broken` what was met there.
    pub(super) fn name(
        &mut self,
        (id, title): Name<'a>,
        broken: &Broken,
        ids: &mut Ids,
        (table, span): (Table, Span),
    ) -> (Option<Text<'a>>, Option<Text<'a>>) {
        self.is_about(None);
        let id = if broken.has("id") { None } else { self.required(id, "id", (table, span)) };
        self.is_about(id.as_ref().map(|id| &id.value));
        let id = id.map(|id| self.well_formed_and_new(id, ids));
        let title = if broken.has("title") { None } else { self.required(title, "title", (table, span)) };
        (id, title.map(|title| title.value))
    }

    fn well_formed_and_new(&mut self, found: Found<Text<'a>>, ids: &mut Ids) -> Text<'a> {
        let Found { value: id, span } = found;
        if !is_well_formed(&id) {
            self.report(span, Code::BadId { id: id.clone() });
            return id;
        }
        match ids.0.entry(id.to_ascii_lowercase()) {
            Entry::Vacant(free) => {
                free.insert(span);
            }
            Entry::Occupied(taken) => {
                self.report_two(span, *taken.get(), Code::DuplicateId { id: id.clone() });
            }
        }
        id
    }
}

/// Whether `id` can be an id: a letter first, because spreadsheets turn `1-2` and `1E2` into other things.
pub fn is_well_formed(id: &str) -> bool {
    let mut bytes = id.bytes();
    bytes.next().is_some_and(|first| first.is_ascii_alphabetic())
        && bytes.all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_'))
}
