//! Lines that were broken where the page ended, put together where that is certain.

use unicode_width::UnicodeWidthStr;

use super::lines::Line;

/// How far from the edge of the page a full line may end.
const SLACK: usize = 4;
/// What is set in further is a column.
const MOST_INDENT: usize = 8;
/// A line that was broken is at least as wide.
const NARROWEST: usize = 48;
/// How wide a page is at most: a line that is wider was not broken.
const WIDEST: usize = 200;

/// How wide the lines of a text are, where they were broken.
#[derive(Debug, Clone, Copy)]
pub struct Wrap {
    width: Option<usize>,
}

impl Wrap {
    /// Finds the width that none of the lines goes beyond, and several reach.
    pub fn of(lines: &[Line]) -> Wrap {
        let is_sentence = |line: &&Line| !line.text.trim().contains("  ");
        let widths: Vec<usize> = lines.iter().filter(is_sentence).map(|line| width(line.text)).collect();
        let widest = widths.iter().copied().max().unwrap_or_default();
        let full = widths.iter().filter(|width| **width + SLACK >= widest).count();
        Wrap { width: ((NARROWEST..=WIDEST).contains(&widest) && full > 2).then_some(widest) }
    }

    /// Joins the lines at the top that are one paragraph, and returns it with how many they are.
    pub fn paragraph(self, lines: &[Line]) -> (String, usize) {
        let mut text = lines.first().map_or("", |line| line.text.trim()).to_owned();
        let mut count = 1;
        while let [line, next, ..] = &lines[count - 1..]
            && self.goes_on(line.text, next.text)
        {
            let is_word = |character: Option<char>| character.is_some_and(|c| c.is_ascii() && c != ' ');
            let next = next.text.trim();
            if is_word(text.chars().last()) && is_word(next.chars().next()) {
                text.push(' ');
            }
            text.push_str(next);
            count += 1;
        }
        (text, count)
    }

    /// Whether a line was broken in the middle of a sentence that the next one goes on with.
    fn goes_on(self, line: &str, next: &str) -> bool {
        let is_column = |text: &&str| text.trim().contains("  ") || indent(text) > MOST_INDENT;
        let is_ended =
            line.trim_end().ends_with(['。', '！', '？', '；', '：', '.', '!', '?', ';', ':', '|']);
        if is_ended
            || next.trim().is_empty()
            || indent(next) > indent(line)
            || [line, next].iter().any(|text| text.contains('\t') || is_column(text))
        {
            return false;
        }
        let width = width(line);
        let goes_on_small = next.trim_start().starts_with(|c: char| c.is_ascii_lowercase());
        let is_full = self.width.is_some_and(|full| (full.saturating_sub(SLACK)..=full).contains(&width));
        let is_chinese = |character: Option<char>| character.is_some_and(|c| !c.is_ascii());
        goes_on_small
            && (NARROWEST..=WIDEST).contains(&width)
            && line.trim_end().ends_with(|c: char| c.is_ascii())
            || is_full && !begins(next.trim()) && is_chinese(next.trim().chars().next())
            || is_full && !begins(next.trim()) && is_chinese(line.trim_end().chars().last())
    }
}

/// Whether a line begins something of its own: an item of a list, a heading.
fn begins(text: &str) -> bool {
    let numerals = |c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c);
    let after = text.trim_start_matches(numerals);
    let is_numbered = after.len() < text.len() && after.starts_with(['、', '.', '．', ')', '）']);
    is_numbered
        || text
            .starts_with(['（', '(', '第', '附', '•', '●', '■', '◆', '-', '*', '+', '#', '>', '①', '②', '③'])
}

fn width(text: &str) -> usize {
    text.trim_end().width()
}

fn indent(text: &str) -> usize {
    text.width() - text.trim_start().width()
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::*;

    fn paragraphs(text: &str) -> Vec<String> {
        let lines = lines(text).expect("it is short");
        let wrap = Wrap::of(&lines);
        let mut rest = &lines[..];
        let mut paragraphs = Vec::new();
        while !rest.is_empty() {
            let (paragraph, count) = wrap.paragraph(rest);
            paragraphs.extend((!paragraph.is_empty()).then_some(paragraph));
            rest = &rest[count..];
        }
        paragraphs
    }

    #[test]
    fn full_lines_that_no_sentence_ends_go_on() {
        let full = "为深入学习贯彻会议精神特别是对江苏工作的一系列重要"; // 25 characters, 50 cells
        let text = format!("    {full}\n{full}示精\n{full}示精\n神。\n    {full}\n（一）甲\n完成\n");
        let expected = [
            format!("{full}{full}示精{full}示精神。"),
            full.to_owned(),
            "（一）甲".to_owned(),
            "完成".to_owned(),
        ];
        assert_eq!(paragraphs(&text), expected);
    }

    #[test]
    fn an_english_sentence_goes_on_in_small_letters() {
        let text = "The office writes the plan and sends it to all of\nthe departments by 30 June. They answer by the end of\nJuly.\nshort line\nand another\n";
        let expected = [
            "The office writes the plan and sends it to all of the departments by 30 June. They answer by the end of",
            "July.",
            "short line",
            "and another",
        ];
        assert_eq!(paragraphs(text), expected);
    }

    #[test]
    fn lines_that_were_not_broken_stay() {
        let text = "5月10日前完成方案\n5月20日前召开动员会\n6月底前\n";
        assert_eq!(paragraphs(text), ["5月10日前完成方案", "5月20日前召开动员会", "6月底前"]);
    }
}
