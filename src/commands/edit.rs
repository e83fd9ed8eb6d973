//! `plan edit`: the plan file in an editor, saved only when it is sound.

use std::env;
use std::io::{self, Write};
use std::path::Path;
use std::process::Command;

use tempfile::NamedTempFile;

use crate::cli::{
    Answer, CommandError, Context, Located, context,
    diagnostics::Page,
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
    let copy = copy_of(&before).map_err(|error| {
        let (file, why) = (&shown(&env::temp_dir()), error.to_string());
        CommandError::new(messages.file_error(&FileError::CannotSave { file, why }))
    })?;
    loop {
        if let Err(why) = open_editor(copy.path()) {
            let error = CommandError::new(messages.argument_error(&ArgumentError::NoEditor { why }));
            return Err(kept(error, copy, &before, messages));
        }
        let edited = context::read(copy.path(), &shown(copy.path()), messages)?;
        if edited == before {
            return Ok(Answer::sentence(&messages.confirmation(&Confirmation::Unchanged)));
        }
        let Some(problems) = problems(&edited, &located, context, messages)? else {
            return save(args, &before, &edited, copy, (&located, &path, messages));
        };
        let question = messages.confirmation(&Confirmation::AskEditAgain);
        let _ = io::stderr().write_all(format!("{problems}{question}").as_bytes());
        if !wants_again() {
            return Err(kept(CommandError::laid_out("\n".to_owned()), copy, &before, messages));
        }
    }
}

fn copy_of(text: &[u8]) -> io::Result<NamedTempFile> {
    let mut copy = tempfile::Builder::new().prefix("plan-").suffix(".toml").tempfile()?;
    copy.write_all(text)?;
    Ok(copy)
}

/// Runs the editor and waits for its end. What the variable says is for a shell, as everywhere.
fn open_editor(copy: &Path) -> Result<(), String> {
    let named = |name| env::var_os(name).filter(|editor| !editor.to_string_lossy().trim().is_empty());
    let editor = named("VISUAL").or_else(|| named("EDITOR")).unwrap_or_else(|| "vi".into());
    let mut script = editor.clone();
    script.push(" \"$@\"");
    let ended = Command::new("sh").arg("-c").args([&script, &editor]).arg(copy).status();
    let why = match ended {
        Ok(status) if status.success() => return Ok(()),
        Ok(status) => status.to_string(),
        Err(error) => error.to_string(),
    };
    Err(format!("{}: {why}", shown(Path::new(&editor))))
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
    let problems = Page::new(&source, messages, context.terminal).problems(&found);
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
            Err(CommandError::new(messages.file_error(&error)))
        }
    });
    match saved {
        Ok(()) => Ok(Answer::sentence(&messages.confirmation(&Confirmation::Saved { file }))),
        Err(error) => Err(kept(CommandError::of_save(file, error, messages), copy, before, messages)),
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
