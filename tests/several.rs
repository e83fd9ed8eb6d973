//! Several plans in one view: three plans with figures worked out by hand, among all that can lie in a folder.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

/// What the tests put beside the three plans.
struct Bureau(tempfile::TempDir);

impl Bureau {
    /// The three plans of `tests/several`.
    fn new() -> Bureau {
        let bureau = Bureau(tempfile::tempdir().expect("there is room"));
        let plans = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/several");
        for name in ["预算/plan.toml", "安全.toml", "信访.toml"] {
            bureau.write(name, &fs::read_to_string(plans.join(name)).expect("it is there"));
        }
        bureau
    }

    fn write(&self, name: &str, text: &str) {
        let file = self.0.path().join(name);
        fs::create_dir_all(file.parent().expect("it is in the folder")).expect("there is room");
        fs::write(file, text).expect("there is room");
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.0.path().join(name)).expect("it is there")
    }

    fn run(&self, arguments: &str) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_plan"));
        command.args(arguments.split(' ')).args(["--today", "2026-06-10", "--lang", "zh"]);
        command.current_dir(self.0.path()).env_clear().output().expect("it runs")
    }

    /// Runs a command that finds everything in order, and returns what it prints.
    fn prints(&self, arguments: &str) -> String {
        let output = self.run(arguments);
        assert_eq!(said(&output), "", "{arguments}");
        assert_eq!(output.status.code(), Some(0), "{arguments}");
        printed(&output)
    }
}

fn said(output: &Output) -> String {
    text(&output.stderr)
}

fn printed(output: &Output) -> String {
    text(&output.stdout)
}

/// Returns what is said, with paths and words as they are written on Unix.
fn text(bytes: &[u8]) -> String {
    let text = String::from_utf8(bytes.to_vec()).expect("it is UTF-8");
    if cfg!(windows) { text.replace('\\', "/").replace('"', "") } else { text }
}

fn last_line(output: &Output) -> String {
    printed(output).lines().last().unwrap_or_default().to_owned()
}

const STATUS: &str = "\
方案  完成  逾期  近期  其余  按期率  下一期限    阶段  标题
安全  1/4   2     0     1     0%      2026-07-31        安全生产方案
预算  1/3   1     1     0     50%     2026-06-12        预算公开方案
信访  1/2   0     0     1     100%    -                 信访积案化解方案
合计  3/9   3     1     2     33.3%   2026-06-12

今天 2026-06-10 周三（指定）。共3个方案。共9项：已完成3（逾期完成1），逾期未完成3，7天内到期1，其余2。
";

#[test]
fn status_has_a_line_a_plan_and_rates_are_sums_over_sums() {
    // Fallen due are 3, 2 and 1; on time were 0, 1 and 1: two of six, where the mean of the rates is a half.
    assert_eq!(Bureau::new().prints("status -f ."), STATUS);
}

#[test]
fn overdue_lists_the_plan_that_is_latest_first() {
    let expected = "\
安全生产方案   安全.toml

逾期未完成 2 项
安全:A1  逾期21天  2026-05-20 周三  应急局          排查隐患
安全:A2  逾期2天   2026-06-08 周一  财政局、应急局  下达整治资金

预算公开方案   预算/plan.toml

逾期未完成 1 项
预算:A1  逾期9天  2026-06-01 周一  财政局  公布部门预算

今天 2026-06-10 周三（指定）。共3个方案。共9项：逾期未完成3。
";
    assert_eq!(Bureau::new().prints("overdue -f ."), expected);
}

#[test]
fn the_work_of_a_unit_is_found_wherever_it_is_written() {
    let expected = "\
应急局（逾期未完成2，7天内到期0）
安全:A1  逾期21天  2026-05-20 周三  排查隐患
安全:A2  逾期2天   2026-06-08 周一  下达整治资金

财政局（逾期未完成2，7天内到期0）
预算:A1  逾期9天   2026-06-01 周一  公布部门预算
安全:A2  逾期2天   2026-06-08 周一  下达整治资金

教育局（逾期未完成0，7天内到期1）
预算:A3  还有2天   2026-06-12 周五  学校公布预算

今天 2026-06-10 周三（指定）。共3个方案。共9项：逾期未完成3，7天内到期1。
";
    assert_eq!(Bureau::new().prints("overdue --soon --by owner -f ."), expected);
}

#[test]
fn list_shows_each_plan_under_its_head_and_a_filter_holds_for_all_of_them() {
    let expected = "\
安全生产方案   安全.toml

编号     状态     完成期限         责任            事项
安全:A2  逾期2天  2026-06-08 周一  财政局、应急局  下达整治资金

预算公开方案   预算/plan.toml

编号     状态      完成期限         责任    事项
预算:A1  逾期9天   2026-06-01 周一  财政局  公布部门预算
预算:A2  按期完成  2026-06-05 周五  财政局  召开预算说明会

今天 2026-06-10 周三（指定）。共3个方案。列出9项中的3项。共3项：已完成1，逾期未完成2，7天内到期0。
";
    // Not 县财政局: a name that one plan has as it was typed is not also a part of another.
    assert_eq!(Bureau::new().prints("list -f . --owner 财政局"), expected);
}

#[test]
fn a_part_of_a_name_that_several_units_have_is_asked_about_over_all_plans() {
    let output = Bureau::new().run("list -f . --owner 财政");
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("财政局") && said(&output).contains("县财政局"), "{}", said(&output));
}

#[test]
fn phases_that_lie_in_different_plans_are_all_shown() {
    let bureau = Bureau::new();
    let plan = |phases: &[&str]| {
        let phase = |id: &&str| {
            let activity =
                format!("[[activity]]\nid = \"{id}.1\"\ntitle = \"x\"\ndue = 2026-06-05\nphase = \"{id}\"\n");
            format!("[[phase]]\nid = \"{id}\"\ntitle = \"阶段{id}\"\nperiod = \"2026年6月\"\n{activity}")
        };
        format!("[plan]\ntitle = \"方案\"\n{}", phases.iter().map(phase).collect::<String>())
    };
    for (name, phases) in [("一.toml", &["P1"][..]), ("二.toml", &["Q1"]), ("三.toml", &["P1", "Q1"])] {
        bureau.write(&format!("阶段/{name}"), &plan(phases));
    }
    let listed = bureau.prints("list -f 阶段 --phase P1 --phase Q1");
    for id in ["一:P1.1", "二:Q1.1", "三:P1.1", "三:Q1.1"] {
        assert!(listed.contains(id), "{listed}");
    }
    assert!(said(&bureau.run("list -f 阶段 --phase P1 --phase R1")).contains("R1"));
    // The third has two that hold it.
    let output = bureau.run("list -f 阶段 --phase 阶段");
    assert_eq!(said(&output), "没有阶段为“阶段”的事项，现有：P1 阶段P1、Q1 阶段Q1\n");
}

#[test]
fn a_name_that_is_not_found_may_stand_in_the_plan_that_could_not_be_read() {
    let bureau = Bureau::new();
    bureau.write("坏.toml", "[plan]\ntitle = \"坏\"\nyera = 2026\n");
    let output = bureau.run("list -f . --owner 审计局");
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).starts_with("坏.toml:3:1: "), "{}", said(&output));
    assert!(said(&output).contains("\n没有责任为“审计局”的事项"), "{}", said(&output));
}

#[test]
fn check_names_the_units_that_look_like_one_and_merges_nothing() {
    let output = Bureau::new().prints("check -f .");
    assert!(output.contains("\n  财政局（2个方案）、县财政局（1个方案）\n"), "{output}");
    assert!(output.ends_with("共3个方案：没有错误，没有提示。\n"), "{output}");
}

#[test]
fn a_plan_that_cannot_be_read_is_reported_and_counted_and_stops_no_other() {
    let bureau = Bureau::new();
    bureau.write("坏.toml", "[plan]\ntitle = \"坏\"\nyera = 2026\n");
    let problem = "坏.toml:3:1: [plan]里没有`yera`这个键";
    for (command, code) in [("status", 1), ("overdue --exit-code", 1), ("list", 1), ("check", 3)] {
        let output = bureau.run(&format!("{command} -f ."));
        assert_eq!(output.status.code(), Some(code), "{command}");
        let told = if command == "check" { printed(&output) } else { said(&output) };
        assert!(told.starts_with(problem) || told.contains(&format!("\n{problem}")), "{command}: {told}");
        let counted = if command == "check" {
            "共4个方案：1个有错误"
        } else {
            "另有1个方案未能读取，未计入。"
        };
        assert!(last_line(&output).contains(counted), "{command}: {}", last_line(&output));
    }
    let sums = "合计  3/9   3     1     2     33.3%   2026-06-12";
    assert!(printed(&bureau.run("status -f .")).contains(sums));
}

#[test]
fn what_is_no_plan_is_left_out() {
    let bureau = Bureau::new();
    for (name, text) in [
        ("empty.toml", ""),
        ("Cargo.toml", "[package]\nname = \"plan\"\n"),
        ("notes.md", "[plan]\n"),
        (".old/安全.toml", "[plan]\ntitle = \"旧\"\n"),
        (".old.toml", "[plan]\ntitle = \"旧\"\n"),
    ] {
        bureau.write(name, text);
    }
    assert_eq!(bureau.prints("status -f ."), STATUS);
}

#[test]
fn a_file_that_is_named_twice_counts_once() {
    let bureau = Bureau::new();
    assert_eq!(bureau.prints("status -f . -f 安全.toml -f ./预算"), STATUS);
    // Before the verb and behind it.
    assert_eq!(bureau.prints("-f 安全.toml -f 信访.toml status --file=预算/plan.toml"), STATUS);
    assert_eq!(bureau.prints("-f 安全.toml -f 信访.toml overdue -qf 预算"), bureau.prints("overdue -f ."));
}

#[test]
fn a_plan_from_a_pipe_is_one_of_several() {
    let bureau = Bureau::new();
    let piped = fs::File::open(bureau.0.path().join("安全.toml")).expect("it is there");
    let mut command = Command::new(env!("CARGO_BIN_EXE_plan"));
    command.args("show -f - -f 信访.toml A2 --today 2026-06-10 --lang zh".split(' '));
    let output = command.current_dir(bureau.0.path()).env_clear().stdin(piped).output().expect("it runs");
    assert_eq!(said(&output), "不止一个方案有A2，请写明是哪一个：-:A2、信访:A2\n");
}

#[cfg(unix)]
#[test]
fn links_are_followed_once() {
    let bureau = Bureau::new();
    let link = |from: &str, to: &str| {
        std::os::unix::fs::symlink(from, bureau.0.path().join(to)).expect("it is new");
    };
    link("..", "预算/up");
    link("安全.toml", "一.toml");
    link("nowhere", "broken.toml");
    link("loop", "loop");
    assert_eq!(bureau.prints("status -f ."), STATUS);
}

#[test]
fn plans_of_the_same_name_are_told_apart_by_their_folders() {
    let bureau = Bureau::new();
    bureau.write("乡镇/安全.toml", &bureau.read("安全.toml"));
    let folder = bureau.0.path().file_name().expect("it has a name").to_string_lossy().into_owned();
    let ids = bureau.prints("list -f . 排查隐患");
    assert!(ids.contains("\n乡镇/安全:A1  "), "{ids}");
    assert!(ids.contains(&format!("\n{folder}/安全:A1  ")), "{ids}");
}

#[test]
fn a_plan_and_that_in_a_folder_of_its_name_are_two() {
    let bureau = Bureau::new();
    bureau.write("安全/plan.toml", &bureau.read("安全.toml"));
    let ids = bureau.prints("list -f . 排查隐患");
    assert!(ids.contains("\n安全.toml:A1  ") && ids.contains("\n安全/plan.toml:A1  "), "{ids}");
    assert!(bureau.prints("done 安全/plan.toml:A1 -f .").contains("plan -f 安全/plan.toml reopen A1"));
    assert_eq!(bureau.read("安全.toml").matches("done =").count(), 1);
}

#[cfg(target_os = "linux")]
#[test]
fn plans_that_only_capitals_tell_apart_are_never_taken_for_each_other() {
    let bureau = Bureau::new();
    for name in ["镇/a.toml", "镇/A.toml", "镇/ａ.toml"] {
        bureau.write(name, &bureau.read("安全.toml"));
    }
    let ids = bureau.prints("list -f 镇 排查隐患");
    let small = ids.lines().find(|line| line.contains("/a.toml:A1")).expect("it is there");
    let small = small.split("  ").next().expect("it has an id").replace("/a.toml", "/A.toml");
    assert!(bureau.prints(&format!("show -f 镇 {small}")).contains("镇/A.toml"));
    let output = bureau.run(&format!("done -f 镇 {}", small.replace("/镇/A", "/镇/ａ")));
    assert_eq!(output.status.code(), Some(2));
    assert!(
        said(&output).contains("，请写明文件：-f 文件，有：镇/A.toml、镇/a.toml、镇/ａ.toml"),
        "{}",
        said(&output)
    );
}

#[test]
fn an_id_with_its_plan_is_shown_and_marked() {
    let bureau = Bureau::new();
    assert!(bureau.prints("show 安全：A2 -f .").starts_with("A2  下达整治资金\n"));
    let said = bureau.prints("done 安全:a1、安全:A2 -f . --on 2026-06-09");
    assert!(said.contains("撤销：plan -f 安全.toml reopen A1 A2"), "{said}");
    assert_eq!(bureau.read("安全.toml").matches("done = 2026-06-09").count(), 2);
    // Only one plan has a B1.
    assert!(bureau.prints("note B1 已核对 -f .").contains("安全.toml"));
}

#[test]
fn the_name_of_a_plan_may_stand_before_its_ids_also_where_it_is_alone() {
    let bureau = Bureau::new();
    assert!(bureau.prints("show 安全:A2 -f 安全.toml").starts_with("A2  下达整治资金\n"));
    let output = bureau.run("show 预算:A1 -f 安全.toml");
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(said(&output), "没有叫“预算”的方案，有：安全.toml\n");
}

#[test]
fn the_name_of_a_plan_without_an_id_behind_it_is_refused() {
    // B1 is in another plan than the one that is named.
    for files in [".", "安全.toml"] {
        let output = Bureau::new().run(&format!("done 安全: B1 -f {files}"));
        assert_eq!((output.status.code(), said(&output).as_str()), (Some(2), "没有写编号\n"), "{files}");
    }
}

#[test]
fn an_id_that_several_plans_have_is_asked_about() {
    let output = Bureau::new().run("done A1 -f .");
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(said(&output), "不止一个方案有A1，请写明是哪一个：信访:A1、安全:A1、预算:A1\n");
}

#[test]
fn ids_of_two_plans_are_refused_with_the_command_for_each() {
    let bureau = Bureau::new();
    let before = ["安全.toml", "预算/plan.toml"].map(|name| bureau.read(name));
    let output = bureau.run("done 安全:A1 --on 6月9日 预算:A1 -f .");
    assert_eq!(output.status.code(), Some(2));
    let commands = "\n  plan -f 安全.toml done A1 --on 6月9日 --today 2026-06-10 --lang zh\
        \n  plan -f 预算/plan.toml done A1 --on 6月9日 --today 2026-06-10 --lang zh\n";
    assert!(said(&output).ends_with(commands), "{}", said(&output));
    assert_eq!(["安全.toml", "预算/plan.toml"].map(|name| bureau.read(name)), before);
}

#[test]
fn the_command_for_each_plan_holds_all_that_was_typed_before_the_verb_too() {
    let output = Bureau::new().run("--color always -f . --lang zh done 安全:A1 预算:A1");
    let command = "\n  plan -f 安全.toml done A1 --color always --lang zh --today 2026-06-10 --lang zh\n";
    assert!(said(&output).contains(command), "{}", said(&output));
}

#[test]
fn a_command_for_one_plan_says_so() {
    for command in ["timeline", "add 新的一项 --due 6月30日", "edit", "init"] {
        let output = Bureau::new().run(&format!("{command} -f ."));
        assert_eq!(output.status.code(), Some(2), "{command}");
        assert_eq!(said(&output), "这个命令一次只用于一个方案，请写明文件：-f 文件\n", "{command}");
    }
}

#[test]
fn a_folder_without_plans_is_an_error_that_says_where_it_looked() {
    let bureau = Bureau::new();
    bureau.write("空/empty.toml", "");
    let output = bureau.run("status -f 空");
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("找过：空"), "{}", said(&output));
}

#[cfg(unix)] // Wine takes minutes for so many files
#[test]
fn ten_thousand_plans_are_one_view() {
    use std::fmt::Write as _;

    let bureau = Bureau(tempfile::tempdir().expect("there is room"));
    for at in 0..10_000 {
        let mut plan = format!("[plan]\ntitle = \"方案{at}\"\n");
        for (id, due) in [("A1", "2026-06-01"), ("A2", "2026-06-11")] {
            write!(plan, "[[activity]]\nid = \"{id}\"\ntitle = \"x\"\ndue = {due}\n")
                .expect("memory takes it");
        }
        bureau.write(&format!("{:02}/{at}.toml", at % 100), &plan);
    }
    let status = bureau.prints("status -f .");
    assert_eq!(status.lines().count(), 10_004);
    let closing = "共10000个方案。共20000项：已完成0，逾期未完成10000，7天内到期10000。";
    assert!(status.lines().last().is_some_and(|line| line.contains(closing)));
}
