//! `plan completions`: completion of commands, options and ids, the last read from the plan file.

use std::env;
use std::ffi::OsStr;

use clap::CommandFactory;
use clap::builder::StyledStr;
use clap_complete::engine::{ArgValueCandidates, ArgValueCompleter, CompletionCandidate};
use clap_complete::env::Shells;

use super::answer::Answer;
use super::context::Context;
use super::{Cli, Globals};
use crate::model::draft::Draft;
use crate::planfile;
use crate::terminal::one_line;

#[derive(clap::Args)]
#[command(before_help = "Examples:
  source <(plan completions bash)          in ~/.bashrc
  source <(plan completions zsh)           in ~/.zshrc
  plan completions fish | source           in ~/.config/fish/config.fish")]
pub(super) struct Args {
    /// The shell
    #[arg(value_parser = ["bash", "zsh", "fish"])]
    shell: String,
}

pub(super) fn run(args: &Args) -> anyhow::Result<Answer> {
    let name = Cli::command().get_name().to_owned();
    let program = env::args().next().unwrap_or_else(|| name.clone());
    let mut script = Vec::new();
    let shells = Shells::builtins();
    let shell =
        shells.completer(&args.shell).ok_or_else(|| anyhow::anyhow!("no such shell: {}", args.shell))?;
    shell.write_registration("COMPLETE", &name, &name, &program, &mut script)?;
    Ok(Answer::of(String::from_utf8(script)?))
}

/// Completes the ids of activities, with their titles.
pub(super) fn ids() -> ArgValueCompleter {
    ArgValueCompleter::new(|typed: &OsStr| beginning_so(typed, activities))
}

/// Completes the ids of activities and phases, with their titles.
pub(super) fn all_ids() -> ArgValueCompleter {
    ArgValueCompleter::new(|typed: &OsStr| {
        beginning_so(typed, |draft| phases_of(draft).into_iter().chain(activities(draft)).collect())
    })
}

/// Completes the ids of phases, with their titles.
pub(super) fn phases() -> ArgValueCandidates {
    ArgValueCandidates::new(|| candidates(phases_of))
}

fn beginning_so(typed: &OsStr, of: fn(&Draft<'_>) -> Vec<CompletionCandidate>) -> Vec<CompletionCandidate> {
    let typed = typed.to_string_lossy().to_lowercase();
    let begins =
        |one: &CompletionCandidate| one.get_value().to_string_lossy().to_lowercase().starts_with(&typed);
    candidates(of).into_iter().filter(begins).collect()
}

fn activities(draft: &Draft<'_>) -> Vec<CompletionCandidate> {
    let named = draft.activities.iter().filter_map(|one| Some((one.id.as_ref()?, one.title.as_ref()?)));
    named.map(|(id, title)| candidate(&id.value, &title.value)).collect()
}

fn phases_of(draft: &Draft<'_>) -> Vec<CompletionCandidate> {
    let named = draft.phases.iter().filter_map(|one| Some((one.id.as_ref()?, one.title.as_ref()?)));
    named.map(|(id, title)| candidate(&id.value, &title.value)).collect()
}

/// What cannot be read has nothing to offer: completion never complains.
fn candidates(of: fn(&Draft<'_>) -> Vec<CompletionCandidate>) -> Vec<CompletionCandidate> {
    let globals = Globals { file: typed_file(), today: None, lang: None, color: "never".to_owned() };
    let source = Context::new(globals).and_then(|context| context.source());
    let Ok((_, source)) = source else { return Vec::new() };
    planfile::read(&source.text).map_or_else(|_| Vec::new(), |(draft, _)| of(&draft))
}

fn candidate(id: &str, title: &str) -> CompletionCandidate {
    CompletionCandidate::new(one_line(id).into_owned())
        .help(Some(StyledStr::from(one_line(title).into_owned())))
}

/// Returns the plan file on the command line that is being completed.
fn typed_file() -> Option<String> {
    let words: Vec<String> = env::args_os().map(|word| word.to_string_lossy().into_owned()).collect();
    let after =
        |flag: &str| words.iter().position(|word| word == flag).and_then(|at| words.get(at + 1).cloned());
    let joined = words.iter().find_map(|word| word.strip_prefix("--file=").map(str::to_owned));
    after("-f").or_else(|| after("--file")).or(joined)
}
