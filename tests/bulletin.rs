//! The bulletin that an office signs, to the letter: a plan in both languages and what is printed of it
//! (`tests/bulletin/`).

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use plan::export::bulletin::escaped;
use plan::model::text::to_be_pasted;
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bulletin")
}

/// Returns what `report` prints of the plan in `language` on the day of issue.
fn report(language: &str, arguments: &[&str]) -> String {
    let file = format!("move.{language}.toml");
    let mut command = Command::new(env!("CARGO_BIN_EXE_plan"));
    command.args(["-f", &file, "report", "--today", "2026-07-02"]).args(arguments);
    let output = command.current_dir(folder()).env_clear().output().expect("it runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("it is UTF-8")
}

/// Returns the lines that differ.
fn difference(expected: &str, found: &str) -> String {
    let (mut expected, mut found) = (expected.lines(), found.lines());
    let mut text = String::new();
    loop {
        match (expected.next(), found.next()) {
            (None, None) => return text,
            (one, other) if one == other => {}
            (one, other) => text.extend(["\n- ", one.unwrap_or("(end)"), "\n+ ", other.unwrap_or("(end)")]),
        }
    }
}

fn assert_prints(golden: &str, found: &str) {
    let expected = fs::read_to_string(folder().join(golden)).expect("it is there");
    assert!(expected == found, "{golden}: {}", difference(&expected, found));
}

#[test]
fn the_bulletin_of_june_is_signed_as_it_is_printed() {
    assert_prints("june.zh.txt", &report("zh", &["--period", "上月", "--by", "owner", "--to", "各科室"]));
}

#[test]
fn the_report_of_june_is_sent_as_it_is_printed() {
    assert_prints("june.en.txt", &report("en", &["--period", "last month", "--by", "owner"]));
}

#[test]
fn one_unit_is_reminded_on_a_page_for_a_chat() {
    assert_prints("unit.zh.txt", &report("zh", &["--owner", "信息科"]));
    assert_prints("unit.en.txt", &report("en", &["--owner", "IT"]));
}

/// Returns the text of each item of the lists in `page`, as a reader of Markdown shows it.
fn items(page: &str) -> Vec<String> {
    let (mut items, mut depth) = (Vec::new(), 0);
    let widely_read = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_MATH
        | Options::ENABLE_GFM;
    for event in Parser::new_ext(page, widely_read) {
        match event {
            Event::Start(Tag::Item) => {
                depth += 1;
                assert_eq!(depth, 1, "a list inside a list:\n{page}");
                items.push(String::new());
            }
            Event::End(TagEnd::Item) => depth -= 1,
            Event::Text(text) => {
                items.last_mut().filter(|_| depth > 0).into_iter().for_each(|item| item.push_str(&text));
            }
            Event::Start(Tag::List(_) | Tag::Heading { .. } | Tag::Paragraph)
            | Event::End(TagEnd::List(_) | TagEnd::Heading(_) | TagEnd::Paragraph) => {}
            other => panic!("{other:?} in\n{page}"),
        }
    }
    items
}

fn shown(title: &str) -> String {
    items(&format!("# t\n\n1. {}\n2. b\n", escaped(title))).swap_remove(0)
}

#[test]
fn a_title_that_is_markup_is_shown_as_it_is() {
    for title in [
        "1. 召开动员会", "2) x", "- 学习", "# 重点", "+ x", "~~旧~~", "AT&amp;T", "*a* _b_ `c`", "<b>",
        "[x](y)", "| a |", "> x", "=", ": x", "$a$", "a\\b", "![x](y)", "10 a. b", "[ ] x", "[^1]", "{#x}",
        "---",
    ] {
        assert_eq!(shown(title), title);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_title_is_shown_as_it_is(title in "[-#+*_`~\\[\\]()<>|&;:.=!$\\\\^{}0-9a-b \"'一（]{1,12}") {
        let title = title.trim();
        prop_assume!(!title.is_empty());
        prop_assert_eq!(shown(title), title);
    }
}

#[test]
fn nothing_hides_in_text_to_be_pasted() {
    let family = "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}";
    let text = format!("{family}一\u{200B}二\u{AD}三\u{2060}四\u{200D}五\n六");
    assert_eq!(to_be_pasted(&text), format!("{family}一二三四五 六"));
}
