//! What Markdown sets inside a line: emphasis, links, struck text.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::outline::document::{Marks, Run};

/// Returns the text of a line as it is shown; the marker of a list stays.
pub fn runs(line: &str) -> Vec<Run> {
    let (marker, text) = line.split_at(marker_of(line));
    let mut runs = vec![Run { text: marker.to_owned(), marks: Marks::default() }];
    let mut struck = false;
    for event in Parser::new_ext(text, Options::ENABLE_STRIKETHROUGH) {
        match event {
            Event::Start(Tag::Strikethrough) => struck = true,
            Event::End(TagEnd::Strikethrough) => struck = false,
            Event::Text(text) | Event::Code(text) => push(&mut runs, &text, struck),
            Event::Html(html) | Event::InlineHtml(html) => push(&mut runs, &without_tags(&html), struck),
            Event::SoftBreak | Event::HardBreak => push(&mut runs, "\n", struck),
            _ => {}
        }
    }
    runs.retain(|run| !run.text.is_empty());
    runs
}

fn push(runs: &mut Vec<Run>, text: &str, struck: bool) {
    match runs.last_mut() {
        Some(last) if last.marks.struck == struck => last.text += text,
        _ => runs.push(Run { text: text.to_owned(), marks: Marks { struck, ..Marks::default() } }),
    }
}

/// Returns where the text begins after the markers that would open a list, a quotation or a heading in it.
fn marker_of(line: &str) -> usize {
    let mut at = 0;
    while let Some(length) = marker(&line[at..]) {
        at += length;
    }
    at
}

/// Returns how long the marker is that a line begins with: `- `, `1. `, `# `.
fn marker(line: &str) -> Option<usize> {
    let signs = line.find(|c: char| !"-+*>#".contains(c)).unwrap_or(line.len());
    let digits = line.find(|c: char| !c.is_ascii_digit()).unwrap_or(line.len());
    let end = if digits > 0 { digits + usize::from(line[digits..].starts_with(['.', ')'])) } else { signs };
    let blanks = line[end..].len() - line[end..].trim_start().len();
    let is_apart = blanks > 0 || end == line.len();
    (end > digits && is_apart).then_some(end + blanks)
}

/// Leaves tags out; a break of the line stays one.
fn without_tags(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html;
    while let Some((before, after)) = rest.split_once('<') {
        text += before;
        let Some((tag, behind)) = after.split_once('>') else { return text };
        text += if tag.starts_with("br") { "\n" } else { "" };
        rest = behind;
    }
    text + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(line: &str) -> String {
        runs(line)
            .into_iter()
            .map(|run| if run.marks.struck { format!("[{}]", run.text) } else { run.text })
            .collect()
    }

    #[test]
    fn a_line_reads_as_it_is_shown() {
        assert_eq!(
            text("- **5月10日前**完成[方案](https://example.org)、`init` <b>二</b><br>三"),
            "- 5月10日前完成方案、init 二\n三"
        );
        assert_eq!(text("~~5月1日~~5月10日 &amp; 1\\. a_b_c"), "[5月1日]5月10日 & 1. a_b_c");
    }

    #[test]
    fn the_marker_of_a_list_stays() {
        for line in ["1. 甲", "2) 乙", "- [x] 丙", "* + 丁", "2018. 5月", "-", "5月", "+86", "一、- 甲"]
        {
            assert_eq!(text(line), line);
        }
    }
}
