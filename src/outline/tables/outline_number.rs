//! The numbers by which rows belong to others: 1, 1.2, 1.2.3.

use crate::outline::numbering;

/// Returns the number of a row: that in front of its name, or that of its own column.
pub fn of(title: &str, serial: &str) -> String {
    let number =
        [serial, numbering::split(title).0].into_iter().find(|text| is_number(text)).unwrap_or_default();
    number.trim().trim_end_matches(['.', '、', '．']).replace('．', ".")
}

/// Whether a row with the number belongs to the one with the number `above`.
pub fn is_below(number: &str, above: &str) -> bool {
    !above.is_empty() && number.strip_prefix(above).is_some_and(|rest| rest.starts_with('.'))
}

fn is_number(text: &str) -> bool {
    let text = text.trim();
    text.starts_with(|c: char| c.is_ascii_digit())
        && text.chars().all(|c| c.is_ascii_digit() || ".、．".contains(c))
}
