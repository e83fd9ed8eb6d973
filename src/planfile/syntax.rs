//! Text that is not TOML: what is wrong with it, in an order that helps.

use toml::de::{DeTable, Error};
use toml_parser::Source;
use toml_parser::lexer::TokenKind;

use super::conflicts::conflicts;
use super::lines::Lines;
use crate::model::diagnostic::{Code, Diagnostic, Syntax};
use crate::model::span::Span;

/// Past this size only the first error is looked for: the parser's recovery takes up to 190 bytes a byte.
const RECOVERABLE: usize = 1 << 20;

/// Past so many tables and lists a text is not parsed: the parser takes up to a kilobyte for each.
const MOST_TABLES: usize = 1_000_000;

/// Returns what stands against parsing `text` at all.
pub(super) fn too_many_tables(text: &str) -> Option<Diagnostic<'_>> {
    // Counted with those inside quotes at first, and many bytes at a time: every plan is.
    let opens = |byte: &u8| u8::from(matches!(byte, b'{' | b'[' | b'.'));
    let count = |bytes: &[u8]| usize::from(bytes.iter().map(opens).sum::<u8>());
    if text.as_bytes().chunks(u8::MAX.into()).map(count).sum::<usize>() <= MOST_TABLES {
        return None;
    }
    let opens =
        |kind| matches!(kind, TokenKind::LeftCurlyBracket | TokenKind::LeftSquareBracket | TokenKind::Dot);
    let first_too_many = Source::new(text).lex().filter(|token| opens(token.kind())).nth(MOST_TABLES)?;
    let span = (first_too_many.span().start()..first_too_many.span().end()).into();
    let code = Code::Syntax(Syntax::TooManyTables { most: MOST_TABLES });
    Some(Diagnostic { span, other: None, about: None, code })
}

/// Returns what is wrong with `text`, of which the parser's first complaint is `first`.
///
/// Conflict markers explain all the rest. Otherwise there is one problem a line, and none after the first
/// that breaks the structure: what the parser says from there on is noise.
pub(super) fn diagnostics<'a>(text: &'a str, first: Error) -> Vec<Diagnostic<'a>> {
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
    let mut found: Vec<Diagnostic<'a>> = Vec::new();
    let mut last_line = 0;
    for error in errors {
        let (span, code) = syntax_error(text, &lines, &error);
        let line = lines.position(span.start as usize).line;
        if line == last_line {
            continue;
        }
        last_line = line;
        found.push(Diagnostic { span, other: None, about: None, code: Code::Syntax(code) });
        if breaks_the_structure(error.message()) {
            break;
        }
    }
    found
}

/// An error inside one value leaves the rest of the file readable.
fn breaks_the_structure(message: &str) -> bool {
    let harmless = [
        "string values must be quoted", "invalid boolean", "duplicate key", "invalid date", "invalid time",
        "invalid integer", "unexpected leading zero", "missing escaped value",
    ];
    !harmless.iter().any(|harmless| message.starts_with(harmless))
}

fn syntax_error(text: &str, lines: &Lines<'_>, error: &Error) -> (Span, Syntax) {
    let span = error.span().unwrap_or_default();
    let start = span.start.min(text.len());
    let line = lines.position(start).line;
    if let Some(found) = full_width(text, lines.line(line)) {
        return found;
    }
    let span = start..span.end.max(start);
    match kind(error.message(), text, &span) {
        Syntax::Unclosed if text[..start].trim_end_matches([' ', '\t']).ends_with('\n') => {
            // Where a bracket should have been closed.
            let end = text[..start].trim_end().len();
            ((end..end).into(), Syntax::Unclosed)
        }
        syntax => (span_in_line(text, span), syntax),
    }
}

/// Tells from the parser's words what is wrong with the part of `text` in `span`.
fn kind(message: &str, text: &str, span: &std::ops::Range<usize>) -> Syntax {
    let begins = |words: &[&str]| words.iter().any(|word| message.starts_with(word));
    let at_line_start = text[..span.start].trim_end_matches([' ', '\t']).ends_with('\n');
    // A word that begins as `true` or `false` does is taken for one of them.
    if begins(&["string values must be quoted", "unquoted string", "invalid boolean"]) {
        if span.is_empty() { Syntax::NoValue } else { Syntax::Unquoted }
    } else if begins(&["unexpected key or value"]) && text[..span.start].ends_with('"') {
        Syntax::QuoteInside
    } else if begins(&["duplicate key"]) {
        Syntax::DuplicateKey
    } else if begins(&["missing escaped value"]) {
        Syntax::Backslash
    } else if begins(&["unclosed", "invalid basic string", "invalid literal string", "invalid multi-line"])
        || at_line_start && begins(&["missing comma between array elements"])
    {
        Syntax::Unclosed
    } else if begins(&[
        "invalid date", "invalid time", "invalid integer", "invalid float", "invalid mantissa",
    ]) || begins(&["invalid exponent", "invalid fraction", "unexpected leading zero"])
    {
        Syntax::BadValue
    } else if begins(&["key with no value", "missing value", "missing assignment"])
        || begins(&["invalid unquoted key"]) && text[span.start..].starts_with(':')
    {
        Syntax::NoValue
    } else {
        Syntax::Other(message.to_owned())
    }
}

/// An error at the end of a line is shown there, and not at the beginning of the next one.
fn span_in_line(text: &str, span: std::ops::Range<usize>) -> Span {
    let end = text[span.start..].find(['\n', '\r']).map_or(text.len(), |length| span.start + length);
    (span.start..span.end.clamp(span.start, end)).into()
}

/// Finds the first character outside quotes that an input method put in place of TOML's own.
fn full_width(text: &str, line: &str) -> Option<(Span, Syntax)> {
    let mut quote = None;
    for (at, typed) in line.char_indices() {
        match (quote, typed) {
            (None, '#') => return None,
            (None, '"' | '\'') => quote = Some(typed),
            (Some(open), _) if open == typed => quote = None,
            (None, _) => {
                if let Some(meant) = meant(typed) {
                    let start = line.as_ptr() as usize - text.as_ptr() as usize + at;
                    let span = (start..start + typed.len_utf8()).into();
                    return Some((span, Syntax::FullWidth { typed, meant }));
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
