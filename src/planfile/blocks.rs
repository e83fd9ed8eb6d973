//! A quick reader for large plans: block by block, a usual block line by line.
//!
//! The text is cut before every line that begins a block: the plan, a phase, an activity. Where that line stands inside
//! quotes or brackets, what is before it lacks their end and is an error: so what is read without an error was cut
//! between blocks. What holds an error, or anything that could reach from one block into another, is left to the
//! reader of whole texts, and all diagnostics come from there.

use memchr::memchr;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::values::{Decoder, TomlValue, is_iso};
use crate::model::diagnostic::Diagnostic;
use crate::model::draft::{Draft, DraftActivity, DraftPhase};
use crate::model::key::{FileKey, Key};

const HEADERS: [(&str, FileKey); 3] =
    [("[plan]", FileKey::Plan), ("[[phase]]", FileKey::Phase), ("[[activity]]", FileKey::Activity)];
const BYTE_ORDER_MARK: char = '\u{FEFF}';

/// Reads a text that has blocks and no problem, with its warnings; None where the whole must be read at once.
pub(super) fn read(text: &str) -> Option<(Draft<'_>, Vec<Diagnostic<'_>>)> {
    let (mut decoder, mut draft) = (Decoder::default(), Draft::default());
    let mut has_plan = false;
    let mut at = if text.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len_utf8() } else { 0 };
    while at < text.len() {
        let (line, next) = line_at(text, at);
        let before = decoder.diagnostics.len();
        at = match header(line) {
            None if says_nothing(line) => next,
            None => return None,
            Some((_, FileKey::Plan)) if std::mem::replace(&mut has_plan, true) => return None,
            Some((_, key)) => usual_block(&mut decoder, &mut draft, text, at).or_else(|| {
                decoder.diagnostics.truncate(before);
                odd_block(&mut decoder, &mut draft, &text[..next_block(text, at)], (at, key))
            })?,
        };
    }
    let found = decoder.found();
    (!found.iter().any(Diagnostic::is_problem)).then_some((draft, found))
}

fn header(line: &str) -> Option<(&'static str, FileKey)> {
    // Every line is asked, and few begin with a bracket.
    line.starts_with('[').then(|| HEADERS.into_iter().find(|(header, _)| line.starts_with(header)))?
}

/// Returns where the next line after that at `from` begins that begins a block.
fn next_block(text: &str, from: usize) -> usize {
    let mut lines = text[from..].match_indices("\n[").map(|(at, _)| from + at + 1);
    lines.find(|at| header(&text[*at..]).is_some()).unwrap_or(text.len())
}

/// Reads the block at `start` in the form that `plan` writes, and returns where the next one begins; None where
/// a line has another form.
fn usual_block<'a>(
    decoder: &mut Decoder<'a>,
    draft: &mut Draft<'a>,
    text: &'a str,
    start: usize,
) -> Option<usize> {
    let (line, at) = line_at(text, start);
    let (_, key) = header(line).filter(|(header, _)| *header == line)?;
    let span = (start..start + line.len()).into();
    let before = decoder.diagnostics.len();
    match key {
        FileKey::Plan => {
            draft.plan.span = span;
            lines(text, at, |base, key, value| decoder.at(base).plan_key(&mut draft.plan, key, value))
        }
        FileKey::Phase => {
            let mut phase = DraftPhase { span, ..DraftPhase::default() };
            let end = lines(text, at, |base, key, value| decoder.at(base).phase_key(&mut phase, key, value))?;
            decoder.name_since(before, phase.id.as_ref());
            draft.phases.push(phase);
            Some(end)
        }
        FileKey::Activity => {
            let mut activity = DraftActivity { span, ..DraftActivity::default() };
            let end =
                lines(text, at, |base, key, value| decoder.at(base).activity_key(&mut activity, key, value))?;
            decoder.name_since(before, activity.id.as_ref());
            draft.activities.push(activity);
            Some(end)
        }
    }
}

/// Reads pairs from the line at `at` to the end of a block, each with the place of its value; returns that end.
fn lines<'a, K: Key>(
    text: &'a str,
    mut at: usize,
    mut read: impl FnMut(usize, K, TomlValue<'a>),
) -> Option<usize> {
    let mut seen = 0_u32;
    while at < text.len() {
        let (line, mut next) = line_at(text, at);
        if header(line).is_some() {
            break;
        }
        if !says_nothing(line) {
            let blank = line.bytes().position(|byte| byte == b' ')?;
            let (name, after) = (&line[..blank], &line[blank + 1..]);
            let mut written = after.strip_prefix("= ")?;
            let key = K::named(name)?;
            let before = seen;
            seen |= 1 << key.place();
            if seen == before {
                return None;
            }
            let base = at + line.len() - written.len();
            if written == "[" {
                (written, next) = list_at(text, base)?;
            }
            read(base, key, value(written)?);
        }
        at = next;
    }
    Some(at)
}

/// Reads a block of any form, from `start` to the end of `text`; None where more than one table is in it.
fn odd_block<'a>(
    decoder: &mut Decoder<'a>,
    draft: &mut Draft<'a>,
    text: &'a str,
    (start, key): (usize, FileKey),
) -> Option<usize> {
    let block = DeTable::parse(&text[start..]).ok()?.into_inner();
    if block.len() > 1 {
        return None;
    }
    let Draft { plan, phases, activities, .. } = decoder.at(start).draft(block);
    match key {
        FileKey::Plan => draft.plan = plan,
        FileKey::Phase => draft.phases.extend(phases),
        FileKey::Activity => draft.activities.extend(activities),
    }
    Some(text.len())
}

/// Returns the line that begins at `at`, and where the next one begins.
fn line_at(text: &str, at: usize) -> (&str, usize) {
    let rest = &text[at..];
    match memchr(b'\n', rest.as_bytes()) {
        Some(length) => (rest[..length].strip_suffix('\r').unwrap_or(&rest[..length]), at + length + 1),
        None => (rest, text.len()),
    }
}

/// Returns the list that begins at `at` and has its end on a line of its own, and where the next line begins.
fn list_at(text: &str, at: usize) -> Option<(&str, usize)> {
    let end = at + text[at..next_block(text, at)].find("\n]")? + "\n]".len();
    let (rest, next) = line_at(text, end);
    rest.is_empty().then_some((&text[at..end], next))
}

/// Whether a line is empty or a comment.
fn says_nothing(line: &str) -> bool {
    line.is_empty() || line.starts_with('#') && !line.bytes().any(|byte| byte.is_ascii_control())
}

/// Returns the value that a line ends with.
fn value(written: &str) -> Option<TomlValue<'_>> {
    let value = if let Some(text) = plain_text(written) {
        DeValue::String(text.into())
    } else if is_iso(written) {
        DeValue::Datetime(written.parse().ok()?)
    } else if written.starts_with(BYTE_ORDER_MARK) {
        // The parser skips it, as at the beginning of a file; here it is an error.
        return None;
    } else {
        return DeValue::parse(written).ok();
    };
    Some(Spanned::new(0..written.len(), value))
}

/// Returns the text between quotes, where nothing in it has to be unescaped or is forbidden.
fn plain_text(written: &str) -> Option<&str> {
    let text = written.strip_prefix('"')?.strip_suffix('"')?;
    // Without an early end the loop takes many bytes at a time.
    let is_odd = |byte: u8| byte == b'"' || byte == b'\\' || byte.is_ascii_control();
    let any_odd = text.bytes().fold(false, |any, byte| any | is_odd(byte));
    (!any_odd).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::super::decode;
    use super::*;

    /// A plan with a block of every form.
    const PLAN: &str = r#"# 计划
[plan]
title = "t"
year = 2018

[[phase]]
id = "P1"
title = "宣传"
period = "5月上旬至5月中旬"

[[activity]]
id = "A1"
title = "召开 学习会"
due = "5月25日前"
# a comment
done = 2018-05-24

[[activity]]
id = "A2"
support = ["a", "b # c"]
moved = [{ from = 2018-06-01, on = 2018-05-20, why = "w" }]
notes = [
  { on = 2018-05-24, text = "]" },
]

[[activity]] # four
"id" = 'A3'
title = "a \"quote\"" # why
content = """
[[activity
]]"""
x-own.key = 1
[activity.x-more]
z = { a = [] }

[[activity.notes]]
on = "2018-05-24"
text = '\'

[[activity]]
id = "A4"
due = "2018-06-10"
"#;

    /// What can open, close or part something.
    const PIECES: &[&str] = &[
        "\"", "'", "\"\"\"", "'''", "[", "]", "[[", "]]", "{", "}", "(", ",", ".", "=", " = ", "#", " # ",
        "\\", "\n", "\r", "\r\n", "\0", "\t", " ", "\u{7F}", "\u{85}", "\u{FEFF}", "\u{2028}", "é", "0", "-",
        "2018-05-24", "true", "inf", "activity", "\nremark = \"\"", "\nsupport = ['']", "id", "x-",
        "[plan]\n", "[[phase]]\n", "\n[activity]\n", "\n[[activity]]\n", "\n[[activity.notes]]\n",
        "\nactivity = []\n", "\ntitle = \"\"\"\n",
    ];

    fn read_whole(text: &str) -> Option<(Draft<'_>, Vec<Diagnostic<'_>>)> {
        let (draft, found) = decode::draft(DeTable::parse(text).ok()?.into_inner());
        (!found.iter().any(Diagnostic::is_problem)).then_some((draft, found))
    }

    #[test]
    fn blocks_of_every_form_are_read_and_every_value_has_its_place() {
        let real = include_str!("../../data/plan.toml");
        let marked = format!("{BYTE_ORDER_MARK}{PLAN}");
        let after = format!("{PLAN}[[phase]] # after\nid = \"P2\"\n");
        for text in [PLAN, real, &marked, &after, &PLAN.replace('\n', "\r\n"), PLAN.trim_end()] {
            let draft = read(text);
            assert!(draft.is_some());
            assert_eq!(draft, read_whole(text));
        }
    }

    #[test]
    fn a_blank_text_in_a_block_of_any_form_is_read_with_its_warning() {
        let text = PLAN.replace("\"t\"", "\" \"").replace("\"宣传\"", "\" \"");
        assert_eq!(read(&text), None, "a title that is required");
        let blank = "owner = \" \"\nsupport = [\"\", \"a\"]\n";
        let text = PLAN.replace("title = \"召开", &format!("{blank}title = \"召开"));
        let text = text.replace("title = \"a ", &format!("{blank}title = \"a "));
        let text = text.replace("year = 2018", "office = ''");
        let found = read(&text).map(|(_, found)| found.len());
        assert_eq!((found, read(&text)), (Some(5), read_whole(&text)));
    }

    #[test]
    fn what_could_reach_into_another_block_is_left_to_the_reader_of_whole_texts() {
        let block = "[[activity]]\nid = \"A1\"\n";
        for before in ["[activity]\n", "activity = []\n", "[activity.x]\n", "\"activity\".x = 1\n"] {
            assert_eq!(read(&format!("{before}{block}")), None, "{before}");
        }
        for between in ["id = \"A2\"\n", "title = \"\"\"\n", "x\n", "[x-y]\n", "[phase]\n", "[plan.x]\n"] {
            assert_eq!(read(&format!("{block}{between}{block}")), None, "{between}");
        }
        for again in ["[plan]\n[plan]\n", "[plan]\n[[phase]]\n[plan]\n", "[[phase]]\n[activity.x]\n"] {
            assert_eq!(read(&format!("{block}{again}{block}")), None, "{again}");
        }
    }

    /// A small generator of numbers, so that every run tries the same texts.
    struct Dice(u64);

    impl Dice {
        fn below(&mut self, limit: usize) -> usize {
            self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            usize::try_from(self.0 >> 33).unwrap() % limit
        }

        /// Puts a piece somewhere into `text`, or in place of what stands there; mostly where something ends.
        fn mutate(&mut self, text: &mut String) {
            let ends = text.match_indices(['\n', '=', '"', ' ']).flat_map(|(at, _)| [at, at + 1]);
            let all = text.char_indices().map(|(at, _)| at).chain([text.len(); 20]);
            let places: Vec<usize> = ends.chain(all).collect();
            let start = places[self.below(places.len())];
            let length = [0, 0, 1, 2, 30][self.below(5)];
            let end = text.char_indices().map(|(at, _)| at).find(|at| *at >= start + length);
            text.replace_range(start..end.unwrap_or(text.len()), PIECES[self.below(PIECES.len())]);
        }
    }

    #[test]
    fn a_mutated_plan_says_the_same_by_blocks_and_as_a_whole() {
        let mut dice = Dice(2018);
        let mut by_blocks = 0;
        let plans = [PLAN.to_owned(), PLAN.replace('\n', "\r\n"), PLAN.trim_end().to_owned()];
        for round in 0..9_000 {
            let mut text = plans[round % plans.len()].clone();
            for _ in 0..=dice.below(2) {
                dice.mutate(&mut text);
            }
            if let Some(draft) = read(&text) {
                by_blocks += 1;
                assert_eq!(Some(draft), read_whole(&text), "{text:?}");
            }
        }
        assert!(by_blocks > 500, "only {by_blocks} were read by blocks");
    }
}
