//! `plan done`: mark activities done.

use std::ffi::OsString;

use chrono::NaiveDate;

use crate::cli::{
    Answer, Change, CommandError, Context, OnActivities, Opened,
    change::{self, note_entry, take_note_out, text},
    complete, dates,
    evidence::missing,
    ids,
    rounds::comes_back,
    some_path, some_text,
    typing::operand,
};
use crate::messages::{ChangeError, Confirmation, Measured, Recurrence};
use crate::model::agenda::Item;
use crate::model::key::ActivityKey;
use crate::model::plan::{Entry, Index, Note, Undated};
use crate::planfile::edit::Value;

#[derive(clap::Args)]
#[command(before_help = "Examples:
  plan done A1                              done today
  plan done A1 B2 --on 2018-05-30           both done on that day
  plan done A1 --evidence minutes.pdf --note \"held in room 301\"")]
#[command(mut_arg("ids", |ids| ids.add(complete::unfinished_first())))]
pub(super) struct Args {
    /// The day it was done, as in 2018-05-24, 5月24日, 24 May, yesterday, 上周五
    #[arg(long, value_name = "DAY")]
    on: Option<String>,
    /// A file or an address that shows it (repeatable)
    #[arg(long, value_name = "PATH", value_parser = some_path(), add = complete::files())]
    evidence: Vec<OsString>,
    /// A word on it
    #[arg(long, value_name = "TEXT", value_parser = some_text)]
    note: Option<String>,
    #[command(flatten)]
    pub(super) on_activities: OnActivities,
}

pub(super) fn run(args: &Args, context: &Context) -> anyhow::Result<Answer> {
    let on = &args.on_activities;
    change::carry_out(&on.after("done"), on.write.dry_run, context, |change| {
        let positions = ids::activities(&on.ids, change.opened)?;
        Marking::new(args, change)?.carry_out(&positions, change)
    })
}

/// One run of the command.
struct Marking<'a, 'o> {
    opened: &'o Opened<'o>,
    args: &'a Args,
    on: Option<NaiveDate>,
}

/// What happens to one activity.
enum Outcome {
    New,
    Remarked { from: NaiveDate },
    AlreadyDone { day: NaiveDate },
}

impl<'a, 'o> Marking<'a, 'o> {
    fn new(args: &'a Args, change: &mut Change<'o>) -> anyhow::Result<Marking<'a, 'o>> {
        let on = args.on.as_deref().map(|typed| dates::past(typed, None, change)).transpose()?;
        Ok(Marking { opened: change.opened, args, on })
    }

    fn carry_out(&self, positions: &[usize], change: &mut Change<'o>) -> anyhow::Result<()> {
        let (mut marked, mut late) = (Vec::new(), Vec::new());
        let day = self.on.unwrap_or(self.opened.day.today);
        let agenda = self.opened.agenda();
        for at in positions {
            let (entry, item) = (change.entry(Index::Activity(*at)), agenda.item(*at));
            let outcome = self.outcome(&entry)?;
            if matches!(outcome, Outcome::New) && item.due.undated() == Some(Undated::Recurring) {
                return Err(comes_back(&item, self.opened));
            }
            let mut said = self.sentences(&item, &outcome, day);
            for what in self.attach(&entry, change)? {
                said.push(self.opened.messages.confirmation(&Confirmation::Added { what }));
            }
            if !matches!(outcome, Outcome::AlreadyDone { .. }) {
                change.set(entry.id, ActivityKey::Done, Value::Date(day));
            }
            change.say(entry.id, entry.title, said);
            match outcome {
                Outcome::New => {
                    marked.push(entry.id);
                    late.extend(item.counts_on.filter(|due| *due < day).map(|_| entry.id));
                }
                Outcome::Remarked { from } => {
                    change.take_back_on(from, format!("done {} --on {from}", entry.id));
                }
                Outcome::AlreadyDone { .. } => {}
            }
        }
        if !marked.is_empty() {
            change.take_back.insert(0, format!("reopen {}", marked.join(" ")));
        }
        if self.on.is_none() && !late.is_empty() {
            let command = self.on_another_day(&late.join(" "));
            let advice = Confirmation::RecordTrueDay { command };
            change.advice = Some(self.opened.messages.confirmation(&advice));
        }
        Ok(())
    }

    /// A meeting held last Thursday and recorded on Monday must be easy to correct, and a mark that
    /// somebody else has accepted must not change unseen.
    fn outcome(&self, entry: &Entry<'_>) -> anyhow::Result<Outcome> {
        let (id, messages) = (entry.id, self.opened.messages);
        if entry.cancelled.is_some() {
            return Err(self.opened.error(&ChangeError::IsCancelled { id }));
        }
        match (entry.done, self.on) {
            (None, _) => Ok(Outcome::New),
            (Some(day), None) => Ok(Outcome::AlreadyDone { day }),
            (Some(day), Some(on)) if day == on => Ok(Outcome::AlreadyDone { day }),
            (Some(_), Some(_)) if entry.verified.is_some() => {
                let command = self.opened.located.command(&format!("reopen {id}"));
                Err(CommandError::new(messages.change_error(&ChangeError::IsVerified { id }))
                    .hint(messages.change_error(&ChangeError::ReopenFirst { command }))
                    .into())
            }
            (Some(from), Some(_)) => Ok(Outcome::Remarked { from }),
        }
    }

    /// Adds the note and the evidence, and returns the keys that get something new.
    fn attach(&self, entry: &Entry<'o>, change: &mut Change<'o>) -> anyhow::Result<Vec<ActivityKey>> {
        let (id, mut added) = (entry.id, Vec::new());
        if let Some(text) = &self.args.note {
            let note = Note::text(self.opened.day.today, text);
            change.push(id, ActivityKey::Notes, note_entry(&note));
            change.take_back.push(take_note_out(id, &note));
            added.push(ActivityKey::Notes);
        }
        let missing = missing(&self.args.evidence, &entry.details.evidence, self.opened)?;
        added.extend(missing.first().map(|_| ActivityKey::Evidence));
        for (path, stored) in missing {
            change.push(id, ActivityKey::Evidence, text(&stored));
            change.take_back.push(format!("evidence {id} --undo{}", operand(path)));
        }
        Ok(added)
    }

    /// Returns the command that records another day, up to the day itself.
    fn on_another_day(&self, ids: &str) -> String {
        self.opened.located.command(&format!("done {ids} --on"))
    }

    fn sentences(&self, item: &Item<'_>, outcome: &Outcome, day: NaiveDate) -> Vec<String> {
        let messages = self.opened.messages;
        let is_late = item.counts_on.is_some_and(|last| last < day);
        let (start, due) = (item.due.start, item.agreed.map(|due| Measured { due, is_late }));
        let mut said = vec![messages.confirmation(&match *outcome {
            Outcome::New => Confirmation::Marked { day, due },
            Outcome::Remarked { from } => Confirmation::Remarked { from, day, due },
            Outcome::AlreadyDone { day } => {
                Confirmation::AlreadyDone { day, command: self.on_another_day(item.id) }
            }
        })];
        if matches!(outcome, Outcome::New) && item.due.undated() == Some(Undated::GoesOn) {
            let command = self.opened.located.command(&format!("note {}", item.id));
            said.push(messages.recurrence(&Recurrence::WentOn { command }));
        }
        let changed = !matches!(outcome, Outcome::AlreadyDone { .. });
        if let Some(start) = start.filter(|start| changed && day < *start) {
            said.push(messages.confirmation(&Confirmation::NotStartedYet { start }));
        }
        said
    }
}
