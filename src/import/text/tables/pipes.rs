//! Tables drawn with bars: Markdown's, and those with lines around every cell.

use super::row::row_of;
use crate::import::text::lines::{Line, Taken};
use crate::outline::document::{Row, Run};

/// Takes the table at the top of the lines, if there is one.
pub fn table<'l, 't>(lines: &'l [Line<'t>], runs: impl Fn(&str) -> Vec<Run>) -> Taken<'l, 't, Vec<Row>> {
    let end = lines.iter().position(|line| !is_drawn(line)).unwrap_or(lines.len());
    let (drawn, after) = lines.split_at(end);
    let mut parts: Vec<&[Line]> = drawn.split(|line| is_rule(line)).filter(|part| !part.is_empty()).collect();
    // Lines between every two rows make a row of several lines; a single one stands under the head.
    let is_ruled = parts.len() > 2;
    if !is_ruled {
        parts = drawn.chunks(1).filter(|part| !is_rule(&part[0])).collect();
    }
    let is_table = end > 1 && parts.first().is_some_and(|part| cells(part[0].text).len() > 1);
    is_table
        .then(|| (parts.into_iter().map(|part| row_of(part[0].number, joined(part), &runs)).collect(), after))
}

/// Whether the line is drawn: the one under the head of a Markdown table, or one around cells.
pub fn is_rule(line: &Line) -> bool {
    let text = line.text.trim();
    text.contains(is_bar_or_corner)
        && text.contains(['-', '─', '━', '='])
        && text.chars().all(|c| is_bar_or_corner(c) || " :-=─━".contains(c))
}

fn is_drawn(line: &Line) -> bool {
    line.text.contains(is_bar) || is_rule(line)
}

fn is_bar(character: char) -> bool {
    ['|', '│', '┃'].contains(&character)
}

fn is_bar_or_corner(character: char) -> bool {
    is_bar(character) || "+┌┬┐├┼┤└┴┘┏┳┓┣╋┫┗┻┛┠┨".contains(character)
}

/// Joins the lines of a row cell by cell.
fn joined(lines: &[Line]) -> Vec<String> {
    let mut row: Vec<String> = Vec::new();
    for line in lines {
        for (at, text) in cells(line.text).into_iter().enumerate() {
            match row.get_mut(at) {
                Some(cell) => cell.extend(["\n", &text]),
                None => row.push(text),
            }
        }
    }
    row
}

/// Parts a line at its bars; a bar behind a backslash is text.
fn cells(line: &str) -> Vec<String> {
    let line = line.trim();
    let line = line.strip_prefix(is_bar).unwrap_or(line);
    let mut cells = vec![String::new()];
    let mut characters = line.chars().peekable();
    while let Some(character) = characters.next() {
        if is_bar(character) {
            cells.push(String::new());
            continue;
        }
        let is_escape = character == '\\' && characters.peek().copied().is_some_and(is_bar);
        let text = if is_escape { characters.next() } else { None }.unwrap_or(character);
        cells.last_mut().expect("there is one").push(text);
    }
    cells.pop_if(|last| last.trim().is_empty() && line.ends_with(is_bar));
    cells
}

#[cfg(test)]
mod tests {
    use super::super::row::texts;
    use super::*;
    use crate::import::text::lines::lines;
    use crate::outline::document::Marks;

    fn read(text: &str) -> Option<Vec<Vec<String>>> {
        let runs = |text: &str| vec![Run { text: text.to_owned(), marks: Marks::default() }];
        table(&lines(text).expect("it is short"), runs).map(|(rows, _)| texts(&rows))
    }

    #[test]
    fn the_line_under_the_head_is_no_row() {
        let expected =
            [["事项", "期限"], ["甲|乙", ""], ["丙", "5月"]].map(|row| row.map(str::to_owned).to_vec());
        assert_eq!(
            read("| 事项 | 期限 |\n|---|:--:|\n| 甲\\|乙 |  |\n| 丙 | 5月 |\n\n下文"),
            Some(expected.to_vec())
        );
        assert_eq!(read("事项 | 期限\n--- | ---\n甲\\|乙 | |\n丙 | 5月\n"), Some(expected.to_vec()));
    }

    #[test]
    fn lines_between_all_rows_make_rows_of_several_lines() {
        let expected = [["事项", "期限"], ["动员\n部署", "5月"], ["会", "6月"]]
            .map(|row| row.map(str::to_owned).to_vec());
        assert_eq!(
            read(
                "┌────┬────┐\n│事项│期限│\n├────┼────┤\n│动员│5月 │\n│部署│    │\n├────┼────┤\n│会  │6月 │\n└────┴────┘\n"
            ),
            Some(expected.to_vec())
        );
    }

    #[test]
    fn a_bar_in_a_sentence_draws_no_table() {
        assert_eq!(read("甲|乙\n其他\n"), None);
    }
}
