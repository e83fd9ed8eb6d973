//! `plan init`: a small plan to start from.

use crate::cli::{Answer, CommandError, Context, Located, context::zone_name, locate::FILE_NAME};
use crate::messages::{Confirmation, FileError};
use crate::planfile::save;

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
    let located = context.one_file()?.map_or_else(|| Located::at(FILE_NAME.into()), Located::typed);
    let file = located.name.as_str();
    let is_stdin = || CommandError::new(messages.file_error(&FileError::CannotEditStdin));
    let path = located.path.as_deref().ok_or_else(is_stdin)?;
    let written = save::create(path, template.as_bytes(), false)
        .map_err(|error| CommandError::of_save::<CommandError>(file, error, messages))?;
    let next = located.command("list");
    let told = messages.confirmation(&Confirmation::Wrote { file, next });
    Ok(Answer::sentence(&told).of_file(file, written, || messages))
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
