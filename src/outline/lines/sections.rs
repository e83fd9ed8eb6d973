//! What the heading of a section says of what stands under it.

/// What is no plan of what is to be done, whatever dates stand in it.
const BACKGROUND: &[&str] = &[
    "指导思想", "背景", "目的", "意义", "基本原则", "工作原则", "编制依据", "制定依据", "现状", "主题",
    "基本情况", "项目概述", "联系方式", "修订记录", "变更记录", "版本记录", "术语", "参考资料", "参考文献",
    "研究基础", "工作基础", "前期基础",
];
const BACKGROUND_IN_ENGLISH: &[&str] = &[
    "background", "history", "changelog", "change log", "changes", "revision", "references", "bibliography",
    "contact", "publications", "about me", "about us", "license", "biography", "experience", "education",
    "glossary", "past ", "previous ",
];
const STEPS: &[&str] = &["步骤", "阶段"];
const PERIOD: &[&str] =
    &["活动时间", "实施时间", "起止时间", "工作时间", "培训时间", "比赛时间", "检查时间", "时间", "时间安排"];

/// Names that say nothing of the group that stands under them.
const NO_GROUP: &[&str] = &[
    "时间安排", "进度安排", "日程安排", "工作安排", "活动安排", "实施步骤", "工作步骤", "方法步骤",
    "重要日期", "重要时间", "重要时间节点", "时间节点", "时间表", "日程表", "进度表", "关键日期", "实施阶段",
    "时间进度", "进度计划", "日程", "安排", "schedule", "timeline", "dates", "important dates", "key dates",
    "deadlines", "details", "plan", "milestone", "milestones", "programme", "program", "agenda", "议程",
    "roadmap", "calendar", "project timeline", "project schedule",
];

pub fn is_background(heading: &str) -> bool {
    let heading = heading.trim().to_lowercase();
    let is_short = heading.chars().count() <= 30;
    is_short
        && (BACKGROUND
            .iter()
            .any(|name| heading.ends_with(name) || heading.starts_with(name) && !heading.is_ascii())
            || BACKGROUND_IN_ENGLISH.iter().any(|name| heading.starts_with(name) || heading.ends_with(name)))
}

/// Whether what is listed under the heading are phases: 方法步骤.
pub fn has_steps(heading: &str) -> bool {
    STEPS.iter().any(|word| heading.ends_with(word) || heading.contains("步骤"))
        && heading.chars().count() <= 20
}

/// Whether what stands under the heading is the time of the whole: 活动时间.
pub fn has_period(heading: &str) -> bool {
    PERIOD.contains(&heading.trim_end_matches(['：', ':']))
}

pub fn is_group(heading: &str) -> bool {
    let heading = heading.trim().trim_end_matches(['：', ':']).to_lowercase();
    !NO_GROUP.contains(&heading.as_str())
}
