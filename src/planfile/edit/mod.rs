//! Edits of the plan file, text in, text out: the smallest ones, all other bytes stay as they were.
//!
//! The text is parsed once, every edit becomes a splice at the places found, the result is parsed again and
//! compared with the old plan plus the edits. What does not compare equal, or is no sound plan, is refused, never
//! saved.

mod add;
mod block;
mod compare;
mod edits;
mod entries;
mod error;
mod list;
mod splice;
mod value;

pub use edits::Edit;
pub use error::EditError;
pub use splice::Edited;
pub(super) use value::in_lines;
pub use value::{Place, Value};

use chrono::NaiveDate;
use toml::de::DeTable;

use self::entries::Indices;
use self::splice::Splices;
use super::decode;
use crate::model::check::check;

/// Carries out `edits` on the text of a plan, all or none; what comes of it is one on `today`, too.
///
/// # Errors
/// Whatever keeps one of them from being carried out exactly, or would be a problem of the new plan.
pub fn edit_plan(text: &str, edits: &[Edit<'_>], today: NaiveDate) -> Result<Edited, EditError> {
    if edits.is_empty() {
        return Ok(Edited { text: text.to_owned(), line: None });
    }
    carry_out(text, edits, |read| {
        let (draft, found) = decode::draft(read);
        check(draft, found, today).plan.is_some()
    })
}

/// Carries out `edits` on a text that need not be a sound plan, all or none.
///
/// # Errors
/// Whatever keeps one of them from being carried out exactly.
pub fn edit(text: &str, edits: &[Edit<'_>]) -> Result<Edited, EditError> {
    carry_out(text, edits, |_| true)
}

fn carry_out(
    text: &str,
    edits: &[Edit<'_>],
    is_sound: impl FnOnce(DeTable<'_>) -> bool,
) -> Result<Edited, EditError> {
    let mut table = DeTable::parse(text).map_err(|_| EditError::NotToml)?.into_inner();
    let indices = entries::find(&table, edits)?;
    let edits = settled(text, &table, &indices, edits)?;
    let edited = spliced(text, &table, &indices, &edits)?;
    for edit in &edits {
        compare::carry_out(edit, text, &mut table, edit.names().map(|id| indices[id]));
    }
    let new = DeTable::parse(&edited.text).map_err(|_| EditError::WouldChangeOtherThings)?.into_inner();
    if !compare::same_tables(&table, &new) {
        return Err(EditError::WouldChangeOtherThings);
    }
    // There is room for one more reading only.
    drop(table);
    if is_sound(new) { Ok(edited) } else { Err(EditError::Unsound(edited.text)) }
}

/// Returns the edits with what stands elsewhere as it is written there.
fn settled<'t>(
    text: &'t str,
    table: &DeTable<'_>,
    indices: &Indices<'_>,
    edits: &[Edit<'t>],
) -> Result<Vec<Edit<'t>>, EditError> {
    let settle = |edit: &Edit<'t>| {
        let id = edit.names().unwrap_or_default();
        let entry = indices.get(id).and_then(|index| entries::entry(table, *index));
        let settled = edit.settled(|place| entries::written(text, entry?, place));
        settled.ok_or_else(|| EditError::WrongKind(id.to_owned()))
    };
    edits.iter().map(settle).collect()
}

fn spliced(
    text: &str,
    table: &DeTable<'_>,
    indices: &Indices<'_>,
    edits: &[Edit<'_>],
) -> Result<Edited, EditError> {
    let mut splices = Splices::default();
    for group in edits::groups(edits) {
        if let Edit::Add { after, new } = group[0] {
            add::splice(text, table, after.map(|after| (after, indices[after])), new, &mut splices)?;
            continue;
        }
        let Some(id) = group[0].names() else { continue };
        let index = indices[id];
        let entry = entries::entry(table, index).ok_or(EditError::NotToml)?;
        let mut own = Splices::default();
        block::Block::new(text, entry, id, index.list)?.splice(&group, &mut own)?;
        if own.take_a_comment(text) {
            return Err(EditError::HoldsMore(id.to_owned()));
        }
        splices.append(own);
    }
    Ok(splices.apply(text))
}
