//! A change of the plan file loses nothing, whatever happens around it.

#[cfg(unix)]
#[path = "../skip/mod.rs"]
mod skip;
#[cfg(unix)] // about modes, owners, links, pipes, limits and signals
mod unix;
#[cfg(windows)]
mod windows;

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::thread;
use std::time::{Duration, SystemTime};

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

    /// Returns what stands in the plan, read as the program reads.
    fn text(&self) -> String {
        String::from_utf8(save::read(&self.plan()).expect("the plan is there")).expect("it is UTF-8")
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

/// Fewer processes where each takes a tenth of a second to start.
const AT_ONCE: usize = if cfg!(windows) { 20 } else { 100 };

/// How long a reader leaves the file to others.
const PAUSE: Duration = Duration::from_millis(1);

fn mark(file: &Path, id: &str) -> Output {
    command(file, &["done", id, "--on", "2018-05-24"]).output().expect("it runs")
}

fn command(file: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_plan"));
    command.arg("-f").arg(file).args(["--today", "2018-06-11", "--lang", "en"]);
    command.args(arguments).env_clear();
    command
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
    mark_at_once(AT_ONCE);
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
    let mark_all = || {
        thread::scope(|scope| {
            for n in 0..count {
                let file = &file;
                scope.spawn(move || {
                    let output = mark(file, &format!("A{n}"));
                    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
                });
            }
        });
    };
    thread::scope(|scope| {
        let marks = scope.spawn(mark_all);
        // A reader that leaves the machine to the others is not in their way.
        while !marks.is_finished() {
            assert!(folder.text().starts_with("[plan]"));
            thread::sleep(PAUSE);
        }
    });
    assert_eq!(folder.text(), plan("done = 2018-05-24\n"));
    assert_eq!(folder.names(), ["plan.toml"]);
}

#[test]
fn marks_notes_and_marks_taken_back_at_once_are_all_kept() {
    const EACH: usize = AT_ONCE / 3;
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
                let output = command(file, arguments).output().expect("it runs");
                assert!(output.status.success(), "{arguments:?}");
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
            // Wine replaces no file that anybody has open, and has to find a moment.
            thread::sleep(PAUSE);
            let seen = folder.text();
            assert_eq!(seen.len() % "# more\n".len(), 0, "{seen:?}");
        }
    });
    assert_eq!(folder.text(), "# more\n".repeat(200));
}

#[test]
fn the_readme_says_how_long_a_change_waits() {
    let readme = include_str!("../../README.md");
    let [seconds, with_others] =
        [save::PATIENCE, save::PATIENCE_WITH_OTHERS].map(|patience| patience.as_secs());
    assert!(readme.contains(&format!("waits {seconds} s at most")), "it waits {seconds} s");
    assert!(readme.contains(&format!("waits {with_others} s for")), "it waits {with_others} s");
}

#[test]
fn a_read_only_file_is_refused() {
    let folder = Folder::with(PLAN);
    let mut permissions = fs::metadata(folder.plan()).expect("it is there").permissions();
    permissions.set_readonly(true);
    fs::set_permissions(folder.plan(), permissions).expect("it is ours");
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
    assert!(matches!(save::read(folder.folder.path()), Err(ReadError::NotAFile)));
    let saved = save::change(folder.folder.path(), add);
    assert!(matches!(saved, Err(SaveError::Unreadable(ReadError::NotAFile))));
    let endless = if cfg!(windows) { "NUL" } else { "/dev/zero" };
    assert_eq!(refused(Path::new(endless)), "FILE is not a regular file\n");
    assert_eq!(refused(&folder.path("none.toml")), "there is no file FILE\n");
}

#[test]
fn a_file_over_the_limit_is_refused_before_it_is_read() {
    let folder = Folder::with("");
    let file = File::options().write(true).open(folder.plan()).expect("it is ours");
    file.set_len(save::LIMIT + 1).expect("a hole takes no room");
    drop(file);
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

#[test]
fn what_a_killed_save_left_is_cleared_by_the_next() {
    let folder = Folder::with(PLAN);
    fs::write(folder.path(".plan.toml.plan-new"), "half a pl").expect("there is room");
    assert_eq!(mark(&folder.plan(), "A1").status.code(), Some(0));
    assert_eq!(folder.text(), MARKED);
    assert_eq!(folder.names(), ["plan.toml"]);
}

#[test]
fn a_refused_edit_leaves_nothing_behind() {
    let folder = Folder::with(PLAN);
    let refused: Result<((), Written), SaveError<&str>> = save::change(&folder.plan(), |_| Err("no"));
    assert!(matches!(refused, Err(SaveError::Edit("no"))));
    assert_eq!(folder.names(), ["plan.toml"]);
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
fn a_new_file_is_never_written_over_another_one_unless_forced() {
    let folder = Folder::with("");
    let create = |name: &str, force| save::create::<()>(&folder.path(name), b"new", force);
    assert!(matches!(create("report.md", false), Ok(Written::Saved)));
    fs::write(folder.path("report.md"), "old").expect("it is ours");
    assert!(matches!(create("report.md", false), Err(SaveError::AlreadyThere)));
    assert!(matches!(create("report.md", true), Ok(Written::Saved)));
    assert_eq!(fs::read(folder.path("report.md")).expect("it is there"), b"new");
    assert!(matches!(create(".", true), Err(SaveError::Unreadable(ReadError::NotAFile))));
    assert!(matches!(create("none/report.md", true), Err(SaveError::NoFolder)));
    assert_eq!(folder.names(), ["plan.toml", "report.md"]);
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
fn an_edit_that_changes_nothing_does_not_touch_the_file() {
    let folder = Folder::with(PLAN);
    let long_ago = SystemTime::UNIX_EPOCH;
    let file = File::options().write(true).open(folder.plan()).expect("it is ours");
    file.set_modified(long_ago).expect("it is ours");
    drop(file);
    save::change(&folder.plan(), |text| Ok::<_, ()>((text.to_owned(), ())))
        .expect("there is nothing to save");
    let written = fs::metadata(folder.plan()).and_then(|file| file.modified());
    assert_eq!(written.expect("it is there"), long_ago);
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
                // On Windows it has to try again while somebody has the file open.
                while fs::rename(folder.path("editor"), &file).is_err() {}
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
