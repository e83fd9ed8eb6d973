//! What a save keeps to on Windows, where no file is replaced while a program has it open.

use std::fs::{self, File};
use std::os::windows::fs::{MetadataExt, OpenOptionsExt};
use std::path::Path;
use std::process::Stdio;
use std::thread;
use std::time::{Duration, Instant};

use plan::planfile::save::{self, ReadError, SaveError};

use super::{Folder, MARKED, PLAN, add, command, mark, refused};

const SHARED_FOR_READING: u32 = 1;
const HIDDEN: u32 = 2;

/// Opens the plan as a program does that lets nobody but readers near it, or nobody at all.
fn held(folder: &Folder, shared: u32) -> File {
    File::options().read(true).share_mode(shared).open(folder.plan()).expect("it is ours")
}

#[test]
fn on_windows_a_file_held_open_by_another_program_is_waited_for_then_refused_as_it_was() {
    let folder = Folder::with(PLAN);
    let held_for_a_while = held(&folder, SHARED_FOR_READING);
    thread::scope(|scope| {
        let marked = scope.spawn(|| mark(&folder.plan(), "A1"));
        while !folder.path(".plan.toml.plan-new").exists() && !marked.is_finished() {}
        assert_eq!(folder.text(), PLAN);
        drop(held_for_a_while);
        assert_eq!(marked.join().expect("it ends").status.code(), Some(0));
    });
    assert_eq!(folder.text(), MARKED);

    fs::write(folder.plan(), PLAN).expect("it is ours");
    let held_for_too_long = held(&folder, SHARED_FOR_READING);
    let seconds = save::PATIENCE_WITH_OTHERS.as_secs();
    let said =
        format!("another program has had FILE open for {seconds} s; close it there; nothing was saved\n");
    assert_eq!(refused(&folder.plan()), said);
    drop(held_for_too_long);
    assert_eq!(folder.text(), PLAN);
    assert_eq!(folder.names(), ["plan.toml"]);
}

#[test]
fn on_windows_a_save_killed_at_any_moment_leaves_the_old_file_or_the_new_one() {
    let long = format!("{PLAN}content = \"{}\"\n", "x".repeat(1_000_000));
    let undisturbed = Folder::with(&long);
    assert!(mark(&undisturbed.plan(), "A1").status.success());
    let marked = undisturbed.text();
    for pause in 0..20 {
        let folder = Folder::with(&long);
        let mut save = command(&folder.plan(), &["done", "A1", "--on", "2018-05-24"]);
        let mut save = save.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("it runs");
        let is_at_work = || folder.names().len() > 1;
        while !is_at_work() && save.try_wait().is_ok_and(|ended| ended.is_none()) {}
        // Anywhere between the lock and the rename.
        thread::sleep(Duration::from_millis(pause));
        save.kill().expect("it is ours");
        save.wait().expect("it ends");
        let text = folder.text();
        assert!(text == long || text == marked, "{pause} ms: the file is neither the old nor the new one");
        assert!(mark(&folder.plan(), "A1").status.success(), "{pause} ms: the next save works");
        assert_eq!(folder.names(), ["plan.toml"], "{pause} ms: the next save clears what was left");
    }
}

#[test]
fn a_file_that_nobody_else_may_read_is_waited_for_and_then_said_to_be_in_use() {
    let folder = Folder::with(PLAN);
    let held = held(&folder, 0);
    let started = Instant::now();
    let Err(ReadError::Io(error)) = save::read(&folder.plan()) else { panic!("it was read") };
    assert_eq!(error.raw_os_error(), Some(32));
    assert!(started.elapsed() >= Duration::from_secs(2));
    drop(held);
    assert_eq!(folder.text(), PLAN);
}

#[test]
fn a_new_file_is_neither_a_device_nor_a_stream() {
    let folder = Folder::with(PLAN);
    let create = |name: &str| save::create::<()>(&folder.path(name), b"new", false);
    assert!(matches!(create("NUL"), Err(SaveError::AlreadyThere)));
    assert!(matches!(create("6:30.md"), Err(SaveError::Io(error)) if error.raw_os_error() == Some(123)));
    assert_eq!(folder.names(), ["plan.toml"]);
}

#[test]
fn a_lock_that_a_power_cut_left_is_taken_and_goes() {
    let folder = Folder::with(PLAN);
    fs::write(folder.path(".plan.toml.plan-lock"), "").expect("there is room");
    assert_eq!(mark(&folder.plan(), "A1").status.code(), Some(0));
    assert_eq!(folder.names(), ["plan.toml"]);
}

#[test]
fn a_hidden_file_stays_hidden() {
    let folder = Folder::with("");
    fs::remove_file(folder.plan()).expect("it is ours");
    File::options().write(true).create(true).attributes(HIDDEN).open(folder.plan()).expect("it is new");
    let attributes = || fs::metadata(folder.plan()).expect("it is there").file_attributes();
    let before = attributes();
    assert_eq!(before & HIDDEN, HIDDEN);
    save::change(&folder.plan(), add).expect("it can be saved");
    assert_eq!(attributes(), before);
}

#[test]
fn a_file_that_another_program_replaced_meanwhile_is_left_to_it() {
    let folder = Folder::with(PLAN);
    let mut is_replaced = false;
    let saved = save::change(&folder.plan(), |text| {
        fs::write(folder.path("theirs"), "theirs").expect("there is room");
        is_replaced = fs::rename(folder.path("theirs"), folder.plan()).is_ok();
        add(text)
    });
    // File systems differ in whether a file that is open can be replaced.
    if is_replaced {
        assert!(matches!(saved, Err(SaveError::Changed)));
        assert_eq!(folder.text(), "theirs");
    } else {
        assert!(saved.is_ok());
        assert_eq!(folder.text(), format!("{PLAN}# more\n"));
    }
    assert!(!folder.path(".plan.toml.plan-new").exists());
}

#[test]
fn a_write_in_place_is_refused_and_a_new_attribute_and_a_link_are_noticed() {
    let folder = Folder::with(PLAN);
    let mut written = Ok(());
    let saved = save::change(&folder.plan(), |text| {
        written = fs::write(folder.plan(), PLAN.replace('x', "y"));
        add(text)
    });
    assert_eq!(written.expect_err("it is held").raw_os_error(), Some(32));
    assert!(saved.is_ok());

    let read_only = |file: &Path| {
        let mut permissions = fs::metadata(file).expect("it is there").permissions();
        permissions.set_readonly(true);
        fs::set_permissions(file, permissions).expect("it is ours");
    };
    let link = |file: &Path| fs::hard_link(file, file.with_file_name("twin")).expect("it is new");
    for meddle in [&read_only as &dyn Fn(&Path), &link] {
        let folder = Folder::with(PLAN);
        let meddled = |text: &str| {
            meddle(&folder.plan());
            add(text)
        };
        assert!(matches!(save::change(&folder.plan(), meddled), Err(SaveError::Changed)));
        assert_eq!(folder.text(), PLAN);
    }
}
