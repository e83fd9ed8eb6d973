//! The OLE container ([MS-CFB]) and the streams in it ([MS-DOC] 2.1).

use std::borrow::Cow;
use std::io::{Cursor, Read};

use cfb::CompoundFile;

use crate::outline::document::Unreadable;

/// The size of a sector, but for files larger than any plan.
const SECTOR: usize = 512;

/// A container with a `WordDocument` in it.
pub struct Container<'b> {
    file: CompoundFile<Cursor<Cow<'b, [u8]>>>,
    /// No stream is longer than the file.
    length: u64,
}

impl<'b> Container<'b> {
    /// Opens bytes that hold a Word document.
    pub fn open(bytes: &'b [u8]) -> Result<Container<'b>, Unreadable> {
        let file = CompoundFile::open(Cursor::new(Cow::Borrowed(bytes)));
        let file = file.or_else(|_| CompoundFile::open(Cursor::new(Cow::Owned(padded(bytes)))));
        let file = file.map_err(|_| Unreadable::Damaged("OLE".into()))?;
        let is_word = file.is_stream("WordDocument");
        is_word.then_some(Container { file, length: bytes.len() as u64 }).ok_or(Unreadable::Unknown)
    }

    /// Returns what can be read of a stream; nothing where it is not there.
    pub fn stream(&mut self, name: &str) -> Vec<u8> {
        let mut bytes = Vec::new();
        if let Ok(stream) = self.file.open_stream(name) {
            // What was read before an error is kept: a damaged end does not take the rest with it.
            let _ = stream.take(self.length).read_to_end(&mut bytes);
        }
        bytes
    }
}

/// Returns the bytes with as many sectors as one sector of the FAT can name at most: some programs name more than there
/// are.
fn padded(bytes: &[u8]) -> Vec<u8> {
    let mut padded = bytes.to_vec();
    padded.resize(bytes.len().next_multiple_of(SECTOR) + SECTOR / 4 * SECTOR, 0);
    padded
}
