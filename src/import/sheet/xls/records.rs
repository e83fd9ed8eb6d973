//! The records of a workbook stream ([MS-XLS] 2.1.4), and what is read out of them.

use encoding_rs::{BIG5, EUC_KR, Encoding, GBK, SHIFT_JIS, WINDOWS_1252};

const CONTINUE: u16 = 0x3C;

/// A record with the records that continue it.
pub struct Record<'b> {
    pub kind: u16,
    pieces: Vec<&'b [u8]>,
}

/// Walks over records as long as they are whole.
pub struct Records<'b>(pub &'b [u8]);

impl<'b> Records<'b> {
    fn piece(&mut self) -> Option<(u16, &'b [u8])> {
        let (kind, rest) = self.0.split_first_chunk()?;
        let (length, rest) = rest.split_first_chunk()?;
        let (data, rest) = rest.split_at_checked(u16::from_le_bytes(*length).into())?;
        self.0 = rest;
        Some((u16::from_le_bytes(*kind), data))
    }
}

impl<'b> Iterator for Records<'b> {
    type Item = Record<'b>;

    fn next(&mut self) -> Option<Record<'b>> {
        let (kind, data) = self.piece()?;
        let mut pieces = vec![data];
        while self.0.starts_with(&CONTINUE.to_le_bytes()) {
            pieces.push(self.piece()?.1);
        }
        Some(Record { kind, pieces })
    }
}

/// How the texts of a workbook are written.
#[derive(Clone, Copy)]
pub enum Texts {
    /// Excel 97 and later: UTF-16, or its lower bytes alone.
    Unicode,
    /// Excel 5 and 95.
    Encoded(&'static Encoding),
}

impl Texts {
    /// Returns the encoding of a code page (2.4.52).
    pub fn of_code_page(page: u16) -> Texts {
        let encoding = match page {
            932 => SHIFT_JIS,
            936 => GBK,
            949 => EUC_KR,
            950 => BIG5,
            1250..=1258 => Encoding::for_label(format!("windows-{page}").as_bytes()).unwrap_or(WINDOWS_1252),
            _ => WINDOWS_1252,
        };
        Texts::Encoded(encoding)
    }
}

/// Reads a record from its beginning; None where it is shorter than it has to be.
pub struct Cursor<'b> {
    rest: &'b [u8],
    pieces: std::vec::IntoIter<&'b [u8]>,
}

impl<'b> Record<'b> {
    pub fn cursor(self) -> Cursor<'b> {
        Cursor { rest: &[], pieces: self.pieces.into_iter() }
    }
}

impl Cursor<'_> {
    pub fn u8(&mut self) -> Option<u8> {
        while self.rest.is_empty() {
            self.rest = self.pieces.next()?;
        }
        let (first, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(*first)
    }

    fn bytes<const N: usize>(&mut self) -> Option<[u8; N]> {
        let mut bytes = [0; N];
        for byte in &mut bytes {
            *byte = self.u8()?;
        }
        Some(bytes)
    }

    pub fn u16(&mut self) -> Option<u16> {
        self.bytes().map(u16::from_le_bytes)
    }

    pub fn u32(&mut self) -> Option<u32> {
        self.bytes().map(u32::from_le_bytes)
    }

    pub fn eight(&mut self) -> Option<[u8; 8]> {
        self.bytes()
    }

    /// Reads a number in 30 bits (2.5.217).
    pub fn rk(&mut self) -> Option<f64> {
        let bits = self.u32()?;
        let value = if bits & 2 == 0 {
            f64::from_bits(u64::from(bits & !3) << 32)
        } else {
            f64::from(bits.cast_signed() >> 2)
        };
        Some(if bits & 1 == 0 { value } else { value / 100.0 })
    }

    pub fn skip(&mut self, mut count: usize) {
        while count > 0 {
            if self.rest.is_empty() {
                let Some(piece) = self.pieces.next() else { return };
                self.rest = piece;
            }
            let step = count.min(self.rest.len());
            self.rest = &self.rest[step..];
            count -= step;
        }
    }

    /// Reads a text whose length is one byte (2.5.240), as the name of a sheet has it.
    pub fn short_text(&mut self, texts: Texts) -> Option<String> {
        let count = self.u8()?.into();
        self.text_of(count, texts)
    }

    /// Reads a text whose length is two bytes (2.5.294).
    pub fn text(&mut self, texts: Texts) -> Option<String> {
        let count = self.u16()?.into();
        self.text_of(count, texts)
    }

    fn text_of(&mut self, count: usize, texts: Texts) -> Option<String> {
        match texts {
            Texts::Unicode => {
                let flags = self.u8()?;
                self.characters(count, flags)
            }
            Texts::Encoded(encoding) => {
                let bytes: Option<Vec<u8>> = (0..count).map(|_| self.u8()).collect();
                Some(encoding.decode_without_bom_handling(&bytes?).0.into_owned())
            }
        }
    }

    /// Reads one of the shared texts (2.5.293); None where there are no more.
    pub fn shared_text(&mut self) -> Option<String> {
        let count = self.u16()?.into();
        let flags = self.u8()?;
        let runs = if flags & 8 == 0 { 0 } else { self.u16()? };
        let extension = if flags & 4 == 0 { 0 } else { self.u32()? };
        let text = self.characters(count, flags)?;
        self.skip(usize::from(runs) * 4);
        self.skip(extension as usize);
        Some(text)
    }

    /// Reads characters; where they go on in another record, a byte says anew how they are written (2.4.58).
    fn characters(&mut self, count: usize, mut flags: u8) -> Option<String> {
        let mut units = Vec::with_capacity(count);
        for _ in 0..count {
            if self.rest.is_empty() {
                flags = self.u8()?;
            }
            units.push(if flags & 1 == 0 { self.u8()?.into() } else { self.u16()? });
        }
        Some(String::from_utf16_lossy(&units))
    }
}
