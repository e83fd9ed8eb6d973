//! What kind of document bytes are, told by what they begin with and hold; a name tells only what they leave open.

use std::io::Cursor;

use cfb::CompoundFile;
use zip::ZipArchive;

use crate::outline::document::{Foreign, Unreadable};

/// The kinds that are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// `.docx`
    Word,
    /// `.doc`, `.wps`
    OldWord,
    /// `.xlsx`
    Workbook,
    /// `.xls`
    OldWorkbook,
    Text,
}

/// PNG, JPEG, GIF, TIFF in both orders of bytes, and Windows' metafile.
const PICTURES: [&[u8]; 6] = [b"\x89PNG", b"\xFF\xD8\xFF", b"GIF8", b"II*\0", b"MM\0*", b"\xD7\xCD\xC6\x9A"];

/// How files of Word 1 and 2 for Windows begin, which are in no container.
const BEFORE_WORD_6: [&[u8]; 2] = [b"\x9B\xA5\x21\0", b"\xDB\xA5\x2D\0"];

/// Tells what the bytes are.
///
/// # Errors
/// Where they are of no kind that is read.
pub fn kind(name: &str, bytes: &[u8]) -> Result<Kind, Unreadable> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Unreadable::Empty);
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return of_zip(name, bytes);
    }
    if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
        return of_compound_file(name, bytes);
    }
    if BEFORE_WORD_6.iter().any(|sign| bytes.starts_with(sign)) {
        return Err(Unreadable::OldWord);
    }
    match foreign(bytes) {
        Some(foreign) => Err(Unreadable::Foreign(foreign)),
        None => Ok(Kind::Text),
    }
}

/// A zip is what its entries are.
fn of_zip(name: &str, bytes: &[u8]) -> Result<Kind, Unreadable> {
    let Ok(zip) = ZipArchive::new(Cursor::new(bytes)) else {
        return Ok(if ends(name, &["xlsx", "xlsm"]) { Kind::Workbook } else { Kind::Word });
    };
    let holds =
        |folder: &str| zip.file_names().flatten().any(|entry| entry.to_lowercase().starts_with(folder));
    if holds("word/") {
        return Ok(Kind::Word);
    }
    if holds("xl/") {
        return Ok(Kind::Workbook);
    }
    if holds("ppt/") {
        return Err(Unreadable::Foreign(Foreign::Presentation));
    }
    // A package may keep its parts where it likes: the reader finds them by what they are to each other.
    if holds("[content_types].xml") {
        return Ok(Kind::Word);
    }
    let is_open_document =
        zip.index_for_name("META-INF/manifest.xml").is_some() && zip.index_for_name("mimetype").is_some();
    Err(if is_open_document { Unreadable::Foreign(Foreign::OpenDocument) } else { Unreadable::Unknown })
}

/// A compound file ([MS-CFB]) is what its streams are.
fn of_compound_file(name: &str, bytes: &[u8]) -> Result<Kind, Unreadable> {
    let old = if ends(name, &["xls", "et"]) { Kind::OldWorkbook } else { Kind::OldWord };
    let Ok(file) = CompoundFile::open(Cursor::new(bytes)) else { return Ok(old) };
    let holds = |stream: &str| file.is_stream(stream);
    if holds("/WordDocument") {
        Ok(Kind::OldWord)
    } else if holds("/Workbook") || holds("/Book") {
        Ok(Kind::OldWorkbook)
    } else if holds("/EncryptedPackage") {
        Err(Unreadable::Encrypted)
    } else if holds("/PowerPoint Document") {
        Err(Unreadable::Foreign(Foreign::Presentation))
    } else {
        Err(Unreadable::Unknown)
    }
}

/// Returns the kind of file that is known and not read.
fn foreign(bytes: &[u8]) -> Option<Foreign> {
    let head = &bytes[..bytes.len().min(512)];
    let text = String::from_utf8_lossy(head).trim_start_matches('\u{FEFF}').trim_start().to_ascii_lowercase();
    let begins = |signs: &[&str]| signs.iter().any(|sign| text.starts_with(sign));
    let holds = |at: usize, sign: &[u8]| head.get(at..).is_some_and(|rest| rest.starts_with(sign));
    let is_bitmap = holds(0, b"BM") && holds(6, &[0; 4]);
    if is_plan(bytes) {
        Some(Foreign::Plan)
    } else if is_json(&text) || begins(&["begin:vcalendar", "<svg", "<?xml"]) && !text.contains("<html") {
        Some(Foreign::Data)
    } else if begins(&["%pdf-"]) {
        Some(Foreign::Pdf)
    } else if begins(&["{\\rtf"]) {
        Some(Foreign::Rtf)
    } else if begins(&["<!doctype html", "<html", "mime-version:"]) {
        Some(Foreign::Html)
    } else if is_bitmap
        || holds(8, b"WEBP")
        || holds(4, b"ftyp")
        || PICTURES.iter().any(|sign| holds(0, sign))
    {
        Some(Foreign::Picture)
    } else {
        None
    }
}

/// Whether it is a plan file: within its first lines one names the table of the plan, and a later one its title.
fn is_plan(bytes: &[u8]) -> bool {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(16 << 10)]);
    let mut lines =
        head.trim_start_matches('\u{FEFF}').lines().map(str::trim).skip_while(|line| *line != "[plan]");
    lines.any(|line| line.strip_prefix("title").is_some_and(|rest| rest.trim_start().starts_with('=')))
}

fn is_json(text: &str) -> bool {
    let begins = |rest: &str, signs: [char; 2]| rest.trim_start().starts_with(signs);
    text.strip_prefix('{').is_some_and(|rest| begins(rest, ['"', '}']))
        || text.strip_prefix('[').is_some_and(|rest| begins(rest, ['{', '[']))
}

fn ends(name: &str, endings: &[&str]) -> bool {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase());
    ending.is_some_and(|ending| endings.contains(&ending.as_str()))
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;

    fn zip(entries: &[&str]) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for entry in entries {
            zip.start_file(*entry, SimpleFileOptions::default()).expect("it can be begun");
            zip.write_all(b"x").expect("it can be written");
        }
        zip.finish().expect("it can be closed").into_inner()
    }

    fn compound_file(stream: &str) -> Vec<u8> {
        let mut file = CompoundFile::create(Cursor::new(Vec::new())).expect("it can be made");
        file.create_stream(stream).expect("it can be made");
        file.into_inner().into_inner()
    }

    #[test]
    fn the_content_tells_the_kind_whatever_the_name_says() {
        assert_eq!(kind("plan.doc", &zip(&["word/document.xml"])), Ok(Kind::Word));
        assert_eq!(kind("plan.xls", &zip(&["xl/workbook.xml"])), Ok(Kind::Workbook));
        assert_eq!(kind("plan.docx", &compound_file("WordDocument")), Ok(Kind::OldWord));
        assert_eq!(kind("plan.doc", &compound_file("Workbook")), Ok(Kind::OldWorkbook));
        assert_eq!(kind("plan.docx", "一、动员部署".as_bytes()), Ok(Kind::Text));
        assert_eq!(kind("plan.txt", b"BMW and GIF are names"), Ok(Kind::Text));
    }

    #[test]
    fn kinds_that_are_not_read_are_told_apart() {
        let foreign = |bytes: &[u8]| match kind("plan", bytes) {
            Err(Unreadable::Foreign(foreign)) => Some(foreign),
            _ => None,
        };
        assert_eq!(foreign(b"%PDF-1.7"), Some(Foreign::Pdf));
        assert_eq!(foreign(b"{\\rtf1\\ansi"), Some(Foreign::Rtf));
        assert_eq!(foreign("# 注\n[plan]\nyear = 2026\ntitle = \"甲\"\n".as_bytes()), Some(Foreign::Plan));
        assert_eq!(foreign(b"{\n  \"schema\": 1"), Some(Foreign::Data));
        assert_eq!(foreign(b"BEGIN:VCALENDAR\r\n"), Some(Foreign::Data));
        assert_eq!(foreign(b"<?xml version=\"1.0\"?>\n<svg/>"), Some(Foreign::Data));
        assert_eq!(foreign(b"<?xml version=\"1.0\"?>\n<html>"), None);
        assert_eq!(foreign("[plan]是方案\n一、6月10日前完成".as_bytes()), None);
        assert_eq!(foreign("\u{FEFF}\n<!DOCTYPE html>".as_bytes()), Some(Foreign::Html));
        assert_eq!(foreign(b"\x89PNG\r\n"), Some(Foreign::Picture));
        assert_eq!(foreign(b"BM\x46\0\0\0\0\0\0\0"), Some(Foreign::Picture));
        assert_eq!(foreign(&zip(&["ppt/presentation.xml"])), Some(Foreign::Presentation));
        assert_eq!(foreign(&zip(&["mimetype", "META-INF/manifest.xml"])), Some(Foreign::OpenDocument));
        assert_eq!(foreign(&compound_file("PowerPoint Document")), Some(Foreign::Presentation));
    }

    #[test]
    fn what_is_no_document_is_said() {
        assert_eq!(kind("plan.txt", b" \r\n\t"), Err(Unreadable::Empty));
        assert_eq!(kind("plan.docx", &compound_file("EncryptedPackage")), Err(Unreadable::Encrypted));
        assert_eq!(kind("plan.zip", &zip(&["a.txt"])), Err(Unreadable::Unknown));
    }

    #[test]
    fn the_name_tells_what_a_broken_container_was() {
        assert_eq!(kind("计划.XLSX", b"PK\x03\x04"), Ok(Kind::Workbook));
        assert_eq!(kind("计划.docx", b"PK\x03\x04"), Ok(Kind::Word));
        assert_eq!(kind("计划.xls", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), Ok(Kind::OldWorkbook));
    }
}
