//! The command line: what can be typed, and a file or a folder a verb.

mod add;
mod assign;
mod cancel;
mod check;
mod completions;
mod diff;
mod done;
mod edit;
mod evidence;
mod export;
mod import;
mod init;
mod list;
mod manual;
mod r#move;
mod note;
mod overdue;
mod reopen;
mod report;
mod settle;
mod show;
mod status;
mod timeline;
mod verify;

use std::ffi::OsString;
use std::process::ExitCode;
use std::slice;

use clap::{CommandFactory, Parser, Subcommand};

use crate::cli::{Answer, Context, Globals, Several, complete, parser, stop, typos};

/// Keep a written plan: what is due, what is late, what is done.
#[derive(Parser)]
#[command(
    name = "plan",
    bin_name = "plan",
    version,
    arg_required_else_help = true,
    disable_help_subcommand = true,
    before_help = "Examples:
  plan status                      the first look in the morning
  plan list                        every activity, with its status today
  plan overdue --soon              what is late, and what falls due in the next days
  plan done A1                     mark A1 done today
  plan done A1,A3 --on 2018-05-30  mark both done on that day
  plan move B2 --to 2018-06-20 --why \"exam week\"
  plan report --period 6月          the bulletin, ready to paste",
    after_help = "The plan file is FILE, else $PLAN_FILE, else plan.toml here or in the nearest folder above,
else data/plan.toml. Exit codes: 0 did it, 1 could not do all, 2 wrong arguments, 3 looked and found."
)]
#[command(mut_arg("file", |file| file.add(complete::files())))]
pub struct Cli {
    #[command(flatten)]
    globals: Globals,
    #[command(subcommand)]
    command: Command,
}

/// What can be done. Only the command that was typed is built: the program starts faster so.
#[derive(Subcommand)]
#[command(defer = true)]
enum Command {
    /// Show how the plan stands today, on one screen
    Status(status::Args),
    /// Show the activities with their status
    List(list::Args),
    /// Show what is overdue, the longest first
    Overdue(overdue::Args),
    /// Mark activities done
    Done(done::Args),
    /// Take `done` and `verified` back
    Reopen(reopen::Args),
    /// Move the deadlines of activities or phases; the old ones are kept, with the reason
    Move(r#move::Args),
    /// Settle the deadline of what was undecided; its question becomes a note
    Settle(settle::Args),
    /// Record that somebody else has accepted what was done
    Verify(verify::Args),
    /// Record progress, and the day on which it is expected to be done
    Note(note::Args),
    /// Record files or addresses that show that an activity was done
    Evidence(evidence::Args),
    /// Say who answers for activities, who helps, and which official is in charge
    Assign(assign::Args),
    /// Cancel activities: they are asked for no more, and stay in the file
    Cancel(cancel::Args),
    /// Add an activity, after the last one of its group or phase
    Add(add::Args),
    /// Open the plan file in an editor; it is saved only when it is sound
    Edit(edit::Args),
    /// Show everything about an activity or a phase
    Show(show::Args),
    /// Draw phases and deadlines over time
    Timeline(timeline::Args),
    /// Report how the plan stands, ready to paste into a chat or a document
    Report(report::Args),
    /// Hand the timetable out for spreadsheets, calendars, pages and programs
    Export(export::Args),
    /// Compare the plan with another copy of it: what was added, marked, moved, reworded
    Diff(diff::Args),
    /// Check the plan file: every problem, and what is worth a second look
    Check(check::Args),
    /// Draft a plan file from a document: phases, activities, deadlines, and what has to be asked
    Import(import::Args),
    /// Write a small plan to start from, with every key explained
    Init(init::Args),
    /// Print the completion script for a shell
    Completions(completions::Args),
    /// Write the pages of the manual, in English
    #[command(hide = true)]
    Manual(manual::Args),
}

/// Runs the program with the arguments and the environment of the process.
pub fn main() -> ExitCode {
    if let Some(exit) = complete::answer(Cli::command) {
        return exit;
    }
    let mut arguments: Vec<OsString> = std::env::args_os().collect();
    let unquoted = typos::unquote(&mut arguments);
    let cli = match Cli::try_parse_from(&arguments) {
        Ok(cli) => cli,
        Err(error) => return parser::explain(&arguments, error, &Cli::command()),
    };
    let Cli { globals, command } = cli;
    let context = Context::new(globals.with_all_files(&arguments));
    let context = match in_its_plan(&command, context, &arguments) {
        Ok(context) => context,
        Err(error) => return stop(error),
    };
    match run(command, &context) {
        Ok(mut answer) => {
            let messages = context.messages(None);
            answer.notices.extend(parser::notices(&unquoted, messages));
            answer.deliver(messages, context.terminal)
        }
        Err(error) => stop(error),
    }
}

/// Returns the context of the one plan in which the ids lie that were typed, where several plans were named.
fn in_its_plan(command: &Command, context: Context, arguments: &[OsString]) -> anyhow::Result<Context> {
    let Some(ids) = command.ids().filter(|ids| !ids.is_empty()) else { return Ok(context) };
    let is_verb = |word: &str| Cli::command().find_subcommand(word).is_some();
    match Several::of(&context)? {
        Some(several) => Ok(context.on(several.holding(ids, arguments, is_verb)?)),
        None => Ok(context),
    }
}

impl Command {
    /// Returns the ids that it is about.
    fn ids(&self) -> Option<&[String]> {
        match self {
            Command::Done(args) => Some(&args.on_activities.ids),
            Command::Reopen(args) => Some(&args.on_activities.ids),
            Command::Move(args) => Some(&args.ids),
            Command::Settle(args) => Some(slice::from_ref(&args.id)),
            Command::Verify(args) => Some(&args.on_activities.ids),
            Command::Note(args) => Some(slice::from_ref(&args.id)),
            Command::Evidence(args) => Some(slice::from_ref(&args.id)),
            Command::Assign(args) => Some(&args.ids),
            Command::Cancel(args) => Some(&args.on_activities.ids),
            Command::Show(args) => Some(&args.id),
            _ => None,
        }
    }
}

fn run(command: Command, context: &Context) -> anyhow::Result<Answer> {
    match command {
        Command::Status(args) => status::run(&args, context),
        Command::List(args) => list::run(&args, context),
        Command::Overdue(args) => overdue::run(&args, context),
        Command::Done(args) => done::run(&args, context),
        Command::Reopen(args) => reopen::run(&args, context),
        Command::Move(args) => r#move::run(&args, context),
        Command::Settle(args) => settle::run(&args, context),
        Command::Verify(args) => verify::run(&args, context),
        Command::Note(args) => note::run(&args, context),
        Command::Evidence(args) => evidence::run(&args, context),
        Command::Assign(args) => assign::run(&args, context),
        Command::Cancel(args) => cancel::run(&args, context),
        Command::Add(args) => add::run(&args, context),
        Command::Edit(args) => edit::run(&args, context),
        Command::Show(args) => show::run(&args, context),
        Command::Timeline(args) => timeline::run(&args, context),
        Command::Report(args) => report::run(&args, context),
        Command::Export(args) => export::run(&args, context),
        Command::Diff(args) => diff::run(&args, context),
        Command::Check(args) => check::run(&args, context),
        Command::Import(args) => import::run(&args, context),
        Command::Init(args) => init::run(&args, context),
        Command::Completions(args) => Ok(completions::run(&args)),
        Command::Manual(args) => manual::run(&args, Cli::command(), context),
    }
}

#[cfg(test)]
mod tests {
    use unicode_width::UnicodeWidthStr;

    use super::*;
    use crate::cli::help;
    use crate::messages::Language;

    #[test]
    fn every_verb_and_every_argument_has_its_help_in_chinese() {
        let texts = Language::Zh.messages().help().expect("Chinese has a help");
        let mut program = Cli::command();
        program.build();
        let mut missing = Vec::new();
        for verb in program.get_subcommands().chain([&program]) {
            let name = if verb.get_name() == "plan" { "" } else { verb.get_name() };
            missing.extend(texts.verb(name).is_none().then(|| name.to_owned()));
            for argument in verb.get_arguments() {
                let id = argument.get_id().as_str();
                let value = argument.get_value_names().and_then(|names| names.first());
                let value = value.filter(|_| argument.get_action().takes_values());
                let has_value = value.is_none_or(|value| texts.value_name(id, value).is_some());
                if texts.argument(name, id).is_none() || !has_value {
                    missing.push(format!("{name} {id}"));
                }
            }
        }
        assert!(missing.is_empty(), "{missing:?}");
    }

    #[test]
    fn the_chinese_help_keeps_to_eighty_columns() {
        let texts = Language::Zh.messages().help().expect("Chinese has a help");
        let mut program = help::translated(Cli::command(), texts).term_width(80);
        let helps: Vec<String> = program
            .get_subcommands_mut()
            .map(|verb| verb.clone().term_width(80).render_help().to_string())
            .collect();
        for line in helps.iter().chain([&program.render_help().to_string()]).flat_map(|help| help.lines()) {
            assert!(line.width() <= 80, "{line}");
        }
    }
}
