mod numbers;
mod package;
mod paragraphs;
mod revisions;
mod tables;

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::read;
use crate::outline::document::{Block, Document, Paragraph, Table, Unreadable};

const TRANSITIONAL: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

/// A Word document, made part by part.
struct Docx {
    parts: Vec<(String, Vec<u8>)>,
    /// The parts that belong to the document: what they are to it, and their names.
    related: Vec<(&'static str, String)>,
}

impl Docx {
    /// A document with this in its body.
    fn with_body(body: &str) -> Docx {
        let document = wrapped("document", &format!("<w:body>{body}</w:body>"));
        let types = format!("<Types><Override PartName='/word/document.xml' ContentType='{TYPE}'/></Types>");
        let parts = [
            ("[Content_Types].xml", types),
            ("_rels/.rels", relationships(&[("officeDocument", "word/document.xml".to_owned())])),
            ("word/document.xml", document),
        ];
        let parts = parts.map(|(name, text)| (name.to_owned(), text.into_bytes())).into();
        Docx { parts, related: Vec::new() }
    }

    /// Adds a part that belongs to the document.
    fn with(mut self, role: &'static str, element: &str, content: &str) -> Docx {
        let name = format!("{role}{}.xml", self.related.len());
        self.parts.push((format!("word/{name}"), wrapped(element, content).into_bytes()));
        self.related.push((role, name));
        self
    }

    fn with_styles(self, styles: &str) -> Docx {
        self.with("styles", "styles", styles)
    }

    fn with_numbering(self, numbering: &str) -> Docx {
        self.with("numbering", "numbering", numbering)
    }

    /// Sets a part to these bytes, whether it is there or not.
    fn set(mut self, name: &str, bytes: impl Into<Vec<u8>>) -> Docx {
        self.parts.retain(|(part, _)| part != name);
        self.parts.push((name.to_owned(), bytes.into()));
        self
    }

    fn bytes(&self) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        let mut put = |name: &str, bytes: &[u8]| {
            zip.start_file(name, SimpleFileOptions::default()).expect("a name");
            zip.write_all(bytes).expect("memory");
        };
        self.parts.iter().for_each(|(name, bytes)| put(name, bytes));
        if !self.related.is_empty() {
            put("word/_rels/document.xml.rels", relationships(&self.related).as_bytes());
        }
        zip.finish().expect("memory").into_inner()
    }

    fn read(&self) -> Document {
        read(&self.bytes()).expect("it is sound")
    }

    fn error(&self) -> Unreadable {
        read(&self.bytes()).expect_err("it is not read")
    }
}

/// Wraps the content of a part in its root, with the namespaces that occur.
fn wrapped(element: &str, content: &str) -> String {
    format!(
        "<?xml version='1.0' encoding='UTF-8'?><w:{element} xmlns:w='{TRANSITIONAL}' xmlns:r='{RELATIONSHIPS}' \
         xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006' \
         xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math' \
         xmlns:pic='http://schemas.openxmlformats.org/drawingml/2006/picture' \
         xmlns:v='urn:schemas-microsoft-com:vml'>{content}</w:{element}>"
    )
}

fn relationships(related: &[(&str, String)]) -> String {
    let one = |(role, target): &(&str, String)| {
        format!("<Relationship Type='{RELATIONSHIPS}/{role}' Target='{target}'/>")
    };
    format!("<Relationships>{}</Relationships>", related.iter().map(one).collect::<String>())
}

/// A paragraph of one run.
fn p(text: &str) -> String {
    format!("<w:p>{}</w:p>", r(text))
}

fn r(text: &str) -> String {
    format!("<w:r><w:t>{text}</w:t></w:r>")
}

/// A paragraph with properties.
fn with_properties(properties: &str, text: &str) -> String {
    format!("<w:p><w:pPr>{properties}</w:pPr>{}</w:p>", r(text))
}

fn paragraphs<'d>(document: &'d Document) -> Vec<&'d Paragraph> {
    let paragraph = |block: &'d Block| match block {
        Block::Paragraph(paragraph) => Some(paragraph),
        Block::Table(_) => None,
    };
    document.blocks.iter().filter_map(paragraph).collect()
}

fn tables<'d>(document: &'d Document) -> Vec<&'d Table> {
    let table = |block: &'d Block| match block {
        Block::Table(table) => Some(table),
        Block::Paragraph(_) => None,
    };
    document.blocks.iter().filter_map(table).collect()
}

/// Returns what stands of each paragraph outside tables.
fn texts(body: &str) -> Vec<String> {
    paragraphs(&Docx::with_body(body).read()).into_iter().map(Paragraph::text).collect()
}

/// Returns what stands of each paragraph, with its number.
fn numbered(document: &Document) -> Vec<String> {
    paragraphs(document).into_iter().map(|it| format!("{}{}", it.number, it.text())).collect()
}
