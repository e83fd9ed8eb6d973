//! The rows of the tables in a text.

use crate::outline::document::{Block, Cell, Marks, Paragraph, Place, Row, Run};

/// Makes a row of texts, of which each line is a paragraph.
pub fn row<T: AsRef<str>>(line: usize, texts: impl IntoIterator<Item = T>) -> Row {
    row_of(line, texts, |text| vec![Run { text: text.to_owned(), marks: Marks::default() }])
}

/// Makes a row whose texts are read further.
pub fn row_of<T: AsRef<str>>(
    line: usize,
    texts: impl IntoIterator<Item = T>,
    runs: impl Fn(&str) -> Vec<Run>,
) -> Row {
    let place = Place::Line(line);
    let paragraph = |text: &str| {
        let plain = Paragraph::plain(place.clone(), "");
        Block::Paragraph(Paragraph { runs: runs(text), ..plain })
    };
    let blocks =
        |text: &str| text.lines().map(str::trim).filter(|line| !line.is_empty()).map(paragraph).collect();
    let cell = |(column, text): (usize, T)| Cell {
        column,
        columns: 1,
        rows: 1,
        blocks: blocks(text.as_ref()),
        day: None,
    };
    let cells = texts.into_iter().enumerate().map(cell).collect();
    Row { place: place.clone(), cells, marks: Marks::default() }
}

#[cfg(test)]
pub fn texts(rows: &[Row]) -> Vec<Vec<String>> {
    rows.iter().map(|row| row.cells.iter().map(Cell::text).collect()).collect()
}
