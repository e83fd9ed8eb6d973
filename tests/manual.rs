//! The pages of the manual, as `man` shows them.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

#[cfg(unix)]
mod skip;

/// Returns what the program says in Chinese.
fn plan(arguments: &[&str]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_plan"));
    let output = command.args(arguments).env("PLAN_LANG", "zh").output().expect("it runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("it is UTF-8")
}

/// Returns the names of the pages in `folder`.
fn pages(folder: &Path) -> BTreeSet<String> {
    let name = |entry: std::io::Result<fs::DirEntry>| entry.expect("it can be listed").file_name();
    let entries = fs::read_dir(folder).expect("it is a folder");
    entries.map(|entry| name(entry).into_string().expect("it is UTF-8")).collect()
}

/// Returns the verbs that the help lists.
fn verbs() -> BTreeSet<String> {
    let help = plan(&["--help"]);
    let listed = help.lines().skip_while(|line| *line != "命令:").skip(1).take_while(|line| !line.is_empty());
    listed.filter_map(|line| line.split_whitespace().next()).map(str::to_owned).collect()
}

#[test]
fn every_verb_has_a_page_and_its_examples_come_first() {
    let folder = tempfile::tempdir().expect("there is room");
    plan(&["manual", "--dir", folder.path().to_str().expect("it is UTF-8")]);
    let verbs = verbs();
    assert!(verbs.contains("overdue") && !verbs.contains("manual"), "{verbs:?}");
    let expected = verbs.iter().map(|verb| format!("plan-{verb}.1")).chain(["plan.1".to_owned()]);
    assert_eq!(pages(folder.path()), expected.collect());
    for name in pages(folder.path()) {
        let page = fs::read_to_string(folder.path().join(&name)).expect("it is UTF-8");
        let sections: Vec<&str> = page.lines().filter_map(|line| line.strip_prefix(".SH ")).collect();
        assert_eq!(sections[..4], ["NAME", "EXAMPLES", "SYNOPSIS", "DESCRIPTION"], "{name}");
        assert_eq!(sections.contains(&"SEE ALSO"), name != "plan.1", "{name}");
        assert!(page.contains("\n.TP\n\\fBplan "), "{name} has an example");
    }
}

#[test]
fn a_page_of_an_earlier_version_is_replaced_and_a_plan_is_not() {
    let folder = tempfile::tempdir().expect("there is room");
    let dir = folder.path().to_str().expect("it is UTF-8");
    let page = folder.path().join("plan-done.1");
    fs::write(&page, "of an earlier version").expect("there is room");
    plan(&["manual", "--dir", dir]);
    assert!(fs::read_to_string(&page).is_ok_and(|page| page.contains("EXAMPLES")));
    fs::write(&page, "[plan]\ntitle = \"t\"\n").expect("there is room");
    let mut command = Command::new(env!("CARGO_BIN_EXE_plan"));
    let output = command.args(["manual", "--dir", dir]).output().expect("it runs");
    assert_eq!(output.status.code(), Some(1));
    assert!(fs::read_to_string(&page).is_ok_and(|page| page == "[plan]\ntitle = \"t\"\n"));
}

#[cfg(unix)] // man is called
#[test]
fn man_shows_every_page_on_eighty_columns_without_a_warning() {
    let version = Command::new("man").arg("--version").output();
    if !version.is_ok_and(|said| said.stdout.starts_with(b"man 2")) {
        skip::skipped("the man of Linux is not installed");
        return;
    }
    let folder = tempfile::tempdir().expect("there is room");
    plan(&["manual", "--dir", folder.path().to_str().expect("it is UTF-8")]);
    for name in pages(folder.path()) {
        let mut command = Command::new("man");
        command.args(["--warnings=w", "-l"]).arg(folder.path().join(&name));
        command.env_clear().envs([("PATH", "/usr/bin:/bin"), ("LC_ALL", "C.UTF-8"), ("MANWIDTH", "80")]);
        let output = command.output().expect("it runs");
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{name}");
        let page = String::from_utf8(output.stdout).expect("it is UTF-8");
        assert!(page.contains("EXAMPLES") && !page.contains('\\'), "{page}");
        let is_wide = |line: &&str| unicode_width::UnicodeWidthStr::width(*line) > 80;
        assert_eq!(page.lines().find(is_wide), None, "{name}");
    }
}
