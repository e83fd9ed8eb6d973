//! Phases and activities.

use chrono::NaiveDate;
use serde::Serialize;
use serde_json::{Value, json};

use super::head::head;
use super::text::{line, text};
use crate::model::Text;
use crate::model::agenda::{Agenda, Cancelled, Item, MoveOnDay, PhaseOnDay, Verified};
use crate::model::plan::{Details, Note};

#[derive(Serialize)]
struct List<'a> {
    schema: u32,
    plan: Value,
    phases: Vec<Value>,
    activities: Vec<Row<'a>>,
}

#[derive(Serialize)]
struct Row<'a> {
    id: &'a str,
    title: &'a str,
    status: &'static str,
    days: Option<i64>,
    start: Option<NaiveDate>,
    due: Option<NaiveDate>,
    words: Option<&'a str>,
    original_due: Option<NaiveDate>,
    counts_on: Option<NaiveDate>,
    phase: Option<&'a str>,
    group: Option<&'a str>,
    leader: Option<&'a str>,
    owner: Option<&'a str>,
    owners: Vec<&'a str>,
    support: Vec<&'a str>,
    content: Option<&'a str>,
    requirements: Option<&'a str>,
    remark: Option<&'a str>,
    question: Option<&'a str>,
    moved: Vec<Value>,
    notes: Vec<Value>,
    expected: Option<NaiveDate>,
    progress: Option<u32>,
    evidence: Vec<&'a str>,
    added: Option<NaiveDate>,
    #[serde(flatten)]
    marks: Marks<'a>,
}

#[derive(Serialize)]
struct Marks<'a> {
    cancelled: Option<NaiveDate>,
    cancelled_why: Option<&'a str>,
    cancelled_by: Option<&'a str>,
    cancelled_late: bool,
    done: Option<NaiveDate>,
    verified: Option<NaiveDate>,
    verified_by: Option<&'a str>,
}

/// The form of [`list`], as JSON Schema.
pub const SCHEMA: &str = include_str!("schema.json");

/// Returns `items` of an agenda, and the plan they belong to, which is called `file`.
pub fn list(agenda: &Agenda<'_>, items: &[Item<'_>], file: &str) -> String {
    let phases = agenda.phases().iter().map(phase_row).collect();
    let activities = items.iter().map(row).collect();
    text(&List { schema: 1, plan: head(agenda, file), phases, activities })
}

/// An activity, and the plan that it stands in.
#[derive(Serialize)]
struct Line<'a> {
    plan: &'a str,
    file: &'a str,
    #[serde(flatten)]
    activity: Row<'a>,
}

/// Returns `items` of an agenda, one a line, each with its plan's title and `file`.
pub fn lines(agenda: &Agenda<'_>, items: &[Item<'_>], file: &str) -> String {
    let plan = agenda.title();
    items.iter().map(|item| line(&Line { plan, file, activity: row(item) })).collect()
}

fn phase_row(phase: &PhaseOnDay<'_>) -> Value {
    let PhaseOnDay { id, title, range, words, .. } = phase;
    let question = phase.question();
    json!({ "id": id, "title": title, "start": range.start, "end": range.end, "words": words, "question": question })
}

/// Takes an item apart, so that a new field has to be answered for.
fn row<'a>(item: &Item<'a>) -> Row<'a> {
    let Item {
        id,
        title,
        phase,
        due,
        words,
        original,
        counts_on,
        done,
        verified,
        added,
        cancelled,
        status,
        days,
        details,
        agreed: _,
        history: _,
    } = *item;
    let Details {
        group,
        leader,
        owners,
        support,
        content,
        requirements,
        remark,
        question,
        expected,
        progress,
        evidence,
    } = details;
    Row {
        id,
        title,
        status: status.code(),
        days,
        start: due.start,
        due: due.day,
        words,
        original_due: original.day,
        counts_on,
        phase: phase.map(|phase| phase.id),
        group: group.as_deref(),
        leader: leader.as_deref(),
        owner: item.owner(),
        owners: texts(owners),
        support: texts(support),
        content: content.as_deref(),
        requirements: requirements.as_deref(),
        remark: remark.as_deref(),
        question: question.as_deref(),
        moved: item.moves().map(move_row).collect(),
        notes: item.notes().map(note_row).collect(),
        expected: *expected,
        progress: *progress,
        evidence: texts(evidence),
        added,
        marks: marks(done, verified, cancelled, item.was_cancelled_late()),
    }
}

fn marks<'a>(
    done: Option<NaiveDate>,
    verified: Option<Verified<'a>>,
    cancelled: Option<Cancelled<'a>>,
    cancelled_late: bool,
) -> Marks<'a> {
    Marks {
        cancelled: cancelled.map(|cancelled| cancelled.on),
        cancelled_why: cancelled.and_then(|cancelled| cancelled.why),
        cancelled_by: cancelled.and_then(|cancelled| cancelled.by),
        cancelled_late,
        done,
        verified: verified.map(|verified| verified.on),
        verified_by: verified.and_then(|verified| verified.by),
    }
}

fn texts<'a>(texts: &'a [Text<'_>]) -> Vec<&'a str> {
    texts.iter().map(AsRef::as_ref).collect()
}

fn move_row(moved: MoveOnDay<'_>) -> Value {
    let MoveOnDay { from, to: _, on, why, by } = moved;
    json!({ "from": from.day, "words": from.words, "on": on, "why": why, "by": by, "late": moved.is_late() })
}

fn note_row(note: &Note<'_>) -> Value {
    json!({ "on": note.on, "text": note.text, "why": note.why })
}
