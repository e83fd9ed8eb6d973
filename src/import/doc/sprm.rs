//! Changes of properties, one after the other (2.6, 2.9.231).

use super::bytes::{place_at, u16_at};

/// One change: what is changed, and to what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sprm<'g> {
    pub code: u16,
    pub operand: &'g [u8],
}

pub const T_DEF_TABLE: u16 = 0xD608;
const P_CHG_TABS: u16 = 0xC615;

impl Sprm<'_> {
    pub fn byte(&self) -> u8 {
        self.operand.first().copied().unwrap_or(0)
    }

    pub fn is_set(&self) -> bool {
        self.byte() != 0
    }

    pub fn word(&self) -> u16 {
        u16_at(self.operand, 0).unwrap_or(0)
    }

    pub fn long(&self) -> usize {
        place_at(self.operand, 0).unwrap_or(0)
    }

    /// Returns the value of a toggle (2.9.327, `ToggleOperand`), which can say "as the style" and "not as the style".
    pub fn toggled(&self, style: bool) -> bool {
        match self.byte() {
            0x80 => style,
            0x81 => !style,
            plain => plain != 0,
        }
    }
}

/// The changes of a `grpprl` (2.9.114).
#[derive(Debug, Clone)]
pub struct Sprms<'g>(pub &'g [u8]);

impl<'g> Iterator for Sprms<'g> {
    type Item = Sprm<'g>;

    fn next(&mut self) -> Option<Sprm<'g>> {
        let code = u16_at(self.0, 0)?;
        let rest = self.0.get(2..)?;
        let (before, length) = operand(code, rest)?;
        let end = before + length;
        // What is cut off is not applied, and nothing follows it.
        let operand = rest.get(before..end)?;
        self.0 = rest.get(end..)?;
        Some(Sprm { code, operand })
    }
}

/// Returns how many bytes say the length of the operand, and how long it is (2.6.1, `spra`).
fn operand(code: u16, rest: &[u8]) -> Option<(usize, usize)> {
    match (code >> 13, code) {
        (0 | 1, _) => Some((0, 1)),
        (2 | 4 | 5, _) => Some((0, 2)),
        (3, _) => Some((0, 4)),
        (7, _) => Some((0, 3)),
        (_, T_DEF_TABLE) => Some((2, usize::from(u16_at(rest, 0)?).saturating_sub(1))),
        (_, P_CHG_TABS) if *rest.first()? == 0xFF => Some((1, tabs(rest)?)),
        _ => Some((1, usize::from(*rest.first()?))),
    }
}

/// Returns the length of a list of tab stops that is too long for one byte to say it (2.9.179).
fn tabs(rest: &[u8]) -> Option<usize> {
    let deleted = 4 * usize::from(*rest.get(1)?);
    let added = 3 * usize::from(*rest.get(2 + deleted)?);
    Some(2 + deleted + added)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(grpprl: &[u8]) -> Vec<(u16, Vec<u8>)> {
        Sprms(grpprl).map(|sprm| (sprm.code, sprm.operand.to_vec())).collect()
    }

    #[test]
    fn changes_follow_each_other_by_the_sizes_of_their_operands() {
        let grpprl = [
            [0x16, 0x24, 1].as_slice(),
            &[0x0B, 0x46, 2, 0],
            &[0x49, 0x66, 1, 0, 0, 0],
            &[0x3F, 0xC6, 2, 8, 9],
            &[0x00, 0xEA, 1, 2, 3],
            &[0x37, 0x08, 0x81],
        ];
        let expected = [
            (0x2416, vec![1]),
            (0x460B, vec![2, 0]),
            (0x6649, vec![1, 0, 0, 0]),
            (0xC63F, vec![8, 9]),
            (0xEA00, vec![1, 2, 3]),
            (0x0837, vec![0x81]),
        ];
        assert_eq!(codes(&grpprl.concat()), expected);
    }

    #[test]
    fn the_definition_of_a_row_says_its_length_in_two_bytes_and_counts_one_more() {
        assert_eq!(
            codes(&[0x08, 0xD6, 3, 0, 7, 8, 0x16, 0x24, 1]),
            [(0xD608, vec![7, 8]), (0x2416, vec![1])]
        );
    }

    #[test]
    fn many_tab_stops_are_as_long_as_their_counts_say() {
        let tabs = [0x15, 0xC6, 0xFF, 1, 1, 2, 3, 4, 2, 1, 2, 3, 4, 5, 6];
        assert_eq!(
            codes(&[&tabs[..], &[0x16, 0x24, 1]].concat()),
            [(0xC615, tabs[3..].to_vec()), (0x2416, vec![1]),]
        );
    }

    #[test]
    fn a_change_that_is_cut_off_is_none() {
        assert_eq!(codes(&[0x16, 0x24, 1, 0x49, 0x66, 1, 0]), [(0x2416, vec![1])]);
        assert_eq!(codes(&[0x08, 0xD6, 0xFF, 0xFF, 1]), []);
        assert_eq!(codes(&[0x15, 0xC6, 0xFF]), []);
    }

    #[test]
    fn a_toggle_says_yes_no_or_what_the_style_does_and_does_not() {
        let toggled = |value: u8, style| Sprm { code: 0x0837, operand: &[value] }.toggled(style);
        assert_eq!([0, 1, 0x80, 0x81].map(|value| toggled(value, false)), [false, true, false, true]);
        assert_eq!([0, 1, 0x80, 0x81].map(|value| toggled(value, true)), [false, true, true, false]);
    }
}
