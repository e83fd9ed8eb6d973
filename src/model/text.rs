//! Text as the author wrote it, and what in it is not for the screen.

/// Text, borrowed from the plan file wherever it stands there unescaped.
pub type Text<'a> = std::borrow::Cow<'a, str>;

/// Whether `c` could steer a terminal or hide in it: a control, a character that turns the direction of
/// text, or one that is never seen.
pub fn is_unsafe(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{AD}' | '\u{061C}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}')
        || matches!(c, '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}')
}
