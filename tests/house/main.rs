//! The house stands as the map in `src/lib.rs` says: imports only run down, and no two files import each other.

#![cfg(unix)] // it is about the source

mod imports;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use imports::Named;

/// The modules from the ground up. Each may use those of the lines above its own, and none beside it.
const LAYERS: [&[&str]; 6] = [
    &["model"],
    &["outline"],
    &["messages"],
    &["planfile", "import", "export", "terminal"],
    &["cli"],
    &["commands"],
];

/// The verbs that write, which see an activity as it stands in the file.
const WRITERS: [&str; 10] =
    ["add", "assign", "cancel", "done", "evidence", "move", "note", "reopen", "settle", "verify"];

/// What the model does without: files, the clock, printing, and the forms of the outside.
const FOREIGN: [&str; 16] = [
    "std::fs", "std::io", "std::env", "std::process", "std::net", "std::time", "chrono::Local",
    "chrono::Utc", "jiff::Timestamp", "jiff::Zoned", "serde", "serde_json", "toml", "clap", "anstream",
    "tempfile",
];
const PRINTING: [&str; 5] = ["print!", "println!", "eprint!", "eprintln!", "dbg!"];

const MOST_LINES: usize = 400;
const MOST_LINES_OF_MAIN: usize = 30;

#[test]
fn every_module_stands_on_a_layer() {
    let house = House::of_the_crate();
    let strays: Vec<_> = house.modules().into_iter().filter(|module| layer(module).is_none()).collect();
    assert_eq!(strays, [""; 0]);
}

#[test]
fn imports_only_run_down() {
    let house = House::of_the_crate();
    let runs_down = |(file, named): &(&File, &Named)| {
        let to = house.file_of(&named.path).top();
        to == file.top() || layer(to).is_some_and(|below| Some(below) < layer(file.top()))
    };
    // What is handed on is imported as well: else a `pub use` could carry anything up.
    none(house.inside().filter(|import| !runs_down(import)));
}

#[test]
fn no_verb_imports_a_verb() {
    let house = House::of_the_crate();
    let to_another = |(file, named): &(&File, &Named)| {
        let [top, verb, ..] = file.module.as_slice() else { return false };
        let target = house.file_of(&named.path).module.get(1);
        top == "commands" && named.path[1..].first() == Some(top) && target.is_some_and(|other| other != verb)
    };
    none(house.inside().filter(to_another));
}

#[test]
fn no_two_files_import_each_other() {
    let knots = House::of_the_crate().knots();
    assert!(knots.is_empty(), "{knots:#?}");
}

#[test]
fn a_knot_is_found_in_whatever_way_it_is_written() {
    let house = House::of([
        ("src/a/mod.rs", "mod b;\npub use b::B;\nfn f() { b::g() }"),
        ("src/a/b.rs", "use crate::c::{\n    d::D,\n    self,\n};\n#[arg(add = super::f())]\nstruct B;"),
        ("src/c/mod.rs", "mod d;\nuse crate::a::b;\nmod tests {\n    use super::*;\n}"),
        ("src/c/d.rs", "// crate::c\nuse super::tests;\nuse crate::a::b::G;"),
        ("src/e.rs", "use crate::a;\nconst A: &str = \"crate::e\";"),
    ]);
    let knots = [
        "src/a/mod.rs:3 and src/a/b.rs:5", "src/a/b.rs:3 and src/c/mod.rs:2", "src/a/b.rs:2 and src/c/d.rs:3",
    ];
    assert_eq!(house.knots(), knots);
    assert_eq!(house.circle(), BTreeSet::from(["a", "c", "e"]));
}

#[test]
fn no_folders_import_each_other_in_a_circle() {
    assert_eq!(House::of_the_crate().circle(), BTreeSet::new());
}

#[test]
fn the_model_knows_no_files_no_clock_no_printing_and_no_formats() {
    let house = House::of_the_crate();
    let is_foreign = |(file, named): &(&File, &Named)| {
        let path = named.path.join("::");
        let begins_with = |name: &&str| path == **name || path.starts_with(&format!("{name}::"));
        let prints = named.path.last().is_some_and(|last| PRINTING.contains(&last.as_str()));
        file.top() == "model" && (prints || FOREIGN.iter().any(begins_with))
    };
    none(house.imports().filter(is_foreign));
}

#[test]
fn only_verbs_that_write_see_an_activity_as_it_stands_in_the_file() {
    let house = House::of_the_crate();
    let is_entry = |(_, named): &(&File, &Named)| {
        let at = named.path.iter().position(|name| ["Entry", "*"].contains(&name.as_str()));
        let of = at.map(|at| named.path[..at].join("::"));
        of.is_some_and(|of| {
            ["crate::model", "crate::model::plan", "crate::cli::change"].contains(&of.as_str())
        })
    };
    let may = |file: &File| match file.module.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["model", "plan", ..] | ["cli", "change", ..] => true,
        ["commands", verb, ..] => WRITERS.contains(&verb),
        _ => false,
    };
    let (allowed, wrong): (Vec<_>, Vec<_>) = house.inside().filter(is_entry).partition(|(file, _)| may(file));
    none(wrong);
    let is_there = allowed.iter().any(|(file, _)| file.path == "src/cli/change.rs");
    assert!(is_there, "nothing is found: is it still called model::plan::Entry?");
}

#[test]
fn no_file_is_named_for_what_belongs_nowhere_or_like_its_folder() {
    let house = House::of_the_crate();
    let leftovers = ["util", "utils", "helper", "helpers", "common", "misc"];
    let is_wrong = |file: &&File| {
        let [.., folder, name] = file.path.trim_end_matches(".rs").split('/').collect::<Vec<_>>()[..] else {
            return true;
        };
        folder == name || leftovers.iter().any(|leftover| [folder, name].contains(leftover))
    };
    assert_eq!(house.files.iter().filter(is_wrong).map(|file| &file.path).collect::<Vec<_>>(), [""; 0]);
}

#[test]
fn no_file_is_long_and_main_only_runs() {
    let house = House::of_the_crate();
    let is_long = |file: &&File| {
        let most = if file.path == "src/main.rs" { MOST_LINES_OF_MAIN } else { MOST_LINES };
        file.lines > most
    };
    assert_eq!(house.files.iter().filter(is_long).map(|file| &file.path).collect::<Vec<_>>(), [""; 0]);
}

#[test]
fn every_file_that_contributing_names_is_there() {
    let text = fs::read_to_string(root().join("CONTRIBUTING.md")).expect("it is there");
    let is_file = |name: &&str| name.contains('.') && !name.contains([' ', '\n']);
    let named: Vec<&str> = text.split('`').skip(1).step_by(2).filter(is_file).collect();
    assert!(named.len() > 40, "only {named:?}: has the page another form?");
    let missing: Vec<_> = named.into_iter().filter(|name| !root().join(name).is_file()).collect();
    assert!(missing.is_empty(), "CONTRIBUTING.md names what is not there: {missing:?}");
    assert!(text.lines().count() < 80, "CONTRIBUTING.md is no longer one page");
}

#[test]
fn the_map_in_lib_names_every_module() {
    let house = House::of_the_crate();
    let text = fs::read_to_string(root().join("src/lib.rs")).expect("it is there");
    let map: String = text.lines().filter(|line| line.starts_with("//!")).collect();
    let is_missing = |module: &&str| !map.contains(&format!("[`{module}`]"));
    let missing: Vec<_> = house.modules().into_iter().filter(is_missing).collect();
    assert_eq!(missing, [""; 0]);
}

/// Returns how far up the module stands.
fn layer(module: &str) -> Option<usize> {
    LAYERS.iter().position(|layer| layer.contains(&module))
}

/// Fails where there is any such import, with all of them.
fn none<'h>(imports: impl IntoIterator<Item = (&'h File, &'h Named)>) {
    let name =
        |(file, named): (&File, &Named)| format!("{}:{}: {}", file.path, named.line, named.path.join("::"));
    let wrong: Vec<_> = imports.into_iter().map(name).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A file of the crate.
struct File {
    /// From the root of the repository, with `/`.
    path: String,
    /// The module that it is: none for `lib.rs`.
    module: Vec<String>,
    lines: usize,
    named: Vec<Named>,
}

impl File {
    fn of(path: &str, text: &str) -> File {
        let inside = path.trim_start_matches("src/").trim_end_matches(".rs");
        let mut module: Vec<String> = inside.split('/').map(str::to_owned).collect();
        module.pop_if(|last| ["mod", "lib"].contains(&last.as_str()));
        let named = imports::named(text, &module);
        File { path: path.to_owned(), module, lines: text.lines().count(), named }
    }

    /// The module at the top that it belongs to.
    fn top(&self) -> &str {
        self.module.first().map_or("lib", String::as_str)
    }

    /// Whether it stands outside of the layers.
    fn is_apart(&self) -> bool {
        ["main", "lib"].contains(&self.top())
    }
}

/// The files of a crate.
struct House {
    files: Vec<File>,
}

impl House {
    fn of<'t>(files: impl IntoIterator<Item = (&'t str, &'t str)>) -> House {
        House { files: files.into_iter().map(|(path, text)| File::of(path, text)).collect() }
    }

    fn of_the_crate() -> &'static House {
        static HOUSE: LazyLock<House> = LazyLock::new(House::read);
        &HOUSE
    }

    fn read() -> House {
        let mut files = Vec::new();
        let mut folders = vec![root().join("src")];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).expect("it is a folder") {
                let path = entry.expect("it can be listed").path();
                if path.is_dir() {
                    folders.push(path);
                } else if path.extension().is_some_and(|ending| ending == "rs") {
                    let text = fs::read_to_string(&path).expect("it is a text");
                    let inside = path.strip_prefix(root()).expect("it lies there");
                    files.push(File::of(&inside.display().to_string().replace('\\', "/"), &text));
                }
            }
        }
        files.sort_by(|one, other| one.path.cmp(&other.path));
        House { files }
    }

    /// The modules at the top.
    fn modules(&self) -> BTreeSet<&str> {
        self.files.iter().filter(|file| !file.is_apart()).map(File::top).collect()
    }

    /// All that is named in any file that stands on a layer.
    fn imports(&self) -> impl Iterator<Item = (&File, &Named)> {
        let files = self.files.iter().filter(|file| !file.is_apart());
        files.flat_map(|file| file.named.iter().map(move |named| (file, named)))
    }

    /// What is named of the crate itself.
    fn inside(&self) -> impl Iterator<Item = (&File, &Named)> {
        self.imports().filter(|(_, named)| named.path[0] == "crate")
    }

    /// The file in which lies what the path names: that of the deepest module on it.
    fn file_of(&self, path: &[String]) -> &File {
        let files = self.files.iter().filter(|file| path[1..].starts_with(&file.module));
        files.max_by_key(|file| file.module.len()).unwrap_or(&self.files[0])
    }

    /// Pairs of files that import each other, each with the line of its first import.
    fn knots(&self) -> Vec<String> {
        let mut lines = BTreeMap::new();
        for (file, named) in self.inside().filter(|(_, named)| !named.is_handed_on) {
            let target = self.file_of(&named.path);
            lines.entry((&file.module, &target.module)).or_insert((&file.path, named.line));
        }
        let knot = |((one, other), (path, line)): (&(_, _), &(&String, usize))| {
            let (back, there) = lines.get(&(*other, *one)).filter(|_| one < other)?;
            Some(format!("{path}:{line} and {back}:{there}"))
        };
        lines.iter().filter_map(knot).collect()
    }

    /// The modules at the top that are on a circle of imports, or lead to one.
    fn circle(&self) -> BTreeSet<&str> {
        let mut left = self.modules();
        let runs: BTreeSet<(&str, &str)> = self
            .inside()
            .map(|(file, named)| (file.top(), self.file_of(&named.path).top()))
            .filter(|(from, to)| from != to)
            .collect();
        loop {
            let rest: BTreeSet<&str> = left
                .iter()
                .filter(|from| runs.iter().any(|(other, to)| other == *from && left.contains(to)))
                .copied()
                .collect();
            if rest == left {
                return left;
            }
            left = rest;
        }
    }
}
