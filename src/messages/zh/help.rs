//! The help, and what the argument parser says, in Chinese. No line is wider than 80 columns.

use super::Chinese;
use crate::messages::help::{Help, HelpTexts, HelpWords, ParseError, VerbHelp};
use crate::messages::terms::if_any;

/// The verbs, and the program under an empty name: what each does, and examples.
const VERBS: &[(&str, &str, &str)] = &[
    (
        "",
        "管好一份实施方案：什么快到期，什么已逾期，什么已完成",
        "  plan status                      早上先看这一屏
  plan list                        全部事项和今天的状态
  plan overdue --soon              已逾期的和快到期的
  plan done A1                     A1今天完成
  plan done A1、A3 --on 5月30日    两项都在这一天完成
  plan move B2 --to 6月20日 --why 高校考试周
  plan report --period 上月        上个月的通报，可直接粘贴",
    ),
    (
        "status",
        "一屏看清今天的进展",
        "  plan status
  plan status -f 方案         文件夹里的所有方案，一个一行
  plan status --json",
    ),
    (
        "list",
        "列出事项和状态",
        "  plan list
  plan list --unfinished --sort due
  plan list 创新 调研                       两个词都带的
  plan list --phase P2 --status overdue --status due-soon
  plan list --json",
    ),
    (
        "overdue",
        "列出逾期未完成的事项，超期最久的在前",
        "  plan overdue
  plan overdue --soon                   加上快到期的，天数按方案里的soon
  plan overdue --soon 14 --exit-code    供脚本用：列出了事项就返回3
  plan overdue -f 方案 --by owner       文件夹里的所有方案，按责任单位分列",
    ),
    (
        "done",
        "记为完成",
        "  plan done A1                              今天完成
  plan done A1 B2 --on 5月30日              两项都在这一天完成
  plan done A1 --evidence 会议纪要.pdf --note 在301室召开",
    ),
    ("reopen", "退回：不再算完成和销号", "  plan reopen A1"),
    (
        "move",
        "调整事项或阶段的期限；原期限和原因都留着",
        "  plan move B2 --to 6月20日 --why 高校考试周 --by 王局长
  plan move B2 --to 6月20日 --why 高校考试周 --on 6月8日    这一天同意的
  plan move P2 --to 8月15日 --why 上级调整安排              阶段，连同随它的事项
  plan move B2 --undo",
    ),
    (
        "settle",
        "待定的期限定下来；待核实的问题转为进展",
        "  plan settle B4 --due 7月15日
  plan settle B5                  核实了，没有写错：问题转为进展
  plan settle B4 --undo",
    ),
    (
        "verify",
        "销号：别人已经验收",
        "  plan verify A1 --by 督查室
  plan verify A1 A3 --on 6月8日
  plan verify A1 --undo",
    ),
    (
        "note",
        "记进展，记预计哪天完成",
        "  plan note B2 等校方回函
  plan note B2 缺校准数据 --expect 6月20日
  plan note B2 --why 原供货商停产 --progress 80
  plan note B2 --undo 等校方回函            去掉这一条",
    ),
    (
        "evidence",
        "登记证明已经完成的文件或网址",
        "  plan evidence A1 会议纪要.pdf 照片/
  plan evidence A1,A2 https://example.org/minutes
  plan evidence A1 会议纪要.pdf --undo      去掉这一件",
    ),
    (
        "assign",
        "写明责任单位、配合单位、分管领导",
        "  plan assign B1 B2 --owner 企业科 --support 办公室 --support 产学研科
  plan assign B1 --owner=                  不再由谁负责",
    ),
    (
        "cancel",
        "取消：不再催办，仍留在方案里",
        "  plan cancel C3 --why 合并到C2
  plan cancel C3 --undo",
    ),
    (
        "add",
        "新增一项，放在同类别或同阶段的最后",
        "  plan add 召开推进会 --due 7月20日前 --group 集中讨论 --owner 办公室
  plan add 第二个试点 --due 2026-11-30 --phase P1 --id D2.3
  plan add 报送旬报 --due 每月10日前 --period 6月至12月    每期写成一项",
    ),
    (
        "edit",
        "用编辑器打开方案；没有错误才保存",
        "  plan edit                   依次用 $VISUAL、$EDITOR、vi（Windows 上是记事本）
  EDITOR=nano plan edit
  EDITOR='code --wait' plan edit      另开窗口的编辑器，要等它关闭",
    ),
    ("show", "一项或一个阶段的全部内容", "  plan show A2"),
    (
        "timeline",
        "画出阶段和期限",
        "  plan timeline
  plan timeline --json                     画的各项，与list的格式相同",
    ),
    (
        "report",
        "写通报，可直接粘贴到微信、WPS",
        "  plan report
  plan report --period 6月 --by owner --to 各科室
  plan report --owner 信息科                一个单位的提醒，发到群里
  plan report --period 二季度 --format markdown -o 通报.md
  plan report --period 6月 -f 方案          文件夹里的所有方案，按方案、按单位分列",
    ),
    (
        "export",
        "导出台账、日历和网页，交给别的程序",
        "  plan export csv -o 台账.csv
  plan export xlsx --each-owner -o 收数      每个单位一份，待填
  plan export ics --alarm 1 -o 方案.ics      到期前一天早上提醒
  plan export -o 方案.md --unfinished        格式看文件名的结尾
  plan -f 各方案 export -o 总台账.xlsx       文件夹“各方案”里的全部方案
  plan export jsonl | jq .title",
    ),
    (
        "diff",
        "与方案的另一份对照：新增、标记、调整、改写了什么",
        "  plan diff 邮件里的.toml
  plan -f 旧.toml diff 新.toml",
    ),
    (
        "check",
        "检查方案：全部错误，和值得再看一眼的地方",
        "  plan check            有错误返回3；提示不妨碍使用
  plan check -f 方案    文件夹里的所有方案，和像是同一个单位的名称
  plan check --json",
    ),
    (
        "import",
        "把一份文件变成方案：阶段、事项、期限，读不准的列出来问",
        "  plan import 实施方案.docx
  plan import 任务分解表.xlsx -o 2026.toml --year 2026
  plan import 实施方案.docx --table 3 --dry-run
  plan import 修订稿.docx --compare plan.toml
  pdftotext -layout 方案.pdf - | plan import -",
    ),
    (
        "init",
        "新建一份小方案，每个键都有说明",
        "  plan init
  plan -f audits/2026.toml init",
    ),
    (
        "completions",
        "打印命令行补全脚本",
        "  source <(plan completions bash)          写进 ~/.bashrc
  source <(plan completions zsh)           写进 ~/.zshrc
  plan completions fish | source           写进 ~/.config/fish/config.fish
  plan completions powershell | Out-String | Invoke-Expression    写进 $PROFILE",
    ),
    (
        "manual",
        "写出英文手册页，供打包用",
        "  plan manual --dir man
  man -l man/plan-done.1",
    ),
];

/// The arguments: the verb, or nothing where it is the same in every verb that has no other text; the id; the text.
const ARGUMENTS: &[(&str, &str, &str)] = &[
    ("", "help", "显示帮助"),
    ("", "version", "显示版本"),
    ("", "file", "方案文件，- 是标准输入；文件夹是其中所有方案（可重复）"),
    ("", "today", "把哪天当作今天，例如 2018-06-11、昨天；也可设 PLAN_TODAY"),
    ("", "lang", "屏幕的语言；不写，看 PLAN_LANG、方案、系统"),
    ("", "color", "什么时候用颜色"),
    ("", "json", "输出JSON"),
    ("init", "dry_run", "只说会写什么，不写"),
    ("import", "dry_run", "只说读出了什么，不写"),
    ("import", "document", "文件，或者写 - 从标准输入读文字"),
    ("import", "output", "写入这个新文件，不是plan.toml；写 - 显示在屏幕上"),
    ("import", "compare", "与方案（台账：或文件夹）比较，列出改方案的命令；不写入"),
    ("import", "year", "没有写年份的日期是哪一年"),
    ("import", "table", "只取这张表，写它的序号（可重复）"),
    ("edit", "dry_run", "只检查改过的，不保存；改过的那一份留着"),
    ("", "dry_run", "只说会改什么，不改"),
    ("move", "ids", "事项或阶段的编号，用空格或逗号隔开"),
    ("note", "id", "编号，几个用逗号隔开"),
    ("note", "ids", "编号，几个用逗号隔开"),
    ("evidence", "id", "编号，几个用逗号隔开"),
    ("evidence", "ids", "编号，几个用逗号隔开"),
    ("", "ids", "编号，用空格或逗号隔开"),
    ("show", "id", "编号，用空格或逗号隔开"),
    ("list", "stale", "只列没有完成、N天没有进展记录的"),
    ("list", "sort", "按期限排，不分类别"),
    ("overdue", "soon", "加上N天内到期的；不写N，按方案里的soon"),
    ("overdue", "by", "按责任单位分列"),
    ("overdue", "exit_code", "列出了事项就返回3"),
    ("overdue", "quiet", "没有可列的就什么都不打印"),
    ("done", "on", "完成的日期，例如 2018-05-24、5月24日、25日、昨天、上周五"),
    ("done", "evidence", "证明完成的文件或网址（可重复）"),
    ("done", "note", "附一句话"),
    ("move", "to", "新的最后一天，例如 2018-06-20、6月20日、6月底、下周五"),
    ("move", "why", "原因"),
    ("cancel", "why", "原因；没有原因写 --why="),
    ("move", "by", "谁同意的"),
    ("cancel", "by", "谁同意的"),
    ("move", "on", "哪天同意的，不是今天才写"),
    ("cancel", "on", "哪天同意的，不是今天才写"),
    ("move", "undo", "撤回最后一次调整"),
    ("settle", "id", "事项或阶段的编号"),
    ("settle", "due", "最后一天，例如 2018-06-20、6月20日、6月底；撤回时写原来的说法"),
    ("settle", "undo", "撤回"),
    ("settle", "text", "撤回时，这一条进展仍转为待核实的问题"),
    ("verify", "on", "是哪天的事，不是今天才写"),
    ("note", "on", "是哪天的事，不是今天才写"),
    ("verify", "by", "谁验收的"),
    ("verify", "undo", "撤回"),
    ("cancel", "undo", "撤回"),
    ("note", "text", "要说的话"),
    ("note", "expect", "预计哪天完成；none 去掉。它不是期限"),
    ("reopen", "why", "退回的原因，另记一条进展"),
    ("note", "why", "推迟的原因"),
    ("note", "progress", "完成了百分之几，0至100；none 去掉。100不等于完成"),
    ("note", "undo", "去掉写着这句话的一条；只有一条时可以不写"),
    ("evidence", "paths", "文件（从当前文件夹看）或网址"),
    ("evidence", "undo", "去掉这一件；只有一件时可以不写路径"),
    ("assign", "owner", "责任单位（可重复），第一个牵头；替换原来的，写 --owner= 去掉"),
    ("assign", "support", "配合单位（可重复）；替换原来的"),
    ("assign", "leader", "分管领导"),
    ("add", "title", "要做什么"),
    ("add", "due", "期限：日期，或照抄文件里的说法；周期性的，每期一项"),
    ("add", "period", "周期性工作的起止；不写，按阶段的，再按方案的"),
    ("add", "group", "类别"),
    ("add", "owner", "责任单位（可重复），第一个牵头"),
    ("add", "phase", "阶段"),
    ("add", "id", "编号；不写，接着最后一个往下编"),
    ("diff", "other", "另一份"),
    ("completions", "shell", "命令行的种类"),
    ("manual", "dir", "手册页放进这个文件夹；原有的手册页会被替换"),
    ("report", "ids", "事项后面写编号"),
    ("report", "period", "只报这一段，例如 6月、上月、第27周、'5月1日至6月15日'，或者阶段的编号"),
    ("report", "owner", "只报这个责任单位；时间段和 --todo 都不写，是发到群里的提醒"),
    ("report", "to", "发给谁，例如 各科室"),
    ("report", "title", "另起的标题"),
    ("report", "todo", "不是通报，是方案里还缺的：佐证材料、责任单位、进展"),
    ("report", "by", "另按责任单位、类别或阶段列数字"),
    ("report", "format", "格式；不写，看 --output 文件名的结尾，否则是纯文本"),
    ("report", "output", "写入这个新文件，不显示在屏幕上"),
    ("report", "force", "文件已经在，也替换它；方案文件除外"),
    ("export", "format", "格式；不写，看 --output 文件名的结尾"),
    ("export", "alarm", "日历：提前几天在早上九点提醒"),
    ("export", "no_bom", "csv：不写Excel认UTF-8的标记"),
    ("export", "each_owner", "xlsx：每个责任单位一份待填的台账，放进 -o 的文件夹"),
    ("export", "schema", "json：写出格式本身（JSON Schema）"),
    ("export", "output", "写入这个新文件，不显示在屏幕上"),
    ("export", "force", "文件已经在，也替换它；方案文件除外"),
    ("show", "ids", "编号"),
    ("", "phase", "只要这个阶段，写编号或名称（可重复）"),
    ("", "group", "只要这个类别，写名称或一部分（可重复）"),
    ("", "status", "只要这种状态，照屏幕上写，例如 逾期、进行中（可重复）"),
    ("", "words", "只要带这些词的：在标题、内容、要求、单位里找"),
    ("", "owner", "只要这个责任单位，写名称或一部分；空的是没有人负责的"),
    ("", "unfinished", "只要没有完成的"),
];

impl HelpTexts for Chinese {
    fn words(&self) -> HelpWords {
        HelpWords {
            usage: "用法",
            commands: "命令",
            arguments: "参数",
            options: "选项",
            options_of_every_command: "各命令通用的选项",
            command: "<命令>",
            any_options: "[选项]",
            closing: "方案文件依次是：-f 写明的，$PLAN_FILE，当前文件夹或最近上级文件夹里的plan.toml，
data/plan.toml。返回码：0 做了，1 没做成或没全做成，2 参数有误，3 查到了。",
        }
    }

    fn verb(&self, verb: &str) -> Option<VerbHelp> {
        let (_, about, examples) = VERBS.iter().find(|(name, ..)| *name == verb)?;
        Some(VerbHelp { about, examples: format!("举例：\n{examples}") })
    }

    fn argument(&self, verb: &str, id: &str) -> Option<&'static str> {
        let of = |whose: &str| ARGUMENTS.iter().find(|(verb, name, _)| *verb == whose && *name == id);
        of(verb).or_else(|| of("")).map(|(.., text)| *text)
    }

    fn value_name(&self, id: &str, english: &str) -> Option<&'static str> {
        Some(match english {
            "WHEN" if id == "color" => "何时",
            "FILE" | "OTHER" | "PLAN" => "文件",
            "DAY" => "日期",
            "WHEN" => "期限",
            "LANG" => "语言",
            "ID" => "编号",
            "TEXT" => "文字",
            "WHO" | "OWNER" => "单位",
            "PATH" => "路径",
            "TITLE" => "事项",
            "GROUP" => "类别",
            "PHASE" => "阶段",
            "STATUS" => "状态",
            "WORD" => "词",
            "WORDS" => "时间",
            "N" => "N",
            "PERCENT" => "百分比",
            "BY" => "方式",
            "FORMAT" => "格式",
            "SHELL" => "种类",
            "DIR" => "文件夹",
            _ => return None,
        })
    }

    fn values(&self, values: &str) -> String {
        format!("（可写 {values}）")
    }
}

impl Help for Chinese {
    fn help(&self) -> Option<&'static dyn HelpTexts> {
        Some(&Chinese)
    }

    fn parse_error(&self, error: &ParseError<'_>) -> String {
        match error {
            ParseError::NoCommand => "没有写命令".into(),
            ParseError::UnknownCommand { typed, nearest } => {
                format!("没有“{typed}”这个命令{}", meant(*nearest))
            }
            ParseError::UnknownOption { typed, nearest } => {
                format!("这里没有“{typed}”这个选项{}", meant(*nearest))
            }
            ParseError::Surplus { typed } => format!("多了“{typed}”"),
            ParseError::Missing { what } => format!("还缺：{what}"),
            ParseError::NoValue { option } => format!("{option} 后面没有写"),
            ParseError::NotOneOf { option, typed, values } => {
                format!("{option} 不能写“{typed}”，可写：{values}")
            }
            ParseError::NotANumber { option, typed } => format!("{option} 要写数字，不能写“{typed}”"),
            ParseError::Unsuitable { option, typed } => format!("{option} 不能写“{typed}”"),
            ParseError::Blank { option } => format!("{option} 是空的"),
            ParseError::TakesNoValue { option } => format!("{option} 后面不能写值"),
            ParseError::Repeated { option } => format!("{option} 写了两次"),
            ParseError::NotTogether { option, other } => format!("{option} 和 {other} 不能一起用"),
            ParseError::Unquoted { words } => format!("去掉了两边的中文引号“ ”：{words}"),
            ParseError::SeeHelp { command } => format!("详见：{command}"),
        }
    }
}

fn meant(nearest: Option<&str>) -> String {
    if_any(nearest, |nearest| format!("，是不是 {nearest}？"))
}
