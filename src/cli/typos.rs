//! Slips of the keyboard that the argument parser cannot explain: dashes and quotes from an input method.

use std::ffi::OsString;
use std::process::ExitCode;

use super::answer::{exit_code, stop};
use super::context::{Context, locale_messages};
use super::error::{CommandError, Exit};
use super::globals::Globals;
use crate::messages::ArgumentError;

/// The dashes that an input method puts in place of `-`.
const DASHES: [char; 4] = ['—', '–', '－', '―'];

/// Says why the arguments were not understood: a slip of the keyboard first, else what the parser says.
pub(crate) fn explain(arguments: &[OsString], error: &clap::Error) -> ExitCode {
    if error.exit_code() == 0 {
        // Help and version are answers.
        return exit_code(error.print(), Exit::Success, locale_messages());
    }
    let messages = Context::new(Globals::default()).map(|context| context.messages(None));
    let slip = arguments.iter().skip(1).find_map(|argument| full_width_dash(argument.to_str()?));
    match (messages, slip) {
        (Ok(messages), Some((typed, meant))) => {
            let error = messages.argument_error(&ArgumentError::FullWidthDash { typed, meant });
            stop(CommandError::new(error).wrong_arguments().into())
        }
        _ => {
            let _ = error.print();
            ExitCode::from(2)
        }
    }
}

/// Returns an option that begins with dashes of full width, and what was meant.
fn full_width_dash(argument: &str) -> Option<(&str, String)> {
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
