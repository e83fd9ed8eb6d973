//! Fields (2.8.25): of each, only its result is text.

use std::ops::Range;

const BEGIN: u16 = 0x13;
const SEPARATOR: u16 = 0x14;
const END: u16 = 0x15;

/// So far into a field its name is looked for.
const LONGEST_NAME: usize = 16;

/// The fields of a text, as indexes into it.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Fields {
    /// What is not shown: the instructions, in their order, none inside another.
    instructions: Vec<Range<usize>>,
    /// The results of tables of contents.
    contents: Vec<Range<usize>>,
}

/// A field whose end is not found yet.
struct Open {
    begin: usize,
    separator: Option<usize>,
}

impl Fields {
    /// Finds the fields. What begins none or ends none, as in damaged files, hides nothing.
    pub fn find(text: &[u16]) -> Fields {
        let mut fields = Fields::default();
        let mut open: Vec<Open> = Vec::new();
        for (at, unit) in text.iter().enumerate() {
            match *unit {
                BEGIN => open.push(Open { begin: at, separator: None }),
                SEPARATOR => {
                    if let Some(field) = open.last_mut() {
                        field.separator.get_or_insert(at);
                    }
                }
                END => {
                    if let Some(field) = open.pop() {
                        fields.close(&field, at, text);
                    }
                }
                _ => {}
            }
        }
        Fields { instructions: in_order(fields.instructions), contents: in_order(fields.contents) }
    }

    fn close(&mut self, field: &Open, end: usize, text: &[u16]) {
        let shown = field.separator.unwrap_or(end);
        self.instructions.push(field.begin..shown + 1);
        let instruction = text[field.begin + 1..shown].iter().take(LONGEST_NAME);
        let instruction: String = char::decode_utf16(instruction.copied()).map_while(Result::ok).collect();
        if instruction.split_whitespace().next().is_some_and(|name| name.eq_ignore_ascii_case("toc")) {
            self.contents.push(shown..end);
        }
    }

    /// Returns whether what stands at an index is part of an instruction.
    pub fn hides(&self, index: usize) -> bool {
        holds(&self.instructions, index)
    }

    /// Returns whether what stands at an index is part of a table of contents.
    pub fn is_contents(&self, index: usize) -> bool {
        holds(&self.contents, index)
    }
}

/// Brings ranges into their order; one inside another is left out.
fn in_order(mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    ranges.sort_by_key(|range| range.start);
    let mut end = 0;
    ranges.retain(|range| {
        let is_apart = end <= range.start;
        end = end.max(range.end);
        is_apart
    });
    ranges
}

fn holds(ranges: &[Range<usize>], index: usize) -> bool {
    let after = ranges.partition_point(|range| range.start <= index);
    after.checked_sub(1).is_some_and(|at| ranges[at].contains(&index))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        let units: Vec<u16> = text.encode_utf16().collect();
        let fields = Fields::find(&units);
        let is_shown = |at: &usize| !fields.hides(*at);
        let left: Vec<u16> = (0..units.len()).filter(is_shown).map(|at| units[at]).collect();
        String::from_utf16_lossy(&left).replace(['\u{13}', '\u{14}', '\u{15}'], "")
    }

    #[test]
    fn only_the_result_of_a_field_is_shown() {
        assert_eq!(shown("于\u{13} DATE \u{14}5月25日\u{15}前"), "于5月25日前");
        assert_eq!(shown("a\u{13} XE \u{15}b"), "ab");
    }

    #[test]
    fn a_field_inside_a_result_is_shown_and_one_inside_an_instruction_is_not() {
        assert_eq!(shown("\u{13}A\u{14}x\u{13}B\u{14}y\u{15}z\u{15}"), "xyz");
        assert_eq!(shown("\u{13}A\u{13}B\u{14}y\u{15}C\u{14}x\u{15}"), "x");
    }

    #[test]
    fn what_ends_no_field_or_begins_none_hides_nothing() {
        assert_eq!(shown("a\u{15}b\u{14}c"), "abc");
        assert_eq!(shown("\u{13}a\u{13}B\u{14}y\u{15}c"), "ayc");
    }
}
