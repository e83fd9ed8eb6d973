//! `plan cancel`: give activities up; nothing is deleted.

use crate::cli::answer::{Answer, CommandError};
use crate::cli::change::{self, Change, Request, title};
use crate::cli::context::{Context, Opened};
use crate::cli::dates;
use crate::cli::locate::quoted;
use crate::messages::{ChangeError, Confirmation, Label};
use crate::model::key::ActivityKey;
use crate::model::plan::Activity;
use crate::planfile::edit::{Edit, Value};

#[derive(clap::Args)]
#[command(before_help = "Examples:
  plan cancel C3 --why \"merged into C2\"
  plan cancel C3 --undo")]
pub(super) struct Args {
    /// The activities' ids, separated by blanks or commas
    #[arg(required = true, value_name = "ID", add = crate::cli::complete::ids())]
    ids: Vec<String>,
    /// The reason
    #[arg(long, value_name = "TEXT", required_unless_present = "undo", value_parser = crate::cli::arguments::some_text)]
    why: Option<String>,
    /// The day on which it was cancelled, where it is not today
    #[arg(long, value_name = "DAY", conflicts_with = "undo")]
    on: Option<String>,
    /// Take it back
    #[arg(long, conflicts_with = "why")]
    undo: bool,
    /// Say what would change, and change nothing
    #[arg(long)]
    dry_run: bool,
}

pub(super) fn run(args: &Args, context: &Context) -> anyhow::Result<Answer> {
    let command = format!("cancel {}", args.ids.join(" "));
    let request = Request { command: &command, dry_run: args.dry_run };
    change::carry_out(&request, context, |opened, located| {
        change::each(&args.ids, opened, located, |activity, change| match &args.why {
            Some(why) => cancel(args, why, activity, opened, change),
            None => take_back(activity, opened, change),
        })
    })
}

fn cancel<'o>(
    args: &Args,
    why: &str,
    activity: &'o Activity<'o>,
    opened: &Opened<'_>,
    change: &mut Change<'o>,
) -> anyhow::Result<()> {
    let (id, messages) = (activity.id.as_ref(), opened.messages);
    if let Some(day) = activity.done {
        return Err(CommandError::new(messages.change_error(&ChangeError::IsDone { id, day })).into());
    }
    if activity.cancelled.is_some() {
        return Err(CommandError::new(messages.change_error(&ChangeError::IsCancelled { id })).into());
    }
    let on = args.on.as_deref().map(|typed| dates::past(typed, opened)).transpose()?;
    let day = on.unwrap_or(opened.day.today);
    change.edits.push(Edit::Set { id, key: ActivityKey::Cancelled.into(), value: Value::Date(day) });
    change.edits.push(Edit::Set {
        id,
        key: ActivityKey::CancelledWhy.into(),
        value: Value::Text(why.to_owned().into()),
    });
    change
        .say(title(id, &activity.title), vec![messages.confirmation(&Confirmation::Cancelled { day, why })]);
    change.take_back.push(format!("cancel {id} --undo"));
    Ok(())
}

fn take_back<'o>(
    activity: &'o Activity<'o>,
    opened: &Opened<'_>,
    change: &mut Change<'o>,
) -> anyhow::Result<()> {
    let (id, messages) = (activity.id.as_ref(), opened.messages);
    let Some(day) = activity.cancelled else {
        let objection = ChangeError::NothingToUndo { id, what: Label::Cancelled };
        return Err(CommandError::new(messages.change_error(&objection)).into());
    };
    let why = activity.details.cancelled_why.as_deref();
    change.edits.push(Edit::Unset { id, key: ActivityKey::Cancelled.into() });
    change.edits.push(Edit::Unset { id, key: ActivityKey::CancelledWhy.into() });
    let why = why.unwrap_or("-");
    change.say(
        title(id, &activity.title),
        vec![messages.confirmation(&Confirmation::Uncancelled { day, why })],
    );
    change.take_back.push(format!("cancel {id} --why {} --on {day}", quoted(why)));
    Ok(())
}
