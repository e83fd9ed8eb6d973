//! `plan cancel`: give activities up; nothing is deleted.

use crate::cli::{
    Answer, Change, Context, OnActivities,
    change::{self, text},
    dates, quoted, some_text,
};
use crate::messages::{ChangeError, Confirmation};
use crate::model::key::ActivityKey;
use crate::model::plan::Entry;
use crate::planfile::edit::Value;

#[derive(clap::Args)]
#[command(before_help = "Examples:
  plan cancel C3 --why \"merged into C2\"
  plan cancel C3 --undo")]
pub(super) struct Args {
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
    on_activities: OnActivities,
}

pub(super) fn run(args: &Args, context: &Context) -> anyhow::Result<Answer> {
    change::each("cancel", &args.on_activities, context, |entry, change| match &args.why {
        Some(why) => cancel(args, why, entry, change),
        None => take_back(entry, change),
    })
}

fn cancel<'o>(args: &Args, why: &str, entry: &Entry<'o>, change: &mut Change<'o>) -> anyhow::Result<()> {
    let id = entry.id;
    if let Some(day) = entry.done {
        return Err(change.opened.error(&ChangeError::IsDone { id, day }));
    }
    if entry.cancelled.is_some() {
        return Err(change.opened.error(&ChangeError::IsCancelled { id }));
    }
    change.nothing_idle(id, ActivityKey::CancelledWhy, entry.cancelled_why, ActivityKey::Cancelled)?;
    let day = dates::past_or_today(args.on.as_deref(), change.opened)?;
    change.set(id, ActivityKey::Cancelled, Value::Date(day));
    change.set(id, ActivityKey::CancelledWhy, text(why));
    change.confirm(entry, &Confirmation::Cancelled { day, why });
    change.take_back.push(format!("cancel {id} --undo"));
    Ok(())
}

fn take_back<'o>(entry: &Entry<'o>, change: &mut Change<'o>) -> anyhow::Result<()> {
    let id = entry.id;
    let Some(day) = entry.cancelled else {
        return Err(change.opened.error(&ChangeError::NothingToUndo { id, what: ActivityKey::Cancelled }));
    };
    change.unset(id, ActivityKey::Cancelled);
    change.unset(id, ActivityKey::CancelledWhy);
    let why = entry.cancelled_why.unwrap_or("-");
    change.confirm(entry, &Confirmation::Uncancelled { day, why });
    change.take_back.push(format!("cancel {id} --why {} --on {day}", quoted(why)));
    Ok(())
}
