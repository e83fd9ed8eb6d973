//! `plan init`: a small plan to start from.

use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};

use super::answer::{Answer, Failure};
use super::context::Context;
use super::locate::{FILE_NAME, Located};
use crate::words::{Mark, Trouble};

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
    let words = context.words(None);
    let name = context.file.clone().unwrap_or_else(|| FILE_NAME.to_owned());
    let file = name.as_str();
    if args.dry_run {
        return Ok(Answer {
            out: words.template().to_owned(),
            talk: words.mark(&Mark::DryRun) + "\n",
            ..Answer::default()
        });
    }
    let created = OpenOptions::new().write(true).create_new(true).open(file);
    let written =
        created.and_then(|mut new| new.write_all(words.template().as_bytes()).and_then(|()| new.sync_all()));
    written.map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => Failure::new(words.trouble(&Trouble::AlreadyThere { file })),
        _ => Failure::new(words.trouble(&Trouble::CannotSave { file, why: error.to_string() })),
    })?;
    let located = Located::new(name.clone(), context.file.is_some());
    let next = located.command("list");
    Ok(Answer::of(words.mark(&Mark::Wrote { file, next }) + "\n"))
}
