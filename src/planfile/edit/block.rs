//! Where an edit goes: after which line, before which bracket, in which style.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};

use super::edits::Edit;
use super::entries::Entry;
use super::error::EditError;
use super::splice::Splices;
use super::value::{Value, list};
use crate::model::key::{ActivityKey, EntryKey, FileKey};

/// An activity or a phase in the text.
pub(super) struct Block<'t> {
    pub(super) text: &'t str,
    pub(super) id: &'t str,
    pub(super) table: &'t DeTable<'t>,
    /// Whether it is a `{ … }` on one line.
    pub(super) inline: bool,
    keys: Vec<OwnKey<'t>>,
    list: FileKey,
}

/// A key that stands in the block itself, not in a sub-table.
struct OwnKey<'t> {
    name: &'t str,
    span: Range<usize>,
    /// Where its value ends.
    end: usize,
}

impl<'t> Block<'t> {
    pub(super) fn new(
        text: &'t str,
        entry: Entry<'t>,
        id: &'t str,
        list: FileKey,
    ) -> Result<Block<'t>, EditError> {
        let DeValue::Table(table) = entry.get_ref() else { return Err(EditError::NotToml) };
        let inline = text[entry.span()].starts_with('{');
        if inline && text[entry.span()].contains('\n') {
            return Err(EditError::MultiLineInlineTable(id.to_owned()));
        }
        let mut keys: Vec<OwnKey<'t>> = Vec::with_capacity(table.len());
        for (key, value) in table {
            if let Some(end) = own_end(text, value) {
                keys.push(OwnKey { name: key.get_ref(), span: key.span(), end });
            }
        }
        Ok(Block { text, id, table, inline, keys, list })
    }

    /// Notes the splices of edits: one, or entries for one list.
    pub(super) fn splice(&self, edits: &[&Edit<'_>], splices: &mut Splices) -> Result<(), EditError> {
        match edits {
            [Edit::Set { key, value, .. }] => self.set(self.own(*key)?, value, splices),
            [Edit::Unset { key, .. }] => self.unset(self.own(*key)?, splices),
            [Edit::Replace { key, pairs, .. }] => self.replace(self.own(*key)?, pairs, splices),
            [Edit::Pull { key, at, .. }] => self.pull(self.own(*key)?, *at, splices),
            [Edit::Push { key, .. }, ..] => {
                let entries = edits.iter().filter_map(|edit| match edit {
                    Edit::Push { entry, .. } => Some(entry),
                    _ => None,
                });
                self.push(self.own(*key)?, &entries.collect::<Vec<_>>(), splices)
            }
            _ => Err(self.wrong_kind()),
        }
    }

    /// Refuses a key that only the entries of another list have.
    fn own(&self, key: EntryKey) -> Result<EntryKey, EditError> {
        if key.list() == self.list { Ok(key) } else { Err(self.wrong_kind()) }
    }

    fn set(&self, key: EntryKey, value: &Value<'_>, splices: &mut Splices) -> Result<(), EditError> {
        let Some(old) = self.table.get(key.name()) else { return self.add(key, |_| value.toml(), splices) };
        let fits = match old.get_ref() {
            DeValue::Array(array) => value.texts().is_some() && !is_header(self.text, array),
            DeValue::Table(_) => false,
            _ => !matches!(value, Value::Texts(_)),
        };
        if !fits {
            return Err(self.wrong_kind());
        }
        splices.replace(old.span(), self.in_the_form_of(old, value));
        Ok(())
    }

    /// Returns a value in the quotes of the old one, and with the gaps of its list, so that this comes back as it was.
    fn in_the_form_of(&self, old: &Spanned<DeValue<'_>>, value: &Value<'_>) -> String {
        let text = self.text;
        let (Some(texts), DeValue::Array(array)) = (value.texts(), old.get_ref()) else {
            return value.in_quotes_of(&text[old.span()]);
        };
        let (Some(first), Some(last)) = (array.iter().next(), array.iter().next_back()) else {
            return list(texts);
        };
        let open = &text[old.span().start..first.span().start];
        let between = if is_multi_line(text, old) { &open[1..] } else { " " };
        let texts = texts.iter().map(|one| Value::Text(one.clone()).in_quotes_of(&text[first.span()]));
        let texts: Vec<String> = texts.collect();
        open.to_owned() + &texts.join(&format!(",{between}")) + &text[last.span().end..old.span().end]
    }

    /// What stands around the key and its value, comments too, stays around those that come.
    fn replace(
        &self,
        key: EntryKey,
        pairs: &[(EntryKey, Value<'_>)],
        splices: &mut Splices,
    ) -> Result<(), EditError> {
        let own = self.keys.iter().find(|own| own.name == key.name()).ok_or_else(|| self.wrong_kind())?;
        let [(first, value), rest @ ..] = pairs else { return Err(self.wrong_kind()) };
        let old = self.table.get(key.name()).filter(|old| old.span().end == own.end);
        let old = old.ok_or_else(|| self.wrong_kind())?;
        let name = self.text[own.span.clone()].replacen(key.name(), first.name(), 1);
        splices.replace(own.span.clone(), name);
        splices.replace(old.span(), value.toml());
        let indent = self.indent(own.span.start);
        for (key, value) in rest {
            let line = format!("{} = {}", key.name(), value.toml());
            if self.inline {
                splices.insert(own.end, format!(", {line}"));
            } else {
                self.insert_lines(own.end, &format!("{indent}{line}"), splices);
            }
        }
        Ok(())
    }

    /// Puts a new key where the order of keys has it. `value` is given what ends a line and begins the next.
    pub(super) fn add(
        &self,
        key: EntryKey,
        value: impl FnOnce(&str) -> String,
        splices: &mut Splices,
    ) -> Result<(), EditError> {
        let anchor = self.anchor(key).ok_or_else(|| self.wrong_kind())?;
        let key = key.name();
        if self.inline {
            splices.insert(anchor.end, format!(", {key} = {}", value(" ")));
        } else {
            let indent = self.indent(anchor.span.start);
            let value = value(&format!("{}{indent}", self.line_end(anchor.end)));
            self.insert_lines(anchor.end, &format!("{indent}{key} = {value}"), splices);
        }
        Ok(())
    }

    /// Returns the key after which `key` goes: for a mark the last in the text, else the last of those that
    /// come before it in the order of keys.
    fn anchor(&self, key: EntryKey) -> Option<&OwnKey<'t>> {
        let comes_before = |name| EntryKey::named(self.list, name).is_some_and(|known| known < key);
        let before = self.keys.iter().filter(|own| stands_last(key) || comes_before(own.name));
        before.max_by_key(|own| own.end)
    }

    /// Puts lines after the line that the byte at `after` stands on.
    pub(super) fn insert_lines(&self, after: usize, lines: &str, splices: &mut Splices) {
        let line_end = self.line_end(after);
        match self.text[after..].find('\n') {
            Some(length) => splices.insert(after + length + 1, format!("{lines}{line_end}")),
            None => splices.insert(self.text.len(), format!("{line_end}{lines}")),
        }
    }

    pub(super) fn unset(&self, key: EntryKey, splices: &mut Splices) -> Result<(), EditError> {
        let Some(value) = self.table.get(key.name()) else { return Ok(()) };
        let own = self.keys.iter().find(|own| own.name == key.name());
        let own =
            own.filter(|_| !matches!(value.get_ref(), DeValue::Table(_))).ok_or_else(|| self.wrong_kind())?;
        let cut = if self.inline { self.inline_cut(own) } else { self.line_cut(own) };
        splices.remove(cut);
        Ok(())
    }

    /// The whole line goes; a comment at its end stays.
    fn line_cut(&self, key: &OwnKey<'_>) -> Range<usize> {
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

    fn inline_cut(&self, key: &OwnKey<'_>) -> Range<usize> {
        let before = self.text[..key.span.start].trim_end();
        if let Some(before) = before.strip_suffix(',') {
            return before.len()..key.end;
        }
        let after = &self.text[key.end..];
        let comma = after.trim_start().strip_prefix(',').map(str::trim_start);
        key.span.start..comma.map_or(key.end, |rest| self.text.len() - rest.len())
    }

    pub(super) fn wrong_kind(&self) -> EditError {
        EditError::WrongKind(self.id.to_owned())
    }

    pub(super) fn line_start(&self, at: usize) -> usize {
        self.text[..at].rfind('\n').map_or(0, |before| before + 1)
    }

    /// Returns the blanks before what stands at `at`, which are those of its line.
    pub(super) fn indent(&self, at: usize) -> &'t str {
        let line = &self.text[self.line_start(at)..at];
        &line[..line.len() - line.trim_start_matches([' ', '\t']).len()]
    }

    /// Returns the line end in use around `at`: that of its line, else of the line before.
    pub(super) fn line_end(&self, at: usize) -> &'static str {
        let own = self.text[at..].find('\n').map(|length| at + length);
        let used = own.or_else(|| self.text[..at].rfind('\n'));
        if used.is_some_and(|at| self.text[..at].ends_with('\r')) { "\r\n" } else { "\n" }
    }
}

/// Marks stand last, far from what changes next, so that two branches merge.
fn stands_last(key: EntryKey) -> bool {
    let EntryKey::Activity(key) = key else { return false };
    matches!(key, ActivityKey::Done | ActivityKey::Verified | ActivityKey::VerifiedBy)
}

/// Returns where a value ends that stands in the block itself; None for one in a sub-table with a header.
pub(super) fn own_end(text: &str, value: &Spanned<DeValue<'_>>) -> Option<usize> {
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

/// Returns where the last of the comments begins that stand directly under the line of the byte at `end`; `end` where
/// there are none, or where they stand directly over something else and belong to that.
pub(super) fn past_comments(text: &str, end: usize) -> usize {
    let mut last = end;
    let mut at = text[end..].find('\n').map_or(text.len(), |length| end + length + 1);
    for line in text[at..].split_inclusive('\n') {
        match line.trim_start().chars().next() {
            Some('#') => last = at,
            None => break,
            Some(_) => return end,
        }
        at += line.len();
    }
    last
}

/// Whether lines end between the entries of a list.
pub(super) fn is_multi_line(text: &str, list: &Spanned<DeValue<'_>>) -> bool {
    let span = list.span();
    let (mut from, mut is_multi_line) = (span.start, false);
    for entry in list.get_ref().as_array().into_iter().flat_map(|entries| entries.iter()) {
        is_multi_line |= text[from..entry.span().start].contains('\n');
        from = entry.span().end;
    }
    is_multi_line || text[from..span.end].contains('\n')
}

/// Whether an array is a row of `[[…]]` blocks.
pub(super) fn is_header(text: &str, array: &DeArray<'_>) -> bool {
    array
        .iter()
        .any(|entry| matches!(entry.get_ref(), DeValue::Table(_)) && text[entry.span()].starts_with('['))
}
