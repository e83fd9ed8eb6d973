//! How two copies of a plan differ.

use serde::Serialize;

use super::text::text;
use crate::model::diff::{Comparison, Key, Mark};

#[derive(Serialize)]
struct ComparisonPage<'a> {
    schema: u32,
    files: [&'a str; 2],
    added: Vec<&'a str>,
    gone: Vec<&'a str>,
    marked: Vec<Difference<'a>>,
    moved: Vec<Difference<'a>>,
    reworded: Vec<Difference<'a>>,
    records_only_in: [usize; 2],
}

#[derive(Serialize)]
struct Difference<'a> {
    id: &'a str,
    key: &'static str,
    values: [Option<String>; 2],
}

/// Returns how two copies of a plan, in `files`, differ.
pub fn comparison(comparison: &Comparison<'_>, files: [&str; 2]) -> String {
    let marked = comparison.marked.iter().flat_map(|(named, marks)| {
        marks.iter().map(|one| {
            let key = match one.mark {
                Mark::Done => "done",
                Mark::Verified => "verified",
                Mark::Cancelled => "cancelled",
            };
            Difference { id: named.id, key, values: one.days.map(|day| day.map(|day| day.to_string())) }
        })
    });
    let moved = comparison.moved.iter().map(|(named, due)| {
        let days = due.each_ref().map(|due| due.day.map(|day| day.to_string()));
        Difference { id: named.id, key: "due", values: days }
    });
    let reworded = comparison.reworded.iter().flat_map(|(named, words)| {
        words.iter().map(|one| {
            let values = one.values.each_ref().map(|value| value.as_ref().map(ToString::to_string));
            Difference { id: named.id, key: key(one.key), values }
        })
    });
    text(&ComparisonPage {
        schema: 1,
        files,
        added: comparison.added.iter().map(|one| one.id).collect(),
        gone: comparison.gone.iter().map(|one| one.id).collect(),
        marked: marked.collect(),
        moved: moved.collect(),
        reworded: reworded.collect(),
        records_only_in: [comparison.first_ahead, comparison.second_ahead],
    })
}

fn key(key: Key) -> &'static str {
    match key {
        Key::Title => "title",
        Key::Words => "words",
        Key::Phase => "phase",
        Key::Group => "group",
        Key::Leader => "leader",
        Key::Owner => "owner",
        Key::Support => "support",
        Key::Content => "content",
        Key::Requirements => "requirements",
        Key::Remark => "remark",
        Key::Question => "question",
        Key::Notes => "notes",
        Key::Evidence => "evidence",
        Key::Expected => "expected",
    }
}
