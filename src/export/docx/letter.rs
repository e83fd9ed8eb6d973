//! A bulletin as an office issues it: in Chinese by GB/T 9704-2012, in English as an ordinary letter.

use std::ptr;

use unicode_width::UnicodeWidthStr;

use super::super::piece::Piece;
use super::package::{Document, package};
use super::paragraph::{page_number, pasted};
use crate::messages::{Language, Messages};

/// A4 with a type area of 156 × 225 mm, 37 mm from the top and 28 mm from the left (7.1); 22 lines of 28 characters
/// (5.2.3): they are set 0.2 points closer than their size. A grid of characters would say the same, but programs that
/// know none of it, or fonts that are a little wider, break it.
const PAGE: &str = r#"<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1468" w:bottom="1985" w:left="1588" w:header="851" w:footer="1361" w:gutter="0"/><w:docGrid w:type="lines" w:linePitch="579"/>"#;
const STYLES: &str = include_str!("letter.xml");
const ENGLISH_PAGE: &str = r#"<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1418" w:bottom="1418" w:left="1418" w:header="709" w:footer="709" w:gutter="0"/>"#;
const ENGLISH_STYLES: &str = include_str!("letter-en.xml");

/// Writes a bulletin.
pub(in crate::export) fn letter(pieces: &[Piece], messages: &dyn Messages) -> Vec<u8> {
    let body = pieces.iter().map(|piece| written(piece, pieces, messages)).collect();
    let chinese = messages.language() == Language::Zh;
    let document = if chinese {
        // 14 points, a dash on each side, one character from the outer edge (7.5).
        let foot = |more: &str| page_number("Footer", more, ["— ", " —"]);
        let odd = foot(r#"<w:ind w:rightChars="100" w:right="280"/><w:jc w:val="right"/>"#);
        let even = foot(r#"<w:ind w:leftChars="100" w:left="280"/><w:jc w:val="left"/>"#);
        Document { styles: STYLES, body, page: PAGE, feet: [odd, even] }
    } else {
        let foot = page_number("Footer", r#"<w:jc w:val="center"/>"#, ["", ""]);
        Document { styles: ENGLISH_STYLES, body, page: ENGLISH_PAGE, feet: [foot.clone(), foot] }
    };
    package(&document)
}

fn written(piece: &Piece, pieces: &[Piece], messages: &dyn Messages) -> String {
    let empty = || pasted("Normal", "", "");
    match piece {
        Piece::Title(text) if pieces.first().is_some_and(|first| ptr::eq(first, piece)) => {
            pasted("Title", "", text)
        }
        Piece::Title(text) => empty() + &pasted("Title", "", text),
        Piece::Subtitle(text) => pasted("Subtitle", "", text),
        Piece::Addressee(text) => empty() + &pasted("Addressee", "", text),
        Piece::Lone(text) if pieces.iter().any(|piece| matches!(piece, Piece::Addressee(_))) => {
            pasted("Normal", "", text)
        }
        Piece::Lone(text) => empty() + &pasted("Normal", "", text),
        Piece::Heading(text) => pasted("Heading1", "", text),
        Piece::Paragraph(text) => pasted("Normal", "", text),
        Piece::Item(at, text) => pasted("Normal", "", &format!("{}{text}", messages.bullet(*at))),
        Piece::Signature(text) => {
            let date =
                pieces.iter().find_map(|piece| if let Piece::Date(date) = piece { Some(date) } else { None });
            let [signature, _] = from_the_right(text, date.map_or("", String::as_str));
            empty() + &pasted("Signature", &indent(signature), text)
        }
        Piece::Date(text) => {
            let signature = pieces
                .iter()
                .find_map(|piece| if let Piece::Signature(name) = piece { Some(name) } else { None });
            let [_, date] = from_the_right(signature.map_or("", String::as_str), text);
            let gap = if signature.is_some() { String::new() } else { empty() };
            gap + &pasted("Signature", &indent(date), text)
        }
    }
}

/// Returns how far from the right edge the signature and the date end, in hundredths of a character: the signature two
/// characters, and the date begins two characters to the right of it; where that is the longer one, it is the other
/// way round (7.3.5.2).
fn from_the_right(signature: &str, date: &str) -> [usize; 2] {
    let width = |text: &str| text.width() * 50;
    let (signature, date) = (width(signature), width(date));
    if signature == 0 || date >= signature {
        [200 + 200 + date.saturating_sub(signature), 200]
    } else {
        [200, signature - date]
    }
}

fn indent(hundredths: usize) -> String {
    // The second is for readers that know no characters: a character is 16 points.
    format!(r#"<w:ind w:rightChars="{hundredths}" w:right="{}"/>"#, hundredths * 316 / 100)
}
