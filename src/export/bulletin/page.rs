//! The page of a bulletin as plain text or as Markdown.

use super::super::markup;
use super::super::piece::Piece;
use crate::messages::Messages;
use crate::model::text::to_be_pasted;

/// How headings and lists are marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Marking {
    /// Not at all.
    Plain,
    Markdown,
}

/// Writes a page out.
pub(super) fn write(pieces: &[Piece], marking: Marking, messages: &dyn Messages) -> String {
    let mut page = Page { marking, text: String::new() };
    let mut is_signed = false;
    for piece in pieces {
        match piece {
            Piece::Title(text) => {
                page.blank_line();
                page.marked("# ", text);
            }
            Piece::Subtitle(text) | Piece::Paragraph(text) => page.paragraph(text),
            Piece::Date(text) if is_signed => page.paragraph(text),
            Piece::Addressee(text) | Piece::Lone(text) | Piece::Signature(text) | Piece::Date(text) => {
                page.apart(text);
            }
            Piece::Heading(text) => {
                page.blank_line();
                page.marked("## ", text);
            }
            Piece::Item(at, text) => page.item(*at, text, messages),
        }
        is_signed = matches!(piece, Piece::Signature(_));
    }
    page.text
}

/// The text on its way.
struct Page {
    marking: Marking,
    text: String,
}

impl Page {
    fn paragraph(&mut self, text: &str) {
        if self.marking == Marking::Markdown {
            self.blank_line();
        }
        self.line("", text);
    }

    /// A paragraph with a blank line before it.
    fn apart(&mut self, text: &str) {
        self.blank_line();
        self.line("", text);
    }

    fn item(&mut self, at: usize, text: &str, messages: &dyn Messages) {
        match self.marking {
            Marking::Plain => self.line(&messages.bullet(at), text),
            Marking::Markdown => {
                if at == 1 {
                    self.blank_line();
                }
                self.line(&format!("{at}. "), text);
            }
        }
    }

    fn blank_line(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    fn marked(&mut self, mark: &str, text: &str) {
        let mark = if self.marking == Marking::Markdown { mark } else { "" };
        self.line(mark, text);
    }

    /// One line, with nothing in it that hides or, in Markdown, is markup.
    fn line(&mut self, before: &str, text: &str) {
        let text = to_be_pasted(text);
        let text = match self.marking {
            Marking::Plain => text,
            Marking::Markdown => markup::markdown(&text),
        };
        self.text.extend([before, &text, "\n"]);
    }
}
