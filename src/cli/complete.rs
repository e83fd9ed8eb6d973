//! Completion of ids, read from the plan file.

use std::env;
use std::ffi::{OsStr, OsString};
use std::path::PathBuf;

use clap::builder::StyledStr;
use clap_complete::engine::{ArgValueCandidates, ArgValueCompleter, CompletionCandidate};

use super::context::Context;
use super::globals::Globals;
use crate::model::draft::{Draft, Offered};
use crate::model::text::one_line;
use crate::planfile;

/// Completes the ids of activities, with their titles.
pub(crate) fn ids() -> ArgValueCompleter {
    ArgValueCompleter::new(|typed: &OsStr| beginning_so(typed, activities))
}

/// Completes the ids of activities and phases, with their titles.
pub(crate) fn all_ids() -> ArgValueCompleter {
    ArgValueCompleter::new(|typed: &OsStr| {
        beginning_so(typed, |draft| phases_of(draft).into_iter().chain(activities(draft)).collect())
    })
}

/// Completes the ids of phases, with their titles.
pub(crate) fn phases() -> ArgValueCandidates {
    ArgValueCandidates::new(|| candidates(phases_of))
}

fn beginning_so(typed: &OsStr, of: fn(&Draft<'_>) -> Vec<CompletionCandidate>) -> Vec<CompletionCandidate> {
    let typed = typed.to_string_lossy().to_lowercase();
    let begins =
        |one: &CompletionCandidate| one.get_value().to_string_lossy().to_lowercase().starts_with(&typed);
    candidates(of).into_iter().filter(begins).collect()
}

fn activities(draft: &Draft<'_>) -> Vec<CompletionCandidate> {
    draft.offered_activities().map(candidate).collect()
}

fn phases_of(draft: &Draft<'_>) -> Vec<CompletionCandidate> {
    draft.offered_phases().map(candidate).collect()
}

/// What cannot be read has nothing to offer: completion never complains.
fn candidates(of: fn(&Draft<'_>) -> Vec<CompletionCandidate>) -> Vec<CompletionCandidate> {
    let globals = Globals { file: typed_file(), ..Globals::default() };
    let found = Context::new(globals).and_then(|context| context.find());
    let Ok((_, bytes)) = found else { return Vec::new() };
    let read = str::from_utf8(&bytes).ok().and_then(|text| planfile::read(text).ok());
    read.map_or_else(Vec::new, |(draft, _)| of(&draft))
}

fn candidate(offered: Offered<'_>) -> CompletionCandidate {
    let title = StyledStr::from(one_line(offered.title).into_owned());
    CompletionCandidate::new(one_line(offered.id).into_owned()).help(Some(title))
}

/// Returns the plan file on the command line that is being completed.
fn typed_file() -> Option<PathBuf> {
    let words: Vec<OsString> = env::args_os().collect();
    let behind = |flag: &str| words.iter().position(|word| word == flag).and_then(|at| words.get(at + 1));
    let joined = words.iter().find_map(|word| word.to_str()?.strip_prefix("--file="));
    behind("-f").or_else(|| behind("--file")).map(PathBuf::from).or_else(|| joined.map(PathBuf::from))
}
