//! The map in `src/lib.rs` holds: imports only run down, and rooms on the middle floor do not name each other.

use std::fs;
use std::path::{Path, PathBuf};

/// The rooms on each floor, from the ground up.
const FLOORS: [&[&str]; 3] = [&["model", "words"], &["planfile", "export", "terminal"], &["commands"]];

#[test]
fn imports_only_run_down() {
    let mut wrong = Vec::new();
    for (floor, rooms) in FLOORS.iter().enumerate() {
        for room in *rooms {
            let forbidden: Vec<&str> =
                FLOORS[floor + 1..].iter().flat_map(|above| above.iter().copied()).collect();
            wrong.extend(named(room, &forbidden));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn rooms_on_the_middle_floor_do_not_name_each_other() {
    let mut wrong = Vec::new();
    for room in FLOORS[1] {
        let others: Vec<&str> = FLOORS[1].iter().copied().filter(|other| other != room).collect();
        wrong.extend(named(room, &others));
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_model_does_not_name_the_words() {
    assert_eq!(named("model", &["words"]), Vec::<String>::new());
}

#[test]
fn the_model_knows_no_files_no_clock_no_printing_and_no_formats() {
    let wrong: Vec<String> = files("model")
        .iter()
        .flat_map(|(path, text)| {
            let banned =
                ["std::fs", "std::io", "Local::now", "Utc::now", "println!", "serde", "toml::", "clap"];
            banned
                .into_iter()
                .filter(|word| text.contains(*word))
                .map(|word| format!("{}: {word}", path.display()))
        })
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_room_stands_on_a_floor() {
    let rooms: Vec<String> =
        fs::read_dir(src()).expect("src is there").flatten().map(|entry| room_of(&entry.path())).collect();
    for room in rooms.iter().filter(|room| !["main", "lib"].contains(&room.as_str())) {
        assert!(FLOORS.iter().any(|floor| floor.contains(&room.as_str())), "{room} stands on no floor");
    }
}

/// Returns where the files of `room` name one of `others`.
fn named(room: &str, others: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for (path, text) in files(room) {
        for (at, line) in text.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//")) {
            let names = |other: &&&str| line.contains(&format!("crate::{other}"));
            found.extend(
                others.iter().filter(names).map(|other| format!("{}:{}: {other}", path.display(), at + 1)),
            );
        }
    }
    found
}

fn files(room: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut folders = vec![src()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("it is a folder").flatten() {
            let path = entry.path();
            let inside = path.strip_prefix(src()).expect("it lies in src");
            if inside.components().next().is_none_or(|first| room_of(Path::new(first.as_os_str())) != room) {
                continue;
            }
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let text = fs::read_to_string(&path).expect("it is a text");
                found.push((path, text));
            }
        }
    }
    assert!(!found.is_empty(), "there is no room {room}");
    found
}

fn room_of(path: &Path) -> String {
    path.file_stem().expect("it has a name").to_string_lossy().into_owned()
}

fn src() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}
