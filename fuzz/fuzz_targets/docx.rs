//! Arbitrary bytes, arbitrary text in the place of a part, and parts made of the elements that Word has, in any order:
//! reading ends with a document or a reason.

#![no_main]

use std::io::{Cursor, Write};

use libfuzzer_sys::fuzz_target;
use plan::import;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// The parts in their order in the input, which the last byte parts, and what each is to the document.
const PARTS: [(&str, &str); 5] = [
    ("document", "officeDocument"),
    ("styles", "styles"),
    ("numbering", "numbering"),
    ("footnotes", "footnotes"),
    ("hdr", "header"),
];
const PARTING: u8 = 0xff;

/// What is opened, with its attributes.
const TAGS: &[&str] = &[
    "w:p",
    "w:pPr",
    "w:r",
    "w:rPr",
    "w:t",
    "w:delText",
    "w:tab",
    "w:br",
    "w:br w:type='page'",
    "w:sym w:char='2611'",
    "w:ins",
    "w:del",
    "w:moveFrom",
    "w:strike",
    "w:dstrike w:val='0'",
    "w:vanish",
    "w:tbl",
    "w:tr",
    "w:trPr",
    "w:tc",
    "w:tcPr",
    "w:gridBefore w:val='1'",
    "w:gridSpan w:val='2'",
    "w:gridSpan w:val='4294967295'",
    "w:vMerge",
    "w:vMerge w:val='restart'",
    "w:hMerge",
    "w:hMerge w:val='restart'",
    "w:cellDel",
    "w:sdt",
    "w:sdtContent",
    "w:sectPr",
    "w:txbxContent",
    "mc:AlternateContent",
    "mc:Choice",
    "mc:Fallback",
    "pic:pic",
    "m:t",
    "w:fldSimple w:instr='TOC'",
    "w:fldChar w:fldCharType='begin'",
    "w:fldChar w:fldCharType='separate'",
    "w:fldChar w:fldCharType='end'",
    "w:instrText",
    "w:footnoteReference w:id='1'",
    "w:footnote w:id='1'",
    "w:pStyle w:val='1'",
    "w:rStyle w:val='2'",
    "w:outlineLvl w:val='1'",
    "w:numPr",
    "w:numId w:val='1'",
    "w:numId w:val='2'",
    "w:ilvl w:val='0'",
    "w:ilvl w:val='8'",
    "w:style w:styleId='1' w:type='paragraph' w:default='1'",
    "w:style w:styleId='2'",
    "w:basedOn w:val='1'",
    "w:basedOn w:val='2'",
    "w:name w:val='toc 1'",
    "w:name w:val='heading 9'",
    "w:abstractNum w:abstractNumId='1'",
    "w:abstractNumId w:val='1'",
    "w:num w:numId='1'",
    "w:num w:numId='2'",
    "w:numStyleLink w:val='1'",
    "w:styleLink w:val='1'",
    "w:lvl w:ilvl='0'",
    "w:lvl w:ilvl='8'",
    "w:lvlOverride w:ilvl='0'",
    "w:start w:val='4294967295'",
    "w:startOverride w:val='1'",
    "w:numFmt w:val='chineseCounting'",
    "w:numFmt w:val='upperRoman'",
    "w:numFmt w:val='custom' w:format='000000000001'",
    "w:lvlText w:val='%1.%9'",
    "w:lvlRestart w:val='0'",
    "w:isLgl",
];

fuzz_target!(|bytes: &[u8]| {
    let Some((way, bytes)) = bytes.split_first() else { return };
    let _ = match way % 3 {
        0 => import::read("a.docx", bytes),
        1 => import::read("a.docx", &package(bytes.split(|byte| *byte == PARTING).map(<[u8]>::to_vec))),
        _ => import::read("a.docx", &package(bytes.split(|byte| *byte == PARTING).zip(0..).map(made))),
    };
});

/// Makes a part of the elements that its bytes stand for: always well-formed.
fn made((bytes, part): (&[u8], usize)) -> Vec<u8> {
    let root = PARTS.get(part).map_or("a", |(root, _)| root);
    let mut text = format!(
        "<w:{root} xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' xmlns:pic='pic' \
         xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006' \
         xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math'><w:body>"
    );
    let mut open = Vec::new();
    for byte in bytes {
        match TAGS.get(usize::from(*byte)) {
            Some(tag) => {
                text.push_str(&format!("<{tag}>"));
                open.push(tag.split(' ').next().unwrap_or_default());
            }
            None if *byte < 0xc0 => {
                text.push_str(&open.pop().map(|name| format!("</{name}>")).unwrap_or_default());
            }
            None => text.push(char::from(*byte)),
        }
    }
    text.extend(open.iter().rev().map(|name| format!("</{name}>")));
    text.push_str(&format!("</w:body></w:{root}>"));
    text.into_bytes()
}

/// Puts parts into a sound package.
fn package(parts: impl Iterator<Item = Vec<u8>>) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let mut put = |name: &str, bytes: &[u8]| {
        zip.start_file(name, SimpleFileOptions::default().compression_method(CompressionMethod::Stored))
            .expect("a name");
        zip.write_all(bytes).expect("memory");
    };
    put("[Content_Types].xml", b"<Types><Default Extension='xml' ContentType='wordprocessingml'/></Types>");
    put("_rels/.rels", relationships(&PARTS[..1]).as_bytes());
    put("word/_rels/document.xml.rels", relationships(&PARTS[1..]).as_bytes());
    for ((name, _), part) in PARTS.iter().zip(parts) {
        put(&format!("word/{name}.xml"), &part);
    }
    zip.finish().expect("memory").into_inner()
}

fn relationships(parts: &[(&str, &str)]) -> String {
    let one =
        |(name, role): &(&str, &str)| format!("<Relationship Type='/{role}' Target='/word/{name}.xml'/>");
    format!("<Relationships>{}</Relationships>", parts.iter().map(one).collect::<String>())
}
