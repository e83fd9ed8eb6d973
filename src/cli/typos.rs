//! Slips of the keyboard: dashes from an input method.

/// The dashes that an input method puts in place of `-`.
const DASHES: [char; 4] = ['—', '–', '－', '―'];

/// Returns an option that begins with dashes of full width, and what was meant.
pub(crate) fn full_width_dash(argument: &str) -> Option<(&str, String)> {
    let name = argument.trim_start_matches(DASHES).trim_start_matches('-');
    let begins_so = argument.starts_with(DASHES) || argument.trim_start_matches('-').starts_with(DASHES);
    let is_name = name.starts_with(|c: char| c.is_ascii_alphabetic());
    let dashes = if name.chars().count() == 1 { "-" } else { "--" };
    (begins_so && is_name).then(|| (argument, format!("{dashes}{name}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dash_from_the_input_method_is_told_from_text() {
        assert_eq!(full_width_dash("——today"), Some(("——today", "--today".to_owned())));
        assert_eq!(full_width_dash("—f"), Some(("—f", "-f".to_owned())));
        assert_eq!(full_width_dash("－－soon"), Some(("－－soon", "--soon".to_owned())));
        assert_eq!(full_width_dash("--soon"), None);
        assert_eq!(full_width_dash("——"), None);
    }
}
