//! The properties of a row of a table (2.6.3) that matter here.

use super::bytes::{i16_at, slice, u16_at};
use super::sprm::{Sprm, T_DEF_TABLE};

/// Word has at most 63 columns (2.9.319).
const MOST_CELLS: usize = 64;

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tap {
    /// Where the row begins, and where each of its cells ends, in twips.
    pub edges: Vec<i16>,
    pub cells: Vec<Tc>,
    pub justification: Justification,
    /// Where a table floats: what says so, as it is written.
    pub position: Vec<(u16, u16)>,
}

/// A cell of a row (2.9.312, TC80).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tc {
    pub across: Merge,
    pub down: Merge,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Merge {
    #[default]
    None,
    /// The first of the cells that are one.
    First,
    /// Covered by the one before.
    Covered,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Justification {
    #[default]
    Left,
    Center,
    Right,
}

const T_JC: [u16; 2] = [0x5400, 0x548A];
const T_MERGE: u16 = 0x5624;
const T_SPLIT: u16 = 0x5625;
const T_DELETE: u16 = 0x5622;
const T_INSERT: u16 = 0x7621;
const T_DXA_COL: u16 = 0x7623;
const T_VERT_MERGE: u16 = 0xD62B;
/// sprmTPc, sprmTDxaAbs, sprmTDyaAbs.
const T_POSITION: [u16; 3] = [0x360D, 0x940E, 0x940F];

impl Tap {
    pub fn read<'g>(changes: impl Iterator<Item = Sprm<'g>>) -> Tap {
        let mut tap = Tap::default();
        changes.for_each(|sprm| tap.apply(sprm));
        tap
    }

    fn apply(&mut self, sprm: Sprm) {
        let [first, lim] = [0, 1].map(|at| sprm.operand.get(at).copied().map_or(0, usize::from));
        match sprm.code {
            T_DEF_TABLE => self.define(sprm.operand),
            T_VERT_MERGE => self.merge_down(first, lim),
            T_MERGE => self.merge_across(first..lim, Merge::First, Merge::Covered),
            T_SPLIT => self.merge_across(first..lim, Merge::None, Merge::None),
            T_INSERT => self.insert(first, lim, i16_at(sprm.operand, 2).unwrap_or(0)),
            T_DELETE => self.delete(first..lim),
            T_DXA_COL => self.widen(first..lim, i16_at(sprm.operand, 2).unwrap_or(0)),
            code if T_JC.contains(&code) => {
                self.justification = match sprm.word() {
                    1 => Justification::Center,
                    2 => Justification::Right,
                    _ => Justification::Left,
                }
            }
            code if T_POSITION.contains(&code) && self.position.len() < MOST_CELLS => {
                let value = sprm.operand.iter().rev().fold(0, |value, byte| value << 8 | u16::from(*byte));
                self.position.push((code, value));
            }
            _ => {}
        }
    }

    /// Takes a `TDefTableOperand` (2.9.319): the edges, then a cell for all or for the first of them.
    fn define(&mut self, operand: &[u8]) {
        let count = operand.first().map_or(0, |count| usize::from(*count).min(MOST_CELLS));
        self.edges = (0..=count).map_while(|index| i16_at(operand, 1 + 2 * index)).collect();
        let tc = |index| Tc::read(slice(operand, 1 + 2 * (count + 1) + 20 * index, 2)?);
        self.cells = (0..count).map(|index| tc(index).unwrap_or_default()).collect();
    }

    /// 2.6.3, sprmTVertMerge.
    fn merge_down(&mut self, index: usize, flags: usize) {
        if let Some(cell) = self.cells.get_mut(index) {
            cell.down = down(flags);
        }
    }

    fn merge_across(&mut self, cells: std::ops::Range<usize>, first: Merge, others: Merge) {
        for index in cells.clone() {
            if let Some(cell) = self.cells.get_mut(index) {
                cell.across = if index == cells.start { first } else { others };
            }
        }
    }

    /// 2.6.3, sprmTInsert: so many cells before one, each of a width.
    fn insert(&mut self, index: usize, count: usize, width: i16) {
        let index = index.min(self.cells.len());
        for _ in 0..count.min(MOST_CELLS.saturating_sub(self.cells.len())) {
            let Some(edge) = self.edges.get(index).copied() else { return };
            self.cells.insert(index, Tc::default());
            self.edges.insert(index, edge);
            self.shift(index + 1, width);
        }
    }

    /// 2.6.3, sprmTDelete.
    fn delete(&mut self, cells: std::ops::Range<usize>) {
        for _ in cells.clone().take(self.cells.len()) {
            let ends = self.edges.get(cells.start).zip(self.edges.get(cells.start + 1));
            let Some((begin, end)) = ends.map(|(begin, end)| (*begin, *end)) else { return };
            if cells.start < self.cells.len() {
                self.cells.remove(cells.start);
            }
            self.edges.remove(cells.start);
            self.shift(cells.start, begin.saturating_sub(end));
        }
    }

    /// 2.6.3, sprmTDxaCol: cells get a width.
    fn widen(&mut self, cells: std::ops::Range<usize>, width: i16) {
        for index in cells.take(self.cells.len()) {
            let ends = self.edges.get(index).zip(self.edges.get(index + 1));
            let Some(old) = ends.map(|(begin, end)| end.saturating_sub(*begin)) else { return };
            self.shift(index + 1, width.saturating_sub(old));
        }
    }

    /// Moves all edges from one on.
    fn shift(&mut self, from: usize, by: i16) {
        self.edges.iter_mut().skip(from).for_each(|edge| *edge = edge.saturating_add(by));
    }
}

impl Tc {
    fn read(bytes: &[u8]) -> Option<Tc> {
        let flags = usize::from(u16_at(bytes, 0)?);
        let across = match flags & 3 {
            0 => Merge::None,
            1 => Merge::First,
            _ => Merge::Covered,
        };
        Some(Tc { across, down: down(flags >> 5) })
    }
}

/// Returns what a `VerticalMergeFlag` (2.9.344) says.
fn down(flag: usize) -> Merge {
    match flag & 3 {
        0 => Merge::None,
        1 => Merge::Covered,
        _ => Merge::First,
    }
}
