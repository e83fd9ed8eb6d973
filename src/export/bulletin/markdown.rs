//! Text that a reader of Markdown shows as it is.

/// Returns one line of text with everything escaped that could be markup, within the line or at its beginning.
pub fn escaped(text: &str) -> String {
    let text = text.trim();
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let mut escaped = String::with_capacity(text.len() + 8);
    for (at, c) in text.char_indices() {
        let begins_item = at == 0 && matches!(c, '#' | '+' | '-' | '=' | ':');
        let ends_number = at == digits && digits > 0 && matches!(c, '.' | ')');
        if begins_item || ends_number || is_markup(c) {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

fn is_markup(c: char) -> bool {
    matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '$')
}
