//! The list of keys says what each of them holds, and the reader wants just that.

use plan::model::diagnostic::Code;
use plan::model::key::{ActivityKey, FileKey, Key, Kind, MoveKey, NoteKey, PhaseKey, PlanKey, Table};
use plan::planfile::read;

/// Returns the kinds of values that the reader wants instead of those in `text`, each with its key.
fn wanted(text: &str) -> Vec<(&'static str, Kind)> {
    let (_, problems) = read(text).expect("it is TOML");
    let kinds = problems.into_iter().filter_map(|problem| match problem.code {
        Code::WrongType { key, expected, .. } => Some((key, expected)),
        _ => None,
    });
    kinds.collect()
}

macro_rules! for_every_key {
    ($keys:ident, $table:expr, $before:literal, $after:literal) => {
        let mut names = Vec::new();
        for key in $keys::ALL {
            let text = format!("{}{} = false{}", $before, key.name(), $after);
            assert_eq!(wanted(&text), [(key.name(), key.holds())], "{text}");
            assert_eq!($keys::named(key.name()), Some(*key));
            names.push(key.name());
        }
        assert_eq!(names, $table.keys());
    };
}

#[test]
fn a_name_means_the_same_in_every_table_of_the_plan() {
    let plan = PlanKey::ALL.iter().map(|key| (key.name(), key.holds()));
    let phase = PhaseKey::ALL.iter().map(|key| (key.name(), key.holds()));
    let activity = ActivityKey::ALL.iter().map(|key| (key.name(), key.holds()));
    let moved = MoveKey::ALL.iter().map(|key| (key.name(), key.holds()));
    let note = NoteKey::ALL.iter().map(|key| (key.name(), key.holds()));
    for (name, kind) in plan.chain(phase).chain(activity).chain(moved).chain(note) {
        assert_eq!(Kind::required_of(name), kind, "{name}");
    }
}

#[test]
fn every_key_is_described_in_the_readme_and_in_what_init_writes() {
    let readme = include_str!("../README.md");
    let templates =
        [include_str!("../src/messages/en/template.toml"), include_str!("../src/messages/zh/template.toml")];
    let all =
        [Table::Plan, Table::Phase, Table::Activity, Table::Move, Table::Note].map(Table::keys).concat();
    for name in all {
        assert!(
            readme.contains(&format!("`{name}`")) || readme.contains(&format!("{name} = ")),
            "README: {name}"
        );
    }
    for key in ActivityKey::ALL {
        // These are only ever written beside another one.
        if matches!(key, ActivityKey::CancelledWhy | ActivityKey::CancelledBy | ActivityKey::VerifiedBy) {
            continue;
        }
        for template in templates {
            let mut words = template.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_'));
            assert!(words.any(|word| word == key.name()), "template: {}", key.name());
        }
    }
}

#[test]
fn every_key_is_read_as_what_the_list_says_that_it_holds() {
    for_every_key!(FileKey, Table::File, "", "");
    for_every_key!(PlanKey, Table::Plan, "[plan]\n", "");
    for_every_key!(PhaseKey, Table::Phase, "[[phase]]\n", "");
    for_every_key!(ActivityKey, Table::Activity, "[[activity]]\n", "");
    for_every_key!(MoveKey, Table::Move, "[[activity]]\nmoved = [{ ", " }]");
    for_every_key!(NoteKey, Table::Note, "[[activity]]\nnotes = [{ ", " }]");
}
