//! Problems and warnings on the screen: the place, what is wrong, the line with a mark under it, what to write.

use crate::messages::{Label, Listing, Messages};
use crate::model::date::Repair;
use crate::model::diagnostic::{Code, Diagnostic, Warning};
use crate::model::span::Span;
use crate::model::text;
use crate::planfile::Source;
use crate::planfile::lines::Lines;
use crate::terminal::{self, Terminal, Tone};

/// A source line is shown whole up to this many characters, where the screen has room for it; of a longer one, the part
/// around the mark.
const LONGEST_LINE: usize = 160;
/// A message that quotes more than this is cut in the middle.
const LONGEST_MESSAGE: usize = 300;

/// What diagnostics are shown with.
pub(crate) struct Page<'p> {
    source: &'p Source<'p>,
    lines: Lines<'p>,
    messages: &'p dyn Messages,
    terminal: Terminal,
}

impl<'p> Page<'p> {
    pub(crate) fn new(source: &'p Source<'p>, messages: &'p dyn Messages, terminal: Terminal) -> Page<'p> {
        Page { source, lines: Lines::new(&source.text), messages, terminal }
    }

    /// Returns the problems among `found`, each in full.
    pub(crate) fn problems(&self, found: &[Diagnostic<'_>]) -> Vec<String> {
        let problems = found.iter().filter(|diagnostic| diagnostic.is_problem());
        problems.map(|diagnostic| self.in_full(diagnostic)).collect()
    }

    fn in_full(&self, diagnostic: &Diagnostic<'_>) -> String {
        let Page { lines, messages, terminal, .. } = self;
        let paint = |text: &str, tone| terminal::paint(text, tone, *terminal);
        let (place, message) = (self.place_of(diagnostic) + ": ", message(diagnostic, *messages));
        let cells = terminal::width(&place) + terminal::width(&message);
        let mut text = if terminal.width.is_some_and(|whole| cells > whole) {
            self.hang(place.trim_end(), Tone::Strong) + &self.hang(&format!("  {message}"), Tone::Bad)
        } else {
            format!("{}{}\n", paint(&place, Tone::Strong), paint(&message, Tone::Bad))
        };
        text.push_str(&self.quotation(diagnostic.span));
        if let Some(other) = diagnostic.other {
            let other = lines.position(other.start as usize).line;
            text += &self.hang(&format!("  {}", messages.listing(&Listing::OtherAt(other))), Tone::Plain);
        }
        if let Some(hint) = messages.hint(&diagnostic.code) {
            text += &self.hint(&hint);
        }
        text
    }

    /// Returns the line where `span` begins, with a mark under it.
    fn quotation(&self, span: Span) -> String {
        let position = self.lines.position(span.start as usize);
        let line = self.lines.line(position.line);
        let gutter = position.line.to_string();
        let start = line.char_indices().nth(position.column - 1).map_or(line.len(), |(at, _)| at);
        let end = start + (span.end.saturating_sub(span.start) as usize).min(line.len() - start);
        // Before the line stand its number and a bar; a character may take two cells, and so may what is left out.
        let room = self.terminal.width.map(|whole| whole.saturating_sub(gutter.len() + 3));
        let narrow =
            room.filter(|room| terminal::width(line) > *room).map(|room| (room / 2).saturating_sub(2));
        let longest = narrow.map_or(LONGEST_LINE, |room| room.clamp(1, LONGEST_LINE));
        let (shown, marked) = around(line, start..floor(line, end), longest);
        let margin = " ".repeat(gutter.len());
        let caret = terminal::paint(&terminal::caret(&shown, marked), Tone::Bad, self.terminal);
        format!("{gutter} | {}\n{margin} | {caret}\n", text::clean(&shown))
    }

    /// Returns `file:line:column`, and the id of what it is about.
    fn place_of(&self, diagnostic: &Diagnostic<'_>) -> String {
        let position = self.lines.position(diagnostic.span.start as usize);
        let name = text::one_line(self.source.name);
        let about = diagnostic.about.as_deref().map_or_else(String::new, |id| format!(": {}", shortened(id)));
        format!("{name}:{}:{}{about}", position.line, position.column)
    }

    /// Returns the warnings among `found`, like ones under one heading.
    pub(crate) fn warnings(&self, found: &[Diagnostic<'_>]) -> Vec<String> {
        by_kind(found).iter().map(|(_, alike)| self.of_kind(alike)).collect()
    }

    fn of_kind(&self, alike: &[&Diagnostic<'_>]) -> String {
        let Code::Warning(warning) = &alike[0].code else { return String::new() };
        let messages = self.messages;
        let heading = messages.class(warning, alike.len());
        let mut text = self.hang(&heading, Tone::Strong);
        for diagnostic in alike {
            let place = self.place_of(diagnostic);
            text += &self.hang(&format!("  {place}  {}", message(diagnostic, messages)), Tone::Plain);
        }
        let hint = messages.hint(&alike[0].code).filter(|_| alike.len() == 1 || is_general(warning));
        if let Some(hint) = hint {
            text += &self.hint(&hint);
        }
        text
    }

    fn hint(&self, hint: &str) -> String {
        self.hang(&format!("  {}: {}", self.messages.label(Label::Hint), shortened(hint)), Tone::Plain)
    }

    fn hang(&self, line: &str, tone: Tone) -> String {
        terminal::hang(line, tone, self.terminal)
    }
}

/// Returns what is wrong, safe to print and of bearable length.
pub(crate) fn message(diagnostic: &Diagnostic<'_>, messages: &dyn Messages) -> String {
    shortened(&messages.diagnostic(&diagnostic.code))
}

/// Whether the hint of one warning holds for all of its kind.
fn is_general(warning: &Warning<'_>) -> bool {
    !matches!(warning, Warning::NoPhase { .. })
}

/// What stands under one heading: warnings of one code, and of one repair.
type Class = (&'static str, Option<Repair>);

fn class(diagnostic: &Diagnostic<'_>) -> Class {
    let repair = match diagnostic.code {
        Code::Warning(Warning::Repaired { repair, .. }) => Some(repair),
        _ => None,
    };
    (diagnostic.code.name(), repair)
}

/// Returns the warnings by kind, in the order in which the kinds first appear.
fn by_kind<'p, 'a>(found: &'p [Diagnostic<'a>]) -> Vec<(Class, Vec<&'p Diagnostic<'a>>)> {
    let mut kinds: Vec<(Class, Vec<&Diagnostic<'a>>)> = Vec::new();
    for diagnostic in found.iter().filter(|diagnostic| !diagnostic.is_problem()) {
        let class = class(diagnostic);
        match kinds.iter_mut().find(|(known, _)| *known == class) {
            Some((_, alike)) => alike.push(diagnostic),
            None => kinds.push((class, vec![diagnostic])),
        }
    }
    kinds
}

pub(crate) fn count_warnings(found: &[Diagnostic<'_>]) -> (usize, usize) {
    let kinds = by_kind(found);
    (kinds.len(), kinds.iter().map(|(_, alike)| alike.len()).sum())
}

/// Returns the part of `line` around what is `marked`, a quarter of it before the mark, and where the mark is in it.
fn around(line: &str, marked: std::ops::Range<usize>, longest: usize) -> (String, std::ops::Range<usize>) {
    if line.chars().nth(longest).is_none() {
        return (line.to_owned(), marked);
    }
    let from = line[..marked.start]
        .char_indices()
        .rev()
        .nth((longest / 4).saturating_sub(1))
        .map_or(0, |(at, _)| at);
    let to = line[from..].char_indices().nth(longest).map_or(line.len(), |(at, _)| from + at);
    let ellipsis = if from > 0 { "…" } else { "" };
    let tail = if to < line.len() { "…" } else { "" };
    let shift = |at: usize| at.clamp(from, to) - from + ellipsis.len();
    (format!("{ellipsis}{}{tail}", &line[from..to]), shift(marked.start)..shift(marked.end))
}

/// Returns the last boundary between characters that is not after `at`.
fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default()
}

/// Returns `text` safe to print, without the middle of what is too long to read.
fn shortened(text: &str) -> String {
    if text.len() <= LONGEST_MESSAGE {
        return text::one_line(text).into_owned();
    }
    let head = floor(text, LONGEST_MESSAGE / 2);
    let tail = text.char_indices().rev().nth(LONGEST_MESSAGE / 8).map_or(head, |(at, _)| at.max(head));
    text::one_line(&format!("{}…{}", &text[..head], &text[tail..])).into_owned()
}
