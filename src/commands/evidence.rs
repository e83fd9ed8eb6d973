//! `plan evidence`: what shows that it was done.

use std::ffi::{OsStr, OsString};
use std::path::Path;
use std::slice;

use crate::cli::{
    Answer, Change, CommandError, Context, DryRun, Opened,
    change::{self, say_which, text},
    complete,
    evidence::{beside_the_plan, from_here, missing},
    locate::shown,
    some_path,
    typing::{command, operand},
};
use crate::messages::{ArgumentError, ChangeError, Confirmation};
use crate::model::key::ActivityKey;
use crate::model::plan::Entry;
use crate::planfile::edit::Edit;

#[derive(clap::Args)]
#[command(before_help = "Examples:
  plan evidence A1 minutes.pdf photos/
  plan evidence A1,A2 https://example.org/minutes
  plan evidence A1 minutes.pdf --undo         takes it out again")]
pub(super) struct Args {
    /// The activity's id; several are separated by commas
    #[arg(value_name = "ID", add = complete::ids())]
    pub(super) id: String,
    /// Files, as seen from here, or addresses
    #[arg(value_name = "PATH", required_unless_present = "undo", value_parser = some_path(), add = complete::files())]
    paths: Vec<OsString>,
    /// Take it out again; without a path, the only one
    #[arg(long)]
    undo: bool,
    #[command(flatten)]
    write: DryRun,
}

pub(super) fn run(args: &Args, context: &Context) -> anyhow::Result<Answer> {
    let ids = slice::from_ref(&args.id);
    change::carry_out(&command("evidence", ids), args.write.dry_run, context, |change| {
        if args.undo && args.paths.len() > 1 {
            let error = ArgumentError::OneAtATime;
            return Err(CommandError::of_arguments(&error, change.opened.messages).into());
        }
        if !args.undo {
            no_blank_in_name(args, change.opened)?;
        }
        let plan_one = if args.undo { take_out } else { record };
        change.each(ids, |entry, change| plan_one(args, entry, change))
    })
}

/// Refuses paths that are not there where they are pieces of the name of one that is.
fn no_blank_in_name(args: &Args, opened: &Opened<'_>) -> anyhow::Result<()> {
    let is_there = |path: &OsStr| Path::new(path).exists();
    for pieces in args.paths.chunk_by(|one, next| !is_there(one) && !is_there(next)) {
        let name = pieces.join(OsStr::new(" "));
        if pieces.len() > 1 && is_there(&name) {
            let again = command("evidence", slice::from_ref(&args.id)) + &operand(&name);
            let (name, command) = (&shown(Path::new(&name)), opened.located.command(&again));
            let error = ArgumentError::BlankInName { name, command };
            return Err(CommandError::new(opened.messages.argument_error(&error)).into());
        }
    }
    Ok(())
}

fn record<'o>(args: &Args, entry: &Entry<'o>, change: &mut Change<'o>) -> anyhow::Result<()> {
    let (id, what) = (entry.id, ActivityKey::Evidence);
    let mut said = Vec::new();
    for (path, stored) in missing(&args.paths, &entry.details.evidence, change.opened)? {
        change.push(id, what, text(&stored));
        let to = Some(stored);
        said.push(change.opened.messages.confirmation(&Confirmation::Changed { what, from: None, to }));
        change.take_back.push(take_out_again(id, path));
    }
    if said.is_empty() {
        said.push(change.opened.messages.confirmation(&Confirmation::Unchanged));
    }
    change.say(id, entry.title, said);
    Ok(())
}

fn take_out<'o>(args: &Args, entry: &Entry<'o>, change: &mut Change<'o>) -> anyhow::Result<()> {
    let (id, what) = (entry.id, ActivityKey::Evidence);
    let known = &entry.details.evidence;
    let at = named(args, entry, change.opened)?;
    let path = known[at].as_ref();
    change.edits.push(Edit::Pull { id, key: ActivityKey::Evidence.into(), at });
    let from = Some(path.to_owned());
    change.confirm(entry, &Confirmation::Changed { what, from, to: None });
    change.take_back.push(format!("evidence {id}{}", operand(from_here(path, change.opened))));
    Ok(())
}

/// Returns the last piece with the path that was typed; without one, the only piece.
fn named(args: &Args, entry: &Entry<'_>, opened: &Opened<'_>) -> anyhow::Result<usize> {
    let (id, what, known) = (entry.id, ActivityKey::Evidence, &entry.details.evidence);
    let commands = known.iter().map(|path| take_out_again(id, from_here(path, opened)));
    match (args.paths.first(), known.len()) {
        (_, 0) => Err(opened.error(&ChangeError::NothingToUndo { id, what })),
        (None, 1) => Ok(0),
        (None, count) => Err(say_which(&ChangeError::WhichEntry { id, what, count }, commands, opened)),
        (Some(typed), _) => {
            let (stored, path) = (beside_the_plan(typed, opened)?, shown(Path::new(typed)));
            let last = |path: &str| known.iter().rposition(|known| *known == path);
            let error = ChangeError::NoSuchEvidence { id, path: &path };
            last(&stored).or_else(|| last(&path)).ok_or_else(|| say_which(&error, commands, opened))
        }
    }
}

/// Returns the command that takes a piece out again.
fn take_out_again(id: &str, path: impl AsRef<OsStr>) -> String {
    format!("evidence {id} --undo{}", operand(path))
}
