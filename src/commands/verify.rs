//! `plan verify`: somebody else accepts what was done (销号).

use crate::cli::{
    Answer, Change, CommandError, Context, OnActivities,
    change::{self, text},
    complete, dates, some_name,
    typing::option,
};
use crate::messages::{ChangeError, Confirmation};
use crate::model::key::ActivityKey;
use crate::model::plan::Entry;
use crate::planfile::edit::Value;

#[derive(clap::Args)]
#[command(before_help = "Examples:
  plan verify A1 --by \"the audit office\"
  plan verify A1 A3 --on 2018-06-08
  plan verify A1 --undo")]
#[command(mut_arg("ids", |ids| ids.add(complete::done_first())))]
pub(super) struct Args {
    /// The day on which it was accepted, where it is not today
    #[arg(long, value_name = "DAY")]
    on: Option<String>,
    /// Who accepted it
    #[arg(long, value_name = "WHO", value_parser = some_name)]
    by: Option<String>,
    /// Take it back
    #[arg(long, conflicts_with_all = ["on", "by"])]
    undo: bool,
    #[command(flatten)]
    pub(super) on_activities: OnActivities,
}

pub(super) fn run(args: &Args, context: &Context) -> anyhow::Result<Answer> {
    change::each("verify", &args.on_activities, context, |entry, change| {
        if args.undo { take_back(entry, change) } else { verify(args, entry, change) }
    })
}

fn verify<'o>(args: &Args, entry: &Entry<'o>, change: &mut Change<'o>) -> anyhow::Result<()> {
    let (id, messages) = (entry.id, change.opened.messages);
    let Some(done) = entry.done else {
        let command = change.opened.located.command(&format!("done {id}"));
        return Err(CommandError::new(messages.change_error(&ChangeError::NotDone { id }))
            .hint(messages.change_error(&ChangeError::MarkFirst { command }))
            .into());
    };
    if let Some(day) = entry.verified {
        let command = change.opened.located.command(&format!("verify {id} --undo"));
        change.confirm(entry, &Confirmation::AlreadyVerified { day, command });
        return Ok(());
    }
    change.nothing_idle(id, ActivityKey::VerifiedBy, entry.verified_by, ActivityKey::Verified)?;
    let day = dates::past_or_today(args.on.as_deref(), Some(done), change)?;
    if day < done {
        return Err(change.opened.error(&ChangeError::BeforeDone { done, day }));
    }
    change.set(id, ActivityKey::Verified, Value::Date(day));
    if let Some(by) = &args.by {
        change.set(id, ActivityKey::VerifiedBy, text(by));
    }
    change.confirm(entry, &Confirmation::Verified { day, by: args.by.as_deref() });
    change.take_back.push(format!("verify {id} --undo"));
    Ok(())
}

fn take_back<'o>(entry: &Entry<'o>, change: &mut Change<'o>) -> anyhow::Result<()> {
    let id = entry.id;
    let Some(day) = entry.verified else {
        return Err(change.opened.error(&ChangeError::NothingToUndo { id, what: ActivityKey::Verified }));
    };
    let by = entry.verified_by;
    change.unset(id, ActivityKey::Verified);
    if by.is_some() {
        change.unset(id, ActivityKey::VerifiedBy);
    }
    change.confirm(entry, &Confirmation::Unverified { day, by });
    change.take_back_on(day, format!("verify {id} --on {day}{}", option("--by", by)));
    Ok(())
}
