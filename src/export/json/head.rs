//! The plan that something is about.

use serde_json::{Value, json};

use crate::model::agenda::Agenda;

/// Returns what is said of the plan, whose file is called `file`.
pub(super) fn head(agenda: &Agenda<'_>, file: &str) -> Value {
    json!({
        "title": agenda.title(),
        "file": file,
        "today": agenda.day(),
        "year": agenda.year(),
        "start": agenda.range().map(|range| range.start),
        "end": agenda.range().map(|range| range.end),
        "office": agenda.office(),
        "question": agenda.question(),
    })
}
