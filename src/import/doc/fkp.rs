//! Which properties lie on which bytes of the text: pages of runs (2.8.5, 2.8.6, 2.9.32, 2.9.174).

use super::bytes::{Plc, place_at, slice, u16_at};

const PAGE: usize = 512;
/// Of `PnBteChpx` and `PnBtePapx` only so many bits are the number of the page.
const PAGE_NUMBER: usize = 0x003F_FFFF;

/// A stretch of the `WordDocument` stream, with its properties.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch<'w> {
    pub begin: usize,
    pub end: usize,
    /// Of a paragraph, its style.
    pub istd: u16,
    pub grpprl: &'w [u8],
}

/// The stretches in their order.
#[derive(Debug, Default)]
pub struct Stretches<'w>(Vec<Stretch<'w>>);

impl<'w> Stretches<'w> {
    pub fn of_characters(word: &'w [u8], table: &[u8]) -> Stretches<'w> {
        let properties = |page: &'w [u8], index: usize, count: usize| {
            let at = 2 * usize::from(*page.get(4 * (count + 1) + index)?);
            let length = usize::from(*page.get(at).filter(|_| at > 0)?);
            Some((0, slice(page, at + 1, length)?))
        };
        Stretches::read(word, table, properties)
    }

    pub fn of_paragraphs(word: &'w [u8], table: &[u8]) -> Stretches<'w> {
        let properties = |page: &'w [u8], index: usize, count: usize| {
            let at = 2 * usize::from(*page.get(4 * (count + 1) + 13 * index)?);
            let papx = match *page.get(at).filter(|_| at > 0)? {
                0 => slice(page, at + 2, 2 * usize::from(*page.get(at + 1)?))?,
                words => slice(page, at + 1, 2 * usize::from(words) - 1)?,
            };
            Some((u16_at(papx, 0)?, papx.get(2..)?))
        };
        Stretches::read(word, table, properties)
    }

    fn read(
        word: &'w [u8],
        table: &[u8],
        properties: impl Fn(&'w [u8], usize, usize) -> Option<(u16, &'w [u8])>,
    ) -> Stretches<'w> {
        let mut stretches = Vec::new();
        // No page stands twice: else a small file could name one for ever.
        for (_, _, number) in Plc::new(table, 4).items().take(word.len() / PAGE) {
            let number = place_at(number, 0).unwrap_or(0) & PAGE_NUMBER;
            let Some(page) = slice(word, number.saturating_mul(PAGE), PAGE) else { continue };
            let count = usize::from(page[PAGE - 1]);
            for index in 0..count {
                let ends = place_at(page, 4 * index).zip(place_at(page, 4 * index + 4));
                let Some((begin, end)) = ends.filter(|(begin, end)| begin < end) else { continue };
                let (istd, grpprl) = properties(page, index, count).unwrap_or_default();
                stretches.push(Stretch { begin, end, istd, grpprl });
            }
        }
        stretches.sort_by_key(|stretch| stretch.begin);
        Stretches(stretches)
    }

    /// Returns the stretch in which a byte lies; one without properties, up to the next, where none does.
    pub fn at(&self, byte: usize) -> Stretch<'w> {
        let after = self.0.partition_point(|stretch| stretch.begin <= byte);
        let last = after.checked_sub(1).and_then(|before| self.0.get(before));
        let next = self.0.get(after).map_or(usize::MAX, |next| next.begin);
        match last {
            Some(stretch) if byte < stretch.end => Stretch { end: stretch.end.min(next), ..*stretch },
            _ => Stretch { begin: byte, end: next, istd: 0, grpprl: &[] },
        }
    }
}
