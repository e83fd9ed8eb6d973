//! A quick reader for large plans: block by block, a usual block line by line.
//!
//! The text is cut before every line that begins a block. Where that line stands inside quotes or brackets, what
//! is before it lacks their end and is an error: so what is read without an error was cut between blocks. What
//! holds an error, or anything that could reach from one block into another, is left to the reader of whole
//! texts, and all diagnostics come from there.

use memchr::memchr;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::values::{Decoder, TomlValue, is_iso};
use crate::model::draft::{Draft, DraftActivity};
use crate::model::key::{ActivityKey, FileKey};

const HEADER: &str = "[[activity]]";
const BYTE_ORDER_MARK: char = '\u{FEFF}';

/// Reads a text that has blocks and no error; None where the whole must be read at once.
pub(super) fn read(text: &str) -> Option<Draft<'_>> {
    let activities = FileKey::Activity.name();
    let mut at = next_block(text, 0)?;
    let head = DeTable::parse(&text[..at]).ok()?.into_inner();
    if head.contains_key(activities) {
        return None;
    }
    let mut decoder = Decoder::default();
    let mut draft = decoder.draft(head);
    while at < text.len() {
        if let Some((activity, end)) = usual_block(&mut decoder, text, at) {
            draft.activities.push(activity);
            at = end;
            continue;
        }
        let end = next_block(text, at + HEADER.len()).unwrap_or(text.len());
        let block = DeTable::parse(&text[at..end]).ok()?.into_inner();
        let holds_more_than_activities = block.len() > 1;
        if holds_more_than_activities {
            return None;
        }
        decoder.base = at;
        draft.activities.append(&mut decoder.draft(block).activities);
        at = end;
    }
    decoder.diagnostics.is_empty().then_some(draft)
}

/// Returns where the next line begins that begins a block, not before `from`.
fn next_block(text: &str, from: usize) -> Option<usize> {
    let mut headers = text[from..].match_indices(HEADER).map(|(at, _)| from + at);
    headers.find(|at| *at == 0 || text[..*at].ends_with('\n'))
}

/// Reads the block at `start` in the form that `plan` writes, and returns where the next one begins; None where
/// a line has another form.
fn usual_block<'a>(
    decoder: &mut Decoder<'a>,
    text: &'a str,
    start: usize,
) -> Option<(DraftActivity<'a>, usize)> {
    let (header, mut at) = line_at(text, start);
    if header != HEADER {
        return None;
    }
    let span = (start..start + HEADER.len()).into();
    let mut activity = DraftActivity { span, ..DraftActivity::default() };
    let mut seen = [false; ActivityKey::ALL.len()];
    while at < text.len() {
        let (line, mut next) = line_at(text, at);
        if line.starts_with(HEADER) {
            break;
        }
        if !says_nothing(line) {
            let (name, after) = line.split_once(' ')?;
            let mut written = after.strip_prefix("= ")?;
            let key = ActivityKey::named(name)?;
            if std::mem::replace(&mut seen[key as usize], true) {
                return None;
            }
            decoder.base = at + line.len() - written.len();
            if written == "[" {
                (written, next) = list_at(text, decoder.base)?;
            }
            decoder.activity_key(&mut activity, key, value(written)?);
        }
        at = next;
    }
    Some((activity, at))
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
    let block_end = next_block(text, at).unwrap_or(text.len());
    let end = at + text[at..block_end].find("\n]")? + "\n]".len();
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
        "2018-05-24", "true", "inf", "activity", "id", "x-", "[plan]\n", "[[phase]]\n", "\n[activity]\n",
        "\n[[activity]]\n", "\n[[activity.notes]]\n", "\nactivity = []\n", "\ntitle = \"\"\"\n",
    ];

    fn read_whole(text: &str) -> Option<Draft<'_>> {
        let (draft, diagnostics) = decode::draft(DeTable::parse(text).ok()?.into_inner());
        diagnostics.is_empty().then_some(draft)
    }

    #[test]
    fn blocks_of_every_form_are_read_and_every_value_has_its_place() {
        let real = include_str!("../../data/plan.toml");
        for text in [PLAN, real, &PLAN.replace('\n', "\r\n"), PLAN.trim_end()] {
            let draft = read(text);
            assert!(draft.is_some());
            assert_eq!(draft, read_whole(text));
        }
    }

    #[test]
    fn what_could_reach_into_another_block_is_left_to_the_reader_of_whole_texts() {
        let block = "[[activity]]\nid = \"A1\"\n";
        for before in ["[activity]\n", "activity = []\n", "[activity.x]\n", "\"activity\".x = 1\n"] {
            assert_eq!(read(&format!("{before}{block}")), None, "{before}");
        }
        for between in ["[plan]\n", "[[phase]]\n", "id = \"A2\"\n", "title = \"\"\"\n", "x\n", "[x-y]\n"] {
            assert_eq!(read(&format!("{block}{between}{block}")), None, "{between}");
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
