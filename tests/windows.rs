#![cfg(windows)]
//! What is particular to Windows, but saving: its paths, its shell, its editors.

use std::fs;
use std::os::windows::process::CommandExt;
use std::path::Path;
use std::process::{Command, Output};

const PLAN: &str = "[plan]\ntitle = \"t\"\n\n[[activity]]\nid = \"A1\"\ntitle = \"x\"\ndue = 2018-07-01\n";

/// Returns a command that is run by somebody whose `plan` is the one under test.
fn command(program: &str, folder: &Path) -> Command {
    let own = Path::new(env!("CARGO_BIN_EXE_plan")).parent().expect("it lies in a folder");
    let path = std::env::var_os("PATH").unwrap_or_default();
    let path = std::env::join_paths([own.to_owned()].into_iter().chain(std::env::split_paths(&path)));
    let mut command = Command::new(program);
    command.current_dir(folder).env("PATH", path.expect("no folder of it has a quote"));
    command.env("PLAN_TODAY", "2018-06-11").env("PLAN_LANG", "en").env_remove("VISUAL");
    command
}

fn plan(folder: &Path, arguments: &[&str]) -> Output {
    command(env!("CARGO_BIN_EXE_plan"), folder).args(arguments).output().expect("it runs")
}

fn said(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("there is room");
    fs::create_dir(folder.path().join("方案")).expect("it is new");
    fs::write(folder.path().join("方案").join("plan.toml"), PLAN).expect("there is room");
    folder
}

#[test]
fn evidence_is_written_with_slashes_and_taken_out_as_it_is_typed_here() {
    let folder = folder();
    let file = folder.path().join("方案").join("plan.toml");
    for (typed, stored) in [
        (r"附件\纪要.pdf", "../附件/纪要.pdf"),
        (r"方案\纪要.pdf", "纪要.pdf"),
        (r"Q:\附件\纪要.pdf", "Q:/附件/纪要.pdf"),
        (r"\\server\share\纪要.pdf", "//server/share/纪要.pdf"),
        ("https://example.org/a", "https://example.org/a"),
    ] {
        let output = plan(folder.path(), &["-f", r"方案\plan.toml", "evidence", "A1", typed]);
        let told = said(&output.stdout);
        let text = fs::read_to_string(&file).expect("it is there");
        assert!(text.contains(&format!("evidence = [\"{stored}\"]\n")), "{text}{}", said(&output.stderr));
        let undo = format!("  take it back: plan -f 方案\\plan.toml evidence A1 --undo {typed}\n");
        assert!(told.contains(&undo), "{told}");
        let again = plan(folder.path(), &["-f", r"方案\plan.toml", "evidence", "A1", "--undo", typed]);
        assert_eq!(again.status.code(), Some(0), "{}", said(&again.stderr));
        assert_eq!(fs::read_to_string(&file).expect("it is there"), PLAN);
    }
}

#[test]
fn a_pattern_that_no_shell_put_names_in_place_of_is_refused() {
    let folder = folder();
    let output = plan(folder.path(), &["-f", r"方案\plan.toml", "evidence", "A1", r"附件\*.pdf"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        said(&output.stderr).starts_with(r"no file can be called 附件\*.pdf,"),
        "{}",
        said(&output.stderr)
    );
    let output = plan(folder.path(), &["import", "*.docx"]);
    assert_eq!(said(&output.stderr), "there is no file *.docx\n");
}

#[test]
fn take_back_commands_that_hold_words_of_every_kind_are_read_right_by_cmd() {
    let folder = tempfile::tempdir().expect("there is room");
    let file = folder.path().join("plan.toml");
    let texts = [
        "-5", "--dry-run", "-", "it's", "!!", "a !x b", "*", "~", "#x", "=ls", "{a,b}", "a;b|c&d<e>f",
        "(x) [y]?", "^x^y", "$HOME", "a `b` $(c)", "“a b” c", "组织“聚力”",
    ];
    let block = |(at, text): (usize, &&str)| {
        format!("\n[[activity]]\nid = \"A{at}\"\ntitle = \"x\"\ndue = 2018-07-01\nleader = \"{text}\"\n")
    };
    let blocks: String = texts.iter().enumerate().map(block).collect();
    let before = format!("[plan]\ntitle = \"t\"\n{blocks}");
    fs::write(&file, &before).expect("there is room");
    for at in 0..texts.len() {
        let output = plan(folder.path(), &["assign", &format!("A{at}"), "--leader", ""]);
        let told = said(&output.stdout);
        let line =
            told.lines().find_map(|line| line.strip_prefix("  take it back: ")).expect("it is offered");
        let shell =
            command("cmd", folder.path()).args(["/d", "/s", "/c"]).raw_arg(format!("\"{line}\"")).output();
        let shell = shell.expect("cmd is there");
        assert_eq!(shell.status.code(), Some(0), "{line}\n{}", said(&shell.stderr));
    }
    assert_eq!(fs::read_to_string(&file).expect("it is there"), before);
}

#[test]
fn what_cannot_be_typed_is_not_printed_to_be_typed() {
    let folder = folder();
    let output = plan(&folder.path().join("方案"), &["note", "A1", "say \"x\""]);
    assert!(said(&output.stdout).contains("  take it back with plan edit: some of it cannot be typed\n"));
}

#[test]
fn an_editor_is_found_by_its_path_with_blanks_and_gets_a_copy_that_nobody_holds() {
    let folder = folder();
    let here = folder.path().join("方案");
    let editor = folder.path().join("my editor.bat");
    let script = "@if \"%1\"==\"--wait\" shift\r\n@move %1 \"%~dp0held\" >nul\r\n@move \"%~dp0held\" %1 >nul\r\n\
                  @echo # seen>>%1\r\n";
    fs::write(&editor, script).expect("there is room");
    let editor = editor.to_str().expect("it is UTF-8");
    for named in [editor.to_owned(), format!("\"{editor}\""), format!("\"{editor}\" --wait")] {
        let output = command(env!("CARGO_BIN_EXE_plan"), &here).arg("edit").env("EDITOR", &named).output();
        let output = output.expect("it runs");
        assert_eq!(output.status.code(), Some(0), "{named}\n{}", said(&output.stderr));
        assert_eq!(said(&output.stdout), "checked and saved plan.toml\n");
        let text = fs::read_to_string(here.join("plan.toml")).expect("it is there");
        assert_eq!(text, format!("{PLAN}# seen\r\n"));
        fs::write(here.join("plan.toml"), PLAN).expect("it is ours");
    }
}

#[test]
fn an_editor_that_is_not_there_leaves_the_plan_as_it_was() {
    let folder = folder();
    let here = folder.path().join("方案");
    let output =
        command(env!("CARGO_BIN_EXE_plan"), &here).arg("edit").env("EDITOR", "no-such-editor").output();
    let output = output.expect("it runs");
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output.stderr).contains("the editor did not end well (no-such-editor: exit code: "));
    assert_eq!(fs::read_to_string(here.join("plan.toml")).expect("it is there"), PLAN);
}
