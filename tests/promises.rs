//! Every sentence of the README's promise about the plan file is the name of a test.

use std::fs;
use std::path::Path;

/// Where the tests of the promises are.
const TESTS: [&str; 7] = [
    "tests/take_back.rs", "tests/edits.rs", "tests/git.rs", "tests/killed.rs", "tests/privileges.rs",
    "tests/saving.rs", "src/planfile/edit/tests.rs",
];

#[test]
fn every_promise_in_the_readme_is_the_name_of_a_test() {
    let tests: String = TESTS.iter().map(|file| read(file)).collect();
    let promises = promises();
    assert!(promises.len() > 10, "only {promises:?}: has the section another form?");
    for name in promises {
        assert!(tests.contains(&format!("fn {name}(")), "no test is called {name}");
    }
}

/// Returns the sentences of the section, as names.
fn promises() -> Vec<String> {
    let readme = read("README.md");
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

fn read(file: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}
