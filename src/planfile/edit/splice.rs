//! Replacing stretches of a text, all at once.

use std::ops::Range;

use toml_parser::Source;
use toml_parser::lexer::TokenKind;

#[derive(Debug)]
pub struct Edited {
    pub text: String,
    /// The last line that changed, counted from 1 in the new text; of lines that went, where they stood.
    pub line: Option<usize>,
}

/// What is to stand in place of what.
#[derive(Default)]
pub(super) struct Splices(Vec<(Range<usize>, String)>);

impl Splices {
    /// Puts `new` in place of the bytes in `old`.
    pub(super) fn replace(&mut self, old: Range<usize>, new: String) {
        self.0.push((old, new));
    }

    /// Puts `new` before the byte at `at`, after what was put there already.
    pub(super) fn insert(&mut self, at: usize, new: String) {
        self.replace(at..at, new);
    }

    /// Takes the bytes in `old` out.
    pub(super) fn remove(&mut self, old: Range<usize>) {
        self.replace(old, String::new());
    }

    pub(super) fn append(&mut self, mut others: Splices) {
        self.0.append(&mut others.0);
    }

    /// Whether a comment stands in what goes. Every stretch begins where a token does, outside of any text.
    pub(super) fn take_a_comment(&self, text: &str) -> bool {
        let holds_one = |range: &Range<usize>| {
            Source::new(&text[range.clone()]).lex().any(|token| token.kind() == TokenKind::Comment)
        };
        self.0.iter().any(|(old, _)| holds_one(old))
    }

    pub(super) fn apply(mut self, text: &str) -> Edited {
        self.0.sort_by_key(|(old, _)| old.start);
        let added: usize = self.0.iter().map(|(_, new)| new.len()).sum();
        let mut result = String::with_capacity(text.len() + added);
        let (mut line, mut at, mut last) = (1, 0, None);
        for (old, new) in self.0 {
            let kept = &text[at.min(old.start)..old.start];
            result.push_str(kept);
            result.push_str(&new);
            line += breaks(kept);
            let first = line;
            line += breaks(&new);
            // A line that was put in ends with its own break.
            last = Some(if new.ends_with('\n') { line - 1 } else { line.max(first) });
            at = at.max(old.end);
        }
        result.push_str(&text[at..]);
        // A file without a last line end keeps none, also where its last lines went.
        if !text.ends_with('\n') && result.ends_with('\n') {
            result.truncate(result.trim_end_matches('\n').trim_end_matches('\r').len());
        }
        Edited { text: result, line: last }
    }
}

fn breaks(text: &str) -> usize {
    text.bytes().filter(|byte| *byte == b'\n').count()
}
