//! Tables pasted with a line a cell and nothing between the rows: the numbers of the rows tell how long one is.

use std::iter;

use super::row::row;
use crate::import::text::lines::{Line, Taken};
use crate::outline::dates::is_time;
use crate::outline::document::Row;

/// The names of the column that numbers the rows.
const NUMBERS: &[&str] = &["序号", "编号", "项次", "号", "No.", "No", "#"];

/// So many columns can stand under each other.
const COLUMNS: usize = 16;

/// So many lines can a row have more than columns.
const MORE: usize = 3;

/// Takes the table at the top of the lines, if there is one.
pub fn table<'l, 't>(lines: &'l [Line<'t>]) -> Taken<'l, 't, Vec<Row>> {
    let text = |at: usize| lines.get(at).map(|line| line.text.trim());
    text(0).filter(|text| NUMBERS.contains(text))?;
    let columns = (2..=COLUMNS).find(|at| text(*at) == Some("1"))?;
    let mut rows = vec![&lines[..columns]];
    let mut at = columns;
    while let Some(length) = length(&lines[at..], columns, rows.len()) {
        rows.push(&lines[at..at + length]);
        at += length;
    }
    let whole: Vec<&[Line]> = rows[1..].iter().copied().filter(|row| row.len() == columns).collect();
    let read = rows[1..].iter().map_while(|lines| Some(row(lines[0].number, cells(lines, columns, &whole)?)));
    let head = row(lines[0].number, rows[0].iter().map(|cell| cell.text.trim()));
    let read: Vec<Row> = iter::once(head).chain(read).collect();
    let end = rows[..read.len()].iter().map(|row| row.len()).sum();
    (read.len() > 2 && !whole.is_empty()).then(|| (read, &lines[end..]))
}

/// How many lines the row with that number has: up to the next number, or a blank line behind a time.
fn length(lines: &[Line], columns: usize, number: usize) -> Option<usize> {
    let text = |at: usize| lines.get(at).map(|line| line.text.trim());
    text(0).filter(|text| *text == number.to_string())?;
    let is_end = |at: &usize| match text(*at) {
        Some("") => text(at - 1).is_some_and(is_time),
        next => next == Some(&(number + 1).to_string()),
    };
    let length = (columns..=columns + MORE).find(is_end).unwrap_or(columns);
    lines.get(..length).filter(|row| row.iter().all(|line| !line.is_blank())).map(<[Line]>::len)
}

/// The cells of a row, of which one can be of several lines: that with which the others stand as in the rows that have
/// a line a cell.
fn cells(lines: &[Line], columns: usize, whole: &[&[Line]]) -> Option<Vec<String>> {
    let in_column = |column: usize| whole.iter().map(move |row| row[column].text.trim());
    let says_when = |column: usize| in_column(column).filter(|text| is_time(text)).count() * 2 > whole.len();
    let joined = |long: usize| -> Vec<String> {
        let behind = lines.len() - columns + long + 1;
        let text = |lines: &[Line]| lines.iter().map(|line| line.text.trim()).collect::<Vec<_>>().join("\n");
        let alone = |lines: &[Line]| lines.iter().map(|line| line.text.trim().to_owned()).collect::<Vec<_>>();
        [alone(&lines[..long]), vec![text(&lines[long..behind])], alone(&lines[behind..])].concat()
    };
    let is_when = |cell: &str| cell.lines().all(is_time);
    let fits = |cells: &Vec<String>| {
        lines.len() == columns || (0..columns).all(|column| is_when(&cells[column]) == says_when(column))
    };
    let known = |cells: &Vec<String>| {
        let begins = |column: usize| cells[column].lines().next();
        (1..columns).filter(|column| in_column(*column).any(|text| begins(*column) == Some(text))).count()
    };
    (1..columns).map(joined).filter(fits).max_by_key(known)
}

#[cfg(test)]
mod tests {
    use super::super::row::texts;
    use super::*;
    use crate::import::text::lines::lines;

    #[test]
    fn the_numbers_of_the_rows_tell_how_many_cells_each_has() {
        let text = "序号\n事项\n期限\n1\n学习\n6月10前\n2\n讨论\n7月10日前\n末段\n";
        let lines = lines(text).expect("it is short");
        let (rows, rest) = table(&lines).expect("it is a table");
        assert_eq!(
            texts(&rows),
            [["序号", "事项", "期限"], ["1", "学习", "6月10前"], ["2", "讨论", "7月10日前"]]
        );
        assert_eq!(rest[0].text, "末段");
    }

    #[test]
    fn a_cell_of_several_lines_is_the_one_with_which_the_others_stand_in_their_columns() {
        let text = "序号\n任务\n科室\n期限\n1\n学习\n党委\n5月前\n2\n培训\n党委\n人事科\n6月\n3\n走访\n慰问\n党委\n7月前\n\n末段\n";
        let lines = lines(text).expect("it is short");
        let (rows, rest) = table(&lines).expect("it is a table");
        assert_eq!(
            texts(&rows)[2..],
            [["2", "培训", "党委\n人事科", "6月"], ["3", "走访\n慰问", "党委", "7月前"]]
        );
        assert_eq!(rest[1].text, "末段");
    }

    #[test]
    fn a_row_that_lacks_a_cell_ends_the_table() {
        for text in ["序号\n事项\n期限\n1\n学习\n2\n讨论\n7月10日前\n", "序号\n事项\n期限\n1\n学习\n5月\n"]
        {
            assert_eq!(table(&lines(text).expect("it is short")), None, "{text}");
        }
    }
}
