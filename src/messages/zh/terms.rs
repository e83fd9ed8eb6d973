//! The terms of the house, in Chinese.

use chrono::Weekday;

use super::Chinese;
use crate::messages::terms::{Label, Tally, Terms};
use crate::model::agenda::{Stage, Status, WhyUndated};
use crate::model::date::DateRange;
use crate::model::key::ActivityKey;
use crate::model::language::Language;
use crate::model::plan::{Due, Note};

impl Terms for Chinese {
    fn language(&self) -> Language {
        Language::Zh
    }

    fn key(&self, key: ActivityKey) -> &'static str {
        match key {
            ActivityKey::Id => "编号",
            ActivityKey::Title => "事项",
            ActivityKey::Due => "完成期限",
            ActivityKey::Start => "开始",
            ActivityKey::Period => "起止",
            ActivityKey::Words => "原文",
            ActivityKey::Question => "待核实",
            ActivityKey::Moved => "期限调整",
            ActivityKey::Phase => "阶段",
            ActivityKey::Group => "类别",
            ActivityKey::Leader => "分管领导",
            ActivityKey::Owner => "责任",
            ActivityKey::Support => "配合",
            ActivityKey::Content => "主要内容",
            ActivityKey::Requirements => "具体要求",
            ActivityKey::Remark => "备注",
            ActivityKey::Notes => "进展",
            ActivityKey::Expected => "预计完成",
            ActivityKey::Progress => "完成进度",
            ActivityKey::Evidence => "佐证材料",
            ActivityKey::Added => "新增",
            ActivityKey::Cancelled => "取消",
            ActivityKey::CancelledWhy => "取消原因",
            ActivityKey::CancelledBy => "同意取消",
            ActivityKey::Done => "完成",
            ActivityKey::Verified => "销号",
            ActivityKey::VerifiedBy => "销号人",
        }
    }

    fn label(&self, label: Label) -> &'static str {
        match label {
            Label::Status => "状态",
            Label::OriginalDue => "原定期限",
            Label::CountsOn => "统计期限",
            Label::AskedLate => "逾期后提出",
            Label::Hint => "提示",
        }
    }

    fn weekday(&self, weekday: Weekday) -> &'static str {
        let names = ["周一", "周二", "周三", "周四", "周五", "周六", "周日"];
        names[weekday.num_days_from_monday() as usize]
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

    fn counted_as(&self, status: Status) -> Option<&'static str> {
        match status {
            Status::Done | Status::DoneLate => Some("已完成"),
            Status::Overdue => Some("逾期未完成"),
            _ => None,
        }
    }

    fn was(&self, original: &Due<'_>, late: bool) -> String {
        let late = if late { "逾期后调整 " } else { "" };
        match (original.day, &original.words) {
            (Some(day), _) => format!("{late}原{day}"),
            (None, Some(words)) => format!("{late}原{words}"),
            (None, None) => "原无期限".into(),
        }
    }

    fn range(&self, range: DateRange) -> String {
        format!("{} 至 {}", range.start, range.end)
    }

    fn tally(&self, tally: Tally, count: usize) -> String {
        let name = match tally {
            Tally::Done => "已完成".into(),
            Tally::Late => "逾期完成".into(),
            Tally::Verified => "已销号".into(),
            Tally::Overdue => "逾期未完成".into(),
            Tally::Soon { days } => days.map_or_else(|| "近期到期".into(), |days| format!("{days}天内到期")),
            Tally::Other => "其余".into(),
            Tally::Status(status) => self.status(status, None),
        };
        format!("{name}{count}")
    }

    fn total(&self, total: usize, tallies: &str) -> String {
        format!("共{total}项：{tallies}。")
    }

    fn pause(&self) -> &'static str {
        "，"
    }

    fn note(&self, Note { text, why, .. }: &Note<'_>) -> String {
        let why = why.as_ref().map(|why| format!("原因：{why}"));
        text.as_deref().map(str::to_owned).into_iter().chain(why).collect::<Vec<_>>().join("；")
    }

    fn aside(&self, text: &str, aside: &str) -> String {
        format!("{text}（{aside}）")
    }

    fn comma(&self) -> &'static str {
        "、"
    }

    fn gap(&self) -> &'static str {
        ""
    }

    fn shift(&self, days: Option<i64>) -> String {
        match days {
            Some(0) | None => String::new(),
            Some(days) if days > 0 => format!("，延{days}天"),
            Some(days) => format!("，提前{}天", -days),
        }
    }
}

/// That somebody agreed, whose words may say so already: `经王局长同意`.
pub(super) fn agreed_by(by: &str) -> String {
    let by = by.trim_end_matches("同意");
    format!("经{by}同意")
}
