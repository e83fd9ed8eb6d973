//! Two people, two branches, one plan file: the layout makes their edits merge.

#![cfg(unix)] // git is called

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

/// A repository with the real plan, on its way through two branches.
struct Repository {
    folder: tempfile::TempDir,
}

impl Repository {
    fn new() -> Repository {
        let repository = Repository { folder: tempfile::tempdir().expect("there is room") };
        let plan = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/plan.toml");
        fs::copy(plan, repository.folder.path().join("plan.toml")).expect("the plan is there");
        repository.git(&["init", "-q", "-b", "main"]);
        repository.commit("the plan");
        repository
    }

    fn git(&self, arguments: &[&str]) -> Output {
        let identity = ["-c", "user.name=t", "-c", "user.email=t@example.org"];
        Command::new("git")
            .args(identity)
            .args(arguments)
            .current_dir(self.folder.path())
            .output()
            .expect("git is there")
    }

    fn commit(&self, message: &str) {
        assert!(self.git(&["add", "plan.toml"]).status.success());
        assert!(self.git(&["commit", "-q", "-m", message]).status.success());
    }

    fn plan(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_plan"));
        command.args(arguments).args(["--today", "2018-06-11", "--lang", "en"]);
        command.current_dir(self.folder.path()).env_clear().output().expect("it runs")
    }

    /// Makes `changes` on a branch of its own that begins where `main` is now.
    fn branch(&self, name: &str, changes: &[Vec<&str>]) {
        assert!(self.git(&["checkout", "-q", "-b", name, "main"]).status.success());
        for change in changes {
            let output = self.plan(change);
            assert!(output.status.success(), "{change:?}: {}", String::from_utf8_lossy(&output.stderr));
        }
        self.commit(name);
    }

    /// Merges the two branches into one.
    fn merge(&self) -> Output {
        assert!(self.git(&["checkout", "-q", "one"]).status.success());
        self.git(&["merge", "-q", "-m", "both", "two"])
    }

    /// Merges the two branches, which do not agree; returns what `check` says of it.
    fn conflict(&self, one: &[Vec<&str>], two: &[Vec<&str>]) -> String {
        self.branch("one", one);
        self.branch("two", two);
        assert!(!self.merge().status.success(), "they agree");
        self.checked()
    }

    fn checked(&self) -> String {
        let output = self.plan(&["check"]);
        assert_eq!(output.status.code(), Some(3));
        String::from_utf8(output.stdout).expect("it is UTF-8")
    }

    /// Keeps both sides of the conflicts: deletes only the lines of git.
    fn keep_both(&self) {
        let is_marker = |line: &&str| ["<<<<<<<", "=======", ">>>>>>>"].iter().any(|it| line.starts_with(it));
        let text: String = self.text().split_inclusive('\n').filter(|line| !is_marker(line)).collect();
        fs::write(self.folder.path().join("plan.toml"), text).expect("there is room");
    }

    fn text(&self) -> String {
        fs::read_to_string(self.folder.path().join("plan.toml")).expect("the plan is there")
    }
}

/// The ids of the real plan, in its order: neighbours are the hardest to merge.
const IDS: [&str; 12] = ["P1.1", "P1.2", "P1.3", "P2.1", "A1", "A2", "A3", "B1", "B2", "B3", "C1", "C2"];

/// Returns the edits that `seed` makes of one activity.
fn edits(id: &'static str, seed: usize) -> Vec<Vec<&'static str>> {
    let done = vec!["done", id, "--on", "2018-05-30"];
    match seed % 10 {
        0 => vec![done],
        1 => vec![[done, vec!["--note", "已开会"]].concat()],
        2 => vec![[done, vec!["--evidence", "纪要.pdf"]].concat(), vec!["reopen", id]],
        3 => vec![done.clone(), vec!["reopen", id], vec!["done", id, "--on", "2018-06-01"]],
        4 => vec![vec!["move", id, "--to", "2018-12-20", "--why", "调整", "--on", "2018-05-03"], done],
        5 => vec![vec!["cancel", id, "--why", "合并"]],
        6 => vec![done, vec!["verify", id, "--by", "督查室", "--on", "2018-06-01"]],
        7 => vec![vec!["note", id, "等回函", "--expect", "2018-06-20"]],
        8 => vec![vec!["evidence", id, "a.pdf", "b.pdf"], vec!["evidence", id, "b.pdf", "--undo"]],
        _ => vec![vec!["assign", id, "--owner", "企业科", "--support", "办公室"]],
    }
}

#[test]
fn edits_of_different_activities_on_two_branches_merge_and_hold_both() {
    let mut seed = 7_usize;
    for _ in 0..20 {
        let repository = Repository::new();
        let mut sides: [Vec<Vec<&str>>; 2] = [Vec::new(), Vec::new()];
        for id in IDS {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let random = seed >> 33;
            if random % 3 < 2 {
                sides[random % 3].extend(edits(id, random / 3));
            }
        }
        // A branch on which nothing changes has nothing to commit.
        sides[0].push(vec!["done", "C3", "--on", "2018-05-30"]);
        sides[1].push(vec!["done", "T1", "--on", "2018-05-30"]);
        repository.branch("one", &sides[0]);
        let one = repository.text();
        repository.branch("two", &sides[1]);
        let two = repository.text();
        let merged = repository.merge();
        assert!(merged.status.success(), "{sides:?}: {}", String::from_utf8_lossy(&merged.stdout));
        assert!(repository.plan(&["check"]).status.success());
        let both = repository.text();
        let base = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("data/plan.toml"));
        let lines = |text: &str| text.lines().count();
        let base = base.expect("the plan is there");
        assert_eq!(lines(&both) + lines(&base), lines(&one) + lines(&two), "{sides:?}");
    }
}

#[test]
fn two_marks_of_one_activity_conflict_and_check_names_it_with_both_values() {
    let repository = Repository::new();
    repository.branch("one", &[vec!["done", "B2", "--on", "2018-06-09"]]);
    repository.branch("two", &[vec!["done", "B2", "--on", "2018-06-11"]]);
    assert!(!repository.merge().status.success());
    let output = repository.plan(&["check"]);
    assert_eq!(output.status.code(), Some(3));
    let said = String::from_utf8_lossy(&output.stdout);
    let expected =
        "B2: git left a conflict here: one side has `done = 2018-06-09`, the other `done = 2018-06-11`";
    assert!(said.contains(expected), "{said}");
}

#[test]
fn the_same_mark_on_two_branches_merges() {
    let repository = Repository::new();
    repository.branch("one", &[vec!["done", "B2", "--on", "2018-06-09"]]);
    repository
        .branch("two", &[vec!["done", "B2", "--on", "2018-06-09"], vec!["done", "A1", "--on", "2018-05-25"]]);
    assert!(repository.merge().status.success());
    assert_eq!(repository.text().matches("done = 2018-06-09").count(), 1);
}

#[test]
fn two_additions_at_the_same_place_conflict_visibly() {
    let repository = Repository::new();
    let add = |title| vec!["add", title, "--due", "2018-07-20", "--group", "集中讨论"];
    repository.branch("one", &[add("推进会")]);
    repository.branch("two", &[add("总结会")]);
    assert!(!repository.merge().status.success());
    let output = repository.plan(&["check"]);
    assert_eq!(output.status.code(), Some(3));
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(said.contains("推进会") && said.contains("总结会"), "{said}");
    assert!(
        said.contains(": C4: git left")
            && said.contains("hint: write two whole blocks, each with an id of its own"),
        "{said}"
    );
}

#[test]
fn a_move_and_a_mark_of_one_activity_merge_right_or_conflict_visibly() {
    let repository = Repository::new();
    repository.branch("one", &[vec!["move", "B2", "--to", "2018-06-20", "--why", "考试"]]);
    repository.branch("two", &[vec!["done", "B2", "--on", "2018-06-09"]]);
    assert!(repository.merge().status.success(), "`due` and `done` stand far from each other");
    let output = repository.plan(&["show", "B2", "--json"]);
    let shown: serde_json::Value = serde_json::from_slice(&output.stdout).expect("it is JSON");
    let b2 = &shown["activities"][0];
    assert_eq!((b2["due"].as_str(), b2["done"].as_str()), (Some("2018-06-20"), Some("2018-06-09")));
}

#[test]
fn two_moves_of_one_activity_conflict_visibly() {
    let repository = Repository::new();
    repository.branch("one", &[vec!["move", "B2", "--to", "2018-06-20", "--why", "考试"]]);
    repository.branch("two", &[vec!["move", "B2", "--to", "2018-06-25", "--why", "培训"]]);
    assert!(!repository.merge().status.success());
    let said = repository.plan(&["check"]).stdout;
    let said = String::from_utf8_lossy(&said);
    assert!(said.contains("B2") && said.contains("2018-06-20") && said.contains("2018-06-25"), "{said}");
}

#[test]
fn entries_of_a_list_and_different_keys_are_all_kept() {
    let repository = Repository::new();
    let said = repository.conflict(&[vec!["evidence", "A1", "a.pdf"]], &[vec!["evidence", "A1", "b.pdf"]]);
    let hint = "keep both, in this order: `evidence = [\"a.pdf\", \"b.pdf\"]`, and delete the lines";
    assert!(said.contains(": A1: git left") && said.contains(hint), "{said}");

    let repository = Repository::new();
    let note = |text| vec!["note", "A1", text];
    let said = repository.conflict(
        &[vec!["note", "A1", "later", "--on", "2018-06-09"]],
        &[vec!["note", "A1", "earlier", "--on", "2018-06-08"]],
    );
    let hint = "keep both, in this order: `{ on = 2018-06-08, text = \"earlier\" },`, `{ on = 2018-06-09,";
    assert!(said.contains(": A1: git left") && said.contains(hint), "{said}");
    repository.keep_both();
    assert!(repository.plan(&["check"]).status.success());

    let repository = Repository::new();
    let said = repository.conflict(&[note("met")], &[vec!["note", "A1", "--expect", "2018-06-20"]]);
    let hint = "keep both, in this order: `notes = [ { on = 2018-06-11, text = \"met\" }, ]`, `expected = 2018-06-20`";
    assert!(said.contains(": A1: git left") && said.contains(hint), "{said}");
    repository.keep_both();
    assert!(repository.plan(&["check"]).status.success());
}

#[test]
fn a_mark_of_the_last_activity_and_one_added_behind_it_are_told_apart() {
    let repository = Repository::new();
    let said = repository.conflict(
        &[vec!["done", "C3", "--on", "2018-06-09"]],
        &[vec!["add", "总结会", "--due", "2018-07-20", "--group", "集中讨论"]],
    );
    let hint = "keep both: to C3 belongs `done = 2018-06-09`; after it comes C4";
    assert!(said.contains(": C3: git left") && said.contains(hint), "{said}");
    repository.keep_both();
    assert!(repository.plan(&["check"]).status.success());
}

#[test]
fn a_conflict_inside_a_conflict_is_one() {
    let repository = Repository::new();
    let done = |day| [vec!["done", "B2", "--on", day]];
    repository.conflict(&done("2018-06-07"), &done("2018-06-08"));
    repository.commit("with its markers");
    assert!(repository.git(&["branch", "-M", "one", "both"]).status.success());
    repository.branch("three", &done("2018-06-09"));
    assert!(!repository.git(&["merge", "-q", "both"]).status.success());
    let said = repository.checked();
    assert!(said.contains("1 problem,") && said.contains(": B2: git left"), "{said}");
    let days = ["`done = 2018-06-09`", "`done = 2018-06-07 done = 2018-06-08`"];
    assert!(days.iter().all(|day| said.contains(day)), "{said}");
    assert!(said.contains("hint: keep one of the two, and delete the lines"), "{said}");
}
