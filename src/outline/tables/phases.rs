//! Which columns of groups name phases: each with a time that reaches as far down as the name.

use super::columns::Columns;
use super::grid::{Line, Seen, Span};
use super::head::Head;

/// Returns for each column of groups whether it names phases.
pub fn phases(body: &[Line], columns: &Columns, head: &Head) -> Vec<bool> {
    columns.groups.iter().map(|span| are_phases(body, *span, columns, head)).collect()
}

fn are_phases(body: &[Line], span: Span, columns: &Columns, head: &Head) -> bool {
    let [stage] = &columns.stages[..] else { return false };
    let dates: Vec<Span> =
        [&stage.start, &stage.due, &stage.when].into_iter().flatten().map(|column| column.span).collect();
    let head_name =
        head.columns.iter().find(|column| column.span == span).map(|column| column.name.to_lowercase());
    let is_named =
        head_name.is_some_and(|name| ["阶段", "phase", "stage"].iter().any(|word| name.contains(word)));
    // Beside the phase, and not beside what is done in it.
    let is_before_title = dates.iter().any(|date| columns.title.is_some_and(|title| *date < title));
    let (mut timed, mut merged, mut all_phases) = (0, false, true);
    for (at, line) in body.iter().enumerate() {
        let Some(group) = line.own(span).filter(|group| group.is_first) else { continue };
        let Some(date) = dates.iter().find_map(|date| line.own(*date).filter(|date| date.is_first)) else {
            continue;
        };
        if !reaches(date, group) || group.cell.rows == 1 && is_carried(&body[at + 1..], span, &dates) {
            return false;
        }
        timed += 1;
        merged |= group.cell.rows > 1;
        all_phases &= is_phase(&group.text);
    }
    timed > 0 && (all_phases || is_named && (is_before_title || merged))
}

fn reaches(date: &Seen, group: &Seen) -> bool {
    date.cell.rows >= group.cell.rows
}

/// Whether the next row belongs to the same group with a date of its own.
fn is_carried(below: &[Line], span: Span, dates: &[Span]) -> bool {
    let has_date = |line: &Line| dates.iter().any(|date| line.own(*date).is_some());
    below.first().is_some_and(|next| next.own(span).is_none() && has_date(next))
}

/// Whether a name is that of a phase: 宣传发动阶段, 第一阶段：动员, `Phase 2: Build`.
pub fn is_phase(name: &str) -> bool {
    let bare = name.split(['(', '（']).next().unwrap_or_default().trim();
    let lower = bare.to_lowercase();
    let is_number =
        |rest: &str| rest.trim_start().starts_with(|c: char| c.is_ascii_digit() || "iv".contains(c));
    let is_numbered = |word: &str| lower.strip_prefix(word).is_some_and(is_number);
    let is_nth =
        bare.starts_with('第') && bare.find("阶段").is_some_and(|at| bare[..at].chars().count() <= 4);
    bare.ends_with("阶段") || is_nth || is_numbered("phase ") || is_numbered("stage ")
}
