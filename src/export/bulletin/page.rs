//! The page of a bulletin: headings and lists, as plain text or as Markdown.

use chrono::NaiveDate;

use crate::messages::Messages;
use crate::model::report::{Line, Part};
use crate::model::text::one_line;

/// How headings and lists are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    Text,
    Markdown,
}

/// The text on its way.
pub(super) struct Page<'m> {
    messages: &'m dyn Messages,
    format: Format,
    text: String,
    parts: usize,
}

impl<'m> Page<'m> {
    pub(super) fn new(messages: &'m dyn Messages, format: Format) -> Page<'m> {
        Page { messages, format, text: String::new(), parts: 0 }
    }

    pub(super) fn into_text(self) -> String {
        self.text
    }

    pub(super) fn title(&mut self, title: &str) {
        let mark = self.mark("# ");
        self.line(&format!("{mark}{}", self.safe(title)));
        self.gap();
    }

    pub(super) fn paragraph(&mut self, text: &str) {
        self.line(&self.safe(text));
        self.gap();
    }

    pub(super) fn part(&mut self, part: Part, count: usize) {
        self.parts += 1;
        let heading = self.messages.part(part, self.parts, count);
        let mark = self.mark("## ");
        self.blank_line();
        self.line(&format!("{mark}{heading}"));
        self.gap();
    }

    /// A part with one line an item; nothing at all where there is no item.
    pub(super) fn list(&mut self, part: Part, lines: &[Line<'_>], day: NaiveDate) {
        if lines.is_empty() {
            return;
        }
        self.part(part, lines.len());
        for (at, line) in lines.iter().enumerate() {
            let bullet = match self.format {
                Format::Text => self.messages.bullet(at + 1),
                Format::Markdown => format!("{}. ", at + 1),
            };
            self.line(&format!("{bullet}{}", self.safe(&self.messages.report_line(line, day))));
        }
    }

    pub(super) fn closing(&mut self, office: &str, day: &str) {
        self.blank_line();
        self.line(&self.safe(office));
        self.gap();
        self.line(day);
    }

    fn blank_line(&mut self) {
        if !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    /// In Markdown, paragraphs and headings are told apart by a blank line.
    fn gap(&mut self) {
        if self.format == Format::Markdown {
            self.text.push('\n');
        }
    }

    fn mark(&self, mark: &'static str) -> &'static str {
        if self.format == Format::Markdown { mark } else { "" }
    }

    /// On one line, without anything that steers a terminal or, in Markdown, the page.
    fn safe(&self, text: &str) -> String {
        let text = one_line(text);
        match self.format {
            Format::Text => text.into_owned(),
            Format::Markdown => text
                .chars()
                .flat_map(|c| {
                    matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|')
                        .then_some('\\')
                        .into_iter()
                        .chain([c])
                })
                .collect(),
        }
    }
}
