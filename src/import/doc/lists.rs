//! Lists: what they count, and how it is shown (2.9.131 LSTF, 2.9.150 LVL, 2.9.132 LFO).

use std::mem;

use super::bytes::{place_at, slice, u16_at, u32_at};
use crate::import::numbering::{Counters, LEVELS, Level, NumberFormat, Piece};

/// An `ilfo` is no larger (2.6.2, sprmPIlfo).
const MOST_OVERRIDES: usize = 0x07FE;
const LONGEST_TEXT: usize = 255;

const IS_LEGAL: u8 = 0x04;
const NO_RESTART: u8 = 0x08;
const SIMPLE: u8 = 0x01;
const LEVEL: u8 = 0x0F;
const START_AT: u8 = 0x10;
const FORMATTING: u8 = 0x20;

/// The lists of a document, as far as they have counted.
#[derive(Debug, Default)]
pub struct Lists {
    lists: Vec<List>,
    overrides: Vec<Override>,
}

#[derive(Debug, Default)]
struct List {
    lsid: u32,
    levels: Vec<Level>,
    counters: Counters,
}

/// A use of a list, which can change it.
#[derive(Debug, Default)]
struct Override {
    /// An index into the lists.
    list: Option<usize>,
    /// Which levels begin again, once, when they are met first.
    restarts: [bool; LEVELS],
    /// Its own levels, where it has any.
    levels: Option<Vec<Level>>,
}

impl Lists {
    /// Reads the lists at the begin of the first bytes, whose levels follow them, and the overrides.
    pub fn read(plf_lst: &[u8], plf_lfo: &[u8]) -> Lists {
        let lists = lists(plf_lst).unwrap_or_default();
        let overrides = overrides(plf_lfo, &lists).unwrap_or_default();
        Lists { lists, overrides }
    }

    /// Counts a paragraph of a list, an index from 1 into the overrides, and returns its number as it is shown.
    pub fn next(&mut self, list: u16, level: u8) -> String {
        let level = usize::from(level);
        let index = usize::from(list).checked_sub(1);
        let Some(lfo) = index.and_then(|index| self.overrides.get_mut(index)) else { return String::new() };
        let Some(list) = lfo.list.and_then(|at| self.lists.get_mut(at)) else { return String::new() };
        if lfo.restarts.get_mut(level).is_some_and(mem::take) {
            list.counters.restart(level);
        }
        list.counters.next(lfo.levels.as_ref().unwrap_or(&list.levels), level)
    }
}

/// Reads a `PlfLst` (2.9.189) and the levels after it.
fn lists(bytes: &[u8]) -> Option<Vec<List>> {
    let count = usize::from(u16_at(bytes, 0)?);
    let mut at = 2 + 28 * count;
    let mut lists = Vec::new();
    for index in 0..count {
        let Some(lstf) = slice(bytes, 2 + 28 * index, 28) else { break };
        let levels = if lstf[26] & SIMPLE != 0 { 1 } else { LEVELS };
        let read = |_| level(bytes, &mut at);
        let levels: Vec<Level> = (0..levels).map_while(read).collect();
        lists.push(List { lsid: u32_at(lstf, 0)?, levels, counters: Counters::default() });
    }
    Some(lists)
}

/// Reads a `PlfLfo` (2.9.188).
fn overrides(bytes: &[u8], lists: &[List]) -> Option<Vec<Override>> {
    let count = place_at(bytes, 0)?.min(bytes.len() / 16);
    let mut at = 4 + 16 * count;
    let mut overrides = Vec::new();
    for index in 0..count.min(MOST_OVERRIDES) {
        let lfo = slice(bytes, 4 + 16 * index, 16)?;
        let lsid = u32_at(lfo, 0)?;
        let list = lists.iter().position(|list| list.lsid == lsid);
        let own = list.filter(|_| lfo[12] > 0).map(|at| lists[at].levels.clone());
        let mut read = Override { list, levels: own, ..Override::default() };
        // Its data begins with a position that says nothing.
        at += 4;
        for _ in 0..lfo[12] {
            if read.change(bytes, &mut at).is_none() {
                break;
            }
        }
        overrides.push(read);
    }
    Some(overrides)
}

impl Override {
    /// Reads an `LFOLVL` (2.9.133).
    fn change(&mut self, bytes: &[u8], at: &mut usize) -> Option<()> {
        let lfolvl = slice(bytes, *at, 8)?;
        *at += 8;
        let flags = lfolvl[4];
        let level = if flags & FORMATTING != 0 { Some(level(bytes, at)?) } else { None };
        let index = usize::from(flags & LEVEL);
        let changed = self.levels.as_mut().and_then(|levels| levels.get_mut(index));
        let Some((changed, restarts)) = changed.zip(self.restarts.get_mut(index)) else { return Some(()) };
        match level {
            Some(level) => *changed = level,
            None if flags & START_AT != 0 => changed.start = u32_at(lfolvl, 0)?,
            None => {}
        }
        *restarts = flags & START_AT != 0;
        Some(())
    }
}

/// Reads an `LVL` (2.9.150), and goes on to what follows it.
fn level(bytes: &[u8], at: &mut usize) -> Option<Level> {
    let lvlf = slice(bytes, *at, 28)?;
    let text = *at + 28 + usize::from(lvlf[24]) + usize::from(lvlf[25]);
    let length = 2 * usize::from(u16_at(bytes, text)?);
    let text = slice(bytes, text + 2, length)?;
    *at += 28 + usize::from(lvlf[24]) + usize::from(lvlf[25]) + 2 + length;
    let flags = lvlf[5];
    Some(Level {
        start: u32_at(lvlf, 0)?,
        format: NumberFormat::numbered(lvlf[4]),
        text: pieces(text, &lvlf[6..15]),
        restart: (flags & NO_RESTART != 0).then_some(lvlf[26].into()),
        is_legal: flags & IS_LEGAL != 0,
    })
}

/// Parts the text of a level: at the places that are named, counted from 1, a character is the number of a level.
fn pieces(text: &[u8], places: &[u8]) -> Vec<Piece> {
    let units: Vec<u16> = text.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect();
    let mut pieces = Vec::new();
    let mut plain = Vec::new();
    for (index, unit) in units.into_iter().enumerate().take(LONGEST_TEXT) {
        let is_number =
            usize::from(unit) < LEVELS && places.iter().any(|place| usize::from(*place) == index + 1);
        if is_number {
            pieces.push(Piece::Text(String::from_utf16_lossy(&mem::take(&mut plain))));
            pieces.push(Piece::Number(unit.into()));
        } else {
            plain.push(unit);
        }
    }
    pieces.push(Piece::Text(String::from_utf16_lossy(&plain)));
    pieces.retain(|piece| *piece != Piece::Text(String::new()));
    pieces
}
