//! What the argument parser has to say, in the language of the screen: help, and why it did not understand.

use std::error::Error;
use std::ffi::OsString;
use std::io::{self, Write};
use std::num::ParseIntError;
use std::process::ExitCode;

use clap::Command;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::answer::{exit_code, stop};
use super::context::Context;
use super::error::{CommandError, Exit};
use super::globals::Globals;
use super::help;
use super::typos::full_width_dash;
use crate::messages::{ArgumentError, Messages, ParseError};
use crate::model::text::clean;

/// What somebody types who knows other programs, and what is called so here.
const CALLED_OTHERWISE: [(&str, &str); 6] = [
    ("help", "--help"),
    ("version", "--version"),
    ("undo", "reopen"),
    ("remove", "cancel"),
    ("delete", "cancel"),
    ("rm", "cancel"),
];

/// Answers for the parser, where it stopped: with the help, or with the reason.
pub(crate) fn explain(arguments: &[OsString], error: clap::Error, program: &Command) -> ExitCode {
    let messages = messages(arguments);
    let texts = messages.help();
    let in_language = texts
        .and_then(|texts| help::translated(program.clone(), texts).try_get_matches_from(arguments).err());
    let error = in_language.unwrap_or(error);
    let exit = if error.exit_code() == 0 { Exit::Success } else { Exit::WrongArguments };
    if exit == Exit::Success || error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        let help = error.render().ansi().to_string();
        let help = texts.map_or_else(|| help.clone(), |texts| help::with_headings(&help, &texts.words()));
        return exit_code(print(&help, exit), exit, None, messages);
    }
    stop(refusal(arguments, &error, program, messages).wrong_arguments().into())
}

/// Prints the help, which is an answer where it was asked for, in colour where that is wanted.
fn print(help: &str, exit: Exit) -> io::Result<()> {
    if exit == Exit::Success {
        write!(anstream::stdout(), "{help}")
    } else {
        write!(anstream::stderr(), "{help}")
    }
}

/// Says of each of the words in `unquoted` that its curly quotes were taken off.
pub(crate) fn notices(unquoted: &[String], messages: &dyn Messages) -> Vec<String> {
    unquoted.iter().map(|words| messages.parse_error(&ParseError::Unquoted { words })).collect()
}

/// Returns the messages in the language of the screen, as far as what was typed tells it.
fn messages(arguments: &[OsString]) -> &'static dyn Messages {
    let context = Context::new(Globals::typed(arguments));
    match context.peek() {
        Some(bytes) => context.messages_for(&bytes),
        None => context.messages(None),
    }
}

/// Says why the arguments were not understood: a slip of the keyboard first.
fn refusal(
    arguments: &[OsString],
    error: &clap::Error,
    program: &Command,
    messages: &dyn Messages,
) -> CommandError {
    let slip = arguments.iter().skip(1).find_map(|argument| full_width_dash(argument.to_str()?));
    if let Some((typed, meant)) = slip {
        return CommandError::new(messages.argument_error(&ArgumentError::FullWidthDash { typed, meant }));
    }
    let Some(said) = parse_error(error, messages) else {
        let said = error.render().to_string();
        return CommandError::laid_out(said.lines().map(|line| format!("{}\n", clean(line))).collect());
    };
    let verb = arguments.iter().skip(1).find_map(|word| program.find_subcommand(word));
    let command =
        verb.map_or_else(|| "plan --help".to_owned(), |verb| format!("plan {} --help", verb.get_name()));
    CommandError::new(said).hint(messages.parse_error(&ParseError::SeeHelp { command: &command }))
}

fn parse_error(error: &clap::Error, messages: &dyn Messages) -> Option<String> {
    let text = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(messages.comma()),
        _ => String::new(),
    };
    let argument = text(ContextKind::InvalidArg);
    let option = option_alone(&argument);
    let said = match error.kind() {
        ErrorKind::MissingSubcommand => ParseError::NoCommand,
        ErrorKind::InvalidSubcommand => {
            let typed = text(ContextKind::InvalidSubcommand);
            let nearest = called_here(&typed).or_else(|| nearest(error, ContextKind::SuggestedSubcommand));
            return Some(messages.parse_error(&ParseError::UnknownCommand { typed: &typed, nearest }));
        }
        ErrorKind::UnknownArgument if argument.starts_with('-') => {
            let nearest = nearest(error, ContextKind::SuggestedArg);
            ParseError::UnknownOption { typed: &argument, nearest }
        }
        ErrorKind::UnknownArgument => ParseError::Surplus { typed: &argument },
        ErrorKind::MissingRequiredArgument => ParseError::Missing { what: &argument },
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let (typed, values) = (text(ContextKind::InvalidValue), text(ContextKind::ValidValue));
            return Some(messages.parse_error(&bad_value(option, &typed, &values, error)));
        }
        ErrorKind::TooManyValues | ErrorKind::WrongNumberOfValues => ParseError::TakesNoValue { option },
        ErrorKind::ArgumentConflict => {
            let other = text(ContextKind::PriorArg);
            return Some(messages.parse_error(&match option_alone(&other) {
                other if other == option => ParseError::Repeated { option },
                other => ParseError::NotTogether { option, other },
            }));
        }
        _ => return None,
    };
    Some(messages.parse_error(&said))
}

fn bad_value<'a>(option: &'a str, typed: &'a str, values: &'a str, error: &clap::Error) -> ParseError<'a> {
    if error.kind() == ErrorKind::InvalidValue && typed.is_empty() {
        ParseError::NoValue { option }
    } else if !values.is_empty() {
        ParseError::NotOneOf { option, typed, values }
    } else if error.source().is_some_and(<dyn Error>::is::<ParseIntError>) {
        ParseError::NotANumber { option, typed }
    } else if typed.trim().is_empty() {
        ParseError::Blank { option }
    } else {
        ParseError::Unsuitable { option, typed }
    }
}

/// Returns `--on` of `--on <DAY>`; what has no dash stays whole.
fn option_alone(argument: &str) -> &str {
    match argument.split_once(' ') {
        Some((option, _)) if option.starts_with('-') => option,
        _ => argument,
    }
}

fn called_here(typed: &str) -> Option<&'static str> {
    CALLED_OTHERWISE.iter().find(|(elsewhere, _)| *elsewhere == typed).map(|(_, here)| *here)
}

fn nearest(error: &clap::Error, kind: ContextKind) -> Option<&str> {
    match error.get(kind)? {
        ContextValue::String(text) => Some(text),
        ContextValue::Strings(texts) => texts.first().map(String::as_str),
        _ => None,
    }
}
