//! The OLE container ([MS-CFB]) and the streams in it ([MS-DOC] 2.1).

use std::borrow::Cow;
use std::io::{Cursor, Read};

use cfb::CompoundFile;

use crate::outline::document::{Foreign, Unreadable};

const SIGNATURE: [u8; 8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

/// The size of a sector, but for files larger than any plan.
const SECTOR: usize = 512;

/// How files of Word 1 and 2 for Windows begin, which have no container.
const BEFORE_CONTAINERS: [[u8; 4]; 2] = [[0x9B, 0xA5, 0x21, 0x00], [0xDB, 0xA5, 0x2D, 0x00]];

/// A container with a `WordDocument` in it.
pub struct Container<'b> {
    file: CompoundFile<Cursor<Cow<'b, [u8]>>>,
    /// No stream is longer than the file.
    length: u64,
}

impl<'b> Container<'b> {
    /// Opens bytes that hold a Word document.
    pub fn open(bytes: &'b [u8]) -> Result<Container<'b>, Unreadable> {
        if BEFORE_CONTAINERS.iter().any(|begin| bytes.starts_with(begin)) {
            return Err(Unreadable::OldWord);
        }
        if !bytes.starts_with(&SIGNATURE) {
            return Err(Unreadable::Unknown);
        }
        let file = CompoundFile::open(Cursor::new(Cow::Borrowed(bytes)));
        let file = file.or_else(|_| CompoundFile::open(Cursor::new(Cow::Owned(padded(bytes)))));
        let Ok(file) = file else { return Err(unopened(bytes)) };
        if file.is_stream("EncryptedPackage") {
            return Err(Unreadable::Encrypted);
        }
        if file.is_stream("PowerPoint Document") {
            return Err(Unreadable::Foreign(Foreign::Presentation));
        }
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

/// Says what a container is that cannot be opened, by the names in its directory.
fn unopened(bytes: &[u8]) -> Unreadable {
    let name: Vec<u8> = "WordDocument".encode_utf16().flat_map(u16::to_le_bytes).collect();
    match memchr::memmem::find(bytes, &name) {
        Some(_) => Unreadable::Damaged("OLE".into()),
        None => Unreadable::Unknown,
    }
}
