//! The whole in figures, in Chinese.

use super::words::{as_of, days, end, label};
use crate::messages::reports::percent;
use crate::messages::terms::{if_any, if_some};
use crate::model::agenda::{Figures, PhaseOnDay};
use crate::model::report::{Carried, Completion, CurrentPhase, Period, Scope, Subject, Summary};

pub(super) fn paragraphs(summary: &Summary<'_>) -> Vec<String> {
    let scope = &summary.scope;
    let mut paragraphs = vec![completion(summary), kept(summary)];
    paragraphs.extend(scope.period.zip(summary.carried).map(|(period, one)| carried(&one, period, scope)));
    paragraphs.extend(summary.phases.iter().map(|current| phase(current, scope)));
    paragraphs
}

fn completion(summary: &Summary<'_>) -> String {
    let Completion { total, dated, goes_on, recurring, to_settle, no_date, cancelled, done, verified } =
        summary.completion;
    let apart = [
        ("长期坚持", goes_on),
        ("定期开展", recurring),
        ("期限待定", to_settle),
        ("无期限", no_date),
        ("已取消", cancelled),
    ];
    let apart = apart.into_iter().filter(|(_, count)| *count > 0);
    let apart = apart.map(|(name, count)| format!("{name}{count}项")).collect::<Vec<_>>().join("、");
    let all = match (&summary.owner, summary.subject) {
        (Some(owner), _) => format!("{owner}共承担{total}项"),
        (None, Subject::Plan(_)) => format!("方案共列{total}项"),
        (None, Subject::Plans { count, .. }) => format!("{count}个方案共列{total}项"),
    };
    let verified = if_some(verified, |verified| format!("，其中已销号{verified}项"));
    let rate = if_any(summary.completion.per_mille(), percent);
    let text = match (dated, apart.is_empty()) {
        (0, true) => format!("{all}。"),
        (0, false) => format!("{all}，其中{apart}。"),
        (_, true) => format!("{all}，已完成{done}项，完成率{rate}{verified}。"),
        (_, false) => format!("{all}，除{apart}外，其余{dated}项已完成{done}项，完成率{rate}{verified}。"),
    };
    let added = summary.scope.period.filter(|_| summary.added > 0);
    let added = if_any(added, |period| format!("{}新增{}项。", label(period, &summary.scope), summary.added));
    text + &added
}

/// How far the deadlines were kept.
fn kept(summary: &Summary<'_>) -> String {
    let scope = &summary.scope;
    let when = match scope.period {
        None => format!("{}，", as_of(scope)),
        Some(period) if scope.day < period.range.end => {
            format!("{}（{}）", label(period, scope), as_of(scope))
        }
        Some(period) => label(period, scope),
    };
    let Figures { due, on_time, late, not_done, cancelled_late, ahead } = summary.figures;
    let given_up = given_up(cancelled_late);
    let mut text = match summary.figures.per_mille() {
        None => format!("{when}没有到期应完成的事项。"),
        Some(rate) => format!(
            "{when}到期应完成{due}项：按期完成{on_time}项，逾期完成{late}项，逾期未完成{not_done}项{given_up}，按期完成率{}。",
            percent(rate)
        ),
    };
    text += &if_any(summary.original_where_other(), |original| match original.per_mille() {
        None => "按最初期限计，没有应完成的事项。".to_owned(),
        Some(rate) => format!(
            "按最初期限计，应完成{}项，按期完成{}项，按期完成率{}。",
            original.due,
            original.on_time,
            percent(rate)
        ),
    });
    text + &if_some(ahead, |ahead| format!("另有{ahead}项提前完成。"))
}

/// Of what was not done, what is not overdue any more.
fn given_up(count: usize) -> String {
    if_some(count, |count| format!("（含逾期后取消{count}项）"))
}

/// What leads from the end of the period before to that of this one.
fn carried(carried: &Carried, period: Period, scope: &Scope<'_>) -> String {
    let Carried { before, done, cancelled, still, new, new_cancelled, after } = *carried;
    let label = label(period, scope);
    let became = [("已补完成", done), ("逾期后取消", cancelled), ("仍未完成", still)];
    let became = became.into_iter().filter(|(_, count)| *count > 0);
    let became = became.map(|(what, count)| format!("{what}{count}项")).collect::<Vec<_>>().join("、");
    let eve = end(period, period.eve(), scope);
    let before = if_some(before, |before| format!("{eve}逾期未完成{before}项，{label}{became}；"));
    let new = match new {
        0 if before.is_empty() => String::new(),
        0 => format!("{label}没有新增逾期。"),
        _ => format!("{label}新增逾期{new}项{}。", given_up(new_cancelled)),
    };
    let after = match after {
        0 => "没有逾期未完成的事项。".to_owned(),
        _ => format!("逾期未完成共{after}项。"),
    };
    format!("{before}{new}{}，{after}", as_of(scope))
}

fn phase(current: &CurrentPhase<'_>, scope: &Scope<'_>) -> String {
    let CurrentPhase { phase: PhaseOnDay { title, range, .. }, progress, total, done } = current;
    let count = if_some(*total, |total| format!("，该阶段{total}项已完成{done}项"));
    let (days, percent) = (days(*range, scope), progress.percent());
    format!("{}，方案处于“{title}”（{days}），时间进度{percent}%{count}。", as_of(scope))
}
