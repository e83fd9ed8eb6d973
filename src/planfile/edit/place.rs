//! Where an edit goes: after which line, before which bracket, in which style.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};

use super::splice::Splices;
use super::{Activity, Edit, Refused, Value};
use crate::planfile::keys::ACTIVITY_KEYS;

/// Marks stand last, far from what changes next, so that two branches merge.
const MARKS: [&str; 3] = ["done", "verified", "verified_by"];

/// An activity in the text.
pub(super) struct Block<'t> {
    text: &'t str,
    id: &'t str,
    table: &'t DeTable<'t>,
    /// Whether it is a `{ … }` on one line.
    inline: bool,
    keys: Vec<Key<'t>>,
}

/// A key that stands in the block itself, not in a sub-table.
struct Key<'t> {
    name: &'t str,
    span: Range<usize>,
    /// Where its value ends.
    end: usize,
}

impl<'t> Block<'t> {
    pub(super) fn new(text: &'t str, activity: Activity<'t>, id: &'t str) -> Result<Block<'t>, Refused> {
        let DeValue::Table(table) = activity.get_ref() else { return Err(Refused::NotToml) };
        let inline = text[activity.span()].starts_with('{');
        if inline && text[activity.span()].contains('\n') {
            return Err(Refused::MultiLineInlineTable(id.to_owned()));
        }
        let mut keys: Vec<Key<'t>> = Vec::with_capacity(table.len());
        for (key, value) in table {
            if let Some(end) = own_end(text, value) {
                keys.push(Key { name: key.get_ref(), span: key.span(), end });
            }
        }
        Ok(Block { text, id, table, inline, keys })
    }

    /// Notes the splices of edits that are all of one key.
    pub(super) fn splice(&self, edits: &[&Edit<'_>], splices: &mut Splices) -> Result<(), Refused> {
        let Some(first) = edits.first() else { return Ok(()) };
        let key = first.key();
        match first {
            Edit::Set { value, .. } => self.set(key, &value.toml(), splices),
            Edit::Unset { .. } => self.unset(key, splices),
            Edit::Push { .. } => {
                let entries = edits.iter().filter_map(|edit| match edit {
                    Edit::Push { entry, .. } => Some(entry),
                    Edit::Set { .. } | Edit::Unset { .. } => None,
                });
                self.push(key, &entries.collect::<Vec<_>>(), splices)
            }
        }
    }

    fn set(&self, key: &'static str, value: &str, splices: &mut Splices) -> Result<(), Refused> {
        let Some(old) = self.table.get(key) else { return self.add(key, value, splices) };
        if matches!(old.get_ref(), DeValue::Array(_) | DeValue::Table(_)) {
            return Err(self.wrong_kind());
        }
        splices.replace(old.span(), value.to_owned());
        Ok(())
    }

    /// Puts a new key where the order of keys has it.
    fn add(&self, key: &str, value: &str, splices: &mut Splices) -> Result<(), Refused> {
        let anchor = self.anchor(key).ok_or_else(|| self.wrong_kind())?;
        if self.inline {
            splices.insert(anchor.end, format!(", {key} = {value}"));
        } else {
            let indent = self.indent(anchor.span.start);
            let lines = value.replace('\n', &format!("{}{indent}", self.line_end(anchor.end)));
            self.insert_lines(anchor.end, &format!("{indent}{key} = {lines}"), splices);
        }
        Ok(())
    }

    /// Returns the key after which `key` goes: for a mark the last in the text, else the nearest that comes
    /// before it in the order of keys.
    fn anchor(&self, key: &str) -> Option<&Key<'t>> {
        if MARKS.contains(&key) {
            return self.keys.iter().max_by_key(|key| key.end);
        }
        let rank = |name: &str| ACTIVITY_KEYS.iter().position(|known| *known == name);
        let limit = rank(key)?;
        let before = self.keys.iter().filter(|known| rank(known.name).is_some_and(|rank| rank < limit));
        before.max_by_key(|known| rank(known.name))
    }

    /// Puts lines after the line that the byte at `after` stands on.
    fn insert_lines(&self, after: usize, lines: &str, splices: &mut Splices) {
        let line_end = self.line_end(after);
        match self.text[after..].find('\n') {
            Some(length) => splices.insert(after + length + 1, format!("{lines}{line_end}")),
            None => splices.insert(self.text.len(), format!("{line_end}{lines}")),
        }
    }

    fn unset(&self, key: &str, splices: &mut Splices) -> Result<(), Refused> {
        let Some(value) = self.table.get(key) else { return Ok(()) };
        let own = self.keys.iter().find(|own| own.name == key);
        let own =
            own.filter(|_| !matches!(value.get_ref(), DeValue::Table(_))).ok_or_else(|| self.wrong_kind())?;
        let cut = if self.inline { self.inline_cut(own) } else { self.line_cut(own) };
        splices.remove(cut);
        Ok(())
    }

    /// The whole line goes; a comment at its end stays.
    fn line_cut(&self, key: &Key<'_>) -> Range<usize> {
        let rest = &self.text[key.end..];
        let (line, ended) = match rest.find('\n') {
            Some(length) => (&rest[..length], true),
            None => (rest, false),
        };
        if let Some(comment) = line.find('#') {
            return key.span.start..key.end + comment;
        }
        let start = self.line_start(key.span.start);
        if ended {
            return start..key.end + line.len() + 1;
        }
        // The last line of a file without a last line end takes the end before it along.
        let before = self.text[..start].strip_suffix('\n').map_or(start, str::len);
        let before = self.text[..before].strip_suffix('\r').map_or(before, str::len);
        before..self.text.len()
    }

    fn inline_cut(&self, key: &Key<'_>) -> Range<usize> {
        let before = self.text[..key.span.start].trim_end();
        if let Some(before) = before.strip_suffix(',') {
            return before.len()..key.end;
        }
        let after = &self.text[key.end..];
        let comma = after.trim_start().strip_prefix(',').map(str::trim_start);
        key.span.start..comma.map_or(key.end, |rest| self.text.len() - rest.len())
    }

    fn push(&self, key: &'static str, entries: &[&Value<'_>], splices: &mut Splices) -> Result<(), Refused> {
        let values: Vec<String> = entries.iter().map(|entry| entry.toml()).collect();
        let Some(found) = self.table.get(key) else {
            let is_record = matches!(entries.first(), Some(Value::Record(_)));
            let list = if is_record && !self.inline {
                format!("[\n  {},\n]", values.join(",\n  "))
            } else {
                format!("[{}]", values.join(", "))
            };
            return self.add(key, &list, splices);
        };
        let DeValue::Array(array) = found.get_ref() else { return Err(self.wrong_kind()) };
        if is_header(self.text, array) {
            self.push_blocks(array, entries, splices)
        } else {
            self.push_values(found.span(), array, &values, splices);
            Ok(())
        }
    }

    /// Adds to a `[ … ]` in the style found there.
    fn push_values(&self, span: Range<usize>, array: &DeArray<'_>, values: &[String], splices: &mut Splices) {
        let is_multi_line = self.text[span.clone()].contains('\n');
        let Some(last) = array.iter().map(Spanned::span).max_by_key(|span| span.end) else {
            return self.fill_empty(&span, is_multi_line, values, splices);
        };
        let comma = comma_after(&self.text[last.end..span.end]).map(|length| last.end + length);
        if !is_multi_line {
            let new = values.join(", ");
            match comma {
                Some(comma) => splices.insert(comma, format!(" {new},")),
                None => splices.insert(last.end, format!(", {new}")),
            }
            return;
        }
        let from = comma.unwrap_or(last.end);
        let indent = self.indent(last.start);
        let end = self.line_end(last.end);
        let tail = if comma.is_some() { "," } else { "" };
        let new = values.join(&format!(",{end}{indent}"));
        if comma.is_none() {
            splices.insert(last.end, ",".to_owned());
        }
        match self.text[from..span.end].find('\n') {
            Some(length) => splices.insert(from + length + 1, format!("{indent}{new}{tail}{end}")),
            None => splices.insert(from, format!("{end}{indent}{new}{tail}")),
        }
    }

    fn fill_empty(&self, span: &Range<usize>, is_multi_line: bool, values: &[String], splices: &mut Splices) {
        if !is_multi_line {
            return splices.insert(span.start + 1, values.join(", "));
        }
        let indent = format!("{}  ", self.indent(span.start));
        let end = self.line_end(span.start);
        let new = values.join(&format!(",{end}{indent}"));
        let first_break =
            self.text[span.clone()].find('\n').map_or(span.end - 1, |length| span.start + length + 1);
        splices.insert(first_break, format!("{indent}{new},{end}"));
    }

    /// Adds `[[activity.notes]]` blocks after the last one, in its style.
    fn push_blocks(
        &self,
        array: &DeArray<'_>,
        entries: &[&Value<'_>],
        splices: &mut Splices,
    ) -> Result<(), Refused> {
        let last = array.iter().max_by_key(|block| block.span().start).ok_or_else(|| self.wrong_kind())?;
        let DeValue::Table(table) = last.get_ref() else { return Err(self.wrong_kind()) };
        let end =
            table.iter().filter_map(|(_, value)| own_end(self.text, value)).max().unwrap_or(last.span().end);
        let indent = self.indent(last.span().start);
        let header = &self.text[last.span()];
        let line_end = self.line_end(end);
        let before = &self.text[..self.line_start(last.span().start)];
        let blank = if before.ends_with("\n\n") || before.ends_with("\n\r\n") { line_end } else { "" };
        for entry in entries {
            let Value::Record(pairs) = entry else { return Err(self.wrong_kind()) };
            let mut lines = vec![format!("{blank}{indent}{header}")];
            lines.extend(pairs.iter().map(|(key, value)| format!("{indent}{key} = {}", value.toml())));
            self.insert_lines(end, &lines.join(line_end), splices);
        }
        Ok(())
    }

    fn wrong_kind(&self) -> Refused {
        Refused::WrongKind(self.id.to_owned())
    }

    fn line_start(&self, at: usize) -> usize {
        self.text[..at].rfind('\n').map_or(0, |before| before + 1)
    }

    /// Returns the blanks before what stands at `at`, which are those of its line.
    fn indent(&self, at: usize) -> &'t str {
        let line = &self.text[self.line_start(at)..at];
        &line[..line.len() - line.trim_start_matches([' ', '\t']).len()]
    }

    /// Returns the line end in use around `at`: that of its line, else of the line before.
    fn line_end(&self, at: usize) -> &'static str {
        let own = self.text[at..].find('\n').map(|length| at + length);
        let used = own.or_else(|| self.text[..at].rfind('\n'));
        if used.is_some_and(|at| self.text[..at].ends_with('\r')) { "\r\n" } else { "\n" }
    }
}

/// Returns where a value ends that stands in the block itself; None for one in a sub-table with a header.
fn own_end(text: &str, value: &Spanned<DeValue<'_>>) -> Option<usize> {
    match value.get_ref() {
        DeValue::Array(array) if is_header(text, array) => None,
        DeValue::Table(table) => match text[value.span()].chars().next() {
            Some('{') => Some(value.span().end),
            Some('[') => None,
            // Dotted keys have no span of their own: the last of what they hold.
            _ => table.iter().filter_map(|(_, value)| own_end(text, value)).max(),
        },
        _ => Some(value.span().end),
    }
}

/// Whether an array is a row of `[[…]]` blocks.
fn is_header(text: &str, array: &DeArray<'_>) -> bool {
    array
        .iter()
        .any(|entry| matches!(entry.get_ref(), DeValue::Table(_)) && text[entry.span()].starts_with('['))
}

/// Returns how far it is to the end of the comma that comes next, past blanks and comments.
fn comma_after(text: &str) -> Option<usize> {
    let mut rest = text;
    loop {
        rest = rest.trim_start();
        if rest.starts_with('#') {
            rest = &rest[rest.find('\n')?..];
            continue;
        }
        let after = rest.strip_prefix(',')?;
        return Some(text.len() - after.len());
    }
}
