//! `plan cancel`: give activities up; nothing is deleted.

use crate::cli::{
    Answer, Change, Context, OnActivities,
    change::{self, text},
    dates, some_name,
    typing::option,
};
use crate::messages::{ChangeError, Confirmation};
use crate::model::key::ActivityKey;
use crate::model::plan::Entry;
use crate::model::text::is_blank;
use crate::planfile::edit::Value;

#[derive(clap::Args)]
#[command(before_help = "Examples:
  plan cancel C3 --why \"merged into C2\" --by \"management board\"
  plan cancel C3 --undo")]
pub(super) struct Args {
    /// The reason; an empty text where there is none
    #[arg(long, value_name = "TEXT", required_unless_present = "undo")]
    why: Option<String>,
    /// Who agreed
    #[arg(long, value_name = "WHO", conflicts_with = "undo", value_parser = some_name)]
    by: Option<String>,
    /// The day on which it was cancelled, where it is not today
    #[arg(long, value_name = "DAY", conflicts_with = "undo")]
    on: Option<String>,
    /// Take it back
    #[arg(long, conflicts_with = "why")]
    undo: bool,
    #[command(flatten)]
    pub(super) on_activities: OnActivities,
}

pub(super) fn run(args: &Args, context: &Context) -> anyhow::Result<Answer> {
    change::each("cancel", &args.on_activities, context, |entry, change| match &args.why {
        Some(why) => cancel(args, why, entry, change),
        None => take_back(entry, change),
    })
}

fn cancel<'o>(args: &Args, why: &str, entry: &Entry<'o>, change: &mut Change<'o>) -> anyhow::Result<()> {
    let (why, by) = (Some(why).filter(|why| !is_blank(why)), args.by.as_deref());
    let id = entry.id;
    if let Some(day) = entry.done {
        return Err(change.opened.error(&ChangeError::IsDone { id, day }));
    }
    if entry.cancelled.is_some() {
        return Err(change.opened.error(&ChangeError::IsCancelled { id }));
    }
    change.nothing_idle(id, ActivityKey::CancelledWhy, entry.cancelled_why, ActivityKey::Cancelled)?;
    change.nothing_idle(id, ActivityKey::CancelledBy, entry.cancelled_by, ActivityKey::Cancelled)?;
    let day = dates::past_or_today(args.on.as_deref(), None, change)?;
    change.set(id, ActivityKey::Cancelled, Value::Date(day));
    for (key, said) in [(ActivityKey::CancelledWhy, why), (ActivityKey::CancelledBy, by)] {
        if let Some(said) = said {
            change.set(id, key, text(said));
        }
    }
    let messages = change.opened.messages;
    let mut said = vec![messages.confirmation(&Confirmation::Cancelled { day, why, by })];
    let counts_on = change.opened.agenda().items().find(|item| item.id == id).and_then(|item| item.counts_on);
    if counts_on.is_some_and(|due| due < day) {
        said.push(messages.confirmation(&Confirmation::AskedLate { on: day }));
        said.extend(args.on.is_none().then(|| messages.confirmation(&Confirmation::GiveUpAgain)));
    }
    change.say(id, entry.title, said);
    change.take_back.push(format!("cancel {id} --undo"));
    Ok(())
}

fn take_back<'o>(entry: &Entry<'o>, change: &mut Change<'o>) -> anyhow::Result<()> {
    let id = entry.id;
    let Some(day) = entry.cancelled else {
        return Err(change.opened.error(&ChangeError::NothingToUndo { id, what: ActivityKey::Cancelled }));
    };
    change.unset(id, ActivityKey::Cancelled);
    let (why, by) = (entry.cancelled_why, entry.cancelled_by);
    for (key, said) in [(ActivityKey::CancelledWhy, why), (ActivityKey::CancelledBy, by)] {
        if said.is_some() {
            change.unset(id, key);
        }
    }
    change.confirm(entry, &Confirmation::Uncancelled { day, why, by });
    let (why, by) = (option("--why", why.unwrap_or_default()), option("--by", by));
    change.take_back_on(day, format!("cancel {id}{why} --on {day}{by}"));
    Ok(())
}
