//! What plans are called beside each other, the shortest name that tells them apart; and names as they are typed.

use std::collections::HashMap;
use std::path::{Component, Path};

use super::locate::{FILE_NAME, shown};
use crate::model::text::look;

/// Returns the name of a file without its ending, or of its folder where the file is `plan.toml`, with as many of the
/// folders above it as tell it from the others.
pub(crate) fn names<'p>(paths: impl Iterator<Item = &'p Path>) -> Vec<String> {
    let parts: Vec<Vec<String>> = paths.map(parts).collect();
    let mut lengths = vec![1; parts.len()];
    loop {
        let names: Vec<String> =
            parts.iter().zip(&lengths).map(|(parts, length)| joined(parts, *length)).collect();
        let mut alike: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, name) in names.iter().enumerate() {
            alike.entry(key(name)).or_default().push(at);
        }
        let mut longer = false;
        for at in alike.into_values().filter(|alike| alike.len() > 1).flatten() {
            longer |= lengths[at] < parts[at].len();
            lengths[at] += 1;
        }
        if !longer {
            return names;
        }
    }
}

/// Whether the file at `path` can be called so: by as many of its folders as one likes.
pub(crate) fn is_called(path: &Path, name: &str) -> bool {
    let parts = std::path::absolute(path).map(|path| parts(&path)).unwrap_or_default();
    (1..=parts.len()).any(|length| key(&joined(&parts, length)) == key(name))
}

/// Returns what two names have in common that nobody tells apart.
pub(crate) fn key(name: &str) -> String {
    look(&plain(name)).to_lowercase()
}

/// Returns `typed` with letters, digits and signs of full width replaced by ordinary ones.
pub(crate) fn plain(typed: &str) -> String {
    typed.trim().chars().map(narrow).collect()
}

fn narrow(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        _ => c,
    }
}

/// Returns the parts that a name is made of, the last first.
fn parts(path: &Path) -> Vec<String> {
    let is_alone = path.file_name().is_some_and(|name| name.eq_ignore_ascii_case(FILE_NAME));
    let path = if is_alone { path.parent().unwrap_or(path).to_owned() } else { path.with_extension("") };
    let folders = path.components().rev().filter(|part| matches!(part, Component::Normal(_)));
    let parts: Vec<String> = folders.map(|part| shown(part.as_ref())).collect();
    if parts.is_empty() { vec!["plan".to_owned()] } else { parts }
}

fn joined(parts: &[String], length: usize) -> String {
    parts.iter().take(length).rev().map(String::as_str).collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(paths: &[&str]) -> Vec<String> {
        names(paths.iter().map(Path::new))
    }

    #[test]
    fn a_plan_is_called_by_its_file_or_by_its_folder_where_the_file_is_plan_toml() {
        assert_eq!(
            named(&["/a/大讨论.toml", "/a/安全生产/plan.toml", "/plan.toml"]),
            ["大讨论", "安全生产", "plan"]
        );
    }

    #[test]
    fn plans_that_would_be_called_alike_are_called_by_their_folders_too() {
        let paths = ["/a/x/plan.toml", "/b/x/plan.toml", "/b/X.toml", "/c/y.toml"];
        assert_eq!(named(&paths), ["a/x", "b/x", "b/X", "y"]);
    }
}
