//! Every sentence of the README's promise about the plan file is the name of a test that runs.

#![cfg(unix)] // it is about the source

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{TokenStream, TokenTree};

#[test]
fn every_promise_in_the_readme_is_the_name_of_a_test_that_runs() {
    let promises = promises();
    assert!(promises.len() > 10, "only {promises:?}: has the section another form?");
    let tests = tests();
    let missing: Vec<_> = promises.iter().filter(|name| !tests.contains(*name)).collect();
    assert!(missing.is_empty(), "no test is called so, or it does not run: {missing:#?}");
}

#[test]
fn what_is_ignored_written_in_a_comment_or_no_test_does_not_run() {
    let text = "#[test] fn a() {} #[ignore] #[test] fn b() {} #[test] #[ignore = \"slow\"] fn c() {} fn d() {}
        // #[test] fn e() {}
        /* #[test] */ fn f() {}
        mod g { #[test] #[should_panic] pub fn h() {} }
        #[cfg(any())] mod i { #[test] fn j() {} } #[cfg(unix)] mod k { #[test] fn l() {} }
        #[cfg(windows)] mod u { #[test] fn v() {} }
        proptest! { #![config] #[test] fn m(n in 0..9) {} } const O: &str = \"#[test] fn p() {}\"; mod q; #[path = \"x\"] mod t; mod r { #![cfg(any())] #[test] fn s() {} }";
    let mut found = Found::default();
    found.read(text.parse().expect("it is Rust"));
    assert_eq!(found.tests, ["a", "h", "l", "m", "v"].map(str::to_owned).into());
    assert_eq!(found.modules, ["q"]);
}

/// Returns the sentences of the section, as names.
fn promises() -> Vec<String> {
    let readme = fs::read_to_string(root().join("README.md")).expect("it is there");
    let (_, section) = readme.split_once("## What `plan` promises about your file\n").expect("it is there");
    let (section, _) = section.split_once("\n## ").expect("it is not the last");
    section.lines().filter_map(|line| line.strip_prefix("- ")).map(name).collect()
}

fn name(sentence: &str) -> String {
    let words = sentence
        .split([' ', '-'])
        .map(|word| word.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_lowercase());
    words.collect::<Vec<_>>().join("_")
}

/// Returns the names of the tests that `cargo test` runs: those of the files that a target reaches by its modules.
fn tests() -> BTreeSet<String> {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).expect("it is there");
    for changed in ["[lib]", "[[test]]", "autotests"] {
        assert!(!manifest.contains(changed), "{changed}: read the targets anew");
    }
    // Each with the folder of its modules.
    let mut files = vec![(root().join("src/lib.rs"), root().join("src"))];
    for entry in fs::read_dir(root().join("tests")).expect("it is a folder") {
        let path = entry.expect("it can be listed").path();
        if path.extension().is_some_and(|ending| ending == "rs") {
            files.push((path, root().join("tests")));
        } else if path.join("main.rs").exists() {
            files.push((path.join("main.rs"), path));
        }
    }
    let mut found = Found::default();
    while let Some((file, folder)) = files.pop() {
        let text = fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        found.read(text.parse().expect("it is Rust"));
        files.extend(found.modules.drain(..).map(|module| file_of(&folder.join(&module))));
    }
    found.tests
}

/// Returns the file of a module, and the folder of its own modules.
fn file_of(module: &Path) -> (PathBuf, PathBuf) {
    let file = module.with_extension("rs");
    (if file.exists() { file } else { module.join("mod.rs") }, module.to_owned())
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// What is found in a file.
#[derive(Default)]
struct Found {
    tests: BTreeSet<String>,
    /// The modules that have a file of their own.
    modules: Vec<String>,
}

impl Found {
    /// Reads tokens: there comments are gone, and strings are literals.
    fn read(&mut self, stream: TokenStream) {
        let mut attributes: Vec<String> = Vec::new();
        let mut tokens = stream.into_iter().peekable();
        while let Some(token) = tokens.next() {
            match token {
                TokenTree::Punct(sign) if sign.as_char() == '#' => {
                    let is_inner = tokens.next_if(|token| token.to_string() == "!").is_some();
                    let attribute = tokens.next_if(is_group).map(|group| group.to_string());
                    if is_inner && attribute.as_deref().is_some_and(is_off) {
                        return;
                    }
                    attributes.extend(attribute.filter(|_| !is_inner));
                }
                TokenTree::Ident(word) if word == "fn" || word == "mod" => {
                    let name =
                        tokens.next().map(|name| name.to_string().replace("r#", "")).unwrap_or_default();
                    let has = |start: &str| attributes.iter().any(|attribute| attribute.starts_with(start));
                    let is_off = attributes.iter().any(|attribute| is_off(attribute));
                    let is_module = word == "mod";
                    if is_module && !is_off && !tokens.peek().is_some_and(is_group) {
                        // What is shared by a path from elsewhere is a folder of its own there.
                        self.modules.extend(Some(name).filter(|_| !has("[path")));
                    } else if is_module && is_off {
                        tokens.next();
                    } else if has("[test]") && !has("[ignore") && !is_off {
                        self.tests.insert(name);
                    }
                    attributes.clear();
                }
                TokenTree::Ident(word) if word == "pub" => {}
                TokenTree::Group(group) => {
                    self.read(group.stream());
                    attributes.clear();
                }
                _ => attributes.clear(),
            }
        }
    }
}

fn is_group(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Group(_))
}

/// Returns whether the attribute leaves out what follows, on every system that is tested.
fn is_off(attribute: &str) -> bool {
    let attribute: String = attribute.split_whitespace().collect();
    attribute.starts_with("[cfg(")
        && !["[cfg(test)]", "[cfg(unix)]", "[cfg(windows)]"].contains(&attribute.as_str())
}
