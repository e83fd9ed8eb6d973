//! What became of a document that was imported.

use serde_json::{Value, json};

use super::text::text;
use crate::messages::{Imported, Language};
use crate::outline::Outline;
use crate::outline::account::LeftWhy;
use crate::outline::document::{Place, Remark};
use crate::outline::question::Question;

/// What is said beside the outline.
pub struct Parts<'a> {
    pub remarks: &'a [Remark],
    /// Each with the id that it is about.
    pub questions: &'a [(Option<&'a str>, &'a Question)],
    /// The ids of what was folded, in the order of the account.
    pub folded: &'a [Option<&'a str>],
    pub next: &'a [String],
}

/// Returns what became of `document`: the plan stands in the file that was `written`. Sentences are in English.
pub fn imported(document: &str, written: Option<&str>, outline: &Outline, parts: &Parts<'_>) -> String {
    let messages = Language::En.messages();
    let place = |place: &Place| messages.place(place);
    let account = &outline.account;
    let taken = account
        .taken
        .iter()
        .map(|one| json!({ "table": one.number, "name": one.name, "activities": one.activities }));
    let left = account.left.iter().map(|one| {
        let repeats = match one.why {
            LeftWhy::Repeats { table } => Some(table),
            _ => None,
        };
        json!({ "table": one.number, "name": one.name, "why": left_why(one.why), "repeats": repeats })
    });
    let folded = account.folded.iter().zip(parts.folded).map(|(one, id)| {
        let also: Vec<String> = one.also.iter().map(place).collect();
        json!({ "id": id, "title": one.title, "kept": place(&one.kept), "also": also })
    });
    let questions = parts.questions.iter().map(|(id, question)| {
        json!({ "id": id, "place": place(&question.place), "text": messages.question(question) })
    });
    let remarks = parts.remarks.iter().map(|remark| messages.imported(&Imported::Remark(remark)));
    text(&json!({
        "schema": 1,
        "document": document,
        "written": written,
        "title": outline.title,
        "year": outline.year,
        "phases": outline.phases.len(),
        "activities": outline.activities.len(),
        "paragraphs": account.paragraphs,
        "taken": taken.collect::<Vec<Value>>(),
        "left": left.collect::<Vec<Value>>(),
        "folded": folded.collect::<Vec<Value>>(),
        "missing": account.missing,
        "remarks": remarks.collect::<Vec<String>>(),
        "questions": questions.collect::<Vec<Value>>(),
        "next": parts.next,
    }))
}

fn left_why(why: LeftWhy) -> &'static str {
    match why {
        LeftWhy::NoDates => "no-dates",
        LeftWhy::History => "history",
        LeftWhy::Budget => "budget",
        LeftWhy::Staff => "staff",
        LeftWhy::Form => "form",
        LeftWhy::Estimate => "estimate",
        LeftWhy::Marks => "marks",
        LeftWhy::NotChosen => "not-chosen",
        LeftWhy::Hidden => "hidden",
        LeftWhy::Past => "past",
        LeftWhy::OtherYear { .. } => "other-year",
        LeftWhy::Repeats { .. } => "repeats",
    }
}
