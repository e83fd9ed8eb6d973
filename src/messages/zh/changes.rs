//! What is said of a change, in Chinese.

use chrono::NaiveDate;

use super::Chinese;
use crate::messages::changes::{Changes, Confirmation};
use crate::messages::terms::{Terms, if_any};

impl Changes for Chinese {
    fn confirmation(&self, confirmation: &Confirmation<'_>) -> String {
        match confirmation {
            Confirmation::TakeBack { command } => format!("撤销：{command}"),
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
            Confirmation::Added { what } => format!("已登记：{}", self.label(*what)),
            Confirmation::Reopened { day } => format!("撤回完成（原记 {}）", self.day(*day)),
            Confirmation::Unverified { day, by } => {
                let by = if_any(*by, |by| format!("，{by}"));
                format!("撤回销号（原记 {}{by}）", self.day(*day))
            }
            Confirmation::Kept { notes, evidence } => format!("保留进展{notes}条、佐证材料{evidence}件"),
            Confirmation::NotDone => "没有标过完成，没有改动".into(),
            Confirmation::Deadline { from, to, days } => {
                format!("期限 {from} → {}{}", self.day(*to), self.shift(*days))
            }
            Confirmation::MovedLate { on } => format!("{on} 已过原期限，记为“逾期后提出”"),
            Confirmation::AgreedEarlier { undo } => {
                format!("若同意在先，写明是哪天：先 {undo}，再加上 --on 同意的日期重新调整")
            }
            Confirmation::MovedBack { on, from, to } => {
                format!("撤回 {on} 的期限调整：由 {from} 恢复为 {to}")
            }
            Confirmation::Cancelled { day, why } => format!("记为 {} 取消，原因：{why}", self.day(*day)),
            Confirmation::Uncancelled { day, why } => {
                format!("撤回取消（原记 {}，原因：{why}）", self.day(*day))
            }
            Confirmation::Verified { day, by: None } => format!("记为 {} 销号", self.day(*day)),
            Confirmation::Verified { day, by: Some(by) } => format!("记为 {} 销号，{by}", self.day(*day)),
            Confirmation::AlreadyVerified { day, command } => {
                format!("已于 {} 销号，没有改动。要改：先 {command}", self.day(*day))
            }
            Confirmation::Noted { on, text } => format!("进展 {on}：{text}"),
            Confirmation::Changed { what, from, to } => {
                changed(self.label(*what), from.as_deref(), to.as_deref())
            }
            Confirmation::New { due } => format!("新增，期限 {due}"),
            Confirmation::Unchanged => "没有改动".into(),
            Confirmation::Saved { file } => format!("已检查并保存{file}"),
            Confirmation::AskEditAgain => "再改一次？[Y/n] ".into(),
            Confirmation::CopyKept { path } => format!("没有保存，改过的那一份还在：{path}"),
        }
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

fn against(done: NaiveDate, due: Option<NaiveDate>) -> String {
    if_any(due, |due| match (done - due).num_days() {
        days @ 1.. => format!("，比期限 {due} 晚{days}天：逾期完成"),
        _ => format!("，期限 {due}：按期完成"),
    })
}
