//! A text as somebody wrote it: paragraphs, and tables between them.

use super::lines::{Line, Taken, lines};
use super::wrapped::Wrap;
use super::{front_matter, inline, pages, tables};
use crate::outline::document::{Block, Document, Marks, Paragraph, Place, Run, Table, Unreadable};

pub fn read(name: &str, text: &str) -> Result<Document, Unreadable> {
    let (lines, margins) = pages::body(&lines(text)?);
    let mut rest = &lines[..];
    let title = front_matter::take(&mut rest);
    let form = Form { is_markdown: title.is_some() || is_markdown(name, rest), wrap: Wrap::of(rest) };
    let margin = |line: Line| Paragraph::plain(Place::Margin, line.text.trim());
    let mut document = Document { margins: margins.into_iter().map(margin).collect(), ..Document::default() };
    document.blocks.extend(title.map(|line| form.heading(line.number, line.text, 1)));
    let mut number = 0;
    while !rest.is_empty() {
        if let Some((rows, after)) = tables::table(rest, |text| form.runs(text)) {
            number += 1;
            document.blocks.push(Block::Table(Table { number, sheet: None, rows }));
            rest = after;
            continue;
        }
        let (block, after) = form.heading_at(rest).unwrap_or_else(|| form.paragraph(rest));
        document.blocks.extend(block);
        rest = after;
    }
    Ok(document)
}

/// Whether the text is Markdown: by its name, or by a heading or a table of Markdown in it.
fn is_markdown(name: &str, lines: &[Line]) -> bool {
    let name = name.to_lowercase();
    let is_sign =
        |line: &Line| level(line.text).is_some() || line.text.contains("---") && tables::is_rule(line);
    [".md", ".markdown"].iter().any(|ending| name.ends_with(ending)) || lines.iter().any(is_sign)
}

/// Returns the level of a heading that begins with `#`, and its text.
fn level(line: &str) -> Option<(u8, &str)> {
    let text = line.trim_start_matches('#');
    let level = u8::try_from(line.len() - text.len()).ok()?;
    let is_heading = (1..=6).contains(&level) && text.starts_with([' ', '\t']) && !text.trim().is_empty();
    is_heading.then(|| (level, text.trim().trim_end_matches('#').trim_end()))
}

#[derive(Clone, Copy)]
struct Form {
    is_markdown: bool,
    wrap: Wrap,
}

impl Form {
    fn heading_at<'l, 't>(self, lines: &'l [Line<'t>]) -> Taken<'l, 't, Option<Block>> {
        let line = lines.first()?;
        if let Some((level, text)) = level(line.text) {
            return Some((Some(self.heading(line.number, text, level)), &lines[1..]));
        }
        let under = lines.get(1).filter(|_| self.is_markdown && !line.is_blank() && !is_ruling(line))?;
        let sign = under.text.trim_end().chars().next().filter(|_| is_ruling(under))?;
        let level = ['=', '-'].into_iter().zip(1..).find(|(of, _)| *of == sign)?.1;
        Some((Some(self.heading(line.number, line.text, level)), &lines[2..]))
    }

    fn heading(self, line: usize, text: &str, level: u8) -> Block {
        Block::Paragraph(Paragraph {
            level: Some(level),
            runs: self.runs(text.trim()),
            ..Paragraph::plain(Place::Line(line), "")
        })
    }

    /// Makes a paragraph of the line at the top and those that go on with it; None for one without text.
    fn paragraph<'l, 't>(self, lines: &'l [Line<'t>]) -> (Option<Block>, &'l [Line<'t>]) {
        let Some((line, after)) = lines.split_first() else { return (None, lines) };
        let text = line.text.trim();
        if text.is_empty() || is_ruling(line) || self.is_markdown && text.starts_with("```") {
            return (None, after);
        }
        let (text, count) = self.wrap.paragraph(lines);
        let runs = self.runs(&text);
        let place = Place::Line(line.number);
        let paragraph = || Block::Paragraph(Paragraph { runs: runs.clone(), ..Paragraph::plain(place, "") });
        ((!runs.is_empty()).then(paragraph), &lines[count..])
    }

    fn runs(self, text: &str) -> Vec<Run> {
        if self.is_markdown {
            inline::runs(text)
        } else {
            vec![Run { text: text.to_owned(), marks: Marks::default() }]
        }
    }
}

/// Whether the line is drawn, without a text.
fn is_ruling(line: &Line) -> bool {
    let text = line.text.trim();
    text.len() > 2 && text.chars().all(|c| "-=_*─━—".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Writes a document as lines: the line of a block, the level of a heading, and the text or the rows.
    fn shown(name: &str, text: &str) -> Vec<String> {
        let document = read(name, text).expect("it is short");
        let mut shown = Vec::new();
        for block in document.blocks {
            match block {
                Block::Paragraph(paragraph) => {
                    let Place::Line(line) = paragraph.place else { panic!("it stands in a line") };
                    let level = "#".repeat(paragraph.level.unwrap_or(0).into());
                    shown.push(format!("{line}{level} {}", paragraph.text()));
                }
                Block::Table(table) => shown.push(format!("表{}，{}行", table.number, table.rows.len())),
            }
        }
        shown
    }

    #[test]
    fn headings_have_their_level_and_lists_keep_their_marker() {
        let text = "# 方案 #\n\n一句\n===\n- 甲\n  1. 乙\n***\n## 二\n|a|b|\n|-|-|\n|1|2|\n```\n末\n```\n";
        let expected = ["1# 方案", "3# 一句", "5 - 甲", "6 1. 乙", "8## 二", "表1，2行", "13 末"];
        assert_eq!(shown("plan.md", text), expected);
    }

    #[test]
    fn the_title_is_all_that_is_read_of_front_matter() {
        let text = "---\ntitle: \"活动方案\"\ndate: 2024-01-01\ntags:\n- plan\n---\n5月10日前完成。\n";
        assert_eq!(shown("plan.md", text), ["2# 活动方案", "7 5月10日前完成。"]);
        assert_eq!(shown("plan.md", "---\n5月10日前完成。\n\n---\n"), ["2 5月10日前完成。"]);
    }

    #[test]
    fn text_that_is_not_markdown_keeps_its_signs() {
        assert_eq!(shown("plan.txt", "**甲**_乙_\r\n\r\n------\r\n　　丙 "), ["1 **甲**_乙_", "4 丙"]);
        assert_eq!(shown("-", "# 甲\n**乙**\n"), ["1# 甲", "2 乙"]);
    }
}
