//! Slips of the keyboard: dashes and quotes from an input method.

use std::ffi::OsString;

/// The dashes that an input method puts in place of `-`.
const DASHES: [char; 4] = ['—', '–', '－', '―'];

/// Takes curly quotes off that stand around a whole argument, or around the value behind its `=`: the shell does not
/// know them. Returns what they stood around. On Windows straight ones, too.
pub(crate) fn unquote(arguments: &mut [OsString]) -> Vec<String> {
    let mut found = Vec::new();
    for argument in arguments.iter_mut().skip(1) {
        if cfg!(windows)
            && let Some(bare) = argument.to_str().and_then(without_straight_quotes)
        {
            *argument = bare.into();
            continue;
        }
        let Some((option, quoted)) = argument.to_str().and_then(in_curly_quotes) else { continue };
        let (bare, quoted) = (format!("{option}{quoted}"), quoted.to_owned());
        *argument = bare.into();
        found.push(quoted);
    }
    found
}

/// Returns what stands before curly quotes, an option with its `=` or nothing, and what stands in them.
pub(super) fn in_curly_quotes(argument: &str) -> Option<(&str, &str)> {
    inside(argument, ['“', '”']).filter(|(_, inside)| !inside.is_empty())
}

/// Returns the argument without the quotes of which one shell of Windows takes off the single ones and leaves the
/// double ones, and the other the other way round.
pub(crate) fn without_straight_quotes(argument: &str) -> Option<String> {
    let (option, inside) = ['\'', '"'].into_iter().find_map(|quote| inside(argument, [quote, quote]))?;
    Some(format!("{option}{inside}"))
}

fn inside(argument: &str, [open, close]: [char; 2]) -> Option<(&str, &str)> {
    let at = if argument.starts_with("--") { argument.find('=')? + 1 } else { 0 };
    let (option, value) = argument.split_at(at);
    let inside = value.strip_prefix(open)?.strip_suffix(close)?;
    (!inside.contains([open, close])).then_some((option, inside))
}

/// Returns an option that begins with dashes of full width, and what was meant.
pub(crate) fn full_width_dash(argument: &str) -> Option<(&str, String)> {
    let name = argument.trim_start_matches(|c| c == '-' || DASHES.contains(&c));
    let begins_so = argument.starts_with(DASHES) || argument.trim_start_matches('-').starts_with(DASHES);
    let is_name = name.starts_with(|c: char| c.is_ascii_alphabetic());
    let dashes = if name.chars().count() == 1 { "-" } else { "--" };
    (begins_so && is_name).then(|| (argument, format!("{dashes}{name}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn curly_quotes_around_a_whole_value_are_taken_off_and_others_stay() {
        let mut arguments =
            ["plan", "note", "A1", "“已开会”", "--by=“王局长”", "“聚力”行动", "“甲”和“乙”", "“”"]
                .map(OsString::from);
        assert_eq!(unquote(&mut arguments), ["已开会", "王局长"]);
        assert_eq!(arguments[3..], ["已开会", "--by=王局长", "“聚力”行动", "“甲”和“乙”", "“”"]);
    }

    #[test]
    fn a_dash_from_the_input_method_is_told_from_text() {
        assert_eq!(full_width_dash("——today"), Some(("——today", "--today".to_owned())));
        assert_eq!(full_width_dash("—f"), Some(("—f", "-f".to_owned())));
        assert_eq!(full_width_dash("－－soon"), Some(("－－soon", "--soon".to_owned())));
        assert_eq!(full_width_dash("--soon"), None);
        assert_eq!(full_width_dash("——"), None);
    }
}
