//! `plan evidence`: what shows that it was done.

use std::env;
use std::path::Path;

use crate::cli::answer::{Answer, CommandError};
use crate::cli::change::{self, Change, Request, title};
use crate::cli::context::{Context, Opened};
use crate::cli::locate::{Located, quoted};
use crate::messages::{ArgumentError, ChangeError, Confirmation, Label};
use crate::model::key::ActivityKey;
use crate::model::plan::Activity;
use crate::planfile::edit::{Edit, Value};

#[derive(clap::Args)]
#[command(before_help = "Examples:
  plan evidence A1 minutes.pdf photos/
  plan evidence A1,A2 https://example.org/minutes
  plan evidence A1 minutes.pdf --undo         takes it out again; without a path, the last one")]
pub(super) struct Args {
    /// The activity's id; several are separated by commas
    #[arg(value_name = "ID", add = crate::cli::complete::ids())]
    id: String,
    /// Files, as seen from here, or addresses
    #[arg(value_name = "PATH", required_unless_present = "undo", value_parser = crate::cli::arguments::some_text, value_hint = clap::ValueHint::AnyPath)]
    paths: Vec<String>,
    /// Take it out again; without a path, the last one
    #[arg(long)]
    undo: bool,
    /// Say what would change, and change nothing
    #[arg(long)]
    dry_run: bool,
}

pub(super) fn run(args: &Args, context: &Context) -> anyhow::Result<Answer> {
    let command = format!("evidence {}", args.id);
    let request = Request { command: &command, dry_run: args.dry_run };
    change::carry_out(&request, context, |opened, located| {
        if args.undo && args.paths.len() > 1 {
            let refusal = opened.messages.argument_error(&ArgumentError::OneAtATime);
            return Err(CommandError::new(refusal).wrong_arguments().into());
        }
        change::each(std::slice::from_ref(&args.id), opened, located, |activity, change| {
            if args.undo {
                return take_out(args, activity, opened, located, change);
            }
            record(args, activity, opened, located, change);
            Ok(())
        })
    })
}

fn record<'o>(
    args: &Args,
    activity: &'o Activity<'o>,
    opened: &Opened<'_>,
    located: &Located,
    change: &mut Change<'o>,
) {
    let id = activity.id.as_ref();
    let (mut said, mut taken) = (Vec::new(), Vec::new());
    for path in &args.paths {
        let stored = beside_the_plan(path, located);
        if activity.details.evidence.iter().any(|known| *known == stored) || taken.contains(&stored) {
            continue;
        }
        taken.push(stored.clone());
        let (what, to) = (Label::Evidence, Some(stored.clone()));
        said.push(opened.messages.confirmation(&Confirmation::Changed { what, from: None, to }));
        change.edits.push(Edit::Push {
            id,
            key: ActivityKey::Evidence.into(),
            entry: Value::Text(stored.into()),
        });
        change.take_back.push(format!("evidence {id} {} --undo", quoted(path)));
    }
    if said.is_empty() {
        said.push(opened.messages.confirmation(&Confirmation::Unchanged));
    }
    change.say(title(id, &activity.title), said);
}

fn take_out<'o>(
    args: &Args,
    activity: &'o Activity<'o>,
    opened: &Opened<'_>,
    located: &Located,
    change: &mut Change<'o>,
) -> anyhow::Result<()> {
    let id = activity.id.as_ref();
    let known = &activity.details.evidence;
    let at = match args.paths.first().map(|path| (path, beside_the_plan(path, located))) {
        Some((typed, stored)) => {
            let at = known.iter().position(|known| *known == stored || known == typed);
            at.ok_or(ChangeError::NoSuchEvidence { id, path: typed })
        }
        None => known.len().checked_sub(1).ok_or(ChangeError::NothingToUndo { id, what: Label::Evidence }),
    };
    let at = at.map_err(|objection| CommandError::new(opened.messages.change_error(&objection)))?;
    let path = known[at].as_ref();
    change.edits.push(Edit::Pull { id, key: ActivityKey::Evidence.into(), at });
    let (what, from) = (Label::Evidence, Some(path.to_owned()));
    let said = opened.messages.confirmation(&Confirmation::Changed { what, from, to: None });
    change.say(title(id, &activity.title), vec![said]);
    change.take_back.push(format!("evidence {id} {}", quoted(&from_here(path, located))));
    Ok(())
}

/// Returns what to write in the plan for evidence that was typed here: an address as it is, a path as seen
/// from the plan's folder.
pub(super) fn beside_the_plan(typed: &str, located: &Located) -> String {
    let folder = located.path.as_deref().and_then(Path::parent);
    if typed.contains("://") || Path::new(typed).is_absolute() {
        return typed.to_owned();
    }
    let here = env::current_dir().unwrap_or_default();
    let relative = folder.and_then(|folder| {
        let folder = here.join(folder).canonicalize().ok()?;
        pathdiff::diff_paths(here.canonicalize().ok()?.join(typed), folder)
    });
    relative.map_or_else(|| typed.to_owned(), |path| path.display().to_string())
}

/// Returns how to type from here what [`beside_the_plan`] wrote.
fn from_here(stored: &str, located: &Located) -> String {
    let folder =
        located.path.as_deref().and_then(Path::parent).filter(|folder| !folder.as_os_str().is_empty());
    match folder {
        Some(folder) if !stored.contains("://") && !Path::new(stored).is_absolute() => {
            let (here, path) = (env::current_dir().unwrap_or_default(), folder.join(stored));
            let whole = here.join(path);
            let tidy =
                whole.parent().and_then(|parent| Some(parent.canonicalize().ok()?.join(whole.file_name()?)));
            let relative = tidy.and_then(|tidy| pathdiff::diff_paths(tidy, here.canonicalize().ok()?));
            relative
                .map_or_else(|| folder.join(stored).display().to_string(), |path| path.display().to_string())
        }
        _ => stored.to_owned(),
    }
}
