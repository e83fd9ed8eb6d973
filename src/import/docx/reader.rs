//! What is kept from one paragraph of a document to the next.

use super::fields::Fields;
use super::numbering_definitions::NumberingDefinitions;
use super::styles::Styles;
use crate::import::limits::within;
use crate::import::ooxml::xml::Element;
use crate::outline::document::{Block, Limit, Place, Unreadable};

/// Reads one story after another, and counts on from one to the next.
#[derive(Default)]
pub struct Reader {
    pub styles: Styles,
    pub definitions: NumberingDefinitions,
    pub fields: Fields,
    /// The notes that the text refers to, in its order.
    pub notes: Vec<Note>,
    pub pictures: usize,
    pub tables: usize,
    pub cells: usize,
    /// How many tables are open.
    pub depth: usize,
    pub boxes: usize,
    pub blocks: usize,
    pub paragraphs: usize,
}

/// A note that is referred to (17.11).
#[derive(Debug, PartialEq, Eq, Hash)]
pub struct Note {
    /// `footnote` or `endnote`.
    pub kind: String,
    pub id: String,
}

impl Note {
    pub fn referred_to(reference: Element) -> Option<Note> {
        let kind = reference.word().strip_suffix("Reference")?.to_owned();
        Some(Note { kind, id: reference.attribute("id")?.into_owned() })
    }
}

impl Reader {
    /// Returns the place of one more paragraph: None is in the text, where they are counted.
    pub fn place(&mut self, place: Option<&Place>) -> Place {
        place.cloned().unwrap_or_else(|| {
            self.paragraphs += 1;
            Place::Paragraph(self.paragraphs)
        })
    }

    /// Counts one more paragraph, table or row.
    ///
    /// # Errors
    /// Where there are more than any plan has.
    pub fn count_block(&mut self) -> Result<(), Unreadable> {
        self.blocks += 1;
        within(Limit::Blocks, self.blocks)
    }
}

/// Returns whether anything but blanks stands in a block.
pub fn holds_text(block: &Block) -> bool {
    match block {
        Block::Paragraph(paragraph) => paragraph.runs.iter().any(|run| !run.text.trim().is_empty()),
        Block::Table(table) => {
            table.rows.iter().flat_map(|row| &row.cells).any(|cell| cell.blocks.iter().any(holds_text))
        }
    }
}
