//! What is no TOML, and what to do about it, in English.

use crate::model::diagnostic::Syntax;

pub(super) fn syntax(syntax: &Syntax) -> String {
    match syntax {
        Syntax::FullWidth { typed, .. } => format!("`{typed}` is a full-width character"),
        Syntax::Unquoted => "text needs quotes".into(),
        Syntax::Unclosed => "a quote or a bracket is not closed".into(),
        Syntax::QuoteInside => "a quote inside the text ends it".into(),
        Syntax::BadValue => "this is neither a date nor a number".into(),
        Syntax::DuplicateKey => "this key stands twice".into(),
        Syntax::Backslash => "a backslash in \"…\" begins an escape, and this is none".into(),
        Syntax::NoValue => "a key without `=` and a value".into(),
        Syntax::TooManyTables { most } => {
            format!("more than {most} tables and lists are not read; each {{, [ and dot of a key counts")
        }
        Syntax::Other(message) => format!("not TOML: {message}"),
    }
}

pub(super) fn syntax_hint(syntax: &Syntax) -> Option<String> {
    Some(match syntax {
        Syntax::FullWidth { meant: ' ', .. } => "type an ordinary space".into(),
        Syntax::FullWidth { meant, .. } => format!("type `{meant}`, with the input method switched off"),
        Syntax::Unquoted => "write it between straight quotes, as in due = \"5月25日前\"".into(),
        Syntax::Unclosed => "close it on the same line".into(),
        Syntax::QuoteInside => "write curly quotes inside, or a backslash before each".into(),
        Syntax::BadValue => "a date is 2018-06-01, a number has no leading zero, text has quotes".into(),
        Syntax::DuplicateKey => "keep one; a new activity begins with a line [[activity]]".into(),
        Syntax::Backslash => "write the text between single quotes: '…', or double the backslash".into(),
        Syntax::NoValue => "write key = value; a line that begins with # is a comment".into(),
        Syntax::TooManyTables { .. } | Syntax::Other(_) => return None,
    })
}
