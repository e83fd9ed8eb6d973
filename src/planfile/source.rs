//! The text of a plan file, from its bytes.

use std::borrow::Cow;

use crate::model::diagnostic::{Code, Diagnostic};

/// The text of a plan file, and the name it goes by.
#[derive(Debug)]
pub struct Source<'b> {
    /// What the user calls it.
    pub name: &'b str,
    pub text: Cow<'b, str>,
    /// Where the bytes are not UTF-8, as they must be; then the text is what can be shown of them.
    pub undecodable: Option<Diagnostic<'static>>,
}

impl<'b> Source<'b> {
    pub fn decode(name: &'b str, bytes: &'b [u8]) -> Source<'b> {
        if let Ok(text) = simdutf8::basic::from_utf8(bytes) {
            return Source { name, text: text.into(), undecodable: None };
        }
        let valid = bytes.utf8_chunks().next().map_or(0, |chunk| chunk.valid().len());
        // Chinese that was UTF-8 up to here is not GBK from here on.
        let gbk = bytes[..valid].is_ascii()
            && encoding_rs::GBK.decode_without_bom_handling_and_without_replacement(bytes).is_some();
        let span = (valid..valid + '\u{FFFD}'.len_utf8()).into();
        let undecodable = Diagnostic { span, other: None, about: None, code: Code::NotUtf8 { gbk } };
        Source { name, text: String::from_utf8_lossy(bytes), undecodable: Some(undecodable) }
    }
}
