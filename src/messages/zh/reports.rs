//! A report, in Chinese.

use chrono::{Datelike, NaiveDate};

use super::Chinese;
use crate::messages::reports::{Reports, closing, outcome, percent, sentence};
use crate::messages::terms::{Terms, if_any, if_some};
use crate::model::agenda::{Counts, Figures, Item, PhaseOnDay};
use crate::model::date::DateRange;
use crate::model::plan::Due;
use crate::model::report::{Bulletin, CurrentPhase, Line, Moved, Part};

/// What the title of a plan ends with, and that of a report on it does not.
const KINDS: [&str; 4] = ["实施方案", "工作方案", "方案", "计划"];

impl Reports for Chinese {
    fn report_title(&self, title: &str) -> String {
        let name = KINDS.iter().find_map(|kind| title.strip_suffix(kind)).filter(|name| !name.is_empty());
        format!("{}进展情况", name.unwrap_or(title))
    }

    fn report_day(&self, day: NaiveDate, period: Option<DateRange>) -> String {
        match period {
            Some(period) => format!("（{}至{}）", self.full_date(period.start), self.full_date(day)),
            None => format!("（截至{}）", self.full_date(day)),
        }
    }

    fn overview(&self, bulletin: &Bulletin<'_, '_>) -> String {
        let Bulletin { period, figures, counts: Counts { total, .. }, .. } = bulletin;
        let day = bulletin.agenda.day();
        let when = match period {
            Some(period) => format!("{}至{}", short(period.start, day), short(day, day)),
            None => format!("截至{}，", short(day, day)),
        };
        let mut text = format!("方案共列{total}项。{when}{}。", kept(figures));
        if let Some(original) = bulletin.original_where_other() {
            let rate = if_any(original.per_mille(), |rate| format!("，为{}", percent(rate)));
            let (on_time, due) = (original.on_time, original.due);
            text = format!("{text}按原定期限计，应完成{due}项，按期完成{on_time}项{rate}。");
        }
        let more = closing(bulletin, ["此前到期、仍未完成", "提前完成", "已销号", "已取消"]);
        let more: Vec<_> = more.map(|(name, count)| format!("{name}{count}项")).collect();
        if more.is_empty() { text } else { format!("{text}另有{}。", more.join("，")) }
    }

    fn current_phase(&self, current: &CurrentPhase<'_>, day: NaiveDate) -> String {
        let CurrentPhase { phase: PhaseOnDay { title, range, .. }, progress, total, done } = current;
        let count = if_some(*total, |total| format!("，本阶段{total}项已完成{done}项"));
        let (start, end, percent) = (short(range.start, day), short(range.end, day), progress.percent());
        format!("目前处于{title}（{start}至{end}），时间过去{percent}%{count}。")
    }

    fn part(&self, part: Part, at: usize, count: usize) -> String {
        const NUMBERS: [&str; 8] = ["一", "二", "三", "四", "五", "六", "七", "八"];
        let number = at.checked_sub(1).and_then(|at| NUMBERS.get(at)).copied().unwrap_or_default();
        let heading = match part {
            Part::Overview => "总体情况".to_owned(),
            Part::Overdue => format!("逾期未完成（{count}项）"),
            Part::Soon { until } => format!("近期到期（{}月{}日前，{count}项）", until.month(), until.day()),
            Part::DoneLate => format!("逾期完成（{count}项）"),
            Part::Moves { late: 0 } => format!("期限调整（{count}项）"),
            Part::Moves { late } => format!("期限调整（{count}项，其中逾期后提出{late}项）"),
            Part::Finished => format!("已完成（{count}项）"),
            Part::By(what) => format!("按{}分列", self.key(what.key())),
            Part::Missing => "需要补充".to_owned(),
        };
        format!("{number}、{heading}")
    }

    fn report_line(&self, line: &Line<'_>, day: NaiveDate) -> String {
        match line {
            Line::Overdue(item) => {
                let reason = match item.last_note() {
                    Some(note) => format!("{}（{}）", sentence(&self.note(note)), short(note.on, day)),
                    None => "未填写".to_owned(),
                };
                let expected = if_any(item.details.expected, |on| format!("预计{}完成。", short(on, day)));
                let days = item.days.unwrap_or_default();
                format!("{}，逾期{}天。{}原因：{reason}。{expected}", due(item, day), -days, owner(item))
            }
            Line::Soon(item) => match item.days.unwrap_or_default() {
                0 => format!("{}：今天到期。{}", name(item), owner(item)),
                days => format!("{}，还有{days}天。{}", due(item, day), owner(item)),
            },
            Line::DoneLate(item) => {
                let days = item.days.unwrap_or_default();
                format!("{}，{}，晚{}天。", due(item, day), done(item, day), -days)
            }
            Line::Finished(item) => {
                let outcome = outcome(item, day, ["提前完成", "按期完成", "逾期完成", "完成"]);
                let verified = if_any(item.verified, |mark| format!("，{}销号", short(mark.on, day)));
                let done = if_any(item.done, |done| short(done, day));
                format!("{}：{done}{}{verified}。", name(item), outcome)
            }
            Line::Moved(Moved { id, title, change }) => {
                let shown = |due: &Due<'_>| due.day.map_or_else(|| "无期限".to_owned(), |to| short(to, day));
                let by = if_any(change.by, |by| format!("同意：{by}，"));
                let late = if change.is_late() { "逾期后提出" } else { "到期前提出" };
                let (from, to, on) = (shown(change.from), shown(change.to), short(change.on, day));
                let (shift, why) = (self.shift(change.days()), sentence(change.why));
                format!("{title}（{id}）：由{from}调整为{to}{shift}。原因：{why}。{by}{on}，{late}。")
            }
            Line::By { name, total, figures } => {
                let name = name.unwrap_or("未明确");
                let ahead = if_some(figures.ahead, |ahead| format!("；提前完成{ahead}项"));
                format!("{name}：共{total}项，{}{ahead}。", kept(figures).replace('：', "，"))
            }
            Line::WithoutEvidence(ids) => {
                format!("未登记佐证材料{}项：{}。", ids.len(), ids.join(self.comma()))
            }
            Line::WithoutOwner(ids) => format!("责任未明确{}项：{}。", ids.len(), ids.join(self.comma())),
            Line::Stale { ids, days } => {
                format!("{days}天没有进展记录{}项：{}。", ids.len(), ids.join(self.comma()))
            }
        }
    }

    fn bullet(&self, at: usize) -> String {
        format!("{at}．")
    }

    fn full_date(&self, day: NaiveDate) -> String {
        format!("{}年{}月{}日", day.year(), day.month(), day.day())
    }
}

/// A date without its year where that is the report's.
fn short(day: NaiveDate, of: NaiveDate) -> String {
    if day.year() == of.year() {
        format!("{}月{}日", day.month(), day.day())
    } else {
        Chinese.full_date(day)
    }
}

fn kept(figures: &Figures) -> String {
    let Figures { due, on_time, late, not_done, .. } = figures;
    match figures.per_mille() {
        None => "没有到期应完成的事项".to_owned(),
        Some(rate) => format!(
            "到期应完成{due}项：按期完成{on_time}项，逾期完成{late}项，逾期未完成{not_done}项，按期完成率{}",
            percent(rate)
        ),
    }
}

fn name(item: &Item<'_>) -> String {
    format!("{}（{}）", item.title, item.id)
}

fn due(item: &Item<'_>, day: NaiveDate) -> String {
    let due = if_any(item.due.day, |due| format!("{}到期", short(due, day)));
    format!("{}：{due}", name(item))
}

fn done(item: &Item<'_>, day: NaiveDate) -> String {
    if_any(item.done, |done| format!("{}完成", short(done, day)))
}

fn owner(item: &Item<'_>) -> String {
    format!("责任：{}。", item.owner().unwrap_or("未明确"))
}
