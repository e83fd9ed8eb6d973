//! A save that is killed, at whichever system call, leaves the old file or the new one.
//!
//! The system calls are counted and the kill is sent by `strace`; without it these tests say that they were skipped,
//! and under `CI=true` fail.

#![cfg(unix)] // kills are sent by strace

mod skip;

use std::fs;
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::thread;
use std::time::Duration;

/// Every system call that a save makes, from the first look to the last sync.
const CALLS: [&str; 16] = [
    "openat", "read", "write", "close", "flock", "fsync", "fchmod", "fchown", "statx", "newfstatat", "fstat",
    "unlink", "rename", "readlink", "lseek", "rt_sigaction",
];
/// More calls of one kind than any save makes.
const MOST: usize = 60;

/// Returns a plan with so many activities, of which `marked` is done.
fn plan(activities: usize, marked: Option<usize>) -> String {
    let block = |n: usize| {
        let done = if marked == Some(n) { "done = 2018-05-24\n" } else { "" };
        format!("\n[[activity]]\nid = \"A{n}\"\ntitle = \"开展第{n}次调研\"\n{done}")
    };
    format!("[plan]\ntitle = \"t\"\n{}", (0..activities).map(block).collect::<String>())
}

fn mark(folder: &Path, before: &[&str], id: &str) -> Output {
    run(folder, before, &["done", id, "--on", "2018-05-24"])
}

fn run(folder: &Path, before: &[&str], arguments: &[&str]) -> Output {
    let arguments = [before, &[env!("CARGO_BIN_EXE_plan"), "-f", "plan.toml"], arguments].concat();
    Command::new(arguments[0]).args(&arguments[1..]).current_dir(folder).output().expect("it runs")
}

fn has_strace() -> bool {
    Command::new("strace").arg("--version").output().is_ok_and(|output| output.status.success())
}

fn inject(call: &str, when: usize) -> String {
    format!("inject={call}:signal=KILL:when={when}")
}

fn strace(inject: &str) -> [&str; 6] {
    ["strace", "-qq", "-o", "/dev/null", "-e", inject]
}

/// Kills a save at every call of every kind; returns how many kills there were.
fn kill_everywhere(activities: usize) -> usize {
    let folder = tempfile::tempdir().expect("there is room");
    let file = folder.path().join("plan.toml");
    let (old, new) = (plan(activities, None), plan(activities, Some(1)));
    let mut kills = 0;
    for call in CALLS {
        for when in 1..=MOST {
            fs::write(&file, &old).expect("there is room");
            let inject = inject(call, when);
            let output = mark(folder.path(), &strace(&inject), "A1");
            let text = fs::read_to_string(&file).expect("the plan is there");
            assert!(text == old || text == new, "{call} {when}: the file is neither the old nor the new one");
            if output.status.success() {
                assert_eq!(text, new, "{call} {when}");
                break;
            }
            assert_eq!(output.status.signal(), Some(9), "{call} {when}: strace did not run it");
            kills += 1;
            let again = mark(folder.path(), &["env"], "A2");
            assert!(again.status.success(), "{call} {when}: {}", String::from_utf8_lossy(&again.stderr));
            let names: Vec<_> = fs::read_dir(folder.path()).expect("it is a folder").flatten().collect();
            assert_eq!(names.len(), 1, "{call} {when}: the next save clears what was left");
        }
    }
    kills
}

#[test]
fn a_save_killed_at_any_system_call_leaves_the_old_file_or_the_new_one() {
    if !has_strace() {
        return skip::skipped("strace is not installed");
    }
    let kills = kill_everywhere(50);
    assert!(kills > 20, "only {kills} kills: is the list of calls still right?");
}

#[test]
fn a_new_plan_killed_at_any_system_call_is_whole_or_not_there() {
    if !has_strace() {
        return skip::skipped("strace is not installed");
    }
    let folder = tempfile::tempdir().expect("there is room");
    let file = folder.path().join("plan.toml");
    assert!(run(folder.path(), &["env"], &["init"]).status.success());
    let whole = fs::read_to_string(&file).expect("it is there");
    for call in ["openat", "write", "close", "flock", "fsync", "fchmod", "fstat", "unlink", "rename"] {
        for when in 1..=MOST {
            let _ = fs::remove_file(&file);
            let inject = inject(call, when);
            let output = run(folder.path(), &strace(&inject), &["init"]);
            let text = fs::read_to_string(&file).ok();
            assert!(text.as_ref().is_none_or(|text| *text == whole), "{call} {when}");
            let again = run(folder.path(), &["env"], &["init"]);
            assert_eq!(again.status.success(), text.is_none(), "{call} {when}");
            assert_eq!(fs::read_dir(folder.path()).map(Iterator::count).expect("it is a folder"), 1);
            if output.status.success() {
                break;
            }
        }
    }
}

#[test]
#[ignore = "takes minutes: cargo test --release --test killed -- --ignored"]
fn a_thousand_saves_killed_at_random_moments_leave_the_old_file_or_the_new_one() {
    let folder = tempfile::tempdir().expect("there is room");
    let file = folder.path().join("plan.toml");
    let (old, new) = (plan(2_000, None), plan(2_000, Some(1)));
    let mut seed = 11_u64;
    let mut killed = 0;
    for round in 0..1_000 {
        fs::write(&file, &old).expect("there is room");
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        // A save takes some ten milliseconds; the moment of the kill lies anywhere in it.
        let moment = Duration::from_micros((seed >> 33) % 20_000);
        let mut child = Command::new(env!("CARGO_BIN_EXE_plan"))
            .args(["-f", "plan.toml", "done", "A1", "--on", "2018-05-24"])
            .current_dir(folder.path())
            .stdout(Stdio::null())
            .spawn()
            .expect("it runs");
        thread::sleep(moment);
        child.kill().expect("it is ours");
        killed += usize::from(!child.wait().expect("it ends").success());
        let text = fs::read_to_string(&file).expect("the plan is there");
        assert!(text == old || text == new, "round {round}: the file is neither the old nor the new one");
        assert!(mark(folder.path(), &["env"], "A2").status.success(), "round {round}: the next save works");
        let left = fs::read_dir(folder.path()).expect("it is a folder").count();
        assert_eq!(left, 1, "round {round}: the next save clears what was left");
    }
    assert!(killed > 100, "only {killed} were killed in time");
}

#[test]
#[ignore = "takes minutes: cargo test --release --test killed -- --ignored"]
fn the_same_on_ten_thousand_activities() {
    assert!(has_strace(), "strace is not installed");
    assert!(kill_everywhere(10_000) > 20);
}
