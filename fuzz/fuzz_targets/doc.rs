//! A container of a Word document is read whatever stands in it: as it is, and with the bytes as its streams behind a
//! block that says where their parts lie. Files to begin with: `cp tests/documents/*.doc fuzz/corpus/doc/`.

#![no_main]

use std::io::{Cursor, Write};

use cfb::CompoundFile;
use libfuzzer_sys::fuzz_target;
use plan::import;

/// The structures that are read, by their places in the file information block.
const PARTS: [usize; 13] = [1, 3, 11, 12, 13, 33, 40, 47, 50, 56, 58, 73, 74];
const LENGTHS: usize = 11;

fuzz_target!(|bytes: &[u8]| {
    if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        let _ = import::read("plan.doc", bytes);
    }
    if let Some((head, rest)) = bytes.split_at_checked(LENGTHS + 2 * PARTS.len()) {
        let _ = import::read("plan.doc", &contained(head, rest));
    }
});

/// Returns a container whose streams all hold the rest, with lengths and places as the head says.
fn contained(head: &[u8], rest: &[u8]) -> Vec<u8> {
    let mut word = vec![0; 1024];
    word[0..12].copy_from_slice(&[0xEC, 0xA5, 0xC1, 0, 0, 0, 0, 0, 0, 0, 0, 2]);
    (word[32], word[62], word[152]) = (14, 22, 93);
    let (lengths, places) = head.split_at(LENGTHS);
    for (index, length) in lengths.iter().enumerate() {
        word[64 + 4 * index] = *length;
    }
    for (part, place) in PARTS.iter().zip(places.chunks_exact(2)) {
        let pair = [u32::from(place[0]) * 4, u32::from(place[1]) * 4].map(u32::to_le_bytes);
        word[154 + 8 * part..162 + 8 * part].copy_from_slice(pair.as_flattened());
    }
    word.extend(rest);
    let mut file = CompoundFile::create(Cursor::new(Vec::new())).expect("it is in memory");
    for (name, content) in [("WordDocument", word.as_slice()), ("1Table", rest), ("Data", rest)] {
        let mut stream = file.create_stream(name).expect("it is in memory");
        stream.write_all(content).expect("it is in memory");
        stream.flush().expect("it is in memory");
    }
    file.into_inner().into_inner()
}
