//! What holds for the whole workbook ([MS-XLS] 2.1.7.20.3): its sheets, its formats, the texts that cells share.

use std::collections::BTreeMap;

use super::records::{Cursor, Record, Records, Texts};
use crate::import::sheet::number_format::{Epoch, built_in};
use crate::outline::document::{Limit, Marks, Unreadable};

/// More shared texts than any plan has.
const MOST_TEXTS: usize = 1_000_000;

pub struct Globals {
    pub texts: Texts,
    pub epoch: Epoch,
    pub sheets: Vec<Bound>,
    pub shared: Vec<String>,
    formats: BTreeMap<u16, String>,
    /// Whether each font strikes out.
    fonts: Vec<bool>,
    /// The font and the number format of each cell format.
    cell_formats: Vec<(u16, u16)>,
}

/// A worksheet, and where it begins in the stream.
pub struct Bound {
    pub name: String,
    pub is_hidden: bool,
    pub offset: usize,
}

impl Globals {
    pub fn read(stream: &[u8]) -> Result<Globals, Unreadable> {
        let mut globals = Globals {
            texts: Texts::Unicode,
            epoch: Epoch::default(),
            sheets: Vec::new(),
            shared: Vec::new(),
            formats: BTreeMap::new(),
            fonts: Vec::new(),
            cell_formats: Vec::new(),
        };
        for record in Records(stream) {
            match record.kind {
                // EOF
                0x0A => break,
                // FilePass
                0x2F => return Err(Unreadable::Encrypted),
                _ => globals.take(record).ok_or_else(|| Unreadable::Damaged("Workbook".to_owned()))?,
            }
            if globals.shared.len() > MOST_TEXTS {
                return Err(Unreadable::TooLarge(Limit::Cells));
            }
        }
        Ok(globals)
    }

    /// Takes a record in; None where it is too short.
    fn take(&mut self, record: Record) -> Option<()> {
        let kind = record.kind;
        let mut data = record.cursor();
        match kind {
            // BOF: the version
            0x809 if data.u16()? < 0x600 => self.texts = Texts::of_code_page(1252),
            // CodePage
            0x42 if matches!(self.texts, Texts::Encoded(_)) => self.texts = Texts::of_code_page(data.u16()?),
            // Date1904
            0x22 if data.u16()? == 1 => self.epoch = Epoch::Y1904,
            // Font: its height, then what is set
            0x31 => {
                data.u16()?;
                self.fonts.push(data.u16()? & 8 != 0);
            }
            // Format
            0x41E => {
                let id = data.u16()?;
                let code = match self.texts {
                    Texts::Unicode => data.text(self.texts)?,
                    Texts::Encoded(_) => data.short_text(self.texts)?,
                };
                self.formats.insert(id, code);
            }
            // XF
            0xE0 => self.cell_formats.push((data.u16()?, data.u16()?)),
            0x85 => self.bound_sheet(&mut data)?,
            // SST: two counts, then the texts
            0xFC => {
                data.skip(8);
                self.shared = std::iter::from_fn(|| data.shared_text()).take(MOST_TEXTS + 1).collect();
            }
            _ => {}
        }
        Some(())
    }

    /// `BoundSheet8`, 2.4.28; only worksheets and dialogs hold cells.
    fn bound_sheet(&mut self, data: &mut Cursor) -> Option<()> {
        let offset = data.u32()? as usize;
        let is_hidden = data.u8()? & 3 != 0;
        let is_worksheet = data.u8()? == 0;
        let name = data.short_text(self.texts)?;
        if is_worksheet {
            self.sheets.push(Bound { name, is_hidden, offset });
        }
        Some(())
    }

    /// Returns the code of the number format of a cell format.
    pub fn code(&self, cell_format: u16) -> &str {
        let id = self.cell_formats.get(usize::from(cell_format)).map_or(0, |(_, number)| *number);
        self.formats.get(&id).map_or_else(|| built_in(id.into()), String::as_str)
    }

    /// Returns what a cell format does to a text; there is no font 4 (2.5.129).
    pub fn marks(&self, cell_format: u16) -> Marks {
        let font = self.cell_formats.get(usize::from(cell_format)).map_or(0, |(font, _)| usize::from(*font));
        let struck = self.fonts.get(if font > 4 { font - 1 } else { font }).copied().unwrap_or_default();
        Marks { struck, ..Marks::default() }
    }
}
