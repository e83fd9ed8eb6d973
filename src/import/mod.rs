//! Documents of other programs: bytes in, a [`Document`] out. Nothing here knows what a plan is.

mod doc;
mod docx;
mod kind;
mod limits;
mod numbering;
mod ooxml;
mod sheet;
mod text;

use kind::Kind;
use limits::{MOST_TEXT, within};

use crate::outline::document::{Block, Document, Limit, Paragraph, Unreadable};

/// Reads the bytes of a document; the name tells only what the bytes leave open.
///
/// # Errors
/// Where the bytes are no document that is read: why, and what to do.
pub fn read(name: &str, bytes: &[u8]) -> Result<Document, Unreadable> {
    within(Limit::File, bytes.len())?;
    let document = match kind::kind(name, bytes)? {
        Kind::Word => docx::read(bytes),
        Kind::OldWord => doc::read(bytes),
        Kind::Workbook => sheet::xlsx::read(bytes),
        Kind::OldWorkbook => sheet::xls::read(bytes),
        Kind::Text => text::read(name, bytes),
    }?;
    let in_margins = document.margins.iter().map(length);
    if length_of_all(&document.blocks) + in_margins.sum::<usize>() > MOST_TEXT {
        return Err(Unreadable::TooLarge(Limit::Text));
    }
    Ok(document)
}

fn length_of_all(blocks: &[Block]) -> usize {
    let of = |block: &Block| match block {
        Block::Paragraph(paragraph) => length(paragraph),
        Block::Table(table) => {
            let cells = table.rows.iter().flat_map(|row| &row.cells);
            cells.map(|cell| length_of_all(&cell.blocks)).sum()
        }
    };
    blocks.iter().map(of).sum()
}

fn length(paragraph: &Paragraph) -> usize {
    paragraph.runs.iter().map(|run| run.text.len()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_text_than_any_plan_has_is_refused() {
        let of_length = |length: usize| read("plan.txt", "动".repeat(length / 3).as_bytes()).err();
        assert_eq!(of_length(MOST_TEXT), None);
        assert_eq!(of_length(MOST_TEXT + 3), Some(Unreadable::TooLarge(Limit::Text)));
    }
}
