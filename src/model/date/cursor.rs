//! A place in the text, and the few moves that the grammars make.

use std::ops::RangeInclusive;

/// The text that is still to be read. Copying it remembers the place.
#[derive(Debug, Clone, Copy)]
pub struct Cursor<'a> {
    rest: &'a str,
}

impl<'a> Cursor<'a> {
    pub fn new(text: &'a str) -> Self {
        Self { rest: text }
    }

    pub fn rest(&self) -> &'a str {
        self.rest
    }

    pub fn is_done(&self) -> bool {
        self.rest.is_empty()
    }

    pub fn is_at_digit(&self) -> bool {
        self.rest.starts_with(|next: char| next.is_ascii_digit())
    }

    /// Moves past `text` if it stands here.
    pub fn eat(&mut self, text: &str) -> bool {
        let Some(rest) = self.behind(text) else { return false };
        self.rest = rest;
        true
    }

    /// What follows `text`, if it stands here. Most entries of a table differ in the first byte:
    /// comparing it first makes the tables cheap.
    fn behind(&self, text: &str) -> Option<&'a str> {
        match (self.rest.as_bytes(), text.as_bytes()) {
            ([here, ..], [first, ..]) if *here == *first => self.rest.strip_prefix(text),
            _ => None,
        }
    }

    /// Moves past the first of `texts` that stands here: longer ones come first in the lists.
    pub fn eat_any(&mut self, texts: &[&str]) -> bool {
        texts.iter().any(|text| self.eat(text))
    }

    /// Moves past as many of `texts` as follow each other.
    pub fn eat_all(&mut self, texts: &[&str]) {
        while self.eat_any(texts) {}
    }

    /// Moves past a text of the table and gives what it stands for.
    pub fn take<T: Copy>(&mut self, table: &[(T, &[&str])]) -> Option<T> {
        table.iter().find(|(_, texts)| self.eat_any(texts)).map(|(value, _)| *value)
    }

    /// Moves past a whole English word, or words, and the space behind.
    pub fn word(&mut self, word: &str) -> bool {
        let Some(rest) = self.behind(word) else { return false };
        if rest.starts_with(|next: char| next.is_ascii_alphanumeric()) {
            return false;
        }
        self.rest = rest.trim_start_matches(' ');
        true
    }

    /// As [`Cursor::word`], for a name that digits may follow without a space: 30JUN2019.
    pub fn name(&mut self, name: &str) -> bool {
        let Some(rest) = self.behind(name) else { return false };
        if rest.starts_with(|next: char| next.is_ascii_alphabetic()) {
            return false;
        }
        self.rest = rest.trim_start_matches(' ');
        true
    }

    pub fn any_word(&mut self, words: &[&str]) -> bool {
        words.iter().any(|word| self.word(word))
    }

    /// As [`Cursor::take`], for whole English words.
    pub fn take_word<T: Copy>(&mut self, table: &[(T, &[&str])]) -> Option<T> {
        table.iter().find(|(_, words)| self.any_word(words)).map(|(value, _)| *value)
    }

    /// A run of ASCII digits: its value and its length. A run of more than eight is no number that
    /// belongs to a date.
    pub fn digits(&mut self) -> Option<(u32, usize)> {
        let length = self.rest.bytes().take_while(u8::is_ascii_digit).take(9).count();
        if length == 0 || length > 8 {
            return None;
        }
        let (run, rest) = self.rest.split_at(length);
        self.rest = rest;
        let value = run.bytes().fold(0, |sum, digit| sum * 10 + u32::from(digit - b'0'));
        Some((value, length))
    }

    /// A number of so many digits.
    pub fn number(&mut self, lengths: RangeInclusive<usize>) -> Option<u32> {
        self.digits().filter(|(_, length)| lengths.contains(length)).map(|(value, _)| value)
    }

    /// Reads something, or stays where it is.
    pub fn attempt<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let here = *self;
        let found = read(self);
        if found.is_none() {
            *self = here;
        }
        found
    }

    /// Moves on where `read` does well, or stays.
    pub fn passes(&mut self, read: impl FnOnce(&mut Self) -> bool) -> bool {
        self.attempt(|c| read(c).then_some(())).is_some()
    }

    /// Reads something behind `text`, or stays where it is.
    pub fn after<T>(&mut self, text: &str, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        self.attempt(|c| if c.eat(text) { read(c) } else { None })
    }
}
