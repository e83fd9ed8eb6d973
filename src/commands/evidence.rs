//! `plan evidence`: what shows that it was done.

use std::slice;

use crate::cli::{
    Answer, Change, CommandError, Context, DryRun, change,
    change::text,
    complete,
    evidence::{beside_the_plan, from_here},
    quoted, some_text,
};
use crate::messages::{ArgumentError, ChangeError, Confirmation};
use crate::model::key::ActivityKey;
use crate::model::plan::Entry;
use crate::planfile::edit::Edit;

#[derive(clap::Args)]
#[command(before_help = "Examples:
  plan evidence A1 minutes.pdf photos/
  plan evidence A1,A2 https://example.org/minutes
  plan evidence A1 minutes.pdf --undo         takes it out again; without a path, the last one")]
pub(super) struct Args {
    /// The activity's id; several are separated by commas
    #[arg(value_name = "ID", add = complete::ids())]
    id: String,
    /// Files, as seen from here, or addresses
    #[arg(value_name = "PATH", required_unless_present = "undo", value_parser = some_text, value_hint = clap::ValueHint::AnyPath)]
    paths: Vec<String>,
    /// Take it out again; without a path, the last one
    #[arg(long)]
    undo: bool,
    #[command(flatten)]
    write: DryRun,
}

pub(super) fn run(args: &Args, context: &Context) -> anyhow::Result<Answer> {
    change::carry_out(&format!("evidence {}", args.id), args.write.dry_run, context, |change| {
        if args.undo && args.paths.len() > 1 {
            let error = change.opened.messages.argument_error(&ArgumentError::OneAtATime);
            return Err(CommandError::new(error).wrong_arguments().into());
        }
        change.each(slice::from_ref(&args.id), |entry, change| {
            if args.undo {
                return take_out(args, entry, change);
            }
            record(args, entry, change);
            Ok(())
        })
    })
}

fn record<'o>(args: &Args, entry: &Entry<'o>, change: &mut Change<'o>) {
    let (id, what) = (entry.id, ActivityKey::Evidence);
    let (mut said, mut taken) = (Vec::new(), Vec::new());
    for path in &args.paths {
        let stored = beside_the_plan(path, change.opened.located);
        if entry.details.evidence.iter().any(|known| *known == stored) || taken.contains(&stored) {
            continue;
        }
        taken.push(stored.clone());
        let to = Some(stored.clone());
        said.push(change.opened.messages.confirmation(&Confirmation::Changed { what, from: None, to }));
        change.push(id, ActivityKey::Evidence, text(&stored));
        change.take_back.push(format!("evidence {id} {} --undo", quoted(path)));
    }
    if said.is_empty() {
        said.push(change.opened.messages.confirmation(&Confirmation::Unchanged));
    }
    change.say(id, entry.title, said);
}

fn take_out<'o>(args: &Args, entry: &Entry<'o>, change: &mut Change<'o>) -> anyhow::Result<()> {
    let (id, what) = (entry.id, ActivityKey::Evidence);
    let known = &entry.details.evidence;
    let at = match args.paths.first() {
        Some(typed) => {
            let stored = beside_the_plan(typed, change.opened.located);
            let at = known.iter().position(|known| *known == stored || known == typed);
            at.ok_or(ChangeError::NoSuchEvidence { id, path: typed })
        }
        None => known.len().checked_sub(1).ok_or(ChangeError::NothingToUndo { id, what }),
    };
    let at = at.map_err(|error| change.opened.error(&error))?;
    let path = known[at].as_ref();
    change.edits.push(Edit::Pull { id, key: ActivityKey::Evidence.into(), at });
    let from = Some(path.to_owned());
    change.confirm(entry, &Confirmation::Changed { what, from, to: None });
    change.take_back.push(format!("evidence {id} {}", quoted(from_here(path, change.opened.located))));
    Ok(())
}
