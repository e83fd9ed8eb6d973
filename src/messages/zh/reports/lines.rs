//! The lines of a report, in Chinese.

use chrono::NaiveDate;

use super::super::terms::agreed_by;
use super::words::{as_of, end, name, short};
use crate::messages::reports::{
    Lateness, added_after_deadline, lateness, names_owners, percent, sentence, was_left_behind,
};
use crate::messages::terms::{if_any, if_some};
use crate::model::agenda::{Cancelled, Item};
use crate::model::plan::Due;
use crate::model::report::{Line, Moved, PeriodName, PlanFigures, Scope, Standing, UnitFigures};

pub(super) fn line(line: &Line<'_>, scope: &Scope<'_>) -> String {
    match line {
        Line::Finished(item) => {
            let verified = if item.verified.is_some() { "，已销号" } else { "" };
            format!("{}{}{verified}。{}", about(item, scope), finished(item, scope), owners(item, scope))
        }
        Line::Overdue(standing) => {
            let Standing { item, .. } = standing;
            let news = news(item, scope);
            format!(
                "{}{}。{}{news}{}",
                about(item, scope),
                overdue(item, scope),
                owners(item, scope),
                reported(standing, scope)
            )
        }
        Line::ExpectedLate(standing) => {
            let Standing { item, .. } = standing;
            let expected = if_any(standing.expected, |day| expected_late(item, day, scope));
            let (due, news) = (due(item, scope), news(item, scope));
            let progress = reported(&Standing { expected: None, ..*standing }, scope);
            format!("{}{due}，{expected}。{}{news}{progress}", about(item, scope), owners(item, scope))
        }
        Line::UnderWay(standing) => {
            let Standing { item, .. } = standing;
            let due = due(item, scope);
            let due = if due.is_empty() { item.words.unwrap_or("无期限").to_owned() } else { due };
            format!(
                "{}{due}。{}{}{}",
                about(item, scope),
                owners(item, scope),
                news(item, scope),
                reported(standing, scope)
            )
        }
        Line::Moved(moved) => changed(moved, scope),
        Line::Cancelled(item) => {
            format!("{}{}{}", about(item, scope), cancelled(item, scope), owners(item, scope))
        }
        Line::Next(item) => {
            let added = item.added.filter(|added| *added > scope.day);
            let added = if_any(added, |added| format!("，{}新增", short(added, scope)));
            let due = if_any(item.due.day, |day| format!("{}前", short(day, scope)));
            format!("{}{due}{added}。{}", about(item, scope), owners(item, scope))
        }
        Line::By(unit) => unit_figures(unit, scope),
        Line::Plan(plan) => plan_figures(plan, scope),
        Line::Reminded(item) => reminded(item, scope),
    }
}

fn about(item: &Item<'_>, scope: &Scope<'_>) -> String {
    titled(item.id, item.title, scope)
}

fn titled(id: &str, title: &str, scope: &Scope<'_>) -> String {
    let aside = match scope.plan {
        None if scope.ids => id.to_owned(),
        None => return format!("{title}："),
        Some(plan) if scope.ids => format!("{}，{}", name(plan.title), plan.id(id)),
        Some(plan) if plan.is_alike => format!("{}，{}", name(plan.title), plan.name),
        Some(plan) => name(plan.title),
    };
    format!("{title}（{aside}）：")
}

fn owners(item: &Item<'_>, scope: &Scope<'_>) -> String {
    if !names_owners(item, scope) {
        return String::new();
    }
    let others: Vec<_> = item.owners().skip(1).collect();
    if_any(item.owner(), |first| match others.as_slice() {
        [] => format!("责任单位：{first}。"),
        others => format!("责任单位：{first}（牵头）、{}。", others.join("、")),
    })
}

fn due(item: &Item<'_>, scope: &Scope<'_>) -> String {
    if_any(item.due.day, |day| format!("{}到期", short(day, scope)))
}

/// The deadline that counts, and the one that took its place after it had expired.
fn counting(item: &Item<'_>, scope: &Scope<'_>) -> String {
    let due = if_any(item.agreed, |day| format!("{}到期，", short(day, scope)));
    let added = added_after_deadline(item);
    let due = due + &if_any(added, |day| format!("{}新增，", short(day, scope)));
    if !was_left_behind(item) {
        return due;
    }
    match item.due.day {
        Some(day) => format!("{due}逾期后调整至{}，", short(day, scope)),
        None => format!("{due}逾期后调整为{}，", item.words.unwrap_or("无期限")),
    }
}

fn overdue(item: &Item<'_>, scope: &Scope<'_>) -> String {
    let days = late(item, scope.day, scope, "尚未办结，");
    format!("{}{days}", counting(item, scope)).trim_end_matches('，').to_owned()
}

fn finished(item: &Item<'_>, scope: &Scope<'_>) -> String {
    let Some(done) = item.done else { return String::new() };
    let is_ahead = item.counts_on.is_some_and(|day| day > scope.day);
    let ahead = if is_ahead { "提前" } else { "" };
    let days = late(item, done, scope, "");
    let days = if days.is_empty() { days } else { format!("，{days}") };
    format!("{}{}{ahead}完成{days}", counting(item, scope), short(done, scope))
}

/// By how many days it was late on `day`.
fn late(item: &Item<'_>, day: NaiveDate, scope: &Scope<'_>, open: &str) -> String {
    let agreed = if_any(item.agreed, |day| short(day, scope));
    match lateness(item, day) {
        Lateness::None => String::new(),
        Lateness::Days(days) => format!("超期{days}天"),
        Lateness::Both { days, counted } => format!("超期{days}天（按{agreed}计{counted}天）"),
        Lateness::Counted { days } => format!("{open}按{agreed}计超期{days}天"),
    }
}

/// The reason for a delay, and the last word on progress.
fn news(item: &Item<'_>, scope: &Scope<'_>) -> String {
    let why = if_any(item.last_reason(), |why| format!("原因：{}。", sentence(why)));
    why + &if_any(item.last_text(), |(text, on)| {
        format!("进展：{}（{}）。", sentence(text), short(on, scope))
    })
}

/// What is known only on the day of issue.
fn reported(standing: &Standing<'_>, scope: &Scope<'_>) -> String {
    let Standing { progress, expected, done_since, .. } = *standing;
    let unfinished = match scope.period.filter(|_| scope.is_over()) {
        Some(period) => format!("{}尚未办结", end(period, scope.day, scope)),
        None => "尚未办结".to_owned(),
    };
    let done_since = done_since.map(|day| format!("已于{}完成", short(day, scope)));
    let progress = progress.filter(|progress| done_since.is_none() || *progress == 100);
    let progress = progress.map(|progress| match progress {
        100 => format!("进度100%，{unfinished}"),
        _ => format!("进度{progress}%"),
    });
    let expected =
        expected.filter(|_| done_since.is_none()).map(|day| format!("预计{}完成", short(day, scope)));
    let pause = if done_since.is_some() { "；" } else { "，" };
    let all = [progress, expected, done_since].into_iter().flatten().collect::<Vec<_>>().join(pause);
    if all.is_empty() { all } else { format!("{all}。") }
}

fn expected_late(item: &Item<'_>, expected: NaiveDate, scope: &Scope<'_>) -> String {
    let late = item.due.day.map(|due| (expected - due).num_days()).filter(|days| *days > 0);
    let late = if_any(late, |days| format!("，将超期{days}天"));
    format!("预计{}完成{late}", short(expected, scope))
}

fn changed(moved: &Moved<'_>, scope: &Scope<'_>) -> String {
    let Moved { id, title, item, change } = moved;
    let shown = |due: &Due<'_>| match due.day {
        Some(day) => short(day, scope),
        None => due.words.as_deref().unwrap_or("无期限").to_owned(),
    };
    let shift = if_any(change.days(), |days| match days {
        0 => String::new(),
        days if days > 0 => format!("，延后{days}天"),
        days => format!("，提前{}天", -days),
    });
    let agreed = match change.by {
        Some(by) => agreed_by(by),
        None => "调整".to_owned(),
    };
    let late = if change.is_late() { "，属逾期后调整，仍按逾期统计" } else { "" };
    let (from, to, on, why) =
        (shown(change.from), shown(change.to), short(change.on, scope), sentence(change.why));
    let owners = if_any(item.as_ref(), |item| owners(item, scope));
    format!(
        "{}由{from}调整为{to}{shift}。原因：{why}。{on}{agreed}{late}。{owners}",
        titled(id, title, scope)
    )
}

fn cancelled(item: &Item<'_>, scope: &Scope<'_>) -> String {
    let Some(Cancelled { on, why, by }) = item.cancelled else { return String::new() };
    let by = if_any(by, agreed_by);
    let late = if item.was_cancelled_late() { "，属逾期后取消，仍按逾期统计" } else { "" };
    let why = if_any(why, |why| format!("原因：{}。", sentence(why)));
    format!("{}{by}取消{late}。{why}", short(on, scope))
}

fn unit_figures(unit: &UnitFigures<'_>, scope: &Scope<'_>) -> String {
    let UnitFigures { name, figures, leads, overdue } = unit;
    let leads = if_some(*leads, |leads| format!("（牵头{leads}项）"));
    let kept = match figures.per_mille() {
        None => "没有到期应完成的事项".to_owned(),
        Some(rate) => {
            let (due, on_time) = (figures.due, figures.on_time);
            format!("应完成{due}项{leads}，按期完成{on_time}项，按期完成率{}", percent(rate))
        }
    };
    format!("{}：{kept}；{}逾期未完成{overdue}项。", name.unwrap_or("其他"), at_the_end(scope))
}

fn plan_figures(plan: &PlanFigures, scope: &Scope<'_>) -> String {
    let PlanFigures { total, figures, overdue } = plan;
    let kept = match figures.per_mille() {
        None => "没有到期应完成的事项".to_owned(),
        Some(rate) => format!(
            "应完成{}项，按期完成{}项，逾期完成{}项，逾期未完成{}项，按期完成率{}",
            figures.due,
            figures.on_time,
            figures.late,
            figures.not_done,
            percent(rate)
        ),
    };
    let called = if_any(scope.plan, |plan| match name(plan.title) {
        title if scope.ids || plan.is_alike => format!("{title}（{}）", plan.name),
        title => title,
    });
    format!("{called}：共{total}项，{kept}；{}逾期未完成{overdue}项。", at_the_end(scope))
}

/// When what is overdue was counted.
fn at_the_end(scope: &Scope<'_>) -> String {
    match scope.period.filter(|_| scope.is_over()) {
        Some(period) if matches!(period.name(), PeriodName::Month(_)) => "月底".to_owned(),
        Some(_) => short(scope.day, scope),
        None => as_of(scope),
    }
}

/// A line of the page for one unit, by the deadline that stands.
fn reminded(item: &Item<'_>, scope: &Scope<'_>) -> String {
    let aside = if_any(item.agreed.filter(|_| was_left_behind(item)), |day| {
        format!("（{}到期，逾期后调整）", short(day, scope))
    });
    let left = item.days.unwrap_or_default();
    let left = match left {
        0 => "今天到期".to_owned(),
        days if days < 0 => format!("超期{}天", -days),
        days => format!("还有{days}天"),
    };
    let expected = if_any(item.details.expected, |day| {
        let will_be_late = item.days >= Some(0);
        if will_be_late {
            format!("{}。", expected_late(item, day, scope))
        } else {
            format!("预计{}完成。", short(day, scope))
        }
    });
    format!("{}{}{aside}，{left}。{expected}", about(item, scope), due(item, scope))
}
