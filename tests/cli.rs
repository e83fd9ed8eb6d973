//! What a user types and sees: the console blocks of the README and of `tests/cli/*.md`, run as they stand.
//!
//! A line that begins with `$ ` is a command for bash; what follows up to the next one is its whole output, both
//! streams, and `[exit N]` on a last line where it does not exit with 0. Every file has a folder of its own that
//! begins with the real plan in `data/plan.toml`, and a plan with every case in `every-case.toml`.

#![cfg(unix)] // the transcripts are typed into bash

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::Command;

#[test]
fn every_command_in_the_readme_prints_what_it_says() {
    run_file(&root().join("README.md"));
}

#[test]
fn every_transcript_holds() {
    let mut files: Vec<PathBuf> = fs::read_dir(root().join("tests/cli"))
        .expect("the folder is there")
        .flatten()
        .map(|entry| entry.path())
        .collect();
    files.sort();
    assert!(!files.is_empty());
    for file in files {
        run_file(&file);
    }
}

fn run_file(file: &Path) {
    let text = fs::read_to_string(file).expect("it is a text");
    let sandbox = sandbox();
    let steps = steps(&text);
    assert!(!steps.is_empty(), "{} runs nothing", file.display());
    for step in steps {
        let found = run(&step.command, sandbox.path());
        assert_eq!(found, step.expected, "\nin {}:\n$ {}\n{found}", file.display(), step.command);
    }
}

/// A command and what it is to print.
struct Step {
    command: String,
    expected: String,
}

fn steps(text: &str) -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::new();
    let mut inside = false;
    for line in text.lines() {
        if line.starts_with("```") {
            inside = line == "```console";
        } else if inside && let Some(command) = line.strip_prefix("$ ") {
            steps.push(Step { command: command.to_owned(), expected: String::new() });
        } else if inside && let Some(step) = steps.last_mut() {
            step.expected.push_str(line);
            step.expected.push('\n');
        }
    }
    steps
}

/// Runs one command; the environment is empty, so that it prints the same everywhere.
fn run(command: &str, folder: &Path) -> String {
    let output = Command::new("bash")
        .args(["-c", &format!("{{ {command}\n}} 2>&1")])
        .current_dir(folder)
        .env_clear()
        .env("PATH", format!("{}:/usr/bin:/bin", folder.join(".bin").display()))
        .env("HOME", folder)
        .env("TZ", "UTC")
        .output()
        .expect("bash is there");
    let mut text = String::from_utf8(output.stdout).expect("the output is UTF-8");
    match output.status.code() {
        Some(0) => {}
        code => {
            let code = code.unwrap_or_else(|| panic!("{}: {command}", output.status));
            text = format!("{text}[exit {code}]\n");
        }
    }
    text
}

/// Returns a folder with the real plan, and with `plan` and `cargo run` on its path.
fn sandbox() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("there is room");
    let bin = folder.path().join(".bin");
    fs::create_dir(&bin).expect("it is new");
    symlink(env!("CARGO_BIN_EXE_plan"), bin.join("plan")).expect("it is new");
    let cargo = bin.join("cargo");
    fs::write(&cargo, "#!/bin/bash\nshift 2\nexec plan \"$@\"\n").expect("there is room");
    fs::set_permissions(&cargo, fs::Permissions::from_mode(0o755)).expect("it is ours");
    for made in ["data", "tests/several/预算"] {
        fs::create_dir_all(folder.path().join(made)).expect("there is room");
    }
    let copies = [
        ("data/plan.toml", "data/plan.toml"),
        ("data/实施方案.docx", "data/实施方案.docx"),
        ("tests/figures.toml", "every-case.toml"),
        ("tests/several/预算/plan.toml", "tests/several/预算/plan.toml"),
        ("tests/several/安全.toml", "tests/several/安全.toml"),
        ("tests/several/信访.toml", "tests/several/信访.toml"),
    ];
    for (from, to) in copies {
        fs::copy(root().join(from), folder.path().join(to)).expect("the plan is there");
    }
    folder
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}
