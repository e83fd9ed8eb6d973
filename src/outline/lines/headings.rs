//! The headings above a line, from the outermost to the nearest.

use super::super::numbering::Style;
use super::line::Line;
use super::sections;

/// What decides on which level a heading stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    Level(u8),
    Numbered(Style),
    /// A name alone in its line.
    Plain,
}

#[derive(Debug)]
struct Heading {
    key: Key,
    title: String,
    is_phase: bool,
}

#[derive(Debug, Default)]
pub struct Headings(Vec<Heading>);

impl Key {
    pub fn of(line: &Line) -> Key {
        match (line.level, line.style) {
            (Some(level), _) => Key::Level(level),
            (None, Some(style)) => Key::Numbered(style),
            (None, None) => Key::Plain,
        }
    }
}

impl Key {
    /// How deep what is numbered so usually stands.
    fn depth(self) -> usize {
        match self {
            Key::Level(level) => level.into(),
            Key::Numbered(style) => {
                10 + match style {
                    Style::Part => 0,
                    Style::Chinese => 1,
                    Style::ChineseInBrackets => 2,
                    Style::Digits(parts) => 2 + parts,
                    Style::DigitsInBrackets => 10,
                    Style::Sign | Style::Letter | Style::Is => 11,
                    Style::Bullet => 12,
                }
            }
            Key::Plain => 30,
        }
    }

    pub fn is_above(self, other: Key) -> bool {
        self.depth() < other.depth()
    }
}

impl Headings {
    /// How many headings stand above a line with that key.
    pub fn above(&self, key: Key) -> usize {
        let is_beside = |heading: &Heading| match (key, heading.key) {
            (Key::Level(level), Key::Level(other)) => other >= level,
            (Key::Level(_), _) => true,
            _ => heading.key == key,
        };
        self.0.iter().position(is_beside).unwrap_or(self.0.len())
    }

    pub fn push(&mut self, key: Key, title: &str, is_phase: bool) {
        self.0.truncate(self.above(key));
        self.0.push(Heading { key, title: title.to_owned(), is_phase });
    }

    pub fn clear(&mut self) {
        self.0.clear();
    }

    pub fn is_in_phase(&self) -> bool {
        self.0.iter().any(|heading| heading.is_phase)
    }

    /// Whether one of the headings above a line with that key, or of all, is of what is no plan.
    pub fn is_background(&self, key: Option<Key>) -> bool {
        let above = key.map_or(self.0.len(), |key| self.above(key));
        self.0[..above].iter().any(|heading| sections::is_background(&heading.title))
    }

    /// Whether the nearest heading above a line with that key lists phases.
    pub fn has_steps(&self, key: Key) -> bool {
        let above = self.above(key);
        self.0[..above].last().is_some_and(|heading| sections::has_steps(&heading.title))
    }

    /// The group in which a line with that key stands: the nearest heading, where it names one.
    pub fn group(&self, key: Key) -> Option<String> {
        let heading = self.0[..self.above(key)].last()?;
        let is_group = !heading.is_phase && sections::is_group(&heading.title);
        is_group.then(|| heading.title.clone())
    }

    pub fn nearest(&self) -> Option<&str> {
        self.0.last().map(|heading| heading.title.as_str())
    }
}
