//! The plan file: one TOML file that belongs to its author.

pub mod edit;
mod keys;
pub mod lines;
pub mod save;
mod shape;
mod syntax;

use toml::de::DeTable;

use crate::model::draft::Draft;
use crate::model::problem::{Fault, Problem};

/// The text of a plan file, and the name it goes by.
#[derive(Debug)]
pub struct Source {
    /// What the user calls it.
    pub name: String,
    /// Its text.
    pub text: String,
}

impl Source {
    /// Decodes the bytes of a plan file. Where they are not UTF-8, as they must be, the text is what can
    /// be shown of them, and the problem says where.
    pub fn decode(name: String, bytes: Vec<u8>) -> (Source, Option<Problem<'static>>) {
        let error = match String::from_utf8(bytes) {
            Ok(text) => return (Source { name, text }, None),
            Err(error) => error,
        };
        let at = error.utf8_error().valid_up_to();
        let bytes = error.into_bytes();
        // Chinese that was UTF-8 up to here is not GBK from here on.
        let gbk = bytes[..at].is_ascii()
            && encoding_rs::GBK.decode_without_bom_handling_and_without_replacement(&bytes).is_some();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let place = (at..at + '\u{FFFD}'.len_utf8()).into();
        let problem = Problem { place, other: None, about: None, fault: Fault::NotUtf8 { gbk } };
        (Source { name, text }, Some(problem))
    }
}

/// Reads the text of a plan file: a draft, and what in it is not of the plan file's form.
///
/// # Errors
/// Where the text is not TOML, returns what is wrong with it.
pub fn read(text: &str) -> Result<(Draft<'_>, Vec<Problem<'_>>), Vec<Problem<'_>>> {
    match DeTable::parse(text) {
        Ok(table) => Ok(shape::draft(table)),
        Err(first) => Err(syntax::problems(text, first)),
    }
}
