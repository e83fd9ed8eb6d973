//! The lines about a Markdown file that stand before its text, in YAML or TOML.

use super::lines::Line;

/// Takes them off, and returns the title that they state: a date among them is the file's, not the plan's.
pub fn take<'t>(lines: &mut &[Line<'t>]) -> Option<Line<'t>> {
    let first = lines.first()?;
    let fence = ["---", "+++"].into_iter().find(|fence| first.text.trim_end() == *fence)?;
    let end = 1 + lines[1..].iter().position(|line| line.text.trim_end() == fence)?;
    let inside = &lines[1..end];
    if !inside.iter().all(is_entry) {
        return None;
    }
    *lines = &lines[end + 1..];
    inside.iter().find_map(title)
}

/// Whether it can be a line of YAML or TOML: a key, an item of a list, a comment.
fn is_entry(line: &Line) -> bool {
    let is_key =
        |(key, _): (&str, &str)| key.trim().chars().all(|c| c.is_ascii_alphanumeric() || "_-.\"".contains(c));
    line.is_blank()
        || line.text.starts_with([' ', '#', '-', '[', ']', '\t'])
        || line.text.split_once([':', '=']).is_some_and(is_key)
}

fn title<'t>(line: &Line<'t>) -> Option<Line<'t>> {
    let text = line.text.strip_prefix("title")?.trim_start().strip_prefix([':', '='])?;
    let text = text.trim().trim_matches(['"', '\'']);
    (!text.is_empty()).then_some(Line { number: line.number, text })
}
