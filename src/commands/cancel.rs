//! `plan cancel`: give activities up; nothing is deleted.

use crate::cli::answer::Answer;
use crate::cli::arguments::{DryRun, Ids, some_text};
use crate::cli::change::{self, Change};
use crate::cli::context::Context;
use crate::cli::dates;
use crate::cli::locate::quoted;
use crate::cli::opened::Opened;
use crate::messages::{ChangeError, Confirmation, Label};
use crate::model::plan::Entry;
use crate::planfile::edit::{Edit, Value};

#[derive(clap::Args)]
#[command(before_help = "Examples:
  plan cancel C3 --why \"merged into C2\"
  plan cancel C3 --undo")]
pub(super) struct Args {
    #[command(flatten)]
    ids: Ids,
    /// The reason
    #[arg(long, value_name = "TEXT", required_unless_present = "undo", value_parser = some_text)]
    why: Option<String>,
    /// The day on which it was cancelled, where it is not today
    #[arg(long, value_name = "DAY", conflicts_with = "undo")]
    on: Option<String>,
    /// Take it back
    #[arg(long, conflicts_with = "why")]
    undo: bool,
    #[command(flatten)]
    dry_run: DryRun,
}

pub(super) fn run(args: &Args, context: &Context) -> anyhow::Result<Answer> {
    change::carry_out(&args.ids.after("cancel"), args.dry_run.dry_run, context, |opened| {
        change::each(&args.ids.ids, opened, |entry, change| match &args.why {
            Some(why) => cancel(args, why, entry, opened, change),
            None => take_back(entry, opened, change),
        })
    })
}

fn cancel<'o>(
    args: &Args,
    why: &str,
    entry: &Entry<'o>,
    opened: &Opened<'_>,
    change: &mut Change<'o>,
) -> anyhow::Result<()> {
    let id = entry.id;
    if let Some(day) = entry.done {
        return Err(opened.error(&ChangeError::IsDone { id, day }));
    }
    if entry.cancelled.is_some() {
        return Err(opened.error(&ChangeError::IsCancelled { id }));
    }
    let day = dates::past_or_today(args.on.as_deref(), opened)?;
    change.edits.push(Edit::Set { id, key: "cancelled", value: Value::Date(day) });
    change.edits.push(Edit::Set { id, key: "cancelled_why", value: Value::Text(why.to_owned().into()) });
    let said = opened.messages.confirmation(&Confirmation::Cancelled { day, why });
    change.say(id, entry.title, vec![said]);
    change.take_back.push(format!("cancel {id} --undo"));
    Ok(())
}

fn take_back<'o>(entry: &Entry<'o>, opened: &Opened<'_>, change: &mut Change<'o>) -> anyhow::Result<()> {
    let id = entry.id;
    let Some(day) = entry.cancelled else {
        return Err(opened.error(&ChangeError::NothingToUndo { id, what: Label::Cancelled }));
    };
    change.edits.push(Edit::Unset { id, key: "cancelled" });
    change.edits.push(Edit::Unset { id, key: "cancelled_why" });
    let why = entry.cancelled_why.unwrap_or("-");
    let said = opened.messages.confirmation(&Confirmation::Uncancelled { day, why });
    change.say(id, entry.title, vec![said]);
    change.take_back.push(format!("cancel {id} --why {} --on {day}", quoted(why)));
    Ok(())
}
