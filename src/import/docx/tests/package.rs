//! What is a Word document, what is broken, and what is too large.

use super::*;

fn part_of(error: Unreadable) -> String {
    match error {
        Unreadable::Damaged(part) => part,
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_is_no_word_document_is_left_to_other_readers() {
    assert_eq!(read(b""), Err(Unreadable::Unknown));
    assert_eq!(read(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), Err(Unreadable::Unknown));
    assert_eq!(read("计划".as_bytes()), Err(Unreadable::Unknown));
    let workbook = "<Types><Override PartName='/word/document.xml' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'/></Types>";
    assert_eq!(Docx::with_body("").set("[Content_Types].xml", workbook).error(), Unreadable::Unknown);
    let other = Docx {
        parts: vec![("mimetype".into(), b"application/vnd.oasis.opendocument.text".into())],
        related: vec![],
    };
    assert_eq!(other.error(), Unreadable::Unknown);
}

#[test]
fn the_document_is_found_by_its_relationship_not_by_its_name() {
    let docx = Docx::with_body("")
        .set("_rels/.rels", relationships(&[("officeDocument", "/Other/./x/../Main.XML".into())]))
        .set("other\\main.xml", wrapped("document", &format!("<w:body>{}</w:body>", p("文"))))
        .set(
            "[Content_Types].xml",
            format!("<Types><Default Extension='xml' ContentType='{TYPE}'/></Types>"),
        );
    assert_eq!(paragraphs(&docx.read())[0].text(), "文");
    let away = Docx {
        parts: docx.parts.into_iter().filter(|(name, _)| !name.starts_with("word")).collect(),
        related: Vec::new(),
    };
    assert!(crate::import::read("a.docx", &away.bytes()).is_ok());
}

#[test]
fn a_strict_document_is_read() {
    let strict = |text: &str| {
        let text = text.replace(
            "http://schemas.openxmlformats.org/wordprocessingml/2006",
            "http://purl.oclc.org/ooxml/wordprocessingml",
        );
        text.replace(
            "http://schemas.openxmlformats.org/officeDocument/2006",
            "http://purl.oclc.org/ooxml/officeDocument",
        )
    };
    let plain = Docx::with_body(&p("文"));
    let parts = plain
        .parts
        .iter()
        .map(|(name, bytes)| (name.clone(), strict(&String::from_utf8_lossy(bytes)).into_bytes()));
    let docx = Docx { parts: parts.collect(), related: Vec::new() };
    assert!(String::from_utf8_lossy(&docx.parts[2].1).contains("purl.oclc.org/ooxml/wordprocessingml/main"));
    assert_eq!(docx.read(), plain.read());
}

#[test]
fn a_document_in_utf_16_is_read() {
    let text = wrapped("document", &format!("<w:body>{}</w:body>", p("文"))).replace("UTF-8", "UTF-16");
    let bytes: Vec<u8> =
        "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    assert_eq!(paragraphs(&Docx::with_body("").set("word/document.xml", bytes).read())[0].text(), "文");
}

#[test]
fn a_broken_part_is_named() {
    let docx = || Docx::with_body(&p("文"));
    let missing = docx().set("_rels/.rels", relationships(&[("officeDocument", "word/none.xml".into())]));
    let missing = missing.set(
        "[Content_Types].xml",
        format!("<Types><Default Extension='xml' ContentType='{TYPE}'/></Types>"),
    );
    assert_eq!(part_of(missing.error()), "word/none.xml");
    for broken in
        ["", "<w:document", "<a></b>", "<w:document xmlns:w='x'>", "text", "<a>&unknown;</a>", "<a/>"]
    {
        assert_eq!(part_of(docx().set("word/document.xml", broken).error()), "word/document.xml", "{broken}");
    }
    assert_eq!(part_of(docx().set("word/document.xml", b"<a>\xff</a>").error()), "word/document.xml");
    let styles = docx().with_styles("").set("word/styles0.xml", "<w:styles>");
    assert_eq!(part_of(styles.error()), "word/styles0.xml");
}

#[test]
fn a_document_that_was_cut_off_is_damaged() {
    let bytes = Docx::with_body(&p("文")).bytes();
    assert_eq!(read(&bytes[..bytes.len() / 2]), Err(Unreadable::Damaged("ZIP".into())));
}

#[test]
fn entities_are_not_expanded() {
    let bomb = "<!DOCTYPE a [<!ENTITY b 'bbbb'>]><a>&b;</a>";
    assert_eq!(part_of(Docx::with_body("").set("word/document.xml", bomb).error()), "word/document.xml");
}
