//! `plan evidence`: what shows that it was done.

use std::slice;

use crate::cli::answer::Answer;
use crate::cli::arguments::{DryRun, some_text};
use crate::cli::change::{self, Change};
use crate::cli::complete;
use crate::cli::context::Context;
use crate::cli::error::CommandError;
use crate::cli::evidence::{beside_the_plan, from_here};
use crate::cli::locate::quoted;
use crate::cli::opened::Opened;
use crate::messages::{ArgumentError, ChangeError, Confirmation, Label};
use crate::model::plan::Entry;
use crate::planfile::edit::{Edit, Value};

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
    dry_run: DryRun,
}

pub(super) fn run(args: &Args, context: &Context) -> anyhow::Result<Answer> {
    change::carry_out(&format!("evidence {}", args.id), args.dry_run.dry_run, context, |opened| {
        if args.undo && args.paths.len() > 1 {
            let error = opened.messages.argument_error(&ArgumentError::OneAtATime);
            return Err(CommandError::new(error).wrong_arguments().into());
        }
        change::each(slice::from_ref(&args.id), opened, |entry, change| {
            if args.undo {
                return take_out(args, entry, opened, change);
            }
            record(args, entry, opened, change);
            Ok(())
        })
    })
}

fn record<'o>(args: &Args, entry: &Entry<'o>, opened: &Opened<'_>, change: &mut Change<'o>) {
    let (id, what) = (entry.id, Label::Evidence);
    let (mut said, mut taken) = (Vec::new(), Vec::new());
    for path in &args.paths {
        let stored = beside_the_plan(path, opened.located);
        if entry.details.evidence.iter().any(|known| *known == stored) || taken.contains(&stored) {
            continue;
        }
        taken.push(stored.clone());
        let to = Some(stored.clone());
        said.push(opened.messages.confirmation(&Confirmation::Changed { what, from: None, to }));
        change.edits.push(Edit::Push { id, key: "evidence", entry: Value::Text(stored.into()) });
        change.take_back.push(format!("evidence {id} {} --undo", quoted(path)));
    }
    if said.is_empty() {
        said.push(opened.messages.confirmation(&Confirmation::Unchanged));
    }
    change.say(id, entry.title, said);
}

fn take_out<'o>(
    args: &Args,
    entry: &Entry<'o>,
    opened: &Opened<'_>,
    change: &mut Change<'o>,
) -> anyhow::Result<()> {
    let (id, what) = (entry.id, Label::Evidence);
    let known = &entry.details.evidence;
    let at = match args.paths.first() {
        Some(typed) => {
            let stored = beside_the_plan(typed, opened.located);
            let at = known.iter().position(|known| *known == stored || known == typed);
            at.ok_or(ChangeError::NoSuchEvidence { id, path: typed })
        }
        None => known.len().checked_sub(1).ok_or(ChangeError::NothingToUndo { id, what }),
    };
    let at = at.map_err(|error| opened.error(&error))?;
    let path = known[at].as_ref();
    change.edits.push(Edit::Pull { id, key: "evidence", at });
    let from = Some(path.to_owned());
    let said = opened.messages.confirmation(&Confirmation::Changed { what, from, to: None });
    change.say(id, entry.title, vec![said]);
    change.take_back.push(format!("evidence {id} {}", quoted(from_here(path, opened.located))));
    Ok(())
}
