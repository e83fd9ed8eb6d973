//! Words of a command that is printed to be typed: in a form that sh, bash, zsh and fish read alike.

use std::ffi::OsStr;

use crate::model::text::is_unsafe;

/// Returns a verb and the ids that it is about.
pub(crate) fn command(verb: &str, ids: &[String]) -> String {
    ids.iter().fold(verb.to_owned(), |command, id| command + " " + &quoted(id))
}

/// Returns an option and its value; nothing where there is none.
pub(crate) fn option<'v>(name: &str, value: impl Into<Option<&'v str>>) -> String {
    let Some(value) = value.into() else { return String::new() };
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

/// Returns `text` so that a shell takes it for one word: fish knows escapes inside single quotes, sh has no other
/// quotes that hold everything.
pub(crate) fn quoted(text: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | '/' | ',' | ':' | '+');
    if text.is_empty() {
        return "''".to_owned();
    }
    if text.chars().all(is_plain) {
        return text.to_owned();
    }
    let parts = text.split_inclusive(['\'', '\\']).map(|part| {
        let quoted = part.trim_end_matches(['\'', '\\']);
        let escaped = &part[quoted.len()..];
        let quoted = if quoted.is_empty() { String::new() } else { format!("'{quoted}'") };
        if escaped.is_empty() { quoted } else { format!("{quoted}\\{escaped}") }
    });
    parts.collect()
}

/// Whether a shell takes what was made here back: there is no key for a control character, none that is known for
/// what cannot be seen, and U+FFFD stands for bytes that are no UTF-8.
pub(crate) fn can_be_typed(text: &str) -> bool {
    !text.contains(is_unsafe) && !text.contains(char::REPLACEMENT_CHARACTER)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_quoted_is_one_word_for_every_shell() {
        assert_eq!(quoted("高校考试周"), "高校考试周");
        assert_eq!(quoted(""), "''");
        assert_eq!(quoted("it's $HOME"), r"'it'\''s $HOME'");
        assert_eq!(quoted(r"'C:\x y\\"), r"\''C:'\\'x y'\\\\");
    }

    #[test]
    fn a_word_that_begins_with_a_dash_is_no_option() {
        assert_eq!(option("--why", "-5度"), " --why=-5度");
        assert_eq!(option("--why", "-"), " --why -");
        assert_eq!(operand("--dry-run"), " -- --dry-run");
        assert_eq!(operand("a b"), " 'a b'");
    }
}
