//! Text as the author wrote it, on one line, and what in it must not reach a terminal.

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// Text, borrowed from the plan file wherever it stands there unescaped.
pub type Text<'a> = Cow<'a, str>;

/// Whether `c` could steer a terminal or hide in it: a control, a character that turns the direction of
/// text, or one that is never seen, be it that no XML can hold it. Those that choose a form of the character before them belong to it.
pub fn is_unsafe(c: char) -> bool {
    !is_plain(c)
        && (c.is_control()
            || matches!(
                c,
                '\u{AD}' | '\u{034F}' | '\u{061C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
            )
            || matches!(c, '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}')
            || matches!(c, '\u{2060}'..='\u{206F}' | '\u{2800}' | '\u{3164}' | '\u{FEFF}' | '\u{FFA0}')
            || matches!(c, '\u{FFF0}'..='\u{FFFB}' | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}')
            || matches!(c, '\u{FFFE}' | '\u{FFFF}')
            || matches!(c, '\u{E0000}'..='\u{E00FF}' | '\u{E01F0}'..='\u{E0FFF}'))
}

/// Whether `c` is one of those that plans are full of: it can be seen, and steers nothing.
fn is_plain(c: char) -> bool {
    matches!(c, '!'..='~' | '\u{3001}'..='\u{3163}' | '\u{3165}'..='\u{FDFF}')
}

/// Whether nothing of `text` can be seen.
pub fn is_blank(text: &str) -> bool {
    text.chars().all(is_unseen)
}

fn is_unseen(c: char) -> bool {
    !is_plain(c) && (c.is_whitespace() || is_unsafe(c))
}

/// Returns a name that was typed, without what cannot be seen around it.
pub fn trimmed(name: &str) -> &str {
    name.trim_matches(is_unseen)
}

/// Returns the names that are written or typed as one, with what stands between names between them.
pub fn apart(names: &str) -> impl Iterator<Item = &str> {
    names.split(BETWEEN_NAMES).map(trimmed).filter(|name| !name.is_empty())
}

/// What stands between names; not blanks, which names hold.
pub const BETWEEN_NAMES: [char; 3] = ['、', ',', '，'];

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

/// Returns `text` as [`clean`] does, with its lines as they are.
pub fn clean_lines(text: &str) -> String {
    text.lines().map(clean).collect::<Vec<_>>().join("\n")
}

/// Returns `text` on one line: breaks and tabs become blanks, the rest as in [`clean`].
pub fn one_line(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_unsafe) {
        return Cow::Borrowed(text);
    }
    let words: Vec<&str> = text.split(['\n', '\r', '\t']).filter(|part| !part.is_empty()).collect();
    Cow::Owned(clean(&words.join(" ")).into_owned())
}

/// Returns `text` on one line, to be pasted where others read it: what is never seen is left out, but for what joins
/// the parts of one sign.
pub fn to_be_pasted(text: &str) -> String {
    let words = text.split(char::is_whitespace).filter(|word| !word.is_empty()).collect::<Vec<_>>();
    let text = if text.contains(['\n', '\r', '\t']) { words.join(" ") } else { text.to_owned() };
    let mut seen = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let joins =
            c == JOINER && seen.ends_with(is_pictured) && rest.peek().copied().is_some_and(is_pictured);
        if joins || !is_unsafe(c) {
            seen.push(c);
        }
    }
    seen
}

/// Whether something in `text` is never seen and would be left out of text to be pasted.
pub fn hides_something(text: &str) -> bool {
    let unseen = |text: &str| text.chars().filter(|c| is_unsafe(*c) && !c.is_whitespace()).count();
    text.contains(is_unsafe) && unseen(text) > unseen(&to_be_pasted(text))
}

const JOINER: char = '\u{200D}';

/// Whether `c` is part of a sign that is made of several: a picture, its colour or its form.
fn is_pictured(c: char) -> bool {
    matches!(c, '\u{2190}'..='\u{2BFF}' | '\u{FE0F}' | '\u{1F000}'..='\u{1FAFF}')
}

/// Returns A, B … Z, AA, AB …, counted from 1, as a spreadsheet calls its columns.
pub fn letters(number: usize) -> String {
    let before = number.saturating_sub(1);
    let last = char::from(b'A' + u8::try_from(before % 26).unwrap_or_default());
    if before < 26 { last.into() } else { format!("{}{last}", letters(before / 26)) }
}

fn visible(c: char) -> String {
    match c {
        '\0'..='\u{1F}' => char::from_u32(0x2400 + c as u32).map_or_else(String::new, String::from),
        '\u{7F}' => "\u{2421}".to_owned(),
        _ => format!("<U+{:04X}>", c as u32),
    }
}

/// Returns what of `text` is not to be parted from its first character on: that, or the whole of what [`clean`] makes of
/// one.
pub fn first_unit(text: &str) -> &str {
    let end = text.strip_prefix("<U+").and_then(|rest| rest.find('>')).map(|length| length + "<U+>".len());
    let marked = end.map(|end| &text[..end]).filter(|marked| marked.len() <= "<U+10FFFF>".len());
    marked.unwrap_or_else(|| &text[..text.chars().next().map_or(0, char::len_utf8)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_never_seen_is_made_visible_and_what_belongs_to_a_character_stays() {
        for c in
            "\u{E0001}\u{E007F}\u{3164}\u{180E}\u{2800}\u{115F}\u{034F}\u{FFA0}\u{1D173}\u{E0FFF}\u{FFFE}\u{FFFF}".chars()
        {
            assert_eq!(clean(&c.to_string()), format!("<U+{:04X}>", c as u32));
        }
        let seen = "❤\u{FE0F}葛\u{E0100}　a\u{A0}b";
        assert_eq!(clean(seen), seen);
    }

    #[test]
    fn letters_count_as_the_columns_of_a_spreadsheet() {
        assert_eq!([1, 3, 26, 27, 52, 703].map(letters), ["A", "C", "Z", "AA", "AZ", "AAA"]);
    }

    #[test]
    fn a_character_made_visible_is_one_unit() {
        assert_eq!(first_unit("<U+E0001>x"), "<U+E0001>");
        assert_eq!(first_unit("会<U+200B>"), "会");
        assert_eq!(["<U+200B", "<x>", ""].map(first_unit), ["<", "<", ""]);
    }

    #[test]
    fn nothing_that_steers_a_terminal_gets_through() {
        let text = "a\u{1B}[31m\u{9B}b\u{202E}c\u{7}\0\u{7F}";
        assert_eq!(clean(text), "a␛[31m<U+009B>b<U+202E>c␇␀␡");
        assert_eq!(one_line("two\r\nlines\tand a tab"), "two lines and a tab");
    }
}
