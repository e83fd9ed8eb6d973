//! The help of the program in the language of the screen.

use clap::builder::PossibleValue;
use clap::{Arg, Command};

use crate::messages::{HelpTexts, HelpWords};

/// Returns `program` with every text of its help in the language of `texts`.
pub(crate) fn translated(mut program: Command, texts: &dyn HelpTexts) -> Command {
    program.build();
    let closing = texts.words().closing;
    verb("", program, texts).after_help(closing)
}

/// Returns `help`, which the parser rendered, with the two headings that it does not let anybody else name.
pub(crate) fn with_headings(help: &str, words: &HelpWords) -> String {
    let HelpWords { arguments, options, .. } = words;
    help.replace("Arguments:", &format!("{arguments}:")).replace("Options:", &format!("{options}:"))
}

fn verb(name: &str, mut command: Command, texts: &dyn HelpTexts) -> Command {
    let words = texts.words();
    command = command.mut_args(|one| argument(name, one, texts, &words));
    if let Some(help) = texts.verb(name) {
        command = command.about(help.about).before_help(help.examples);
    }
    let (heading, usage) = (words.usage, usage(&mut command, &words));
    command
        .subcommand_help_heading(words.commands)
        .help_template(format!(
            "{{before-help}}{{about-with-newline}}\n{heading}: {usage}\n\n{{all-args}}{{after-help}}"
        ))
        .mut_subcommands(|one| {
            let name = one.get_name().to_owned();
            verb(&name, one, texts)
        })
}

fn argument(verb: &str, mut argument: Arg, texts: &dyn HelpTexts, words: &HelpWords) -> Arg {
    let id = argument.get_id().to_string();
    if let Some(help) = texts.argument(verb, &id) {
        let values = values(&argument);
        let values = if values.is_empty() { values } else { texts.values(&values) };
        argument = argument.help(format!("{help}{values}"));
    }
    let name = argument.get_value_names().and_then(|names| texts.value_name(&id, names.first()?));
    if let Some(name) = name {
        argument = argument.value_name(name);
    }
    if argument.get_help_heading().is_some() {
        argument = argument.help_heading(words.options_of_every_command);
    }
    argument.hide_possible_values(true).hide_env(true)
}

/// Returns the values that `argument` takes, where it takes no others.
fn values(argument: &Arg) -> String {
    let values = argument.get_possible_values();
    let names: Vec<&str> = values.iter().map(PossibleValue::get_name).collect();
    if argument.get_action().takes_values() { names.join(" ") } else { String::new() }
}

/// Returns the usage line without its heading.
fn usage(command: &mut Command, words: &HelpWords) -> String {
    let usage = command.render_usage().to_string();
    let line = usage.strip_prefix("Usage: ").unwrap_or(&usage);
    line.replace("[OPTIONS]", words.any_options).replace("<COMMAND>", words.command)
}
