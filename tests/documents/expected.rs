//! What a document should give, as it stands beside it in a `.tsv`, written by hand:
//!
//! ```text
//! kind  title  words  days  key=value…
//! ```
//!
//! - `plan`: title, period and year (`?2023`: no year is sure, and this one is offered; `??2023`: it stands nowhere)
//! - `phase`, `item` (dated, in a table or a list), `open` (undated): title, words, days, keys
//! - `sentence`: a deadline in a sentence; for its title something that stands in it
//! - `trap`: what is in no title and no words of a phase or an activity
//! - `left`: the number of a table that is left, and why; `missing`: an annex that is named and not there
//!
//! Words are those of the document, `a / b` for two cells, `*` for any. Days: `2024-05-20`, `2024-05-11/2024-05-20`,
//! `recurring`, `-` (no day may come out), `?` (no day without a question; those behind it are the ones that it offers),
//! and `|` between what is equally right.

use std::collections::BTreeMap;

#[derive(Debug)]
pub struct Row {
    pub kind: String,
    pub title: String,
    pub words: String,
    pub days: String,
    pub keys: BTreeMap<String, String>,
}

pub fn rows(text: &str) -> Vec<Row> {
    text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(row).collect()
}

fn row(line: &str) -> Row {
    let mut cells = line.split('\t');
    let mut next = || cells.next().unwrap_or_default().to_owned();
    let (kind, title, words, days) = (next(), next(), next(), next());
    let key = |cell: &str| {
        let (key, value) = cell.split_once('=').unwrap_or_else(|| panic!("key=value is expected: {line}"));
        (key.to_owned(), value.to_owned())
    };
    let kinds = ["plan", "phase", "item", "open", "sentence", "trap", "left", "missing"];
    assert!(kinds.contains(&kind.as_str()), "no such kind: {line}");
    Row { kind, title, words, days, keys: cells.map(key).collect() }
}
