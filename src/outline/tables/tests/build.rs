//! Tables written down in Rust.

use chrono::NaiveDate;

use crate::outline::document::{Block, Cell, Marks, Paragraph, Place, Row, Run, Table};
use crate::outline::entry::{Activity, Found, Stated, Time};

/// A table of a text, a row an inner list; `^` is covered by the cell above, `<` by the one on the left.
pub fn table(rows: &[&[&str]]) -> Table {
    let at = |row: usize| Place::Row { table: 1, row };
    built(rows, None, at)
}

/// A sheet; texts in ISO form are days.
pub fn sheet(rows: &[&[&str]]) -> Table {
    let at = |row| Place::Sheet { sheet: "Sheet1".into(), row, column: None };
    let mut table = built(rows, Some("Sheet1".into()), at);
    for cell in table.rows.iter_mut().flat_map(|row| &mut row.cells) {
        cell.day = cell.text().parse::<NaiveDate>().ok();
    }
    table
}

fn built(rows: &[&[&str]], sheet: Option<String>, at: impl Fn(usize) -> Place) -> Table {
    let covers = |row: usize, column: usize, sign: &str, down: bool| {
        let next = |by: usize| if down { (row + by, column) } else { (row, column + by) };
        let is_sign =
            |(row, column): (usize, usize)| rows.get(row).and_then(|row| row.get(column)) == Some(&sign);
        1 + (1..99).take_while(|by| is_sign(next(*by))).count()
    };
    let row = |(number, texts): (usize, &&[&str])| {
        let own = texts.iter().enumerate().filter(|(_, text)| !["^", "<"].contains(text));
        let cell = |(column, text): (usize, &&str)| Cell {
            column,
            columns: covers(number, column, "<", false),
            rows: covers(number, column, "^", true),
            blocks: text
                .lines()
                .map(|line| Block::Paragraph(Paragraph::plain(at(number + 1), line)))
                .collect(),
            day: None,
        };
        Row { place: at(number + 1), cells: own.map(cell).collect(), marks: Marks::default() }
    };
    Table { number: 1, sheet, rows: rows.iter().enumerate().map(row).collect() }
}

/// The only paragraph of a cell.
pub fn paragraph(table: &mut Table, row: usize, cell: usize) -> &mut Paragraph {
    match &mut table.rows[row].cells[cell].blocks[0] {
        Block::Paragraph(paragraph) => paragraph,
        Block::Table(_) => panic!("it is a table"),
    }
}

pub fn inserted(text: &str) -> Run {
    Run { text: text.into(), marks: Marks { inserted: true, ..Marks::default() } }
}

/// A line an activity: group, title, time, as they are.
pub fn told(found: &Found) -> Vec<String> {
    found.activities.iter().map(tell).collect()
}

fn tell(activity: &Activity) -> String {
    let group = activity.group.as_deref().map(|group| format!("{group} | ")).unwrap_or_default();
    let time = say(&activity.time);
    format!("{group}{}{}{time}", activity.title, if time.is_empty() { "" } else { " | " })
}

/// A time, each form with its sign.
pub fn say(time: &Time) -> String {
    let stated = |stated: &Stated| match stated {
        Stated::Day(day) => format!("[{day}]"),
        Stated::Words(words) => words.clone(),
    };
    match time {
        Time::Unsaid => String::new(),
        Time::Due(due) => stated(due),
        Time::Between { start, due } => format!("{} → {}", stated(start), stated(due)),
        Time::Period(words) => format!("({words})"),
        Time::Lasting { start, days, words } => format!("{} × {days}: {words}", stated(start)),
        Time::Computed { start, due, words } => format!("{start:?} → {due}: {words}"),
        Time::ToSettle(words) => format!("? {words}"),
    }
}
