//! Where in a document a year stands, and how much it says of the plan's.

use chrono::{Datelike, NaiveDate};

use super::mentions::{Mention, Of, mentions};
use crate::model::date::{Calendar, DatePhrase, When};
use crate::outline::account::Account;
use crate::outline::document::{Block, Document, Paragraph, Place};

/// A year that could be the plan's.
#[derive(Debug, Clone, PartialEq)]
pub struct Evidence {
    pub year: i32,
    pub source: Source,
    /// The words around it.
    pub words: String,
    pub place: Place,
}

/// What a year was taken from, the strongest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Source {
    Sentence,
    Title,
    /// The first year of a school year.
    School,
    /// The day on which the document was signed.
    Foot(NaiveDate),
    /// 2018年 in a sentence.
    Year,
    /// 2018年度
    Record,
    /// An address, or the name of the file.
    Address,
    /// A document number, a table that is no plan, the date of a page.
    Elsewhere,
}

/// Returns all years of the document, in their order.
pub fn evidence(document: &Document, title: Option<&str>, account: &Account) -> Vec<Evidence> {
    let mut reader = Reader { title, account, found: Vec::new() };
    reader.blocks(&document.blocks, true);
    document.margins.iter().for_each(|paragraph| reader.paragraph(paragraph, false));
    reader.found
}

/// Returns the years in the name of the document's file.
pub fn in_file_name(name: &str) -> Vec<Evidence> {
    let of = |mention: Mention| Evidence {
        year: mention.year,
        source: Source::Address,
        words: name.to_owned(),
        place: Place::FileName,
    };
    mentions(name).into_iter().map(of).collect()
}

struct Reader<'d> {
    title: Option<&'d str>,
    account: &'d Account,
    found: Vec<Evidence>,
}

impl Reader<'_> {
    fn blocks(&mut self, blocks: &[Block], is_text: bool) {
        for block in blocks {
            match block {
                Block::Paragraph(paragraph) => self.paragraph(paragraph, is_text),
                Block::Table(table) => {
                    let is_left = self.account.left.iter().any(|left| left.number == table.number);
                    let cells = table.rows.iter().flat_map(|row| &row.cells);
                    cells.for_each(|cell| self.blocks(&cell.blocks, is_text && !is_left));
                }
            }
        }
    }

    fn paragraph(&mut self, paragraph: &Paragraph, is_text: bool) {
        let text = paragraph.text();
        let is_text = is_text && !paragraph.is_contents && !is_of_page(&text);
        for mention in mentions(&text) {
            let source = if is_text { self.source(&text, mention) } else { Source::Elsewhere };
            let (year, words) = (mention.year, around(&text, mention.at));
            self.found.push(Evidence { year, source, words, place: paragraph.place.clone() });
        }
    }

    fn source(&self, text: &str, mention: Mention) -> Source {
        let is_title = || self.title.is_some_and(|title| title.contains(text.trim()) || text.contains(title));
        match mention.of {
            Of::School => Source::School,
            Of::Record => Source::Record,
            Of::Address => Source::Address,
            Of::Month => match foot(text, mention.at) {
                Some(day) => Source::Foot(day),
                None if is_title() => Source::Title,
                None if is_of_the_past(sentence(text, mention.at)) => Source::Elsewhere,
                None => Source::Sentence,
            },
            Of::Year if is_title() => Source::Title,
            Of::Year => Source::Year,
            Of::Other => Source::Elsewhere,
        }
    }
}

/// The day that a line ends with, behind at most the name of an office.
fn foot(text: &str, at: usize) -> Option<NaiveDate> {
    let (before, date) =
        (text[..at].trim_matches(['(', '（', ' ']), text[at..].trim_end_matches([')', '）', ' ']));
    let labels = ["：", ":", "，", "。", "；", "时间", "日期", "于", "至", "自", "从"];
    let is_written_out = date.contains('日') || date.chars().any(|c| c.is_ascii_alphabetic());
    if before.chars().count() > 40 || labels.iter().any(|label| before.contains(label)) || !is_written_out {
        return None;
    }
    let reading = DatePhrase::parse(date).ok()?.resolve(&Calendar::default()).ok()?;
    matches!(reading.when, When::Due(_)).then(|| reading.day()).flatten().filter(|day| day.year() > 0)
}

/// What a page or its author's program says of the text.
fn is_of_page(text: &str) -> bool {
    const LABELS: [&str; 16] = [
        "发布时间", "发布日期", "发表时间", "发表于", "更新时间", "更新日期", "创建时间", "成文日期", "来源",
        "信息来源", "浏览", "点击", "索引号", "date:", "published", "last updated",
    ];
    let text = text.trim_start_matches(['【', '[', ' ', '（', '(']).to_lowercase();
    LABELS.iter().any(|label| text.starts_with(label)) || is_stamp(&text)
}

/// 2018-05-12 10:23
fn is_stamp(text: &str) -> bool {
    !text.is_empty()
        && text.chars().all(|c| c.is_ascii_digit() || "-/.: ".contains(c))
        && text.contains(['-', '/', '.'])
}

/// Whether a sentence is about another text, or what was done.
fn is_of_the_past(sentence: &str) -> bool {
    ["《", "印发", "发布", "通过", "修订", "颁布", "施行", "根据"].iter().any(|word| sentence.contains(word))
}

fn sentence(text: &str, at: usize) -> &str {
    let stops = ['。', '；', '\n'];
    let start = text[..at]
        .rfind(stops)
        .map_or(0, |stop| stop + text[stop..].chars().next().map_or(1, char::len_utf8));
    let end = text[at..].find(stops).map_or(text.len(), |length| at + length);
    &text[start..end]
}

/// The words around a place in a text.
fn around(text: &str, at: usize) -> String {
    const WORDS: usize = 12;
    let start = text[..at].char_indices().rev().nth(WORDS - 1).map_or(0, |(at, _)| at);
    let end = text[at..].char_indices().nth(2 * WORDS).map_or(text.len(), |(length, _)| at + length);
    text[start..end].split_whitespace().collect::<Vec<_>>().join(" ")
}
