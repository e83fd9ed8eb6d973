//! The bulletin and the first look in the morning.

use chrono::NaiveDate;
use serde::Serialize;

use super::{Head, head, text};
use crate::model::agenda::{Agenda, Item};
use crate::model::date::DateRange;
use crate::model::report::{Bulletin, Counts, Figures, Moved, PhaseShare};

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
