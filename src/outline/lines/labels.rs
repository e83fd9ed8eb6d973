//! Labels inside a line that say when: 完成时限：6月底前, `Due: 5 May`.

use super::super::dates::{each_spot, is_time};

const LABELS: &[&str] = &[
    "完成时限", "完成时间", "完成期限", "完成日期", "截止时间", "截止日期", "办结时限", "整改时限",
    "时间节点", "时间安排", "活动时间", "实施时间", "起止时间", "工作时间", "时限", "期限", "时间", "日期",
    "due date", "due", "deadline", "target date", "when", "dates", "date", "timeline", "timeframe",
    "completion date",
];

/// Takes the time behind a label out of a text; returns it and the rest.
pub fn time(text: &str) -> (Option<String>, String) {
    for (at, colon) in text.match_indices([':', '：']) {
        let before = &text[..at];
        let Some(label) = label(before) else { continue };
        let start = before.len() - label.len();
        let behind = &text[at + colon.len()..];
        let end = behind.find(['；', ';', '。', '\n', '）']).unwrap_or(behind.len());
        let whole = behind[..end].trim();
        let (words, end) = match each_spot(behind).next() {
            _ if is_time(whole) => (whole, end),
            Some(spot) if behind[..spot.start].trim().is_empty() => (spot.words, spot.end),
            _ => continue,
        };
        let rest = format!("{}{}", &text[..start], &behind[end..]);
        let rest = rest.trim().trim_matches(|c| "；;，,。 ".contains(c));
        let rest = ["（）", "()"].iter().find_map(|empty| rest.strip_suffix(empty)).unwrap_or(rest);
        return (Some(words.to_owned()), rest.trim().to_owned());
    }
    (None, text.to_owned())
}

/// The label at the end of a text, which begins it or stands behind a stop.
fn label(before: &str) -> Option<&str> {
    let label = LABELS.iter().find(|label| {
        before.len() >= label.len()
            && before.is_char_boundary(before.len() - label.len())
            && before[before.len() - label.len()..].eq_ignore_ascii_case(label)
    })?;
    let (rest, label) = before.split_at(before.len() - label.len());
    let rest = rest.trim_end();
    (rest.is_empty() || rest.ends_with(['；', ';', '。', '，', ',', '（', '(', '.', '\n', '|']))
        .then_some(label)
}
