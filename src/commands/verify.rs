//! `plan verify`: somebody else accepts what was done (销号).

use crate::cli::answer::{Answer, CommandError};
use crate::cli::change::{self, Change, Request, title};
use crate::cli::context::{Context, Opened};
use crate::cli::dates;
use crate::cli::locate::{Located, quoted};
use crate::messages::{ChangeError, Confirmation, Label};
use crate::model::key::ActivityKey;
use crate::model::plan::Activity;
use crate::planfile::edit::{Edit, Value};

#[derive(clap::Args)]
#[command(before_help = "Examples:
  plan verify A1 --by \"the audit office\"
  plan verify A1 A3 --on 2018-06-08
  plan verify A1 --undo")]
pub(super) struct Args {
    /// The activities' ids, separated by blanks or commas
    #[arg(required = true, value_name = "ID", add = crate::cli::complete::ids())]
    ids: Vec<String>,
    /// The day on which it was accepted, where it is not today
    #[arg(long, value_name = "DAY")]
    on: Option<String>,
    /// Who accepted it
    #[arg(long, value_name = "WHO", value_parser = crate::cli::arguments::some_text)]
    by: Option<String>,
    /// Take it back
    #[arg(long, conflicts_with_all = ["on", "by"])]
    undo: bool,
    /// Say what would change, and change nothing
    #[arg(long)]
    dry_run: bool,
}

pub(super) fn run(args: &Args, context: &Context) -> anyhow::Result<Answer> {
    let command = format!("verify {}", args.ids.join(" "));
    let request = Request { command: &command, dry_run: args.dry_run };
    change::carry_out(&request, context, |opened, located| {
        change::each(&args.ids, opened, located, |activity, change| {
            if args.undo {
                take_back(activity, opened, change)
            } else {
                verify(args, activity, opened, located, change)
            }
        })
    })
}

fn verify<'o>(
    args: &Args,
    activity: &'o Activity<'o>,
    opened: &Opened<'_>,
    located: &Located,
    change: &mut Change<'o>,
) -> anyhow::Result<()> {
    let (id, messages) = (activity.id.as_ref(), opened.messages);
    let name = title(id, &activity.title);
    let Some(done) = activity.done else {
        let command = located.command(&format!("done {id}"));
        return Err(CommandError::new(messages.change_error(&ChangeError::NotDone { id }))
            .hint(messages.change_error(&ChangeError::MarkFirst { command }))
            .into());
    };
    if let Some(day) = activity.verified {
        let command = located.command(&format!("verify {id} --undo"));
        change.say(name, vec![messages.confirmation(&Confirmation::AlreadyVerified { day, command })]);
        return Ok(());
    }
    let on = args.on.as_deref().map(|typed| dates::past(typed, opened)).transpose()?;
    let day = on.unwrap_or(opened.day.today);
    if day < done {
        return Err(CommandError::new(messages.change_error(&ChangeError::BeforeDone { done, day })).into());
    }
    change.edits.push(Edit::Set { id, key: ActivityKey::Verified.into(), value: Value::Date(day) });
    if let Some(by) = &args.by {
        change.edits.push(Edit::Set {
            id,
            key: ActivityKey::VerifiedBy.into(),
            value: Value::Text(by.clone().into()),
        });
    }
    change.say(name, vec![messages.confirmation(&Confirmation::Verified { day, by: args.by.as_deref() })]);
    change.take_back.push(format!("verify {id} --undo"));
    Ok(())
}

fn take_back<'o>(
    activity: &'o Activity<'o>,
    opened: &Opened<'_>,
    change: &mut Change<'o>,
) -> anyhow::Result<()> {
    let (id, messages) = (activity.id.as_ref(), opened.messages);
    let Some(day) = activity.verified else {
        let objection = ChangeError::NothingToUndo { id, what: Label::Verified };
        return Err(CommandError::new(messages.change_error(&objection)).into());
    };
    let by = activity.details.verified_by.as_deref();
    change.edits.push(Edit::Unset { id, key: ActivityKey::Verified.into() });
    change.edits.push(Edit::Unset { id, key: ActivityKey::VerifiedBy.into() });
    change
        .say(title(id, &activity.title), vec![messages.confirmation(&Confirmation::Unverified { day, by })]);
    let by = by.map_or_else(String::new, |by| format!(" --by {}", quoted(by)));
    change.take_back.push(format!("verify {id} --on {day}{by}"));
    Ok(())
}
