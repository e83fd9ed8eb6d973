//! What only root can set up: other owners, folders that may not be written to, a disk that is full.
//!
//! Run by anybody else, these tests say that they were skipped, and under `CI=true` fail.

#![cfg(unix)] // owners and rights are those of Unix

mod skip;

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const PLAN: &str = "[plan]\ntitle = \"t\"\n\n[[activity]]\nid = \"A1\"\ntitle = \"x\"\n";
/// A user that owns nothing.
const NOBODY: u32 = 65_534;

/// Returns a folder that everybody can enter, with the program in it; None where this is not root.
fn as_root() -> Option<tempfile::TempDir> {
    let folder = tempfile::tempdir().expect("there is room");
    let program = folder.path().join("program");
    // Copied by another process: a file that this one has open for writing could not be run by a thread beside.
    let copied = Command::new("cp").arg(env!("CARGO_BIN_EXE_plan")).arg(&program).status();
    assert!(copied.expect("cp is there").success());
    let open =
        |path: &Path| fs::set_permissions(path, fs::Permissions::from_mode(0o755)).expect("it is ours");
    open(folder.path());
    open(&program);
    if fs::metadata(&program).expect("it is there").uid() != 0 {
        skip::skipped("only root can set this up");
        return None;
    }
    Some(folder)
}

/// Makes a folder with a plan, owned by `owner`.
fn plan_of(folder: &Path, owner: u32, mode: u32) -> PathBuf {
    let place = folder.join("place");
    fs::create_dir(&place).expect("it is new");
    let file = place.join("plan.toml");
    fs::write(&file, PLAN).expect("there is room");
    chown(&file, Some(owner), Some(owner)).expect("root may");
    chown(&place, Some(owner), Some(owner)).expect("root may");
    fs::set_permissions(&place, fs::Permissions::from_mode(mode)).expect("root may");
    file
}

fn mark(folder: &Path, file: &Path, user: u32) -> Output {
    run(Command::new(folder.join("program")), file, user)
}

fn run(mut command: Command, file: &Path, user: u32) -> Output {
    command.arg("-f").arg(file).args(["done", "A1", "--on", "2018-05-24", "--lang", "en"]).env_clear();
    command.current_dir("/").uid(user).gid(user).output().expect("it runs")
}

fn said(output: &Output, file: &Path) -> String {
    assert_eq!(output.status.code(), Some(1));
    String::from_utf8_lossy(&output.stderr).replace(&file.display().to_string(), "FILE")
}

#[test]
fn a_file_of_another_owner_is_refused() {
    let Some(folder) = as_root() else { return };
    let file = plan_of(folder.path(), 0, 0o777);
    let output = mark(folder.path(), &file, NOBODY);
    assert_eq!(said(&output, &file), "FILE belongs to somebody else; nothing was saved\n");
    assert_eq!(fs::read_to_string(&file).expect("it is there"), PLAN);
}

#[test]
fn an_own_file_of_a_foreign_group_is_not_called_somebody_elses() {
    let Some(folder) = as_root() else { return };
    let file = plan_of(folder.path(), NOBODY, 0o755);
    chown(&file, None, Some(4_321)).expect("root may");
    let output = mark(folder.path(), &file, NOBODY);
    let said = said(&output, &file);
    assert!(said.starts_with("FILE belongs to a group that you are not in"), "{said}");
    assert_eq!(fs::read_to_string(&file).expect("it is there"), PLAN);
    assert_eq!(fs::read_dir(folder.path().join("place")).map(Iterator::count).expect("it is a folder"), 1);
}

#[test]
fn a_folder_that_may_not_be_written_to_is_named() {
    let Some(folder) = as_root() else { return };
    let file = plan_of(folder.path(), NOBODY, 0o555);
    let output = mark(folder.path(), &file, NOBODY);
    assert_eq!(said(&output, &file), "the folder of FILE may not be written to; nothing was saved\n");
    assert_eq!(fs::read_to_string(&file).expect("it is there"), PLAN);
}

#[test]
fn a_file_that_may_not_be_read_is_named() {
    let Some(folder) = as_root() else { return };
    let file = plan_of(folder.path(), 0, 0o755);
    fs::set_permissions(&file, fs::Permissions::from_mode(0o600)).expect("root may");
    let output = mark(folder.path(), &file, NOBODY);
    assert_eq!(said(&output, &file), "FILE may not be read by you\n");
}

#[test]
fn a_folder_that_may_not_be_looked_into_is_named_and_counted_and_stops_no_other() {
    let Some(folder) = as_root() else { return };
    let plans = plan_of(folder.path(), NOBODY, 0o755).with_file_name("");
    let closed = plans.join("closed");
    fs::create_dir(&closed).expect("it is new");
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o700)).expect("root may");
    let mut command = Command::new(folder.path().join("program"));
    command.args(["status", "--today", "2018-06-11", "--lang", "en", "-f", "."]).env_clear();
    let output = command.current_dir(&plans).uid(NOBODY).gid(NOBODY).output().expect("it runs");
    assert_eq!(output.status.code(), Some(1));
    let why = "cannot look into closed: Permission denied (os error 13)\n";
    assert_eq!(String::from_utf8_lossy(&output.stderr), why);
    let printed = String::from_utf8_lossy(&output.stdout);
    assert!(printed.ends_with("1 other. 1 plan could not be read and is left out.\n"), "{printed}");
}

#[test]
fn on_a_full_disk_the_old_file_stays_whole() {
    let Some(folder) = as_root() else { return };
    let disk = folder.path().join("disk");
    fs::create_dir(&disk).expect("it is new");
    let mounted = Command::new("mount").args(["-t", "tmpfs", "-o", "size=64k", "tmpfs"]).arg(&disk).status();
    let is_mounted = mounted.is_ok_and(|status| status.success());
    let mut command = Command::new(if is_mounted { folder.path().join("program") } else { "strace".into() });
    if !is_mounted {
        // The root of a container may not mount: then the first write is told that the disk is full.
        if Command::new("strace").arg("--version").output().is_err() {
            return skip::skipped("no disk can be mounted, and strace is not installed");
        }
        command.args(["-qq", "-o", "/dev/null", "-e", "inject=write:error=ENOSPC:when=1"]);
        command.arg(folder.path().join("program"));
    }
    let file = disk.join("plan.toml");
    let text = format!("{PLAN}content = \"{}\"\n", "x".repeat(40_000));
    fs::write(&file, &text).expect("it fits once");
    let output = run(command, &file, 0);
    let left = fs::read_to_string(&file);
    let names = fs::read_dir(&disk).map(Iterator::count);
    let unmounted = Command::new("umount").arg(&disk).status();
    assert_eq!(unmounted.is_ok_and(|status| status.success()), is_mounted);
    assert_eq!(said(&output, &file), "no room to save FILE; nothing was saved\n");
    assert_eq!(left.expect("it was there"), text);
    assert_eq!(names.expect("it was a folder"), 1);
}
