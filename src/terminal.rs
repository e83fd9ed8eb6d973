//! The terminal: tables that stand right under Chinese text, colour, and text made safe to print.

use std::borrow::Cow;

use comfy_table::{Attribute, Cell as TableCell, Color, ColumnConstraint, ContentArrangement, Row, Width};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::model::text::{clean, one_line};

/// Blank cells between two columns.
const GAP: usize = 2;
/// No column is squeezed below this width; the line gets longer instead.
const NARROWEST: usize = 16;
/// A word of more lines is broken before the table sees it: for each line the table measures all that is left.
const MOST_LINES: usize = 50;

/// What is known of the terminal.
#[derive(Debug, Clone, Copy, Default)]
pub struct Terminal {
    /// How many cells a line has; None for a pipe, where nothing is wrapped.
    pub width: Option<usize>,
    /// Whether colour may be used.
    pub color: bool,
}

/// What colour supports; it never carries meaning alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tone {
    #[default]
    Plain,
    Good,
    Late,
    Near,
    Bad,
    Faint,
    Strong,
}

/// A piece of text in a table, already made safe.
#[derive(Debug, Clone, Default)]
pub struct Cell {
    text: String,
    /// How many terminal cells the text takes.
    width: usize,
    tone: Tone,
}

impl Cell {
    /// Returns a cell that shows `text` on one line.
    pub fn new(text: &str, tone: Tone) -> Cell {
        Cell::clean(one_line(text).into_owned(), tone)
    }

    fn clean(text: String, tone: Tone) -> Cell {
        Cell { width: text.width(), text, tone }
    }
}

/// A part of a listing: its heading, where it has one, and its rows.
#[derive(Debug, Default)]
pub struct Section {
    /// The line above the rows.
    pub heading: Option<String>,
    /// The rows. All rows of a listing have the same number of cells; the last one is wrapped.
    pub rows: Vec<Vec<Cell>>,
}

/// A table in sections that share their columns.
#[derive(Debug, Default)]
pub struct Table {
    /// The names of the columns; empty for none.
    pub header: Vec<String>,
    pub sections: Vec<Section>,
    /// Whether a blank line stands between two parts.
    pub spaced: bool,
}

impl Table {
    /// Returns the text of the listing, every line ended.
    pub fn render(&self, terminal: Terminal) -> String {
        let widths = self.widths(terminal);
        let mut text = String::new();
        if !self.header.is_empty() {
            let names = self.header.iter().map(|name| Cell::new(name, Tone::Faint)).collect();
            text.push_str(&rows(&[names], &widths, terminal));
        }
        for (at, section) in self.sections.iter().enumerate() {
            if self.spaced && at > 0 {
                text.push('\n');
            }
            if let Some(heading) = &section.heading {
                text.push_str(&paint(&one_line(heading), Tone::Strong, terminal));
                text.push('\n');
            }
            text.push_str(&rows(&section.rows, &widths, terminal));
        }
        text
    }

    /// Whether the last cell of every row fits on one line of the terminal.
    pub fn fits(&self, terminal: Terminal) -> bool {
        let Some(width) = terminal.width else { return true };
        let widths = self.widths(terminal);
        let fixed: usize = widths.iter().rev().skip(1).map(|width| width + GAP).sum();
        fixed + widths.last().copied().unwrap_or_default() <= width
    }

    /// Returns how wide each column is. One long cell before the last column must not push that off the
    /// screen: it is wrapped.
    fn widths(&self, terminal: Terminal) -> Vec<usize> {
        let header = self.header.iter().map(|name| name.width()).enumerate();
        let cells = self.sections.iter().flat_map(|section| &section.rows);
        let cells = cells.flat_map(|row| row.iter().map(|cell| cell.width).enumerate());
        let mut widths = Vec::new();
        for (column, width) in header.chain(cells) {
            if column == widths.len() {
                widths.push(0);
            }
            widths[column] = width.max(widths[column]);
        }
        if let (Some(whole), Some((_, before))) = (terminal.width, widths.split_last_mut()) {
            let widest = NARROWEST.max(whole / 4);
            for width in before {
                *width = widest.min(*width);
            }
        }
        widths
    }
}

/// Lays out rows whose columns have `widths`; the last column takes what is left of the line.
fn rows(rows: &[Vec<Cell>], widths: &[usize], terminal: Terminal) -> String {
    if rows.is_empty() {
        return String::new();
    }
    if terminal.width.is_none() && !terminal.color {
        return rows.iter().map(|row| padded(row, widths)).collect();
    }
    let mut table = comfy_table::Table::new();
    table.load_style(comfy_table::presets::NOTHING).set_content_arrangement(ContentArrangement::Disabled);
    if terminal.color {
        table.enforce_styling();
    } else {
        table.force_no_tty();
    }
    let fixed: usize = widths.iter().rev().skip(1).map(|width| width + GAP).sum();
    let last = widths.len().saturating_sub(1);
    let mut rooms = widths.to_vec();
    if let (Some(whole), Some(room)) = (terminal.width, rooms.last_mut()) {
        *room = whole.saturating_sub(fixed).max(NARROWEST).min(*room);
    }
    table.add_rows(rows.iter().map(|row| {
        let mut cells: Vec<_> = row.iter().zip(&rooms).map(|(cell, room)| table_cell(cell, *room)).collect();
        // A single blank column keeps an empty table row from vanishing.
        if cells.is_empty() {
            cells.push(TableCell::new(""));
        }
        Row::from(cells)
    }));
    for (at, room) in rooms.into_iter().enumerate() {
        let Some(column) = table.column_mut(at) else { continue };
        let gap = if at == last { 0 } else { GAP };
        column.set_padding((0, u16::try_from(gap).unwrap_or_default()));
        let cells = u16::try_from(room.max(1) + gap).unwrap_or(u16::MAX);
        column.set_constraint(ColumnConstraint::Absolute(Width::Fixed(cells)));
    }
    let mut text = String::new();
    for line in table.lines() {
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

/// Lays one row out for a pipe: there is nothing to wrap and nothing to colour, and a listing may be long.
fn padded(row: &[Cell], widths: &[usize]) -> String {
    let mut line = String::new();
    for (cell, width) in row.iter().zip(widths) {
        line.push_str(&cell.text);
        let blanks = width.saturating_sub(cell.width) + GAP;
        line.extend(std::iter::repeat_n(' ', blanks));
    }
    line.truncate(line.trim_end().len());
    line.push('\n');
    line
}

fn table_cell(cell: &Cell, room: usize) -> TableCell {
    let shown = TableCell::new(broken(cell, room.max(1)));
    match cell.tone {
        Tone::Plain => shown,
        Tone::Good => shown.fg(Color::DarkGreen),
        Tone::Late => shown.fg(Color::DarkMagenta),
        Tone::Near => shown.fg(Color::DarkYellow),
        Tone::Bad => shown.fg(Color::DarkRed).add_attribute(Attribute::Bold),
        Tone::Faint => shown.add_attribute(Attribute::Dim),
        Tone::Strong => shown.add_attribute(Attribute::Bold),
    }
}

/// Returns the text with every word of more than [`MOST_LINES`] lines of `room` cells broken into these lines.
fn broken(cell: &Cell, room: usize) -> Cow<'_, str> {
    let is_long = |word: &str| word.width() > MOST_LINES * room;
    if cell.width <= MOST_LINES * room || !cell.text.split(' ').any(is_long) {
        return Cow::Borrowed(&cell.text);
    }
    let mut broken = String::new();
    for (at, word) in cell.text.split(' ').enumerate() {
        let mut filled = 0;
        let is_long = is_long(word);
        if at > 0 {
            broken.push(if is_long { '\n' } else { ' ' });
        }
        for c in word.chars() {
            let cells = c.width().unwrap_or_default();
            if is_long && cells > 0 && filled > 0 && filled + cells > room {
                broken.push('\n');
                filled = 0;
            }
            broken.push(c);
            filled += cells;
        }
    }
    Cow::Owned(broken)
}

/// Returns `text` in the colour of `tone`, where the screen has colour.
pub fn paint(text: &str, tone: Tone, terminal: Terminal) -> String {
    let code = match tone {
        _ if !terminal.color => return text.to_owned(),
        Tone::Plain => return text.to_owned(),
        Tone::Good => "32",
        Tone::Late => "35",
        Tone::Near => "33",
        Tone::Bad => "1;31",
        Tone::Faint => "2",
        Tone::Strong => "1",
    };
    format!("\u{1B}[{code}m{text}\u{1B}[0m")
}

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
        let cell = rows(&[vec![text.clone()]], &[text.width], wrapped).replace('\u{A0}', " ");
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

/// Returns a line of running text, folded to the terminal.
pub fn fold(text: &str, terminal: Terminal) -> String {
    rows(&[vec![Cell::new(text, Tone::Plain)]], &[text.width()], terminal)
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

    #[test]
    fn the_caret_stands_under_the_marked_text_after_chinese() {
        let line = "title = \"方案\" # 说明";
        let start = line.find("说明").expect("it is there");
        assert_eq!(caret(line, start..start + "说明".len()), format!("{}^^^^", " ".repeat(17)));
    }

    fn listing(title: &str) -> Table {
        let row = vec![
            Cell::new("A1", Tone::Plain),
            Cell::new("逾期1天", Tone::Bad),
            Cell::new(title, Tone::Plain),
        ];
        let heading = Some("集中学习".to_owned());
        Table {
            header: ["编号", "状态", "事项"].map(str::to_owned).to_vec(),
            sections: vec![Section { heading, rows: vec![row] }],
            spaced: false,
        }
    }

    #[test]
    fn columns_of_chinese_stand_one_under_the_other_without_trailing_blanks() {
        let text = listing("召开学习会").render(Terminal::default());
        assert_eq!(text, "编号  状态     事项\n集中学习\nA1    逾期1天  召开学习会\n");
    }

    #[test]
    fn a_long_title_is_wrapped_under_itself_and_never_cut() {
        let terminal = Terminal { width: Some(33), color: false };
        let long = listing("一二三四五六七八九十");
        assert!(!long.fits(terminal));
        let text = long.render(terminal);
        assert_eq!(text.lines().nth(2), Some("A1    逾期1天  一二三四五六七八九"));
        assert_eq!(text.lines().nth(3), Some("               十"));
    }

    #[test]
    fn a_long_cell_before_the_title_is_wrapped_and_leaves_the_columns_in_their_places() {
        let terminal = Terminal { width: Some(50), color: false };
        let row = |words: &str| {
            let cells = ["A1", words, "召开学习会"];
            cells.map(|cell| Cell::new(cell, Tone::Plain)).to_vec()
        };
        let rows = vec![row("一二三四五六七八九十"), row("6月10前")];
        let sections = vec![Section { heading: None, rows }];
        let text = Table { sections, ..Table::default() }.render(terminal);
        assert_eq!(text, "A1  一二三四五六七八  召开学习会\n    九十\nA1  6月10前           召开学习会\n");
    }

    #[test]
    fn a_word_of_very_many_lines_is_broken_as_a_shorter_one_is() {
        let terminal = Terminal { width: Some(80), color: false };
        let of_the_table = "会a".repeat(MOST_LINES * 80 / 3);
        let ours = format!("{} 讨论 {}", "会a".repeat(5000), "讨论 ".repeat(30));
        let [of_the_table, ours] = [of_the_table, ours].map(|text| fold(&text, terminal));
        let first = MOST_LINES - 2;
        assert!(of_the_table.lines().take(first).eq(ours.lines().take(first)));
        assert!(ours.lines().all(|line| line.width() <= 80));
        assert!(
            ours.lines().rfind(|line| line.contains('会')).is_some_and(|line| line.contains(" 讨论 讨论"))
        );
    }

    #[test]
    fn the_table_measures_no_more_than_a_few_lines_at_once() {
        let title = Cell::new(&"会".repeat(200_000), Tone::Plain);
        assert_eq!(broken(&title, 80).lines().map(UnicodeWidthStr::width).max(), Some(80));
        assert_eq!(broken(&title, 1).lines().count(), 200_000);
        let ordinary = Cell::new(&"召开学习会, then go on ".repeat(10_000), Tone::Plain);
        assert!(matches!(broken(&ordinary, 80), Cow::Borrowed(_)));
    }

    #[test]
    fn colour_wraps_words_that_say_the_same_without_it() {
        let terminal = Terminal { width: None, color: true };
        assert_eq!(paint("逾期", Tone::Bad, terminal), "\u{1B}[1;31m逾期\u{1B}[0m");
        assert_eq!(paint("逾期", Tone::Bad, Terminal::default()), "逾期");
    }
}
