//! Tables whose columns stand right under each other, parted by blanks, as `pdftotext -layout` writes them.

use unicode_width::UnicodeWidthChar;

use super::row::row;
use crate::import::text::lines::{Line, Taken};
use crate::outline::document::Row;

/// How wide a character is: in cells of a terminal, as people line up texts, or each the same.
type Width = fn(char) -> usize;

/// Takes the table at the top of the lines, if there is one.
pub fn table<'l, 't>(lines: &'l [Line<'t>]) -> Taken<'l, 't, Vec<Row>> {
    let widths: [Width; 2] = [|character| character.width().unwrap_or(0), |_| 1];
    widths.into_iter().find_map(|width| aligned(lines, width))
}

/// Takes a table under the columns of its first line; a line whose texts begin elsewhere is none of it.
fn aligned<'l, 't>(lines: &'l [Line<'t>], width: Width) -> Taken<'l, 't, Vec<Row>> {
    let (head, after) = lines.split_first()?;
    let starts = starts(head.text, width)?;
    let mut rows = vec![(head.number, cells(head.text, &starts, width)?)];
    // Where blank lines part the rows, a line right under another goes on with its cells.
    let is_apart = after.first().is_some_and(Line::is_blank);
    let mut rest = after;
    let mut follows_blank = false;
    while let [line, after @ ..] = rest {
        if line.is_blank() {
            let next = after.iter().find(|line| !line.is_blank());
            if next.and_then(|next| cells(next.text, &starts, width)).is_none_or(|cells| !is_row(&cells)) {
                break;
            }
            follows_blank = true;
        } else {
            let Some(cells) = cells(line.text, &starts, width) else { break };
            match rows.last_mut() {
                Some((_, above)) if !follows_blank && (is_apart || cells[0].is_empty()) => {
                    above.iter_mut().zip(&cells).for_each(|(above, cell)| above.extend(["\n", cell]));
                }
                _ if is_row(&cells) => rows.push((line.number, cells)),
                _ => break,
            }
            follows_blank = false;
        }
        rest = after;
    }
    (rows.len() > 1).then(|| (rows.into_iter().map(|(line, cells)| row(line, cells)).collect(), rest))
}

/// Whether the cells can be a row: one alone is a line of the text.
fn is_row(cells: &[String]) -> bool {
    cells.iter().filter(|cell| !cell.is_empty()).count() > 1
}

/// Returns where the columns of a head begin: behind two blanks or more, and not behind a sentence.
fn starts(line: &str, width: Width) -> Option<Vec<usize>> {
    let mut starts = Vec::new();
    let (mut at, mut blanks) = (0, 2);
    for character in line.trim_end().chars() {
        if ['\t', '|', '.', '。', '，'].contains(&character) {
            return None;
        }
        if character != ' ' && blanks > 1 {
            starts.push(at);
        }
        blanks = if character == ' ' { blanks + 1 } else { 0 };
        at += width(character);
    }
    (starts.len() > 1).then_some(starts)
}

/// Parts a line where the columns begin; None where a text begins elsewhere or runs through.
fn cells(line: &str, starts: &[usize], width: Width) -> Option<Vec<String>> {
    let mut cells = vec![String::new(); starts.len()];
    let (mut at, mut blanks) = (0, 2);
    for character in line.trim_end().chars() {
        let column = starts.iter().rposition(|start| *start <= at);
        let begins = starts.contains(&at);
        if character != ' ' {
            let is_cut = begins && blanks == 0 && at > 0;
            let is_astray = !begins && (blanks > 1 || cells[column?].is_empty());
            if is_cut || is_astray || character == '\t' {
                return None;
            }
        }
        if let Some(column) = column {
            cells[column].push(character);
            if character == ' ' && cells[column].trim().is_empty() {
                cells[column].clear();
            }
        }
        blanks = if character == ' ' { blanks + 1 } else { 0 };
        at += width(character);
    }
    Some(cells)
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
    fn blanks_part_the_columns() {
        let expected = [["Task", "Owner", "Due"], ["Write the whole\nplan", "Head\noffice", "May 3"]];
        let expected = expected.map(|row| row.map(str::to_owned).to_vec());
        assert_eq!(
            read(
                "Task            Owner    Due\n\nWrite the whole Head     May 3\nplan            office\n\nText\n"
            ),
            Some(expected.to_vec())
        );
    }

    #[test]
    fn chinese_columns_are_lined_up_by_cells() {
        let expected = [["事项", "期限"], ["动员部署", "5月10日前"], ["会", "6月"]];
        let expected = expected.map(|row| row.map(str::to_owned).to_vec());
        assert_eq!(read("事项      期限\n动员部署  5月10日前\n会        6月\n"), Some(expected.to_vec()));
    }

    #[test]
    fn what_stands_between_the_columns_ends_the_table() {
        assert_eq!(read("序号     活动名称        完成期限\n\n1     召开动员会           5月25\n"), None);
    }

    #[test]
    fn blanks_behind_a_sentence_and_a_single_line_part_nothing() {
        assert_eq!(read("One.  Two.\nThree.  Four.\n"), None);
        assert_eq!(read("局长：      日期：\n以上。\n"), None);
    }
}
