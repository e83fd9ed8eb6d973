//! Bytes to text, and how they were taken to be encoded.

use std::borrow::Cow;

use encoding_rs::{Encoding, GB18030, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::outline::document::{Remark, Unreadable};

/// Decodes a text. What says how it is encoded, and UTF-8, is taken without a remark.
pub fn decode(bytes: &[u8]) -> Result<(Cow<'_, str>, Option<Remark>), Unreadable> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let text = encoding.decode_without_bom_handling_and_without_replacement(&bytes[mark..]);
        return Ok((text.ok_or_else(|| Unreadable::Damaged(encoding.name().to_owned()))?, None));
    }
    if let Ok(text) = simdutf8::basic::from_utf8(bytes)
        && is_text(text)
    {
        return Ok((Cow::Borrowed(text), None));
    }
    let encoding = guessed(bytes);
    let text =
        encoding.decode_without_bom_handling_and_without_replacement(bytes).filter(|text| is_text(text));
    let remark = Remark::Encoding(if encoding == GB18030 { "GB18030" } else { encoding.name() });
    Ok((text.ok_or(Unreadable::Unknown)?, Some(remark)))
}

/// Returns how a text is most likely encoded that does not say so and is not UTF-8.
fn guessed(bytes: &[u8]) -> &'static Encoding {
    if bytes.len().is_multiple_of(2) && bytes.contains(&0) {
        let ascii =
            |high: usize| bytes.chunks_exact(2).filter(|unit| unit[high] == 0 && unit[1 - high] != 0).count();
        return if ascii(1) >= ascii(0) { UTF_16LE } else { UTF_16BE };
    }
    // A Chinese character is two bytes, in GB2312 both above ASCII; an accent in a western text stands alone.
    let is_high = |byte: &u8| !byte.is_ascii();
    let high = bytes.iter().filter(|byte| is_high(byte)).count();
    let in_pairs = bytes.chunk_by(|one, next| is_high(one) == is_high(next));
    let paired: usize = in_pairs.filter(|run| run.len() > 1 && is_high(&run[0])).map(<[u8]>::len).sum();
    if paired * 2 < high { WINDOWS_1252 } else { GB18030 }
}

/// Whether it can be what somebody wrote: a few control characters are left by programs, NUL by none.
fn is_text(text: &str) -> bool {
    let bytes = text.as_bytes();
    let is_control = |byte: &&u8| **byte < b' ' && !b"\t\n\r\x0B\x0C".contains(byte);
    !bytes.contains(&0) && bytes.iter().filter(is_control).count() * 50 <= bytes.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "一、动员部署\r\n5月10日前完成。";

    fn decoded(bytes: &[u8]) -> (String, Option<Remark>) {
        let (text, remark) = decode(bytes).expect("it is a text");
        (text.into_owned(), remark)
    }

    fn utf_16(text: &str, bytes_of: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes_of).collect()
    }

    #[test]
    fn text_that_says_how_it_is_encoded_has_no_remark() {
        let marked = format!("\u{FEFF}{TEXT}");
        assert_eq!(decoded(TEXT.as_bytes()), (TEXT.to_owned(), None));
        assert_eq!(decoded(marked.as_bytes()), (TEXT.to_owned(), None));
        assert_eq!(decoded(&utf_16(&marked, u16::to_le_bytes)), (TEXT.to_owned(), None));
        assert_eq!(decoded(&utf_16(&marked, u16::to_be_bytes)), (TEXT.to_owned(), None));
    }

    #[test]
    fn what_was_assumed_is_said() {
        let said = |name| (TEXT.to_owned(), Some(Remark::Encoding(name)));
        assert_eq!(decoded(&GB18030.encode(TEXT).0), said("GB18030"));
        assert_eq!(decoded(&utf_16(TEXT, u16::to_le_bytes)), said("UTF-16LE"));
        assert_eq!(decoded(&utf_16(TEXT, u16::to_be_bytes)), said("UTF-16BE"));
    }

    #[test]
    fn an_accent_in_a_western_text_is_no_chinese_character() {
        let said = ("Réunion na\u{EF}ve".to_owned(), Some(Remark::Encoding("windows-1252")));
        assert_eq!(decoded(b"R\xE9union na\xEFve"), said);
    }

    #[test]
    fn bytes_that_nobody_wrote_are_no_text() {
        assert_eq!(decode(b"\x7FELF\x02\x01\x01\0\0\0\0"), Err(Unreadable::Unknown));
        assert_eq!(decode(&[0xFF; 9]), Err(Unreadable::Unknown));
        assert_eq!(decode(b"\xEF\xBB\xBFab\xFF"), Err(Unreadable::Damaged("UTF-8".to_owned())));
    }
}
