//! Tables pasted with one cell a line: each begins with a tab, and a blank line ends a row.

use super::row::row;
use crate::import::text::lines::{Line, Taken};
use crate::outline::document::Row;

/// How far a table is looked for, in lines.
const HEAD: usize = 200;

/// Takes the table at the top of the lines, if there is one.
pub fn table<'l, 't>(lines: &'l [Line<'t>]) -> Taken<'l, 't, Vec<Row>> {
    let columns = columns(lines)?;
    let mut rows: Vec<(usize, Vec<String>)> = Vec::new();
    let mut after_blank = true;
    let mut end = lines.len();
    for (at, line) in lines.iter().enumerate() {
        let last = rows.last_mut().map(|(_, cells)| cells);
        let text = line.text.trim().to_owned();
        match last {
            _ if !is_cell(line) && line.is_blank() => {
                after_blank = true;
                continue;
            }
            Some(cells) if is_cell(line) && !after_blank && cells.len() < columns => cells.push(text),
            _ if is_cell(line) => rows.push((line.number, vec![text])),
            // The line goes on with the cell above it, after a blank line only where the row is not full.
            Some(cells) if !after_blank || cells.len() < columns => {
                let cell = cells.last_mut()?;
                cell.push('\n');
                cell.push_str(&text);
            }
            _ => {
                end = at;
                break;
            }
        }
        after_blank = false;
    }
    Some((rows.into_iter().map(|(line, cells)| row(line, cells)).collect(), &lines[end..]))
}

/// Returns how many cells most rows at the top have; None where nothing is repeated.
fn columns(lines: &[Line]) -> Option<usize> {
    lines.first().filter(|line| is_cell(line))?;
    let head = &lines[..lines.len().min(HEAD)];
    let parts = head.split(|line| !is_cell(line) && line.is_blank()).filter(|part| !part.is_empty());
    let parts = parts.take_while(|part| is_cell(&part[0]));
    let counts: Vec<usize> = parts.map(|part| part.iter().filter(|line| is_cell(line)).count()).collect();
    let times = |count: &usize| counts.iter().filter(|other| *other == count).count();
    counts
        .iter()
        .copied()
        .filter(|count| *count > 1 && times(count) > 1)
        .max_by_key(|count| (times(count), *count))
}

/// Whether a cell begins here; a lone tab is an empty one.
fn is_cell(line: &Line) -> bool {
    line.text.strip_prefix('\t').is_some_and(|text| !text.contains('\t'))
}

#[cfg(test)]
mod tests {
    use super::super::row::texts;
    use super::*;
    use crate::import::text::lines::lines;
    use crate::outline::document::Place;

    #[test]
    fn a_cell_goes_on_over_lines_and_a_lone_tab_is_an_empty_one() {
        let text = "\t\n\t事项\n\t期限\n\n\t学习\n\t1.甲\n2.乙\n\t6月10前\n\n\t\n\t丙\n\n丁\n\t7月10日前\n\n\n末段\n";
        let lines = lines(text).expect("it is short");
        let (rows, rest) = table(&lines).expect("it is a table");
        assert_eq!(
            texts(&rows),
            [["", "事项", "期限"], ["学习", "1.甲\n2.乙", "6月10前"], ["", "丙\n丁", "7月10日前"]]
        );
        assert_eq!(rows.iter().map(|row| row.place.clone()).collect::<Vec<_>>(), [1, 5, 10].map(Place::Line));
        assert_eq!(rest[0].text, "末段");
    }

    #[test]
    fn paragraphs_that_a_tab_sets_in_are_no_table() {
        for text in ["\t甲\n\n\t乙\n\n\t丙\n", "\t甲\n\t乙\n\n一、\n\t丙\n\t丁\n"] {
            assert_eq!(table(&lines(text).expect("it is short")), None, "{text}");
        }
    }
}
