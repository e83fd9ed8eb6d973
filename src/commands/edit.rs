//! `plan edit`: the plan file in an editor, saved only when it is sound.

use std::env;
use std::io::{self, Write};
use std::path::Path;
use std::process::Command;

use tempfile::NamedTempFile;

use crate::cli::{
    Answer, CommandError, Context, Located, context, diagnostics,
    locate::{self, shown},
};
use crate::messages::{ArgumentError, Confirmation, FileError, Messages};
use crate::planfile::{Source, save};

#[derive(clap::Args)]
#[command(before_help = "Examples:
  plan edit                   with $VISUAL, else $EDITOR, else vi
  EDITOR=nano plan edit")]
pub(super) struct Args {
    /// Check what was edited, and save nothing
    #[arg(long)]
    dry_run: bool,
}

pub(super) fn run(args: &Args, context: &Context) -> anyhow::Result<Answer> {
    let (located, path) = locate::find_to_change(context.file.as_deref(), "edit", context.messages(None))?;
    let before = context::read(&path, &located.name, context.messages(None))?;
    let messages = context.messages_for(&before);
    let mut copy = tempfile::Builder::new().prefix("plan-").suffix(".toml").tempfile()?;
    copy.write_all(&before)?;
    loop {
        if let Err(why) = open_editor(copy.path()) {
            let error = CommandError::new(messages.argument_error(&ArgumentError::NoEditor { why }));
            return Err(kept(error, copy, &before, messages));
        }
        let edited = std::fs::read(copy.path())?;
        if edited == before {
            return Ok(Answer::sentence(&messages.confirmation(&Confirmation::Unchanged)));
        }
        let Some(problems) = problems(&edited, &located, context, messages)? else {
            return save(args, &before, &edited, copy, (&located, &path, messages));
        };
        let mut stderr = io::stderr().lock();
        stderr.write_all(problems.as_bytes())?;
        stderr.write_all(messages.confirmation(&Confirmation::AskEditAgain).as_bytes())?;
        stderr.flush()?;
        if !wants_again() {
            return Err(kept(CommandError::laid_out("\n".to_owned()), copy, &before, messages));
        }
    }
}

/// Runs the editor and waits for its end. What the variable says is for a shell, as everywhere.
fn open_editor(copy: &Path) -> Result<(), String> {
    let named = |name| env::var(name).ok().filter(|editor: &String| !editor.trim().is_empty());
    let editor = named("VISUAL").or_else(|| named("EDITOR")).unwrap_or_else(|| "vi".to_owned());
    let ended = Command::new("sh").args(["-c", &format!("{editor} \"$@\""), &editor]).arg(copy).status();
    match ended {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("{editor}: {status}")),
        Err(error) => Err(format!("{editor}: {error}")),
    }
}

/// Returns what keeps the edited text from being a plan; None where nothing does.
fn problems(
    edited: &[u8],
    located: &Located,
    context: &Context,
    messages: &dyn Messages,
) -> anyhow::Result<Option<String>> {
    let source = Source::decode(&located.name, edited);
    let found = context.check(&source)?.0.diagnostics;
    let problems = diagnostics::problems(&found, &source, messages, context.terminal);
    Ok(Some(problems.join("\n")).filter(|_| !problems.is_empty()))
}

fn wants_again() -> bool {
    let mut line = String::new();
    // Where nobody answers, nobody edits again.
    let read = io::stdin().read_line(&mut line).unwrap_or_default();
    read > 0 && matches!(line.trim().to_lowercase().as_str(), "" | "y" | "yes" | "是")
}

fn save(
    args: &Args,
    before: &[u8],
    edited: &[u8],
    copy: NamedTempFile,
    (located, path, messages): (&Located, &Path, &dyn Messages),
) -> anyhow::Result<Answer> {
    let file = located.name.as_str();
    if args.dry_run {
        return Ok(Answer::sentence(&messages.confirmation(&Confirmation::DryRun)));
    }
    let text = String::from_utf8(edited.to_vec())?;
    let saved = save::change(path, |now| {
        if now.as_bytes() == before {
            Ok((text, ()))
        } else {
            let error = FileError::ChangedMeanwhile { file };
            Err(CommandError::new(messages.file_error(&error)).into())
        }
    });
    match saved {
        Ok(()) => Ok(Answer::sentence(&messages.confirmation(&Confirmation::Saved { file }))),
        Err(error) => {
            let error = CommandError::of_save(file, error, messages).downcast::<CommandError>()?;
            Err(kept(error, copy, before, messages))
        }
    }
}

/// Keeps the edited copy, where something was edited, and says where it is.
fn kept(error: CommandError, copy: NamedTempFile, before: &[u8], messages: &dyn Messages) -> anyhow::Error {
    if std::fs::read(copy.path()).is_ok_and(|edited| edited == before) {
        return error.into();
    }
    match copy.keep() {
        Ok((_, path)) => {
            error.hint(messages.confirmation(&Confirmation::CopyKept { path: shown(&path) })).into()
        }
        Err(error) => error.into(),
    }
}
