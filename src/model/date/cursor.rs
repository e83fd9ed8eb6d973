//! A phrase, made plain and read from left to right.

/// Returns `words` in small letters, with full-width characters made narrow and every dash and tilde a `-`.
pub(super) fn normalised(words: &str) -> String {
    let mut plain = String::with_capacity(words.len());
    for c in words.trim().chars() {
        let c = match c {
            '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
            '\u{3000}' | '\u{A0}' | '\t' => ' ',
            '—' | '–' | '―' | '‐' | '‑' | '−' | '〜' | '∼' => '-',
            '∶' => ':',
            _ => c,
        };
        let c = if c == '~' { '-' } else { c.to_ascii_lowercase() };
        plain.push(c);
    }
    plain
}

/// What is left of a phrase. Every method that finds nothing leaves it as it was.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cursor<'w> {
    rest: &'w str,
}

impl<'w> Cursor<'w> {
    pub(super) fn new(rest: &'w str) -> Cursor<'w> {
        Cursor { rest }
    }

    pub(super) fn is_at_end(self) -> bool {
        self.rest.is_empty()
    }

    pub(super) fn peek(self) -> Option<char> {
        self.rest.chars().next()
    }

    /// Takes `text`.
    pub(super) fn take(&mut self, text: &str) -> bool {
        let rest = self.rest.strip_prefix(text);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    /// Takes the first of `texts` that comes next; longer ones must stand before their beginnings.
    pub(super) fn take_any(&mut self, texts: &[&str]) -> bool {
        texts.iter().any(|text| self.take(text))
    }

    /// Takes the first of `texts` that comes next, and returns what it stands for.
    pub(super) fn take_one<T: Copy>(&mut self, texts: &[(&str, T)]) -> Option<T> {
        texts.iter().find(|(text, _)| self.take(text)).map(|(_, meaning)| *meaning)
    }

    /// Takes a number in ASCII digits, and returns it with how many there were.
    pub(super) fn digits(&mut self) -> Option<(u32, usize)> {
        let length = self.rest.bytes().take_while(u8::is_ascii_digit).count();
        let number = self.rest[..length].parse().ok().filter(|_| (1..=8).contains(&length))?;
        self.rest = &self.rest[length..];
        Some((number, length))
    }

    /// Takes one character that `meaning` knows.
    pub(super) fn one<T>(&mut self, meaning: impl Fn(char) -> Option<T>) -> Option<T> {
        let c = self.peek()?;
        let found = meaning(c)?;
        self.rest = &self.rest[c.len_utf8()..];
        Some(found)
    }

    /// Reads with `read`; where that finds nothing, nothing is taken.
    pub(super) fn attempt<T>(&mut self, read: impl FnOnce(&mut Cursor<'w>) -> Option<T>) -> Option<T> {
        let before = *self;
        let found = read(self);
        if found.is_none() {
            *self = before;
        }
        found
    }
}
