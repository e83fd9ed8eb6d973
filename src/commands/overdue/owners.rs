//! What is late and near under the heads of those who answer for it.

use std::collections::HashMap;

use super::near::Near;
use crate::cli::Opened;
use crate::cli::table::{WORDS, row_of_owner};
use crate::messages::{Messages, Tally};
use crate::model::agenda::By;
use crate::model::text::look;
use crate::terminal::{Cell, Section, Table};

/// An item, as a row of one of those who answer for it.
pub(super) struct Row {
    /// None where nobody does.
    owner: Option<String>,
    /// How many days are left.
    days: i64,
    cells: Vec<Cell>,
}

/// Returns a row for each of those who answer for an item.
pub(super) fn rows(near: &Near<'_>, opened: &Opened<'_>) -> Vec<Row> {
    let mut rows = Vec::new();
    for item in near.items() {
        let days = item.days.unwrap_or_default();
        let mut owners: Vec<Option<&str>> = item.owners().map(Some).collect();
        if owners.is_empty() {
            owners.push(None);
        }
        for owner in owners {
            let owner = owner.map(str::to_owned);
            rows.push(Row { owner, days, cells: row_of_owner(item, opened) });
        }
    }
    rows
}

/// Lays the rows out by those who answer for them: who is latest comes first, and last what nobody answers for.
/// `soon` is how many days ahead were asked for, where that is one number.
pub(super) fn table(mut rows: Vec<Row>, soon: Option<Option<u32>>, messages: &dyn Messages) -> Table {
    rows.sort_by_key(|row| (row.owner.is_none(), row.days));
    let has_words = rows.iter().any(|row| !row.cells[WORDS].is_empty());
    if !has_words {
        for row in &mut rows {
            row.cells.remove(WORDS);
        }
    }
    let mut places: HashMap<Option<String>, usize> = HashMap::new();
    let mut shares: Vec<Vec<Row>> = Vec::new();
    for row in rows {
        let key = row.owner.as_deref().map(|owner| look(owner).into_owned());
        let place = *places.entry(key).or_insert(shares.len());
        if place == shares.len() {
            shares.push(Vec::new());
        }
        shares[place].push(row);
    }
    let sections = shares.into_iter().map(|rows| Section {
        heading: Some(heading(&rows, soon, messages)),
        rows: rows.into_iter().map(|row| row.cells).collect(),
    });
    Table {
        sections: sections.collect(),
        spaced: true,
        giving: WORDS..WORDS + usize::from(has_words),
        ..Table::default()
    }
}

fn heading(rows: &[Row], soon: Option<Option<u32>>, messages: &dyn Messages) -> String {
    let late = rows.iter().filter(|row| row.days < 0).count();
    let late_tally = messages.tally(Tally::Overdue, late);
    let soon_tally = soon.map(|days| messages.tally(Tally::Soon { days }, rows.len() - late));
    let tallies: Vec<String> = [late_tally].into_iter().chain(soon_tally).collect();
    let owner = rows[0].owner.as_deref().unwrap_or(messages.nobody(By::Owner));
    messages.aside(owner, &tallies.join(messages.pause()))
}
