//! `plan reopen`: take marks back.

use chrono::NaiveDate;

use crate::cli::{Answer, Change, Context, OnActivities, change, quoted};
use crate::messages::{Confirmation, Messages};
use crate::model::key::ActivityKey;
use crate::model::plan::Entry;

#[derive(clap::Args)]
#[command(before_help = "Examples:
  plan reopen A1")]
pub(super) struct Args {
    #[command(flatten)]
    on_activities: OnActivities,
}

pub(super) fn run(args: &Args, context: &Context) -> anyhow::Result<Answer> {
    change::each("reopen", &args.on_activities, context, |entry, change| {
        reopen(entry, change);
        Ok(())
    })
}

fn reopen<'o>(entry: &Entry<'o>, change: &mut Change<'o>) {
    let (id, messages) = (entry.id, change.opened.messages);
    let Some(day) = entry.done else {
        change.confirm(entry, &Confirmation::NotDone);
        return;
    };
    if entry.verified.is_some() {
        change.unset(id, ActivityKey::VerifiedBy);
        change.unset(id, ActivityKey::Verified);
    }
    change.unset(id, ActivityKey::Done);
    change.say(id, entry.title, sentences(entry, day, messages));
    change.take_back.push(format!("done {id} --on {day}"));
    if let Some(day) = entry.verified {
        let by = entry.verified_by.map_or_else(String::new, |by| format!(" --by {}", quoted(by)));
        change.take_back.push(format!("verify {id} --on {day}{by}"));
    }
}

fn sentences(entry: &Entry<'_>, day: NaiveDate, messages: &dyn Messages) -> Vec<String> {
    let mut said = vec![messages.confirmation(&Confirmation::Reopened { day })];
    if let Some(day) = entry.verified {
        said.push(messages.confirmation(&Confirmation::Unverified { day, by: entry.verified_by }));
    }
    let (notes, evidence) = (entry.notes.len(), entry.details.evidence.len());
    if notes + evidence > 0 {
        said.push(messages.confirmation(&Confirmation::Kept { notes, evidence }));
    }
    said
}
