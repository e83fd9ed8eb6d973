//! `plan verify`: somebody else accepts what was done (销号).

use crate::cli::answer::Answer;
use crate::cli::arguments::{DryRun, Ids, some_text};
use crate::cli::change::{self, Change};
use crate::cli::context::Context;
use crate::cli::dates;
use crate::cli::error::CommandError;
use crate::cli::locate::quoted;
use crate::cli::opened::Opened;
use crate::messages::{ChangeError, Confirmation, Label};
use crate::model::plan::Entry;
use crate::planfile::edit::{Edit, Value};

#[derive(clap::Args)]
#[command(before_help = "Examples:
  plan verify A1 --by \"the audit office\"
  plan verify A1 A3 --on 2018-06-08
  plan verify A1 --undo")]
pub(super) struct Args {
    #[command(flatten)]
    ids: Ids,
    /// The day on which it was accepted, where it is not today
    #[arg(long, value_name = "DAY")]
    on: Option<String>,
    /// Who accepted it
    #[arg(long, value_name = "WHO", value_parser = some_text)]
    by: Option<String>,
    /// Take it back
    #[arg(long, conflicts_with_all = ["on", "by"])]
    undo: bool,
    #[command(flatten)]
    dry_run: DryRun,
}

pub(super) fn run(args: &Args, context: &Context) -> anyhow::Result<Answer> {
    change::carry_out(&args.ids.after("verify"), args.dry_run.dry_run, context, |opened| {
        change::each(&args.ids.ids, opened, |entry, change| {
            if args.undo { take_back(entry, opened, change) } else { verify(args, entry, opened, change) }
        })
    })
}

fn verify<'o>(
    args: &Args,
    entry: &Entry<'o>,
    opened: &Opened<'_>,
    change: &mut Change<'o>,
) -> anyhow::Result<()> {
    let (id, messages) = (entry.id, opened.messages);
    let Some(done) = entry.done else {
        let command = opened.located.command(&format!("done {id}"));
        return Err(CommandError::new(messages.change_error(&ChangeError::NotDone { id }))
            .hint(messages.change_error(&ChangeError::MarkFirst { command }))
            .into());
    };
    if let Some(day) = entry.verified {
        let command = opened.located.command(&format!("verify {id} --undo"));
        let said = messages.confirmation(&Confirmation::AlreadyVerified { day, command });
        change.say(id, entry.title, vec![said]);
        return Ok(());
    }
    let day = dates::past_or_today(args.on.as_deref(), opened)?;
    if day < done {
        return Err(opened.error(&ChangeError::BeforeDone { done, day }));
    }
    change.edits.push(Edit::Set { id, key: "verified", value: Value::Date(day) });
    if let Some(by) = &args.by {
        change.edits.push(Edit::Set { id, key: "verified_by", value: Value::Text(by.clone().into()) });
    }
    let said = messages.confirmation(&Confirmation::Verified { day, by: args.by.as_deref() });
    change.say(id, entry.title, vec![said]);
    change.take_back.push(format!("verify {id} --undo"));
    Ok(())
}

fn take_back<'o>(entry: &Entry<'o>, opened: &Opened<'_>, change: &mut Change<'o>) -> anyhow::Result<()> {
    let id = entry.id;
    let Some(day) = entry.verified else {
        return Err(opened.error(&ChangeError::NothingToUndo { id, what: Label::Verified }));
    };
    let by = entry.verified_by;
    change.edits.push(Edit::Unset { id, key: "verified" });
    change.edits.push(Edit::Unset { id, key: "verified_by" });
    let said = opened.messages.confirmation(&Confirmation::Unverified { day, by });
    change.say(id, entry.title, vec![said]);
    let by = by.map_or_else(String::new, |by| format!(" --by {}", quoted(by)));
    change.take_back.push(format!("verify {id} --on {day}{by}"));
    Ok(())
}
