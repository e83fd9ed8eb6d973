//! What plans are called beside each other, the shortest name that tells them apart; and names as they are typed.

use std::collections::HashMap;
use std::path::{Component, Path};

use super::locate::{FILE_NAME, shown};
use crate::model::text::look;

/// Returns the name of a file without its ending, or of its folder where the file is `plan.toml`, with as many of the
/// folders above it as tell it from the others; the whole name of the file where none do.
pub(crate) fn names<'p>(paths: impl Iterator<Item = &'p Path>) -> Vec<String> {
    let paths: Vec<&Path> = paths.collect();
    let mut parts: Vec<Vec<String>> = paths.iter().map(|path| parts(path)).collect();
    let (mut lengths, mut whole) = (vec![1; parts.len()], false);
    loop {
        let names: Vec<String> =
            parts.iter().zip(&lengths).map(|(parts, length)| joined(parts, *length)).collect();
        let alike = alike(&names);
        let at_their_end = alike.iter().all(|at| lengths[*at] >= parts[*at].len());
        if alike.is_empty() || (whole && at_their_end) {
            return names;
        }
        for at in alike {
            lengths[at] += 1;
            if at_their_end {
                (parts[at], lengths[at]) = (whole_parts(paths[at]), 1);
            }
        }
        whole |= at_their_end;
    }
}

/// Returns the places of the names that are those of others, too.
fn alike(names: &[String]) -> Vec<usize> {
    let mut places: HashMap<String, Vec<usize>> = HashMap::new();
    for (at, name) in names.iter().enumerate() {
        places.entry(key(name)).or_default().push(at);
    }
    places.into_values().filter(|alike| alike.len() > 1).flatten().collect()
}

/// Whether the file at `path` can be called so: by as many of its folders as one likes.
pub(crate) fn is_called(path: &Path, name: &str) -> bool {
    let Ok(path) = std::path::absolute(path) else { return false };
    let is_one =
        |parts: Vec<String>| (1..=parts.len()).any(|length| key(&joined(&parts, length)) == key(name));
    is_one(parts(&path)) || is_one(whole_parts(&path))
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
    let parts = match path.parent() {
        Some(folder) if is_plan_toml(path) => folders(folder),
        _ => folders(&path.with_extension("")),
    };
    if parts.is_empty() { vec!["plan".to_owned()] } else { parts }
}

/// Returns the parts of a name that has the ending of the file, or the folder and the file where that is `plan.toml`.
fn whole_parts(path: &Path) -> Vec<String> {
    let mut parts = folders(path);
    if is_plan_toml(path) && parts.len() > 1 {
        let file = parts.remove(0);
        parts[0] = format!("{}/{file}", parts[0]);
    }
    parts
}

fn is_plan_toml(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.eq_ignore_ascii_case(FILE_NAME))
}

fn folders(path: &Path) -> Vec<String> {
    let folders = path.components().rev().filter(|part| matches!(part, Component::Normal(_)));
    folders.map(|part| shown(part.as_ref())).collect()
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
        assert_eq!(named(&paths), ["a/x", "x/plan.toml", "X.toml", "y"]);
    }

    #[test]
    fn a_plan_and_that_in_a_folder_of_its_name_beside_it_are_called_by_their_whole_files() {
        let paths = ["/a/x.toml", "/a/x/plan.toml", "/b/plan.toml"];
        assert_eq!(named(&paths), ["x.toml", "x/plan.toml", "b"]);
        assert!(paths.iter().zip(named(&paths)).all(|(path, name)| is_called(Path::new(path), &name)));
    }
}
