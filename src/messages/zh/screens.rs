//! What stands around rows and in drawings, in Chinese.

use super::Chinese;
use super::terms::agreed_by;
use crate::messages::screens::{Compared, Drawn, Glance, Listing, Remark, Screens};
use crate::messages::terms::{Label, Tally, Terms, if_any, if_some};
use crate::model::agenda::Status;

impl Screens for Chinese {
    fn listing(&self, listing: &Listing<'_>) -> String {
        match listing {
            Listing::Today { today, given: false } => format!("今天 {}。", self.day(*today)),
            Listing::Today { today, given: true } => format!("今天 {}（指定）。", self.day(*today)),
            Listing::PlanEnded(end) => format!("方案已于 {} 结束。", self.day(*end)),
            Listing::Listed { shown, of } => format!("列出{of}项中的{shown}项。"),
            Listing::TitledSo => "这里要写编号，名称相符的有：".into(),
            Listing::NewName { who, nearest } => format!("方案里还没有“{who}”，是不是“{nearest}”？"),
            Listing::Meant { count } => format!("符合条件的有{count}项："),
            Listing::NothingMatches => "没有符合条件的事项。".into(),
            Listing::OverdueHeading(count) => format!("逾期未完成 {count} 项"),
            Listing::SoonHeading { count, days, until } => format!("{days}天内（{until}前）到期 {count} 项"),
            Listing::OverdueCounts { total, overdue, soon } => {
                let soon =
                    if_any(*soon, |(days, count)| format!("，{}", self.tally(Tally::Soon { days }, count)));
                format!("共{total}项：逾期未完成{overdue}{soon}。")
            }
            Listing::NothingOverdue => "没有逾期未完成的事项。".into(),
            Listing::HowToRecord => "补记完成：plan done 编号 --on 实际完成日期".into(),
            Listing::PhaseHeading { id, title, words: "" } => format!("{id} {title}"),
            Listing::PhaseHeading { id, title, words } => format!("{id} {title}（{words}）"),
            Listing::Line { file, line } => format!("{file} 第{line}行"),
            Listing::Inclusive => "当天完成算按期".into(),
            Listing::MoveEntry(moved) => {
                let late = if moved.is_late() { self.label(Label::AskedLate) } else { "到期前提出" };
                let by = if_any(moved.by, |by| format!("，{}", agreed_by(by)));
                let (from, to) = (self.deadline(moved.from), self.deadline(moved.to));
                let (on, shift, why) = (moved.on, self.shift(moved.days()), moved.why);
                format!("{on} 由 {from} 改为 {to}{shift}，{late}\n原因：{why}{by}")
            }
            Listing::TookPlan { file, instead_of } => format!("用的是{file}（PLAN_FILE），不是{instead_of}"),
            Listing::OtherAt(line) => format!("另一处在第{line}行"),
            Listing::CheckSummary { file, problems, kinds, warnings } => {
                let problems = match problems {
                    0 => "没有错误".into(),
                    _ => format!("错误{problems}处"),
                };
                match warnings {
                    0 => format!("{file}：{problems}，没有提示"),
                    _ => format!("{file}：{problems}，提示{kinds}类{warnings}处"),
                }
            }
        }
    }

    fn glance(&self, glance: &Glance<'_>) -> String {
        match glance {
            Glance::Phase { id, title, progress } => {
                let percent = progress.percent();
                format!("{id} {title}第{}天，共{}天，时间进度{percent}%。", progress.day, progress.days)
            }
            Glance::Bar => "# 完成 ! 逾期 . 其余".into(),
            Glance::NoPhase => "不分阶段".into(),
            Glance::NoGroup => "不分类别".into(),
            Glance::First { shown } => format!("先列{shown}项，全部见 plan overdue --soon"),
            Glance::Remark { what, ids, count } => {
                let (name, command, late) = match what {
                    Remark::Moved { late } => ("期限调整".to_owned(), "plan report".to_owned(), *late),
                    Remark::WithoutEvidence => ("完成而无佐证材料".into(), "plan report --todo".into(), 0),
                    Remark::Stale { days } => {
                        (format!("{days}天没有进展记录"), format!("plan list --stale {days}"), 0)
                    }
                };
                let more =
                    if ids.len() < *count { format!("等，全部见 {command}") } else { String::new() };
                let late = if_some(late, |late| format!("，逾期后提出{late}次"));
                format!("{name}{count}项（{}{more}{late}）。", ids.join("、"))
            }
        }
    }

    fn compared(&self, compared: &Compared<'_>) -> String {
        let or_none = |value: &Option<String>| value.clone().unwrap_or_else(|| "无".to_owned());
        match compared {
            Compared::OnlyIn { file, count } => format!("只在 {file} 中（{count}项）"),
            Compared::Marked(count) => format!("完成情况不同（{count}项）"),
            Compared::Moved(count) => format!("期限不同（{count}项）"),
            Compared::Reworded(count) => format!("文字不同（{count}项）"),
            Compared::Change { what, from, to } => {
                format!("{}：{} → {}", self.key(*what), or_none(from), or_none(to))
            }
            Compared::Same => "两份一样。".into(),
            Compared::Neither => "两份的记录一样多。".into(),
            Compared::Further { file, count } => format!("{file} 更新：多{count}处记录，另一份没有新的。"),
            Compared::Both { files: [first, second], counts: [one, other] } => {
                format!("两份各有新的记录：{first} 多{one}处，{second} 多{other}处。")
            }
        }
    }

    fn drawn(&self, drawn: &Drawn) -> String {
        match drawn {
            Drawn::Nothing => "没有可以画的日期。".into(),
            Drawn::Today => "今".into(),
            Drawn::Original { late: false } => "原".into(),
            Drawn::Original { late: true } => "后".into(),
            Drawn::Deadline(Status::Done) => "完".into(),
            Drawn::Deadline(Status::DoneLate) => "迟".into(),
            Drawn::Deadline(Status::Overdue) => "逾".into(),
            Drawn::Deadline(_) => "期".into(),
            Drawn::Legend => {
                "期 到期  完 按期完成  迟 逾期完成  逾 逾期未完成  原 原定期限  后 逾期后调整".into()
            }
            Drawn::Hidden(count) => {
                format!("与阶段或全程同起止（逾期的除外）、无期限和已取消的{count}项不画。")
            }
        }
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
}
