//! The command that a change prints takes it back: typed into a shell as it stands, it restores every byte.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use std::sync::LazyLock;
use std::thread;

/// How an activity may be written; A1 is the one that is changed.
const FORMS: [&str; 16] = [
    "due = \"6月10前\"\n",
    "due = 2018-06-10 # 原文如此\nwords = \"6月10日前\"\n",
    "words = \"另行通知\"\n",
    "due = \"长期坚持\"\n",
    "period = \"本阶段\"\nphase = \"P1\"\nowner = \"甲科\"\n",
    "# 说明\nperiod = \"全程\" # 与方案同\n# 还有\nphase = \"P2\"\nsupport = [\"甲\", \"乙\"]\nleader = \"it's\"\n",
    "period = \"5月下旬至7月底\"\nnotes = [{ on = 2018-06-01, text = \"a # b\" }]\n",
    "start = 2018-05-02\ndue = \"6月30日\"\nexpected = 2018-07-01\n",
    "due = 2018-06-20\nmoved = [\n  { from = \"6月10前\", on = 2018-06-01, why = \"考试\" }, # 一\n]\n",
    "due = 2018-06-20\nnotes = [\n  { on = 2018-06-01, text = \"\"\"两\n行\"\"\" },\n]\nevidence = [ \"a.pdf\", ]\n",
    "due = 2018-06-20\n[[activity.moved]]\nfrom = 2018-06-10\non = 2018-06-01\nwhy = \"x\"\n\n[[activity.notes]]\non = 2018-06-01\ntext = \"x\"\n",
    "due = 2018-06-20\ncancelled = 2018-06-02\ncancelled_why = \"合并，见'A2'\"\n",
    "due = 2018-06-20\ndone = 2018-06-05\n",
    "due = 2018-06-04\ndone = 2018-06-05\nverified = 2018-06-06\nverified_by = \"督查室 $HOME\"\n",
    "due = 2018-09-11\nwords = \"w\"\nmoved = [{ from = \"6月10前\", on = 2018-06-01, why = \"y\" }]\n",
    "due = 2018-06-20\nowner = [\"甲\", \"乙\"]\nnotes = [{ on = 2018-06-01, why = \"停产\" }]\nprogress = 40\ncancelled = 2018-06-02\ncancelled_why = \"并\"\ncancelled_by = \"局长\"\n",
];

/// What is tried on each of them; where it is refused, nothing may change.
const CHANGES: [&[&str]; 29] = [
    &["done", "A1", "A2", "--note", "已 开会", "--evidence", "b/纪要 2.pdf"],
    &["done", "A1"],
    &["done", "A1,A2", "--on", "2018-06-07"],
    &["reopen", "A1"],
    &["move", "A1", "--to", "6月25日", "--why", "it's $HOME"],
    &[
        "move", "A1", "A2", "P1", "P2", "--to", "2018-12-20", "--why", "a b", "--by", "王局长（口头）",
        "--on", "6月3日",
    ],
    &["move", "P1", "--to", "6月底", "--why", "x"],
    &["move", "P2", "--to", "2018-12-20", "--why", "x"],
    &["move", "A1", "--undo"],
    &["move", "P3", "--undo"],
    &["cancel", "A1", "A2", "--why", "合并到 A3"],
    &["cancel", "A1", "--undo"],
    &["verify", "A1", "--by", "督查室 一"],
    &["verify", "A1", "--undo"],
    &["note", "A1", "已\n开会\t'x'"],
    &["note", "A1,A2", "已开会", "--expect", "6月30日", "--on", "6月8日"],
    &["note", "A1", "--expect", "2018-07-02"],
    &["note", "A1", "--expect", "none"],
    &["note", "A1", "--why", "it's late", "--progress", "80%"],
    &["note", "A1", "安装中", "--why", "原供货商停产", "--on", "6月9日", "--progress", "none"],
    &["note", "A1", "--undo"],
    &["reopen", "A1", "--why", "缺'签字'"],
    &["cancel", "A1", "--why", "并入", "--by", "局党组 会议"],
    &["evidence", "A1", "纪要 1.pdf", "b/c.pdf", "https://example.org/?a=b&c"],
    &["assign", "A1", "A2", "--owner", "企业科 二", "--support", "甲", "--support", "丙 丁"],
    &["assign", "A1", "--owner", "", "--support", "", "--leader", ""],
    &["assign", "A1", "--leader", "王局长"],
    &["verify", "A1", "A2"],
    &["reopen", "A1", "A2"],
];

fn plan(form: &str, line_end: &str) -> String {
    let head = "[plan]\ntitle = \"t\"\nyear = 2018\nperiod = \"2018年5月至12月\"\n\n";
    let phases = "[[phase]]\nid = \"P1\"\ntitle = \"p\"\n# 依文件\nperiod = \"5月下旬至6月20日\"\n\n[[phase]]\nid = \"P2\"\ntitle = \"q\"\nstart = 2018-07-01\nend = 2018-12-10\n\n[[phase]]\nid = \"P3\"\ntitle = \"r\"\nstart = 2018-12-11\nend = 2018-12-31\nmoved = [{ from = \"长期坚持\", on = 2018-06-01, why = \"y\" }]\n\n";
    let a1 = format!("[[activity]]\nid = \"A1\"\ntitle = \"x\"\n{form}\n");
    format!("{head}{phases}{a1}[[activity]]\nid = \"A2\"\ntitle = \"y\"\ndue = 2018-08-01")
        .replace('\n', line_end)
}

fn run(folder: &Path, command: &mut Command) -> Output {
    let path = Path::new(env!("CARGO_BIN_EXE_plan")).parent().expect("it lies in a folder");
    let path = format!("{}:/usr/bin:/bin", path.display());
    let environment = [
        ("PATH", path.as_str()),
        ("PLAN_TODAY", "2018-06-11"),
        ("PLAN_LANG", "en"),
        ("TZ", "UTC"),
        ("LC_ALL", "C.UTF-8"),
    ];
    command.current_dir(folder).env_clear().envs(environment).output().expect("it runs")
}

/// Returns the commands that an answer offers to take it back.
fn offered(output: &Output) -> Vec<String> {
    let text = String::from_utf8(output.stdout.clone()).expect("it is UTF-8");
    text.lines().filter_map(|line| line.strip_prefix("  take it back: ")).map(str::to_owned).collect()
}

fn meaning(text: &str) -> toml::Table {
    text.parse().expect("it is TOML")
}

/// Returns the lines that only one of the two has.
fn difference(before: &str, after: &str) -> String {
    let only = |one: &str, other: &str, sign: &str| {
        let lines = one.split('\n').filter(|line| !other.split('\n').any(|known| known == *line));
        lines.map(|line| format!("{sign} {line:?}\n")).collect::<String>()
    };
    only(before, after, "-") + &only(after, before, "+")
}

/// One change of one form, and what came of it.
struct Tried {
    form: &'static str,
    change: &'static [&'static str],
    before: String,
    /// What is said where it was refused.
    refused: Option<String>,
    changed: String,
    /// What `check` says of it where that has problems.
    problems: Option<String>,
    /// The commands offered that did not work, and what they said.
    failed: Vec<String>,
    /// What is there after all commands that were offered.
    after: String,
}

impl Tried {
    fn new(form: &'static str, line_end: &str, change: &'static [&'static str]) -> Tried {
        let before = plan(form, line_end);
        let folder = tempfile::tempdir().expect("there is room");
        // A name that a shell would cut in two.
        let file = folder.path().join("my plan.toml");
        fs::write(&file, &before).expect("there is room");
        let in_file = |words: &[&str]| {
            run(folder.path(), Command::new("plan").args(["-f", "my plan.toml"]).args(words))
        };
        let read = || fs::read_to_string(&file).expect("it is there");
        let said = |output: &Output, said: &[u8]| {
            (!output.status.success()).then(|| String::from_utf8_lossy(said).into_owned())
        };
        let output = in_file(change);
        let changed = read();
        let check = in_file(&["check"]);
        let failed = offered(&output).into_iter().filter_map(|back| {
            let output = run(folder.path(), Command::new("bash").args(["-c", &back]));
            said(&output, &output.stderr).map(|said| format!("{back}: {said}"))
        });
        let failed = failed.collect();
        let (refused, problems) = (said(&output, &output.stderr), said(&check, &check.stdout));
        Tried { form, change, before, refused, changed, problems, failed, after: read() }
    }

    fn name(&self) -> String {
        format!("{:?} {:?}", self.form, self.change)
    }
}

/// Every change of every form, with line ends of both kinds.
static TRIED: LazyLock<Vec<Tried>> = LazyLock::new(|| {
    let all = |line_end| {
        let pairs = FORMS.into_iter().flat_map(|form| CHANGES.into_iter().map(move |change| (form, change)));
        pairs.map(|(form, change)| Tried::new(form, line_end, change)).collect::<Vec<_>>()
    };
    thread::scope(|scope| {
        let crlf = scope.spawn(|| all("\r\n"));
        let lf = all("\n");
        lf.into_iter().chain(crlf.join().expect("nothing panics")).collect()
    })
});

#[test]
fn no_command_saves_what_check_would_call_a_problem() {
    let found = |one: &Tried| Some(format!("{}: {}", one.name(), one.problems.as_ref()?));
    let wrong: Vec<String> = TRIED.iter().filter_map(found).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let unsound =
        |one: &&Tried| one.refused.as_ref().is_some_and(|said| said.contains("would have a problem"));
    // One activity and one phase; the phase stands in every plan.
    assert_eq!(TRIED.iter().filter(unsound).count(), 2 * (FORMS.len() + 1));
}

#[test]
fn what_is_refused_changes_nothing() {
    let is_wrong = |one: &&Tried| one.refused.is_some() && one.changed != one.before;
    assert_eq!(TRIED.iter().filter(is_wrong).map(Tried::name).collect::<Vec<_>>(), [""; 0]);
}

#[test]
fn what_a_change_prints_takes_it_back_byte_for_byte() {
    let mut wrong: Vec<String> = TRIED.iter().flat_map(|one| one.failed.clone()).collect();
    for one in TRIED.iter().filter(|one| one.refused.is_none()) {
        // What was taken back and is put there again may stand in another place.
        let same = if one.change.contains(&"--undo") {
            meaning(&one.after) == meaning(&one.before)
        } else {
            one.after == one.before
        };
        if !same {
            wrong.push(format!("{}\n{}", one.name(), difference(&one.before, &one.after)));
        }
    }
    assert!(wrong.is_empty(), "{} cases:\n{}", wrong.len(), wrong.join("\n====\n"));
    let is_exact = |one: &&Tried| one.changed != one.before && one.after == one.before;
    let taken_back = TRIED.iter().filter(is_exact).count();
    assert!(taken_back > 300, "only {taken_back} were changed at all");
}
