//! What is wrong with a plan, in Chinese.

use super::Chinese;
use super::syntax::{syntax, syntax_hint};
use crate::messages::diagnostics::{self, Diagnostics, is_block, is_far, joined, quoted};
use crate::messages::terms::Terms;
use crate::model::check::LONGEST_ID;
use crate::model::date::{Hint, Repair, Unread, unread};
use crate::model::diagnostic::{Code, Kind, Mend, Table, Warning};

impl Diagnostics for Chinese {
    fn diagnostic(&self, code: &Code<'_>) -> String {
        match code {
            Code::NotUtf8 { gbk: true } => "不是UTF-8编码，看起来是GBK".into(),
            Code::NotUtf8 { gbk: false } => "不是UTF-8编码".into(),
            Code::Conflict { ours, theirs, .. } => {
                format!("git合并冲突没有处理：一边是`{ours}`，另一边是`{theirs}`")
            }
            Code::Syntax(syntax) => self::syntax(syntax),
            Code::UnknownKey { key, table, .. } => format!("{}里没有`{key}`这个键", self::table(*table)),
            Code::WrongType { key, expected, found } => {
                format!("`{key}`应当是{}，这里是{}", kind(*expected), kind(*found))
            }
            Code::DoneIsYes { key } => format!("`{key}`要写日期，这里是`true`"),
            Code::BadDate { key, written } => format!("`{key}`要写日期，“{written}”不是日期"),
            Code::OutOfRange { key, written, .. } => format!("`{key}`不能是{written}"),
            Code::MissingKey { key, table } => format!("{}缺少`{key}`", self::table(*table)),
            Code::Blank { key } => format!("`{key}`是空的"),
            Code::BadId { id } => format!("“{id}”不能作编号"),
            Code::DuplicateId { id } => format!("编号“{id}”重复"),
            Code::UnknownPhase { phase, .. } => format!("没有“{phase}”这个阶段"),
            Code::UnknownTimezone { name } => format!("没有“{name}”这个时区"),
            Code::UnknownLanguage { name } => format!("不支持“{name}”这种语言"),
            Code::PeriodBeside { key } => format!("`{key}`与`period`矛盾，只能有一个"),
            Code::WordsBesideWords => "日期已经是原文，又写了`words`".into(),
            Code::StartAfterEnd { start, end } => format!("开始日期{start}晚于结束日期{end}"),
            Code::DoneAndCancelled => "既写了`done`（完成），又写了`cancelled`（取消）".into(),
            Code::VerifiedNotDone => "写了`verified`（销号），没有写`done`（完成）".into(),
            Code::VerifiedBeforeDone { done } => format!("销号早于完成日期{done}"),
            Code::NotARange { words } => format!("“{words}”没有起止两个日期"),
            Code::MovesOutOfOrder { on, before } => format!("`moved`没有按时间排列：{on}在{before}之后"),
            Code::NotAStart { words } => format!("“{words}”不是开始的日期"),
            Code::NoPhaseForPeriod { words } => format!("“{words}”要求写明有起止时间的`phase`"),
            Code::NoPlanPeriod { words } => format!("“{words}”要求[plan]写明`period`"),
            Code::OnlyInPeriod { words } => format!("“{words}”是时段，不是期限"),
            Code::Unreadable { words, .. } => format!("“{words}”读不成日期"),
            Code::Impossible { words } => format!("没有“{words}”这一天"),
            Code::Ambiguous { words, .. } => format!("“{words}”有不止一种读法"),
            Code::NoYear { words } => format!("“{words}”没有年份，方案也没有写明年份"),
            Code::YearUnclear { words, .. } => format!("“{words}”没有年份，按阶段和方案的起止也定不下来"),
            Code::Warning(warning) => self.warning(warning),
        }
    }

    fn warning(&self, warning: &Warning<'_>) -> String {
        match warning {
            Warning::Repaired { words, day, repair } => repaired(words, &self.day(*day), *repair),
            Warning::WrongWeekday { words, day, written } => {
                format!("{words}：写的是{}，实际是 {}", self.weekday(*written), self.day(*day))
            }
            Warning::AnotherZone { words, day } => {
                format!("{words}：按所写的日期算，到 {} 为止", self.day(*day))
            }
            Warning::Weekend { day } => self.day(*day),
            Warning::OutsidePhase { day, phase, range } => {
                format!("{}，而{phase}是 {}", self.day(*day), self.range(*range))
            }
            Warning::OutsidePlan { day, range } => {
                format!("{}，而方案是 {}", self.day(*day), self.range(*range))
            }
            Warning::PhaseOutsidePlan { range, plan } => {
                format!("{}，而方案是 {}", self.range(*range), self.range(*plan))
            }
            Warning::AnotherYear { year, range } => format!("year是{year}，而方案是 {}", self.range(*range)),
            Warning::BeforePlan { key, day, start } => {
                format!("{key}是 {}，而方案 {start} 才开始", self.day(*day))
            }
            Warning::InFuture { key, day, today } => {
                let doubt = if is_far(*today, *day) {
                    "；可能是电脑的时钟不准，或者日期写错了"
                } else {
                    ""
                };
                format!("{key}是 {}，而今天是 {today}{doubt}", self.day(*day))
            }
            Warning::Blank { key } => format!("{key}是空的"),
            Warning::LooksLike { key, name, usual } => format!("{key}写作“{name}”，别处写作“{usual}”"),
            Warning::SeveralInOne { owner, .. } => format!("owner是“{owner}”"),
            Warning::Unseen { title } => format!("“{title}”"),
            Warning::ConflictInText { ours, theirs } => format!("一边是`{ours}`，另一边是`{theirs}`"),
            Warning::Idle { key, without } => format!("写了{key}，没有写{without}"),
            Warning::NoPhase { day, phase } => format!("{}，在{phase}之内", self.day(*day)),
            Warning::Overlap { phase, range } => format!("开始时{phase}还没结束（{}）", range.end),
            Warning::NoOwner { without, of } if without == of => format!("全部{of}项都没有写责任人（owner）"),
            Warning::NoOwner { without, of } => format!("{of}项中有{without}项没有写责任人（owner）"),
            Warning::WordsDiffer { words, read, day } => {
                format!("{words}读作 {}，而due是 {}", self.day(*read), self.day(*day))
            }
            Warning::ToSettle { words } | Warning::Recurring { words } => words.to_string(),
            Warning::NoDeadline => "没有due，也没有period".into(),
            Warning::NoSuchFile { path } => format!("没有 {path} 这个文件"),
            Warning::Question { text } => text.to_string(),
        }
    }

    fn hint(&self, code: &Code<'_>) -> Option<String> {
        Some(match code {
            Code::NotUtf8 { gbk: true } => "另存为UTF-8，或者：iconv -f GBK -t UTF-8 旧文件 > 新文件".into(),
            Code::NotUtf8 { gbk: false } => "另存为UTF-8".into(),
            Code::Conflict { mend, .. } => format!("{}，把<<<<<<<、=======、>>>>>>>这些行删掉", mended(mend)),
            Code::Syntax(syntax) => return syntax_hint(syntax),
            Code::UnknownKey { key, table: Table::Plan, .. } if is_block(key) => {
                format!("写成 {}", example(key, Kind::Tables))
            }
            Code::UnknownKey { nearest: Some(nearest), .. } => {
                format!("是不是`{nearest}`？自己加的键以`x-`开头")
            }
            Code::UnknownKey { nearest: None, .. } => "自己加的键以`x-`开头".into(),
            Code::DoneIsYes { key } => format!("写明是哪一天，例如 {key} = 2018-05-24"),
            Code::WrongType { found: Kind::Boolean, expected: Kind::Date, .. } => {
                "去掉这一行，或者写明哪一天".into()
            }
            Code::WrongType { key, expected, .. } => format!("写成 {}", example(key, *expected)),
            Code::BadDate { key, .. } => format!("年月日写全，例如 {key} = 2018-06-01"),
            Code::OutOfRange { allowed, .. } => {
                format!("写整数，从{}到{}", allowed.start(), allowed.end())
            }
            Code::Blank { key } | Code::MissingKey { key, .. } => {
                format!("加上 {}", example(key, Kind::required_of(key)))
            }
            Code::BadId { .. } => {
                format!("编号以英文字母开头，后面是字母、数字、`.`、`-`、`_`，最多{LONGEST_ID}个，例如 A1")
            }
            Code::DuplicateId { .. } => "改掉其中一个；大小写不算不同".into(),
            Code::UnknownPhase { nearest: Some(nearest), .. } => format!("是不是“{nearest}”？"),
            Code::UnknownPhase { nearest: None, .. } => {
                "方案里还没有[[phase]]：先加上，或者去掉这一行".into()
            }
            Code::UnknownTimezone { .. } => "写IANA时区名，例如 timezone = \"Asia/Shanghai\"".into(),
            Code::UnknownLanguage { .. } => "写 lang = \"zh\" 或 lang = \"en\"".into(),
            Code::PeriodBeside { .. } => "留下`period`，或者改写`start`和结束日期".into(),
            Code::WordsBesideWords => "去掉`words`，或者把日期写成 2018-06-10 这样".into(),
            Code::StartAfterEnd { .. } | Code::VerifiedBeforeDone { .. } => "改正其中一个日期".into(),
            Code::DoneAndCancelled => "留下符合实际的一个".into(),
            Code::VerifiedNotDone => "加上`done`，写明哪天完成".into(),
            Code::NotARange { .. } => {
                "写起止，例如 5月下旬至7月底；或者 本阶段、全程；只有期限就写`due`".into()
            }
            Code::MovesOutOfOrder { .. } => "最早的一次写在最前面".into(),
            Code::NotAStart { .. } => "写哪天开始，例如 start = 2018-06-01；期限写在`due`".into(),
            Code::NoPhaseForPeriod { .. } => "加上它所属的`phase`".into(),
            Code::NoPlanPeriod { .. } => "加上方案的`period`，或者`start`和`end`".into(),
            Code::OnlyInPeriod { words } => format!("写成 period = \"{words}\""),
            Code::Unreadable { words, hint } => unreadable(words, *hint),
            Code::Impossible { .. } => "写日历上有的日期，例如 due = 2018-06-30".into(),
            Code::Ambiguous { candidates, .. } | Code::YearUnclear { candidates, .. } => {
                format!("写明是哪一天：{}", joined(candidates, " 或 "))
            }
            Code::NoYear { .. } => "在[plan]里加上`year`，或者在这里写上年份".into(),
            Code::Warning(warning) => return warning_hint(warning),
        })
    }

    fn class(&self, warning: &Warning<'_>, count: usize) -> String {
        let class = match warning {
            Warning::Repaired { repair, .. } => match repair {
                Repair::DayWord => "缺“日”字，按有“日”读",
                Repair::DayBeforeFestival => "节前，按节日前一天读",
                Repair::RoughStart => "开始只是大概，期限是确定的",
                Repair::RoughDay => "开始只是大概，按能读出的一天算",
                Repair::DayOfIssue => "印发之日按方案的第一天算",
                Repair::StartYear => "开始的年份按结束推算",
                Repair::NextYear => "结束在次年",
                Repair::DayNotYear => "数字按日读，没有按年份读",
            },
            Warning::WrongWeekday { .. } => "星期与日期不符",
            Warning::AnotherZone { .. } => "写的是别的时区的时间",
            Warning::Weekend { .. } => "期限当天是周末，不顺延",
            Warning::OutsidePhase { .. } => "期限不在所属阶段之内",
            Warning::OutsidePlan { .. } => "期限不在方案起止之内",
            Warning::PhaseOutsidePlan { .. } => "阶段不在方案起止之内",
            Warning::AnotherYear { .. } => "year不在方案起止之内",
            Warning::BeforePlan { .. } => "日期早于方案开始",
            Warning::InFuture { .. } => "日期还没到，到那天才算数",
            Warning::Blank { .. } => "内容是空的，等于没写",
            Warning::LooksLike { .. } => "名称看起来一样，当作同一个",
            Warning::SeveralInOne { .. } => "责任单位不止一个，写成了一个",
            Warning::Unseen { .. } => "标题里有看不见的字符",
            Warning::ConflictInText { .. } => "文字里有git合并冲突没有处理",
            Warning::Idle { .. } => "没有日期，不起作用",
            Warning::NoPhase { .. } => "没有写阶段，期限落在某个阶段之内",
            Warning::Overlap { .. } => "阶段重叠",
            Warning::NoOwner { .. } => "没有责任人",
            Warning::WordsDiffer { .. } => "原文（words）与due的日期不一致",
            Warning::ToSettle { .. } => "期限待定",
            Warning::NoSuchFile { .. } => "登记的佐证材料不存在",
            Warning::NoDeadline => "没有写期限，永远不会逾期",
            Warning::Recurring { .. } => "周期性工作，没有单一的期限",
            Warning::Question { .. } => "待核实的问题",
        };
        format!("{class}（{count}处）")
    }

    fn repair(&self, repair: Repair) -> &'static str {
        match repair {
            Repair::DayWord => "缺“日”，按有“日”读",
            Repair::DayBeforeFestival => "节前一天",
            Repair::RoughStart | Repair::RoughDay => "开始只是大概",
            Repair::DayOfIssue => "从方案的第一天开始",
            Repair::StartYear => "开始的年份按结束推算",
            Repair::NextYear => "结束在次年",
            Repair::DayNotYear => "是日，不是年份",
        }
    }
}

fn mended(mend: &Mend) -> String {
    let lines = |lines: &[String]| quoted(lines, "、");
    match mend {
        Mend::Lines { choose, keep } if keep.is_empty() && choose.len() == 1 => "保留一个".into(),
        Mend::Lines { choose, keep } if keep.is_empty() => format!("{}各保留一个", lines(choose)),
        Mend::Lines { choose, keep } if choose.is_empty() => format!("两边都保留，顺序是：{}", lines(keep)),
        Mend::Lines { choose, keep } => {
            format!("{}各保留一个，另外都保留：{}", lines(choose), lines(keep))
        }
        Mend::OneSide { keep } => format!("保留{}，除非另一边是有意去掉的", lines(keep)),
        Mend::Blocks { keep, blocks, .. } if keep.is_empty() => {
            format!("两段都保留：{}", blocks.join("、"))
        }
        Mend::Blocks { of, keep, blocks } => {
            let of = of.as_deref().unwrap_or("[plan]");
            format!("两边都保留：{}属于{of}，后面接{}", lines(keep), blocks.join("、"))
        }
        Mend::TwoEntries => "写成完整的两段，各用各的编号，共用的行两段都写；如果是同一项，只保留一个".into(),
        Mend::ByHand => "两边属实的都保留".into(),
    }
}

fn repaired(words: &str, day: &str, repair: Repair) -> String {
    match repair {
        Repair::DayWord => format!("{words}，读作 {day}"),
        Repair::DayBeforeFestival => format!("{words}，读作前一天 {day}"),
        Repair::RoughStart => format!("{words}，开始只是大概，结束读作 {day}"),
        Repair::RoughDay => format!("{words}，开始只是大概，读作 {day}"),
        Repair::DayOfIssue => format!("{words}，印发之日读作方案的第一天，结束是 {day}"),
        Repair::StartYear => format!("{words}，开始的年份按结束推算，结束是 {day}"),
        Repair::DayNotYear => format!("{words}，数字按日读作 {day}，没有按年份读"),
        Repair::NextYear => format!("{words}，结束读作次年 {day}"),
    }
}

fn warning_hint(warning: &Warning<'_>) -> Option<String> {
    Some(match warning {
        Warning::Repaired { repair: Repair::RoughDay, .. } => {
            "不想再见到这条：start写日期，remark写原文".into()
        }
        Warning::Repaired { .. } => "不想再见到这条：due写日期，words写原文".into(),
        Warning::InFuture { .. } => "[plan]的`timezone`写明按哪里的“今天”算".into(),
        Warning::LooksLike { .. } => "差在空格、看不见的字符或字母上的符号：改成同一种写法".into(),
        Warning::SeveralInOne { names, .. } => format!("分开写，牵头的在前：owner = {names:?}"),
        Warning::Unseen { .. } => "通报里不带这些字符：从标题里删掉".into(),
        Warning::ConflictInText { .. } => "两边对的留下，把<<<<<<<、=======、>>>>>>>这些行删掉".into(),
        Warning::Recurring { .. } => "没有单一的期限：每个日期各写一项".into(),
        Warning::NoPhase { phase, .. } => format!("如果属于它，写上 phase = \"{phase}\""),
        Warning::Question { .. } => "核实以后：plan settle 编号；没有编号的，去掉这一行".into(),
        _ => return None,
    })
}

fn unreadable(words: &str, hint: Hint) -> String {
    let Unread { hint, part, date } = unread(words, hint);
    let part = part.map(|part| format!("“{part}”")).unwrap_or_default();
    match (hint, date) {
        (Hint::NeedsMonth, _) => format!("把月份也写上，例如 {}", with_month(words)),
        (Hint::NeedsAnchor, _) => format!("{part}要从别处的日期算起：due写日期，words写原文"),
        (Hint::MovableFestival, _) => format!("{part}每年日期不同：due写日期，words写原文"),
        (Hint::NeedsPlanStart, _) => {
            "要从方案的第一天算起：在[plan]里加上`period`，或者`start`和`end`".into()
        }
        (Hint::Holiday, _) => format!("{part}假期不止一天：写明是哪一天"),
        (Hint::NotFirm, _) => format!("{part}还不是确定的日期：定下来以后due写日期，words写原文"),
        (Hint::TwoRanges, _) => "括号内外不是同一段时间：只留下对的一个".into(),
        (Hint::ManyDates, _) => "写了不止一个日期，而一项只有一个期限：每个日期各写一项".into(),
        (Hint::TwoDigitYear, _) => "年份写四位数字".into(),
        (Hint::FiscalYear, _) => "财政年度各处不同：写明日期".into(),
        (Hint::NeedsDay, _) => "写明是哪一天".into(),
        (Hint::Typo, _) => format!("{part}像是笔误：照日历写，例如 6月10日前"),
        (Hint::Other, Some(date)) => {
            format!("没有读懂{part}，能读的是“{date}”：如果它就是期限，只写它，其余写进remark")
        }
        (Hint::Other, None) => {
            "能读的写法：2018-06-10、6月10日前、6月底、5月下旬至7月底、三季度、by 10 June、end of July、Q3、M9"
                .into()
        }
    }
}

/// 月底前 and 25日前 with a month.
fn with_month(words: &str) -> String {
    match words.trim() {
        words if words.starts_with('月') => format!("5{words}"),
        words if words.starts_with(|c: char| c.is_numeric()) => format!("5月{words}"),
        _ => "5月25日前".into(),
    }
}

fn table(table: Table) -> &'static str {
    match table {
        Table::File => "文件",
        Table::Plan => "[plan]",
        Table::Phase => "这个阶段",
        Table::Activity => "这一项",
        Table::Move => "`moved`的这一条",
        Table::Note => "`notes`的这一条",
    }
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Text => "带引号的文字",
        Kind::Texts => "一组文字",
        Kind::TextOrTexts => "带引号的文字，或者一组文字",
        Kind::Number => "数字",
        Kind::Date => "日期",
        Kind::DateOrWords => "日期，或者带引号的原文",
        Kind::Boolean => "true或false",
        Kind::Table => "表",
        Kind::Tables => "一组表",
        Kind::Array => "一组值",
        Kind::Time => "带钟点的时间",
    }
}

fn example(key: &str, kind: Kind) -> String {
    match (key, kind) {
        ("plan", _) => "单独一行 [plan]".into(),
        ("phase" | "activity", Kind::Tables) => format!("[[{key}]]，两层方括号，每项一段"),
        ("period", _) => "period = \"5月下旬至7月底\"，或者`start`和`end`".into(),
        (_, Kind::DateOrWords) => format!("{key} = 2018-06-10，或者 {key} = \"6月10日前\""),
        _ => diagnostics::example(key, kind),
    }
}
