//! `plan done`: mark activities done.

use chrono::NaiveDate;

use super::evidence::beside_the_plan;
use super::note;
use crate::cli::answer::{Answer, CommandError};
use crate::cli::change::{self, Change, Request, title};
use crate::cli::context::{Context, Opened};
use crate::cli::locate::{Located, quoted};
use crate::cli::{dates, ids};
use crate::messages::{ChangeError, Confirmation, Label};
use crate::model::key::ActivityKey;
use crate::model::plan::Activity;
use crate::planfile::edit::{Edit, Value};

#[derive(clap::Args)]
#[command(before_help = "Examples:
  plan done A1                              done today
  plan done A1 B2 --on 2018-05-30           both done on that day
  plan done A1 --evidence minutes.pdf --note \"held in room 301\"")]
pub(super) struct Args {
    /// The activities' ids, separated by blanks or commas
    #[arg(required = true, value_name = "ID", add = crate::cli::complete::ids())]
    ids: Vec<String>,
    /// The day it was done, as in 2018-05-24, 5月24日, 24 May, yesterday
    #[arg(long, value_name = "DAY")]
    on: Option<String>,
    /// A file or an address that shows it (repeatable)
    #[arg(long, value_name = "PATH", value_parser = crate::cli::arguments::some_text)]
    evidence: Vec<String>,
    /// A word on it
    #[arg(long, value_name = "TEXT", value_parser = crate::cli::arguments::some_text)]
    note: Option<String>,
    /// Say what would change, and change nothing
    #[arg(long)]
    dry_run: bool,
}

pub(super) fn run(args: &Args, context: &Context) -> anyhow::Result<Answer> {
    let command = format!("done {}", args.ids.join(" "));
    let request = Request { command: &command, dry_run: args.dry_run };
    change::carry_out(&request, context, |opened, located| {
        let positions = ids::activities(&args.ids, opened, located)?;
        Marking::new(args, opened, located)?.change(&positions)
    })
}

/// One run of the command.
struct Marking<'o, 'l> {
    opened: &'o Opened<'o>,
    located: &'l Located,
    on: Option<NaiveDate>,
    /// As typed, and as it goes into the plan.
    evidence: Vec<(String, String)>,
    note: Option<String>,
}

/// What happens to one activity.
enum Outcome {
    New,
    Moved { from: NaiveDate },
    Same { day: NaiveDate },
}

impl<'o, 'l> Marking<'o, 'l> {
    fn new(args: &Args, opened: &'o Opened<'o>, located: &'l Located) -> anyhow::Result<Marking<'o, 'l>> {
        let on = args.on.as_deref().map(|typed| dates::past(typed, opened)).transpose()?;
        let mut evidence: Vec<(String, String)> = Vec::new();
        for typed in &args.evidence {
            let path = beside_the_plan(typed, located);
            if !evidence.iter().any(|(_, known)| *known == path) {
                evidence.push((typed.clone(), path));
            }
        }
        Ok(Marking { opened, located, on, evidence, note: args.note.clone() })
    }

    fn change(&self, positions: &[usize]) -> anyhow::Result<Change<'o>> {
        let messages = self.opened.messages;
        let mut change = Change::default();
        let (mut marked, mut late) = (Vec::new(), Vec::new());
        for at in positions {
            let activity = &self.opened.plan.activities[*at];
            let outcome = self.outcome(activity)?;
            let day = self.on.unwrap_or(self.opened.day.today);
            self.push_edits(activity, &outcome, day, &mut change);
            let said = self.sentences(activity, &outcome, day);
            change.say(title(&activity.id, &activity.title), said);
            match outcome {
                Outcome::New => {
                    marked.push(activity.id.as_ref());
                    let is_late = activity.due_on(self.opened.day.today).day.is_some_and(|due| due < day);
                    late.extend(is_late.then_some(activity.id.as_ref()));
                }
                Outcome::Moved { from } => change.take_back.push(format!("done {} --on {from}", activity.id)),
                Outcome::Same { .. } => {}
            }
        }
        if !marked.is_empty() {
            change.take_back.insert(0, format!("reopen {}", marked.join(" ")));
        }
        if self.on.is_none() && !late.is_empty() {
            change.first = Some(messages.confirmation(&Confirmation::RecordTrueDay {
                command: self.on_another_day(&late.join(" ")),
            }));
        }
        Ok(change)
    }

    /// A meeting held last Thursday and recorded on Monday must be easy to correct, and a mark that
    /// somebody else has accepted must not change unseen.
    fn outcome(&self, activity: &Activity<'_>) -> anyhow::Result<Outcome> {
        let messages = self.opened.messages;
        let id = activity.id.as_ref();
        if activity.cancelled.is_some() {
            return Err(CommandError::new(messages.change_error(&ChangeError::IsCancelled { id })).into());
        }
        match (activity.done, self.on) {
            (None, _) => Ok(Outcome::New),
            (Some(day), None) => Ok(Outcome::Same { day }),
            (Some(day), Some(on)) if day == on => Ok(Outcome::Same { day }),
            (Some(_), Some(_)) if activity.verified.is_some() => {
                let command = self.located.command(&format!("reopen {id}"));
                Err(CommandError::new(messages.change_error(&ChangeError::IsVerified { id }))
                    .hint(messages.change_error(&ChangeError::ReopenFirst { command }))
                    .into())
            }
            (Some(from), Some(_)) => Ok(Outcome::Moved { from }),
        }
    }

    fn push_edits(
        &self,
        activity: &'o Activity<'o>,
        outcome: &Outcome,
        day: NaiveDate,
        change: &mut Change<'o>,
    ) {
        let id = activity.id.as_ref();
        if let Some(text) = &self.note {
            let entry = note::entry(self.opened.day.today, text.clone());
            change.edits.push(Edit::Push { id, key: ActivityKey::Notes.into(), entry });
            change.take_back.push(format!("note {id} --undo"));
        }
        for (typed, path) in &self.evidence {
            if !activity.details.evidence.iter().any(|known| known == path) {
                let entry = Value::Text(path.clone().into());
                change.edits.push(Edit::Push { id, key: ActivityKey::Evidence.into(), entry });
                change.take_back.push(format!("evidence {id} {} --undo", quoted(typed)));
            }
        }
        if !matches!(outcome, Outcome::Same { .. }) {
            change.edits.push(Edit::Set { id, key: ActivityKey::Done.into(), value: Value::Date(day) });
        }
    }

    /// Returns the command that records another day, up to the day itself.
    fn on_another_day(&self, ids: &str) -> String {
        self.located.command(&format!("done {ids} --on"))
    }

    fn sentences(&self, activity: &Activity<'_>, outcome: &Outcome, day: NaiveDate) -> Vec<String> {
        let messages = self.opened.messages;
        let due = activity.due_on(self.opened.day.today);
        let mut said = vec![messages.confirmation(&match *outcome {
            Outcome::New => Confirmation::Marked { day, due: due.day },
            Outcome::Moved { from } => Confirmation::Remarked { from, day, due: due.day },
            Outcome::Same { day } => {
                Confirmation::AlreadyDone { day, command: self.on_another_day(&activity.id) }
            }
        })];
        let changed = !matches!(outcome, Outcome::Same { .. });
        if let Some(start) = due.start.filter(|start| changed && day < *start) {
            said.push(messages.confirmation(&Confirmation::NotStartedYet { start }));
        }
        if self.note.is_some() {
            said.push(messages.confirmation(&Confirmation::Added { what: Label::Progress }));
        }
        if !self.evidence.is_empty() {
            said.push(messages.confirmation(&Confirmation::Added { what: Label::Evidence }));
        }
        said
    }
}
