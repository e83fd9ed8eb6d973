//! The text of a plan file, from its bytes.

use crate::model::diagnostic::{Code, Diagnostic};

/// The text of a plan file, and the name it goes by.
#[derive(Debug)]
pub struct Source {
    /// What the user calls it.
    pub name: String,
    pub text: String,
}

impl Source {
    /// Decodes the bytes of a plan file. Where they are not UTF-8, as they must be, the text is what can
    /// be shown of them, and the problem says where.
    pub fn decode(name: String, bytes: Vec<u8>) -> (Source, Option<Diagnostic<'static>>) {
        let error = match String::from_utf8(bytes) {
            Ok(text) => return (Source { name, text }, None),
            Err(error) => error,
        };
        let at = error.utf8_error().valid_up_to();
        let bytes = error.into_bytes();
        // Chinese that was UTF-8 up to here is not GBK from here on.
        let gbk = bytes[..at].is_ascii()
            && encoding_rs::GBK.decode_without_bom_handling_and_without_replacement(&bytes).is_some();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let span = (at..at + '\u{FFFD}'.len_utf8()).into();
        let problem = Diagnostic { span, other: None, about: None, code: Code::NotUtf8 { gbk } };
        (Source { name, text }, Some(problem))
    }
}
