//! Tables that stand right under Chinese text.

use std::borrow::Cow;
use std::ops::Range;

use comfy_table::{Attribute, Cell as TableCell, Color, ColumnConstraint, ContentArrangement, Row, Width};
use unicode_width::UnicodeWidthStr;

use super::paint::{Terminal, Tone, paint};
use crate::model::text::{first_unit, one_line};

/// Blank cells between two columns.
const GAP: usize = 2;
/// No last column is squeezed below this width; the line gets longer instead, or it goes under the others.
pub(super) const NARROWEST: usize = 16;
/// No column gives way below this width.
const LEAST: usize = 10;
/// A word of more lines is broken before the table sees it: for each line the table measures all that is left.
pub(super) const MOST_LINES: usize = 50;

/// A piece of text in a table, already made safe.
#[derive(Debug, Clone, Default)]
pub struct Cell {
    text: String,
    /// How many terminal cells the text takes.
    pub(super) width: usize,
    tone: Tone,
}

impl Cell {
    pub fn new(text: &str, tone: Tone) -> Cell {
        Cell::clean(one_line(text).into_owned(), tone)
    }

    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    pub(super) fn clean(text: String, tone: Tone) -> Cell {
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
    /// The columns that give way first where there is no room for the last one.
    pub giving: Range<usize>,
}

/// How wide each column is, and how many of them stand on the first line of a row; the others go under it.
struct Layout {
    widths: Vec<usize>,
    beside: usize,
}

impl Table {
    /// Returns the text of the listing, every line ended.
    pub fn render(&self, terminal: Terminal) -> String {
        let layout = self.layout(terminal);
        let mut text = String::new();
        if !self.header.is_empty() {
            let names = self.header.iter().map(|name| Cell::new(name, Tone::Faint)).collect();
            text.push_str(&layout.lay_out(&[names], terminal));
        }
        for (at, section) in self.sections.iter().enumerate() {
            if self.spaced && at > 0 {
                text.push('\n');
            }
            if let Some(heading) = &section.heading {
                text.push_str(&hang(heading, Tone::Strong, terminal));
            }
            text.push_str(&layout.lay_out(&section.rows, terminal));
        }
        text
    }

    /// Whether every row fits on one line of the terminal.
    pub fn fits(&self, terminal: Terminal) -> bool {
        let widths = self.widths();
        terminal.width.is_none_or(|whole| before_last(&widths) + last(&widths) <= whole)
    }

    /// Returns how wide each column is where there is room for all.
    fn widths(&self) -> Vec<usize> {
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
        widths
    }

    /// Lets the columns that give way do so, until the last one has half of the line; where even that leaves it no room,
    /// it goes under the first ones.
    fn layout(&self, terminal: Terminal) -> Layout {
        let natural = self.widths();
        let mut widths = natural.clone();
        let all = widths.len();
        let Some(whole) = terminal.width else { return Layout { widths, beside: all } };
        while before_last(&widths) + last(&widths).min(whole / 2) > whole {
            let giving = widths[self.giving.clone()].iter_mut();
            match giving.max().filter(|widest| **widest > LEAST) {
                Some(widest) => *widest -= 1,
                None => break,
            }
        }
        if before_last(&widths) + last(&widths).min(NARROWEST) <= whole {
            return Layout { widths, beside: all };
        }
        let fit = |columns: &usize| before_last(&natural[..=*columns]) <= whole + GAP;
        Layout { beside: (1..all).take_while(fit).last().unwrap_or(1), widths: natural }
    }
}

impl Layout {
    fn lay_out(&self, all: &[Vec<Cell>], terminal: Terminal) -> String {
        if self.beside == self.widths.len() {
            return rows(all, &self.widths, terminal);
        }
        all.iter().map(|row| self.stacked(row, terminal)).collect()
    }

    /// Lays out a row whose last cell stands under the first ones, and under that what has no room beside them.
    fn stacked(&self, row: &[Cell], terminal: Terminal) -> String {
        let indent = (self.widths[0] + GAP).min(NARROWEST);
        let (beside, under) = row.split_at(self.beside);
        let mut text = rows(&[beside.to_vec()], &self.widths[..self.beside], terminal);
        let last_first = under.iter().rev().take(1).chain(&under[..under.len().saturating_sub(1)]);
        text.extend(last_first.filter(|cell| cell.width > 0).map(|cell| indented(cell, indent, terminal)));
        text
    }
}

/// Returns how much of a line the columns before the last one take.
fn before_last(widths: &[usize]) -> usize {
    widths.iter().rev().skip(1).map(|width| width + GAP).sum()
}

fn last(widths: &[usize]) -> usize {
    widths.last().copied().unwrap_or_default()
}

/// Returns a line in `tone`; where it is too long, what goes on stands a little to the right.
pub fn hang(text: &str, tone: Tone, terminal: Terminal) -> String {
    let text = one_line(text);
    if terminal.width.is_none_or(|whole| text.width() <= whole) {
        return paint(&text, tone, terminal) + "\n";
    }
    let own = text.len() - text.trim_start().len();
    let lines = indented(&Cell::new(text.trim_start(), tone), own + GAP, terminal);
    lines.get(GAP..).unwrap_or_default().to_owned()
}

/// Lays out a cell with `indent` blanks before each line.
fn indented(cell: &Cell, indent: usize, terminal: Terminal) -> String {
    let narrower = Terminal { width: terminal.width.map(|whole| whole.saturating_sub(indent)), ..terminal };
    let lines = rows(&[vec![cell.clone()]], &[cell.width], narrower);
    lines.lines().map(|line| format!("{}{line}\n", " ".repeat(indent))).collect()
}

/// Lays out rows whose columns have `widths`; the last column takes what is left of the line.
pub(super) fn rows(rows: &[Vec<Cell>], widths: &[usize], terminal: Terminal) -> String {
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
    let last = widths.len().saturating_sub(1);
    let mut rooms = widths.to_vec();
    if let (Some(whole), Some(room)) = (terminal.width, rooms.last_mut()) {
        *room = whole.saturating_sub(before_last(widths)).max(NARROWEST).min(*room);
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
        _ if cell.width == 0 => shown,
        Tone::Plain => shown,
        Tone::Good => shown.fg(Color::DarkGreen),
        Tone::Late => shown.fg(Color::DarkMagenta),
        Tone::Near => shown.fg(Color::DarkYellow),
        Tone::Bad => shown.fg(Color::DarkRed).add_attribute(Attribute::Bold),
        Tone::Faint => shown.add_attribute(Attribute::Dim),
        Tone::Strong => shown.add_attribute(Attribute::Bold),
    }
}

/// Returns the text with every word of more than [`MOST_LINES`] lines of `room` cells broken into these lines, and every
/// longer one that has a character in it that was made visible: the table would part that.
fn broken(cell: &Cell, room: usize) -> Cow<'_, str> {
    let is_long =
        |word: &str| word.width() > MOST_LINES * room || word.width() > room && word.contains("<U+");
    if cell.width <= room || !cell.text.split(' ').any(is_long) {
        return Cow::Borrowed(&cell.text);
    }
    let mut broken = String::new();
    for (at, word) in cell.text.split(' ').enumerate() {
        let mut filled = 0;
        let is_long = is_long(word);
        if at > 0 {
            broken.push(if is_long { '\n' } else { ' ' });
        }
        let mut rest = word;
        while !rest.is_empty() {
            let unit = first_unit(rest);
            rest = &rest[unit.len()..];
            let cells = unit.width();
            if is_long && cells > 0 && filled > 0 && filled + cells > room {
                broken.push('\n');
                filled = 0;
            }
            broken.push_str(unit);
            filled += cells;
        }
    }
    Cow::Owned(broken)
}

#[cfg(test)]
mod tests {
    use super::*;

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
            ..Table::default()
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
    fn a_long_cell_that_gives_way_is_wrapped_and_leaves_the_columns_in_their_places() {
        let terminal = Terminal { width: Some(30), color: false };
        let row = |words: &str| {
            let cells = ["A1", words, "召开学习会"];
            cells.map(|cell| Cell::new(cell, Tone::Plain)).to_vec()
        };
        let rows = vec![row("一二三四五六七八九十"), row("6月10前")];
        let sections = vec![Section { heading: None, rows }];
        let table = Table { sections, giving: 1..2, ..Table::default() };
        let text = table.render(terminal);
        assert_eq!(text, "A1  一二三四五六七  召开学习会\n    八九十\nA1  6月10前         召开学习会\n");
        let text = table.render(Terminal { width: Some(20), color: false });
        assert_eq!(
            text,
            "A1\n    召开学习会\n    一二三四五六七八\n    九十\nA1\n    召开学习会\n    6月10前\n"
        );
    }

    #[test]
    fn a_title_without_room_beside_the_others_stands_under_them_and_no_line_is_too_long() {
        let long = listing("一二三四五六七八九十");
        let text = long.render(Terminal { width: Some(28), color: false });
        assert_eq!(text, "编号  状态\n      事项\n集中学习\nA1    逾期1天\n      一二三四五六七八九十\n");
        for width in 24..60 {
            let text = long.render(Terminal { width: Some(width), color: false });
            assert!(text.lines().all(|line| line.width() <= width), "{text}");
        }
    }

    #[test]
    fn what_goes_on_from_a_long_line_stands_a_little_to_the_right() {
        let terminal = Terminal { width: Some(20), color: false };
        assert_eq!(hang("一二三四五六七八九十", Tone::Plain, terminal), "一二三四五六七八九十\n");
        let text = hang("  一二三四五六七八九十", Tone::Plain, terminal);
        assert_eq!(text, "  一二三四五六七八\n    九十\n");
    }

    #[test]
    fn nothing_wraps_inside_a_character_that_was_made_visible() {
        for width in 16..40 {
            let terminal = Terminal { width: Some(width), color: false };
            let title = "会\u{200B}议a b\u{E0001}".repeat(20);
            let text = rows(&[vec![Cell::new(&title, Tone::Plain)]], &[title.width()], terminal);
            assert_eq!(
                (text.matches("<U+200B>").count(), text.matches("<U+E0001>").count()),
                (20, 20),
                "{text}"
            );
            assert!(text.lines().all(|line| line.width() <= width), "{text}");
        }
    }

    #[test]
    fn the_table_measures_no_more_than_a_few_lines_at_once() {
        let title = Cell::new(&"会".repeat(200_000), Tone::Plain);
        assert_eq!(broken(&title, 80).lines().map(UnicodeWidthStr::width).max(), Some(80));
        assert_eq!(broken(&title, 1).lines().count(), 200_000);
        let ordinary = Cell::new(&"召开学习会, then go on ".repeat(10_000), Tone::Plain);
        assert!(matches!(broken(&ordinary, 80), Cow::Borrowed(_)));
    }
}
