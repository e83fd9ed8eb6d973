//! Files that nobody writes by accident: an answer in seconds, and nothing raw on the terminal.

#[cfg(unix)] // a limit on memory is set in bash
mod memory;

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};
use std::time::{Duration, Instant};

/// Everything that could steer a terminal.
const STEERING: &str = "\\u001B]0;x\\u0007\\u001B[31m\\u009B1m\\u202E\\u2066\\u0000\\u007F\\t\\n";

/// A plan file and what the program says of it.
struct Case {
    folder: tempfile::TempDir,
}

impl Case {
    fn new(bytes: impl AsRef<[u8]>) -> Case {
        let case = Case { folder: tempfile::tempdir().expect("there is room") };
        fs::write(case.file(), bytes).expect("there is room");
        case
    }

    fn file(&self) -> PathBuf {
        self.folder.path().join("plan.toml")
    }

    fn run(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_plan"));
        let started = Instant::now();
        let output =
            command.args(arguments).current_dir(self.folder.path()).env_clear().output().expect("it runs");
        assert!(started.elapsed() < Duration::from_secs(20), "{arguments:?} took {:?}", started.elapsed());
        output
    }

    /// Lists the plan, which has a problem, and returns what is said.
    fn problem(&self) -> String {
        let output = self.run(&["list", "--lang", "en"]);
        assert_eq!(output.status.code(), Some(1));
        String::from_utf8(output.stderr).expect("it is UTF-8")
    }
}

/// Whether a terminal could be steered by `text`; line ends are meant.
fn is_raw(text: &str) -> bool {
    text.chars().any(|c| {
        (c.is_control() && c != '\n')
            || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{E0000}'..='\u{E007F}')
    })
}

#[test]
fn nothing_in_a_plan_steers_the_terminal_in_any_form_of_output() {
    let mut plan = format!("[plan]\ntitle = \"t{STEERING}\"\noffice = \"o{STEERING}\"\n");
    let keys = ["title", "group", "owner", "content", "remark", "words", "question"];
    plan.push_str("[[activity]]\nid = \"A1\"\n");
    for key in keys {
        writeln!(plan, "{key} = \"{key}{STEERING}\"").expect("memory takes it");
    }
    plan.push_str("notes = [{ on = 2018-01-01, text = \"\\u001B[2J\" }]\nevidence = [\"\\u001B[2J\"]\n");
    let block = format!("id = \"A2\"\ntitle = \"x{STEERING}\"\ndue = 2018-01-05\nexpected = 2018-02-01\n");
    let moved = format!(
        "moved = [{{ from = 2018-01-01, on = 2018-01-02, why = \"{STEERING}\", by = \"{STEERING}\" }}]"
    );
    let notes = format!("notes = [{{ on = 2018-01-01, text = \"{STEERING}\" }}]");
    let phase = format!("id = \"P1\"\ntitle = \"{STEERING}\"\nstart = 2018-01-01\nend = 2018-01-31");
    plan.extend(["[[activity]]\n", &block, &moved, "\n", &notes, "\n[[phase]]\n", &phase, "\n"]);
    let case = Case::new(plan.replace("\\u0000", ""));
    fs::write(case.folder.path().join("other.toml"), "[plan]\ntitle = \"\\u001B[2J\"\n")
        .expect("there is room");
    let commands: [&[&str]; 24] = [
        &["status"],
        &["status", "--json"],
        &["timeline"],
        &["report"],
        &["report", "--format", "markdown", "--by", "owner"],
        &["report", "--json"],
        &["diff", "other.toml"],
        &["diff", "other.toml", "--json"],
        &["move", "A2", "--undo", "--dry-run"],
        &["move", "A2", "P1", "--to", "2018-01-09", "--why", "\u{1B}[2J", "--dry-run"],
        &["note", "A1", "\u{1B}[2J\u{202E}", "--dry-run"],
        &["note", "A1", "--undo", "--dry-run"],
        &["evidence", "A1", "--undo", "--dry-run"],
        &["assign", "A1", "--owner", "\u{1B}[2J", "--dry-run"],
        &["add", "\u{1B}[2J", "--due", "2018-01-09", "--dry-run"],
        &["list"],
        &["list", "--json"],
        &["overdue", "--soon"],
        &["show", "A1"],
        &["show", "A1", "--json"],
        &["check"],
        &["check", "--json"],
        &["done", "A1", "--dry-run"],
        &["list", "--owner", "\u{1B}[31m"],
    ];
    for command in commands {
        let output = case.run(command);
        for stream in [output.stdout, output.stderr] {
            let text = String::from_utf8(stream).expect("it is UTF-8");
            assert!(!is_raw(&text), "{command:?}: {text:?}");
        }
    }
}

#[test]
fn no_name_argument_or_variable_steers_the_terminal_either() {
    let hostile = "\u{1B}]0;x\u{7}\u{9B}1m\u{202E}\u{E0001}\t\n";
    let case =
        Case::new("[plan]\ntitle = \"t\"\n[[activity]]\nid = \"A1\"\ntitle = \"x\"\ndue = 2018-01-05\n");
    // A name of Windows cannot have all of it.
    let in_names: String = hostile.chars().filter(|&c| cfg!(unix) || c > '\u{7F}').collect();
    let name = format!("plan{in_names}.toml");
    fs::copy(case.file(), case.folder.path().join(&name)).expect("there is room");
    let new = format!("new{in_names}.toml");
    let option = format!("--{hostile}");
    let commands: [&[&str]; 24] = [
        &["list"],
        &["check"],
        &["status"],
        &["show", "A1"],
        &["overdue", "--soon"],
        &["diff", "plan.toml"],
        &["list", "--json"],
        &["done", "A1"],
        &["note", "A1", hostile],
        &["note", "A1", "--undo"],
        &["evidence", "A1", hostile],
        &["reopen", "A1"],
        &["reopen", hostile],
        &["edit"],
        &["init"],
        &["-f", &new, "init"],
        &["-f", hostile, "list"],
        &[hostile],
        &[&option],
        &["list", &option],
        &["list", "--status", hostile],
        &["list", "--stale", hostile],
        &["list", "--today", hostile],
        &["add", "x", "--due", hostile],
    ];
    let environments =
        [("PLAN_FILE", name.as_str()), ("PLAN_TODAY", hostile), ("TZ", hostile), ("LC_ALL", hostile)];
    for arguments in commands {
        for (variable, value) in environments {
            // As somebody has it who names the file, and as one who is asked which file is meant.
            for before in [&["-f", name.as_str()][..], &[]] {
                let before = if arguments[0] == "-f" { &[] } else { before };
                let mut command = Command::new(env!("CARGO_BIN_EXE_plan"));
                command.args(before).args(arguments).current_dir(case.folder.path()).env_clear();
                command.env(variable, value).env("EDITOR", "false");
                let output = command.output().expect("it runs");
                for stream in [output.stdout, output.stderr] {
                    // cmd ends what it says of an editor as Windows does.
                    let text = String::from_utf8(stream).expect("it is UTF-8").replace("\r\n", "\n");
                    assert!(!is_raw(&text), "{variable} {before:?} {arguments:?}: {text:?}");
                }
            }
        }
    }
}

#[test]
fn completions_of_hostile_ids_and_titles_steer_nothing_either() {
    let case = Case::new(format!(
        "[plan]\ntitle = \"t\"\n[[activity]]\nid = \"A1\"\ntitle = \"x{STEERING}\"\ngroup = \"g{STEERING}\"\n\
         [[activity]]\nid = \"A{STEERING}\"\ntitle = \"x\"\n"
    ));
    for shell in ["bash", "fish", "zsh"] {
        for line in ["plan show ", "plan list --group "] {
            let mut command = Command::new(env!("CARGO_BIN_EXE_plan"));
            command.args(["--", line, ""]).current_dir(case.folder.path()).env_clear().env("COMPLETE", shell);
            let output = command.output().expect("it runs");
            let text = String::from_utf8(output.stdout).expect("it is UTF-8");
            // A tab stands between a word and its description.
            assert!(!is_raw(&text.replace('\t', "")), "{shell}: {text:?}");
            assert_eq!(
                text.lines().filter(|line| line.starts_with('A')).count(),
                usize::from(line.contains("show"))
            );
        }
    }
}

#[test]
fn problems_that_quote_the_file_steer_nothing_either() {
    let quoted = format!(
        "[plan]\ntitle = \"t\"\n[[activity]]\nid = \"A{STEERING}\"\ntitle = \"x\"\ndue = \"{STEERING}\"\n"
    );
    assert!(!is_raw(&Case::new(quoted).problem()));
    assert!(!is_raw(&Case::new("[plan]\ntitle = \u{202E}x\u{1B}[31m\n").problem()));
    assert!(!is_raw(&Case::new(b"[plan]\ntitle = \"\x1B[31m\xFF\"\n").problem()));
}

#[test]
fn brackets_in_brackets_in_brackets_end_in_a_problem() {
    let text = format!("[plan]\ntitle = \"t\"\nx-a = {}", "[".repeat(100_000));
    assert!(Case::new(text).problem().starts_with("plan.toml:3:"));
}

#[test]
fn an_id_of_a_megabyte_is_not_printed_whole() {
    let id = "A".repeat(1 << 20);
    let block = format!("[[activity]]\nid = \"{id}\"\ntitle = \"x\"\n");
    let said = Case::new(format!("[plan]\ntitle = \"t\"\n{block}{block}")).problem();
    assert!(said.len() < 2_000 && said.contains("cannot be an id"), "{} bytes", said.len());
}

#[test]
fn a_number_of_any_length_in_an_id_is_counted_on_from_or_asks_for_an_id() {
    let add = |id: &str| {
        let block = format!("[[activity]]\nid = \"{id}\"\ntitle = \"x\"\n");
        let case = Case::new(format!("[plan]\ntitle = \"t\"\n{block}"));
        let output = case.run(&["add", "y", "--due", "2018-01-05", "--lang", "en"]);
        String::from_utf8([output.stdout, output.stderr].concat()).expect("it is UTF-8")
    };
    assert!(add(&format!("A{}", "0".repeat(65_536))).contains("cannot be an id"));
    assert!(add(&format!("A{}9", "0".repeat(62))).starts_with(&format!("A{}10 y\n", "0".repeat(61))));
    // The next number would need a character more than an id can have.
    assert!(add(&format!("{}{}", "A".repeat(45), "9".repeat(19))).contains("has no id to count on from"));
}

#[test]
fn a_file_that_never_ends_is_no_time_zone() {
    let case = Case::new("[plan]\ntitle = \"t\"\n");
    for zone in ["/dev/zero", "../../../../../../../../dev/fd/0", ":/dev/zero"] {
        for today in ["", "2018-06-11", "yesterday"] {
            let mut command = Command::new(env!("CARGO_BIN_EXE_plan"));
            command.args(["list", "--lang", "en"]).current_dir(case.folder.path()).env_clear();
            let output = command.envs([("TZ", zone), ("PLAN_TODAY", today)]).output().expect("it runs");
            let said = String::from_utf8(output.stderr).expect("it is UTF-8");
            assert!(said.starts_with("there is no time zone"), "{zone} {today}: {said}");
        }
    }
}

#[test]
fn forty_thousand_duplicate_keys_are_all_named() {
    let said = Case::new(format!("[plan]\ntitle = \"t\"\n{}", "a = 1\n".repeat(40_000))).problem();
    assert_eq!(said.matches("this key stands twice").count(), 39_999);
}

#[test]
fn an_archive_is_told_from_a_text() {
    let said = Case::new(b"PK\x03\x04\x14\0\0\0\x08\0\xC3\x28\xFF\xFE").problem();
    assert!(said.contains("this is not UTF-8") && !said.contains("GBK"), "{said}");
}

#[test]
fn a_huge_sparse_file_is_refused_at_once() {
    let case = Case::new("");
    let file = fs::File::options().write(true).open(case.file()).expect("it is ours");
    file.set_len(1 << 40).expect("a hole takes no room");
    assert_eq!(case.problem(), "plan.toml is larger than 64 MiB\n");
}
