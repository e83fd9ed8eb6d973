//! The text of a range of character positions, paragraph by paragraph (2.4.2).

use std::ops::Range;

use super::chp::{C_ISTD, Chp};
use super::fields::Fields;
use super::fkp::{Stretch, Stretches};
use super::pap::{self, End, Pap};
use super::pieces::Clx;
use super::sprm::{Sprm, Sprms};
use super::styles::Styles;
use super::tap::Tap;
use crate::import::limits::within;
use crate::outline::document::{Limit, Marks, Run, Unreadable};

const CELL: u16 = 0x07;
const PAGE_BREAK: u16 = 0x0C;
const PARAGRAPH: u16 = 0x0D;
const PICTURE: u16 = 0x01;
const TAB: u16 = 0x09;
const LINE_BREAK: u16 = 0x0B;
const COLUMN_BREAK: u16 = 0x0E;
const HYPHEN: u16 = 0x1E;
const SYMBOL: u16 = 0x28;

/// More than the longest plan has by far.
const MOST_CHARACTERS: usize = 2_000_000;

/// All that the text of a document is read from.
pub struct Text<'d> {
    pub word: &'d [u8],
    pub data: &'d [u8],
    pub clx: Clx<'d>,
    pub characters: Stretches<'d>,
    pub paragraphs: Stretches<'d>,
    pub styles: Styles,
    /// LibreOffice writes the mark of a paragraph with the properties of the text after it, deleted or not.
    pub marks_go_with_what_follows: bool,
}

/// A paragraph, up to its mark.
#[derive(Debug, Default)]
pub struct Passage {
    pub cps: Range<usize>,
    pub runs: Vec<Run>,
    pub pap: Pap,
    /// What the end of a row says of it.
    pub tap: Option<Tap>,
    /// Holds nothing but the end of a page or a section.
    pub is_break: bool,
    pub ends_cell: bool,
    /// Whether its mark is not shown, and it neither where it is empty.
    pub is_hidden: bool,
    pub pictures: usize,
}

/// The passages that were read, and the one that is being read.
#[derive(Default)]
struct Passages {
    done: Vec<Passage>,
    runs: Vec<(Marks, Vec<u16>)>,
    begin: usize,
    pictures: usize,
}

impl<'d> Text<'d> {
    /// Returns the paragraphs of a range.
    pub fn passages(&self, cps: Range<usize>) -> Result<Vec<Passage>, Unreadable> {
        if self.clx.length() > MOST_CHARACTERS {
            return Err(Unreadable::TooLarge(Limit::Text));
        }
        let units: Vec<u16> = self.clx.within(&cps).flat_map(|piece| piece.units(self.word)).collect();
        let ends = units.iter().filter(|unit| [CELL, LINE_BREAK, PAGE_BREAK, PARAGRAPH].contains(unit));
        within(Limit::Blocks, ends.count())?;
        let fields = Fields::find(&units);
        let mut passages = Passages { begin: cps.start, ..Passages::default() };
        let mut index = 0;
        for piece in self.clx.within(&cps) {
            let changes = self.clx.changes(&piece);
            let units = piece.units(self.word);
            let mut rest = units.as_slice();
            let (mut at, mut cp) = (piece.at, piece.cps.start);
            while !rest.is_empty() {
                let (pap, chp) = (self.paragraphs.at(at), self.characters.at(at));
                let length = (pap.end.min(chp.end) - at).div_ceil(piece.width).min(rest.len());
                let (units, after) = rest.split_at(length);
                let end = at + length * piece.width;
                let joins = !self.marks_go_with_what_follows || chp.end <= end;
                let chp = self.chp(pap, chp, &changes);
                let part = Part { units, cp, index, chp, ends_paragraph: pap.end <= end, joins };
                passages.read(&part, &fields, || self.pap(pap, &changes));
                (rest, at, cp, index) = (after, end, cp + length, index + length);
            }
        }
        Ok(passages.finish(cps.end))
    }

    /// Returns what a stretch's characters are: what their styles say, then what is said of them, then of the piece.
    fn chp(&self, pap: Stretch, chp: Stretch, changes: &[Sprm]) -> Chp {
        let mut style = self.styles.get(pap.istd).1;
        if let Some(named) = Sprms(chp.grpprl).find(|sprm| sprm.code == C_ISTD) {
            style = style.turned_by(self.styles.get(named.word()).1);
        }
        let mut character = style;
        let own = Sprms(chp.grpprl).chain(changes.iter().copied());
        own.for_each(|sprm| character.apply(sprm, &style));
        character
    }

    /// Returns what a paragraph is, and the row that ends with it.
    fn pap(&self, stretch: Stretch<'d>, changes: &[Sprm]) -> (Pap, Option<Tap>) {
        let mut pap = self.styles.get(stretch.istd).0;
        let own = pap::changes(stretch.grpprl, self.data);
        own.clone().chain(changes.iter().copied()).for_each(|sprm| pap.apply(sprm));
        let tap = (pap.end == End::Row && pap.depth() > 0).then(|| Tap::read(own));
        (pap, tap)
    }
}

/// A part of the text with the same properties.
struct Part<'u> {
    units: &'u [u16],
    /// The position of its first character.
    cp: usize,
    /// The same, counted in the text that is read.
    index: usize,
    chp: Chp,
    /// Whether the paragraph ends with it, whatever its last character.
    ends_paragraph: bool,
    /// Whether a deleted mark in it lets the paragraph go on in the next.
    joins: bool,
}

impl Passages {
    fn read(&mut self, part: &Part, fields: &Fields, pap: impl Fn() -> (Pap, Option<Tap>)) {
        let last = part.units.len().saturating_sub(1);
        for (offset, unit) in part.units.iter().copied().enumerate() {
            let index = part.index + offset;
            let is_hidden = fields.hides(index);
            let ends = match unit {
                CELL => true,
                PARAGRAPH => !(is_hidden || part.chp.marks.deleted && part.joins),
                PAGE_BREAK => !is_hidden && part.ends_paragraph && offset == last,
                _ => false,
            };
            if ends {
                let (mut pap, tap) = pap();
                pap.is_contents |= fields.is_contents(index);
                self.end(unit, part.cp + offset + 1, part.chp.hidden, (pap, tap));
            } else if !is_hidden {
                self.push(unit, &part.chp);
            }
        }
    }

    /// Takes a character of the text.
    fn push(&mut self, unit: u16, chp: &Chp) {
        let shown = match unit {
            _ if chp.hidden => return,
            SYMBOL if let Some(symbol) = chp.symbol => symbol,
            TAB => unit,
            LINE_BREAK => u16::from(b'\n'),
            // Where a page ends inside a paragraph, its line ends as well.
            PAGE_BREAK | COLUMN_BREAK if !self.runs.is_empty() => u16::from(b'\n'),
            HYPHEN => u16::from(b'-'),
            PICTURE if !chp.is_data => {
                self.pictures += 1;
                return;
            }
            // Marks of fields, notes, comments and drawings, and hyphens that are shown at the end of a line alone.
            0..0x20 => return,
            _ => unit,
        };
        match self.runs.last_mut() {
            Some((marks, units)) if *marks == chp.marks() => units.push(shown),
            _ => self.runs.push((chp.marks(), vec![shown])),
        }
    }

    /// Ends the paragraph that is being read.
    fn end(&mut self, mark: u16, end: usize, is_hidden: bool, (pap, tap): (Pap, Option<Tap>)) {
        let runs = std::mem::take(&mut self.runs);
        let run = |(marks, units): (Marks, Vec<u16>)| Run { text: String::from_utf16_lossy(&units), marks };
        self.done.push(Passage {
            cps: self.begin..end,
            is_break: mark == PAGE_BREAK && runs.is_empty(),
            ends_cell: mark == CELL || pap.end == End::Cell,
            is_hidden,
            runs: runs.into_iter().map(run).collect(),
            pap,
            tap,
            pictures: std::mem::take(&mut self.pictures),
        });
        self.begin = end;
    }

    /// Returns the passages; what no mark ends is one as well.
    fn finish(mut self, end: usize) -> Vec<Passage> {
        if !self.runs.is_empty() || self.pictures > 0 {
            self.end(PARAGRAPH, end, false, (Pap::default(), None));
        }
        self.done
    }
}
