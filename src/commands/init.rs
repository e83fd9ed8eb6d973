//! `plan init`: a small plan to start from.

use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};

use crate::cli::answer::{Answer, CommandError};
use crate::cli::context::Context;
use crate::cli::locate::{FILE_NAME, Located};
use crate::messages::{Confirmation, FileError};

#[derive(clap::Args)]
#[command(before_help = "Examples:
  plan init
  plan -f audits/2026.toml init")]
pub(super) struct Args {
    /// Say what would be written, and write nothing
    #[arg(long)]
    dry_run: bool,
}

pub(super) fn run(args: &Args, context: &Context) -> anyhow::Result<Answer> {
    let messages = context.messages(None);
    let name = context.file.clone().unwrap_or_else(|| FILE_NAME.to_owned());
    let file = name.as_str();
    if args.dry_run {
        return Ok(Answer {
            out: messages.template().to_owned(),
            notices: messages.confirmation(&Confirmation::DryRun) + "\n",
            ..Answer::default()
        });
    }
    let created = OpenOptions::new().write(true).create_new(true).open(file);
    let written = created
        .and_then(|mut new| new.write_all(messages.template().as_bytes()).and_then(|()| new.sync_all()));
    written.map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => CommandError::new(messages.file_error(&FileError::AlreadyThere { file })),
        _ => CommandError::new(messages.file_error(&FileError::CannotSave { file, why: error.to_string() })),
    })?;
    let located = Located::new(name.clone(), context.file.is_some());
    let next = located.command("list");
    Ok(Answer::of(messages.confirmation(&Confirmation::Wrote { file, next }) + "\n"))
}
