//! Lines and columns of a text.

/// A place as people count it: both from 1, columns in characters, a byte order mark not counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    pub line: usize,
    pub column: usize,
}

pub struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    pub fn new(text: &'a str) -> Lines<'a> {
        let after_break = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
        let first = if text.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { 0 };
        Lines { text, starts: std::iter::once(first).chain(after_break).collect() }
    }

    /// Returns the place of the byte at `offset`; past the end, the end.
    pub fn position(&self, offset: usize) -> Position {
        let line = self.starts.partition_point(|start| *start <= offset).max(1);
        let start = self.starts[line - 1];
        let before = self.text.get(start..offset.clamp(start, self.text.len())).unwrap_or_default();
        Position { line, column: before.chars().count() + 1 }
    }

    pub fn line(&self, line: usize) -> &'a str {
        let end = self.starts.get(line).copied().unwrap_or(self.text.len());
        self.text[self.starts[line - 1]..end].trim_end_matches(['\n', '\r'])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_and_leave_out_the_byte_order_mark() {
        let text = "\u{FEFF}标题 = 1\r\ndue = 2\n";
        let lines = Lines::new(text);
        let offset = text.find('=').expect("it is there");
        assert_eq!(lines.position(offset), Position { line: 1, column: 4 });
        assert_eq!(lines.position(text.find('2').expect("it is there")), Position { line: 2, column: 7 });
        assert_eq!(lines.line(1), "标题 = 1");
        assert_eq!(lines.line(2), "due = 2");
    }

    #[test]
    fn the_end_of_the_text_has_a_place() {
        assert_eq!(Lines::new("").position(0), Position { line: 1, column: 1 });
        assert_eq!(Lines::new("a\nbc").position(9), Position { line: 2, column: 3 });
    }
}
