//! Tables pasted with tabs: a line a row.

use super::row::row;
use crate::import::text::lines::{Line, Taken};
use crate::outline::document::Row;

/// Takes the table at the top of the lines, if there is one.
pub fn table<'l, 't>(lines: &'l [Line<'t>]) -> Taken<'l, 't, Vec<Row>> {
    let end = lines.iter().position(|line| !has_columns(line)).unwrap_or(lines.len());
    let (rows, after) = lines.split_at(end);
    let has_cells = |split: fn(&str) -> Vec<&str>| {
        let mut counts = rows.iter().map(|line| split(line.text).len());
        let first = counts.next();
        counts.all(|count| Some(count) == first)
    };
    // Where tabs only line up what was typed, several in a row part two cells.
    let split = if !has_cells(apart) && has_cells(lined_up) { lined_up } else { apart };
    (end > 1).then(|| (rows.iter().map(|line| row(line.number, split(line.text))).collect(), after))
}

/// Whether there is a tab between two texts.
fn has_columns(line: &Line) -> bool {
    line.text.trim().contains('\t')
}

fn apart(line: &str) -> Vec<&str> {
    line.split('\t').collect()
}

fn lined_up(line: &str) -> Vec<&str> {
    line.split('\t').filter(|text| !text.trim().is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::super::row::texts;
    use super::*;
    use crate::import::text::lines::lines;

    fn read(text: &str) -> Option<Vec<Vec<String>>> {
        table(&lines(text).expect("it is short")).map(|(rows, _)| texts(&rows))
    }

    #[test]
    fn a_tab_parts_two_cells_and_several_do_where_they_only_line_up() {
        let expected =
            [["学习", "动员", "5月"], ["", "报告会", "6月"]].map(|row| row.map(str::to_owned).to_vec());
        assert_eq!(read("学习\t动员\t5月\n\t报告会\t6月\n"), Some(expected.to_vec()));
        let expected = [["动员部署", "5月"], ["会", "6月"]].map(|row| row.map(str::to_owned).to_vec());
        assert_eq!(read("动员部署\t5月\n会\t\t6月\n"), Some(expected.to_vec()));
    }

    #[test]
    fn one_line_with_a_tab_is_no_table() {
        assert_eq!(read("局长：\t5月10日\n以上。\n"), None);
        assert_eq!(read("\t动员\n\t部署\n"), None);
    }
}
