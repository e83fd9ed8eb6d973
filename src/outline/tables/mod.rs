//! What of a table is a plan.

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

use super::account::LeftWhy;
use super::document::{Block, Table};
use super::entry::Found;
use super::question::Question;

/// Reads a table as a timetable; `name` is that of its sheet or the line above it. One that was chosen by the user is
/// read whatever it looks like, where anything in it can be.
///
/// # Errors
/// Where it is no timetable: why. Its [`passages`] can hold a plan all the same.
pub fn read(table: &Table, name: Option<&str>, chosen: bool) -> Result<Found, LeftWhy> {
    let lines = grid::lines(table);
    let head = head::find(&lines);
    let body = &lines[head.body..];
    let columns = columns::columns(&head, body);
    if let Some(why) = choice::why_left(table, name, &head, &columns).filter(|_| !chosen) {
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
