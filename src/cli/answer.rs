//! What a command answers: built whole, written once, so that programs run side by side do not mix lines.

use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;

use super::error::{CommandError, Exit};
use super::screen::Screen;
use crate::messages::{Confirmation, FileError, Messages};
use crate::model::text::one_line;
use crate::planfile::save::Written;
use crate::terminal::Terminal;

/// What goes to standard output, what goes to standard error, and the exit code.
#[derive(Debug, Default)]
pub(crate) struct Answer {
    pub(crate) output: Output,
    /// What could not be read of what was asked for, laid out for standard error.
    pub(crate) problems: Vec<String>,
    /// Sentences for standard error.
    pub(crate) notices: Vec<String>,
    pub(crate) exit: Exit,
    /// The file that was saved: that stays true when the output cannot be written.
    pub(crate) saved: Option<String>,
}

#[derive(Debug)]
pub(crate) enum Output {
    /// For other programs, or to be pasted: text, or what only a program reads.
    Bytes(Vec<u8>),
    Screen(Screen),
}

impl Default for Output {
    fn default() -> Output {
        Output::Bytes(Vec::new())
    }
}

impl From<Screen> for Answer {
    fn from(screen: Screen) -> Answer {
        Answer { output: Output::Screen(screen), ..Answer::default() }
    }
}

impl From<String> for Answer {
    fn from(text: String) -> Answer {
        Answer::from(text.into_bytes())
    }
}

impl From<Vec<u8>> for Answer {
    fn from(bytes: Vec<u8>) -> Answer {
        Answer { output: Output::Bytes(bytes), ..Answer::default() }
    }
}

impl Answer {
    pub(crate) fn sentence(sentence: &str) -> Answer {
        format!("{}\n", one_line(sentence)).into()
    }

    /// Returns several answers as one.
    pub(crate) fn joined(answers: impl IntoIterator<Item = Answer>) -> Answer {
        let mut all = Answer::default();
        let mut said = Vec::new();
        for answer in answers {
            if let Output::Bytes(bytes) = answer.output {
                said.extend(bytes);
            }
            all.notices.extend(answer.notices);
            all.saved = answer.saved.or(all.saved);
            if answer.exit != Exit::Success {
                all.exit = answer.exit;
            }
        }
        Answer { output: Output::Bytes(said), ..all }
    }

    /// Notes what became of `file`.
    #[must_use]
    pub(crate) fn of_file(
        mut self,
        file: &str,
        written: Written,
        messages: impl FnOnce() -> &'static dyn Messages,
    ) -> Answer {
        self.saved = (!matches!(written, Written::Unchanged)).then(|| file.to_owned());
        if let Written::Unsynced(error) = written {
            let error = FileError::NotSynced { file, why: error.to_string() };
            self.notices.push(messages().file_error(&error));
            self.exit = Exit::CouldNot;
        }
        self
    }

    /// Writes the answer and returns the exit code. A reader that went away is no error; a full disk is.
    pub(crate) fn deliver(self, messages: &dyn Messages, terminal: Terminal) -> ExitCode {
        let bytes = match self.output {
            Output::Bytes(bytes) => bytes,
            Output::Screen(screen) => screen.lay_out(terminal).into_bytes(),
        };
        let mut out = io::stdout().lock();
        let written = out.write_all(&bytes).and_then(|()| out.flush());
        // Notices come last, where the eye is. Nobody can be told that they could not be said.
        let notices = self.notices.iter().map(|notice| format!("{}\n", one_line(notice)));
        let said: String = self.problems.iter().cloned().chain(notices).collect();
        let _ = io::stderr().write_all(said.as_bytes());
        exit_code(written, self.exit, self.saved.as_deref(), messages)
    }
}

/// Says why a command stopped, and returns the exit code.
pub(crate) fn stop(error: anyhow::Error) -> ExitCode {
    let (text, exit) = match error.downcast::<CommandError>() {
        Ok(error) => (error.to_string(), error.exit()),
        Err(error) => (format!("{}\n", one_line(&format!("{error:#}"))), Exit::CouldNot),
    };
    if io::stderr().write_all(text.as_bytes()).is_err() {
        // It may name the only place where something is kept.
        let _ = io::stdout().write_all(text.as_bytes());
    }
    ExitCode::from(exit as u8)
}

/// Windows has several numbers for it; one of them is not known by its kind.
fn reader_went_away(error: &io::Error) -> bool {
    const PIPE_NOT_CONNECTED: i32 = 233;
    error.kind() == ErrorKind::BrokenPipe || cfg!(windows) && error.raw_os_error() == Some(PIPE_NOT_CONNECTED)
}

/// Returns `exit`, unless the output could not be `written`; what was `saved` before is said to be.
pub(crate) fn exit_code(
    written: io::Result<()>,
    exit: Exit,
    saved: Option<&str>,
    messages: &dyn Messages,
) -> ExitCode {
    match written {
        Err(error) if !reader_went_away(&error) => {
            let error = FileError::CannotPrint { why: error.to_string() };
            let mut error = CommandError::new(messages.file_error(&error));
            if let Some(file) = saved {
                error = error.hint(messages.confirmation(&Confirmation::SavedNevertheless { file }));
            }
            stop(error.into())
        }
        Ok(()) | Err(_) => ExitCode::from(exit as u8),
    }
}
