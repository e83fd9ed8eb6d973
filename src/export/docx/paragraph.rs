//! Paragraphs with a style, and text inside them.

use crate::model::text::{clean, to_be_pasted};

/// Returns a paragraph in a style; `more` are properties of its own.
pub(super) fn paragraph(style: &str, more: &str, text: &str) -> String {
    let runs = runs(text);
    format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{more}</w:pPr>{runs}</w:p>")
}

/// Returns a text as it is written, with its lines; what would steer a screen is made visible.
pub(super) fn runs(text: &str) -> String {
    let lines = text.lines().map(|line| {
        let line = quick_xml::escape::escape(clean(line).as_ref()).into_owned();
        format!("<w:t xml:space=\"preserve\">{line}</w:t>")
    });
    format!("<w:r>{}</w:r>", lines.collect::<Vec<_>>().join("<w:br/>"))
}

/// Returns one line of a text that goes on to others.
pub(super) fn pasted(style: &str, more: &str, text: &str) -> String {
    paragraph(style, more, &to_be_pasted(text))
}

/// Returns the number of the page, with `around` on each side of it.
pub(super) fn page_number(style: &str, more: &str, around: [&str; 2]) -> String {
    let [before, after] = around.map(runs);
    format!(
        "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{more}</w:pPr>{before}\
         <w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> PAGE </w:instrText></w:r>\
         <w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>\
         {after}</w:p>"
    )
}
