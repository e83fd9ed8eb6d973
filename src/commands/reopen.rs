//! `plan reopen`: take marks back.

use crate::cli::answer::Answer;
use crate::cli::change::{self, Change, Request, title};
use crate::cli::context::{Context, Opened};
use crate::cli::ids;
use crate::cli::locate::quoted;
use crate::messages::{Confirmation, Messages};
use crate::model::key::ActivityKey;
use crate::model::plan::Activity;
use crate::planfile::edit::Edit;

#[derive(clap::Args)]
#[command(before_help = "Examples:
  plan reopen A1")]
pub(super) struct Args {
    /// The activities' ids, separated by blanks or commas
    #[arg(required = true, value_name = "ID", add = crate::cli::complete::ids())]
    ids: Vec<String>,
    /// Say what would change, and change nothing
    #[arg(long)]
    dry_run: bool,
}

pub(super) fn run(args: &Args, context: &Context) -> anyhow::Result<Answer> {
    let command = format!("reopen {}", args.ids.join(" "));
    let request = Request { command: &command, dry_run: args.dry_run };
    change::carry_out(&request, context, |opened, located| {
        Ok(reopening(opened, &ids::activities(&args.ids, opened, located)?))
    })
}

fn reopening<'o>(opened: &'o Opened<'o>, positions: &[usize]) -> Change<'o> {
    let mut change = Change::default();
    for at in positions {
        let activity = &opened.plan.activities[*at];
        let id = activity.id.as_ref();
        let Some(day) = activity.done else {
            change
                .say(title(id, &activity.title), vec![opened.messages.confirmation(&Confirmation::NotDone)]);
            continue;
        };
        if activity.details.verified_by.is_some() {
            change.edits.push(Edit::Unset { id, key: ActivityKey::VerifiedBy.into() });
        }
        if activity.verified.is_some() {
            change.edits.push(Edit::Unset { id, key: ActivityKey::Verified.into() });
        }
        change.edits.push(Edit::Unset { id, key: ActivityKey::Done.into() });
        change.say(title(id, &activity.title), sentences(activity, day, opened.messages));
        change.take_back.push(format!("done {id} --on {day}"));
        if let Some(day) = activity.verified {
            let by = activity.details.verified_by.as_deref();
            let by = by.map_or_else(String::new, |by| format!(" --by {}", quoted(by)));
            change.take_back.push(format!("verify {id} --on {day}{by}"));
        }
    }
    change
}

fn sentences(activity: &Activity<'_>, day: chrono::NaiveDate, messages: &dyn Messages) -> Vec<String> {
    let mut said = vec![messages.confirmation(&Confirmation::Reopened { day })];
    if let Some(day) = activity.verified {
        let by = activity.details.verified_by.as_deref();
        said.push(messages.confirmation(&Confirmation::Unverified { day, by }));
    }
    let (notes, evidence) = (activity.notes.len(), activity.details.evidence.len());
    if notes + evidence > 0 {
        said.push(messages.confirmation(&Confirmation::Kept { notes, evidence }));
    }
    said
}
