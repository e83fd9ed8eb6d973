//! Edits of the plan file, text in, text out: the smallest ones, all other bytes stay as they were.
//!
//! The text is parsed once, every edit becomes a splice at the places found, the result is parsed again and
//! compared with the old plan plus the edits. What does not compare equal is refused, never saved.

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

use toml::de::DeTable;

/// Carries out `edits` on `text`, all or none.
///
/// # Errors
/// Whatever keeps one of them from being carried out exactly.
pub fn edit(text: &str, edits: &[Edit<'_>]) -> Result<Edited, EditError> {
    if edits.is_empty() {
        return Ok(Edited { text: text.to_owned(), line: None });
    }
    let mut table = DeTable::parse(text).map_err(|_| EditError::NotToml)?.into_inner();
    let indices = entries::find(&table, edits)?;
    let mut splices = splice::Splices::default();
    for group in edits::groups(edits) {
        if let Edit::Add { after, pairs } = group[0] {
            add::splice(text, &table, after.map(|after| (after, indices[after])), pairs, &mut splices)?;
            continue;
        }
        let Some(id) = group[0].names() else { continue };
        let index = indices[id];
        let entry = entries::entry(&table, index).ok_or(EditError::NotToml)?;
        block::Block::new(text, entry, id, index.list)?.splice(&group, &mut splices)?;
    }
    let edited = splices.apply(text);
    for edit in edits {
        compare::carry_out(edit, &mut table, edit.names().map(|id| indices[id]));
    }
    let new = DeTable::parse(&edited.text).map_err(|_| EditError::WouldChangeOtherThings)?;
    if compare::same_tables(&table, new.get_ref()) {
        Ok(edited)
    } else {
        Err(EditError::WouldChangeOtherThings)
    }
}
