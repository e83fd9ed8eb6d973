//! Tables pasted with a line a cell and nothing between the rows: the numbers of the rows tell how long one is.

use super::row::row;
use crate::import::text::lines::{Line, Taken};
use crate::outline::document::Row;

/// The names of the column that numbers the rows.
const NUMBERS: &[&str] = &["序号", "编号", "项次", "号", "No.", "No", "#"];

/// So many columns can stand under each other.
const COLUMNS: usize = 16;

/// Takes the table at the top of the lines, if there is one.
pub fn table<'l, 't>(lines: &'l [Line<'t>]) -> Taken<'l, 't, Vec<Row>> {
    let text = |at: usize| lines.get(at).map(|line| line.text.trim());
    text(0).filter(|text| NUMBERS.contains(text))?;
    let columns = (2..=COLUMNS).find(|at| text(*at) == Some("1"))?;
    let is_row = |nth: &usize| {
        let cells = nth * columns..(nth + 1) * columns;
        (*nth == 0 || text(cells.start).is_some_and(|text| text == nth.to_string()))
            && lines.get(cells).is_some_and(|cells| cells.iter().all(|cell| !cell.is_blank()))
    };
    let rows = (0..lines.len()).take_while(is_row).count();
    let end = rows * columns;
    let of_cells = |cells: &[Line]| row(cells[0].number, cells.iter().map(|cell| cell.text.trim()));
    (rows > 2).then(|| (lines[..end].chunks(columns).map(of_cells).collect(), &lines[end..]))
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
    fn a_row_that_lacks_a_cell_ends_the_table() {
        for text in ["序号\n事项\n期限\n1\n学习\n2\n讨论\n7月10日前\n", "序号\n事项\n期限\n1\n学习\n5月\n"]
        {
            assert_eq!(table(&lines(text).expect("it is short")), None, "{text}");
        }
    }
}
