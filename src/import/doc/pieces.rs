//! The piece table: where the text lies, in which order (2.4.1, 2.9.38).

use std::ops::Range;

use encoding_rs::WINDOWS_1252;

use super::bytes::{Plc, place_at, slice, u16_at};
use super::sprm::{Sprm, Sprms};
use super::{chp, pap};

const COMPRESSED: usize = 0x4000_0000;

/// The short names of changes in a `Prm0` (2.9.209, `isprm`), of those that matter here.
const SHORT: [(u8, u16); 13] = [
    (0x02, pap::P_INC_LVL),
    (0x0C, pap::P_ILVL),
    (0x18, pap::P_F_IN_TABLE),
    (0x19, pap::P_F_TTP),
    (0x41, chp::C_F_R_MARK_DEL),
    (0x42, chp::C_F_R_MARK_INS),
    (0x47, chp::C_F_DATA),
    (0x51, chp::C_PLAIN),
    (0x57, chp::C_F_STRIKE),
    (0x5C, chp::C_F_VANISH),
    (0x73, chp::C_F_D_STRIKE),
    (0x78, pap::P_OUT_LVL),
    (0x7F, chp::C_F_VANISH),
];

/// A stretch of text that lies in one place.
#[derive(Debug, Clone)]
pub struct Piece<'t> {
    /// Its character positions.
    pub cps: Range<usize>,
    /// Where its first character lies in the `WordDocument` stream.
    pub at: usize,
    /// How many bytes a character has: two of UTF-16, or one of Windows-1252.
    pub width: usize,
    /// What is changed in all of it (2.9.214).
    prm: &'t [u8],
}

/// The pieces in their order, and the changes that they name.
#[derive(Debug, Default)]
pub struct Clx<'t> {
    pieces: Vec<Piece<'t>>,
    /// Each `Prc` (2.9.215).
    changes: Vec<Vec<Sprm<'t>>>,
}

impl<'t> Clx<'t> {
    pub fn read(mut bytes: &'t [u8]) -> Clx<'t> {
        let mut changes = Vec::new();
        while let Some((1, rest)) = bytes.split_first() {
            let Some(grpprl) = u16_at(rest, 0).and_then(|length| slice(rest, 2, length.into())) else {
                break;
            };
            changes.push(last_of_each(grpprl));
            bytes = &rest[2 + grpprl.len()..];
        }
        let plc = bytes.get(1..).and_then(|rest| slice(rest, 4, place_at(rest, 0)?));
        let pieces = Plc::new(plc.unwrap_or_default(), 8).items();
        Clx { pieces: pieces.filter_map(|(begin, end, pcd)| Piece::read(begin..end, pcd)).collect(), changes }
    }

    /// Returns how many characters there are.
    pub fn length(&self) -> usize {
        self.pieces.iter().map(|piece| piece.cps.len()).fold(0, usize::saturating_add)
    }

    /// Returns the pieces of a range of character positions, cut to it.
    pub fn within(&self, cps: &Range<usize>) -> impl Iterator<Item = Piece<'t>> {
        let first = self.pieces.partition_point(|piece| piece.cps.end <= cps.start);
        let within = self.pieces[first..].iter().take_while(|piece| piece.cps.start < cps.end);
        within.filter_map(|piece| piece.cut(cps))
    }

    /// Returns what is changed in all of a piece.
    pub fn changes(&self, piece: &Piece<'t>) -> Vec<Sprm<'t>> {
        let prm = u16_at(piece.prm, 0).unwrap_or(0);
        if prm & 1 == 1 {
            return self.changes.get(usize::from(prm >> 1)).cloned().unwrap_or_default();
        }
        let short = SHORT.iter().find(|(short, _)| u16::from(*short) == prm >> 1 & 0x7F);
        short.map(|(_, code)| Sprm { code: *code, operand: &piece.prm[1..] }).into_iter().collect()
    }
}

/// Returns the changes that matter here, of each the last: they are applied to many stretches.
fn last_of_each(grpprl: &[u8]) -> Vec<Sprm<'_>> {
    let mut changes: Vec<Sprm> = Vec::new();
    let matters = |sprm: &Sprm| chp::CHANGES.contains(&sprm.code) || pap::CHANGES.contains(&sprm.code);
    for sprm in Sprms(grpprl).filter(matters) {
        changes.retain(|other| other.code != sprm.code);
        changes.push(sprm);
    }
    changes
}

impl<'t> Piece<'t> {
    /// Reads a `Pcd` (2.9.177).
    fn read(cps: Range<usize>, pcd: &'t [u8]) -> Option<Piece<'t>> {
        let (place, prm) = (place_at(pcd, 2)?, slice(pcd, 6, 2)?);
        let is_compressed = place & COMPRESSED != 0;
        let at = place & (COMPRESSED - 1);
        let (at, width) = if is_compressed { (at / 2, 1) } else { (at, 2) };
        Some(Piece { cps, at, width, prm })
    }

    fn cut(&self, cps: &Range<usize>) -> Option<Piece<'t>> {
        let cut = self.cps.start.max(cps.start)..self.cps.end.min(cps.end);
        let at = self.place(cut.start);
        (cut.start < cut.end).then(|| Piece { cps: cut, at, ..self.clone() })
    }

    /// Returns where the character at a position lies.
    fn place(&self, cp: usize) -> usize {
        self.at.saturating_add(cp.saturating_sub(self.cps.start).saturating_mul(self.width))
    }

    /// Returns the characters in UTF-16, as far as the stream holds them.
    pub fn units(&self, word: &[u8]) -> Vec<u16> {
        let end = self.place(self.cps.end).min(word.len());
        let bytes = word.get(self.at..end).unwrap_or_default();
        match self.width {
            1 => WINDOWS_1252.decode_without_bom_handling(bytes).0.encode_utf16().collect(),
            _ => bytes.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A piece table of pieces: how long each is, where it lies, what is changed in it.
    fn clx(changes: &[&[u8]], pieces: &[(u32, u32, u16)]) -> Vec<u8> {
        let mut clx = Vec::new();
        for grpprl in changes {
            clx.push(1);
            clx.extend(u16::try_from(grpprl.len()).unwrap().to_le_bytes());
            clx.extend(*grpprl);
        }
        clx.push(2);
        clx.extend(u32::try_from(4 + 12 * pieces.len()).unwrap().to_le_bytes());
        let mut cp = 0u32;
        clx.extend(cp.to_le_bytes());
        for (length, _, _) in pieces {
            cp += length;
            clx.extend(cp.to_le_bytes());
        }
        for (_, place, prm) in pieces {
            clx.extend([0, 0]);
            clx.extend(place.to_le_bytes());
            clx.extend(prm.to_le_bytes());
        }
        clx
    }

    const BYTES: u32 = 0x4000_0000;

    fn text(clx: &Clx, cps: Range<usize>, word: &[u8]) -> String {
        let units: Vec<u16> = clx.within(&cps).flat_map(|piece| piece.units(word)).collect();
        String::from_utf16_lossy(&units)
    }

    #[test]
    fn pieces_lie_anywhere_in_one_byte_or_two() {
        // At 0 two characters of Windows-1252, at 2 two of UTF-16.
        let word = [b'A', 0x93, 0x08, 0x67, 0x65, 0x67];
        let bytes = clx(&[], &[(2, 2, 0), (2, BYTES, 0)]);
        let clx = Clx::read(&bytes);
        assert_eq!(text(&clx, 0..4, &word), "月来A\u{201C}");
        assert_eq!(text(&clx, 1..3, &word), "来A");
        assert_eq!(clx.length(), 4);
    }

    #[test]
    fn a_piece_beyond_the_end_gives_what_is_there() {
        let bytes = clx(&[], &[(9, BYTES, 0), (9, u32::MAX / 4, 0)]);
        assert_eq!(text(&Clx::read(&bytes), 0..usize::MAX, b"AB"), "AB");
    }

    #[test]
    fn changes_of_a_piece_are_named_or_written_short() {
        let deleted = [0x00, 0x08, 0, 0x00, 0x08, 1];
        let bytes =
            clx(&[&[0x3F, 0x28, 0], &deleted], &[(1, 0, 1 << 1 | 1), (1, 0, 0x0100 | 0x57 << 1), (1, 0, 0)]);
        let clx = Clx::read(&bytes);
        let changes: Vec<_> = clx.within(&(0..3)).map(|piece| clx.changes(&piece)).collect();
        let change = |code, operand| Sprm { code, operand };
        assert_eq!(
            changes,
            [vec![change(chp::C_F_R_MARK_DEL, &[1][..])], vec![change(chp::C_F_STRIKE, &[1][..])], vec![],]
        );
    }

    #[test]
    fn a_piece_table_that_is_cut_off_is_read_as_far_as_it_goes() {
        let whole = clx(&[&[0x3F, 0x28, 0]], &[(2, BYTES, 0), (2, BYTES, 0)]);
        for length in 0..whole.len() {
            assert_eq!(Clx::read(&whole[..length]).length(), 0, "{length}");
        }
        assert_eq!(Clx::read(&whole).length(), 4);
    }
}
