//! A command line that is being typed, cut into words as a shell does it.

use std::env;

/// A word, without its quotes.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Word {
    pub(super) text: String,
    /// As it was typed.
    pub(super) raw: String,
    /// The quote that is still open at its end.
    pub(super) open: Option<char>,
}

/// Returns the words of `line` up to the cursor at its end; the last one is empty where none was begun.
pub(super) fn words(line: &str) -> Vec<Word> {
    let (mut words, mut word) = (Vec::new(), Word::default());
    let mut chars = line.trim_start().chars().peekable();
    while let Some(c) = chars.next() {
        if word.open.is_none() && c.is_ascii_whitespace() {
            if !word.raw.is_empty() {
                words.push(std::mem::take(&mut word));
            }
            continue;
        }
        word.raw.push(c);
        match (word.open, c) {
            (None, '\'' | '"') => word.open = Some(c),
            (Some(open), _) if open == c => word.open = None,
            (None | Some('"'), '\\') => {
                if let Some(escaped) = chars.next() {
                    word.raw.push(escaped);
                    word.text.push(escaped);
                }
            }
            (None, '~') if word.raw == "~" && matches!(chars.peek(), None | Some('/')) => {
                word.text.push_str(&env::var("HOME").unwrap_or_else(|_| "~".to_owned()));
            }
            _ => word.text.push(c),
        }
    }
    words.push(word);
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_cut_as_a_shell_cuts_it() {
        let texts = |line: &str| words(line).into_iter().map(|word| word.text).collect::<Vec<_>>();
        assert_eq!(texts("plan -f 'a b'  done A1,"), ["plan", "-f", "a b", "done", "A1,"]);
        assert_eq!(texts(r#"plan --file="it's" -fa\ b "#), ["plan", "--file=it's", "-fa b", ""]);
        let last = words("plan list --group '集中 学").pop();
        let expected = Word { text: "集中 学".into(), raw: "'集中 学".into(), open: Some('\'') };
        assert_eq!(last, Some(expected));
    }
}
