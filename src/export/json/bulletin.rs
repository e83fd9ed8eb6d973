//! The bulletin and the first look in the morning.

use serde_json::{Value, json};

use super::head::head;
use super::text::text;
use crate::model::agenda::{By, Counts, Figures, Item, PhaseShare, Share};
use crate::model::report::{Bulletin, Moved};

/// Returns the bulletin of a plan whose file is called `file`, with the figures of each share.
pub fn bulletin(bulletin: &Bulletin<'_, '_>, by: Option<By>, file: &str) -> String {
    let agenda = bulletin.agenda;
    let shares = by.map_or_else(Vec::new, |by| agenda.shares(by));
    let share =
        |share: &Share<'_>| json!({ "name": share.name, "figures": figures(bulletin.figures_of(share)) });
    text(&json!({
        "schema": 1,
        "plan": head(agenda, file),
        "period": bulletin.period.map(|period| json!({ "start": period.start, "end": period.end })),
        "figures": figures(bulletin.figures),
        "original": figures(bulletin.original),
        "overdue": ids(&bulletin.overdue),
        "soon": ids(&bulletin.soon),
        "done_late": ids(&bulletin.done_late),
        "moves": bulletin.moves.iter().map(moved).collect::<Vec<_>>(),
        "finished": ids(&bulletin.finished),
        "without_evidence": ids(&bulletin.without_evidence),
        "without_owner": ids(&bulletin.without_owner),
        "stale": ids(&bulletin.stale),
        "by": shares.iter().map(share).collect::<Vec<_>>(),
    }))
}

/// Returns the first look at a plan whose file is called `file`.
pub fn status(bulletin: &Bulletin<'_, '_>, file: &str) -> String {
    let agenda = bulletin.agenda;
    let current = agenda.current_phases().map(|(phase, progress)| {
        let (day, days, percent) = (progress.day, progress.days, progress.percent());
        json!({ "id": phase.id, "day": day, "days": days, "percent": percent })
    });
    let current: Vec<_> = current.collect();
    text(&json!({
        "schema": 1,
        "plan": head(agenda, file),
        "phase": current.first(),
        "current_phases": current,
        "counts": counts(&bulletin.counts),
        "phases": agenda.by_phase().iter().map(share).collect::<Vec<_>>(),
        "overdue": ids(&bulletin.overdue),
        "soon": ids(&bulletin.soon),
        "moved": bulletin.moved_ids(),
        "without_evidence": ids(&bulletin.without_evidence),
        "stale": ids(&bulletin.stale),
    }))
}

fn ids<'p>(items: &[Item<'p>]) -> Vec<&'p str> {
    items.iter().map(|item| item.id).collect()
}

fn figures(figures: Figures) -> Value {
    let Figures { due, on_time, late, not_done, ahead } = figures;
    json!({ "due": due, "on_time": on_time, "late": late, "not_done": not_done, "ahead": ahead })
}

fn moved(moved: &Moved<'_>) -> Value {
    let Moved { id, change, .. } = moved;
    json!({
        "id": id,
        "from": change.from.day,
        "to": change.to.day,
        "on": change.on,
        "why": change.why,
        "by": change.by,
        "late": change.is_late(),
    })
}

fn counts(counts: &Counts) -> Value {
    json!({
        "total": counts.total,
        "done": counts.done,
        "done_late": counts.done_late,
        "overdue": counts.overdue,
        "due_today": counts.due_today,
        "due_soon": counts.due_soon,
        "open": counts.not_started + counts.under_way + counts.not_yet_due,
        "undated": counts.no_date + counts.to_settle,
        "cancelled": counts.cancelled,
        "verified": counts.verified,
    })
}

fn share(share: &PhaseShare<'_>) -> Value {
    let PhaseShare { phase, total, done, overdue, open } = share;
    let id = phase.map(|phase| phase.id);
    json!({ "id": id, "total": total, "done": done, "overdue": overdue, "open": open })
}
