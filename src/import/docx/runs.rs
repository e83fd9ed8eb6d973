//! What stands in a paragraph: runs, tracked changes around them, fields, boxes (ECMA-376 part 1, 17.3.2, 17.3.3).

use super::reader::{Note, Reader};
use super::styles::Look;
use crate::import::ooxml::xml::Element;
use crate::outline::document::{Marks, Run};

#[derive(Default)]
pub struct Content<'t> {
    pub runs: Vec<Run>,
    /// The contents of text boxes, and what was done to what they hang on.
    pub boxes: Vec<(Element<'t>, Marks)>,
    pub is_contents: bool,
}

impl Content<'_> {
    fn push(&mut self, text: &str, marks: Marks) {
        match self.runs.last_mut() {
            Some(last) if last.marks == marks => last.text.push_str(text),
            _ if text.is_empty() => {}
            _ => self.runs.push(Run { text: text.to_owned(), marks }),
        }
    }
}

impl Reader {
    /// Adds what stands in a paragraph, or in an element inside it.
    pub fn add_inline<'t>(
        &mut self,
        parent: Element<'t>,
        marks: Marks,
        look: Look,
        content: &mut Content<'t>,
    ) {
        for child in parent.children() {
            match child.word() {
                // Properties repeat names of the text, and those before a change too (17.13.5.29, `pPrChange`).
                "pPr" | "rPr" | "sdtPr" | "sdtEndPr" | "rt" => {}
                "r" => {
                    let look = self.styles.look(look, child.child("rPr"));
                    self.add_inline(child, marks, look, content);
                }
                "ins" | "moveTo" => self.add_inline(child, Marks { inserted: true, ..marks }, look, content),
                "del" | "moveFrom" => self.add_inline(child, Marks { deleted: true, ..marks }, look, content),
                "fldSimple" => self.add_simple_field(child, marks, look, content),
                "fldChar" => self.fields.follow(&child.attribute("fldCharType").unwrap_or_default()),
                "instrText" => self.fields.instruct(&child.text()),
                "txbxContent" => content.boxes.push((child, marks)),
                // A break of the page before all text ends no line.
                "br" if content.runs.is_empty() && child.attribute("type").is_some() => {}
                "footnoteReference" | "endnoteReference" => self.notes.extend(Note::referred_to(child)),
                _ => match sign(child) {
                    Some(text) => self.add_text(&text, marks, look, content),
                    None => {
                        self.pictures += usize::from(is_picture(child));
                        self.add_inline(child, marks, look, content);
                    }
                },
            }
        }
    }

    /// A field whose result stands in it (17.16.19).
    fn add_simple_field<'t>(
        &mut self,
        field: Element<'t>,
        marks: Marks,
        look: Look,
        content: &mut Content<'t>,
    ) {
        self.fields.follow("begin");
        self.fields.instruct(&field.attribute("instr").unwrap_or_default());
        self.fields.follow("separate");
        self.add_inline(field, marks, look, content);
        self.fields.follow("end");
    }

    fn add_text(&mut self, text: &str, marks: Marks, look: Look, content: &mut Content) {
        if self.fields.show() && look.hidden != Some(true) {
            content.push(text, Marks { struck: look.struck == Some(true), ..marks });
            content.is_contents |= self.fields.is_contents();
        }
    }
}

/// Returns the text that an element is (17.3.3); None where it is not text.
fn sign(element: Element) -> Option<String> {
    let is_math = element.is_math() && element.name() == "t";
    match element.word() {
        "t" | "delText" => Some(element.text().replace(['\r', '\n'], " ")),
        "tab" | "ptab" => Some("\t".to_owned()),
        "br" | "cr" => Some("\n".to_owned()),
        "noBreakHyphen" => Some("-".to_owned()),
        "sym" => {
            let code = u32::from_str_radix(&element.attribute("char")?, 16).ok()?;
            char::from_u32(code).map(String::from)
        }
        _ => is_math.then(|| element.text()),
    }
}

/// Returns whether an element is a picture, a chart or a drawing of shapes that are laid out by Word (20.2, 21.2, 21.4;
/// part 4, 14.1.2.11).
fn is_picture(element: Element) -> bool {
    element.word().is_empty() && ["pic", "imagedata", "chart", "relIds"].contains(&element.name())
}
