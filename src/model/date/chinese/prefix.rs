//! The words before a Chinese date: 力争, 完成时限：, 截至, 不晚于, 从.

use super::super::cursor::Cursor;
use super::super::phrase::Limit;

/// Words of will and duty: they say that the date counts, and change nothing about it. 暂定 and 约 are
/// not among them: a date that may still change is not one to be held to.
const INTENT: &[&str] = &[
    "原则上", "力争", "争取", "确保", "保证", "必须", "务必", "全力", "计划", "应当", "应", "须", "需", "请",
    "要", "限期", "限", "将", "努力", "一律", "统一", "全部", "均", "完成", "目标", "最终",
];

/// Held to where a deadline (前) or what is done by it stands behind.
const EXPECTED: &[&str] = &["预计", "预期", "拟"];

/// What a heading ends with, whatever it is of.
const HEADINGS: &[&str] = &["时间", "时限", "期限", "日期", "节点", "安排", "进度", "要求"];

/// The heading of a column, repeated in its cell.
const LABELS: &[&str] = &[
    "整改完成时限", "完成时间节点", "整改时限", "完成时限", "完成时间", "完成期限", "完成日期", "办结时限",
    "报送时间", "报送时限", "上报时间", "时间节点", "时间安排", "活动时间", "实施时间", "起止时间", "时限",
    "期限", "时间",
];

/// Up to: of a longer unit it does not say whether its end is meant.
const UNTIL: &[&str] = &[
    "有效期至", "有效期到", "延期至", "延期到", "延长至", "延长到", "延至", "推迟至", "推迟到", "顺延至",
    "提前至", "提前到", "调整至", "调整为", "持续至", "持续到", "一直到", "截止时间", "截止日期", "截止期限",
    "截止到", "截止至", "截止于", "截至", "截止", "直至", "直到", "到", "至",
];

/// Not later than: the whole unit is still in time.
const LATEST: &[&str] = &[
    "不得晚于", "不得迟于", "不能晚于", "不能迟于", "不晚于", "不迟于", "不超过", "最迟", "最晚", "至迟",
    "至晚",
];

/// What stands before the date.
#[derive(Debug, Clone, Copy, Default)]
pub struct Prefix {
    pub from: bool,
    /// Until it, or not later than it; the stronger one counts.
    pub limit: Option<Limit>,
    pub expected: bool,
}

/// 整改完成时限：, 申报截止时间：, and what else a column is called. One of beginnings is not read: its day is
/// no deadline.
fn heading(c: &mut Cursor) -> Option<Limit> {
    let (name, _) = c.rest().split_once([':', '为', '是'])?;
    let is_name = name.chars().count() <= 12 && !name.chars().any(|c| c.is_ascii());
    let says_more = ["开始", "启动", "起始", "暂", "不", "每", "或", "约", "前", "后"];
    let ends_so = HEADINGS.iter().any(|heading| name.ends_with(heading));
    let is_heading = is_name && ends_so && !says_more.iter().any(|word| name.contains(word));
    let is_until = ["截止", "截至"].iter().any(|word| name.contains(word));
    let limit = if is_until { Limit::By } else { Limit::Named };
    (is_heading && c.eat(name) && c.eat_any(&[":", "为", "是"])).then_some(limit)
}

pub fn prefix(c: &mut Cursor) -> Prefix {
    let mut prefix = Prefix::default();
    if c.is_at_digit() {
        return prefix;
    }
    loop {
        if let Some(limit) = c.attempt(heading) {
            // 预计完成时间: is a heading like any other.
            prefix.limit = prefix.limit.or(Some(limit).filter(|limit| *limit != Limit::Named));
        } else if c.eat_any(EXPECTED) {
            prefix.expected = true;
        } else if c.eat_any(LABELS) {
            c.eat_any(&[":", "为", "是"]);
        } else if c.eat_any(UNTIL) {
            prefix.limit = prefix.limit.or(Some(Limit::By));
            c.eat_any(&[":", "为", "是"]);
        } else if c.eat_any(LATEST) {
            prefix.limit = Some(Limit::Latest);
        } else if c.eat_any(&["自从", "从", "自"]) {
            prefix.from = true;
        } else if !(c.eat_any(INTENT) || c.eat_any(&["定于", "赶在", "贯穿", "于", "在"])) {
            return prefix;
        }
    }
}
