//! The commands that a change prints take it back: typed into a shell as they stand, they restore what the plan meant, and
//! every byte where something was entered.

#![cfg(unix)] // the commands offered are typed into sh

use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use std::sync::LazyLock;
use std::thread;

use chrono::NaiveDate;
use plan::model::check::check;
use plan::planfile;

/// How an activity may be written; A1 is the one that is changed.
const FORMS: [&str; 32] = [
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
    "due  =  '2018-06-10' # 原文\n'owner' = '甲科'\nsupport = [\n  '甲',\n  '乙'\n]\nexpected = '2018-07-01'\nevidence = []\nnotes = [ # 尚无\n]\n",
    "\t\"period\"   = '本阶段' # 同上\nphase = \"P1\"\n  # 待核实\n",
    "period = \"\"\"\\\n  5月下旬至7月底\"\"\"\nx-own.key = 1\nevidence = [ ]\n[activity.x-more]\nz = 1\n",
    "due = 2018-06-20\nevidence = [\n  \"a.pdf\" # 无逗号\n]\nnotes = [{ on = 2018-06-01, text = \"a\" },]\nmoved = [{ from = '6月10前', on = 2018-06-01, why = \"w\" }]\n",
    "due = 2018-06-20\ndone = '2018-06-05'\nverified_by = \"孤\"\n",
    "due = 2018-06-20\ncancelled_why = \"孤\"\n",
    "due = 2018-06-20\n[[activity.notes]]\non = 2018-06-01\ntext = \"x\" # 附\n# 见附件3\n",
    "start = \"5月7日\"\ndue = '5月下旬'\n",
    RANGE_FROM_ITS_START,
    "due = '待定' # 会后定\nquestion = 'it\u{2019}s open?'\nx-own = 1\n",
    "words = \"另行通知\"\nquestion = \"等省厅'文件'\"\nowner = \"甲科\"\nnotes = [\n  { on = 2018-06-01, text = \"a\" },\n]\n",
    "due = 2018-06-20\nwords = \"另行通知\"\nnotes = [{ on = 2018-06-11, text = \"何时\" }]\n",
    "due = \"6月10前\" # 表2\nquestion = \"6月9日，还是'10日'？\"\n",
    "due = 2018-06-10\nquestion = \"对不对？\"\nphase = \"P1\"\n",
    "{ id='A1', title = 'x', due = '6月10前', phase = \"P1\" }",
    "{ id = \"A1\", title = \"x\", period = '本阶段', phase = \"P1\", evidence = [], notes = [{ on = 2018-06-01, text = \"a\" }], }",
];

const RANGE_FROM_ITS_START: &str = "start = 2018-05-07\ndue = \"5月7-11日\"\n";

/// The verbs that enter something.
const ENTER: [&str; 7] = ["done", "move", "settle", "verify", "note", "evidence", "cancel"];

/// What is tried on each of them; where it is refused, nothing may change.
const CHANGES: [&[&str]; 39] = [
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
    &["settle", "A1", "--due", "6月30日"],
    &["settle", "A1", "--undo"],
    &["settle", "A1", "--undo", "何时"],
    &["settle", "A1", "--undo", "--due", "另行通知"],
    &["settle", "A1", "--undo", "--due", "另行通知", "何时"],
    &["settle", "A1"],
    &["settle", "A1", "--due", "6月10日"],
    &["settle", "A1", "--undo", "--due", "2018-06-10", "何时"],
    &["settle", "P3"],
    &["settle", "P2", "--undo", "从哪天'起'？"],
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
    let phases = "[[phase]]\nid = \"P1\"\ntitle = \"p\"\n# 依文件\n'period' = \"5月下旬至6月20日\"\n\n[[phase]]\nid = \"P2\"\ntitle = \"q\"\nstart = 2018-07-01\nend = '12月10日' # 暂定\n\n[[phase]]\nid = \"P3\"\ntitle = \"r\"\nstart = 2018-12-11\nend = 2018-12-31\nquestion = \"从哪天起？\"\nmoved = [{ from = \"长期坚持\", on = 2018-06-01, why = \"y\" }]\n\n";
    let a2 = "id = \"A2\"\ntitle = \"y\"\ndue = 2018-08-01";
    let text = if form.starts_with('{') {
        let a2 = a2.replace('\n', ", ");
        format!("activity = [\n  {form},\n  {{ {a2} }},\n]\n{head}{phases}")
    } else {
        format!("{head}{phases}[[activity]]\nid = \"A1\"\ntitle = \"x\"\n{form}\n[[activity]]\n{a2}")
    };
    text.replace('\n', line_end)
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

/// Returns what a plan says, whatever it looks like: an empty list is none, and a day in quotes is a day.
fn meaning(text: &str) -> toml::Value {
    fn plain(value: toml::Value) -> toml::Value {
        match value {
            toml::Value::Datetime(day) => toml::Value::String(day.to_string()),
            toml::Value::Array(all) => toml::Value::Array(all.into_iter().map(plain).collect()),
            toml::Value::Table(all) => {
                let all =
                    all.into_iter().filter(|(_, value)| value.as_array().is_none_or(|all| !all.is_empty()));
                toml::Value::Table(all.map(|(key, value)| (key, plain(value))).collect())
            }
            other => other,
        }
    }
    plain(toml::Value::Table(text.parse().expect("it is TOML")))
}

/// Returns the lines that only one of the two has.
fn difference(before: &str, after: &str) -> String {
    let only = |one: &str, other: &str, sign: &str| {
        let lines = one.split('\n').filter(|line| !other.split('\n').any(|known| known == *line));
        lines.map(|line| format!("{sign} {line:?}\n")).collect::<String>()
    };
    only(before, after, "-") + &only(after, before, "+")
}

/// Returns what `check` has against a plan: without a process, of which there are thousands here.
fn problems(text: &str) -> Vec<String> {
    let day = NaiveDate::from_ymd_opt(2018, 6, 11).expect("it is a day");
    let found = match planfile::read(text) {
        Ok((draft, found)) => check(draft, found, day).diagnostics,
        Err(found) => found,
    };
    found.iter().filter(|one| one.is_problem()).map(|one| format!("{one:?}")).collect()
}

/// One change of one form, and what came of it.
struct Tried {
    form: &'static str,
    change: &'static [&'static str],
    before: String,
    /// What is said where it was refused.
    refused: Option<String>,
    changed: String,
    /// What `check` has against it.
    problems: Vec<String>,
    /// Whether it is to be taken back by hand.
    by_hand: bool,
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
        let read = || fs::read_to_string(&file).expect("it is there");
        let said = |output: &Output, said: &[u8]| {
            (!output.status.success()).then(|| String::from_utf8_lossy(said).into_owned())
        };
        let output = run(folder.path(), Command::new("plan").args(["-f", "my plan.toml"]).args(change));
        let changed = read();
        let (refused, problems) = (said(&output, &output.stderr), problems(&changed));
        let (by_hand, backs): (Vec<_>, Vec<_>) =
            offered(&output).into_iter().partition(|back| back.ends_with(" edit"));
        let failed = backs.into_iter().filter_map(|back| {
            let output = run(folder.path(), Command::new("sh").args(["-c", &back]));
            said(&output, &output.stderr).map(|said| format!("{back}: {said}"))
        });
        let cannot_be_typed = String::from_utf8_lossy(&output.stdout).contains("take it back with plan edit");
        let (failed, by_hand) = (failed.collect(), cannot_be_typed || !by_hand.is_empty());
        Tried { form, change, before, refused, changed, problems, by_hand, failed, after: read() }
    }

    /// What there is after the commands that were offered, where `same` does not hold for it and what was before.
    fn wrong(&self, same: impl Fn(&str, &str) -> bool) -> Option<String> {
        let is_wrong = self.refused.is_none() && !self.by_hand && !same(&self.before, &self.after);
        is_wrong.then(|| format!("{}\n{}", self.name(), difference(&self.before, &self.after)))
    }

    /// Whether something was entered, and nothing else done.
    fn enters(&self) -> bool {
        let does_else = |word: &&str| ["--undo", "none"].contains(word);
        ENTER.contains(&self.change[0]) && !self.change.iter().any(does_else)
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
    let wrong = TRIED.iter().filter(|one| !one.problems.is_empty());
    let wrong: Vec<String> = wrong.map(|one| format!("{}: {:?}", one.name(), one.problems)).collect();
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

/// A `due` that gives both days, beside a `start` on the first of them, comes back as the `period` that it means.
fn all_but_a_moved_range() -> impl Iterator<Item = &'static Tried> {
    TRIED.iter().filter(|one| !(one.form == RANGE_FROM_ITS_START && one.change[0] == "move"))
}

#[test]
fn what_a_change_prints_takes_it_back_the_plan_means_what_it_meant() {
    let failed: Vec<String> = TRIED.iter().flat_map(|one| one.failed.clone()).collect();
    assert!(failed.is_empty(), "{}", failed.join("\n"));
    let same = |before: &str, after: &str| meaning(before) == meaning(after);
    let wrong: Vec<String> = all_but_a_moved_range().filter_map(|one| one.wrong(same)).collect();
    assert!(wrong.is_empty(), "{} cases:\n{}", wrong.len(), wrong.join("\n====\n"));
    // What cannot be typed, and what is taken back that no command enters.
    let by_hand = TRIED.iter().filter(|one| one.by_hand && !one.change.contains(&"--undo"));
    assert!(
        by_hand.clone().all(|one| one.change[0] == "note"),
        "{:?}",
        by_hand.map(Tried::name).collect::<Vec<_>>()
    );
}

#[test]
fn what_done_move_settle_verify_note_evidence_and_cancel_enter_goes_without_a_trace_byte_for_byte() {
    let all = all_but_a_moved_range().filter(|one| one.enters());
    let wrong: Vec<String> = all.filter_map(|one| one.wrong(|before, after| before == after)).collect();
    assert!(wrong.is_empty(), "{} cases:\n{}", wrong.len(), wrong.join("\n====\n"));
    let is_exact = |one: &&Tried| one.changed != one.before && one.after == one.before;
    let taken_back = TRIED.iter().filter(is_exact).count();
    assert!(taken_back > 600, "only {taken_back} were changed at all");
}
