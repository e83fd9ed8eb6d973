//! What a command answers, in Chinese.

use chrono::NaiveDate;

use super::Chinese;
use super::terms::agreed_by;
use crate::messages::answers::{
    Answers, ArgumentError, ChangeError, Confirmation, Editing, FileError, Measured, NotSaved, Takes,
};
use crate::messages::terms::{Terms, if_any};

impl Answers for Chinese {
    fn confirmation(&self, confirmation: &Confirmation<'_>) -> String {
        match confirmation {
            Confirmation::TakeBack { command } => format!("撤销：{command}"),
            Confirmation::TakeBackByHand => "撤销：其中有无法键入的字符，请用 plan edit 改回".into(),
            Confirmation::DryRun => "试运行：没有写入。".into(),
            Confirmation::Wrote { file, next } => format!("已写好{file}。下一步：{next}"),
            Confirmation::RecordTrueDay { command } => {
                format!("若早已完成、今天才补记，写明日期：{command} 实际完成日期")
            }
            Confirmation::Marked { day, due } => {
                format!("记为 {} 完成{}", self.day(*day), against(*day, *due))
            }
            Confirmation::Remarked { from, day, due } => {
                format!("完成日期由 {} 改为 {}{}", self.day(*from), self.day(*day), against(*day, *due))
            }
            Confirmation::AlreadyDone { day, command } => {
                format!("已于 {} 完成，日期没有改动。要改日期：{command} 日期", self.day(*day))
            }
            Confirmation::NotStartedYet { start } => format!("注意：它从 {} 才开始", self.day(*start)),
            Confirmation::Added { what } => format!("已登记：{}", self.key(*what)),
            Confirmation::SentBack { why } => format!("退回：{why}"),
            Confirmation::Reopened { day } => format!("退回（原记 {} 完成）", self.day(*day)),
            Confirmation::Unverified { day, by } => {
                let by = if_any(*by, |by| format!("，{by}"));
                format!("撤回销号（原记 {}{by}）", self.day(*day))
            }
            Confirmation::Kept { notes, evidence } => format!("保留进展{notes}条、佐证材料{evidence}件"),
            Confirmation::NotDone => "没有标过完成，没有改动".into(),
            Confirmation::Deadline { from, to, days } => {
                format!("期限 {from} → {}{}", self.day(*to), self.shift(*days))
            }
            Confirmation::AskedLate { on } => format!("{on} 已过期限，记为“逾期后提出”"),
            Confirmation::GiveUpAgain => "若同意在先：撤销以后加上 --on 同意的日期重新取消".into(),
            Confirmation::AgreedEarlier { undo } => {
                format!("若同意在先，写明是哪天：先 {undo}，再加上 --on 同意的日期重新调整")
            }
            Confirmation::MovedBack { on, from, to } => {
                format!("撤回 {on} 的期限调整：由 {from} 恢复为 {to}")
            }
            Confirmation::Cancelled { day, why, by } => {
                format!("记为 {} 取消{}{}", self.day(*day), reason(*why), agreed(*by))
            }
            Confirmation::Uncancelled { day, why, by } => {
                format!("撤回取消（原记 {}{}{}）", self.day(*day), reason(*why), agreed(*by))
            }
            Confirmation::Verified { day, by: None } => format!("记为 {} 销号", self.day(*day)),
            Confirmation::Verified { day, by: Some(by) } => format!("记为 {} 销号，{by}", self.day(*day)),
            Confirmation::AlreadyVerified { day, command } => {
                format!("已于 {} 销号，没有改动。要改：先 {command}", self.day(*day))
            }
            Confirmation::Noted(note) => format!("进展 {}：{}", note.on, self.note(note)),
            Confirmation::Changed { what, from, to } => {
                changed(self.key(*what), from.as_deref(), to.as_deref())
            }
            Confirmation::New { due } => format!("新增，期限 {due}"),
            Confirmation::ReadAs { words, day } => format!("“{words}”读作 {}", self.day(*day)),
            Confirmation::Unchanged => "没有改动".into(),
            Confirmation::Saved { file } => format!("已检查并保存{file}"),
            Confirmation::SavedNevertheless { file } => format!("{file}已经保存"),
        }
    }

    fn argument_error(&self, error: &ArgumentError<'_>) -> String {
        match error {
            ArgumentError::UnknownId { id } => format!("没有 {id}，什么都没改"),
            ArgumentError::BeginSo { prefix } => format!("以{prefix}开头的有："),
            ArgumentError::NearestIds => "相近的有：".into(),
            ArgumentError::IsPhase { id, unfinished } => {
                format!("{id} 是阶段，只能用 show 查看、用 move 调整期限。本阶段未完成{unfinished}项")
            }
            ArgumentError::PhaseHint { command } => format!("查看各项：{command}"),
            ArgumentError::SeveralNames { what, typed, names } => {
                format!("{}里带“{typed}”的不止一个：{names}", self.key(*what))
            }
            ArgumentError::UnknownStatus { typed, names } => {
                format!("没有“{typed}”这种状态，可写：{names}")
            }
            ArgumentError::NeedsId { group } => format!("{group}还没有可以接着编的编号，请写明：--id 编号"),
            ArgumentError::PeriodAhead { start, today } => {
                format!("{} 还没到（今天 {today}）", self.day(*start))
            }
            ArgumentError::BlankInName { name, command } => {
                format!("没有这些文件，但有“{name}”，什么都没改。名字里有空格，要用引号括起来：{command}")
            }
            ArgumentError::OneAtATime => "一次只能撤销一件佐证材料，什么都没改".into(),
            ArgumentError::NothingToChange => "没有写要改什么：--owner、--support、--leader".into(),
            ArgumentError::NotUtf8Name { name } => {
                format!("文件名 {name} 不是UTF-8编码，不能写进方案，请先改名")
            }
            ArgumentError::Pattern { name } => {
                format!("文件名里不能有*和?，命令行也没有把 {name} 换成文件名，请逐个写明文件")
            }
            ArgumentError::OneOfThem => "没有写进展、原因、预计完成日期，也没有写完成进度".into(),
            ArgumentError::BadToday { words } => format!("“{words}”不是日期"),
            ArgumentError::TodayHint => {
                "--today要写带年份的日期（1900至2199年），例如 2018-06-11，或者昨天、上周五这样的一天".into()
            }
            ArgumentError::InFuture { day, today } => {
                format!("{} 还没到（今天 {today}），什么都没改", self.day(*day))
            }
            ArgumentError::InPast { day, today } => format!("{} 已经过去（今天 {today}）", self.day(*day)),
            ArgumentError::NotOneDay { words } => format!("“{words}”不是某一天"),
            ArgumentError::NotYetHint => "还没到的日子不能记".into(),
            ArgumentError::NoIds => "没有写编号".into(),
            ArgumentError::CurlyQuotes { words } => {
                format!("中文引号“ ”不能把一句话括起来，请改用英文引号：\"{words}\"")
            }
            ArgumentError::FullWidthDash { typed, meant } => {
                format!("`{typed}`开头是全角横线，请输入 {meant}")
            }
            ArgumentError::NoNames { what } => format!("方案里没有写{}", self.key(*what)),
            ArgumentError::UnknownName { what, name, known } => {
                format!("没有{}为“{name}”的事项，现有：{known}", self.key(*what))
            }
        }
    }

    fn takes(&self, what: Takes) -> &'static str {
        match what {
            Takes::PastDay => "写明一天：2018-05-24、5月24日、昨天、周五、上周五、25日",
            Takes::Deadline => "写明最后一天：2018-06-20、6月20日、6月底、明天、下周五、月底",
            Takes::WithYear => "照写请加年份",
            Takes::Period => "写成 6月、二季度、上月、第27周、5月1日至6月15日，或者某一天、阶段的编号",
        }
    }

    fn change_error(&self, error: &ChangeError<'_>) -> String {
        let said = match error {
            ChangeError::IsCancelled { id } => format!("{id} 已取消"),
            ChangeError::IsVerified { id } => format!("{id} 已销号"),
            ChangeError::ReopenFirst { command } => return format!("要一并撤回：{command}"),
            ChangeError::NoDeadlineToMove { id } => {
                return format!("{id} 没有写期限，无从调整，什么都没改。先用 plan edit 写上`due`");
            }
            ChangeError::BeforeStart { start, day } => format!("{} 早于它的开始日期 {start}", self.day(*day)),
            ChangeError::BeforeAgreed { to, on } => {
                format!("新期限 {} 早于同意调整的日期 {on}", self.day(*to))
            }
            ChangeError::MovedAfter { last, on } => format!("上一次调整是 {last}，这一次不能早到 {on}"),
            ChangeError::DoneBeforeMove { done } => {
                format!("已于 {} 完成，完成以后不能再调整期限", self.day(*done))
            }
            ChangeError::AgreedOn => return "若早先已经同意，写明是哪天：--on 同意的日期".into(),
            ChangeError::NotDone { id } => format!("{id} 还没有标完成，不能销号"),
            ChangeError::MarkFirst { command } => return format!("先标完成：{command}"),
            ChangeError::BeforeDone { done, day } => format!("销号日期 {day} 早于完成日期 {done}"),
            ChangeError::IsDone { id, day } => format!("{id} 已于 {} 完成，不能取消", self.day(*day)),
            ChangeError::NothingToUndo { id, what } => format!("{id} 没有可以撤销的{}", self.key(*what)),
            ChangeError::WhichEntry { id, what, count } => {
                return format!("{id} 的{}有{count}条，什么都没改。请写明撤销哪一条：", self.key(*what));
            }
            ChangeError::NoSuchNote { id, words } => format!("{id} 没有这条进展：{words}"),
            ChangeError::NoSuchEvidence { id, path } => format!("{id} 没有登记过 {path}"),
            ChangeError::NoQuestion { id } => format!("{id} 没有待核实的问题"),
            ChangeError::NothingToSettle { id, deadline } => {
                format!("{id} 的期限没有待定：{deadline}")
            }
            ChangeError::RecordDone { command } => return format!("已经完成的，记下完成日期：{command}"),
            ChangeError::MoveIt { command } => return format!("要改期限：{command} 新期限 --why 原因"),
            ChangeError::NoSuchWords { id, words } => format!("{id} 的期限原文不是：{words}"),
            ChangeError::Idle { id, key, text, without } => {
                let (key, without) = (key.name(), without.name());
                format!("{id} 没有`{without}`，却写着`{key}`（{text}），这样改会把它盖掉")
            }
        };
        format!("{said}，什么都没改")
    }

    fn file_error(&self, error: &FileError<'_>) -> String {
        match error {
            FileError::NoPlanFile { looked } => format!("没有找到方案文件，找过：{looked}"),
            FileError::RunInit => "新建一份：plan init；或者指明文件：plan -f 文件".into(),
            FileError::TwoPlans { file, other } => {
                format!("PLAN_FILE指的是{file}，而这里有{other}：要改哪一份？")
            }
            FileError::NameTheFile { command } => format!("请指明：{command}"),
            FileError::CannotEditStdin => "从管道读入的方案不能修改，请指明文件".into(),
            FileError::BadTimezone { name } => format!("没有“{name}”这个时区（TZ）"),
            FileError::TimezoneHint => "TZ写IANA时区名，例如 Asia/Shanghai；或者在[plan]里写timezone".into(),
            FileError::NotFound { file } => format!("没有{file}这个文件"),
            FileError::NotAFile { file } => format!("{file}不是普通文件"),
            FileError::TooLarge { file, mib } => format!("{file}超过{mib} MiB"),
            FileError::NoPermission { file } => format!("没有读取{file}的权限"),
            FileError::CannotRead { file, why } => format!("读不了{file}：{why}"),
            FileError::NotSynced { file, why } => {
                format!("{file}已保存，但所在文件夹没能同步到磁盘（{why}）：这时断电，可能还是原来的内容")
            }
            FileError::CannotEdit { id } => format!("找不到修改{id}的位置，什么都没改"),
            FileError::InlineTable { id } => format!("{id}写成了跨行的{{ … }}，能读，不能改"),
            FileError::InlineTableHint => "改写成以[[activity]]开头的一段".into(),
            FileError::HoldsMore { id } => {
                format!("{id}：这一段里有注释或自定义的键（x-…），去掉会一起丢失，什么都没改")
            }
            FileError::EditByHand => "请手工修改：plan edit".into(),
            FileError::WouldBreak { file } => format!("这样改会动到{file}里别的内容，没有保存"),
            FileError::Unsound { file } => format!("这样改，{file}就会有下面的问题，没有保存："),
            FileError::ForceHint => "要替换它：加上 --force".into(),
            FileError::CannotPrint { why } => format!("输出写不出去：{why}"),
        }
    }

    fn not_saved(&self, file: &str, why: &NotSaved) -> String {
        let why = match why {
            NotSaved::AlreadyThere => format!("{file}已经存在"),
            NotSaved::IsPlan => format!("{file}是一份方案，不能覆盖"),
            NotSaved::NotUtf8 => format!("{file}不是UTF-8编码，位置见 plan check"),
            NotSaved::TooLarge { mib } => format!("这样改，{file}会超过{mib} MiB"),
            NotSaved::Locked { seconds } => {
                format!("{file}被别的程序锁住了，等了{seconds}秒，放弃")
            }
            NotSaved::InUse { seconds } => {
                format!("{file}正由别的程序打开着，等了{seconds}秒；请先在那里关闭")
            }
            NotSaved::ChangedMeanwhile => format!("{file}在修改期间被别的程序改过"),
            NotSaved::ReadOnly => format!("{file}是只读文件"),
            NotSaved::OtherOwner => format!("{file}属于别的用户"),
            NotSaved::OtherGroup => {
                format!("{file}属于您不在其中的用户组，保存会使它脱离该组（可用chgrp改成您所在的组）")
            }
            NotSaved::HardLinks => format!("{file}有不止一个名字（硬链接），保存会使它们分家"),
            NotSaved::NoFolder => format!("{file}所在的文件夹不存在，请先建好"),
            NotSaved::FolderReadOnly => format!("{file}所在的文件夹不能写入"),
            NotSaved::DiskFull => format!("没有空间保存{file}"),
            NotSaved::Other(why) => format!("保存不了{file}：{why}"),
        };
        format!("{why}，没有保存")
    }

    fn editing(&self, editing: &Editing<'_>) -> String {
        match editing {
            Editing::Copy { path } => format!("编辑的是副本：{path}"),
            Editing::AskAgain => "再改一次？[Y/n] ".into(),
            Editing::CopyKept { path } => format!("没有保存，改过的那一份还在：{path}"),
            Editing::CameBackAtOnce { path } => format!(
                "编辑器一打开就返回了。如果它另开窗口，要让它等到窗口关闭：环境变量 EDITOR 设为 code --wait 或 subl -w。\
                 现在在窗口里保存的，只在副本里：{path}"
            ),
            Editing::BadEnd { why } => {
                format!("编辑器没有正常结束（{why}），没有保存。用 EDITOR 指定编辑器")
            }
            Editing::NoSuchEditor { editor, command } => {
                format!("编辑器“{editor}”启动不了，请换一个：{command}")
            }
            Editing::NoCopy { folder, why } => format!("无法在{folder}建立供编辑的副本：{why}"),
            Editing::TemporaryFolderHint => {
                "请在环境变量 TMPDIR（Windows 上是 TMP）里指定一个可用的临时文件夹".into()
            }
        }
    }

    fn added_by_mistake(&self) -> &'static str {
        "误加"
    }

    fn template(&self) -> &'static str {
        include_str!("template.toml")
    }
}

fn changed(what: &str, from: Option<&str>, to: Option<&str>) -> String {
    match (from, to) {
        (Some(from), Some(to)) => format!("{what}：由 {from} 改为 {to}"),
        (None, Some(to)) => format!("{what}：{to}（原来没有）"),
        (Some(from), None) => format!("{what}：去掉 {from}"),
        (None, None) => format!("{what}：没有改动"),
    }
}

fn against(done: NaiveDate, due: Option<Measured>) -> String {
    if_any(due, |Measured { due, is_late }| match (done - due).num_days() {
        days if is_late => format!("，期限 {due}，超期{days}天：逾期完成"),
        1.. => format!("，期限 {due}，写入方案时已过：不算逾期"),
        _ => format!("，期限 {due}：按期完成"),
    })
}

/// Who agreed, after the reason.
fn reason(why: Option<&str>) -> String {
    if_any(why, |why| format!("，原因：{why}"))
}

fn agreed(by: Option<&str>) -> String {
    if_any(by, |by| format!("，{}", agreed_by(by)))
}
