//! What git leaves of two sides that it could not merge, and what is to be done with their lines.

use std::mem;
use std::ops::Range;

use toml::de::DeValue;

use crate::model::Text;
use crate::model::diagnostic::{Code, Diagnostic, Mend, Warning};
use crate::model::key::{ActivityKey, Key, PhaseKey};

/// Of longer sides nobody reads what is to be done with each line.
const LONGEST: usize = 1000;

/// The lists that grow by an entry at a time.
const GROWING: [&str; 3] = ["moved", "notes", "evidence"];

/// Finds the two sides of every conflict that git left in the text.
pub(super) fn conflicts(text: &str) -> Vec<Diagnostic<'_>> {
    let (mut found, mut id, mut at) = (Vec::new(), None, 0);
    for region in regions(text) {
        id = last_id(id, &text[at..region.start]);
        found.push(conflict(text, &region, id));
        id = last_id(id, &text[region.clone()]);
        at = region.end;
    }
    found
}

/// Finds the conflicts that git left inside texts of several lines, where their markers are words to TOML.
pub fn conflicts_in_texts(text: &str) -> Vec<Diagnostic<'_>> {
    let has = |diagnostic: &Diagnostic<'_>, c| {
        text[diagnostic.span.start as usize..].lines().any(|line| is_marker(line, c))
    };
    let mut found = conflicts(text);
    found.retain(|one| has(one, '=') && has(one, '>'));
    for diagnostic in &mut found {
        if let Code::Conflict { ours, theirs, .. } = &mut diagnostic.code {
            diagnostic.code =
                Code::Warning(Warning::ConflictInText { ours: mem::take(ours), theirs: mem::take(theirs) });
        }
    }
    found
}

/// Returns where each conflict begins and ends; one inside another belongs to it.
fn regions(text: &str) -> Vec<Range<usize>> {
    let (mut open, mut found): (Vec<usize>, Vec<Range<usize>>) = (Vec::new(), Vec::new());
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if is_marker(line, '<') {
            open.push(at);
        } else if is_marker(line, '>')
            && let Some(start) = open.pop()
        {
            while found.pop_if(|inner| inner.start > start).is_some() {}
            found.push(start..at + line.len());
        }
        at += line.len();
    }
    // The next conflict ends one whose end is missing.
    found.extend(open.into_iter().map(|start| start..text.len()));
    found.sort_by_key(|region| region.start);
    for at in 1..found.len() {
        found[at - 1].end = found[at - 1].end.min(found[at].start);
    }
    found
}

/// Whether git wrote the line: seven of the same, and what they stand for. More are those of an earlier merge.
fn is_marker(line: &str, c: char) -> bool {
    let rest = line.trim_start_matches(c);
    line.len() - rest.len() == 7 && (rest.trim_end().is_empty() || rest.starts_with(' '))
}

fn is_header(line: &str) -> bool {
    ["[plan]", "[[phase]]", "[[activity]]"].iter().any(|header| line.starts_with(header))
}

/// Returns the id of the block that is open after `text`, when that of `id` is open before.
fn last_id<'a>(id: Option<&'a str>, text: &'a str) -> Option<&'a str> {
    text.lines().fold(id, |id, line| id_of(line).or(id.filter(|_| !is_header(line))))
}

fn id_of(line: &str) -> Option<&str> {
    let value = line.trim_start().strip_prefix("id")?.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|first| matches!(first, '"' | '\''))?;
    value[1..].split(quote).next()
}

/// Says what the conflict in `region` is, which begins in the block with the id `open`.
fn conflict<'a>(text: &'a str, region: &Range<usize>, open: Option<&'a str>) -> Diagnostic<'a> {
    let lines = &text[region.clone()];
    let sides = sides(lines);
    let (marker, _) = lines.split_once('\n').unwrap_or((lines, ""));
    let read = sides.each_ref().map(|side| Side::new(side));
    let is_new = read.iter().all(|side| side.own.is_empty() && !side.blocks.is_empty());
    let about = open.filter(|_| !is_new).or_else(|| sides.iter().flatten().find_map(|line| id_of(line)));
    let mut behind = text[region.end..].lines().take(1);
    let has_shared_end = behind.any(|line| !line.trim().is_empty() && !is_header(line));
    let mend = mend(&read, about, has_shared_end);
    let [ours, theirs] = sides.map(|side| side.join(" "));
    let span = (region.start..region.start + marker.trim_end().len()).into();
    let code = Code::Conflict { ours, theirs, mend };
    Diagnostic { span, other: None, about: about.map(Text::Borrowed), code }
}

/// Returns the lines of both sides, without those of the base; those of a conflict inside one of them are its own.
fn sides(region: &str) -> [Vec<&str>; 2] {
    let mut sides = [Vec::new(), Vec::new()];
    // For each conflict that is open, the place of its side; what both began with has none.
    let mut at: Vec<Option<usize>> = Vec::new();
    for line in region.lines() {
        if is_marker(line, '<') {
            at.push(Some(0));
        } else if is_marker(line, '>') {
            at.pop();
        } else if is_marker(line, '|') || is_marker(line, '=') {
            let side = if is_marker(line, '|') { None } else { Some(1) };
            at.last_mut().into_iter().for_each(|last| *last = side);
        } else if let Some(Some(side)) = at.first()
            && !at.contains(&None)
        {
            sides[*side].push(line.trim());
        }
    }
    sides
}

/// One side of a conflict.
#[derive(Default)]
struct Side<'a> {
    /// What belongs to the block that is open: pairs, each with its key, and entries of lists.
    own: Vec<(Option<&'a str>, String)>,
    /// The ids of the blocks that follow.
    blocks: Vec<Option<&'a str>>,
    /// It cuts something in two.
    is_torn: bool,
}

impl<'a> Side<'a> {
    fn new(lines: &[&'a str]) -> Side<'a> {
        let mut side = Side { is_torn: lines.len() > LONGEST, ..Side::default() };
        let mut lines = lines.iter().take(LONGEST).filter(|line| !line.is_empty());
        while let Some(line) = lines.next() {
            if is_header(line) {
                side.blocks.push(None);
            } else if let Some(id) = side.blocks.last_mut() {
                *id = id.or(id_of(line));
            } else if line.starts_with(['{', '"', '\'', '#']) {
                side.own.push((None, (*line).to_owned()));
            } else {
                let mut pair = (*line).to_owned();
                let key = line.split_once('=').map(|(key, _)| key.trim());
                while line.ends_with('[') && !pair.ends_with(']') {
                    let Some(next) = lines.next() else { break };
                    pair.extend([" ", *next]);
                }
                side.is_torn |= value_of(&pair).is_none();
                side.own.push((key, pair));
            }
        }
        side
    }
}

/// Returns the value of a pair, as it is written and as it is read.
fn value_of(pair: &str) -> Option<(&str, DeValue<'_>)> {
    let written = pair.split_once('=')?.1.trim();
    Some((written, DeValue::parse(written).ok()?.into_inner()))
}

/// Returns what is to be done with the lines of two sides that begin in the block with the id `open`; the block that is
/// open behind them may have lines that both share.
fn mend(sides: &[Side<'_>; 2], open: Option<&str>, has_shared_end: bool) -> Mend {
    let [ours, theirs] = sides;
    let (keep, choose) = sorted(ours.own.iter().chain(&theirs.own));
    let blocks: Vec<String> =
        ours.blocks.iter().chain(&theirs.blocks).flatten().map(|id| (*id).to_owned()).collect();
    let has_blocks = !ours.blocks.is_empty() || !theirs.blocks.is_empty();
    let is_taken_twice = ours.blocks.iter().flatten().any(|id| theirs.blocks.contains(&Some(id)));
    let share_an_end = has_shared_end && !ours.blocks.is_empty() && !theirs.blocks.is_empty();
    if ours.is_torn || theirs.is_torn {
        Mend::ByHand
    } else if is_taken_twice
        || share_an_end
        || choose.iter().any(|key| matches!(key.as_str(), "id" | "title"))
    {
        Mend::TwoEntries
    } else if has_blocks && !choose.is_empty() {
        Mend::ByHand
    } else if has_blocks {
        Mend::Blocks { of: open.map(str::to_owned), keep, blocks }
    } else if ours.own.is_empty() || theirs.own.is_empty() {
        Mend::OneSide { keep }
    } else {
        Mend::Lines { choose, keep }
    }
}

/// Tells the lines that are all to stay, in the order of a block, from the keys that have two values.
fn sorted<'s, 'a: 's>(
    lines: impl Iterator<Item = &'s (Option<&'a str>, String)>,
) -> (Vec<String>, Vec<String>) {
    let (mut keep, mut choose): (Vec<(Option<&str>, String)>, Vec<String>) = (Vec::new(), Vec::new());
    for (key, line) in lines {
        match keep.iter_mut().find(|(known, text)| text == line || key.is_some() && known == key) {
            None => keep.push((*key, line.clone())),
            Some((_, known)) if known == line => {}
            Some((_, known)) => match key.and_then(|key| together(key, known, line)) {
                Some(both) => *known = both,
                None => choose.extend(key.map(str::to_owned).filter(|key| !choose.contains(key))),
            },
        }
    }
    keep.retain(|(key, _)| !key.is_some_and(|key| choose.iter().any(|chosen| chosen == key)));
    keep.sort_by_key(|(key, line)| (key.map(place), day_of(line).map(str::to_owned)));
    (keep.into_iter().map(|(_, line)| line).collect(), choose)
}

/// Returns the line that holds the entries of both lists; None where only one of the values can stay.
fn together(key: &str, one: &str, other: &str) -> Option<String> {
    let mut entries: Vec<&str> = Vec::new();
    for line in [one, other].into_iter().filter(|_| GROWING.contains(&key)) {
        let (written, DeValue::Array(array)) = value_of(line)? else { return None };
        for entry in &array {
            let entry = &written[entry.span()];
            if !entries.contains(&entry) {
                entries.push(entry);
            }
        }
    }
    entries.sort_by_key(|entry| day_of(entry));
    (!entries.is_empty()).then(|| format!("{key} = [{}]", entries.join(", ")))
}

/// Returns where a key stands in a block.
fn place(key: &str) -> usize {
    let phase = || PhaseKey::named(key).map(Key::place);
    ActivityKey::named(key).map(Key::place).or_else(phase).unwrap_or(usize::MAX)
}

/// Returns the day that an entry carries.
fn day_of(entry: &str) -> Option<&str> {
    let (_, day) = entry.strip_prefix('{')?.split_once("on = ")?;
    day.get(..10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_conflict_without_an_end_does_not_hold_the_ones_after_it() {
        let text = "<<<<<<< ours\na = 1\n=======\nb = 2\n".repeat(100);
        let found: Vec<Code<'_>> = conflicts(&text).into_iter().map(|one| one.code).collect();
        let keep = vec!["a = 1".into(), "b = 2".into()];
        let mend = Mend::Lines { choose: Vec::new(), keep };
        let own_lines = Code::Conflict { ours: "a = 1".into(), theirs: "b = 2".into(), mend };
        assert_eq!(found, vec![own_lines; 100]);
    }
}
