//! Chinese, in the words that supervision offices use.

mod diagnostics;
mod messages;
mod report;

use chrono::{NaiveDate, Weekday};

use super::{
    ArgumentError, ChangeError, Compared, Confirmation, Drawn, FileError, Glance, Label, Listing, Messages,
};
use crate::model::agenda::{Counts, Stage, Status, WhyUndated};
use crate::model::date::{DateRange, Repair};
use crate::model::diagnostic::{Code, Warning};
use crate::model::plan::Due;
use crate::model::report::{Current, Line, Overview, Part};

pub(super) struct Chinese;

impl Messages for Chinese {
    fn label(&self, label: Label) -> &'static str {
        match label {
            Label::Id => "编号",
            Label::Status => "状态",
            Label::Due => "完成期限",
            Label::Words => "原文",
            Label::Owner => "责任",
            Label::Title => "事项",
            Label::Starts => "开始",
            Label::OriginalDue => "原定期限",
            Label::Moved => "期限调整",
            Label::Group => "类别",
            Label::Phase => "阶段",
            Label::Leader => "分管领导",
            Label::Support => "配合",
            Label::Content => "主要内容",
            Label::Requirements => "具体要求",
            Label::Remark => "备注",
            Label::Question => "待核实",
            Label::Progress => "进展",
            Label::Expected => "预计完成",
            Label::Evidence => "佐证材料",
            Label::Cancelled => "取消",
            Label::Done => "完成",
            Label::Verified => "销号",
            Label::Hint => "提示",
        }
    }

    fn weekday(&self, weekday: Weekday) -> &'static str {
        match weekday {
            Weekday::Mon => "周一",
            Weekday::Tue => "周二",
            Weekday::Wed => "周三",
            Weekday::Thu => "周四",
            Weekday::Fri => "周五",
            Weekday::Sat => "周六",
            Weekday::Sun => "周日",
        }
    }

    fn status(&self, status: Status, days: Option<i64>) -> String {
        let days = days.unwrap_or_default();
        match status {
            Status::Done => "按期完成".into(),
            Status::DoneLate => "逾期完成".into(),
            Status::Overdue => format!("逾期{}天", -days),
            Status::DueToday => "今天到期".into(),
            Status::DueSoon => format!("还有{days}天"),
            Status::Open(Stage::NotStarted) => "未开始".into(),
            Status::Open(Stage::UnderWay) => "进行中".into(),
            Status::Open(Stage::NotYetDue) => "未到期".into(),
            Status::Undated(WhyUndated::NoDate) => "无期限".into(),
            Status::Undated(WhyUndated::ToSettle) => "期限待定".into(),
            Status::Cancelled => "已取消".into(),
        }
    }

    fn was(&self, original: &Due<'_>, late: bool) -> String {
        let late = if late { "逾期改 " } else { "" };
        match (original.day, &original.words) {
            (Some(day), _) => format!("{late}原{day}"),
            (None, Some(words)) => format!("{late}原{words}"),
            (None, None) => "原无期限".into(),
        }
    }

    fn summary(&self, counts: &Counts, soon: u32) -> String {
        let mut kinds = Vec::new();
        for (name, count) in other(counts) {
            push(&mut kinds, name, count);
        }
        let mut parts = parts(counts, soon);
        if !kinds.is_empty() {
            parts.push(format!("其余{}（{}）", rest(counts), kinds.join("，")));
        }
        format!("共{}项：{}。", counts.total, parts.join("，"))
    }

    fn brief(&self, counts: &Counts, soon: u32) -> String {
        let mut parts = parts(counts, soon);
        push(&mut parts, "其余", rest(counts));
        format!("共{}项：{}。", counts.total, parts.join("，"))
    }

    fn glance(&self, glance: &Glance<'_>) -> String {
        messages::glance(glance)
    }

    fn compared(&self, compared: &Compared<'_>) -> String {
        messages::compared(self, compared)
    }

    fn drawn(&self, drawn: &Drawn) -> String {
        messages::drawn(*drawn)
    }

    fn year(&self, year: i32) -> String {
        format!("{year}年")
    }

    fn month(&self, month: u32) -> String {
        format!("{month}月")
    }

    fn third(&self, third: usize) -> &'static str {
        ["上", "中", "下"][third.min(2)]
    }

    fn listing(&self, listing: &Listing<'_>) -> String {
        messages::listing(self, listing)
    }

    fn confirmation(&self, confirmation: &Confirmation<'_>) -> String {
        messages::confirmation(self, confirmation)
    }

    fn argument_error(&self, refusal: &ArgumentError<'_>) -> String {
        messages::argument_error(self, refusal)
    }

    fn change_error(&self, objection: &ChangeError<'_>) -> String {
        messages::change_error(self, objection)
    }

    fn file_error(&self, trouble: &FileError<'_>) -> String {
        messages::file_error(trouble)
    }

    fn diagnostic(&self, code: &Code<'_>) -> String {
        diagnostics::diagnostic(self, code)
    }

    fn hint(&self, code: &Code<'_>) -> Option<String> {
        diagnostics::hint(code)
    }

    fn class(&self, warning: &Warning<'_>, count: usize) -> String {
        format!("{}（{count}处）", diagnostics::class(warning))
    }

    fn report_title(&self, title: &str) -> String {
        report::title(title)
    }

    fn report_day(&self, day: NaiveDate, period: Option<DateRange>) -> String {
        report::day(day, period)
    }

    fn overview(&self, overview: &Overview) -> String {
        report::overview(overview)
    }

    fn current_phase(&self, current: &Current<'_>) -> String {
        report::current_phase(current)
    }

    fn part(&self, part: Part, at: usize, count: usize) -> String {
        report::part(self, part, at, count)
    }

    fn report_line(&self, line: &Line<'_>) -> String {
        report::line(self, line)
    }

    fn bullet(&self, at: usize) -> String {
        format!("{at}．")
    }

    fn full_date(&self, day: NaiveDate) -> String {
        report::full(day)
    }

    fn aside(&self, text: &str, aside: &str) -> String {
        format!("{text}（{aside}）")
    }

    fn repair(&self, repair: Repair) -> &'static str {
        match repair {
            Repair::DayWord => "缺“日”，按有“日”读",
            Repair::DayBeforeFestival => "节前一天",
            Repair::RoughStart | Repair::RoughDay => "开始只是大概",
            Repair::StartYear => "开始的年份按结束推算",
            Repair::NextYear => "结束在次年",
        }
    }

    fn comma(&self) -> &'static str {
        "、"
    }

    fn gap(&self) -> &'static str {
        ""
    }

    fn template(&self) -> &'static str {
        include_str!("template.toml")
    }
}

fn parts(counts: &Counts, soon: u32) -> Vec<String> {
    let mut parts = vec![done(counts), format!("逾期未完成{}", counts.overdue)];
    push(&mut parts, "今天到期", counts.due_today);
    parts.push(format!("{soon}天内到期{}", counts.due_soon));
    push(&mut parts, "已取消", counts.cancelled);
    parts
}

fn other(counts: &Counts) -> [(&'static str, usize); 5] {
    [
        ("进行中", counts.under_way),
        ("未到期", counts.not_yet_due),
        ("未开始", counts.not_started),
        ("期限待定", counts.to_settle),
        ("无期限", counts.no_date),
    ]
}

fn rest(counts: &Counts) -> usize {
    other(counts).iter().map(|(_, count)| count).sum()
}

fn done(counts: &Counts) -> String {
    let mut asides = Vec::new();
    push(&mut asides, "逾期完成", counts.done_late);
    push(&mut asides, "已销号", counts.verified);
    let done = format!("已完成{}", counts.done + counts.done_late);
    if asides.is_empty() { done } else { format!("{done}（{}）", asides.join("，")) }
}

fn push(parts: &mut Vec<String>, name: &str, count: usize) {
    if count > 0 {
        parts.push(format!("{name}{count}"));
    }
}
