//! What is said of a document, in Chinese.

use chrono::{Datelike, NaiveDate};

use super::Chinese;
use crate::messages::imports::{ImportError, Imported, Imports, differ_in_year, shortened};
use crate::messages::terms::{if_any, if_some};
use crate::model::text::letters;
use crate::outline::account::LeftWhy;
use crate::outline::document::{Foreign, Limit, Place, Remark, Unreadable};
use crate::outline::question::{About, Question};

impl Imports for Chinese {
    fn place(&self, place: &Place) -> String {
        match place {
            Place::Line(line) => format!("第{line}行"),
            Place::Paragraph(number) => format!("第{number}段"),
            Place::Row { table, row } => format!("表{table}第{row}行"),
            Place::Sheet { sheet, row, column: cell } => {
                format!("工作表“{sheet}”第{row}行{}", if_any(*cell, |cell| format!("{}列", letters(cell))))
            }
            Place::TextBox(number) => format!("第{number}个文本框"),
            Place::Footnote(number) => format!("脚注{number}"),
            Place::Margin => "页眉页脚".into(),
            Place::FileName => "文件名".into(),
        }
    }

    fn question(&self, question: &Question) -> String {
        let further = if_some(question.further, |further| format!("（另有{further}处相同）"));
        format!("{}{}{further}", self.place(&question.place), self.about(&question.about))
    }

    fn imported(&self, said: &Imported<'_>) -> String {
        match said {
            Imported::Read { file, paragraphs, tables } => {
                format!("读了{file}：正文{paragraphs}段，表格{tables}张。")
            }
            Imported::Drafted { phases: 0, activities } => format!("起草{activities}项，不分阶段。"),
            Imported::Drafted { phases, activities } => format!("起草{phases}个阶段、{activities}项。"),
            Imported::Taken(tables) => {
                let tables = tables
                    .iter()
                    .map(|one| table(one.number, one.name.as_deref(), &format!("{}项", one.activities)));
                format!("取自：{}", tables.collect::<Vec<_>>().join("、"))
            }
            Imported::Left(tables) => {
                let tables =
                    tables.iter().map(|one| table(one.number, one.name.as_deref(), &left_why(one.why)));
                format!("没有取：{}", tables.collect::<Vec<_>>().join("、"))
            }
            Imported::ChooseTable { command } => format!("改取别的表：{command}"),
            Imported::Folded { id, folded } => {
                let also: Vec<_> = folded.also.iter().map(|place| self.place(place)).collect();
                let id = if_any(*id, |id| format!("{id} "));
                let (title, kept) = (shortened(&folded.title), self.place(&folded.kept));
                format!("合为一项：{id}{title}，取自{kept}，又见{}", also.join("、"))
            }
            Imported::Remark(what) => remark(what),
            Imported::Missing { name, command } => {
                format!("正文提到“{}”，本文件里没有。请取得附件后再导入：{command}", shortened(name))
            }
            Imported::Open(count) => format!("待核实{count}处，都写在方案里："),
            Imported::Answer { settle, confirm, edit } => {
                let settle = if_any(settle.as_deref(), |settle| format!("期限定下来：{settle}；"));
                let confirm = if_any(confirm.as_deref(), |confirm| format!("核实没有写错：{confirm}；"));
                format!("{settle}{confirm}要改方案：{edit}")
            }
            Imported::NothingOpen => "没有待核实的。".into(),
            Imported::Next => "下一步：".into(),
            Imported::FallenDue { count, command } => format!("已到期{count}项。做完的补记：{command}"),
            Imported::WithoutOwner { count, command } => format!("没有责任单位的{count}项。补上：{command}"),
            Imported::Daily { command } => format!("每天看一眼：{command}"),
            Imported::StillNamed(count) => format!("文件里提到、没有列成一项的（{count}项）"),
            Imported::UpToDate => "照下面的命令改方案，逐条看过再执行：".into(),
            Imported::RestByHand { command } => format!("没有命令可改的，照文件改：{command}"),
            Imported::Reading { file } => format!("正在读{file}……"),
        }
    }

    fn unreadable(&self, file: &str, why: &Unreadable) -> String {
        match why {
            Unreadable::Empty => format!("{file}里没有文字"),
            Unreadable::TooLarge(limit) => {
                let most = limit.most();
                match limit {
                    Limit::File => format!("{file}超过{} MiB，不像一份方案", most >> 20),
                    Limit::Unpacked => format!("{file}解开以后超过{} MiB，不像一份方案", most >> 20),
                    Limit::Text => format!("{file}的内容太多，不像一份方案"),
                    Limit::Cells => format!("{file}超过{most}个单元格，不像一份方案"),
                    Limit::Blocks => format!("{file}超过{most}个段落和表格，不像一份方案"),
                    Limit::Depth => format!("{file}里表中套表超过{most}层，不像一份方案"),
                }
            }
            Unreadable::Damaged(part) => format!("{file}已损坏（{part}）"),
            Unreadable::Encrypted => format!("{file}有密码"),
            Unreadable::OldWord => format!("{file}是Word 95或更早的格式"),
            Unreadable::OnlyPictures => format!("{file}里只有图片，没有文字"),
            Unreadable::Foreign(kind) => {
                let kind = match kind {
                    Foreign::OpenDocument => "OpenDocument文件",
                    Foreign::Pdf => "PDF",
                    Foreign::Picture => "图片",
                    Foreign::Rtf => "RTF文件",
                    Foreign::Html => "网页",
                    Foreign::Presentation => "幻灯片",
                    Foreign::Data => "给程序读的数据",
                    Foreign::Plan => "已经写好的方案（plan文件）",
                };
                format!("{file}是{kind}，不能直接读")
            }
            Unreadable::Unknown => format!("{file}不是认得的文件格式"),
        }
    }

    fn make_readable(&self, why: &Unreadable) -> &'static str {
        match why {
            Unreadable::Empty => "请看文件是不是拿错了，或者还没有保存",
            Unreadable::TooLarge(_) => "把方案那一部分另存为一个文件，再导入",
            Unreadable::Damaged(_) => "用Word、WPS打开，另存为新的.docx或.xlsx，再导入",
            Unreadable::Encrypted => "打开后去掉密码，保存，再导入",
            Unreadable::OldWord | Unreadable::Foreign(Foreign::Rtf | Foreign::Html) => {
                "用Word、WPS打开，另存为.docx，再导入"
            }
            Unreadable::OnlyPictures => "先用识别文字的软件转成文字，或者另要一份能选中文字的",
            Unreadable::Foreign(Foreign::Pdf) => {
                "先转成文字：pdftotext -layout 方案.pdf - | plan import -；扫描件要先识别文字"
            }
            Unreadable::Foreign(Foreign::Picture) => "先用识别文字的软件转成文字，存为.txt，再导入",
            Unreadable::Foreign(Foreign::OpenDocument) => "打开后另存为.docx（表格存为.xlsx），再导入",
            Unreadable::Foreign(Foreign::Presentation) => "把文字复制到.txt或.docx，再导入",
            Unreadable::Foreign(Foreign::Plan) => {
                "直接用：plan -f 方案 status；与另一份比较：plan -f 方案 diff 另一份"
            }
            Unreadable::Unknown | Unreadable::Foreign(Foreign::Data) => {
                "能读的有.docx、.doc、.wps、.xlsx、.xls、.csv、.tsv、.txt、.md"
            }
        }
    }

    fn import_error(&self, error: &ImportError<'_>) -> String {
        match error {
            ImportError::NoYear => "日期都没有写年份，全文也看不出是哪一年的方案".into(),
            ImportError::YearStands(other) => {
                format!("文中有{}年：{}“{}”", other.year, self.place(&other.place), shortened(&other.words))
            }
            ImportError::GiveYear { command } => format!("写明是哪一年：{command}"),
            ImportError::NoPlan { file } => format!("{file}里找不到阶段，也找不到有期限的事项"),
            ImportError::PlanByHand { command } => format!("照着文件自己写：{command}"),
            ImportError::NoSuchTable { number, tables: 0 } => format!("没有表{number}：文件里没有表格"),
            ImportError::NoSuchTable { number, tables } => format!("没有表{number}：文件里有{tables}张表"),
            ImportError::IntoAnother { command } => format!("另写一个文件：{command}"),
            ImportError::CompareIt { command } => format!("与原来的方案比较：{command}"),
        }
    }

    fn drafted_from(&self, source: Option<&str>) -> String {
        let source = if_any(source, |source| format!("由plan import根据{source}"));
        format!(
            "{source}起草，请对照原文核对。\n\
             question写的是待核实的：期限定下来用plan settle 编号 --due 日期，其余核实后删掉那一行。"
        )
    }

    fn nth_phase(&self, number: usize) -> String {
        let digits = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];
        let number = digits.get(number - 1).map_or_else(|| number.to_string(), ToString::to_string);
        format!("第{number}阶段")
    }

    fn an_annex(&self) -> &'static str {
        "附件文件"
    }

    fn a_unit(&self) -> &'static str {
        "责任单位"
    }

    fn a_day(&self) -> &'static str {
        "日期"
    }

    fn revised(&self) -> &'static str {
        "按修订后的文件"
    }

    fn untitled(&self) -> &'static str {
        "未命名的方案"
    }
}

impl Chinese {
    fn about(&self, about: &About) -> String {
        match about {
            About::NoSuchDay { words, candidates } => {
                format!("“{}”没有这一天：{}", shortened(words), choice(candidates))
            }
            About::Weekday { words, candidates } => {
                format!("“{}”星期与日期对不上：{}", shortened(words), choice(candidates))
            }
            About::Backwards { words, start, end } => {
                let (words, [start, end]) = (shortened(words), [start, end].map(|day| full(*day)));
                format!("“{words}”从{start}到{end}，前后颠倒：哪一个写错了？")
            }
            About::Outside { words, candidates } => {
                format!("“{}”在方案的时间之外：{}", shortened(words), choice(candidates))
            }
            About::Several { words, candidates } => {
                format!("“{}”有几种读法：{}", shortened(words), choice(candidates))
            }
            About::Unread { words } => format!("“{}”读不出是哪一天：应当写哪一天？", shortened(words)),
            About::Sentence { words } => {
                format!("的一句话“{}”：是不是一项，期限对不对？", shortened(words))
            }
            About::Columns { names, taken: Some(taken) } => {
                format!("几栏都像期限（{}），取了“{taken}”：对不对？", names.join("、"))
            }
            About::Columns { names, taken: None } => {
                format!("几栏都像期限（{}）：应当取哪一栏？", names.join("、"))
            }
            About::DoneWithoutDay { words } => {
                format!("写着“{}”，没有日期：哪一天完成的？", shortened(words))
            }
            About::Progress { words } => format!("进度写着“{}”：完成了百分之几？", shortened(words)),
            About::Disagrees { words, other, at } => {
                let (words, other, at) = (shortened(words), shortened(other), self.place(at));
                format!("写的是“{words}”，{at}写的是“{other}”：以哪个为准？")
            }
            About::Inserted { words } => {
                format!("“{}”是审阅时插入、还没有接受的：要不要？", shortened(words))
            }
            About::YearFrom { year, words, at } => {
                format!("没有写年份，按{}的“{}”取{year}年：对不对？", self.place(at), shortened(words))
            }
            About::PhaseStart { start } => {
                format!("没有写这个阶段从哪一天开始，按{}算：对不对？", full(*start))
            }
            About::PhaseWithoutTime { words } => {
                format!("“{}”读不出起止：这个阶段从哪一天到哪一天？", shortened(words))
            }
        }
    }
}

/// Asks which of the days is meant.
fn choice(days: &[NaiveDate]) -> String {
    let day = |day: &NaiveDate| {
        if differ_in_year(days) { full(*day) } else { format!("{}月{}日", day.month(), day.day()) }
    };
    match days {
        [] => "应当写哪一天？".into(),
        [only] => format!("是不是{}？", day(only)),
        [before @ .., last] => {
            let before: Vec<String> = before.iter().map(day).collect();
            format!("写{}，还是{}？", before.join("、"), day(last))
        }
    }
}

fn full(day: NaiveDate) -> String {
    format!("{}年{}月{}日", day.year(), day.month(), day.day())
}

fn table(number: usize, name: Option<&str>, aside: &str) -> String {
    let name = if_any(name, |name| format!("{}，", shortened(name)));
    format!("表{number}（{name}{aside}）")
}

fn left_why(why: LeftWhy) -> String {
    match why {
        LeftWhy::NoDates => "没有日期".into(),
        LeftWhy::History => "修订记录".into(),
        LeftWhy::Budget => "预算".into(),
        LeftWhy::Staff => "人员名单".into(),
        LeftWhy::Form => "填写用的表".into(),
        LeftWhy::Estimate => "工作量估算".into(),
        LeftWhy::Marks => "月份或日期下只有符号或颜色，读不成日期".into(),
        LeftWhy::NotChosen => "没有选它".into(),
        LeftWhy::Hidden => "隐藏的工作表".into(),
        LeftWhy::Past => "是往年的".into(),
        LeftWhy::OtherYear { year } => format!("是{year}年的"),
        LeftWhy::Repeats { table } => format!("与表{table}相同"),
    }
}

fn remark(remark: &Remark) -> String {
    match remark {
        Remark::Encoding(name) => format!("文字的编码没有写明，按{name}读"),
        Remark::HiddenSheet(sheet) => format!("工作表“{sheet}”是隐藏的"),
        Remark::HiddenRows { sheet, rows } => format!("工作表“{sheet}”有{rows}行是隐藏的，也读了"),
        Remark::Pictures(count) => format!("图片{count}张，里面的文字读不出"),
    }
}
