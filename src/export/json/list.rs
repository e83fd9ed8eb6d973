//! Phases and activities.

use chrono::NaiveDate;
use serde::Serialize;

use super::head::{Head, head};
use super::text::text;
use crate::model::Text;
use crate::model::agenda::{Agenda, Item, MoveOnDay, PhaseOnDay};
use crate::model::plan::{Details, Note};

#[derive(Serialize)]
struct List<'a> {
    schema: u32,
    plan: Head<'a>,
    phases: Vec<PhaseRow<'a>>,
    activities: Vec<Row<'a>>,
}

#[derive(Serialize)]
struct PhaseRow<'a> {
    id: &'a str,
    title: &'a str,
    start: NaiveDate,
    end: NaiveDate,
    words: Option<&'a str>,
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
    phase: Option<&'a str>,
    group: Option<&'a str>,
    leader: Option<&'a str>,
    owner: Option<&'a str>,
    support: Vec<&'a str>,
    content: Option<&'a str>,
    requirements: Option<&'a str>,
    remark: Option<&'a str>,
    question: Option<&'a str>,
    moved: Vec<MoveRow<'a>>,
    notes: Vec<NoteRow<'a>>,
    expected: Option<NaiveDate>,
    evidence: Vec<&'a str>,
    cancelled: Option<NaiveDate>,
    cancelled_why: Option<&'a str>,
    done: Option<NaiveDate>,
    verified: Option<NaiveDate>,
    verified_by: Option<&'a str>,
}

#[derive(Serialize)]
struct MoveRow<'a> {
    from: Option<NaiveDate>,
    words: Option<&'a str>,
    on: NaiveDate,
    why: &'a str,
    by: Option<&'a str>,
    late: bool,
}

#[derive(Serialize)]
struct NoteRow<'a> {
    on: NaiveDate,
    text: &'a str,
}

/// Returns `items` of an agenda, and the plan they belong to, which is called `file`.
pub fn list(agenda: &Agenda<'_>, items: &[Item<'_>], file: &str) -> String {
    let phases = agenda.phases().iter().map(phase_row).collect();
    let activities = items.iter().map(row).collect();
    text(&List { schema: 1, plan: head(agenda, file), phases, activities })
}

fn phase_row<'a>(phase: &PhaseOnDay<'a>) -> PhaseRow<'a> {
    let PhaseOnDay { id, title, range, words, .. } = *phase;
    PhaseRow { id, title, start: range.start, end: range.end, words }
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
        done,
        verified,
        cancelled,
        status,
        days,
        details,
        history: _,
    } = *item;
    let Details {
        group,
        leader,
        owner,
        support,
        content,
        requirements,
        remark,
        question,
        expected,
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
        phase: phase.map(|phase| phase.id),
        group: group.as_deref(),
        leader: leader.as_deref(),
        owner: owner.as_deref(),
        support: texts(support),
        content: content.as_deref(),
        requirements: requirements.as_deref(),
        remark: remark.as_deref(),
        question: question.as_deref(),
        moved: item.moves().map(move_row).collect(),
        notes: item.notes().map(note_row).collect(),
        expected: *expected,
        evidence: texts(evidence),
        cancelled: cancelled.map(|cancelled| cancelled.on),
        cancelled_why: cancelled.and_then(|cancelled| cancelled.why),
        done,
        verified: verified.map(|verified| verified.on),
        verified_by: verified.and_then(|verified| verified.by),
    }
}

fn texts<'a>(texts: &'a [Text<'_>]) -> Vec<&'a str> {
    texts.iter().map(AsRef::as_ref).collect()
}

fn move_row(moved: MoveOnDay<'_>) -> MoveRow<'_> {
    let (from, words, late) = (moved.from.day, moved.from.words.as_deref(), moved.is_late());
    MoveRow { from, words, on: moved.on, why: moved.why, by: moved.by, late }
}

fn note_row<'a>(note: &'a Note<'_>) -> NoteRow<'a> {
    NoteRow { on: note.on, text: &note.text }
}
