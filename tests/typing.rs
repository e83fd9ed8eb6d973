//! The commands that a change prints are typed into real shells as they stand, whatever is in them.

#![cfg(unix)] // the commands offered are typed into real shells

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

mod skip;

const SHELLS: [&str; 4] = ["dash", "bash", "zsh", "fish"];

/// What a shell or the argument parser could take for something else than a word.
const TEXTS: [&str; 24] = [
    "-5度", "--dry-run", "-", "--", "it's", "'", r"\", r"\'\\", r"C:\附件\", "$HOME `id` $(touch PWNED)",
    "!!", "a !x b", "*", "~", "#x", "%1", "=ls", "{a,b}", "a;b|c&d<e>f", "\"q\"", "(x) [y]?", "^x^y",
    "“引号”，　。", "--undo=x",
];

/// Runs `command` as somebody does whose `plan` is the one under test.
fn run(folder: &Path, command: &mut Command, input: &str) -> Output {
    let program = Path::new(env!("CARGO_BIN_EXE_plan")).parent().expect("it lies in a folder");
    let path = format!("{}:/usr/bin:/bin", program.display());
    let environment =
        [("PATH", path.as_str()), ("PLAN_TODAY", "2018-06-11"), ("PLAN_LANG", "en"), ("LC_ALL", "C.UTF-8")];
    let streams = command.current_dir(folder).env_clear().envs(environment).env("HOME", folder);
    let streams = streams.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = streams.spawn().expect("it runs");
    child.stdin.take().expect("it is a pipe").write_all(input.as_bytes()).expect("it is read");
    child.wait_with_output().expect("it ends")
}

fn plan(folder: &Path, arguments: &[&str]) -> String {
    let output = run(folder, Command::new("plan").args(arguments), "");
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("it is UTF-8")
}

/// Returns the commands that an answer offers to take it back.
fn offered(answer: &str) -> impl Iterator<Item = &str> {
    answer.lines().filter_map(|line| line.strip_prefix("  take it back: "))
}

/// Types `lines` into each shell that is there, where somebody sits in front of it.
fn type_into_each(lines: &str, folder: &Path, then: impl Fn(&str, &str)) {
    for shell in SHELLS {
        if !Path::new("/usr/bin").join(shell).exists() && !Path::new("/bin").join(shell).exists() {
            skip::skipped(&format!("{shell} is not installed"));
            continue;
        }
        let output = run(folder, Command::new(shell).arg("-i"), &format!("{lines}exit\n"));
        then(shell, &String::from_utf8_lossy(&output.stderr));
        assert!(!folder.join("PWNED").exists(), "{shell} ran what stands in a text");
    }
}

#[test]
fn take_back_commands_that_hold_words_of_every_kind_are_read_alike_by_every_shell() {
    let folder = tempfile::tempdir().expect("there is room");
    let (folder, file) = (folder.path(), folder.path().join("plan.toml"));
    let block = |(at, text): (usize, &&str)| {
        let text = serde_json::to_string(text).expect("it is text");
        format!("\n[[activity]]\nid = \"A{at}\"\ntitle = \"x\"\ndue = 2018-07-01\nleader = {text}\n")
    };
    let blocks: String = TEXTS.iter().enumerate().map(block).collect();
    let before = format!("[plan]\ntitle = \"t\"\n{blocks}");
    fs::write(&file, &before).expect("there is room");
    let mut lines = String::new();
    for (at, text) in TEXTS.iter().enumerate() {
        let id = format!("A{at}");
        // Addresses are kept as they are; paths are seen from the plan's folder.
        for change in [&["assign", &id, "--leader", ""][..], &["evidence", &id, "--", &format!("{text}://x")]]
        {
            lines.extend(offered(&plan(folder, change)).flat_map(|line| [line, "\n"]));
        }
    }
    assert_eq!(lines.lines().count(), 2 * TEXTS.len(), "{lines}");
    let changed = fs::read(&file).expect("it is there");
    type_into_each(&lines, folder, |shell, said| {
        assert_eq!(fs::read_to_string(&file).expect("it is there"), before, "{shell}\n{lines}{said}");
        fs::write(&file, &changed).expect("there is room");
    });
}

#[test]
fn take_back_commands_name_a_plan_file_of_any_name() {
    let folder = tempfile::tempdir().expect("there is room");
    let folder = folder.path();
    let before = "[plan]\ntitle = \"t\"\n\n[[activity]]\nid = \"A1\"\ntitle = \"x\"\ndue = 2018-07-01\n";
    let names = ["-f-x.toml", "--", "it's a \\ 方案!x.toml", "$(touch PWNED).toml"];
    let mut lines = String::new();
    for name in names {
        fs::write(folder.join(name), before).expect("there is room");
        let answer = plan(folder, &["note", "A1", "x", &format!("--file={name}")]);
        lines.extend(offered(&answer).flat_map(|line| [line, "\n"]));
    }
    let changed = fs::read(folder.join(names[0])).expect("it is there");
    type_into_each(&lines, folder, |shell, said| {
        for name in names {
            let after = fs::read_to_string(folder.join(name)).expect("it is there");
            assert_eq!(after, before, "{shell}\n{lines}{said}");
            fs::write(folder.join(name), &changed).expect("there is room");
        }
    });
}

#[test]
fn what_cannot_be_typed_is_not_printed_to_be_typed() {
    let folder = tempfile::tempdir().expect("there is room");
    let block = "\n[[activity]]\nid = \"A1\"\ntitle = \"x\"\ndue = 2018-07-01\nleader = \"“甲”\"\nowner = \"a\\nb\"\n";
    for name in ["plan.toml", "a\u{1B}[2J.toml"] {
        fs::write(folder.path().join(name), format!("[plan]\ntitle = \"t\"\n{block}"))
            .expect("there is room");
    }
    for change in [
        &["assign", "A1", "--owner", ""][..],
        &["assign", "A1", "--leader", ""],
        &["evidence", "A1", "two\nlines.pdf"],
        &["-f", "a\u{1B}[2J.toml", "evidence", "A1", "a.pdf", "b.pdf"],
    ] {
        let answer = plan(folder.path(), change);
        let by_hand = "  take it back with plan edit: some of it cannot be typed\n";
        assert_eq!((offered(&answer).count(), answer.matches(by_hand).count()), (0, 1), "{answer}");
    }
}
