//! A change of the plan file loses nothing, whatever happens around it.

mod skip;

use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown, symlink};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::thread;

use plan::planfile::save::{self, ReadError, SaveError, Written};

const PLAN: &str = "[plan]\ntitle = \"t\"\n\n[[activity]]\nid = \"A1\"\ntitle = \"x\"\n";
const MARKED: &str = "[plan]\ntitle = \"t\"\n\n[[activity]]\nid = \"A1\"\ntitle = \"x\"\ndone = 2018-05-24\n";

/// A folder with a plan file.
struct Folder {
    folder: tempfile::TempDir,
}

impl Folder {
    fn with(text: &str) -> Folder {
        let folder = tempfile::tempdir().expect("there is room");
        fs::write(folder.path().join("plan.toml"), text).expect("there is room");
        Folder { folder }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn plan(&self) -> PathBuf {
        self.path("plan.toml")
    }

    fn text(&self) -> String {
        fs::read_to_string(self.plan()).expect("the plan is there")
    }

    /// Returns the names of what lies in the folder.
    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.folder.path()).expect("it is a folder").flatten();
        let mut names: Vec<String> =
            entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }
}

fn mark(file: &Path, id: &str) -> Output {
    command(file, &["done", id, "--on", "2018-05-24"])
}

fn command(file: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_plan"));
    command.arg("-f").arg(file).args(["--today", "2018-06-11", "--lang", "en"]);
    command.args(arguments).env_clear().output().expect("it runs")
}

/// Marks A1 in `file` and returns what was said of the failure.
fn refused(file: &Path) -> String {
    let output = mark(file, "A1");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(String::from_utf8_lossy(&output.stdout), "");
    String::from_utf8_lossy(&output.stderr).replace(&file.display().to_string(), "FILE")
}

#[expect(clippy::unnecessary_wraps, reason = "it is handed to `save::change`")]
fn add(text: &str) -> Result<(String, ()), ()> {
    Ok((format!("{text}# more\n"), ()))
}

#[test]
fn changes_made_at_the_same_time_are_all_kept() {
    mark_at_once(100);
}

#[test]
#[ignore = "takes half a minute: cargo test --release --test saving -- --ignored"]
fn two_hundred_marks_at_once_are_all_kept_ten_times() {
    (0..10).for_each(|_| mark_at_once(200));
}

/// Marks so many activities, each in a process of its own, all at the same time.
fn mark_at_once(count: usize) {
    let block = |n: usize| format!("\n[[activity]]\nid = \"A{n}\"\ntitle = \"x\"\n");
    let plan = |line: &str| {
        let blocks: String = (0..count).map(|n| block(n) + line).collect();
        format!("[plan]\ntitle = \"t\"\n{blocks}")
    };
    let folder = Folder::with(&plan(""));
    let file = folder.plan();
    thread::scope(|scope| {
        for n in 0..count {
            let file = &file;
            scope.spawn(move || assert_eq!(mark(file, &format!("A{n}")).status.code(), Some(0)));
        }
    });
    assert_eq!(folder.text(), plan("done = 2018-05-24\n"));
    assert_eq!(folder.names(), ["plan.toml"]);
}

#[test]
fn marks_notes_and_marks_taken_back_at_once_are_all_kept() {
    const EACH: usize = 30;
    let block = |id: String, marks: &str| format!("\n[[activity]]\nid = \"{id}\"\ntitle = \"x\"\n{marks}");
    let done = "done = 2018-05-24\n";
    let noted = "notes = [\n  { on = 2018-06-11, text = \"已开会\" },\n]\ndone = 2018-05-24\n";
    let plan = |marked: [&str; 3]| {
        let blocks = (0..EACH).flat_map(|n| [("D", n), ("N", n), ("R", n)]);
        let blocks = blocks.zip(marked.iter().cycle());
        let blocks = blocks.map(|((kind, n), marks)| block(format!("{kind}{n}"), marks));
        format!("[plan]\ntitle = \"t\"\n{}", blocks.collect::<String>())
    };
    let folder = Folder::with(&plan(["", "", done]));
    let file = folder.plan();
    thread::scope(|scope| {
        for n in 0..EACH {
            let file = &file;
            let succeeds = move |arguments: &[&str]| {
                assert_eq!(command(file, arguments).status.code(), Some(0), "{arguments:?}");
            };
            scope.spawn(move || succeeds(&["done", &format!("D{n}"), "--on", "2018-05-24"]));
            let note = ["--on", "2018-05-24", "--note", "已开会"];
            scope.spawn(move || succeeds(&[&["done", &format!("N{n}")], &note[..]].concat()));
            scope.spawn(move || succeeds(&["reopen", &format!("R{n}")]));
        }
    });
    assert_eq!(folder.text(), plan([done, noted, ""]));
    assert_eq!(folder.names(), ["plan.toml"]);
}

#[test]
fn a_reader_at_any_moment_sees_a_whole_file() {
    let folder = Folder::with("");
    let plan = folder.plan();
    thread::scope(|scope| {
        let writer = scope
            .spawn(|| (0..200).for_each(|_| drop(save::change(&plan, add).expect("nobody is in the way"))));
        while !writer.is_finished() {
            let seen = folder.text();
            assert_eq!(seen.len() % "# more\n".len(), 0, "{seen:?}");
        }
    });
    assert_eq!(folder.text(), "# more\n".repeat(200));
}

#[test]
fn the_readme_says_how_long_a_change_waits() {
    let readme = include_str!("../README.md");
    let seconds = save::PATIENCE.as_secs();
    assert!(readme.contains(&format!("waits {seconds} s at most")), "it waits {seconds} s");
}

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
fn a_read_only_file_is_refused() {
    let folder = Folder::with(PLAN);
    fs::set_permissions(folder.plan(), fs::Permissions::from_mode(0o444)).expect("it is ours");
    assert_eq!(refused(&folder.plan()), "FILE is read-only; nothing was saved\n");
    assert_eq!(folder.text(), PLAN);
}

#[test]
fn a_file_with_two_names_is_refused() {
    let folder = Folder::with(PLAN);
    fs::hard_link(folder.plan(), folder.path("twin.toml")).expect("it is new");
    let said = refused(&folder.plan());
    assert_eq!(
        said,
        "FILE has more than one name (hard links), and saving would part them; nothing was saved\n"
    );
    assert_eq!(folder.text(), PLAN);
}

#[test]
fn what_is_no_file_is_refused_without_waiting() {
    let folder = Folder::with(PLAN);
    assert_eq!(refused(folder.folder.path()), "FILE is not a regular file\n");
    assert_eq!(refused(Path::new("/dev/zero")), "FILE is not a regular file\n");
    assert_eq!(refused(&folder.path("none.toml")), "there is no file FILE\n");
    let pipe = folder.path("pipe");
    let made = Command::new("mkfifo").arg(&pipe).status().expect("mkfifo is there");
    assert!(made.success());
    assert_eq!(refused(&pipe), "FILE is not a regular file\n");
}

#[test]
fn a_file_over_the_limit_is_refused_before_it_is_read() {
    let folder = Folder::with("");
    let file = File::options().write(true).open(folder.plan()).expect("it is ours");
    file.set_len(save::LIMIT + 1).expect("a hole takes no room");
    assert!(matches!(save::read(&folder.plan()), Err(ReadError::TooLarge)));
    assert_eq!(refused(&folder.plan()), "FILE is larger than 64 MiB\n");
}

#[test]
fn an_edit_that_makes_a_file_too_large_to_be_read_again_is_refused() {
    let limit = usize::try_from(save::LIMIT).expect("it fits");
    let folder = Folder::with(PLAN);
    let to = |size| save::change(&folder.plan(), |_| Ok::<_, ()>(("#".repeat(size), ())));
    assert!(matches!(to(limit + 1), Err(SaveError::TooLarge)));
    assert_eq!(folder.text(), PLAN);
    to(limit).expect("it can be read again");
    assert_eq!(save::read(&folder.plan()).expect("it is read").len(), limit);
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
fn what_a_killed_save_left_is_cleared_by_the_next() {
    let folder = Folder::with(PLAN);
    fs::write(folder.path(".plan.toml.plan-new"), "half a pl").expect("there is room");
    assert_eq!(mark(&folder.plan(), "A1").status.code(), Some(0));
    assert_eq!(folder.text(), MARKED);
    assert_eq!(folder.names(), ["plan.toml"]);
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
fn a_refused_edit_leaves_nothing_behind() {
    let folder = Folder::with(PLAN);
    let refused: Result<((), Written), SaveError<&str>> = save::change(&folder.plan(), |_| Err("no"));
    assert!(matches!(refused, Err(SaveError::Edit("no"))));
    assert_eq!(folder.names(), ["plan.toml"]);
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
fn a_file_that_vanished_meanwhile_is_not_made_anew() {
    let folder = Folder::with(PLAN);
    let gone = |text: &str| {
        fs::remove_file(folder.plan()).expect("it is ours");
        add(text)
    };
    assert!(matches!(save::change(&folder.plan(), gone), Err(SaveError::Changed)));
    assert_eq!(folder.names(), Vec::<String>::new());
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
fn a_new_file_is_never_written_over_another_one_unless_forced() {
    let folder = Folder::with("");
    let create = |name: &str, force| save::create::<()>(&folder.path(name), b"new", force);
    assert!(matches!(create("report.md", false), Ok(Written::Saved)));
    fs::write(folder.path("report.md"), "old").expect("it is ours");
    assert!(matches!(create("report.md", false), Err(SaveError::AlreadyThere)));
    symlink("nowhere", folder.path("link.md")).expect("it is new");
    assert!(matches!(create("link.md", false), Err(SaveError::AlreadyThere)));
    fs::set_permissions(folder.path("report.md"), fs::Permissions::from_mode(0o640)).expect("it is ours");
    assert!(matches!(create("report.md", true), Ok(Written::Saved)));
    let report = folder.path("report.md");
    assert_eq!(fs::read(&report).expect("it is there"), b"new");
    assert_eq!(fs::metadata(&report).expect("it is there").mode() & 0o7777, 0o640);
    assert!(matches!(create(".", true), Err(SaveError::Unreadable(ReadError::NotAFile))));
    assert!(matches!(create("none/report.md", true), Err(SaveError::NoFolder)));
    assert_eq!(folder.names(), ["link.md", "plan.toml", "report.md"]);
}

#[test]
fn a_new_file_is_never_written_over_a_plan() {
    let gbk = b"[plan]\ntitle = \"\xB7\xBD\"\n";
    let plans = [
        PLAN.as_bytes(),
        "\u{FEFF}[plan]\r\n".as_bytes(),
        b"# a\n [ \"plan\" ]\n",
        b"plan = { title = 't' }",
        b"plan.title = 't'",
        b"[plan]\ntitle = broken",
        gbk,
    ];
    for plan in plans {
        let folder = Folder::with("");
        fs::write(folder.plan(), plan).expect("it is ours");
        let refused = save::create::<()>(&folder.plan(), b"new", true);
        assert!(matches!(refused, Err(SaveError::IsPlan)), "{:?}", String::from_utf8_lossy(plan));
        assert_eq!(fs::read(folder.plan()).expect("it is there"), plan);
    }
    for other in ["plan of the year\n", "{\n  \"plan\": {}\n}\n", "plan.toml line 3\n", "planner = 1\n", ""] {
        let folder = Folder::with(other);
        save::create::<()>(&folder.plan(), b"new", true).expect(other);
    }
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

#[test]
fn an_edit_that_changes_nothing_does_not_touch_the_file() {
    let folder = Folder::with(PLAN);
    let before = fs::metadata(folder.plan()).expect("it is there").ino();
    save::change(&folder.plan(), |text| Ok::<_, ()>((text.to_owned(), ())))
        .expect("there is nothing to save");
    assert_eq!(fs::metadata(folder.plan()).expect("it is there").ino(), before);
}

#[test]
fn with_an_editor_that_saves_by_rename_the_file_stays_whole_and_refusals_are_true() {
    let activities: String =
        (0..40).map(|n| format!("\n[[activity]]\nid = \"A{n}\"\ntitle = \"x\"\n")).collect();
    let folder = Folder::with(&format!("[plan]\ntitle = \"t\"\n{activities}"));
    let file = folder.plan();
    let kept = thread::scope(|scope| {
        let editor = scope.spawn(|| {
            for n in 0..40 {
                // An editor puts its own copy in place without any lock.
                let text = folder.text() + &format!("# edit {n}\n");
                fs::write(folder.path("editor"), text).expect("there is room");
                fs::rename(folder.path("editor"), &file).expect("it is ours");
            }
        });
        let outcomes: Vec<bool> = (0..40).map(|n| mark(&file, &format!("A{n}")).status.success()).collect();
        editor.join().expect("it ends");
        outcomes
    });
    let text = folder.text();
    assert!(mark(&file, "A0").status.success(), "the file is whole and sound");
    // The editor may undo a mark by putting its older copy in place; a mark that was refused is never there.
    for (n, succeeded) in kept.iter().enumerate() {
        let marked = text.contains(&format!("id = \"A{n}\"\ntitle = \"x\"\ndone = "));
        assert!(*succeeded || !marked, "A{n} was refused and is marked");
    }
    assert_eq!(folder.names(), ["plan.toml"]);
}
