//! Text as the author wrote it, on one line, and what in it must not reach a terminal.

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// Text, borrowed from the plan file wherever it stands there unescaped.
pub type Text<'a> = Cow<'a, str>;

/// Whether `c` could steer a terminal or hide in it: a control, a character that turns the direction of
/// text, or one that is never seen.
pub fn is_unsafe(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{AD}' | '\u{061C}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}')
        || matches!(c, '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}')
}

/// Whether nothing of `text` can be seen.
pub fn is_blank(text: &str) -> bool {
    text.chars().all(is_unseen)
}

fn is_unseen(c: char) -> bool {
    c.is_whitespace() || is_unsafe(c)
}

/// Returns a name that was typed, without what cannot be seen around it.
pub fn trimmed(name: &str) -> &str {
    name.trim_matches(is_unseen)
}

/// Returns what is to be seen of a name: without blanks and what is invisible, accents on their letters.
pub fn look(name: &str) -> Text<'_> {
    if !name.contains(is_unseen) && is_nfc_quick(name.chars()) == IsNormalized::Yes {
        return Text::Borrowed(name);
    }
    Text::Owned(name.chars().filter(|c| !is_unseen(*c)).nfc().collect())
}

/// Whether two names look the same.
pub fn look_the_same(one: &str, other: &str) -> bool {
    one == other || look(one) == look(other)
}

/// Returns `text` with everything that could steer a terminal made visible. Line breaks and tabs, too.
pub fn clean(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_unsafe) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(|c| if is_unsafe(c) { visible(c) } else { c.to_string() }).collect())
}

/// Returns `text` on one line: breaks and tabs become blanks, the rest as in [`clean`].
pub fn one_line(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_unsafe) {
        return Cow::Borrowed(text);
    }
    let words: Vec<&str> = text.split(['\n', '\r', '\t']).filter(|part| !part.is_empty()).collect();
    Cow::Owned(clean(&words.join(" ")).into_owned())
}

fn visible(c: char) -> String {
    match c {
        '\0'..='\u{1F}' => char::from_u32(0x2400 + c as u32).map_or_else(String::new, String::from),
        '\u{7F}' => "\u{2421}".to_owned(),
        _ => format!("<U+{:04X}>", c as u32),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_steers_a_terminal_gets_through() {
        let text = "a\u{1B}[31m\u{9B}b\u{202E}c\u{7}\0\u{7F}";
        assert_eq!(clean(text), "a␛[31m<U+009B>b<U+202E>c␇␀␡");
        assert_eq!(one_line("two\r\nlines\tand a tab"), "two lines and a tab");
    }
}
