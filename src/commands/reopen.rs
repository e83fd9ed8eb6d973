//! `plan reopen`: take marks back.

use chrono::NaiveDate;

use crate::cli::{
    Answer, Change, Context, OnActivities,
    change::{self, note_entry, take_note_out},
    complete, some_text,
    typing::option,
};
use crate::messages::{Confirmation, Messages};
use crate::model::key::ActivityKey;
use crate::model::plan::{Entry, Note};

#[derive(clap::Args)]
#[command(before_help = "Examples:
  plan reopen A1
  plan reopen A1 --why \"the signatures are missing\"   also notes that it was sent back")]
#[command(mut_arg("ids", |ids| ids.add(complete::done_first())))]
pub(super) struct Args {
    /// Why it is sent back; written as a note of today
    #[arg(long, value_name = "TEXT", value_parser = some_text)]
    why: Option<String>,
    #[command(flatten)]
    pub(super) on_activities: OnActivities,
}

pub(super) fn run(args: &Args, context: &Context) -> anyhow::Result<Answer> {
    change::each("reopen", &args.on_activities, context, |entry, change| {
        reopen(args, entry, change);
        Ok(())
    })
}

fn reopen<'o>(args: &Args, entry: &Entry<'o>, change: &mut Change<'o>) {
    let (id, messages) = (entry.id, change.opened.messages);
    let Some(day) = entry.done else {
        change.confirm(entry, &Confirmation::NotDone);
        return;
    };
    if entry.verified.is_some() {
        change.unset(id, ActivityKey::Verified);
        if entry.verified_by.is_some() {
            change.unset(id, ActivityKey::VerifiedBy);
        }
    }
    change.unset(id, ActivityKey::Done);
    let mut said = sentences(entry, day, messages);
    if let Some(why) = &args.why {
        let text = messages.confirmation(&Confirmation::SentBack { why });
        let note = Note::text(change.opened.day.today, &text);
        change.push(id, ActivityKey::Notes, note_entry(&note));
        said.push(messages.confirmation(&Confirmation::Noted(&note)));
        change.take_back.push(take_note_out(id, &note));
    }
    change.say(id, entry.title, said);
    change.take_back_on(day, format!("done {id} --on {day}"));
    if let Some(day) = entry.verified {
        let by = option("--by", entry.verified_by);
        change.take_back_on(day, format!("verify {id} --on {day}{by}"));
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
