//! Running text, names with their values, text beside a picture, and marks under a line.

use unicode_width::UnicodeWidthStr;

use super::paint::{Terminal, Tone};
use super::table::{Cell, NARROWEST, rows};
use crate::model::text::clean;

/// Returns a name and its text, wrapped to the screen with the text in a column of its own.
pub fn field(name: &str, text: &str, name_width: usize, terminal: Terminal) -> String {
    let mut lines = text.lines().map(|line| clean(line).into_owned()).collect::<Vec<_>>();
    if lines.is_empty() {
        lines.push(String::new());
    }
    let named = lines.into_iter().enumerate().map(|(at, line)| {
        let name = if at == 0 { name } else { "" };
        vec![Cell::clean(name.to_owned(), Tone::Faint), Cell::clean(line, Tone::Plain)]
    });
    let named: Vec<_> = named.collect();
    let longest = named.iter().map(|row| row[1].width).max().unwrap_or_default();
    rows(&named, &[name_width, longest], terminal)
}

/// A line of a picture, and the text that stands beside it.
#[derive(Debug, Clone)]
pub struct Beside {
    picture: String,
    text: Cell,
}

impl Beside {
    /// Returns a line whose `text` is shown in `tone`.
    pub fn new(picture: String, text: &str, tone: Tone) -> Beside {
        Beside { picture, text: Cell::new(text, tone) }
    }
}

/// Returns a picture of `width` cells with text to its right, which is wrapped there; blanks that hold words
/// together become ordinary ones.
pub fn beside(lines: &[Beside], width: usize, terminal: Terminal) -> String {
    let mut drawn = String::new();
    for Beside { picture, text } in lines {
        let room = terminal.width.map_or(text.width, |whole| whole.saturating_sub(width).max(NARROWEST));
        let wrapped = Terminal { width: Some(room), ..terminal };
        let cell = match text.width {
            0 => String::new(),
            _ => rows(&[vec![text.clone()]], &[text.width], wrapped).replace('\u{A0}', " "),
        };
        let mut beside = cell.lines();
        let blanks = " ".repeat(width.saturating_sub(picture.width()));
        let first = format!("{picture}{blanks}{}", beside.next().unwrap_or_default());
        drawn.push_str(first.trim_end());
        drawn.push('\n');
        for line in beside {
            drawn.extend(std::iter::repeat_n(' ', width));
            drawn.push_str(line);
            drawn.push('\n');
        }
    }
    drawn
}

/// Returns how many cells `text` takes.
pub fn width(text: &str) -> usize {
    text.width()
}

/// Returns a marker line that stands under `marked` in `line`, however wide the characters before it are.
pub fn caret(line: &str, marked: std::ops::Range<usize>) -> String {
    let shown = |text: &str| clean(text).width();
    let before = shown(&line[..marked.start]);
    let length = shown(&line[marked]).max(1);
    format!("{}{}", " ".repeat(before), "^".repeat(length))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::terminal::table::{MOST_LINES, hang};

    #[test]
    fn the_caret_stands_under_the_marked_text_after_chinese() {
        let line = "title = \"方案\" # 说明";
        let start = line.find("说明").expect("it is there");
        assert_eq!(caret(line, start..start + "说明".len()), format!("{}^^^^", " ".repeat(17)));
    }

    #[test]
    fn a_word_of_very_many_lines_is_broken_as_a_shorter_one_is() {
        let terminal = Terminal { width: Some(82), color: false };
        let of_the_table = "会a".repeat(MOST_LINES * 80 / 3);
        let ours = format!("{} 讨论 {}", "会a".repeat(5000), "讨论 ".repeat(30));
        let [of_the_table, ours] = [of_the_table, ours].map(|text| hang(&text, Tone::Plain, terminal));
        let first = MOST_LINES - 2;
        assert!(of_the_table.lines().take(first).eq(ours.lines().take(first)));
        assert!(ours.lines().all(|line| line.width() <= 82));
        assert!(
            ours.lines().rfind(|line| line.contains('会')).is_some_and(|line| line.contains(" 讨论 讨论"))
        );
    }
}
