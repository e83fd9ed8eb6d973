//! The texts of cells.

use crate::import::ooxml::xml::Element;
use crate::outline::document::{Marks, Run};

/// Reads a text, of which parts can be struck out (18.4.8, `si`, and 18.3.1.53, `is`); how it is spoken is left out.
pub fn runs(text: Element) -> Vec<Run> {
    let mut runs = Vec::new();
    for part in text.children() {
        match part.name() {
            "t" => runs.push(Run { text: unescaped(&part.text()), marks: Marks::default() }),
            "r" => runs.extend(run(part)),
            _ => {}
        }
    }
    runs
}

fn run(run: Element) -> Option<Run> {
    let text = run.named("t")?.text();
    let struck = run.named("rPr").is_some_and(is_struck);
    Some(Run { text: unescaped(&text), marks: Marks { struck, ..Marks::default() } })
}

/// Whether a font strikes out (18.4.10).
pub fn is_struck(font: Element) -> bool {
    font.named("strike")
        .is_some_and(|strike| !matches!(strike.attribute("val").as_deref(), Some("0" | "false")))
}

/// Replaces what stands for characters that XML does not allow: `_x000D_` (22.9.2.19).
pub fn unescaped(text: &str) -> String {
    let mut shown = String::new();
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let (before, from) = rest.split_at(at);
        let digits = from.get(2..6).filter(|_| from.get(6..7) == Some("_"));
        let character =
            digits.and_then(|digits| u32::from_str_radix(digits, 16).ok()).and_then(char::from_u32);
        let length = if character.is_some() { 7 } else { 2 };
        shown.push_str(before);
        match character {
            Some(character) => shown.push(character),
            None => shown.push_str("_x"),
        }
        rest = &from[length..];
    }
    shown + rest
}
