//! The bulletin and the first look in the morning.

use serde_json::{Value, json};

use super::head::head;
use super::several::with_all;
use super::text::text;
use crate::model::agenda::{Agenda, By, Counts, Figures, Item, PhaseShare, Status};
use crate::model::report::{
    Bulletin, Bulletins, Carried, Completion, Moved, Period, Standing, Summary, Todo, UnitFigures, moved_ids,
    moves,
};

/// Returns the bulletin on the agenda's plan, whose file is called `file`, with the figures of each share.
pub fn bulletin(agenda: &Agenda<'_>, bulletin: &Bulletin<'_>, by: Option<By>, file: &str) -> String {
    let done_late = bulletin.finished.iter().filter(|item| item.status == Status::DoneLate);
    let standing = |all: &[Standing<'_>]| all.iter().map(|one| one.item.id.to_owned()).collect::<Vec<_>>();
    let units = by.map_or_else(Vec::new, |by| bulletin.units(by));
    let first = json!({ "schema": 1, "plan": head(agenda, file) });
    let lists = json!({
        "finished": ids(&bulletin.finished),
        "done_late": done_late.map(|item| item.id).collect::<Vec<_>>(),
        "overdue": standing(&bulletin.overdue),
        "expected_late": standing(&bulletin.expected_late),
        "under_way": standing(&bulletin.under_way),
        "moves": bulletin.moves.iter().map(moved).collect::<Vec<_>>(),
        "cancelled": ids(&bulletin.cancelled),
        "next": ids(&bulletin.next),
        "by": units.iter().map(unit).collect::<Vec<_>>(),
    });
    text(&joined([first, summary(&bulletin.summary), lists]))
}

/// Returns the bulletins on several plans, each as by itself in `plans`, and the names of the files that could not be
/// read; with the figures of `all` of them, if there are any.
pub fn bulletins(all: Option<&Bulletins<'_>>, plans: &[String], unread: &[&str]) -> String {
    let all = all.map(|all| {
        let units = all.units(By::Owner);
        joined([summary(&all.summary), json!({ "by": units.iter().map(unit).collect::<Vec<_>>() })])
    });
    with_all(plans, unread, &json!(all))
}

/// Returns what the plan itself lacks, of what `owner` answers for where that is given.
pub fn todo(agenda: &Agenda<'_>, owner: Option<&str>, file: &str) -> String {
    let Todo { without_evidence, without_owner, stale } = Todo::new(agenda, owner);
    text(&json!({
        "schema": 1,
        "plan": head(agenda, file),
        "without_evidence": ids(&without_evidence),
        "without_owner": ids(&without_owner),
        "stale": ids(&stale),
    }))
}

/// Returns the first look at a plan whose file is called `file`.
pub fn status(agenda: &Agenda<'_>, file: &str) -> String {
    let current = agenda.current_phases().map(|(phase, progress)| {
        let (day, days, percent) = (progress.day, progress.days, progress.percent());
        json!({ "id": phase.id, "day": day, "days": days, "percent": percent })
    });
    let current: Vec<_> = current.collect();
    let Todo { without_evidence, stale, .. } = Todo::new(agenda, None);
    text(&json!({
        "schema": 1,
        "plan": head(agenda, file),
        "phase": current.first(),
        "current_phases": current,
        "counts": counts(&Counts::of(agenda.items())),
        "phases": agenda.by_phase().iter().map(share).collect::<Vec<_>>(),
        "overdue": ids(&agenda.overdue()),
        "soon": ids(&agenda.due_within(agenda.soon())),
        "moved": moved_ids(&moves(agenda, |_| true)),
        "without_evidence": ids(&without_evidence),
        "stale": ids(&stale),
    }))
}

/// Returns one object with the fields of several.
fn joined(objects: impl IntoIterator<Item = Value>) -> Value {
    let fields = objects.into_iter().filter_map(|object| match object {
        Value::Object(fields) => Some(fields),
        _ => None,
    });
    Value::Object(fields.flatten().collect())
}

/// Returns the whole in figures.
fn summary(summary: &Summary<'_>) -> Value {
    let Summary { scope, owner, completion: kept, added, figures: counting, original, .. } = summary;
    json!({
        "period": scope.period.map(|Period { range }| json!({ "start": range.start, "end": range.end })),
        "as_of": scope.day,
        "owner": owner,
        "completion": completion(*kept),
        "added": added,
        "figures": figures(*counting),
        "original": figures(*original),
        "carried": summary.carried.map(carried),
    })
}

fn completion(completion: Completion) -> Value {
    let Completion { total, dated, goes_on, recurring, to_settle, no_date, cancelled, done, verified } =
        completion;
    json!({
        "total": total, "dated": dated, "done": done, "verified": verified, "goes_on": goes_on,
        "recurring": recurring, "to_settle": to_settle, "no_date": no_date, "cancelled": cancelled,
    })
}

fn carried(carried: Carried) -> Value {
    let Carried { before, done, cancelled, still, new, new_cancelled, after } = carried;
    json!({
        "before": before, "done": done, "cancelled": cancelled, "still": still, "new": new,
        "new_cancelled": new_cancelled, "after": after,
    })
}

fn unit(unit: &UnitFigures<'_>) -> Value {
    let UnitFigures { name, figures: kept, leads, overdue } = *unit;
    json!({ "name": name, "figures": figures(kept), "leads": leads, "overdue": overdue })
}

fn ids<'p>(items: &[Item<'p>]) -> Vec<&'p str> {
    items.iter().map(|item| item.id).collect()
}

fn figures(figures: Figures) -> Value {
    let Figures { due, on_time, late, not_done, cancelled_late, ahead } = figures;
    json!({
        "due": due, "on_time": on_time, "late": late, "not_done": not_done, "cancelled_late": cancelled_late,
        "ahead": ahead,
    })
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
