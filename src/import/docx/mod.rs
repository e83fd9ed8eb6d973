//! A Word document: ECMA-376, of which part 1 is meant where no other is named. Strict documents too, and whatever the
//! name of the file is.

mod fields;
mod numbering_definitions;
mod reader;
mod runs;
mod story;
mod styles;
mod table;
#[cfg(test)]
mod tests;

use std::collections::{HashMap, HashSet};

use numbering_definitions::NumberingDefinitions;
use reader::{Note, Reader, holds_text};
use styles::Styles;

use crate::import::ooxml::package::{Package, Related};
use crate::import::ooxml::xml::{Element, Tree};
use crate::outline::document::{Block, Document, Marks, Paragraph, Place, Remark, Unreadable};

/// # Errors
/// Unknown where the bytes are no package with a Word document; else why it is not read.
pub fn read(bytes: &[u8]) -> Result<Document, Unreadable> {
    let mut package = Package::open(bytes)?;
    let part = package.main()?;
    let kind = package.content_type(&part)?.unwrap_or_default();
    if !(kind.contains("wordprocessingml") || kind.contains("ms-word")) {
        return Err(Unreadable::Unknown);
    }
    let related = package.related(&part)?;
    let styles = first(&mut package, &related, "styles", Styles::read)?.unwrap_or_default();
    let definitions =
        first(&mut package, &related, "numbering", NumberingDefinitions::read)?.unwrap_or_default();
    let mut reader = Reader { styles, definitions, ..Reader::default() };
    let mut blocks = body(&mut package, &mut reader, &part)?;
    blocks.extend(notes(&mut package, &mut reader, &related)?);
    if !blocks.iter().any(holds_text) {
        return Err(if reader.pictures > 0 { Unreadable::OnlyPictures } else { Unreadable::Empty });
    }
    let remarks = if reader.pictures > 0 { vec![Remark::Pictures(reader.pictures)] } else { Vec::new() };
    let margins = margins(&mut package, &mut reader, &related)?;
    Ok(Document { blocks, margins, remarks })
}

/// Reads the body (17.2.2).
fn body(package: &mut Package, reader: &mut Reader, part: &str) -> Result<Vec<Block>, Unreadable> {
    let damaged = || Unreadable::Damaged(part.to_owned());
    let text = package.text(part)?.ok_or_else(damaged)?;
    let tree = Tree::read(part, &text)?;
    // Some programs write several bodies: all are read.
    tree.root().child("body").ok_or_else(damaged)?;
    reader.story(tree.root(), None, Marks::default())
}

/// Reads the notes that the text refers to, each once: footnotes, then endnotes (17.11).
fn notes(package: &mut Package, reader: &mut Reader, related: &[Related]) -> Result<Vec<Block>, Unreadable> {
    let mut referred = HashSet::new();
    let notes: Vec<Note> = std::mem::take(&mut reader.notes);
    let ids: Vec<&Note> = notes.iter().filter(|note| referred.insert(*note)).collect();
    let mut count = 0;
    let mut blocks = Vec::new();
    for kind in ["footnote", "endnote"] {
        let read = first(package, related, &format!("{kind}s"), |root| {
            let by_id = root.children().filter_map(|note| Some((note.attribute("id")?, note)));
            let by_id: HashMap<_, _> = by_id.collect();
            let of_kind = ids.iter().filter(|note| note.kind == kind);
            let found = of_kind.filter_map(|note| by_id.get(note.id.as_str()));
            found
                .map(|note| {
                    count += 1;
                    reader.story(*note, Some(&Place::Footnote(count)), Marks::default())
                })
                .collect::<Result<Vec<_>, _>>()
        })?;
        blocks.extend(read.transpose()?.into_iter().flatten().flatten());
    }
    Ok(blocks)
}

/// Reads headers and footers (17.10): what they say, each once.
fn margins(
    package: &mut Package,
    reader: &mut Reader,
    related: &[Related],
) -> Result<Vec<Paragraph>, Unreadable> {
    let mut said = HashSet::new();
    let mut margins = Vec::new();
    for margin in related.iter().filter(|it| ["header", "footer"].contains(&it.role.as_str())) {
        let blocks = package
            .root_of(&margin.part, |root| reader.story(root, Some(&Place::Margin), Marks::default()))?;
        let paragraphs = paragraphs(blocks.transpose()?.unwrap_or_default());
        margins.extend(
            paragraphs.into_iter().filter(|it| !it.text().trim().is_empty() && said.insert(it.text())),
        );
    }
    Ok(margins)
}

/// Reads the part that is this to the document; None where there is none.
fn first<T>(
    package: &mut Package,
    related: &[Related],
    role: &str,
    read: impl FnOnce(Element) -> T,
) -> Result<Option<T>, Unreadable> {
    match related.iter().find(|related| related.role == role) {
        Some(related) => package.root_of(&related.part, read),
        None => Ok(None),
    }
}

/// Returns all paragraphs, also those of tables, as of a margin.
fn paragraphs(blocks: Vec<Block>) -> Vec<Paragraph> {
    let of_block = |block| match block {
        Block::Paragraph(paragraph) => vec![Paragraph { place: Place::Margin, ..paragraph }],
        Block::Table(table) => {
            let cells = table.rows.into_iter().flat_map(|row| row.cells);
            cells.flat_map(|cell| paragraphs(cell.blocks)).collect()
        }
    };
    blocks.into_iter().flat_map(of_block).collect()
}
