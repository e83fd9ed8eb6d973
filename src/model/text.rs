//! Text as the author wrote it, and what in it is not for the screen.

/// Text, borrowed from the plan file wherever it stands there unescaped.
pub type Text<'a> = std::borrow::Cow<'a, str>;

/// Whether `c` could steer a terminal: a control, or a character that turns the direction of text.
pub fn is_unsafe(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{061C}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}
