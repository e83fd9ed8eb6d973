//! The file information block: what lies where (2.5).

use std::ops::Range;

use super::bytes::{place_at, slice, u16_at};
use crate::outline::document::Unreadable;

/// How a `WordDocument` stream begins (2.5.2, `wIdent`).
const WORD: u16 = 0xA5EC;
/// The version of Word 97, the first that is read (2.5.2, `nFib`).
const WORD_97: u16 = 0x00C1;

const ENCRYPTED: u16 = 0x0100;
const TABLE_1: u16 = 0x0200;

/// What LibreOffice writes where Word names itself (2.5.3, of no meaning in the specification).
const LIBRE_OFFICE: &[u8] = b"Caolan80";

/// A part of the text: they follow each other in one stream (2.4.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Story {
    Main,
    Footnotes,
    Headers,
    Endnotes,
    TextBoxes,
    HeaderTextBoxes,
}

/// A structure of the table stream, by its place in `FibRgFcLcb97` (2.5.6).
#[derive(Debug, Clone, Copy)]
pub enum Part {
    Styles = 1,
    FootnoteTexts = 3,
    Headers = 11,
    Characters = 12,
    Paragraphs = 13,
    Pieces = 33,
    Shapes = 40,
    EndnoteTexts = 47,
    Drawings = 50,
    TextBoxes = 56,
    HeaderTextBoxes = 58,
    Lists = 73,
    ListOverrides = 74,
}

#[derive(Debug)]
pub struct Fib<'w> {
    flags: u16,
    /// Whether LibreOffice or its forebears wrote the file.
    pub is_of_libre_office: bool,
    /// `FibRgLw97`, the lengths.
    lengths: &'w [u8],
    /// `FibRgFcLcb`, pairs of a place and a length.
    parts: &'w [u8],
}

impl<'w> Fib<'w> {
    /// Reads the block at the begin of the `WordDocument` stream.
    pub fn read(word: &'w [u8]) -> Result<Fib<'w>, Unreadable> {
        let damaged = || Unreadable::Damaged("FIB".into());
        let (ident, version) = u16_at(word, 0).zip(u16_at(word, 2)).ok_or_else(damaged)?;
        let flags = u16_at(word, 10).ok_or_else(damaged)?;
        if version < WORD_97 {
            return Err(Unreadable::OldWord);
        }
        if ident != WORD {
            return Err(damaged());
        }
        if flags & ENCRYPTED != 0 {
            return Err(Unreadable::Encrypted);
        }
        Fib::laid_out(word, flags).ok_or_else(damaged)
    }

    /// Finds the arrays, each with its length before it.
    fn laid_out(word: &'w [u8], flags: u16) -> Option<Fib<'w>> {
        let shorts = usize::from(u16_at(word, 32)?) * 2;
        let longs = usize::from(u16_at(word, 34 + shorts)?) * 4;
        let lengths = slice(word, 36 + shorts, longs)?;
        let pairs = usize::from(u16_at(word, 36 + shorts + longs)?) * 8;
        let parts = slice(word, 38 + shorts + longs, pairs)?;
        let is_of_libre_office = slice(word, 34, 8) == Some(LIBRE_OFFICE);
        Some(Fib { flags, is_of_libre_office, lengths, parts })
    }

    pub fn table_stream(&self) -> &'static str {
        if self.flags & TABLE_1 == 0 { "0Table" } else { "1Table" }
    }

    /// Returns the bytes of a structure; none where the file has it not.
    pub fn part<'t>(&self, table: &'t [u8], part: Part) -> &'t [u8] {
        let place = self.place(part);
        place.and_then(|(at, length)| table.get(at..at.checked_add(length)?)).unwrap_or_default()
    }

    /// Returns where a structure begins, and its length.
    pub fn place(&self, part: Part) -> Option<(usize, usize)> {
        let at = 8 * part as usize;
        Some((place_at(self.parts, at)?, place_at(self.parts, at + 4)?))
    }

    /// Returns the character positions of a part of the text.
    pub fn story(&self, story: Story) -> Range<usize> {
        // `ccpText` is the fourth of the lengths; the seventh is not used, the eighth that of the comments.
        let index = match story {
            Story::Main => 3,
            Story::Footnotes => 4,
            Story::Headers => 5,
            Story::Endnotes => 8,
            Story::TextBoxes => 9,
            Story::HeaderTextBoxes => 10,
        };
        let length = |index: usize| place_at(self.lengths, 4 * index).unwrap_or(0);
        let begin = (3..index).map(length).fold(0, usize::saturating_add);
        begin..begin.saturating_add(length(index))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A block with the lengths of the parts of the text, and one structure of the table stream.
    fn word(version: u16, flags: u16, lengths: [u32; 11], part: (u32, u32)) -> Vec<u8> {
        let mut word = vec![0; 32];
        word[0..2].copy_from_slice(&WORD.to_le_bytes());
        word[2..4].copy_from_slice(&version.to_le_bytes());
        word[10..12].copy_from_slice(&flags.to_le_bytes());
        word.extend([0, 0]);
        word.extend(22u16.to_le_bytes());
        word.extend(lengths.into_iter().chain([0; 11]).flat_map(u32::to_le_bytes));
        word.extend(2u16.to_le_bytes());
        word.extend([0, 0, part.0, part.1].into_iter().flat_map(u32::to_le_bytes));
        word
    }

    #[test]
    fn the_parts_of_the_text_follow_each_other() {
        let bytes = word(WORD_97, TABLE_1, [0, 0, 0, 100, 10, 20, 0, 5, 7, 3, 1], (2, 3));
        let fib = Fib::read(&bytes).unwrap();
        assert_eq!(fib.story(Story::Main), 0..100);
        assert_eq!(fib.story(Story::Footnotes), 100..110);
        assert_eq!(fib.story(Story::Headers), 110..130);
        assert_eq!(fib.story(Story::Endnotes), 135..142);
        assert_eq!(fib.story(Story::TextBoxes), 142..145);
        assert_eq!(fib.story(Story::HeaderTextBoxes), 145..146);
        assert_eq!(fib.table_stream(), "1Table");
        assert_eq!(fib.part(b"0123456", Part::Styles), b"234");
        assert_eq!(fib.part(b"0123", Part::Styles), b"");
        assert_eq!(fib.part(b"0123456", Part::Pieces), b"");
    }

    #[test]
    fn lengths_beyond_all_bounds_are_held_in_them() {
        let bytes = word(WORD_97, 0, [u32::MAX; 11], (u32::MAX, u32::MAX));
        let fib = Fib::read(&bytes).unwrap();
        assert!(fib.story(Story::HeaderTextBoxes).end > u32::MAX as usize);
        assert_eq!(fib.part(b"0123456", Part::Styles), b"");
    }

    #[test]
    fn a_file_of_word_95_and_an_encrypted_one_are_told_apart() {
        let read = |version, flags| Fib::read(&word(version, flags, [0; 11], (0, 0))).map(|_| ());
        assert_eq!(read(WORD_97, 0), Ok(()));
        assert_eq!(read(0x0101, 0), Ok(()));
        assert_eq!(read(0x0068, 0), Err(Unreadable::OldWord));
        assert_eq!(read(WORD_97, ENCRYPTED), Err(Unreadable::Encrypted));
        assert_eq!(Fib::read(b"\xEC\xA5").map(|_| ()), Err(Unreadable::Damaged("FIB".into())));
        let whole = word(WORD_97, 0, [0; 11], (0, 0));
        for length in 0..whole.len() {
            assert!(Fib::read(&whole[..length]).is_err(), "{length}");
        }
    }
}
