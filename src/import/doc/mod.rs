//! A Word 97 to 2003 document, and one of WPS. Numbers in brackets are sections of [MS-DOC].

mod blocks;
mod bytes;
mod chp;
mod container;
mod drawings;
mod fib;
mod fields;
mod fkp;
mod lists;
mod pap;
mod pieces;
mod sprm;
mod stories;
mod styles;
mod tables;
mod tap;
#[cfg(test)]
mod tests;
mod text;

use blocks::Blocks;
use container::Container;
use fib::{Fib, Part, Story};
use fkp::Stretches;
use lists::Lists;
use pieces::Clx;
use styles::Styles;
use tables::holds_text;
use text::Text;

use crate::outline::document::{Document, Remark, Unreadable};

pub fn read(bytes: &[u8]) -> Result<Document, Unreadable> {
    let mut container = Container::open(bytes)?;
    let word = container.stream("WordDocument");
    let fib = Fib::read(&word)?;
    let (table, data) = (container.stream(fib.table_stream()), container.stream("Data"));
    let text = Text {
        word: &word,
        data: &data,
        clx: Clx::read(fib.part(&table, Part::Pieces)),
        characters: Stretches::of_characters(&word, fib.part(&table, Part::Characters)),
        paragraphs: Stretches::of_paragraphs(&word, fib.part(&table, Part::Paragraphs)),
        styles: Styles::read(fib.part(&table, Part::Styles), &data),
        marks_go_with_what_follows: fib.is_of_libre_office,
    };
    if text.clx.length() == 0 {
        return Err(Unreadable::Damaged("Clx".into()));
    }
    // The levels of the lists lie after the end that the file states.
    let lists = fib.place(Part::Lists).and_then(|(at, _)| table.get(at..)).unwrap_or_default();
    let lists = Lists::read(lists, fib.part(&table, Part::ListOverrides));
    document(&fib, &table, Blocks::new(&text, lists))
}

/// Puts the parts of the text together: text boxes after the paragraphs where they are anchored, notes at the end.
fn document(fib: &Fib, table: &[u8], mut blocks: Blocks) -> Result<Document, Unreadable> {
    blocks.anchored = stories::text_boxes(fib, table);
    let mut body = blocks.read(fib.story(Story::Main), None)?;
    body.extend(blocks.read_anchored(..)?);
    body.extend(stories::notes(fib, table, &mut blocks)?);
    if !body.iter().any(holds_text) {
        return Err(if blocks.pictures > 0 { Unreadable::OnlyPictures } else { Unreadable::Empty });
    }
    let margins = stories::margins(fib, table, &mut blocks)?;
    let remarks = match blocks.pictures {
        0 => Vec::new(),
        pictures => vec![Remark::Pictures(pictures)],
    };
    Ok(Document { blocks: body, margins, remarks })
}
