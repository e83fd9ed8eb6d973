//! The parts of the text beside the main one: text boxes, notes, headers and footers (2.4.1).

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::blocks::{Blocks, TextBoxes};
use super::bytes::{Plc, place_at, u16_at};
use super::drawings;
use super::fib::{Fib, Part, Story};
use super::tables::holds_text;
use crate::outline::document::{Block, Paragraph, Place, Unreadable};

/// The size of an FTXBXS (2.9.101) and of a SPA (2.9.253).
const FTXBXS: usize = 22;
const SPA: usize = 26;

/// The texts before the headers of the first section part notes from the text (2.8.24, `PlcfHdd`).
const SEPARATORS: usize = 6;

/// Finds the text boxes, and the shapes that they belong to.
pub fn text_boxes(fib: &Fib, table: &[u8]) -> TextBoxes {
    let main = fib.story(Story::Main);
    let shapes = Plc::new(fib.part(table, Part::Shapes), SPA).items();
    let anchors: BTreeMap<usize, usize> = shapes
        .filter_map(|(cp, _, spa)| Some((place_at(spa, 0)?, cp)))
        .filter(|(_, cp)| main.contains(cp))
        .collect();
    let groups = drawings::groups(fib.part(table, Part::Drawings));
    let mut boxes = TextBoxes::new();
    let texts = box_texts(fib, table, Part::TextBoxes, Story::TextBoxes);
    for (shape, cps) in texts {
        let anchor = anchors.get(&shape).or_else(|| anchors.get(groups.get(&shape)?));
        boxes.entry(anchor.copied().unwrap_or(usize::MAX)).or_default().push(cps);
    }
    boxes
}

/// Returns the texts of text boxes, each with its shape (2.8.32, `PlcftxbxTxt`).
fn box_texts(fib: &Fib, table: &[u8], part: Part, story: Story) -> Vec<(usize, Range<usize>)> {
    let story = fib.story(story);
    let texts = Plc::new(fib.part(table, part), FTXBXS).items();
    let texts = texts.filter(|(_, _, ftxbxs)| u16_at(ftxbxs, 8) == Some(0));
    let texts =
        texts.filter_map(|(begin, end, ftxbxs)| Some((place_at(ftxbxs, 14)?, within(&story, begin, end)?)));
    texts.collect()
}

/// Reads footnotes, then endnotes.
pub fn notes(fib: &Fib, table: &[u8], blocks: &mut Blocks) -> Result<Vec<Block>, Unreadable> {
    let kinds = [(Part::FootnoteTexts, Story::Footnotes), (Part::EndnoteTexts, Story::Endnotes)];
    let mut notes = Vec::new();
    let mut number = 0;
    for (part, story) in kinds {
        let story = fib.story(story);
        for (begin, end, _) in Plc::new(fib.part(table, part), 0).items() {
            let Some(cps) = within(&story, begin, end) else { continue };
            number += 1;
            let mut note = blocks.read(cps, Some(&Place::Footnote(number)))?;
            note.retain(holds_text);
            // The number of the note stands before its text.
            if let Some(Block::Paragraph(first)) = note.first_mut()
                && let Some(run) = first.runs.first_mut()
            {
                run.text = run.text.trim_start().to_owned();
            }
            notes.append(&mut note);
        }
    }
    Ok(notes)
}

/// Reads headers and footers, each once: sections repeat them. Those of tables are taken out of their cells.
pub fn margins(fib: &Fib, table: &[u8], blocks: &mut Blocks) -> Result<Vec<Paragraph>, Unreadable> {
    let story = fib.story(Story::Headers);
    let headers = Plc::new(fib.part(table, Part::Headers), 0).items().skip(SEPARATORS);
    let headers = headers.filter_map(|(begin, end, _)| within(&story, begin, end));
    let boxes = box_texts(fib, table, Part::HeaderTextBoxes, Story::HeaderTextBoxes);
    let mut margins = Vec::new();
    for cps in headers.chain(boxes.into_iter().map(|(_, cps)| cps)) {
        flatten(blocks.read(cps, Some(&Place::Margin))?, &mut margins);
    }
    let mut known = BTreeSet::new();
    margins.retain(|paragraph: &Paragraph| {
        let text = paragraph.text();
        !text.trim().is_empty() && known.insert(text)
    });
    Ok(margins)
}

fn flatten(blocks: Vec<Block>, paragraphs: &mut Vec<Paragraph>) {
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => paragraphs.push(Paragraph { place: Place::Margin, ..paragraph }),
            Block::Table(table) => {
                let cells = table.rows.into_iter().flat_map(|row| row.cells);
                cells.for_each(|cell| flatten(cell.blocks, paragraphs));
            }
        }
    }
}

/// Returns the positions in the whole text of what lies in a part of it.
fn within(story: &Range<usize>, begin: usize, end: usize) -> Option<Range<usize>> {
    let at = |cp: usize| story.start.saturating_add(cp).min(story.end);
    (at(begin) < at(end)).then(|| at(begin)..at(end))
}
