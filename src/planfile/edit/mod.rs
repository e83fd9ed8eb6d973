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
pub use value::Value;

use chrono::NaiveDate;
use toml::de::DeTable;

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
    let (edited, expected) = spliced(text, edits)?;
    let read = proven(&edited.text, &expected)?;
    // There is room for one more reading only.
    drop(expected);
    let (draft, found) = decode::draft(read);
    match check(draft, found, today).plan {
        Some(_) => Ok(edited),
        None => Err(EditError::Unsound(edited.text)),
    }
}

/// Carries out `edits` on a text that need not be a sound plan, all or none.
///
/// # Errors
/// Whatever keeps one of them from being carried out exactly.
pub fn edit(text: &str, edits: &[Edit<'_>]) -> Result<Edited, EditError> {
    let (edited, expected) = spliced(text, edits)?;
    proven(&edited.text, &expected)?;
    Ok(edited)
}

/// Returns the new text, and what it must read as.
fn spliced<'t>(text: &'t str, edits: &'t [Edit<'_>]) -> Result<(Edited, DeTable<'t>), EditError> {
    let mut table = DeTable::parse(text).map_err(|_| EditError::NotToml)?.into_inner();
    let indices = entries::find(&table, edits)?;
    let mut splices = Splices::default();
    for group in edits::groups(edits) {
        if let Edit::Add { after, pairs } = group[0] {
            add::splice(text, &table, after.map(|after| (after, indices[after])), pairs, &mut splices)?;
            continue;
        }
        let Some(id) = group[0].names() else { continue };
        let index = indices[id];
        let entry = entries::entry(&table, index).ok_or(EditError::NotToml)?;
        let mut own = Splices::default();
        block::Block::new(text, entry, id, index.list)?.splice(&group, &mut own)?;
        if own.take_a_comment(text) {
            return Err(EditError::HoldsComment(id.to_owned()));
        }
        splices.append(own);
    }
    let edited = splices.apply(text);
    for edit in edits {
        compare::carry_out(edit, &mut table, edit.names().map(|id| indices[id]));
    }
    Ok((edited, table))
}

/// Returns what `text` reads as, which must be what is `expected`.
fn proven<'n>(text: &'n str, expected: &DeTable<'_>) -> Result<DeTable<'n>, EditError> {
    let read = DeTable::parse(text).map_err(|_| EditError::WouldChangeOtherThings)?.into_inner();
    if compare::same_tables(expected, &read) { Ok(read) } else { Err(EditError::WouldChangeOtherThings) }
}
