//! Problems and warnings on the screen: the place, what is wrong, the line with a mark under it, what to write.

use std::fmt::Write as _;

use crate::messages::{Label, Listing, Messages};
use crate::model::date::Repair;
use crate::model::diagnostic::{Code, Diagnostic, Severity, Warning};
use crate::planfile::Source;
use crate::planfile::lines::Lines;
use crate::terminal::{self, Screen, Tone};

/// A source line is shown whole up to this many characters; of a longer one, the part around the mark.
const LONGEST_LINE: usize = 160;
/// How much of a longer line stands before the mark.
const LEAD: usize = 40;
/// A message that quotes more than this is cut in the middle.
const LONGEST_MESSAGE: usize = 300;

/// Returns the problems among `found`, each in full.
pub(crate) fn problems(
    found: &[Diagnostic<'_>],
    source: &Source,
    messages: &dyn Messages,
    screen: Screen,
) -> String {
    let lines = Lines::new(&source.text);
    let problems = found.iter().filter(|problem| problem.code.severity() == Severity::Problem);
    problems.map(|problem| in_full(problem, source, &lines, messages, screen)).collect::<Vec<_>>().join("\n")
}

fn in_full(
    problem: &Diagnostic<'_>,
    source: &Source,
    lines: &Lines<'_>,
    messages: &dyn Messages,
    screen: Screen,
) -> String {
    let place = problem.span;
    let position = lines.position(place.start as usize);
    let mut text = terminal::paint(&place_of(problem, source, lines), Tone::Strong, screen);
    let _ = writeln!(text, ": {}", terminal::paint(&message(problem, messages), Tone::Bad, screen));
    let line = lines.line(position.line);
    let gutter = position.line.to_string();
    let start = line.char_indices().nth(position.column - 1).map_or(line.len(), |(at, _)| at);
    let end = start + (place.end.saturating_sub(place.start) as usize).min(line.len() - start);
    let (shown, marked) = around(line, start..floor(line, end));
    let margin = " ".repeat(gutter.len());
    let _ = writeln!(text, "{gutter} | {}", terminal::clean(&shown));
    let _ =
        writeln!(text, "{margin} | {}", terminal::paint(&terminal::caret(&shown, marked), Tone::Bad, screen));
    if let Some(other) = problem.other {
        let other = lines.position(other.start as usize).line;
        let _ = writeln!(text, "  {}", messages.listing(&Listing::OtherAt(other)));
    }
    if let Some(hint) = messages.hint(&problem.code) {
        let label = terminal::paint(messages.label(Label::Hint), Tone::Faint, screen);
        let _ = writeln!(text, "  {label}: {}", shortened(&hint));
    }
    text
}

/// Returns `file:line:column`, and the id of what it is about.
fn place_of(problem: &Diagnostic<'_>, source: &Source, lines: &Lines<'_>) -> String {
    let position = lines.position(problem.span.start as usize);
    let name = terminal::one_line(&source.name);
    let about = problem.about.as_deref().map_or_else(String::new, |id| format!(": {}", shortened(id)));
    format!("{name}:{}:{}{about}", position.line, position.column)
}

/// Returns what is wrong, safe to print and of bearable length.
pub(crate) fn message(problem: &Diagnostic<'_>, messages: &dyn Messages) -> String {
    shortened(&messages.diagnostic(&problem.code))
}

/// Returns the warnings among `found`, like ones under one heading.
pub(crate) fn warnings(
    found: &[Diagnostic<'_>],
    source: &Source,
    messages: &dyn Messages,
    screen: Screen,
) -> String {
    let lines = Lines::new(&source.text);
    let mut text = String::new();
    for (_, problems) in by_kind(found) {
        let Code::Warning(warning) = &problems[0].code else { continue };
        let heading = messages.class(warning, problems.len());
        let _ = writeln!(text, "\n{}", terminal::paint(&heading, Tone::Strong, screen));
        for problem in &problems {
            let place = place_of(problem, source, &lines);
            let _ = writeln!(text, "  {place}  {}", message(problem, messages));
        }
        if let Some(hint) =
            messages.hint(&problems[0].code).filter(|_| problems.len() == 1 || is_general(warning))
        {
            let _ = writeln!(text, "  {}: {}", messages.label(Label::Hint), shortened(&hint));
        }
    }
    text
}

/// Whether the hint of one warning holds for all of its kind.
fn is_general(warning: &Warning<'_>) -> bool {
    !matches!(warning, Warning::NoPhase { .. })
}

/// What stands under one heading: warnings of one code, and of one repair.
type Class = (&'static str, Option<Repair>);

fn class(problem: &Diagnostic<'_>) -> Class {
    let repair = match problem.code {
        Code::Warning(Warning::Repaired { repair, .. }) => Some(repair),
        _ => None,
    };
    (problem.code.name(), repair)
}

/// Returns the warnings by kind, in the order in which the kinds first appear.
fn by_kind<'p, 'a>(found: &'p [Diagnostic<'a>]) -> Vec<(Class, Vec<&'p Diagnostic<'a>>)> {
    let mut kinds: Vec<(Class, Vec<&Diagnostic<'a>>)> = Vec::new();
    for problem in found.iter().filter(|problem| problem.code.severity() == Severity::Warning) {
        let class = class(problem);
        match kinds.iter_mut().find(|(known, _)| *known == class) {
            Some((_, problems)) => problems.push(problem),
            None => kinds.push((class, vec![problem])),
        }
    }
    kinds
}

/// Returns how many kinds of warnings there are, and how many warnings.
pub(crate) fn count_warnings(found: &[Diagnostic<'_>]) -> (usize, usize) {
    let kinds = by_kind(found);
    (kinds.len(), kinds.iter().map(|(_, problems)| problems.len()).sum())
}

/// Returns the part of `line` around what is `marked`, and where the mark is in it.
fn around(line: &str, marked: std::ops::Range<usize>) -> (String, std::ops::Range<usize>) {
    if line.chars().nth(LONGEST_LINE).is_none() {
        return (line.to_owned(), marked);
    }
    let from = line[..marked.start].char_indices().rev().nth(LEAD - 1).map_or(0, |(at, _)| at);
    let to = line[from..].char_indices().nth(LONGEST_LINE).map_or(line.len(), |(at, _)| from + at);
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
    let text = terminal::one_line(text);
    if text.len() <= LONGEST_MESSAGE {
        return text.into_owned();
    }
    let head = floor(&text, LONGEST_MESSAGE / 2);
    let tail = text.char_indices().rev().nth(LONGEST_MESSAGE / 8).map_or(head, |(at, _)| at.max(head));
    format!("{}…{}", &text[..head], &text[tail..])
}
