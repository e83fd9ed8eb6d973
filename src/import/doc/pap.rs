//! The properties of paragraphs (2.6.2) that matter here.

use super::bytes::{slice, u16_at};
use super::sprm::{Sprm, Sprms};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pap {
    pub istd: u16,
    in_table: bool,
    /// How many tables it stands in, where the file says it.
    depth: usize,
    pub end: End,
    /// Its list, as an index from 1 into the list overrides.
    pub list: u16,
    /// Its level in the list.
    pub list_level: u8,
    /// From 0; 9 is text.
    pub outline_level: u8,
    pub is_contents: bool,
}

/// What the paragraph's mark ends.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum End {
    #[default]
    Paragraph,
    Cell,
    Row,
}

pub const P_INC_LVL: u16 = 0x2602;
pub const P_F_IN_TABLE: u16 = 0x2416;
pub const P_F_TTP: u16 = 0x2417;
const P_F_INNER_TABLE_CELL: u16 = 0x244B;
const P_F_INNER_TTP: u16 = 0x244C;
pub const P_ILVL: u16 = 0x260A;
pub const P_OUT_LVL: u16 = 0x2640;
const P_ISTD: u16 = 0x4600;
const P_ILFO: u16 = 0x460B;
const P_HUGE_PAPX: [u16; 2] = [0x6645, 0x6646];
const P_ITAP: u16 = 0x6649;
const P_DTAP: u16 = 0x664A;

/// All that [`Pap::apply`] knows.
pub const CHANGES: [u16; 11] = [
    P_INC_LVL, P_F_IN_TABLE, P_F_TTP, P_F_INNER_TABLE_CELL, P_F_INNER_TTP, P_ILVL, P_OUT_LVL, P_ISTD, P_ILFO,
    P_ITAP, P_DTAP,
];

/// The first outline level that is no heading.
pub const TEXT: u8 = 9;

impl Default for Pap {
    fn default() -> Pap {
        Pap {
            istd: 0,
            in_table: false,
            depth: 0,
            end: End::Paragraph,
            list: 0,
            list_level: 0,
            outline_level: TEXT,
            is_contents: false,
        }
    }
}

impl Pap {
    pub fn apply(&mut self, sprm: Sprm) {
        match sprm.code {
            P_ISTD => self.istd = sprm.word(),
            P_F_IN_TABLE => self.in_table = sprm.is_set(),
            P_F_TTP | P_F_INNER_TTP if sprm.is_set() => self.end = End::Row,
            P_F_INNER_TABLE_CELL if sprm.is_set() => self.end = End::Cell,
            P_ITAP => self.depth = sprm.long(),
            P_DTAP => self.depth = self.depth.wrapping_add(sprm.long()) & 0xFFFF_FFFF,
            P_ILFO => self.list = sprm.word(),
            P_ILVL => self.list_level = sprm.byte(),
            P_OUT_LVL => self.outline_level = sprm.byte(),
            // Of a heading, "one level down" or up is another style (2.6.2, sprmPIncLvl).
            P_INC_LVL if (1..=9).contains(&self.istd) => {
                self.istd =
                    self.istd.saturating_add_signed(i8::from_le_bytes([sprm.byte()]).into()).clamp(1, 9);
                self.outline_level = u8::try_from(self.istd - 1).unwrap_or(TEXT);
            }
            _ => {}
        }
    }

    /// Returns how many tables the paragraph stands in.
    pub fn depth(&self) -> usize {
        if self.in_table { self.depth.max(1) } else { 0 }
    }

    /// Returns the level of a heading, from 1.
    pub fn heading(&self) -> Option<u8> {
        (self.outline_level < TEXT).then_some(self.outline_level + 1)
    }
}

/// Returns a paragraph's changes; where they are too large for their page, they lie in the `Data` stream (2.6.2,
/// sprmPHugePapx).
pub fn changes<'d>(grpprl: &'d [u8], data: &'d [u8]) -> Sprms<'d> {
    let huge = Sprms(grpprl).find(|sprm| P_HUGE_PAPX.contains(&sprm.code));
    let huge = huge.and_then(|sprm| {
        let at = sprm.long();
        slice(data, at.checked_add(2)?, u16_at(data, at)?.into())
    });
    Sprms(huge.unwrap_or(grpprl))
}
