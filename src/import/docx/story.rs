//! Stories: the text, notes, boxes, headers and footers (ECMA-376 part 1, 17.2 and 17.3.1).

use super::reader::Reader;
use super::runs::Content;
use super::styles::NumberProperties;
use crate::import::ooxml::xml::Element;
use crate::outline::document::{Block, Marks, Paragraph, Place, Unreadable};

impl Reader {
    /// Reads a story of its own, into which no field of another reaches.
    ///
    /// # Errors
    /// Where it is larger than any plan.
    pub fn story(
        &mut self,
        parent: Element,
        place: Option<&Place>,
        marks: Marks,
    ) -> Result<Vec<Block>, Unreadable> {
        let outer = std::mem::take(&mut self.fields);
        let blocks = self.blocks(parent, place, marks);
        self.fields = outer;
        blocks
    }

    /// Reads what stands in an element, at that place; None: in the text itself, where paragraphs are counted.
    ///
    /// # Errors
    /// Where it is larger than any plan.
    pub fn blocks(
        &mut self,
        parent: Element,
        place: Option<&Place>,
        marks: Marks,
    ) -> Result<Vec<Block>, Unreadable> {
        let mut blocks = Vec::new();
        let mut content = Content::default();
        // The properties of a paragraph whose mark was deleted: it goes on in the next one.
        let mut joined = None;
        for element in parent.nearest(&["p", "tbl"]) {
            let properties = element.child("pPr");
            if element.word() == "tbl" {
                if let Some(properties) = joined.take() {
                    self.end_paragraph(properties, std::mem::take(&mut content), place, &mut blocks)?;
                }
                blocks.push(Block::Table(self.table(element, marks)?));
                continue;
            }
            self.add_inline(element, marks, self.styles.look_of_paragraph(properties), &mut content);
            self.fields.end_paragraph();
            if has_deleted_mark(properties) {
                joined = Some(properties);
            } else {
                joined = None;
                self.end_paragraph(properties, std::mem::take(&mut content), place, &mut blocks)?;
            }
        }
        if let Some(properties) = joined {
            self.end_paragraph(properties, content, place, &mut blocks)?;
        }
        Ok(blocks)
    }

    /// Ends a paragraph with the properties of its mark; its text boxes follow it.
    fn end_paragraph(
        &mut self,
        properties: Option<Element>,
        content: Content,
        place: Option<&Place>,
        blocks: &mut Vec<Block>,
    ) -> Result<(), Unreadable> {
        if !(content.runs.is_empty() && self.has_hidden_mark(properties)) {
            self.blocks += content.runs.iter().map(|run| run.text.matches('\n').count()).sum::<usize>();
            self.count_block()?;
            // What is only the end of a section (17.6.18) is no item of a list.
            let ends_section = properties.is_some_and(|properties| properties.child("sectPr").is_some());
            let number =
                if ends_section && content.runs.is_empty() { String::new() } else { self.number(properties) };
            blocks.push(Block::Paragraph(Paragraph {
                place: self.place(place),
                number,
                level: self.styles.heading(properties),
                is_contents: content.is_contents || self.styles.is_contents(properties),
                runs: content.runs,
            }));
        }
        for (element, marks) in content.boxes {
            self.boxes += 1;
            blocks.extend(self.story(element, Some(&Place::TextBox(self.boxes)), marks)?);
        }
        Ok(())
    }

    fn number(&mut self, properties: Option<Element>) -> String {
        self.definitions.next(NumberProperties::read(properties), &self.styles.of_paragraph(properties))
    }

    fn has_hidden_mark(&self, properties: Option<Element>) -> bool {
        let of_mark = properties.and_then(|properties| properties.child("rPr"));
        self.styles.look(self.styles.look_of_paragraph(properties), of_mark).hidden == Some(true)
    }
}

/// Returns whether the mark of a paragraph was deleted or moved away (17.13.5.15, 17.13.5.21).
fn has_deleted_mark(properties: Option<Element>) -> bool {
    let of_mark = properties.and_then(|properties| properties.child("rPr"));
    of_mark.is_some_and(|mark| mark.child("del").or_else(|| mark.child("moveFrom")).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::ooxml::xml::Tree;
    use crate::outline::document::Limit;

    const TABLE: &str = "<a xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>\
                         <w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl></a>";

    const BREAK: &str = "<a xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>\
                         <w:p><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t></w:r></w:p></a>";

    fn read(reader: Reader) -> Option<Unreadable> {
        read_of(TABLE, reader)
    }

    fn read_of(text: &str, mut reader: Reader) -> Option<Unreadable> {
        let tree = Tree::read("a", text).expect("it is sound");
        reader.blocks(tree.root(), None, Marks::default()).err()
    }

    #[test]
    fn more_paragraphs_tables_and_rows_than_any_plan_has_are_refused() {
        assert_eq!(read(Reader { blocks: Limit::Blocks.most() - 3, ..Reader::default() }), None);
        let error = read(Reader { blocks: Limit::Blocks.most() - 2, ..Reader::default() });
        assert_eq!(error, Some(Unreadable::TooLarge(Limit::Blocks)));
    }

    #[test]
    fn a_line_of_a_paragraph_counts_as_one() {
        assert_eq!(read_of(BREAK, Reader { blocks: Limit::Blocks.most() - 2, ..Reader::default() }), None);
        let error = read_of(BREAK, Reader { blocks: Limit::Blocks.most() - 1, ..Reader::default() });
        assert_eq!(error, Some(Unreadable::TooLarge(Limit::Blocks)));
    }

    #[test]
    fn more_cells_than_any_plan_has_are_refused() {
        assert_eq!(read(Reader { cells: Limit::Cells.most() - 1, ..Reader::default() }), None);
        let error = read(Reader { cells: Limit::Cells.most(), ..Reader::default() });
        assert_eq!(error, Some(Unreadable::TooLarge(Limit::Cells)));
    }
}
