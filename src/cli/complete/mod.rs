//! Completion: the shell hands over what was typed up to the cursor, and gets what can stand there. What it inserts is
//! one word, whatever the plan file holds.

mod line;

use std::env;
use std::ffi::{OsStr, OsString};
use std::io::{self, Write};
use std::process::ExitCode;

use clap::builder::StyledStr;
use clap_complete::engine::{self, ArgValueCandidates, ArgValueCompleter, CompletionCandidate};

use self::line::{Syntax, Word, words};
use super::context::Context;
use super::globals::Globals;
use super::typing::{can_be_typed, quoted_for_posix, quoted_for_powershell};
use crate::model::agenda::Status;
use crate::model::check::is_well_formed;
use crate::model::draft::{Draft, Offered};
use crate::model::text::one_line;
use crate::planfile;

/// The exit code that leaves it to the shell, which knows its files.
const FILES: u8 = 9;
/// Stands for the names of files; no argument can be so.
const FILE_NAME: &str = "\0";
/// What stands between two ids.
const COMMAS: [char; 3] = [',', '，', '、'];

/// Returns the script that makes `shell` ask `program`.
pub(crate) fn script(shell: &str, program: &str) -> String {
    let script = match shell {
        "bash" => include_str!("plan.bash"),
        "zsh" => include_str!("plan.zsh"),
        "powershell" => include_str!("plan.ps1"),
        _ => include_str!("plan.fish"),
    };
    script.replace("PROGRAM", &quoted_for_posix(program))
}

/// Answers the shell, where it is one that asks.
pub(crate) fn answer(program: impl FnOnce() -> clap::Command) -> Option<ExitCode> {
    let shell = env::var("COMPLETE").ok().filter(|shell| !shell.is_empty())?;
    let words = typed();
    let last = words.last()?;
    let texts = words.iter().map(|word| word.text.clone().into()).collect();
    let mut found = engine::complete(&mut program(), texts, words.len() - 1, None).unwrap_or_default();
    // Options come when a dash is typed, or where nothing else can stand.
    let is_option = |one: &CompletionCandidate| one.get_value().to_string_lossy().starts_with('-');
    if !last.text.starts_with('-') && !found.iter().all(is_option) {
        found.retain(|one| !is_option(one));
    }
    if found.iter().any(|one| one.get_value().to_string_lossy().ends_with(FILE_NAME)) {
        return Some(ExitCode::from(FILES));
    }
    let lines = found.iter().filter_map(|one| match shell.as_str() {
        "bash" => for_bash(&one.get_value().to_string_lossy(), last),
        "powershell" => Some(described(one, |value| for_powershell(value, last))),
        // zsh and fish quote what they insert.
        _ => Some(described(one, str::to_owned)),
    });
    let lines: String = lines.map(|line| line + "\n").collect();
    let _ = io::stdout().write_all(lines.as_bytes());
    Some(ExitCode::SUCCESS)
}

/// Returns the words that were typed, from what the script hands over: as an argument, or in a variable, since
/// Windows PowerShell loses the quotes in an argument.
fn typed() -> Vec<Word> {
    match env::var("COMPLETE_LINE") {
        Ok(line) => words(&line, Syntax::POWERSHELL),
        Err(_) => words(&env::args_os().nth(2).unwrap_or_default().to_string_lossy(), Syntax::POSIX),
    }
}

/// Returns a line with what is inserted, and what it is.
fn described(candidate: &CompletionCandidate, as_inserted: impl Fn(&str) -> String) -> String {
    let value = as_inserted(&candidate.get_value().to_string_lossy());
    let help = candidate.get_help().map(ToString::to_string).unwrap_or_default();
    match help.lines().next() {
        Some(help) => format!("{value}\t{}", one_line(help)),
        None => value,
    }
}

/// PowerShell inserts what it gets, in place of what it takes for a word: that begins after a comma.
fn for_powershell(value: &str, last: &Word) -> String {
    let typed = if last.open.is_none() { last.text.as_str() } else { "" };
    let before = typed.rfind(',').map_or("", |at| &typed[..=at]);
    match option_apart(value.strip_prefix(before).unwrap_or(value)) {
        (option, value) if value.starts_with('-') => option + value,
        (option, value) => option + &quoted_for_powershell(value),
    }
}

/// Returns an option with its `=`, where there is one, and the value.
fn option_apart(value: &str) -> (String, &str) {
    match value.split_once('=') {
        Some((option, value)) if option.starts_with("--") => (format!("{option}="), value),
        _ => (String::new(), value),
    }
}

/// bash inserts what it gets, in place of what it takes for a word: that begins after a quote, `=` or `:`.
fn for_bash(value: &str, last: &Word) -> Option<String> {
    let replaced = env::args_os().nth(3).unwrap_or_default().to_string_lossy().into_owned();
    let before = last.raw.strip_suffix(&replaced).unwrap_or_default();
    let (option, value) = option_apart(value);
    match last.open {
        Some('"') if value.contains(['"', '$', '`', '\\', '!']) => None,
        Some(quote) => (quote == '"' || !value.contains('\'')).then(|| value.to_owned()),
        None => (option + &quoted_for_posix(value)).strip_prefix(before).map(str::to_owned),
    }
}

/// Completes the ids of activities, with their titles.
pub(crate) fn ids() -> ArgValueCompleter {
    completer(|draft| activities(draft, |_| 0))
}

/// Completes the ids of activities, first of those that are not done.
pub(crate) fn unfinished_first() -> ArgValueCompleter {
    completer(|draft| activities(draft, |one| u8::from(one.is_done)))
}

/// Completes the ids of activities, first of those that are done.
pub(crate) fn done_first() -> ArgValueCompleter {
    completer(|draft| activities(draft, |one| u8::from(!one.is_done)))
}

/// Completes the ids of activities and phases, with their titles.
pub(crate) fn all_ids() -> ArgValueCompleter {
    completer(|draft| phases_of(draft).into_iter().chain(activities(draft, |_| 0)).collect())
}

/// Completes the ids of phases, with their titles.
pub(crate) fn phases() -> ArgValueCompleter {
    completer(phases_of)
}

/// Completes the groups of the plan.
pub(crate) fn groups() -> ArgValueCompleter {
    ArgValueCompleter::new(|typed: &OsStr| names(typed, |draft| draft.groups().map(str::to_owned).collect()))
}

/// Completes those who answer for something in the plan.
pub(crate) fn owners() -> ArgValueCompleter {
    ArgValueCompleter::new(|typed: &OsStr| names(typed, |draft| draft.owners().map(str::to_owned).collect()))
}

/// Completes statuses, by their codes.
pub(crate) fn statuses() -> ArgValueCandidates {
    ArgValueCandidates::new(|| Status::NAMED.map(|status| CompletionCandidate::new(status.code())).into())
}

/// Leaves the names of files to the shell.
pub(crate) fn files() -> ArgValueCompleter {
    ArgValueCompleter::new(|typed: &OsStr| {
        let is_option = typed.to_string_lossy().starts_with('-');
        if is_option { Vec::new() } else { vec![CompletionCandidate::new(FILE_NAME)] }
    })
}

/// An id and its title.
type Known = (String, String);

fn completer(of: fn(&Draft<'_>) -> Vec<Known>) -> ArgValueCompleter {
    ArgValueCompleter::new(move |typed: &OsStr| among(of, &typed.to_string_lossy()))
}

/// Returns the ids that begin as the last one typed does and do not stand on the line yet.
fn among(of: fn(&Draft<'_>) -> Vec<Known>, typed: &str) -> Vec<CompletionCandidate> {
    let begun = typed.rsplit(COMMAS).next().unwrap_or_default();
    let before = &typed[..typed.len() - begun.len()];
    let words = typed_before();
    let is_typed = |id: &str| {
        words
            .iter()
            .map(String::as_str)
            .chain([before])
            .any(|word| word.split(COMMAS).any(|typed| typed.eq_ignore_ascii_case(id)))
    };
    let begins = |id: &str| id.to_lowercase().starts_with(&begun.to_lowercase());
    let known = read(of).into_iter().filter(|(id, _)| begins(id) && !is_typed(id));
    known
        .map(|(id, title)| {
            let title = StyledStr::from(one_line(&title).into_owned());
            CompletionCandidate::new(format!("{before}{id}")).help(Some(title))
        })
        .collect()
}

/// Returns the words before that under the cursor.
fn typed_before() -> Vec<String> {
    let mut words = typed();
    words.pop();
    words.into_iter().map(|word| word.text).collect()
}

fn names(typed: &OsStr, of: fn(&Draft<'_>) -> Vec<String>) -> Vec<CompletionCandidate> {
    let typed = typed.to_string_lossy();
    let mut known: Vec<String> = Vec::new();
    for name in read(of) {
        if name.starts_with(typed.as_ref()) && can_be_typed(&name) && !known.contains(&name) {
            known.push(name);
        }
    }
    known.into_iter().map(CompletionCandidate::new).collect()
}

/// An id that `check` rejects names nothing.
fn offered<'d>(all: impl Iterator<Item = Offered<'d>>) -> impl Iterator<Item = Offered<'d>> {
    all.filter(|one| is_well_formed(one.id))
}

fn activities(draft: &Draft<'_>, order: fn(&Offered<'_>) -> u8) -> Vec<Known> {
    let mut all: Vec<Offered<'_>> = offered(draft.offered_activities()).collect();
    all.sort_by_key(order);
    all.iter().map(known).collect()
}

fn phases_of(draft: &Draft<'_>) -> Vec<Known> {
    offered(draft.offered_phases()).map(|one| known(&one)).collect()
}

fn known(offered: &Offered<'_>) -> Known {
    (offered.id.to_owned(), offered.title.to_owned())
}

/// Reads the plan that the command would read. What cannot be read has nothing to offer: completion never complains.
fn read<T>(of: fn(&Draft<'_>) -> Vec<T>) -> Vec<T> {
    let words: Vec<OsString> = typed_before().into_iter().map(OsString::from).collect();
    let bytes = Context::new(Globals::typed(&words)).peek();
    let text = bytes.as_deref().and_then(|bytes| str::from_utf8(bytes).ok());
    let read = text.and_then(|text| planfile::read(text).ok());
    read.map_or_else(Vec::new, |(draft, _)| of(&draft))
}
