//! The plan file: one TOML file that belongs to its author.

mod blocks;
pub mod compose;
mod conflicts;
mod decode;
pub mod edit;
pub mod folder;
pub mod lines;
pub mod save;
mod source;
mod syntax;
mod values;

pub use conflicts::conflicts_in_texts;
pub use source::Source;

use toml::de::DeTable;

use crate::model::diagnostic::Diagnostic;
use crate::model::draft::Draft;

type Read<'a> = Result<(Draft<'a>, Vec<Diagnostic<'a>>), Vec<Diagnostic<'a>>>;

/// Reads the text of a plan file: a draft, and what in it is not of the plan file's form.
///
/// # Errors
/// Where the text is not TOML, returns what is wrong with it.
pub fn read(text: &str) -> Read<'_> {
    if let Some(too_many) = syntax::too_many_tables(text) {
        return Err(vec![too_many]);
    }
    match blocks::read(text) {
        Some(read) => {
            let read = Ok(read);
            debug_assert_eq!(read, read_whole(text));
            read
        }
        None => read_whole(text),
    }
}

fn read_whole(text: &str) -> Read<'_> {
    match DeTable::parse(text) {
        Ok(table) => Ok(decode::draft(table.into_inner())),
        Err(first) => Err(syntax::diagnostics(text, first)),
    }
}
