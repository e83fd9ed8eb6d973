//! Every problem and every warning has an example in `tests/problems`: a small plan, and beside it what
//! `plan check` says about it on 2018-06-11, in English. `{today}` in the expected text is the day by the
//! clock, after which no mark can be true.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use chrono::Utc;

#[test]
fn every_example_has_exactly_the_expected_text() {
    let mut wrong = Vec::new();
    for name in examples() {
        let before = expected(&name);
        let output = check(&name, &["--lang", "en"]);
        let found = text(&output);
        // The clock may pass midnight in between.
        let expected = if found == before { before } else { expected(&name) };
        if found != expected {
            wrong.push(format!("== {name}\n{}", difference(&expected, &found)));
        }
        let code = i32::from(!expected.contains(".toml: 0 problems")) * 3;
        if output.status.code() != Some(code) || !output.stderr.is_empty() {
            let notices = String::from_utf8_lossy(&output.stderr);
            wrong.push(format!("== {name}\nnot exit {code}, or notices: {} {notices}", output.status));
        }
    }
    assert!(wrong.is_empty(), "{} differences (- expected, + found)\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_example_has_its_text_and_every_text_its_example() {
    let plans = names("toml");
    assert!(!plans.is_empty());
    assert_eq!(plans, names("txt"));
    let others: Vec<String> = files()
        .into_iter()
        .filter(|(_, kind)| kind != "toml" && kind != "txt")
        .map(|(name, _)| name)
        .collect();
    assert!(others.is_empty(), "neither a plan nor a text: {others:?}");
}

#[test]
fn every_problem_and_warning_has_an_example() {
    let mut shown = BTreeSet::new();
    for name in examples() {
        let diagnostics: serde_json::Value =
            serde_json::from_slice(&check(&name, &["--json"]).stdout).expect("it is JSON");
        for finding in diagnostics.as_array().expect("it is a list") {
            shown.insert(finding["code"].as_str().expect("every finding has a code").to_owned());
        }
    }
    assert_eq!(shown, codes());
}

#[test]
fn every_text_exists_in_chinese() {
    let mut wrong = Vec::new();
    for name in examples() {
        let english = text(&check(&name, &["--lang", "en"]));
        let chinese = text(&check(&name, &["--lang", "zh"]));
        if english.lines().count() != chinese.lines().count() {
            wrong.push(format!("== {name}\n{}", difference(&english, &chinese)));
            continue;
        }
        for (english, chinese) in english.lines().zip(chinese.lines()) {
            let holds = match line(english) {
                Line::Source => english == chinese,
                Line::Item if english.replace('"', "") == chinese => true,
                Line::Item | Line::Sentence => english != chinese && said(chinese).contains(is_han),
            };
            if !holds {
                wrong.push(format!("== {name}\n- {english}\n+ {chinese}"));
            }
        }
    }
    assert!(wrong.is_empty(), "(- English, + Chinese)\n{}", wrong.join("\n"));
}

#[test]
fn checking_changes_nothing() {
    let state = |name: &str| {
        let path = folder().join(format!("{name}.toml"));
        let changed = path.metadata().and_then(|data| data.modified()).expect("it is there");
        (fs::read(&path).expect("it can be read"), changed)
    };
    for name in examples() {
        let before = state(&name);
        check(&name, &[]);
        check(&name, &["--json"]);
        assert!(state(&name) == before, "{name}.toml was changed");
    }
    assert_eq!(names("toml"), names("txt"), "a file was left behind");
}

/// The lines of an answer.
enum Line {
    /// An empty line, a line of the plan, or the mark under it; a command: the same in every language.
    Source,
    /// A line under the heading of a kind of warnings: a sentence, or nothing but the plan's own words.
    Item,
    /// A sentence of the program's own.
    Sentence,
}

fn line(line: &str) -> Line {
    let is_command = line.starts_with("  plan -f ") && !line.contains("--why");
    let after_gutter = line.trim_start_matches(|c: char| c == ' ' || c.is_ascii_digit());
    if line.is_empty() || is_command || after_gutter.starts_with('|') {
        return Line::Source;
    }
    let is_item = line.starts_with("  ") && after_gutter.contains(".toml:");
    if is_item { Line::Item } else { Line::Sentence }
}

/// Returns what a line says, after the place or the word for a hint before it.
fn said(line: &str) -> &str {
    line.split_once(": ").map_or(line, |(_, said)| said)
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9FFF}')
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/problems")
}

/// Returns the files of the folder, each as its name and what follows the dot.
fn files() -> Vec<(String, String)> {
    let entries = fs::read_dir(folder()).expect("the folder is there");
    let names = entries.map(|entry| entry.expect("it can be listed").file_name().into_string());
    let names = names.map(|name| name.expect("it is UTF-8"));
    let mut files: Vec<_> = names
        .map(|name| {
            name.rsplit_once('.')
                .map(|(stem, kind)| (stem.to_owned(), kind.to_owned()))
                .unwrap_or((name, String::new()))
        })
        .collect();
    files.sort();
    files
}

fn names(kind: &str) -> Vec<String> {
    files().into_iter().filter(|(_, found)| found == kind).map(|(name, _)| name).collect()
}

fn examples() -> Vec<String> {
    names("toml")
}

fn expected(name: &str) -> String {
    let path = folder().join(format!("{name}.txt"));
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let text = text.replace("{today}", &Utc::now().date_naive().to_string());
    let is_command = |line: &str| cfg!(windows) && line.starts_with("  plan ");
    let quoted_as_here =
        |line: &str| if is_command(line) { line.replace('\'', "\"") } else { line.to_owned() };
    text.split_inclusive('\n').map(quoted_as_here).collect()
}

/// Runs `plan check` on an example, in its folder.
fn check(name: &str, options: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_plan"));
    command.env_clear().env("TZ", "UTC");
    if let Some(path) = std::env::var_os("PATH") {
        command.env("PATH", path);
    }
    command.current_dir(folder()).args(["-f", &format!("{name}.toml"), "--today", "2018-06-11", "check"]);
    command.args(options).output().expect("it runs")
}

fn text(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("it is UTF-8")
}

/// Returns the codes that `Code::name` and `Warning::name` can return.
fn codes() -> BTreeSet<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/model/diagnostic.rs");
    let source = fs::read_to_string(path).expect("it is there");
    let strings = source.lines().filter_map(|line| line.split_once("=> \"")?.1.split('"').next());
    strings.map(str::to_owned).collect()
}

/// Returns the lines that differ, without those before and after that do not.
fn difference(expected: &str, found: &str) -> String {
    let (mut expected, mut found): (Vec<_>, Vec<_>) = (expected.lines().collect(), found.lines().collect());
    while !expected.is_empty() && expected.last() == found.last() {
        expected.pop();
        found.pop();
    }
    let same = expected.iter().zip(&found).take_while(|(expected, found)| expected == found).count();
    let signed = |sign: &str, lines: &[&str]| {
        lines.iter().map(|line| [sign, *line, "\n"].concat()).collect::<Vec<_>>().concat()
    };
    signed("- ", &expected[same..]) + &signed("+ ", &found[same..])
}
