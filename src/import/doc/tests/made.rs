//! Files made byte by byte, in the layout of Word.

use std::io::{Cursor, Write};

use cfb::CompoundFile;

/// Where the text begins, and the pages with the properties of characters and of paragraphs, at most one of each.
const TEXT: usize = 2048;
const CHARACTERS: u32 = 2;
const PARAGRAPHS: u32 = 3;
const PAGE: usize = 512;

/// A text in the making: where each run and each paragraph ends, and its properties.
#[derive(Default)]
pub struct Made {
    text: Vec<u16>,
    runs: Vec<(usize, Vec<u8>)>,
    paragraphs: Vec<(usize, Vec<u8>)>,
}

impl Made {
    /// Adds text with properties of its own.
    pub fn run(mut self, text: &str, chpx: &[u8]) -> Made {
        self.text.extend(text.encode_utf16());
        self.runs.push((self.text.len(), chpx.to_vec()));
        self
    }

    /// Adds text that ends a paragraph.
    pub fn run_ends(mut self, text: &str, chpx: &[u8], papx: &[u8]) -> Made {
        self = self.run(text, chpx);
        self.paragraphs.push((self.text.len(), papx.to_vec()));
        self
    }

    /// Adds plain text that ends a paragraph.
    pub fn end(self, text: &str, papx: &[u8]) -> Made {
        self.run_ends(text, &[], papx)
    }

    pub fn file(&self) -> Vec<u8> {
        let length = u32::try_from(self.text.len()).unwrap();
        let begin = u32::try_from(TEXT).unwrap();
        let end = begin + 2 * length;
        let page = |number: u32| [begin, end, number].map(u32::to_le_bytes).concat();
        let piece =
            [&[2, 16, 0, 0, 0][..], &[0; 4], &length.to_le_bytes(), &[0, 0], &begin.to_le_bytes(), &[0, 0]];
        let (characters, paragraphs, pieces) = (page(CHARACTERS), page(PARAGRAPHS), piece.concat());
        let mut word = vec![0; TEXT];
        word[0..12].copy_from_slice(&[0xEC, 0xA5, 0xC1, 0, 0, 0, 0, 0, 0, 0, 0, 2]);
        (word[32], word[62], word[152]) = (14, 22, 93);
        word[76..80].copy_from_slice(&length.to_le_bytes());
        let mut table = Vec::new();
        for (part, bytes) in [(12, characters), (13, paragraphs), (33, pieces)] {
            let pair = [table.len(), bytes.len()].map(|number| u32::try_from(number).unwrap().to_le_bytes());
            word[154 + 8 * part..162 + 8 * part].copy_from_slice(pair.as_flattened());
            table.extend(bytes);
        }
        let chpx = |properties: &[u8]| [&[u8::try_from(properties.len()).unwrap()], properties].concat();
        // Of a paragraph, the style comes first, and its length counts pairs of bytes.
        let papx = |properties: &[u8]| {
            let count = u8::try_from(properties.len().div_ceil(2) + 1).unwrap();
            [&[0, count, 0, 0], properties, &[0][..properties.len() % 2]].concat()
        };
        word[1024..1536].copy_from_slice(&fkp(&self.runs, 1, chpx));
        word[1536..2048].copy_from_slice(&fkp(&self.paragraphs, 13, papx));
        word.extend(self.text.iter().flat_map(|unit| unit.to_le_bytes()));
        contained(&[("WordDocument", &word), ("1Table", &table)])
    }
}

/// A page of stretches: where they end, where their properties lie, and from its end on these.
fn fkp(stretches: &[(usize, Vec<u8>)], size: usize, written: impl Fn(&[u8]) -> Vec<u8>) -> [u8; PAGE] {
    let mut page = [0; PAGE];
    let count = stretches.len();
    page[PAGE - 1] = u8::try_from(count).unwrap();
    let mut free = PAGE - 2;
    page[0..4].copy_from_slice(&u32::try_from(TEXT).unwrap().to_le_bytes());
    for (index, (end, properties)) in stretches.iter().enumerate() {
        let end = u32::try_from(TEXT + 2 * end).unwrap();
        page[4 * index + 4..4 * index + 8].copy_from_slice(&end.to_le_bytes());
        let written = written(properties);
        free = (free - written.len()) / 2 * 2;
        page[free..free + written.len()].copy_from_slice(&written);
        page[4 * (count + 1) + size * index] = u8::try_from(free / 2).unwrap();
    }
    page
}

/// A container with these streams.
pub fn contained(streams: &[(&str, &[u8])]) -> Vec<u8> {
    let mut file = CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    for (name, bytes) in streams {
        let mut stream = file.create_stream(name).unwrap();
        stream.write_all(bytes).unwrap();
        stream.flush().unwrap();
    }
    file.into_inner().into_inner()
}
