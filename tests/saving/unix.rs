//! What a save keeps to on Unix: modes, owners, links, pipes, limits, signals.

use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown, symlink};
use std::path::Path;
use std::process::{Command, Output, Stdio};

use plan::planfile::save::{self, SaveError, Written};

use super::{Folder, MARKED, PLAN, add, mark, refused, skip};

#[test]
fn the_mode_stays() {
    let folder = Folder::with(PLAN);
    for mode in [0o600, 0o644, 0o664, 0o640] {
        fs::set_permissions(folder.plan(), fs::Permissions::from_mode(mode)).expect("it is ours");
        save::change(&folder.plan(), add).expect("it can be saved");
        assert_eq!(fs::metadata(folder.plan()).expect("it is there").mode() & 0o7777, mode);
    }
}

#[test]
fn the_owner_stays_when_root_saves() {
    let folder = Folder::with(PLAN);
    if chown(folder.plan(), Some(4321), Some(8765)).is_err() {
        return skip::skipped("only root can give a file away");
    }
    save::change(&folder.plan(), add).expect("root may");
    let file = fs::metadata(folder.plan()).expect("it is there");
    assert_eq!((file.uid(), file.gid()), (4321, 8765));
}

#[test]
fn a_symbolic_link_stays_one_and_its_file_is_changed() {
    let folder = Folder::with("unused");
    let other = Folder::with(PLAN);
    symlink(other.plan(), folder.path("link.toml")).expect("it is new");
    assert_eq!(mark(&folder.path("link.toml"), "A1").status.code(), Some(0));
    assert!(fs::symlink_metadata(folder.path("link.toml")).expect("it is there").is_symlink());
    assert_eq!(other.text(), MARKED);
    assert_eq!(other.names(), ["plan.toml"]);
}

#[test]
fn a_pipe_is_refused_without_waiting() {
    let folder = Folder::with(PLAN);
    let pipe = folder.path("pipe");
    let made = Command::new("mkfifo").arg(&pipe).status().expect("mkfifo is there");
    assert!(made.success());
    assert_eq!(refused(&pipe), "FILE is not a regular file\n");
}

/// Runs `arguments` with an error in place of the sync of the folder, the second one; returns what was said.
fn run_unsynced(folder: &Folder, error: &str, arguments: &[&str]) -> Output {
    let mut command = Command::new("strace");
    command.args(["-f", "-qq", "-o", "/dev/null", "-e", &format!("inject=fsync:error={error}:when=2")]);
    command.arg(env!("CARGO_BIN_EXE_plan")).args(["--lang", "en"]).args(arguments);
    command.current_dir(folder.folder.path()).env_remove("VISUAL").env("EDITOR", "sed -i s/x/y/");
    command.output().expect("strace is there")
}

#[test]
fn a_new_file_is_never_written_over_a_link_and_one_that_is_forced_keeps_the_mode() {
    let folder = Folder::with("");
    let create = |name: &str, force| save::create::<()>(&folder.path(name), b"new", force);
    symlink("nowhere", folder.path("link.md")).expect("it is new");
    assert!(matches!(create("link.md", false), Err(SaveError::AlreadyThere)));
    let report = folder.path("report.md");
    fs::write(&report, "old").expect("there is room");
    fs::set_permissions(&report, fs::Permissions::from_mode(0o640)).expect("it is ours");
    assert!(matches!(create("report.md", true), Ok(Written::Saved)));
    assert_eq!(fs::metadata(&report).expect("it is there").mode() & 0o7777, 0o640);
    assert_eq!(folder.names(), ["link.md", "plan.toml", "report.md"]);
}

#[test]
fn a_save_whose_folder_could_not_be_synced_says_what_is_true() {
    if Command::new("strace").arg("--version").output().is_err() {
        return skip::skipped("strace is not installed");
    }
    let said = "plan.toml was saved, but its folder could not be synced (Input/output error (os error 5)): after a \
                power cut it may be as before\n";
    let folder = Folder::with(PLAN);
    for arguments in [&["done", "A1", "--on", "2018-05-24"][..], &["edit"], &["init"]] {
        if arguments == ["init"] {
            fs::remove_file(folder.plan()).expect("it is ours");
        }
        let before = fs::read(folder.plan()).unwrap_or_default();
        let output = run_unsynced(&folder, "EIO", arguments);
        assert_eq!(output.status.code(), Some(1), "{arguments:?}");
        assert_ne!(fs::read(folder.plan()).expect("it is there"), before, "{arguments:?}");
        assert!(!output.stdout.is_empty(), "{arguments:?}");
        let notices = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(notices.ends_with(said), "{arguments:?}: {notices}");
    }
    // A file system that cannot sync folders has done what it can.
    let folder = Folder::with(PLAN);
    let output = run_unsynced(&folder, "EINVAL", &["done", "A1", "--on", "2018-05-24"]);
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &b""[..]));
    assert_eq!(folder.text(), MARKED);
}

#[test]
fn a_link_in_place_of_the_new_file_is_not_followed() {
    let folder = Folder::with(PLAN);
    let victim = Folder::with("precious");
    symlink(victim.plan(), folder.path(".plan.toml.plan-new")).expect("it is new");
    assert_eq!(mark(&folder.plan(), "A1").status.code(), Some(0));
    assert_eq!(victim.text(), "precious");
    assert_eq!(folder.text(), MARKED);
}

#[test]
fn a_file_that_another_program_replaced_meanwhile_is_left_to_it() {
    let folder = Folder::with(PLAN);
    let theirs = |text: &str| {
        fs::write(folder.path("theirs"), "theirs").expect("there is room");
        fs::rename(folder.path("theirs"), folder.plan()).expect("it is ours");
        add(text)
    };
    assert!(matches!(save::change(&folder.plan(), theirs), Err(SaveError::Changed)));
    assert_eq!(folder.text(), "theirs");
    assert_eq!(folder.names(), ["plan.toml"]);
}

#[test]
fn a_write_in_place_that_hides_its_time_a_chmod_and_a_link_are_noticed() {
    let write = |file: &Path| {
        let written = fs::metadata(file).and_then(|old| old.modified()).expect("it is there");
        fs::write(file, PLAN.replace('x', "y")).expect("it is ours");
        let file = File::options().write(true).open(file).expect("it is ours");
        file.set_modified(written).expect("it is ours");
    };
    let chmod = |file: &Path| {
        fs::set_permissions(file, fs::Permissions::from_mode(0o600)).expect("it is ours");
    };
    let link = |file: &Path| {
        let twin = file.with_file_name("twin");
        let _ = fs::remove_file(&twin);
        fs::hard_link(file, twin).expect("it is new");
    };
    for meddle in [&write as &dyn Fn(&Path), &chmod, &link] {
        let folder = Folder::with(PLAN);
        let changed = || {
            let file = fs::metadata(folder.plan()).expect("it is there");
            (file.ctime(), file.ctime_nsec())
        };
        let meddled = |text: &str| {
            let before = changed();
            // The clock of a file system may tick slower than this test runs.
            while changed() == before {
                meddle(&folder.plan());
            }
            add(text)
        };
        assert!(matches!(save::change(&folder.plan(), meddled), Err(SaveError::Changed)));
        assert!(!folder.text().ends_with("# more\n"));
        assert!(!folder.names().contains(&".plan.toml.plan-new".to_owned()));
    }
}

#[test]
fn a_limit_on_file_sizes_is_an_error_and_leaves_the_old_file() {
    let folder = Folder::with(&format!("{PLAN}content = \"{}\"\n", "x".repeat(4096)));
    let before = folder.text();
    let command =
        format!("ulimit -f 1; exec {} done A1 --lang en --on 2018-05-24", env!("CARGO_BIN_EXE_plan"));
    let output = Command::new("bash").args(["-c", &command]).current_dir(folder.folder.path()).output();
    let output = output.expect("bash is there");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "no room to save plan.toml; nothing was saved\n");
    assert_eq!(folder.text(), before);
    assert_eq!(folder.names(), ["plan.toml"]);
}

#[test]
fn a_new_plan_that_finds_no_room_leaves_nothing() {
    let folder = Folder::with("");
    fs::remove_file(folder.plan()).expect("it is ours");
    let command = format!("ulimit -f 1; exec {} --lang en init", env!("CARGO_BIN_EXE_plan"));
    let output = Command::new("bash").args(["-c", &command]).current_dir(folder.folder.path()).output();
    let output = output.expect("bash is there");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "no room to save plan.toml; nothing was saved\n");
    assert_eq!(folder.names(), Vec::<String>::new());
}

#[test]
fn what_was_edited_stays_until_it_is_saved() {
    let folder = Folder::with(PLAN);
    let copies = folder.path("tmp");
    fs::create_dir(&copies).expect("it is new");
    for signal in ["KILL", "TERM", "HUP"] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_plan"));
        command.arg("edit").current_dir(folder.folder.path()).env_remove("VISUAL").env("TMPDIR", &copies);
        command.env("EDITOR", format!("f() {{ echo '# more' >> \"$1\"; kill -{signal} $PPID; }}; f"));
        let output = command.output().expect("it runs");
        assert_eq!(output.status.code(), None, "{signal}");
        let copy =
            fs::read_dir(&copies).expect("it is a folder").flatten().next().expect("it is there").path();
        assert_eq!(fs::read_to_string(&copy).expect("it is a text"), format!("{PLAN}# more\n"));
        assert!(String::from_utf8_lossy(&output.stderr).contains(&copy.display().to_string()));
        assert_eq!(folder.text(), PLAN);
        fs::remove_file(copy).expect("it is ours");
    }
}

#[test]
fn an_interrupt_where_nobody_edits_ends_the_program_and_leaves_the_copy() {
    let folder = Folder::with(PLAN);
    let copies = folder.path("tmp");
    fs::create_dir(&copies).expect("it is new");
    let mut command = Command::new(env!("CARGO_BIN_EXE_plan"));
    command.args(["--lang", "en", "edit"]).current_dir(folder.folder.path()).env_remove("VISUAL");
    command.env("TMPDIR", &copies).env("EDITOR", "sed -i s/title/titel/");
    let mut plan = command.stdin(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it runs");
    let said = BufReader::new(plan.stderr.take().expect("it is a pipe"));
    assert!(said.split(b'?').next().is_some_and(|question| question.is_ok()));
    let interrupted = Command::new("kill").args(["-INT", &plan.id().to_string()]).status();
    assert!(interrupted.expect("kill is there").success());
    assert_eq!(plan.wait().expect("it ends").code(), None);
    assert_eq!(fs::read_dir(&copies).map(Iterator::count).expect("it is a folder"), 1);
}
