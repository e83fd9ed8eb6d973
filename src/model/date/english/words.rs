//! A phrase, word by word.

/// The words of a phrase, read from left to right.
pub(super) struct Words<'w> {
    pub(super) words: Vec<&'w str>,
    pub(super) at: usize,
}

impl<'w> Words<'w> {
    pub(super) fn peek(&self) -> Option<&'w str> {
        self.words.get(self.at).copied()
    }

    /// Takes the words of `text`, separated by blanks.
    pub(super) fn take(&mut self, text: &str) -> bool {
        let mut at = self.at;
        for word in text.split(' ') {
            if self.words.get(at) != Some(&word) {
                return false;
            }
            at += 1;
        }
        self.at = at;
        true
    }

    pub(super) fn take_any(&mut self, texts: &[&str]) -> bool {
        texts.iter().any(|text| self.take(text))
    }

    pub(super) fn attempt<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let before = self.at;
        let found = read(self);
        if found.is_none() {
            self.at = before;
        }
        found
    }

    /// Takes one word that `meaning` knows.
    pub(super) fn one<T>(&mut self, meaning: impl Fn(&str) -> Option<T>) -> Option<T> {
        let found = meaning(self.peek()?)?;
        self.at += 1;
        Some(found)
    }
}
