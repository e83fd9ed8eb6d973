//! What comes back or goes on, in Chinese.

use chrono::{Datelike, NaiveDate};

use super::Chinese;
use crate::messages::recurrence::{Recurrence, Recurrences};
use crate::messages::terms::Terms;
use crate::model::date::Rhythm;

impl Recurrences for Chinese {
    fn recurrence(&self, said: &Recurrence<'_>) -> String {
        match said {
            Recurrence::ComesBack { id, words } => {
                format!("{id} 是周期性工作（{words}），不是做一次就完成的，什么都没改")
            }
            Recurrence::NoteRound { command } => format!("这一期做了，记进展：{command} 进展"),
            Recurrence::WriteOut { command } => format!("要一期一期记完成，先写成一期一项：{command}"),
            Recurrence::WriteOneByOne => "要一期一期记完成，先写成一期一项：plan add 事项 --due 期限".into(),
            Recurrence::StopIt { command } => format!("以后不再做了：{command} 原因"),
            Recurrence::WentOn { command } => {
                format!("这一项原是长期做的，没有期限；记为完成，就是不再做了。只记一次进展：{command} 进展")
            }
            Recurrence::Heading => "周期性工作写成一期一项（先加 --dry-run 看一遍）".into(),
            Recurrence::WrittenOutAs { ids } => format!("分列为{ids}"),
            Recurrence::Past { count } => {
                format!("其中{count}项的期限已经过去；不需要的，用 --period 写明起止")
            }
            Recurrence::Uncertain { words } => format!("“{words}”定不下是哪几天，什么都没改"),
            Recurrence::CertainWords => {
                "写成 每月10日前、每月底前、每旬、每周五前、每季度末；别的说法，每个日期各加一项".into()
            }
            Recurrence::NoPeriod => "方案没有写起止，请写明，例如 --period 6月至12月".into(),
            Recurrence::OnlyHere => "--period 只用于周期性的期限，例如 每月10日前，什么都没改".into(),
            Recurrence::NoRounds { range } => {
                format!("{} 之间没有这样的日子，什么都没改", self.range(*range))
            }
            Recurrence::TooMany { most } => {
                format!("一次最多写{most}项，请用 --period 写短一些的起止，什么都没改")
            }
        }
    }

    fn title_of_round(&self, title: &str, rhythm: Rhythm, day: NaiveDate, with_year: bool) -> String {
        let year = if with_year { format!("{}年", day.year()) } else { String::new() };
        let (month, number) = (day.month(), day.day());
        let round = match (rhythm, number) {
            (Rhythm::Week(_), _) => format!("{month}月{number}日"),
            (Rhythm::TenDays, ..=10) => format!("{month}月上旬"),
            (Rhythm::TenDays, 11..=20) => format!("{month}月中旬"),
            (Rhythm::TenDays, _) => format!("{month}月下旬"),
            (Rhythm::Month { .. }, _) => format!("{month}月"),
            (Rhythm::Quarter { .. }, _) => format!("第{}季度", day.quarter()),
        };
        format!("{title}（{year}{round}）")
    }
}
