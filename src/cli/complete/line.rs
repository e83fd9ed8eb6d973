//! A command line that is being typed, cut into words as a shell does it.

use std::env;

use super::super::typing::powershell_quote;

/// A word, without its quotes.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Word {
    pub(super) text: String,
    /// As it was typed.
    pub(super) raw: String,
    /// The quote that is still open at its end.
    pub(super) open: Option<char>,
}

impl Word {
    /// Takes a character that stands for itself.
    fn take(&mut self, c: char) {
        self.raw.push(c);
        self.text.push(c);
    }
}

/// What the shells read otherwise in a line.
#[derive(Debug, Clone, Copy)]
pub(super) struct Syntax {
    /// Takes the meaning of the character after it, but not in single quotes.
    escape: char,
    /// Returns the straight quote for one that means the same.
    quote: fn(char) -> Option<char>,
    /// A quote twice inside quotes is one.
    doubles: bool,
}

impl Syntax {
    pub(super) const POSIX: Syntax =
        Syntax { escape: '\\', quote: |c| matches!(c, '\'' | '"').then_some(c), doubles: false };
    pub(super) const POWERSHELL: Syntax = Syntax { escape: '`', quote: powershell_quote, doubles: true };
}

/// Returns the words of `line` up to the cursor at its end; the last one is empty where none was begun.
pub(super) fn words(line: &str, syntax: Syntax) -> Vec<Word> {
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
        match (word.open, (syntax.quote)(c)) {
            (None, Some(quote)) => word.open = Some(quote),
            (Some(open), Some(quote)) if open == quote => {
                match chars.next_if(|next| syntax.doubles && (syntax.quote)(*next) == Some(quote)) {
                    Some(twice) => word.take(twice),
                    None => word.open = None,
                }
            }
            (None | Some('"'), _) if c == syntax.escape => {
                if let Some(escaped) = chars.next() {
                    word.take(escaped);
                }
            }
            (None, _) if word.raw == "~" && matches!(chars.peek(), None | Some('/')) => {
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
        let texts =
            |line: &str| words(line, Syntax::POSIX).into_iter().map(|word| word.text).collect::<Vec<_>>();
        assert_eq!(texts("plan -f 'a b'  done A1,"), ["plan", "-f", "a b", "done", "A1,"]);
        assert_eq!(texts(r#"plan --file="it's" -fa\ b "#), ["plan", "--file=it's", "-fa b", ""]);
        let last = words("plan list --group '集中 学", Syntax::POSIX).pop();
        let expected = Word { text: "集中 学".into(), raw: "'集中 学".into(), open: Some('\'') };
        assert_eq!(last, Some(expected));
    }

    #[test]
    fn a_line_is_cut_as_powershell_cuts_it() {
        let words = words(r#"plan -f .\方案\a` b.toml --why='it''s' “甲 ""乙”  "$"#, Syntax::POWERSHELL);
        let texts: Vec<&str> = words.iter().map(|word| word.text.as_str()).collect();
        assert_eq!(texts, ["plan", "-f", r".\方案\a b.toml", "--why=it's", "甲 \"乙", "$"]);
        assert_eq!(words.last().map(|last| last.open), Some(Some('"')));
    }
}
