//! A table with separators: `.csv`, `.tsv`, and what spreadsheets copy.

use csv::{Reader, ReaderBuilder, StringRecord};

use super::tables::row;
use crate::import::limits::within;
use crate::outline::document::{Block, Document, Limit, Table, Unreadable};

const SEPARATORS: [u8; 3] = *b"\t;,";
/// How many records tell the separator.
const HEAD: usize = 50;

/// Returns what parts the cells, where the text is nothing but such a table.
pub fn separator(name: &str, text: &str) -> Option<u8> {
    let ends_with = |ending: &str| name.to_lowercase().ends_with(ending);
    if let Some(said) = said(text) {
        return Some(said);
    }
    let best = SEPARATORS.into_iter().map(|separator| (fit(text, separator), separator));
    let ((fit, of), separator) = best.reduce(|one, other| if other.0.0 > one.0.0 { other } else { one })?;
    if ends_with(".csv") || ends_with(".tsv") {
        return Some(if fit == 0 { b',' } else { separator });
    }
    // Without a name that says so, every record has to have the same cells; lines with tabs are tables of a text.
    (separator != b'\t' && fit > 2 && fit == of).then_some(separator)
}

pub fn read(text: &str, separator: u8) -> Result<Document, Unreadable> {
    let mut rows = Vec::new();
    let (mut cells, mut breaks) = (0, 0);
    let (mut line, mut counted) = (1, 0);
    let mut records = reader(text, separator);
    let mut record = StringRecord::new();
    while records.read_record(&mut record).unwrap_or(false) {
        cells += record.len();
        within(Limit::Cells, cells)?;
        breaks += record.iter().map(|text| text.matches('\n').count()).sum::<usize>();
        within(Limit::Blocks, breaks)?;
        let begin = record.position().map_or(counted, |position| start(text, position.byte()));
        line += text[counted..begin].matches('\n').count();
        counted = begin;
        let is_blank = record.iter().all(|text| text.trim().is_empty());
        if !is_blank && (line > 1 || said(text).is_none()) {
            rows.push(row(line, &record));
        }
    }
    let table = (!rows.is_empty()).then_some(Block::Table(Table { number: 1, sheet: None, rows }));
    Ok(Document { blocks: Vec::from_iter(table), ..Document::default() })
}

/// Returns where a record begins: the place that the reader gives may lie before the end of the line above it.
fn start(text: &str, place: u64) -> usize {
    let place = usize::try_from(place).unwrap_or(text.len()).min(text.len());
    let blanks = text.as_bytes()[place..].iter().take_while(|byte| b"\r\n".contains(byte)).count();
    place + blanks
}

/// The separator that a first line states, as spreadsheets understand it: `sep=;`.
fn said(text: &str) -> Option<u8> {
    let [separator] = text.lines().next()?.strip_prefix("sep=")?.as_bytes() else { return None };
    Some(*separator)
}

/// Returns how many of the first records have the same number of cells, and more than one, and how many were looked at.
fn fit(text: &str, separator: u8) -> (usize, usize) {
    let records = reader(text, separator).into_records().map_while(Result::ok).take(HEAD);
    let counts: Vec<usize> = records.map(|record| record.len()).collect();
    let times = |count: usize| counts.iter().filter(|other| **other == count).count();
    let best = counts.iter().filter(|count| **count > 1).map(|count| times(*count)).max();
    (best.unwrap_or(0), counts.len())
}

fn reader(text: &str, separator: u8) -> Reader<&[u8]> {
    let mut builder = ReaderBuilder::new();
    builder.delimiter(separator).has_headers(false).flexible(true).from_reader(text.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outline::document::{Cell, Place, Row};

    fn cells(name: &str, text: &str) -> Vec<(Place, Vec<String>)> {
        let separator = separator(name, text).expect("it is a table");
        let document = read(text, separator).expect("it is small");
        let [Block::Table(table)] = &document.blocks[..] else { panic!("it is one table: {document:?}") };
        let texts = |row: &Row| row.cells.iter().map(Cell::text).collect();
        table.rows.iter().map(|row| (row.place.clone(), texts(row))).collect()
    }

    #[test]
    fn the_separator_is_told_by_content() {
        let expected = [
            (Place::Line(1), vec!["事项".to_owned(), "期限".to_owned()]),
            (Place::Line(2), vec!["动员".to_owned(), "1,5".to_owned()]),
        ];
        for text in ["事项;期限\n动员;1,5\n", "事项\t期限\r\n动员\t1,5\r\n", "事项,期限\n动员,\"1,5\"\n"]
        {
            assert_eq!(cells("plan.CSV", text), expected, "{text}");
        }
        assert_eq!(
            cells("plan.csv", "sep=;\n动员;1,5\n"),
            [(Place::Line(2), vec!["动员".to_owned(), "1,5".to_owned()])]
        );
    }

    #[test]
    fn a_row_stands_at_the_line_where_it_begins() {
        let text = "a,b\n\n\"1.甲\n2.乙\",c\nd,e\n";
        let lines: Vec<Place> = cells("plan.csv", text).into_iter().map(|(place, _)| place).collect();
        assert_eq!(lines, [Place::Line(1), Place::Line(3), Place::Line(5)]);
        assert_eq!(cells("plan.csv", text)[1].1, ["1.甲\n2.乙", "c"]);
    }

    #[test]
    fn more_lines_in_cells_than_any_plan_has_are_refused() {
        let of_breaks = |count: usize| read(&format!("a,\"{}\"", "b\n".repeat(count)), b',').err();
        assert_eq!(of_breaks(Limit::Blocks.most()), None);
        assert_eq!(of_breaks(Limit::Blocks.most() + 1), Some(Unreadable::TooLarge(Limit::Blocks)));
    }

    #[test]
    fn a_table_without_a_name_is_told_from_sentences() {
        assert_eq!(separator("-", "a,b,c\n1,2,3\n4,5,6\n"), Some(b','));
        assert_eq!(separator("-", "First, we plan.\nThen, slowly, we work.\nDone.\n"), None);
        assert_eq!(separator("-", "a\tb\n1\t2\n3\t4\n"), None);
    }
}
