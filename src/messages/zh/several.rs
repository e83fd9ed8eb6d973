//! Several plans in one view, in Chinese.

use chrono::NaiveDate;

use super::Chinese;
use crate::messages::several::{PlanColumn, SeveralError, Severals};
use crate::messages::terms::Terms;

impl Severals for Chinese {
    fn several_error(&self, error: &SeveralError<'_>) -> String {
        match error {
            SeveralError::NoPlans { looked } => {
                format!("没有找到方案（写有[plan]的.toml文件），找过：{looked}")
            }
            SeveralError::TakesOne => "这个命令一次只用于一个方案，请写明文件：-f 文件".into(),
            SeveralError::UnknownPlan { name, known } => format!("没有叫“{name}”的方案，有：{known}"),
            SeveralError::PlansAlike { name, files } => {
                format!("不止一个方案叫“{name}”，请写明文件：-f 文件，有：{files}")
            }
            SeveralError::UnknownId { id } => format!("这些方案里都没有{id}"),
            SeveralError::InSeveral { id, ids } => format!("不止一个方案有{id}，请写明是哪一个：{ids}"),
            SeveralError::Apart => "编号不在同一个方案里，一条命令只用于一个方案，请分开执行：".into(),
            SeveralError::OnePicture => {
                "一张图只画一个方案，请写明文件：-f 文件；几个方案要一起看，可以导出网页（html），里面有每个方案的时间图".into()
            }
            SeveralError::TooManyRows => "事项太多，一张工作表放不下；可以筛选，或者导出csv".into(),
            SeveralError::Closed { folder, why } => format!("不能打开文件夹{folder}：{why}"),
            SeveralError::PhasesOfOne => {
                "各方案的阶段不同，不能合在一起按阶段统计；可以写 --by group，按组统计".into()
            }
            SeveralError::Periods { words, periods } => {
                format!("“{words}”在各方案里不是同一段时间：{periods}；请写明年份，或写起止日期")
            }
        }
    }

    fn plan_column(&self, column: PlanColumn) -> &'static str {
        match column {
            PlanColumn::Plan => "方案",
            PlanColumn::Done => "完成",
            PlanColumn::Overdue => "逾期",
            PlanColumn::Soon => "近期",
            PlanColumn::Rest => "其余",
            PlanColumn::Rate => "按期率",
            PlanColumn::Next => "下一期限",
            PlanColumn::Phase => "阶段",
            PlanColumn::Title => "标题",
        }
    }

    fn all_checked(&self, plans: usize, unsound: usize, problems: usize, warnings: usize) -> String {
        let problems = match unsound {
            0 => "没有错误".into(),
            _ => format!("{unsound}个有错误，共{problems}处"),
        };
        let warnings = if warnings > 0 { format!("提示共{warnings}处") } else { "没有提示".into() };
        format!("共{plans}个方案：{problems}，{warnings}。")
    }

    fn alike(&self) -> &'static str {
        "这些名称像是同一个单位，统计时仍各算各的"
    }

    fn so_many_plans(&self, count: usize) -> String {
        format!("共{count}个方案。")
    }

    fn left_out(&self, count: usize) -> String {
        format!("另有{count}个方案未能读取，未计入。")
    }

    fn two_days(&self, first: NaiveDate, last: NaiveDate) -> String {
        format!("今天 {} 或 {}，各方案按自己的时区。", self.day(first), self.day(last))
    }

    fn plans(&self, count: usize, unread: usize) -> String {
        let unread = if unread > 0 {
            format!("（另有{unread}个未能读取，未计入）")
        } else {
            String::new()
        };
        format!("{count}个方案{unread}")
    }

    fn reading_plans(&self, count: usize) -> String {
        format!("正在读{count}个方案……")
    }
}
