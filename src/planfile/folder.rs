//! Which plan files lie in a folder and below it.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashSet};
use std::fs::{self, DirEntry, File};
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

/// Enough to hold the first lines of a plan.
const HEAD: usize = 4096;

/// So far a file is looked through; no plan is larger.
const LOOKED_THROUGH: u64 = 64 << 20;

/// A file or a folder, as it is called and as it is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// As it is reached from what was typed.
    pub path: PathBuf,
    /// Without links: one file has only one.
    pub real: PathBuf,
}

impl Place {
    fn of(path: &Path) -> Place {
        let real = path.canonicalize().or_else(|_| std::path::absolute(path));
        Place { path: path.to_owned(), real: real.unwrap_or_else(|_| path.to_owned()) }
    }

    fn of_entry(&self, entry: &DirEntry) -> Place {
        let name = entry.file_name();
        Place { path: self.path.join(&name), real: self.real.join(name) }
    }
}

/// What was found.
#[derive(Debug, Default)]
pub struct Search {
    /// The plan files: those of a folder in the order of their paths.
    pub plans: Vec<Place>,
    /// The folders that could not be looked into.
    pub closed: Vec<(PathBuf, io::Error)>,
    seen: HashSet<PathBuf>,
}

impl Search {
    /// Takes a file for a plan, whatever stands in it.
    pub fn file(&mut self, path: &Path) {
        self.add(Place::of(path));
    }

    /// Looks for files that end in `.toml` and hold a plan, in `folder` and below it. What is hidden is left out, and
    /// nothing is taken twice, however many links lead there.
    pub fn folder(&mut self, folder: &Path) {
        let (from, closed_before) = (self.plans.len(), self.closed.len());
        let mut first = Place::of(folder);
        if first.path == Path::new(".") {
            first.path = PathBuf::new();
        }
        let (mut folders, mut links) = (vec![first], BTreeSet::new());
        loop {
            while let Some(next) = folders.pop() {
                self.look_into(&next, &mut folders, &mut links);
            }
            // What can be reached without a link goes by the name that it has there.
            let Some(link) = links.pop_first() else { break };
            let place = Place::of(&link);
            if link.is_dir() {
                folders.push(place);
            } else if is_plan_file(&link) {
                self.add(place);
            }
        }
        self.plans[from..].sort_unstable();
        self.closed[closed_before..].sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
    }

    fn look_into(&mut self, folder: &Place, folders: &mut Vec<Place>, links: &mut BTreeSet<PathBuf>) {
        if !self.seen.insert(folder.real.clone()) {
            return;
        }
        let entries = fs::read_dir(&folder.real).and_then(Iterator::collect::<io::Result<Vec<_>>>);
        let entries = entries.unwrap_or_else(|error| {
            let is_here = folder.path.as_os_str().is_empty();
            self.closed.push((if is_here { ".".into() } else { folder.path.clone() }, error));
            Vec::new()
        });
        let is_hidden = |entry: &DirEntry| entry.file_name().as_encoded_bytes().starts_with(b".");
        for entry in entries.iter().filter(|entry| !is_hidden(entry)) {
            let place = folder.of_entry(entry);
            match entry.file_type() {
                Ok(kind) if kind.is_symlink() => {
                    links.insert(place.path);
                }
                Ok(kind) if kind.is_dir() => folders.push(place),
                Ok(_) if is_plan_file(&place.real) => self.add(place),
                Ok(_) | Err(_) => {}
            }
        }
    }

    fn add(&mut self, plan: Place) {
        if self.seen.insert(plan.real.clone()) {
            self.plans.push(plan);
        }
    }
}

/// Whether it is a plan, or cannot be read and so has to be reported.
fn is_plan_file(path: &Path) -> bool {
    let is_toml = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("toml"));
    // What is opened must have an end.
    if !is_toml || !path.is_file() {
        return false;
    }
    let Ok(file) = File::open(path) else { return true };
    let mut lines = BufReader::with_capacity(HEAD, file.take(LOOKED_THROUGH)).split(b'\n');
    lines.any(|line| line.map_or(true, |line| is_plan_line(&line)))
}

/// Returns whether it is a plan, sound or not: every plan has a line that begins with its key.
pub(super) fn is_plan(bytes: &[u8]) -> bool {
    bytes.split(|byte| *byte == b'\n').any(is_plan_line)
}

fn is_plan_line(line: &[u8]) -> bool {
    let is_open =
        |c: char| c.is_whitespace() || matches!(c, '[' | '［' | '【' | '"' | '\'' | '\u{FEFF}' | '\u{FFFD}');
    let is_close = |c: char| c.is_whitespace() || matches!(c, '"' | '\'');
    // In UTF-16 there is a zero beside each letter, and its mark is no UTF-8.
    let has_zeros = line.contains(&0);
    let letters: Cow<'_, [u8]> =
        if has_zeros { line.iter().copied().filter(|byte| *byte != 0).collect() } else { line.into() };
    let line = String::from_utf8_lossy(&letters);
    let after =
        line.trim_start_matches(is_open).strip_prefix("plan").map(|line| line.trim_start_matches(is_close));
    after.is_some_and(|rest| {
        rest.starts_with([']', '］', '】', '=']) || rest.starts_with('.') && rest.contains('=')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_slip_made_unreadable_is_a_plan_all_the_same() {
        let utf_16: Vec<u8> = "\u{FEFF}[plan]\r\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert!(is_plan(&utf_16));
        assert!(is_plan("［plan］\n".as_bytes()) && is_plan("# 方案\n【plan】\n".as_bytes()));
        assert!(!is_plan(b"[package]\nname = \"plan\"\n") && !is_plan(b"[plans]\n"));
    }
}
