//! A supervision ledger, in Chinese.

use chrono::NaiveDate;

use super::Chinese;
use crate::messages::ledger::{FigureColumn, FilledIn, Ledgers, PageWord, PhaseColumn, SheetName};
use crate::messages::reports::Reports;
use crate::messages::terms::if_any;
use crate::model::agenda::By;
use crate::model::ledger::{Column, Light};

impl Ledgers for Chinese {
    fn column(&self, column: Column) -> &'static str {
        match column {
            Column::Plan => "方案",
            Column::Number => "序号",
            Column::Group => "任务类别",
            Column::Task => "工作任务",
            Column::Requirements => "具体要求",
            Column::Leader => "责任领导",
            Column::Lead => "牵头单位",
            Column::Owners => "责任单位",
            Column::Support => "配合单位",
            Column::Due => "完成时限",
            Column::Words => "时限原文",
            Column::OriginalDue => "原定时限",
            Column::Progress => "进展情况",
            Column::Reason => "未完成原因",
            Column::DoneOn => "完成日期",
            Column::Standing => "完成情况",
            Column::DaysLate => "超期天数",
            Column::VerifiedOn => "销号日期",
            Column::Evidence => "佐证材料",
            Column::Remark => "备注",
            Column::Id => "编号",
            Column::News => "本月进展",
            Column::Expected => "预计完成",
        }
    }

    fn page_word(&self, word: PageWord) -> &'static str {
        match word {
            PageWord::Timeline => "时间图",
            PageWord::Activities => "事项",
            PageWord::Figures => "统计",
            PageWord::Filter => "只看含有",
        }
    }

    fn no_format(&self, formats: &str) -> String {
        format!("没有写格式，可以写：{formats}")
    }

    fn not_for_screens(&self) -> &'static str {
        "这种格式不能显示在屏幕上，请写明文件：-o 文件"
    }

    fn to_be_filled_in(&self, owner: &str, day: NaiveDate) -> String {
        format!("填报单位：{owner}　截至{}，请填后四栏；日期写成2026-06-10", self.full_date(day))
    }

    fn takes_a_date(&self) -> &'static str {
        "这一栏填日期，例如 2026-06-10"
    }

    fn no_folder(&self) -> &'static str {
        "每个单位一份台账，要写明放进哪个文件夹：-o 文件夹"
    }

    fn nobody_to_ask(&self) -> &'static str {
        "没有一项写了责任单位，没有要填的台账"
    }

    fn exporting(&self) -> &'static str {
        "正在导出……"
    }

    fn filled_in(&self, said: &FilledIn<'_>) -> String {
        match said {
            FilledIn::NoSuchId { id } => format!("：方案里没有{id}"),
            FilledIn::OtherTitle { item } => format!("：编号是“{item}”的，名称对不上，没有采用"),
            FilledIn::NoDay { words } => format!("：“{words}”不是能读的日期，请写成2026-06-10"),
            FilledIn::NoId => "：填了内容，没有编号，没有采用".into(),
            FilledIn::Cancelled { id } => format!("：{id}已取消，没有采用"),
            FilledIn::NoColumn { name } => format!("：没有“{name}”这一栏，没有读"),
            FilledIn::NotYet { words } => format!("：完成日期“{words}”还没到，没有采用"),
            FilledIn::Past { words } => format!("：预计完成“{words}”已经过去，没有采用"),
            FilledIn::CannotBeTyped => "：有命令行里写不了的字符，没有采用".into(),
            FilledIn::NoPlan { id } => format!("：没有写明{id}是哪个方案的，没有采用"),
            FilledIn::OfOthers { rows, names } => format!("另有{rows}行是别的方案的（{names}），没有读。"),
            FilledIn::Nothing => "没有填方案里还没有的内容。".into(),
        }
    }

    fn sheet_name(&self, sheet: SheetName) -> &'static str {
        match sheet {
            SheetName::Ledger => "台账",
            SheetName::Phases => "阶段",
            SheetName::Figures => "统计",
        }
    }

    fn phase_column(&self, column: PhaseColumn) -> &'static str {
        match column {
            PhaseColumn::Id => "编号",
            PhaseColumn::Title => "阶段",
            PhaseColumn::Start => "开始",
            PhaseColumn::End => "结束",
            PhaseColumn::Words => "时间原文",
        }
    }

    fn figure_column(&self, column: FigureColumn) -> &'static str {
        match column {
            FigureColumn::Name => "名称",
            FigureColumn::Total => "事项",
            FigureColumn::FallenDue => "已到期",
            FigureColumn::OnTime => "按期完成",
            FigureColumn::Late => "逾期完成",
            FigureColumn::NotDone => "未完成",
            FigureColumn::Rate => "按期率",
            FigureColumn::Overdue => "逾期未完成",
        }
    }

    fn everything(&self) -> &'static str {
        "合计"
    }

    fn by(&self, by: By) -> &'static str {
        match by {
            By::Owner => "责任单位",
            By::Group => "类别",
            By::Phase => "阶段",
        }
    }

    fn nobody(&self, by: By) -> &'static str {
        match by {
            By::Owner => "未写责任单位",
            By::Group => "不分类别",
            By::Phase => "不分阶段",
        }
    }

    fn light(&self, light: Light) -> &'static str {
        match light {
            Light::Red => "红色：逾期未完成",
            Light::Yellow => "黄色：临近期限，或预计逾期",
            Light::Green => "绿色：按期完成",
            Light::Blue => "蓝色：逾期完成",
        }
    }

    fn page_number(&self) -> &'static str {
        "&C第 &P 页，共 &N 页"
    }

    fn ledger_subtitle(&self, office: Option<&str>, day: NaiveDate) -> String {
        let office = if_any(office, |office| format!("填报单位：{office}　"));
        format!("{office}截至{}", self.full_date(day))
    }

    fn progress(&self, on: Option<NaiveDate>, text: Option<&str>, percent: Option<u32>) -> String {
        let on = if_any(on, |on| format!("{}：", self.full_date(on)));
        let percent = if_any(percent, |percent| format!("完成{percent}%"));
        let between = if text.is_some() && !percent.is_empty() { "；" } else { "" };
        format!("{on}{}{between}{percent}", text.unwrap_or_default())
    }
}
