//! The page of a bulletin: headings and lists, as plain text or as Markdown.

use super::markdown::escaped;
use crate::messages::Messages;
use crate::model::text::to_be_pasted;

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
}

impl<'m> Page<'m> {
    pub(super) fn new(messages: &'m dyn Messages, format: Format) -> Page<'m> {
        Page { messages, format, text: String::new() }
    }

    pub(super) fn into_text(self) -> String {
        self.text
    }

    pub(super) fn title(&mut self, title: &str) {
        self.marked("# ", title);
    }

    /// What stands directly below the title.
    pub(super) fn subtitle(&mut self, subtitle: Option<&str>) {
        if let Some(subtitle) = subtitle {
            self.paragraph(subtitle);
        }
    }

    pub(super) fn heading(&mut self, heading: &str) {
        self.blank_line();
        self.marked("## ", heading);
    }

    pub(super) fn paragraph(&mut self, text: &str) {
        if self.format == Format::Markdown {
            self.blank_line();
        }
        self.line("", text);
    }

    /// A paragraph with a blank line before it.
    pub(super) fn apart(&mut self, text: &str) {
        self.blank_line();
        self.line("", text);
    }

    /// Lines with a bullet or a number each.
    pub(super) fn list(&mut self, lines: impl Iterator<Item = String>) {
        for (at, line) in lines.enumerate() {
            if at == 0 && self.format == Format::Markdown {
                self.blank_line();
            }
            let bullet = match self.format {
                Format::Text => self.messages.bullet(at + 1),
                Format::Markdown => format!("{}. ", at + 1),
            };
            self.line(&bullet, &line);
        }
    }

    pub(super) fn closing(&mut self, office: Option<&str>, day: &str) {
        self.blank_line();
        if let Some(office) = office {
            self.line("", office);
        }
        self.paragraph(day);
    }

    pub(super) fn blank_line(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    fn marked(&mut self, mark: &str, text: &str) {
        let mark = if self.format == Format::Markdown { mark } else { "" };
        self.line(mark, text);
    }

    /// One line, with nothing in it that hides or, in Markdown, is markup.
    fn line(&mut self, before: &str, text: &str) {
        let text = to_be_pasted(text);
        let text = match self.format {
            Format::Text => text,
            Format::Markdown => escaped(&text),
        };
        self.text.extend([before, &text, "\n"]);
    }
}
