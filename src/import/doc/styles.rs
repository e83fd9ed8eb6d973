//! The style sheet (2.9.271, STSH): what each style makes of a paragraph and of characters.

use super::bytes::{slice, u16_at};
use super::chp::Chp;
use super::pap::{self, Pap};
use super::sprm::Sprms;

/// What stands as the base of a style that has none.
const NONE: u16 = 0x0FFF;

/// A style as the file has it: only what it changes of its base.
#[derive(Debug, Clone, Copy, Default)]
struct Std<'t> {
    /// Which of the built-in styles it is (2.9.260).
    sti: u16,
    base: u16,
    papx: &'t [u8],
    chpx: &'t [u8],
}

/// What the styles come to, by `istd`.
#[derive(Debug, Default)]
pub struct Styles(Vec<(Pap, Chp)>);

impl Styles {
    pub fn read(stsh: &[u8], data: &[u8]) -> Styles {
        let stds = stds(stsh).unwrap_or_default();
        let mut resolved = vec![None; stds.len()];
        for istd in 0..stds.len() {
            resolve(&stds, &mut resolved, istd, data);
        }
        Styles(resolved.into_iter().map(Option::unwrap_or_default).collect())
    }

    pub fn get(&self, istd: u16) -> (Pap, Chp) {
        self.0.get(usize::from(istd)).copied().unwrap_or_default()
    }
}

/// Resolves a style after those that it is based on, one that is its own base as if it had none.
fn resolve(stds: &[Std], resolved: &mut [Option<(Pap, Chp)>], istd: usize, data: &[u8]) {
    let mut chain = Vec::new();
    let mut next = istd;
    while next < stds.len() && resolved[next].is_none() && !chain.contains(&next) {
        chain.push(next);
        next = usize::from(stds[next].base);
    }
    let mut properties = resolved.get(next).copied().flatten().unwrap_or_default();
    for istd in chain.into_iter().rev() {
        properties = stds[istd].over(properties, istd, data);
        resolved[istd] = Some(properties);
    }
}

impl Std<'_> {
    /// Returns what the style makes of the properties of its base.
    fn over(&self, base: (Pap, Chp), istd: usize, data: &[u8]) -> (Pap, Chp) {
        let (mut paragraph, mut character) = base;
        match self.sti {
            // Headings, and the lines of a table of contents, whatever they are called.
            1..=9 => paragraph.outline_level = u8::try_from(self.sti - 1).unwrap_or(pap::TEXT),
            19..=27 => paragraph.is_contents = true,
            _ => {}
        }
        pap::changes(self.papx, data).for_each(|sprm| paragraph.apply(sprm));
        Sprms(self.chpx).for_each(|sprm| character.apply(sprm, &base.1));
        paragraph.istd = u16::try_from(istd).unwrap_or(NONE);
        (paragraph, character)
    }
}

/// Reads the styles in the order of their `istd`.
fn stds(stsh: &[u8]) -> Option<Vec<Std<'_>>> {
    let stshi = slice(stsh, 2, u16_at(stsh, 0)?.into())?;
    let (count, base) = (u16_at(stshi, 0)?, usize::from(u16_at(stshi, 2)?));
    let mut at = 2 + stshi.len();
    let mut stds = Vec::new();
    for _ in 0..count {
        let Some(length) = u16_at(stsh, at).map(usize::from) else { break };
        let std = slice(stsh, at + 2, length).unwrap_or_default();
        stds.push(read(std, base).unwrap_or(Std { base: NONE, ..Std::default() }));
        at += 2 + length + length % 2;
    }
    Some(stds)
}

/// Reads one style (2.9.258, STD); what it has at its begin is as long as the style sheet says.
fn read(std: &[u8], base: usize) -> Option<Std<'_>> {
    let (sti, kind) = (u16_at(std, 0)? & 0x0FFF, u16_at(std, 2)?);
    let name = usize::from(u16_at(std, base)?);
    let mut at = base + 2 + 2 * name + 2;
    let mut upx = || {
        let at_upx = at + at % 2;
        let bytes = slice(std, at_upx + 2, u16_at(std, at_upx)?.into())?;
        at = at_upx + 2 + bytes.len();
        Some(bytes)
    };
    let (papx, chpx) = match kind & 0xF {
        1 => (upx(), upx()),
        2 => (None, upx()),
        4 => (upx(), None),
        _ => (None, None),
    };
    // A paragraph's changes have the number of the style before them.
    let papx = papx.and_then(|papx| papx.get(2..)).unwrap_or_default();
    Some(Std { sti, base: kind >> 4, papx, chpx: chpx.unwrap_or_default() })
}
