//! Entries of lists: `[ … ]` on one line or over several, and `[[…]]` blocks.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeArray, DeValue};

use super::block::{Block, is_header, is_multi_line, own_end, past_comments};
use super::error::EditError;
use super::splice::Splices;
use super::value::Value;
use crate::model::key::EntryKey;
use crate::model::text::is_blank;

impl Block<'_> {
    pub(super) fn push(
        &self,
        key: EntryKey,
        entries: &[&Value<'_>],
        splices: &mut Splices,
    ) -> Result<(), EditError> {
        let values: Vec<String> = entries.iter().map(|entry| entry.toml()).collect();
        let Some(found) = self.table.get(key.name()) else {
            let is_record = matches!(entries.first(), Some(Value::Record(_)));
            let list = |end: &str| {
                if is_record && !self.inline {
                    format!("[{end}  {},{end}]", values.join(&format!(",{end}  ")))
                } else {
                    format!("[{}]", values.join(", "))
                }
            };
            return self.add(key, list, splices);
        };
        let DeValue::Array(array) = found.get_ref() else { return Err(self.wrong_kind()) };
        if is_header(self.text, array) {
            self.push_blocks(array, entries, splices)
        } else {
            match array.iter().next_back() {
                Some(last) => self.push_values(found, last, &values, splices),
                None => self.fill_empty(&found.span(), &values, splices),
            }
            Ok(())
        }
    }

    /// Adds to a `[ … ]` after one of its entries, in the style found there.
    pub(super) fn push_values(
        &self,
        list: &Spanned<DeValue<'_>>,
        entry: &Spanned<DeValue<'_>>,
        values: &[String],
        splices: &mut Splices,
    ) {
        let (list_end, entry) = (list.span().end, entry.span());
        let comma = comma_after(&self.text[entry.end..list_end]).map(|length| entry.end + length);
        if !is_multi_line(self.text, list) {
            let new = values.join(", ");
            match comma {
                Some(comma) => splices.insert(comma, format!(" {new},")),
                None => splices.insert(entry.end, format!(", {new}")),
            }
            return;
        }
        let from = comma.unwrap_or(entry.end);
        let indent = self.indent(entry.start);
        let end = self.line_end(entry.end);
        let tail = if comma.is_some() { "," } else { "" };
        let new = values.join(&format!(",{end}{indent}"));
        if comma.is_none() {
            splices.insert(entry.end, ",".to_owned());
        }
        match self.text[from..list_end].find('\n') {
            Some(length) => {
                let line = from + length + 1;
                let below = line + comments_at_the_end(&self.text[line..list_end]);
                splices.insert(below, format!("{indent}{new}{tail}{end}"));
            }
            None => splices.insert(from, format!("{end}{indent}{new}{tail}")),
        }
    }

    /// A comma behind the last entry stands here where a new list has none, so that it is known again: see
    /// [`goes_with_its_entry`].
    fn fill_empty(&self, span: &Range<usize>, values: &[String], splices: &mut Splices) {
        if !self.text[span.clone()].contains('\n') {
            return splices.insert(span.start + 1, format!("{},", values.join(", ")));
        }
        let indent = format!("{}  ", self.indent(span.start));
        let end = self.line_end(span.start);
        let new = values.join(&format!(",{end}{indent}"));
        let first_break =
            self.text[span.clone()].find('\n').map_or(span.end - 1, |length| span.start + length + 1);
        splices.insert(first_break, format!("{indent}{new}{end}"));
    }

    /// Adds `[[activity.notes]]` blocks after the last one, in its style.
    fn push_blocks(
        &self,
        array: &DeArray<'_>,
        entries: &[&Value<'_>],
        splices: &mut Splices,
    ) -> Result<(), EditError> {
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
            self.insert_lines(past_comments(self.text, end), &lines.join(line_end), splices);
        }
        Ok(())
    }

    /// Takes an entry out, and the list with it that was made for it.
    pub(super) fn pull(&self, key: EntryKey, at: usize, splices: &mut Splices) -> Result<(), EditError> {
        let found = self.table.get(key.name()).ok_or_else(|| self.wrong_kind())?;
        let DeValue::Array(array) = found.get_ref() else { return Err(self.wrong_kind()) };
        let at = place(array, at).ok_or_else(|| self.wrong_kind())?;
        let entry = &array[at];
        if entry
            .get_ref()
            .as_table()
            .is_some_and(|table| table.keys().any(|key| key.get_ref().starts_with("x-")))
        {
            return Err(EditError::HoldsMore(self.id.to_owned()));
        }
        if is_header(self.text, array) {
            splices.remove(self.block_cut(entry)?);
        } else if goes_with_its_entry(self.text, found) {
            self.unset(key, splices)?;
        } else {
            let before = at.checked_sub(1).map(|before| array[before].span().end);
            let after = array.get(at + 1).map(|after| after.span().start);
            self.cut_entry(entry.span(), before, after, found.span().end, splices);
        }
        Ok(())
    }

    /// Takes out what goes with an entry: its comma, or the one before it, and the line it has to itself.
    fn cut_entry(
        &self,
        entry: Range<usize>,
        before: Option<usize>,
        after: Option<usize>,
        list_end: usize,
        splices: &mut Splices,
    ) {
        let text = self.text;
        let comma = comma_after(&text[entry.end..list_end]).map(|length| entry.end + length);
        let line = self.line_start(entry.start);
        let has_own_line = text[line..entry.start].trim().is_empty() && line > 0;
        let end = comma.unwrap_or(entry.end);
        let rest = text[end..].split('\n').next().unwrap_or_default();
        let is_bare = |gap: &str| gap.trim_matches([' ', '\t', '\r', '\n', ',']).is_empty();
        // The last entry, without a comma of its own: the one before it was put there for it.
        let comma_before = before.filter(|_| after.is_none() && comma.is_none());
        splices.remove(match (before, after) {
            (Some(before), None) if comma_before.is_some() && is_bare(&text[before..entry.start]) => {
                return splices.remove(before..entry.end);
            }
            _ if has_own_line && rest.trim().is_empty() => line..end + rest.len() + 1,
            _ if has_own_line => entry.start..end + rest.len() - rest.trim_start().len(),
            (_, Some(after)) if is_bare(&text[entry.end..after]) => entry.start..after,
            (Some(before), None) if is_bare(&text[before..entry.start]) => before..entry.end,
            _ => entry.start..end,
        });
        if let Some(before) = comma_before
            && let Some(length) = comma_after(&text[before..entry.start])
        {
            splices.remove(before + length - 1..before + length);
        }
    }

    /// Returns the lines of a `[[activity.notes]]` block, with the blank line before it.
    fn block_cut(&self, block: &Spanned<DeValue<'_>>) -> Result<Range<usize>, EditError> {
        let DeValue::Table(table) = block.get_ref() else { return Err(self.wrong_kind()) };
        let ends = table.iter().filter_map(|(_, value)| own_end(self.text, value));
        let end = ends.max().unwrap_or(block.span().end);
        let end = self.text[end..].find('\n').map_or(self.text.len(), |length| end + length + 1);
        let start = self.line_start(block.span().start);
        let blank = ["\r\n", "\n"].into_iter().find(|blank| {
            self.text[..start].strip_suffix(blank).is_some_and(|before| before.ends_with('\n'))
        });
        Ok(start - blank.map_or(0, str::len)..end)
    }
}

/// Returns the index of an entry that was counted without blank texts, of which the plan knows nothing.
pub(super) fn place(array: &DeArray<'_>, at: usize) -> Option<usize> {
    let is_seen = |entry: &Spanned<DeValue<'_>>| !entry.get_ref().as_str().is_some_and(is_blank);
    let seen = array.iter().enumerate().filter(|(_, entry)| is_seen(entry));
    seen.map(|(place, _)| place).nth(at)
}

/// Whether a list goes with its only entry, as one that was made for it does: that has a comma behind the entry where
/// it has an entry a line, and none on one line.
pub(super) fn goes_with_its_entry(text: &str, list: &Spanned<DeValue<'_>>) -> bool {
    let Some(array) = list.get_ref().as_array().filter(|array| array.len() == 1) else { return false };
    let has_comma = || comma_after(&text[array[0].span().end..list.span().end]).is_some();
    is_header(text, array) || has_comma() == is_multi_line(text, list)
}

/// Returns the length of the lines of comments that `text` begins with, where nothing but the end of a list follows:
/// they stay with the last entry, and others belong to what they stand over.
fn comments_at_the_end(text: &str) -> usize {
    let is_comment = |line: &&str| line.trim_start().starts_with('#');
    let length = text.split_inclusive('\n').take_while(is_comment).map(str::len).sum();
    if text[length..].trim() == "]" { length } else { 0 }
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
