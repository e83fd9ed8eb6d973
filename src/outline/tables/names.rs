//! What the names in the head of a table say of the columns under them.

use crate::outline::owners::{Part, part};

/// What a column holds, by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Named {
    Serial,
    /// A name of what is to be done; the more, the surer.
    Title(Surely),
    Content,
    Requirements,
    Remark,
    Owner(Part),
    Date(Date),
    /// So many days.
    Days,
    Progress,
    /// So much work: of an estimate.
    Effort,
    Money,
    /// Of a list of people.
    Person,
    /// Of a change history.
    Version,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Surely {
    /// 阶段, 类别: names of groups as well.
    Perhaps,
    /// 工作内容, 措施: names of contents as well.
    Likely,
    Yes,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Date {
    Start,
    /// 结束, `End`.
    End,
    /// 完成, 截止, `Due`, `Finish`.
    Due,
    /// 时间, `Date`: a day or a range.
    When,
    /// When it was really begun.
    Begun,
    /// When it was really finished.
    Done,
    /// 更新日期: of something else.
    Other,
}

/// The longest name, in characters.
const LONGEST: usize = 40;

/// Returns what a column holds, as far as its name says it.
pub fn named(name: &str) -> Option<Named> {
    if name.chars().count() > LONGEST {
        return None;
    }
    let name = name.trim().trim_end_matches([':', '：']).to_lowercase();
    if name.is_ascii() { english(&name) } else { chinese(&name) }
}

/// Whether the name says that it is about what was really so.
pub fn is_actual(name: &str) -> bool {
    name.contains("实际") || name.to_lowercase().contains("actual")
}

/// Whether the name says by when something has to be over: 办理时限.
pub fn is_limit(name: &str) -> bool {
    ["时限", "期限", "限期"].iter().any(|word| name.contains(word))
}

/// Whether beside a limit the name says when something was over: 办结时间.
pub fn is_closing(name: &str) -> bool {
    ["办结", "销号"].iter().any(|word| name.contains(word)) && !is_limit(name)
}

fn chinese(name: &str) -> Option<Named> {
    let name: String = name.chars().filter(|c| !c.is_whitespace()).collect();
    let bare = name.split(['(', '（']).next().filter(|bare| !bare.is_empty()).unwrap_or(&name);
    let ends = |words: &[&str]| words.iter().any(|word| bare.ends_with(word));
    let has = |words: &[&str]| words.iter().any(|word| name.contains(word));
    let is = |words: &[&str]| words.contains(&bare);
    Some(if has(&["人天", "人日", "人月", "工时", "工作量", "投入人力"]) {
        Named::Effort
    } else if let Some(part) = part(&name).or(is(&["人员"]).then_some(Part::Responsible)) {
        Named::Owner(part)
    } else if has(&["天数", "历时", "工期", "（天）", "(天)", "持续时间"]) {
        Named::Days
    } else if is(&["序号", "编号", "号", "序", "项次", "任务编号", "代码", "周次", "星期", "周几", "课次"])
    {
        Named::Serial
    } else if ends(&["情况", "进展", "状态", "完成率", "完成度", "进度", "百分比", "是否完成"])
        && !is(&["时间进度"])
    {
        Named::Progress
    } else if has(&["出生", "生日", "入职"]) {
        Named::Person
    } else if let Some(date) = chinese_date(bare) {
        Named::Date(date)
    } else if has(&["金额", "经费", "预算", "费用", "万元", "单价", "支出"]) {
        Named::Money
    } else if ends(&[
        "姓名", "职务", "职称", "电话", "手机", "联系方式", "邮箱", "性别", "学历", "专业", "联系人", "工号",
        "岗位", "角色", "人数", "分工",
    ]) {
        Named::Person
    } else if has(&["版本", "修订", "变更", "修改"]) || is(&["作者", "审核"]) {
        Named::Version
    } else if is(&["备注", "说明", "注", "附注"]) {
        Named::Remark
    } else if ends(&["要求", "标准", "目标", "成效", "指标", "预期成果", "工作成果", "成果形式"])
    {
        Named::Requirements
    } else {
        return chinese_title(bare);
    })
}

fn chinese_date(name: &str) -> Option<Date> {
    let has = |words: &[&str]| words.iter().any(|word| name.contains(word));
    let ends = |words: &[&str]| words.iter().any(|word| name.ends_with(word));
    let of_time = [
        "时间", "日期", "期限", "时限", "节点", "日程", "限期", "时段", "起止", "安排", "进度", "月份",
        "之前", "截止", "截至",
    ];
    let whole = [
        "开始", "结束", "起", "止", "截止", "完成", "何时", "计划开始", "计划完成", "计划结束", "到期",
        "起始日", "开始日", "截止日", "完成日", "结束日", "到期日", "交付日", "提交日",
    ];
    let named = ends(&of_time) || whole.contains(&name) || is_actual(name);
    let not_time = ["内容安排", "工作安排", "人员安排", "任务安排", "活动安排", "课程安排"];
    if !named || ends(&not_time) || ends(&["安排", "进度"]) && !has(&["时间", "进度"]) {
        return None;
    }
    let others = [
        "更新", "填报", "填表", "修改", "变更", "修订", "创建", "制表", "登记", "下达", "立项", "记录",
        "签字", "签收", "发现", "识别", "印发", "交办", "受理", "来文", "收文", "到货",
    ];
    let starts = has(&["开始", "起始", "启动", "开工"]) || name == "起";
    let due = [
        "完成", "截止", "截至", "期限", "时限", "限期", "到期", "交付", "提交", "上报", "报送", "办结",
        "竣工", "验收",
    ];
    Some(match () {
        () if is_actual(name) => {
            if starts {
                Date::Begun
            } else {
                Date::Done
            }
        }
        () if has(&others) => Date::Other,
        () if has(&["起止", "起讫"]) => Date::When,
        () if starts => Date::Start,
        () if has(&due) => Date::Due,
        () if has(&["结束", "终止"]) || name == "止" => Date::End,
        () => Date::When,
    })
}

fn chinese_title(name: &str) -> Option<Named> {
    let ends = |words: &[&str]| words.iter().any(|word| name.ends_with(word));
    let surely = [
        "名称", "任务", "事项", "事宜", "里程碑", "活动", "主题", "课题", "议题", "工件", "交付物", "接口名",
        "子模块", "主要工作", "重点工作", "具体工作", "工作项", "子项", "步骤", "环节", "测试类别",
        "评审内容", "题目",
    ];
    let likely = [
        "工作内容", "任务内容", "内容", "措施", "举措", "做法", "描述", "工作", "项目", "课程", "安排",
        "计划",
    ];
    let perhaps = [
        "阶段", "类别", "分类", "类型", "模块", "板块", "领域", "方面", "方向", "大类", "组别", "专题",
        "部分", "批次",
    ];
    let surely = ends(&surely).then_some(Surely::Yes);
    let known = surely.or_else(|| ends(&likely).then_some(Surely::Likely));
    let known = known.or_else(|| ends(&perhaps).then_some(Surely::Perhaps));
    if name == "主要内容" || name == "具体内容" || name == "活动内容" {
        return Some(Named::Content);
    }
    known.map(|surely| Named::Title(if name == "阶段名称" { Surely::Perhaps } else { surely }))
}

fn english(name: &str) -> Option<Named> {
    let bare = name.split('(').next().unwrap_or_default().trim();
    let words: Vec<&str> =
        name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let has = |any: &[&str]| words.iter().any(|word| any.contains(word));
    let is = |any: &[&str]| any.contains(&bare) || any.contains(&name);
    Some(
        if has(&["effort", "hours", "estimate", "estimated", "mandays", "pd", "points"])
            || name.contains("man-day")
        {
            Named::Effort
        } else if let Some(part) = part(name) {
            Named::Owner(part)
        } else if has(&["duration"]) || is(&["days", "no. of days", "length"]) {
            Named::Days
        } else if is(&[
            "no", "no.", "nr", "#", "id", "s/n", "sn", "wbs", "ref", "item no", "item no.", "week", "wk",
            "day",
        ]) {
            Named::Serial
        } else if has(&["status", "progress", "complete", "%"])
            || name.contains('%')
            || is(&["done", "done?"])
        {
            Named::Progress
        } else if let Some(date) = english_date(bare, &words) {
            Named::Date(date)
        } else if has(&["cost", "costs", "budget", "amount", "price", "total", "usd", "eur", "fee"]) {
            Named::Money
        } else if has(&[
            "email", "phone", "position", "role", "affiliation", "mobile", "grade", "joined", "hired",
        ]) || is(&["full name", "contact"])
        {
            Named::Person
        } else if has(&["version", "revision", "rev", "author", "change", "changes", "reviewer"]) {
            Named::Version
        } else if is(&["remark", "remarks", "note", "notes", "comment", "comments"]) {
            Named::Remark
        } else if has(&[
            "requirements", "requirement", "criteria", "objective", "objectives", "goal", "goals", "outcome",
        ]) {
            Named::Requirements
        } else {
            return english_title(bare, &words);
        },
    )
}

fn english_date(bare: &str, words: &[&str]) -> Option<Date> {
    let has = |any: &[&str]| words.iter().any(|word| any.contains(word));
    if words.len() > 5 || words.is_empty() {
        return None;
    }
    let starts = has(&["start", "starts", "begin", "begins", "beginning", "started"]) || bare == "from";
    let due = has(&[
        "due", "deadline", "deadlines", "finish", "finished", "completion", "completed", "target", "cutoff",
    ]) || ["by", "by when", "cut-off"].contains(&bare);
    let is_until = words.last().is_some_and(|last| ["until", "till"].contains(last));
    let ends = has(&["end", "ends", "ending", "until", "till"]) || bare == "to";
    let of_time = has(&[
        "date", "dates", "time", "times", "when", "timeline", "timeframe", "schedule", "scheduled", "period",
        "month", "timing", "dateline",
    ]);
    let is_edge = is_until || (starts || ends) && (of_time || words.len() <= 2 && !has(&["user", "up"]));
    Some(match () {
        () if !(of_time || is_edge || due) => return None,
        () if has(&["actual", "actually"]) => {
            if starts {
                Date::Begun
            } else {
                Date::Done
            }
        }
        () if has(&[
            "created", "updated", "modified", "birth", "issued", "identified", "raised", "reported",
        ]) =>
        {
            Date::Other
        }
        () if starts && ends => Date::When,
        () if starts => Date::Start,
        () if due => Date::Due,
        () if ends => Date::End,
        () => Date::When,
    })
}

fn english_title(bare: &str, words: &[&str]) -> Option<Named> {
    let has = |any: &[&str]| words.iter().any(|word| any.contains(word));
    if words.len() > 4 {
        return None;
    }
    let surely = [
        "task", "tasks", "activity", "activities", "milestone", "milestones", "deliverable", "deliverables",
        "topic", "topics", "what", "action", "actions", "event", "events", "assignment", "assignments",
        "step", "title", "subject", "session", "lecture", "homework",
    ];
    let likely =
        ["description", "details", "detail", "content", "contents", "work", "scope", "job", "item", "items"];
    let perhaps = [
        "stage", "phase", "category", "area", "module", "group", "track", "section", "workstream", "type",
        "theme", "sprint", "project", "component", "package",
    ];
    Some(Named::Title(match () {
        () if has(&perhaps) => Surely::Perhaps,
        () if has(&surely) || bare == "name" => Surely::Yes,
        () if has(&likely) => Surely::Likely,
        () => return None,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_date_columns_say_what_kind_of_date_stands_there() {
        let names = [
            (Date::Start, "开始时间 开始日期 任务开始时间 起始时间 起始日 计划开始时间"),
            (Date::End, "结束时间 结束日期 任务结束时间 预计结束时间"),
            (
                Date::Due,
                "完成期限 完成时间 完成日期 完成时限 交付时间 预定的交付日期 完成日程 PR截止时间 计划完成时间",
            ),
            (
                Date::When,
                "时间 日期 起止时间 时间节点 测试时间 工作时间 计划开发时间 时间安排 进度安排 时间进度",
            ),
            (Date::Begun, "实际开始时间"),
            (Date::Done, "实际完成时间 实际完成日期"),
            (Date::Other, "更新时间 填表日期 下达时间"),
        ];
        for (date, names) in names {
            for name in names.split(' ') {
                assert_eq!(named(name), Some(Named::Date(date)), "{name}");
            }
        }
        let names = [
            (Date::Start, "Start, Start date, Begin time, Planned start"),
            (Date::End, "End, End time, End date"),
            (Date::Due, "Due, Due date, Deadline, Finish, Target date(s), Completion date, By when"),
            (Date::When, "Date, Dates, When, Time, Timeline"),
            (Date::Begun, "Actual start"),
            (Date::Done, "Actual finish, Actual end date"),
            (Date::Other, "Date updated, Date of birth"),
        ];
        for (date, names) in names {
            for name in names.split(", ") {
                assert_eq!(named(name), Some(Named::Date(date)), "{name}");
            }
        }
    }

    #[test]
    fn names_of_task_columns_are_known() {
        let names = "任务名称 工作任务 主要工作 具体任务 子模块 接口名 交付的工件 评审内容 测试类别 里程碑 事宜 活动名称 \
                     任务内容 工作内容 小阶段 阶段名称 What Task Name Topic";
        for name in names.split_whitespace() {
            assert!(matches!(named(name), Some(Named::Title(_))), "{name}: {:?}", named(name));
        }
        assert_eq!(named("Stage name"), Some(Named::Title(Surely::Perhaps)));
    }

    #[test]
    fn the_other_columns_are_told_by_their_names() {
        let names = [
            ("序号", Named::Serial),
            ("WBS", Named::Serial),
            ("主要内容", Named::Content),
            ("具体要求", Named::Requirements),
            ("工作目标", Named::Requirements),
            ("备注", Named::Remark),
            ("责任单位", Named::Owner(Part::Responsible)),
            ("配合单位", Named::Owner(Part::Support)),
            ("工期（天）", Named::Days),
            ("Duration (days)", Named::Days),
            ("完成情况", Named::Progress),
            ("% complete", Named::Progress),
            ("人天", Named::Effort),
            ("经费（万元）", Named::Money),
            ("姓名", Named::Person),
            ("版本号", Named::Version),
        ];
        for (name, expected) in names {
            assert_eq!(named(name), Some(expected), "{name}");
        }
        for name in ["", "地点", "Venue", "宣传发动", "End user training"] {
            assert_eq!(named(name), None, "{name}");
        }
    }
}
