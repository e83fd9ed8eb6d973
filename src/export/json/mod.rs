//! JSON, for scripts. Its form is described in the README; `schema` grows when a field's meaning changes.

mod comparison;
mod report;

use std::fmt::Write as _;

use chrono::NaiveDate;
use serde::Serialize;

use crate::model::agenda::{Agenda, Item};
use crate::model::plan::{Move, Note, Phase};
use crate::model::text::is_unsafe;

pub use self::comparison::comparison;
pub use self::report::{report, status};

#[derive(Serialize)]
struct List<'a> {
    schema: u32,
    plan: Head<'a>,
    phases: Vec<PhaseRow<'a>>,
    activities: Vec<Row<'a>>,
}

#[derive(Serialize)]
struct Head<'a> {
    title: &'a str,
    file: &'a str,
    today: NaiveDate,
    year: Option<i32>,
    start: Option<NaiveDate>,
    end: Option<NaiveDate>,
    office: Option<&'a str>,
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

/// Returns the items of `agenda`, and the plan they belong to, which is called `file`.
pub fn list(agenda: &Agenda<'_>, file: &str) -> String {
    let phases = agenda.plan.phases.iter().map(|phase| phase_row(phase, agenda.today)).collect();
    let activities = agenda.items.iter().map(|item| row(agenda, item)).collect();
    text(&List { schema: 1, plan: head(agenda, file), phases, activities })
}

fn head<'a>(agenda: &Agenda<'a>, file: &'a str) -> Head<'a> {
    let plan = agenda.plan;
    Head {
        title: &plan.title,
        file,
        today: agenda.today,
        year: plan.year,
        start: plan.range.map(|range| range.start),
        end: plan.range.map(|range| range.end),
        office: plan.office.as_deref(),
    }
}

fn phase_row<'a>(phase: &'a Phase<'_>, today: NaiveDate) -> PhaseRow<'a> {
    let range = phase.range_on(today);
    PhaseRow {
        id: &phase.id,
        title: &phase.title,
        start: range.start,
        end: range.end,
        words: phase.words.as_deref(),
    }
}

fn row<'a>(agenda: &Agenda<'a>, item: &Item<'a>) -> Row<'a> {
    let activity = item.activity;
    let details = &activity.details;
    let today = agenda.today;
    let happened = |day: Option<NaiveDate>| day.filter(|day| *day <= today);
    let due = activity.due_on(today);
    let moves = activity.moved.iter().filter(|moved| moved.on <= today);
    Row {
        id: &activity.id,
        title: &activity.title,
        status: item.standing.status.code(),
        days: item.standing.days,
        start: due.start,
        due: due.day,
        words: due.words.as_deref(),
        original_due: activity.original_due().day,
        phase: activity.phase.map(|at| agenda.plan.phases[at].id.as_ref()),
        group: details.group.as_deref(),
        leader: details.leader.as_deref(),
        owner: details.owner.as_deref(),
        support: details.support.iter().map(AsRef::as_ref).collect(),
        content: details.content.as_deref(),
        requirements: details.requirements.as_deref(),
        remark: details.remark.as_deref(),
        question: activity.question.as_deref(),
        moved: moves.map(move_row).collect(),
        notes: activity.notes.iter().filter(|note| note.on <= today).map(note_row).collect(),
        expected: details.expected,
        evidence: details.evidence.iter().map(AsRef::as_ref).collect(),
        cancelled: happened(activity.cancelled),
        cancelled_why: details.cancelled_why.as_deref(),
        done: happened(activity.done),
        verified: happened(activity.verified),
        verified_by: details.verified_by.as_deref(),
    }
}

fn move_row<'a>(moved: &'a Move<'_>) -> MoveRow<'a> {
    MoveRow {
        from: moved.from.day,
        words: moved.from.words.as_deref(),
        on: moved.on,
        why: &moved.why,
        by: moved.by.as_deref(),
        late: moved.is_late(),
    }
}

fn note_row<'a>(note: &'a Note<'_>) -> NoteRow<'a> {
    NoteRow { on: note.on, text: &note.text }
}

/// A problem or a warning, with its place.
#[derive(Serialize)]
pub struct DiagnosticRow<'a> {
    pub severity: &'static str,
    pub code: &'static str,
    pub file: &'a str,
    pub line: usize,
    pub column: usize,
    pub message: String,
    pub hint: Option<String>,
}

/// Returns `diagnostics` as a list.
pub fn diagnostics(diagnostics: &[DiagnosticRow<'_>]) -> String {
    text(&diagnostics)
}

/// Writes `value` so that nothing in it can steer a terminal: JSON itself lets DEL, the C1 controls and
/// what turns the direction of text through. All of these can only stand inside strings.
fn text(value: &impl Serialize) -> String {
    let json = serde_json::to_string_pretty(value).expect("all keys are text");
    let mut safe = String::with_capacity(json.len() + 1);
    for c in json.chars() {
        if is_unsafe(c) && c != '\n' {
            let _ = write!(safe, "\\u{:04x}", c as u32);
        } else {
            safe.push(c);
        }
    }
    safe.push('\n');
    safe
}
