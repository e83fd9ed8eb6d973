//! What the argument parser says, in English; the help is in the doc comments of the verbs.

use super::English;
use crate::messages::help::{Help, HelpTexts, ParseError};
use crate::messages::terms::if_any;

impl Help for English {
    fn help(&self) -> Option<&'static dyn HelpTexts> {
        None
    }

    fn parse_error(&self, error: &ParseError<'_>) -> String {
        match error {
            ParseError::NoCommand => "no command was typed".into(),
            ParseError::UnknownCommand { typed, nearest } => {
                format!("there is no command `{typed}`{}", meant(*nearest))
            }
            ParseError::UnknownOption { typed, nearest } => {
                format!("there is no option `{typed}` here{}", meant(*nearest))
            }
            ParseError::Surplus { typed } => format!("`{typed}` is one word too many"),
            ParseError::Missing { what } => format!("missing: {what}"),
            ParseError::NoValue { option } => format!("`{option}` is without its value"),
            ParseError::NotOneOf { option, typed, values } => {
                format!("`{option}` does not take `{typed}`, but {values}")
            }
            ParseError::NotANumber { option, typed } => format!("`{option}` takes a number, not `{typed}`"),
            ParseError::Unsuitable { option, typed } => format!("`{option}` does not take `{typed}`"),
            ParseError::Blank { option } => format!("`{option}` is empty"),
            ParseError::TakesNoValue { option } => format!("`{option}` takes no value"),
            ParseError::Repeated { option } => format!("`{option}` stands there twice"),
            ParseError::NotTogether { option, other } => {
                format!("`{option}` and `{other}` do not go together")
            }
            ParseError::Unquoted { words } => {
                format!("the curly quotes around it were taken off: {words}")
            }
            ParseError::SeeHelp { command } => format!("more: {command}"),
        }
    }
}

fn meant(nearest: Option<&str>) -> String {
    if_any(nearest, |nearest| format!("; did you mean `{nearest}`?"))
}
