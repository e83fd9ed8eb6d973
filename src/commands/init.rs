//! `plan init`: a small plan to start from.

use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};
use std::path::Path;

use crate::cli::{Answer, CommandError, Context, Located, context::zone_name, locate::FILE_NAME};
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
    let template = with_zone(messages.template(), zone_name(messages)?.as_deref());
    if args.dry_run {
        let notices = vec![messages.confirmation(&Confirmation::DryRun)];
        return Ok(Answer { notices, ..template.into() });
    }
    let path = context.file.as_deref();
    let located = path.map_or_else(|| Located::at(FILE_NAME.into()), Located::typed);
    let file = located.name.as_str();
    let created = OpenOptions::new().write(true).create_new(true).open(path.unwrap_or(Path::new(FILE_NAME)));
    let written =
        created.and_then(|mut new| new.write_all(template.as_bytes()).and_then(|()| new.sync_all()));
    written.map_err(|error| {
        let error = match error.kind() {
            ErrorKind::AlreadyExists => FileError::AlreadyThere { file },
            _ => FileError::CannotSave { file, why: error.to_string() },
        };
        CommandError::new(messages.file_error(&error))
    })?;
    let next = located.command("list");
    Ok(Answer::sentence(&messages.confirmation(&Confirmation::Wrote { file, next })))
}

/// Puts the zone whose day counts here in the place of the template's example.
fn with_zone(template: &str, zone: Option<&str>) -> String {
    let line = |line: &str| match zone {
        Some(zone) if line.trim_start_matches("# ").starts_with("timezone =") => {
            format!("timezone = \"{zone}\"\n")
        }
        _ => line.to_owned(),
    };
    template.split_inclusive('\n').map(line).collect()
}
