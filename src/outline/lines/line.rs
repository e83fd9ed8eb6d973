//! A line of a text, with what stands in front of it and around it parted from its words.

use std::ops::Range;

use super::super::dates::{each_spot, spots};
use super::super::document::{Block, Paragraph, Place};
use super::super::numbering::{Style, split, style};
use super::super::owners::{self, Owners};
use super::labels;

/// A line, its number and its labels parted from its words.
#[derive(Debug, Clone)]
pub struct Line<'d> {
    pub place: &'d Place,
    /// The level of a heading.
    pub level: Option<u8>,
    pub number: String,
    pub style: Option<Style>,
    pub text: String,
    /// Where dates stand in `text`.
    pub dates: Vec<Range<usize>>,
    /// Who is named behind a label.
    pub owners: Owners,
    /// What stands behind 完成时限： and its like.
    pub time: Option<String>,
    /// What a reviewer put in.
    inserted: Vec<String>,
}

/// The lines of a text, and None where a table stands, without what is not read: contents, page numbers, blanks.
pub fn items(blocks: &[Block]) -> Vec<Option<Line<'_>>> {
    let mut items: Vec<Option<Line>> = Vec::new();
    for block in blocks {
        match block {
            Block::Table(_) => items.push(None),
            Block::Paragraph(paragraph) if paragraph.is_contents => {}
            Block::Paragraph(paragraph) => {
                for line in lines(paragraph) {
                    match items.last_mut() {
                        Some(Some(last)) if last.is_continued_by(&line) => last.join(&line),
                        _ => items.push(Some(line)),
                    }
                }
            }
        }
    }
    items
}

fn lines(paragraph: &Paragraph) -> impl Iterator<Item = Line<'_>> {
    let stands = paragraph.runs.iter().filter(|run| run.marks.stands());
    // In a heading, what a reviewer put in is a remark.
    let kept = stands.filter(|run| !run.marks.inserted || paragraph.level.is_none());
    let text: String = kept.map(|run| run.text.as_str()).collect();
    let inserted = paragraph.runs.iter().filter(|run| run.marks.inserted && run.marks.stands());
    let inserted: Vec<String> = inserted.map(|run| run.text.trim().to_owned()).collect();
    let texts: Vec<String> = text.lines().map(str::to_owned).collect();
    texts.into_iter().enumerate().filter_map(move |(at, text)| {
        let number = if at == 0 { paragraph.number.trim() } else { "" };
        let line = Line::new(paragraph, number, &text, &inserted);
        (!is_nothing(&text)).then_some(line)
    })
}

/// Whether there is nothing to be read in it: a page number, a line of dots, an address.
fn is_nothing(text: &str) -> bool {
    let text = text.trim().trim_matches(|c: char| "-—–·•第页 ".contains(c));
    text.chars().all(|c| !c.is_alphabetic() && !c.is_ascii_digit())
        || text.len() <= 3 && text.bytes().all(|c| c.is_ascii_digit())
        || text.starts_with("[bookmark")
}

impl<'d> Line<'d> {
    fn new(paragraph: &'d Paragraph, number: &str, text: &str, inserted: &[String]) -> Line<'d> {
        let (typed, name) = typed_number(text.trim());
        let typed = if number.is_empty() { typed } else { "" };
        let name = if number.is_empty() { name } else { text.trim() };
        let number = if number.is_empty() { typed } else { number };
        let (owners, rest) = owners::take(name);
        let (time, rest) = labels::time(&rest);
        let mut line = Line {
            place: &paragraph.place,
            level: paragraph.level,
            number: number.to_owned(),
            style: style(number),
            text: rest,
            dates: Vec::new(),
            owners,
            time,
            inserted: inserted.iter().filter(|words| text.contains(words.as_str())).cloned().collect(),
        };
        line.find_dates();
        line
    }

    fn find_dates(&mut self) {
        self.dates = spots(&self.text).iter().map(|spot| spot.start..spot.end).collect();
    }

    /// Whether the next line goes on with a sentence of this one: a text broken into lines of one width.
    fn is_continued_by(&self, next: &Line) -> bool {
        let (Place::Line(one), Place::Line(other)) = (self.place, next.place) else { return false };
        let is_plain = next.number.is_empty() && self.level.is_none() && next.level.is_none();
        let is_open =
            self.text.len() > 50 && self.text.ends_with(|c: char| c.is_ascii_alphanumeric() || c == ',');
        is_plain && other - one <= 1 && is_open && next.text.starts_with(|c: char| c.is_ascii_lowercase())
    }

    fn join(&mut self, next: &Line) {
        self.text = format!("{} {}", self.text, next.text);
        self.find_dates();
    }

    /// The words that a reviewer put in, where they are part of `words`.
    pub fn inserted_in(&self, words: &str) -> Option<&str> {
        let within = |inserted: &&String| {
            !inserted.is_empty() && (words.contains(inserted.as_str()) || inserted.contains(words))
        };
        self.inserted.iter().find(within).map(String::as_str)
    }

    /// Whether it has nothing but labels.
    pub fn is_labels(&self) -> bool {
        self.text.is_empty() && (!self.owners.is_empty() || self.time.is_some())
    }

    /// As many characters as it has.
    pub fn length(&self) -> usize {
        self.text.chars().count()
    }

    /// Whether it could be a name: short, and no sentence.
    pub fn is_name(&self) -> bool {
        let words = self.text.split(' ').count();
        let most = if self.text.is_ascii() { 90 } else { 40 };
        self.length() <= most
            && words <= 14
            && !self.text.ends_with(['。', '；', '.', ';', '，', ','])
            && !self.text.contains(['。', '；'])
    }

    /// Whether it looks like the name of what stands below: alone in its line, short, and without a date.
    pub fn is_title(&self) -> bool {
        let is_plain =
            self.style.is_none() && self.level.is_none() && self.dates.is_empty() && self.time.is_none();
        let most = if self.text.is_ascii() { 60 } else { 20 };
        is_plain && self.is_name() && self.length() <= most && !self.text.contains(['，', ',', '“'])
    }

    /// Whether it announces what stands below: Dates:
    pub fn is_lead(&self) -> bool {
        self.is_title() && self.text.ends_with(['：', ':'])
    }

    /// Whether others stand under it: what Word calls a heading, or a numbered name.
    pub fn is_heading(&self) -> bool {
        let is_numbered = self.style.is_some_and(|style| !matches!(style, Style::Bullet | Style::Is));
        self.level.is_some() || is_numbered && self.is_name() && self.length() <= 30
    }

    /// As it is written, with its number.
    pub fn written(&self) -> String {
        let blank =
            if self.number.ends_with(|c: char| c.is_ascii_alphanumeric() || c == '•') { " " } else { "" };
        format!("{}{blank}{}", self.number, self.text)
    }
}

/// The number that was typed in front of a line, and the rest. 5.25 开会 begins with a number of two parts or with a
/// date; 2018.5.25 with a date, 1.5月25日 with a number and a date.
fn typed_number(text: &str) -> (&str, &str) {
    let begins_with_date = |text: &str| each_spot(text).next().is_some_and(|spot| spot.start == 0);
    if begins_with_date(text) && !begins_with_chapter(text) {
        return ("", text);
    }
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let rest = text[digits..].strip_prefix(['.', '．', '、']);
    match rest.filter(|rest| (1..=2).contains(&digits) && rest.contains('月') && begins_with_date(rest)) {
        Some(rest) => text.split_at(text.len() - rest.len()),
        None => split(text),
    }
}

/// 四、第四季度评估 has a number; 二、三季度 is a date.
fn begins_with_chapter(text: &str) -> bool {
    let is_chinese = |c: char| "一二三四五六七八九十".contains(c);
    let number = text.trim_start_matches(|c: char| is_chinese(c) || c.is_ascii_digit());
    let rest = number.strip_prefix('、').filter(|_| number.len() < text.len());
    let begins = |rest: &str| rest.starts_with(is_chinese) || rest.starts_with(|c: char| c.is_ascii_digit());
    let year = |rest: &str| rest.chars().take_while(char::is_ascii_digit).count() == 4;
    let is_of_digits = text.starts_with(|c: char| c.is_ascii_digit());
    rest.is_some_and(|rest| {
        !begins(rest) || year(rest) || !is_of_digits && rest.starts_with(|c: char| c.is_ascii_digit())
    })
}

#[cfg(test)]
mod tests {
    use super::typed_number;

    #[test]
    fn the_number_of_a_chapter_is_no_part_of_the_date_behind_it() {
        assert_eq!(typed_number("四、第四季度开展评估"), ("四、", "第四季度开展评估"));
        assert_eq!(typed_number("五、每月25日前报送"), ("五、", "每月25日前报送"));
        assert_eq!(typed_number("六、2025年1月10日前报送"), ("六、", "2025年1月10日前报送"));
        assert_eq!(typed_number("二、5月25日前召开现场会"), ("二、", "5月25日前召开现场会"));
        assert_eq!(typed_number("1、2025年1月10日前报送"), ("1、", "2025年1月10日前报送"));
        assert_eq!(typed_number("二、三季度开展评估"), ("", "二、三季度开展评估"));
        assert_eq!(typed_number("5、6月份开展评估"), ("", "5、6月份开展评估"));
    }
}
