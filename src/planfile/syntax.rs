//! Text that is not TOML: what is wrong with it, in an order that helps.

use toml::de::{DeTable, Error};

use super::lines::Lines;
use crate::model::Text;
use crate::model::draft::Place;
use crate::model::problem::{Fault, Problem, Syntax};

/// Past this size only the first fault is looked for: the parser's recovery takes up to 190 bytes a byte.
const RECOVERABLE: usize = 1 << 20;

/// Returns what is wrong with `text`, of which the parser's first complaint is `first`.
///
/// Conflict markers explain all the rest. Otherwise there is one problem a line, and none after the first
/// that breaks the structure: what the parser says from there on is noise.
pub(super) fn problems<'a>(text: &'a str, first: Error) -> Vec<Problem<'a>> {
    let conflicts = conflicts(text);
    if !conflicts.is_empty() {
        return conflicts;
    }
    let mut errors = match text.len() {
        ..=RECOVERABLE => DeTable::parse_recoverable(text).1,
        _ => vec![first],
    };
    errors.sort_by_key(|error| error.span().map_or(0, |span| span.start));
    let lines = Lines::new(text);
    let mut problems: Vec<Problem<'a>> = Vec::new();
    let mut last_line = 0;
    for error in errors {
        let (place, fault) = fault(text, &lines, &error);
        let line = lines.position(place.start as usize).line;
        if line != last_line {
            problems.push(Problem { place, other: None, about: None, fault: Fault::Syntax(fault) });
        }
        last_line = line;
        if breaks_the_structure(error.message()) {
            break;
        }
    }
    problems
}

/// A fault inside one value leaves the rest of the file readable.
fn breaks_the_structure(message: &str) -> bool {
    let harmless =
        ["string values must be quoted", "duplicate key", "invalid date-time", "unexpected leading zero"];
    !harmless.iter().any(|harmless| message.starts_with(harmless))
}

fn fault(text: &str, lines: &Lines<'_>, error: &Error) -> (Place, Syntax) {
    let span = error.span().unwrap_or_default();
    let start = span.start.min(text.len());
    let line = lines.position(start).line;
    if let Some(found) = full_width(text, lines.line(line)) {
        return found;
    }
    let message = error.message();
    let says = |words: &[&str]| words.iter().any(|word| message.contains(word));
    let syntax = if says(&["values must be quoted", "unquoted string"]) {
        Syntax::Unquoted
    } else if says(&["duplicate key"]) {
        Syntax::DuplicateKey
    } else if says(&["unclosed", "invalid basic string", "invalid literal string", "invalid multi-line"]) {
        Syntax::Unclosed
    } else if says(&["invalid date-time", "number", "leading zero", "invalid float", "invalid exponent"]) {
        Syntax::BadValue
    } else if says(&["key with no value", "missing value", "missing assignment"]) {
        Syntax::NoValue
    } else {
        Syntax::Other(message.to_owned())
    };
    (place_in_line(text, start..span.end), syntax)
}

/// A fault at the end of a line is shown there, and not at the beginning of the next one.
fn place_in_line(text: &str, span: std::ops::Range<usize>) -> Place {
    let end = text[span.start..].find(['\n', '\r']).map_or(text.len(), |length| span.start + length);
    (span.start..span.end.clamp(span.start, end)).into()
}

/// Finds the first character outside quotes that an input method put in place of TOML's own.
fn full_width(text: &str, line: &str) -> Option<(Place, Syntax)> {
    let mut quote = None;
    for (at, typed) in line.char_indices() {
        match (quote, typed) {
            (None, '#') => return None,
            (None, '"' | '\'') => quote = Some(typed),
            (Some(open), _) if open == typed => quote = None,
            (None, _) => {
                if let Some(meant) = meant(typed) {
                    let start = line.as_ptr() as usize - text.as_ptr() as usize + at;
                    return Some((
                        (start..start + typed.len_utf8()).into(),
                        Syntax::FullWidth { typed, meant },
                    ));
                }
            }
            (Some(_), _) => {}
        }
    }
    None
}

/// Returns the ASCII character that was meant by one of full width.
fn meant(typed: char) -> Option<char> {
    match typed {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(typed as u32 - 0xFEE0),
        '“' | '”' | '″' => Some('"'),
        '‘' | '’' | '′' => Some('\''),
        '【' | '〔' => Some('['),
        '】' | '〕' => Some(']'),
        '、' => Some(','),
        '。' => Some('.'),
        '—' | '–' => Some('-'),
        '\u{3000}' => Some(' '),
        _ => None,
    }
}

/// Finds the two sides of every conflict that git left in the text.
fn conflicts(text: &str) -> Vec<Problem<'_>> {
    let mut problems = Vec::new();
    let mut id = None;
    let mut at = 0;
    let mut rest = text;
    while let Some(line) = rest.split_inclusive('\n').next() {
        if line.starts_with("<<<<<<<") {
            let place = (at..at + line.trim_end().len()).into();
            let (ours, theirs) = sides(rest);
            let about = id.or_else(|| id_in(&ours)).map(Text::Borrowed);
            let fault = Fault::Conflict { ours: ours.join(" "), theirs: theirs.join(" ") };
            problems.push(Problem { place, other: None, about, fault });
        }
        id = id_of(line).or(if line.starts_with("[[") { None } else { id });
        at += line.len();
        rest = &rest[line.len()..];
    }
    problems
}

/// Returns the lines of both sides of the conflict that begins `text`.
fn sides(text: &str) -> (Vec<&str>, Vec<&str>) {
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    let mut base = Vec::new();
    let mut side = &mut ours;
    for line in text.lines().skip(1) {
        match line.get(..7) {
            Some(">>>>>>>") => break,
            Some("|||||||") => side = &mut base,
            Some("=======") => side = &mut theirs,
            _ => side.push(line.trim()),
        }
    }
    (ours, theirs)
}

fn id_in<'a>(lines: &[&'a str]) -> Option<&'a str> {
    lines.iter().find_map(|line| id_of(line))
}

fn id_of(line: &str) -> Option<&str> {
    let value = line.trim_start().strip_prefix("id")?.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|first| matches!(first, '"' | '\''))?;
    value[1..].split(quote).next()
}
