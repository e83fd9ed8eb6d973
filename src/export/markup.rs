//! Text inside markup, which a reader shows as it is.

use crate::model::text::one_line;

/// Returns `text` on one line of SVG or HTML; also between quotes.
pub(super) fn text(text: &str) -> String {
    quick_xml::escape::escape(one_line(text).as_ref()).into_owned()
}

/// Returns one line of Markdown with everything escaped that could be markup, within the line or at its beginning.
pub(super) fn markdown(text: &str) -> String {
    let text = text.trim();
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let mut escaped = String::with_capacity(text.len() + 8);
    for (at, c) in text.char_indices() {
        let begins_item = at == 0 && matches!(c, '#' | '+' | '-' | '=' | ':');
        let ends_number = at == digits && digits > 0 && matches!(c, '.' | ')');
        if begins_item || ends_number || is_markup(c) {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

fn is_markup(c: char) -> bool {
    matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '$')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

    use super::*;

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
        items(&format!("# t\n\n1. {}\n2. b\n", markdown(title))).swap_remove(0)
    }

    #[test]
    fn a_title_that_is_markup_is_shown_as_it_is() {
        for title in [
            "1. 召开动员会", "2) x", "- 学习", "# 重点", "+ x", "~~旧~~", "AT&amp;T", "*a* _b_ `c`", "<b>",
            "[x](y)", "| a |", "> x", "=", ": x", "$a$", "a\\b", "![x](y)", "10 a. b", "[ ] x", "[^1]",
            "{#x}", "---",
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
}
