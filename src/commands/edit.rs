//! `plan edit`: the plan file in an editor, saved only when it is sound.
//!
//! The editor works on a copy. It stays on disk, and is named before the editor is opened, until what was edited is
//! saved: whatever ends the program meanwhile takes nothing away.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::io::{self, Write};
#[cfg(windows)]
use std::os::windows::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

#[cfg(unix)]
use signal_hook::consts::{SIGINT, SIGQUIT};

use crate::cli::{
    Answer, CommandError, Context, Located, context,
    diagnostics::Page,
    locate::{self, shown},
};
use crate::messages::{Confirmation, Editing, Messages, NotSaved};
use crate::model::text::one_line;
use crate::planfile::{Source, save};

/// An editor that ends sooner has shown nothing to anybody, or goes on in a window of its own.
const AT_ONCE: Duration = Duration::from_secs(3);
/// The editor that is there where none is named.
const USUAL: &str = if cfg!(windows) { "notepad" } else { "vi" };
/// What a shell says of a program that it cannot run, or cannot find.
const CANNOT_RUN: [i32; 2] = [126, 127];

#[derive(clap::Args)]
#[command(before_help = "Examples:
  plan edit                   with $VISUAL, else $EDITOR, else vi, on Windows notepad
  EDITOR=nano plan edit
  EDITOR='code --wait' plan edit")]
pub(super) struct Args {
    /// Check what was edited, and save nothing; the edited copy stays
    #[arg(long)]
    dry_run: bool,
}

pub(super) fn run(args: &Args, context: &Context) -> anyhow::Result<Answer> {
    let (located, path) = locate::find_to_change(context.one_file()?, "edit", context.messages(None))?;
    let before = context::read(&path, &located.name, context.messages(None))?;
    let messages = context.messages_for(&before);
    let editor = Editor::find();
    #[cfg(unix)]
    editor.gets_the_interrupt_key()?;
    let copy = Copy::of(before, messages)?;
    let told = messages.editing(&Editing::Copy { path: &copy.name });
    let _ = io::stderr().write_all(format!("{told}\n").as_bytes());
    let edited = edit(&editor, &copy, (&located, context, messages)).and_then(|edited| match edited {
        Edited::Untouched { after } => Ok(copy.untouched(after, messages)),
        Edited::Sound(_) if args.dry_run => Ok(copy.tried(messages)),
        Edited::Sound(text) => save(text, &copy, (&located, &path, messages)),
    });
    edited.map_err(|error| copy.kept(error, messages))
}

/// What came back from the editor.
enum Edited {
    Untouched { after: Duration },
    Sound(String),
}

/// Opens the editor until what comes back is sound, or nobody wants to go on.
fn edit(
    editor: &Editor,
    copy: &Copy,
    (located, context, messages): (&Located, &Context, &dyn Messages),
) -> anyhow::Result<Edited> {
    loop {
        let opened = Instant::now();
        editor.open(&copy.path, located, messages)?;
        let edited = context::read(&copy.path, &copy.name, messages)?;
        if edited == copy.before {
            return Ok(Edited::Untouched { after: opened.elapsed() });
        }
        let Some(problems) = problems(&edited, located, context, messages)? else {
            return Ok(Edited::Sound(String::from_utf8(edited)?));
        };
        let question = messages.editing(&Editing::AskAgain);
        let asked = io::stderr().write_all(format!("{problems}{question}").as_bytes());
        if asked.is_err() || !wants_again() {
            return Err(CommandError::laid_out("\n".to_owned()).into());
        }
    }
}

/// The copy that the editor works on.
struct Copy {
    path: PathBuf,
    /// What to call it, safe to print.
    name: String,
    /// What the plan file held when it was made.
    before: Vec<u8>,
}

impl Copy {
    fn of(before: Vec<u8>, messages: &dyn Messages) -> anyhow::Result<Copy> {
        let made = || -> io::Result<PathBuf> {
            let mut copy = tempfile::Builder::new().prefix("plan-").suffix(".toml").tempfile()?;
            copy.write_all(&before)?;
            Ok(copy.into_temp_path().keep()?)
        };
        let path = made().map_err(|error| {
            let (folder, why) = (&shown(&env::temp_dir()), error.kind().to_string());
            CommandError::new(messages.editing(&Editing::NoCopy { folder, why }))
                .hint(messages.editing(&Editing::TemporaryFolderHint))
        })?;
        Ok(Copy { name: one_line(&shown(&path)).into_owned(), path, before })
    }

    fn remove(&self) {
        // It was only a copy.
        let _ = fs::remove_file(&self.path);
    }

    /// Answers an edit that changed nothing: so far, where the editor may still be open.
    fn untouched(&self, after: Duration, messages: &dyn Messages) -> Answer {
        let answer = Answer::sentence(&messages.confirmation(&Confirmation::Unchanged));
        if after > AT_ONCE {
            self.remove();
            return answer;
        }
        let notice = messages.editing(&Editing::CameBackAtOnce { path: &self.name });
        Answer { notices: vec![notice], ..answer }
    }

    /// Answers an edit that is sound and not to be saved.
    fn tried(&self, messages: &dyn Messages) -> Answer {
        let notices = vec![messages.editing(&Editing::CopyKept { path: &self.name })];
        Answer { notices, ..Answer::sentence(&messages.confirmation(&Confirmation::DryRun)) }
    }

    /// Says with the error where the copy is, if anything was edited.
    fn kept(&self, error: anyhow::Error, messages: &dyn Messages) -> anyhow::Error {
        match fs::read(&self.path) {
            Ok(now) if now == self.before => {
                self.remove();
                return error;
            }
            Err(gone) if gone.kind() == io::ErrorKind::NotFound => return error,
            Ok(_) | Err(_) => {}
        }
        let error = error.downcast().unwrap_or_else(|other| CommandError::new(format!("{other:#}")));
        error.hint(messages.editing(&Editing::CopyKept { path: &self.name })).into()
    }
}

/// The program that edits, as a variable of the environment names it.
struct Editor {
    variable: &'static str,
    /// It is for a shell, as everywhere.
    command: OsString,
    is_closed: Arc<AtomicBool>,
}

impl Editor {
    fn find() -> Editor {
        let named = |variable| Some((variable, env::var_os(variable)?));
        let is_named = |(_, command): &(&str, OsString)| !command.to_string_lossy().trim().is_empty();
        let named = named("VISUAL").filter(is_named).or_else(|| named("EDITOR").filter(is_named));
        let (variable, command) = named.unwrap_or_else(|| ("EDITOR", USUAL.into()));
        Editor { variable, command, is_closed: Arc::new(AtomicBool::new(true)) }
    }

    /// Opens the copy and waits for the editor's end.
    fn open(&self, copy: &Path, located: &Located, messages: &dyn Messages) -> Result<(), CommandError> {
        self.is_closed.store(false, Ordering::SeqCst);
        let ended = self.at_work_on(copy).status();
        self.is_closed.store(true, Ordering::SeqCst);
        let editor = shown(Path::new(&self.command));
        let why = match ended {
            Ok(status) if status.success() => return Ok(()),
            Ok(status) if status.code().is_some_and(|code| CANNOT_RUN.contains(&code)) => {
                let command = format!("{}=nano {}", self.variable, located.command("edit"));
                let error = Editing::NoSuchEditor { editor: &editor, command };
                return Err(CommandError::new(messages.editing(&error)));
            }
            Ok(status) => status.to_string(),
            Err(error) => error.to_string(),
        };
        let error = Editing::BadEnd { why: format!("{editor}: {why}") };
        Err(CommandError::new(messages.editing(&error)))
    }
}

#[cfg(unix)]
impl Editor {
    /// What is typed while the editor is open is meant for the editor.
    fn gets_the_interrupt_key(&self) -> io::Result<()> {
        for signal in [SIGINT, SIGQUIT] {
            signal_hook::flag::register_conditional_default(signal, Arc::clone(&self.is_closed))?;
        }
        Ok(())
    }

    fn at_work_on(&self, copy: &Path) -> Command {
        let mut script = self.command.clone();
        script.push(" \"$@\"");
        let mut shell = Command::new("sh");
        shell.arg("-c").args([&script, &self.command]).arg(copy);
        shell
    }
}

#[cfg(windows)]
impl Editor {
    /// cmd finds `code.cmd` as well, and waits for programs with a window.
    fn at_work_on(&self, copy: &Path) -> Command {
        // A path with blanks is often named without quotes.
        let quote = if Path::new(&self.command).is_file() { "\"" } else { "" };
        let parts = ["\"".as_ref(), quote.as_ref(), &*self.command, quote.as_ref(), " \"".as_ref()];
        let mut script: OsString = parts.into_iter().collect();
        script.push(copy);
        script.push("\"\"");
        let mut shell = Command::new("cmd");
        // With /s it takes off the first quote and the last one, and no others.
        shell.args(["/d", "/s", "/c"]).raw_arg(script);
        shell
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
    text: String,
    copy: &Copy,
    (located, path, messages): (&Located, &Path, &'static dyn Messages),
) -> anyhow::Result<Answer> {
    let file = located.name.as_str();
    let changed = || CommandError::new(messages.not_saved(file, &NotSaved::ChangedMeanwhile));
    let saved =
        save::change(path, |now| if now.as_bytes() == copy.before { Ok((text, ())) } else { Err(changed()) });
    let ((), written) = saved.map_err(|error| CommandError::of_save(file, error, messages))?;
    copy.remove();
    Ok(Answer::sentence(&messages.confirmation(&Confirmation::Saved { file }))
        .of_file(file, written, || messages))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::Language;

    #[test]
    fn a_copy_that_nobody_touched_goes_unless_the_editor_may_still_be_open() {
        let messages = Language::En.messages();
        let copy = Copy::of(b"[plan]\n".to_vec(), messages).expect("there is room");
        assert_eq!(copy.untouched(AT_ONCE, messages).notices.len(), 1);
        assert!(copy.path.exists());
        assert!(copy.untouched(AT_ONCE + Duration::from_secs(1), messages).notices.is_empty());
        assert!(!copy.path.exists());
    }
}
