//! The plan file: one TOML file that belongs to its author.

mod decode;
pub mod edit;
pub mod lines;
pub mod save;
mod source;
mod syntax;

pub use source::Source;

use toml::de::DeTable;

use crate::model::diagnostic::Diagnostic;
use crate::model::draft::Draft;

/// Reads the text of a plan file: a draft, and what in it is not of the plan file's form.
///
/// # Errors
/// Where the text is not TOML, returns what is wrong with it.
pub fn read(text: &str) -> Result<(Draft<'_>, Vec<Diagnostic<'_>>), Vec<Diagnostic<'_>>> {
    match DeTable::parse(text) {
        Ok(table) => Ok(decode::draft(table.into_inner())),
        Err(first) => Err(syntax::problems(text, first)),
    }
}
