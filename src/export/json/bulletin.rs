//! The bulletin and the first look in the morning.

use chrono::NaiveDate;
use serde::Serialize;

use super::head::{Head, head};
use super::text::text;
use crate::model::agenda::{By, Counts, Figures, Item, PhaseShare, Share};
use crate::model::date::DateRange;
use crate::model::report::{Bulletin, Moved};

#[derive(Serialize)]
struct Report<'a> {
    schema: u32,
    plan: Head<'a>,
    period: Option<RangeRow>,
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
struct RangeRow {
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
pub fn bulletin(bulletin: &Bulletin<'_, '_>, by: Option<By>, file: &str) -> String {
    let agenda = bulletin.agenda;
    let shares = by.map_or_else(Vec::new, |by| agenda.shares(by));
    text(&Report {
        schema: 1,
        plan: head(agenda, file),
        period: bulletin.period.map(|DateRange { start, end }| RangeRow { start, end }),
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
        by: shares.iter().map(|share| share_row(share, bulletin)).collect(),
    })
}

fn share_row<'p>(share: &Share<'p>, bulletin: &Bulletin<'_, 'p>) -> ShareRow<'p> {
    ShareRow { name: share.name, figures: figures(bulletin.figures_of(share)) }
}

fn ids<'p>(items: &[Item<'p>]) -> Vec<&'p str> {
    items.iter().map(|item| item.id).collect()
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
        to: change.to.day,
        on: change.on,
        why: change.why,
        by: change.by,
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
pub fn status(bulletin: &Bulletin<'_, '_>, file: &str) -> String {
    let agenda = bulletin.agenda;
    let phase = agenda.current_phase().map(|(phase, progress)| Now {
        id: phase.id,
        day: progress.day,
        days: progress.days,
        percent: progress.percent(),
    });
    text(&StatusPage {
        schema: 1,
        plan: head(agenda, file),
        phase,
        counts: counts(Counts::of(agenda.items())),
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
    PhaseCounts { id: phase.map(|phase| phase.id), total, done, overdue, open }
}
