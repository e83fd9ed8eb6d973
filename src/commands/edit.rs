//! `plan edit`: the plan file in an editor, saved only when it is sound.

use std::env;
use std::io::{self, Write};
use std::path::Path;
use std::process::Command;

use tempfile::NamedTempFile;

use super::answer::{Answer, Failure};
use super::context::Context;
use super::findings;
use super::locate::{self, Located};
use crate::model::problem::Severity;
use crate::planfile::{self, Source, save};
use crate::words::{Mark, Refusal, Trouble, Words};

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
    let (located, path) = locate::find_to_change(context, "edit")?;
    let before =
        save::read(&path).map_err(|error| locate::unreadable(&located.name, &error, context.words(None)))?;
    let words = context.words(language(&before).as_deref());
    let mut copy = tempfile::Builder::new().prefix("plan-").suffix(".toml").tempfile()?;
    copy.write_all(&before)?;
    loop {
        if let Err(why) = open_editor(copy.path()) {
            let failure = Failure::new(words.refusal(&Refusal::NoEditor { why }));
            return Err(kept(failure, copy, &before, words));
        }
        let edited = std::fs::read(copy.path())?;
        if edited == before {
            return Ok(Answer::of(words.mark(&Mark::Unchanged) + "\n"));
        }
        let Some(problems) = problems(edited.clone(), &located, context, words)? else {
            return save(args, &before, &edited, copy, (&located, &path, words));
        };
        let mut screen = io::stderr().lock();
        screen.write_all(problems.as_bytes())?;
        screen.write_all(words.mark(&Mark::AskEditAgain).as_bytes())?;
        screen.flush()?;
        if !wants_again() {
            return Err(kept(Failure::report("\n"), copy, &before, words));
        }
    }
}

/// Returns the language of the plan as it is, where it can be read.
fn language(text: &[u8]) -> Option<String> {
    let (draft, _) = planfile::read(str::from_utf8(text).ok()?).ok()?;
    draft.plan.lang.map(|lang| lang.value.into_owned())
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
    edited: Vec<u8>,
    located: &Located,
    context: &Context,
    words: &dyn Words,
) -> anyhow::Result<Option<String>> {
    let (source, undecodable) = Source::decode(located.name.clone(), edited);
    let found = match undecodable {
        Some(problem) => vec![problem],
        None => context.check(&source)?.0.findings,
    };
    let sound = found.iter().all(|problem| problem.fault.severity() == Severity::Warning);
    Ok((!sound).then(|| findings::problems(&found, &source, words, context.screen)))
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
    (located, path, words): (&Located, &Path, &dyn Words),
) -> anyhow::Result<Answer> {
    let file = located.name.as_str();
    if args.dry_run {
        return Ok(Answer::of(words.mark(&Mark::DryRun) + "\n"));
    }
    let text = String::from_utf8(edited.to_vec())?;
    let saved = save::change(path, |now| {
        if now.as_bytes() == before {
            Ok((text, ()))
        } else {
            Err(Failure::new(words.trouble(&Trouble::ChangedMeanwhile { file })).into())
        }
    });
    match saved {
        Ok(()) => Ok(Answer::of(words.mark(&Mark::Saved { file }) + "\n")),
        Err(failed) => {
            let failure = locate::unsaved(file, failed, words).downcast::<Failure>()?;
            Err(kept(failure, copy, before, words))
        }
    }
}

/// Keeps the edited copy, where something was edited, and says where it is.
fn kept(failure: Failure, copy: NamedTempFile, before: &[u8], words: &dyn Words) -> anyhow::Error {
    if std::fs::read(copy.path()).is_ok_and(|edited| edited == before) {
        return failure.into();
    }
    match copy.keep() {
        Ok((_, path)) => {
            failure.hint(words.mark(&Mark::CopyKept { path: path.display().to_string() })).into()
        }
        Err(error) => error.into(),
    }
}
