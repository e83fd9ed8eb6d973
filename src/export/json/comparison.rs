//! How two copies of a plan differ.

use serde::Serialize;
use serde_json::{Value, json};

use super::text::text;
use crate::model::diff::Comparison;
use crate::model::key::ActivityKey;
use crate::model::plan::Named;

/// Returns how two copies of a plan, in `files`, differ.
pub fn comparison(comparison: &Comparison<'_>, files: [&str; 2]) -> String {
    let ids = |named: &[Named<'_>]| named.iter().map(|one| one.id.to_owned()).collect::<Vec<_>>();
    let marked = comparison
        .marked
        .iter()
        .flat_map(|(named, marks)| marks.iter().map(|one| difference(named, one.key, one.days)));
    let moved = comparison
        .moved
        .iter()
        .map(|(named, due)| difference(named, ActivityKey::Due, due.each_ref().map(|due| due.day)));
    let reworded = comparison
        .reworded
        .iter()
        .flat_map(|(named, words)| words.iter().map(|one| difference(named, one.key, &one.values)));
    text(&json!({
        "schema": 1,
        "files": files,
        "added": ids(&comparison.added),
        "gone": ids(&comparison.gone),
        "marked": marked.collect::<Vec<_>>(),
        "moved": moved.collect::<Vec<_>>(),
        "reworded": reworded.collect::<Vec<_>>(),
        "records_only_in": [comparison.first_ahead, comparison.second_ahead],
    }))
}

fn difference(named: &Named<'_>, key: ActivityKey, values: impl Serialize) -> Value {
    json!({ "id": named.id, "key": key.name(), "values": values })
}
