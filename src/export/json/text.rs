//! A value as JSON text.

use std::fmt::Write as _;

use serde::Serialize;

use crate::model::text::is_unsafe;

/// Writes `value` so that nothing in it can steer a terminal: JSON itself lets DEL, the C1 controls and
/// what turns the direction of text through. All of these can only stand inside strings.
pub(super) fn text(value: &impl Serialize) -> String {
    safe(&serde_json::to_string_pretty(value).expect("all keys are text"))
}

/// The same on one line.
pub(super) fn line(value: &impl Serialize) -> String {
    safe(&serde_json::to_string(value).expect("all keys are text"))
}

fn safe(json: &str) -> String {
    let mut safe = String::with_capacity(json.len() + 1);
    for c in json.chars() {
        if is_unsafe(c) && c != '\n' {
            for unit in c.encode_utf16(&mut [0; 2]) {
                let _ = write!(safe, "\\u{unit:04x}");
            }
        } else {
            safe.push(c);
        }
    }
    safe.push('\n');
    safe
}
