//! JSON, for scripts. Its form is described in the README; `schema` grows when a field's meaning changes.

use std::fmt::Write as _;

use chrono::NaiveDate;
use serde::Serialize;

use crate::model::agenda::{Agenda, Item};
use crate::model::date::DateRange;
use crate::model::diff::{Comparison, Key, Mark};
use crate::model::plan::{Move, Note, Phase};
use crate::model::report::{Bulletin, Counts, Figures, Moved, PhaseShare};
use crate::model::text::is_unsafe;

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
    let phases = agenda.plan.phases.iter().map(phase_row).collect();
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

fn phase_row<'a>(phase: &'a Phase<'_>) -> PhaseRow<'a> {
    PhaseRow {
        id: &phase.id,
        title: &phase.title,
        start: phase.range.start,
        end: phase.range.end,
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

#[derive(Serialize)]
struct Report<'a> {
    schema: u32,
    plan: Head<'a>,
    period: Option<Span>,
    figures: FiguresRow,
    original: FiguresRow,
    overdue: Vec<&'a str>,
    soon: Vec<&'a str>,
    done_late: Vec<&'a str>,
    moves: Vec<MovedRow<'a>>,
    finished: Vec<&'a str>,
    without_evidence: Vec<&'a str>,
    without_owner: Vec<&'a str>,
    stale: Vec<&'a str>,
    by: Vec<ShareRow<'a>>,
}

#[derive(Serialize)]
struct Span {
    start: NaiveDate,
    end: NaiveDate,
}

#[derive(Serialize)]
struct FiguresRow {
    due: usize,
    on_time: usize,
    late: usize,
    not_done: usize,
    ahead: usize,
}

#[derive(Serialize)]
struct MovedRow<'a> {
    id: &'a str,
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
    on: NaiveDate,
    why: &'a str,
    by: Option<&'a str>,
    late: bool,
}

#[derive(Serialize)]
struct ShareRow<'a> {
    name: Option<&'a str>,
    figures: FiguresRow,
}

/// Returns the bulletin of a plan whose file is called `file`, with the figures of each share.
pub fn report(
    agenda: &Agenda<'_>,
    bulletin: &Bulletin<'_>,
    period: Option<DateRange>,
    by: &[(Option<&str>, Figures)],
    file: &str,
) -> String {
    text(&Report {
        schema: 1,
        plan: head(agenda, file),
        period: period.map(|DateRange { start, end }| Span { start, end }),
        figures: figures(bulletin.figures),
        original: figures(bulletin.original),
        overdue: ids(&bulletin.overdue),
        soon: ids(&bulletin.soon),
        done_late: ids(&bulletin.done_late),
        moves: bulletin.moves.iter().map(moved_row).collect(),
        finished: ids(&bulletin.finished),
        without_evidence: ids(&bulletin.without_evidence),
        without_owner: ids(&bulletin.without_owner),
        stale: ids(&bulletin.stale),
        by: by.iter().map(|(name, share)| ShareRow { name: *name, figures: figures(*share) }).collect(),
    })
}

fn ids<'p>(items: &[Item<'p>]) -> Vec<&'p str> {
    items.iter().map(|item| item.activity.id.as_ref()).collect()
}

fn figures(figures: Figures) -> FiguresRow {
    let Figures { due, on_time, late, not_done, ahead } = figures;
    FiguresRow { due, on_time, late, not_done, ahead }
}

fn moved_row<'p>(moved: &Moved<'p>) -> MovedRow<'p> {
    let change = moved.change;
    MovedRow {
        id: moved.id,
        from: change.from.day,
        to: moved.to,
        on: change.on,
        why: &change.why,
        by: change.by.as_deref(),
        late: change.is_late(),
    }
}

#[derive(Serialize)]
struct StatusPage<'a> {
    schema: u32,
    plan: Head<'a>,
    phase: Option<Now<'a>>,
    counts: CountsRow,
    phases: Vec<PhaseCounts<'a>>,
    overdue: Vec<&'a str>,
    soon: Vec<&'a str>,
    moved: Vec<&'a str>,
    without_evidence: Vec<&'a str>,
    stale: Vec<&'a str>,
}

#[derive(Serialize)]
struct Now<'a> {
    id: &'a str,
    day: i64,
    days: i64,
    percent: i64,
}

#[derive(Serialize)]
struct CountsRow {
    total: usize,
    done: usize,
    done_late: usize,
    overdue: usize,
    due_today: usize,
    due_soon: usize,
    open: usize,
    undated: usize,
    cancelled: usize,
    verified: usize,
}

#[derive(Serialize)]
struct PhaseCounts<'a> {
    id: Option<&'a str>,
    total: usize,
    done: usize,
    overdue: usize,
    open: usize,
}

/// Returns the first look at a plan whose file is called `file`.
pub fn status(agenda: &Agenda<'_>, bulletin: &Bulletin<'_>, file: &str) -> String {
    let phase = agenda.current_phase().map(|(phase, progress)| Now {
        id: &phase.id,
        day: progress.day,
        days: progress.days,
        percent: progress.percent(),
    });
    text(&StatusPage {
        schema: 1,
        plan: head(agenda, file),
        phase,
        counts: counts(agenda.counts()),
        phases: agenda.by_phase().into_iter().map(phase_counts).collect(),
        overdue: ids(&bulletin.overdue),
        soon: ids(&bulletin.soon),
        moved: bulletin.moved_ids(),
        without_evidence: ids(&bulletin.without_evidence),
        stale: ids(&bulletin.stale),
    })
}

fn counts(counts: Counts) -> CountsRow {
    CountsRow {
        total: counts.total,
        done: counts.done,
        done_late: counts.done_late,
        overdue: counts.overdue,
        due_today: counts.due_today,
        due_soon: counts.due_soon,
        open: counts.not_started + counts.under_way + counts.not_yet_due,
        undated: counts.no_date + counts.to_settle,
        cancelled: counts.cancelled,
        verified: counts.verified,
    }
}

fn phase_counts(share: PhaseShare<'_>) -> PhaseCounts<'_> {
    let PhaseShare { phase, total, done, overdue, open } = share;
    PhaseCounts { id: phase.map(|phase| phase.id.as_ref()), total, done, overdue, open }
}

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

/// A problem or a warning, with its place.
#[derive(Serialize)]
#[expect(missing_docs, reason = "the names are those of the output, described in the README")]
pub struct Finding<'a> {
    pub severity: &'static str,
    pub code: &'static str,
    pub file: &'a str,
    pub line: usize,
    pub column: usize,
    pub message: String,
    pub hint: Option<String>,
}

/// Returns `findings` as a list.
pub fn findings(findings: &[Finding<'_>]) -> String {
    text(&findings)
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
