//! Which lines belong to the entry above them.

use super::super::numbering::Style;
use super::headings::Key;
use super::line::Line;

/// Note: …, 注：…
pub fn is_note(text: &str) -> bool {
    ["note:", "notes:", "注：", "备注：", "说明："].iter().any(|word| text.to_lowercase().starts_with(word))
}

/// Whether a line stands in one list with a date alone.
pub fn is_beside(line: &Line, date: Key) -> bool {
    date == Key::Numbered(Style::Bullet) && Key::of(line) == date
}

/// Whether a line belongs to the entry on the line with that key, if all that follows does up to a heading or not.
pub fn is_under(line: &Line, key: Key, has_all: bool) -> bool {
    match (key, Key::of(line)) {
        (Key::Level(entry), Key::Level(line)) => line > entry,
        (Key::Level(_), _) => true,
        (_, Key::Level(_)) => false,
        (entry, line_key) if entry == line_key => entry == Key::Plain && has_all,
        (Key::Numbered(Style::Bullet), Key::Plain) => false,
        (_, Key::Plain) => has_all,
        (Key::Plain, Key::Numbered(style)) => {
            !matches!(style, Style::Chinese | Style::ChineseInBrackets | Style::Part)
        }
        (entry, line) => entry.is_above(line),
    }
}
