//! What of a table is a plan.

mod cells;
mod choice;
mod columns;
mod dates;
mod fields;
mod grid;
mod head;
mod heading;
mod names;
mod outline_number;
mod phases;
mod rows;
#[cfg(test)]
mod tests;
mod time;
mod title;

use self::grid::Line;
use super::account::LeftWhy;
use super::document::{Block, Table};
use super::entry::{Activity, Found};
use super::question::Question;

/// Reads a table as a timetable; `name` is that of its sheet or the line above it. One that was chosen by the user is
/// read whatever it looks like, where anything in it can be.
///
/// # Errors
/// Where it is no timetable: why. Its [`passages`] can hold a plan all the same.
pub fn read(table: &Table, name: Option<&str>, chosen: bool) -> Result<Found, LeftWhy> {
    let lines = grid::lines(table);
    let mut whole: Option<Found> = None;
    let mut left = None;
    for lines in head::tables(&lines) {
        match read_part(lines, name, chosen) {
            Ok(found) => add(whole.get_or_insert_default(), found),
            Err(why) => left = left.or(Some(why)),
        }
    }
    whole.ok_or(left.unwrap_or(LeftWhy::NoDates))
}

/// Reads the rows under one head.
fn read_part(lines: &[Line], name: Option<&str>, chosen: bool) -> Result<Found, LeftWhy> {
    let head = head::find(lines);
    let body = &lines[head.body..];
    let columns = columns::columns(&head, body);
    if let Some(why) = choice::why_left(lines, name, &head, &columns).filter(|_| !chosen) {
        return Err(why);
    }
    let mut found = rows::rows(body, &columns, &head);
    if found.activities.is_empty() && found.phases.is_empty() {
        return Err(LeftWhy::NoDates);
    }
    let at = lines[head.body.saturating_sub(1)].row.place.clone();
    found.questions.extend(columns.asked.map(|about| Question { place: at, about, further: 0 }));
    Ok(found)
}

/// Adds what stands under a further head.
fn add(whole: &mut Found, found: Found) {
    let before = whole.phases.len();
    whole.phases.extend(found.phases);
    whole.questions.extend(found.questions);
    let moved = |one: Activity| Activity { phase: one.phase.map(|at| at + before), ..one };
    whole.activities.extend(found.activities.into_iter().map(moved));
}

/// Returns what in the cells of a table is more than a line: text of its own, or tables.
pub fn passages(table: &Table) -> Vec<&[Block]> {
    let is_filled = |block: &&Block| match block {
        Block::Paragraph(paragraph) => !paragraph.text().trim().is_empty(),
        Block::Table(_) => true,
    };
    let is_passage = |blocks: &&[Block]| {
        blocks.iter().filter(is_filled).count() > 1
            || blocks.iter().any(|block| matches!(block, Block::Table(_)))
    };
    let rows = table.rows.iter().filter(|row| row.marks.stands());
    rows.flat_map(|row| &row.cells).map(|cell| &cell.blocks[..]).filter(is_passage).collect()
}
