//! What can be changed in a plan file.

use std::collections::HashMap;

use super::value::{Place, Value};
use crate::model::key::{ActivityKey, EntryKey};

/// One change of one activity or phase, which is named by its id as it stands in the file.
#[derive(Debug, Clone)]
pub enum Edit<'a> {
    /// Gives a key a value: in place of the old one, or on a new line where the order of keys puts it.
    Set { id: &'a str, key: EntryKey, value: Value<'a> },
    /// Takes a key out again, so that [`Edit::Set`] and then this restores every byte.
    Unset { id: &'a str, key: EntryKey },
    /// Puts other keys in the place of one, where it stood.
    Replace {
        id: &'a str,
        key: EntryKey,
        /// The keys that come, and their values.
        pairs: Vec<(EntryKey, Value<'a>)>,
    },
    /// Adds an entry to a list of texts or of records, in the style found there.
    Push { id: &'a str, key: EntryKey, entry: Value<'a> },
    /// Takes an entry of a list out again, and the list with it that was made for it.
    Pull {
        id: &'a str,
        key: EntryKey,
        /// Which entry, counted from 0; blank texts do not count.
        at: usize,
    },
    /// Adds activities. It stands alone among the edits of one call.
    Add {
        /// The activity that they come after; None where there is none yet.
        after: Option<&'a str>,
        /// The keys of each and their values, in the order in which they are written.
        new: Vec<Vec<(ActivityKey, Value<'a>)>>,
    },
}

impl<'a> Edit<'a> {
    /// Puts what `written` returns in the place of values that are [`Value::Standing`].
    pub(super) fn settled(&self, written: impl Fn(Place) -> Option<&'a str>) -> Option<Edit<'a>> {
        let mut settled = self.clone();
        match &mut settled {
            Edit::Set { value, .. } | Edit::Push { entry: value, .. } => *value = value.settled(&written)?,
            Edit::Replace { pairs, .. } => {
                for (_, value) in pairs {
                    *value = value.settled(&written)?;
                }
            }
            Edit::Unset { .. } | Edit::Pull { .. } | Edit::Add { .. } => {}
        }
        Some(settled)
    }
}

impl Edit<'_> {
    /// The activity or phase that must be there.
    pub(super) fn names(&self) -> Option<&str> {
        match self {
            Edit::Set { id, .. }
            | Edit::Unset { id, .. }
            | Edit::Replace { id, .. }
            | Edit::Push { id, .. }
            | Edit::Pull { id, .. } => Some(id),
            Edit::Add { after, .. } => *after,
        }
    }
}

/// Puts entries for the same list together: the first of them may have to make the list.
pub(super) fn groups<'e, 'a>(edits: &'e [Edit<'a>]) -> Vec<Vec<&'e Edit<'a>>> {
    let mut groups: Vec<Vec<&Edit<'a>>> = Vec::new();
    let mut lists: HashMap<(&str, EntryKey), usize> = HashMap::new();
    for edit in edits {
        if let Edit::Push { id, key, .. } = edit {
            let at = *lists.entry((id, *key)).or_insert(groups.len());
            if let Some(group) = groups.get_mut(at) {
                group.push(edit);
                continue;
            }
        }
        groups.push(vec![edit]);
    }
    groups
}
