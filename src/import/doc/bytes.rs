//! Numbers in bytes, little end first; None for what lies outside.

/// Returns so many bytes from a place on.
pub fn slice(bytes: &[u8], at: usize, length: usize) -> Option<&[u8]> {
    bytes.get(at..at.checked_add(length)?)
}

pub fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    slice(bytes, at, 2)?.try_into().ok().map(u16::from_le_bytes)
}

pub fn i16_at(bytes: &[u8], at: usize) -> Option<i16> {
    slice(bytes, at, 2)?.try_into().ok().map(i16::from_le_bytes)
}

pub fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    slice(bytes, at, 4)?.try_into().ok().map(u32::from_le_bytes)
}

/// Returns a number that says where something lies.
pub fn place_at(bytes: &[u8], at: usize) -> Option<usize> {
    usize::try_from(u32_at(bytes, at)?).ok()
}

/// A PLC (2.2.2): positions, one more than there are items, then the items, which all have one size.
#[derive(Debug, Clone, Copy)]
pub struct Plc<'b> {
    bytes: &'b [u8],
    size: usize,
    count: usize,
}

impl<'b> Plc<'b> {
    pub fn new(bytes: &'b [u8], size: usize) -> Plc<'b> {
        Plc { bytes, size, count: bytes.len().saturating_sub(4) / (4 + size) }
    }

    /// Returns each item with the positions at which it begins and ends. Where they run back, as in damaged files, an
    /// item is left out: nothing is met twice.
    pub fn items(self) -> impl Iterator<Item = (usize, usize, &'b [u8])> {
        let Plc { bytes, size, count } = self;
        let mut reached = 0;
        (0..count).filter_map(move |index| {
            let item = slice(bytes, 4 * (count + 1) + size * index, size)?;
            let (begin, end) = (place_at(bytes, 4 * index)?, place_at(bytes, 4 * index + 4)?);
            let runs_on = reached <= begin && begin <= end;
            reached = if runs_on { end } else { reached };
            runs_on.then_some((begin, end, item))
        })
    }
}
