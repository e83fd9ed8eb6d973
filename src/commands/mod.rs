//! The command line: what can be typed, and one file a verb.

mod add;
mod answer;
mod assign;
mod cancel;
mod change;
mod check;
mod completions;
mod context;
mod day;
mod diff;
mod done;
mod edit;
mod evidence;
mod findings;
mod ids;
mod init;
mod list;
mod locate;
mod r#move;
mod note;
mod overdue;
mod reopen;
mod report;
mod rows;
mod show;
mod status;
mod timeline;
mod typing;
mod verify;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::builder::NonEmptyStringValueParser;
use clap::{CommandFactory, Parser, Subcommand};

use self::answer::Answer;
use self::context::Context;

/// Keep a written plan: what is due, what is late, what is done.
#[derive(Parser)]
#[command(
    name = "plan",
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
else data/plan.toml. Exit codes: 0 did it, 1 could not, 2 wrong arguments, 3 looked and found."
)]
pub struct Cli {
    #[command(flatten)]
    globals: Globals,
    #[command(subcommand)]
    command: Command,
}

/// Options that every command takes.
#[derive(clap::Args)]
pub struct Globals {
    /// The plan file; `-` reads it from standard input
    #[arg(short, long, global = true, help_heading = "Options of every command", value_name = "FILE", value_parser = NonEmptyStringValueParser::new())]
    file: Option<String>,
    /// The day to take for today, as in 2018-06-11
    #[arg(
        long,
        global = true,
        help_heading = "Options of every command",
        value_name = "DAY",
        env = "PLAN_TODAY",
        hide_env_values = true
    )]
    today: Option<String>,
    /// The language of the screens; without it, that of `PLAN_LANG`, the plan or the locale
    #[arg(long, global = true, help_heading = "Options of every command", value_name = "LANG", value_parser = ["zh", "en"])]
    lang: Option<String>,
    /// When to use colour
    #[arg(long, global = true, help_heading = "Options of every command", value_name = "WHEN", default_value = "auto", value_parser = ["auto", "always", "never"], hide_default_value = true)]
    color: String,
}

#[derive(Subcommand)]
enum Command {
    Status(status::Args),
    List(list::Args),
    Overdue(overdue::Args),
    Done(done::Args),
    Reopen(reopen::Args),
    Move(r#move::Args),
    Verify(verify::Args),
    Note(note::Args),
    Evidence(evidence::Args),
    Assign(assign::Args),
    Cancel(cancel::Args),
    Add(add::Args),
    Edit(edit::Args),
    Show(show::Args),
    Timeline(timeline::Args),
    Report(report::Args),
    Diff(diff::Args),
    Check(check::Args),
    Init(init::Args),
    Completions(completions::Args),
}

/// Runs the program with the arguments and the environment of the process.
pub fn main() -> ExitCode {
    clap_complete::CompleteEnv::with_factory(Cli::command).complete();
    let arguments: Vec<OsString> = std::env::args_os().collect();
    let cli = match Cli::try_parse_from(&arguments) {
        Ok(cli) => cli,
        Err(error) => return typing::explain(&arguments, &error),
    };
    let Cli { globals, command } = cli;
    let context = match Context::new(globals) {
        Ok(context) => context,
        Err(error) => return Answer::failed(error).deliver(context::locale_words()),
    };
    run(command, &context).unwrap_or_else(Answer::failed).deliver(context.words(None))
}

/// Takes an argument that is to be written into the plan: text, and not only blanks.
fn some_text(typed: &str) -> Result<String, &'static str> {
    if typed.trim().is_empty() { Err("it is empty") } else { Ok(typed.to_owned()) }
}

fn run(command: Command, context: &Context) -> anyhow::Result<Answer> {
    match command {
        Command::Status(args) => status::run(&args, context),
        Command::List(args) => list::run(&args, context),
        Command::Overdue(args) => overdue::run(&args, context),
        Command::Done(args) => done::run(&args, context),
        Command::Reopen(args) => reopen::run(&args, context),
        Command::Move(args) => r#move::run(&args, context),
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
        Command::Diff(args) => diff::run(&args, context),
        Command::Check(args) => check::run(&args, context),
        Command::Init(args) => init::run(&args, context),
        Command::Completions(args) => completions::run(&args),
    }
}
