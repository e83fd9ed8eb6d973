//! A report, in Chinese.

mod lines;
mod overview;
mod words;

use chrono::{Datelike, NaiveDate};

use self::words::{as_of, counted, full, label, label_with_year, name, short};
use super::Chinese;
use crate::messages::reports::{Lacking, Reminded, Reports};
use crate::messages::terms::if_any;
use crate::model::agenda::By;
use crate::model::report::{Line, Part, Period, Reminder, Scope, Subject, Summary};

const NUMBERS: [&str; 10] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

impl Reports for Chinese {
    fn report_title(&self, summary: &Summary<'_>) -> String {
        let of = if_any(summary.scope.period, |period| label(period, &summary.scope));
        format!("关于{}{of}进展情况的通报", subject(summary))
    }

    fn report_subtitle(&self, _summary: &Summary<'_>) -> Option<String> {
        None
    }

    fn addressee(&self, to: &str) -> String {
        format!("{}：", to.trim_end_matches(['：', ':']))
    }

    fn report_opening(&self, summary: &Summary<'_>) -> Option<String> {
        let Scope { period, day, .. } = summary.scope;
        let subject = subject(summary);
        Some(match period {
            Some(period) => format!("现将{subject}{}进展情况通报如下。", label_with_year(period)),
            None => format!("现将{subject}进展情况（截至{}）通报如下。", full(day)),
        })
    }

    fn overview(&self, summary: &Summary<'_>) -> Vec<String> {
        overview::paragraphs(summary)
    }

    fn part(&self, part: Part, at: usize, count: usize, scope: &Scope<'_>) -> String {
        let number = at.checked_sub(1).and_then(|at| NUMBERS.get(at)).copied().unwrap_or_default();
        let number_of = counted(count, scope);
        let heading = match (part, scope.period) {
            (Part::Overview, _) => "总体情况".to_owned(),
            (Part::Finished, Some(period)) => format!("已完成事项（{}完成{count}项）", label(period, scope)),
            (Part::Finished, None) => format!("已完成事项（{count}项）"),
            (Part::Overdue { .. }, _) if count == 0 => "逾期未完成事项".to_owned(),
            (Part::Overdue { before }, Some(period)) => {
                format!("逾期未完成事项（{count}项，{}）", of_which(count - before, before, period, scope))
            }
            (Part::Overdue { .. }, None) => format!("逾期未完成事项（{number_of}）"),
            (Part::ExpectedLate, _) => format!("预计逾期事项（{number_of}）"),
            (Part::UnderWay, _) => format!("推进中事项（{number_of}）"),
            (Part::Changes { cancelled: 0, .. }, _) => format!("期限调整事项（{number_of}）"),
            (Part::Changes { moves: 0, .. }, _) => format!("取消事项（{number_of}）"),
            (Part::Changes { .. }, _) => format!("期限调整和取消事项（{number_of}）"),
            (Part::Next { until }, None) => {
                let until = if_any(until, |until| format!("{}前，", short(until, scope)));
                format!("近期到期事项（{until}{count}项）")
            }
            (Part::Next { .. }, Some(period)) if scope.is_over() => {
                format!("{}到期事项（{count}项）", if_any(period.next(), |next| label(next, scope)))
            }
            (Part::Next { .. }, Some(period)) => format!("{}后续到期事项（{count}项）", label(period, scope)),
            (Part::Plans | Part::By { .. }, period) => {
                let each = if let Part::By { by, .. } = part { each(by) } else { "各方案" };
                let due =
                    period.map_or_else(|| as_of(scope), |period| format!("{}到期", label(period, scope)));
                format!("{each}完成情况（{due}）")
            }
        };
        format!("{number}、{heading}")
    }

    fn none(&self) -> &'static str {
        "无。"
    }

    fn report_line(&self, line: &Line<'_>, scope: &Scope<'_>) -> String {
        lines::line(line, scope)
    }

    fn report_remark(&self, part: Part) -> Option<&'static str> {
        matches!(part, Part::By { shared: true, .. })
            .then_some("几个单位共同负责的事项分别计入各单位，合计大于总数。")
    }

    fn bullet(&self, at: usize) -> String {
        format!("{at}．")
    }

    fn full_date(&self, day: NaiveDate) -> String {
        full(day)
    }

    fn written_into(&self, file: &str) -> String {
        format!("已写入{file}。")
    }

    fn reminder_title(&self, reminder: &Reminder<'_>) -> String {
        format!("【进度提醒】{}", reminder.owner)
    }

    fn reminder_subtitle(&self, reminder: &Reminder<'_>) -> Option<String> {
        Some(format!("{}，截至{}", what(reminder.subject), full(reminder.scope.day)))
    }

    fn reminder_part(&self, part: Reminded, count: usize, reminder: &Reminder<'_>) -> String {
        match part {
            Reminded::Overdue => format!("逾期未完成{count}项"),
            Reminded::Due => format!("{}到期{count}项", month(reminder)),
            Reminded::Moved => format!("{}期限调整{count}项", month(reminder)),
        }
    }

    fn nothing_to_remind(&self, reminder: &Reminder<'_>) -> String {
        format!("没有逾期未完成和{}到期的事项。", month(reminder))
    }

    fn todo_title(&self, title: &str, owner: Option<&str>, day: NaiveDate) -> String {
        format!("{}需要补充的内容（{}）", part_of(owner, name(title)), full(day))
    }

    fn lacking(&self, lacking: Lacking, count: usize) -> String {
        let what = match lacking {
            Lacking::Evidence => "已完成而没有登记佐证材料的".to_owned(),
            Lacking::Owner => "没有写责任单位的".to_owned(),
            Lacking::News(days) => format!("{days}天没有进展记录的"),
        };
        format!("{what}{count}项")
    }

    fn nothing_lacking(&self) -> &'static str {
        "没有需要补充的内容。"
    }
}

/// What a report is about: the plan without the kind of document that it is, or a unit's part in it.
fn subject(summary: &Summary<'_>) -> String {
    part_of(summary.owner.as_deref(), what(summary.subject))
}

fn part_of(owner: Option<&str>, what: String) -> String {
    match owner {
        Some(owner) => format!("{owner}承担{what}任务"),
        None => what,
    }
}

fn what(subject: Subject<'_>) -> String {
    match subject {
        Subject::Plan(title) => name(title),
        Subject::Plans { count, .. } => format!("{count}个方案"),
    }
}

fn each(by: By) -> &'static str {
    match by {
        By::Owner => "各单位",
        By::Group => "各类别",
        By::Phase => "各阶段",
    }
}

fn of_which(inside: usize, before: usize, period: Period, scope: &Scope<'_>) -> String {
    let label = label(period, scope);
    match (inside, before) {
        (1, 0) => format!("{label}到期"),
        (0, 1) => "此前到期".to_owned(),
        (_, 0) => format!("均为{label}到期"),
        (0, _) => "均为此前到期".to_owned(),
        _ => format!("其中{label}到期{inside}项、此前到期{before}项"),
    }
}

fn month(reminder: &Reminder<'_>) -> String {
    format!("{}月份", reminder.scope.day.month())
}
