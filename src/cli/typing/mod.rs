//! Words of a command that is printed to be typed: in a form that the shells of the system read alike.

mod posix;
mod windows;

use std::ffi::OsStr;

use super::typos::in_curly_quotes;
use crate::model::text::is_unsafe;

pub(crate) use posix::quoted as quoted_for_posix;
pub(crate) use windows::{powershell_quote, quoted_for_powershell};

/// Returns a verb and the ids that it is about.
pub(crate) fn command(verb: &str, ids: &[String]) -> String {
    ids.iter().fold(verb.to_owned(), |command, id| command + " " + &quoted(id))
}

/// Returns an option and its value; nothing where there is none.
pub(crate) fn option<'v>(name: &str, value: impl Into<Option<&'v str>>) -> String {
    let Some(value) = value.into() else { return String::new() };
    if value.is_empty() && cfg!(windows) {
        return format!(" {name}=");
    }
    let between = if begins_with_dash(value) { '=' } else { ' ' };
    format!(" {name}{between}{}", quoted(value))
}

/// Returns a word that is no option. It stands last.
pub(crate) fn operand(word: impl AsRef<OsStr>) -> String {
    let word = word.as_ref().to_string_lossy();
    let before = if begins_with_dash(&word) { " -- " } else { " " };
    format!("{before}{}", quoted(&word))
}

fn begins_with_dash(word: &str) -> bool {
    word.starts_with('-') && word != "-"
}

/// Returns `text` so that a shell takes it for one word; U+FFFD where no form of it is read alike, or where the program
/// itself would take quotes off it.
pub(crate) fn quoted(text: &str) -> String {
    match in_curly_quotes(text) {
        Some(_) => char::REPLACEMENT_CHARACTER.to_string(),
        None if cfg!(windows) => windows::quoted(text),
        None => posix::quoted(text),
    }
}

/// Whether a shell takes what was made here back: there is no key for a control character, none that is known for
/// what cannot be seen, and U+FFFD stands for what is no UTF-8 or has no form.
pub(crate) fn can_be_typed(command: &str) -> bool {
    !command.contains(is_unsafe) && !command.contains(char::REPLACEMENT_CHARACTER)
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn a_word_that_begins_with_a_dash_is_no_option() {
        assert_eq!(option("--why", "-5度"), " --why=-5度");
        assert_eq!(option("--why", "-"), " --why -");
        assert_eq!(operand("--dry-run"), " -- --dry-run");
        assert_eq!(operand("a b"), " 'a b'");
    }
}
