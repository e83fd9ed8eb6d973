//! What a command answers: built whole, written once, so that programs run side by side do not mix lines.

use std::fmt;
use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;

use crate::messages::{FileError, Messages};
use crate::terminal::one_line;

/// How the program exits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Exit {
    /// It did what was asked.
    #[default]
    Success = 0,
    /// It could not.
    CouldNot = 1,
    /// The arguments were wrong.
    WrongArguments = 2,
    /// It looked and found: problems, or something overdue.
    Found = 3,
}

/// What goes to standard output, what goes to standard error, and the exit code.
#[derive(Debug, Default)]
pub(crate) struct Answer {
    /// The result.
    pub(crate) out: String,
    /// Talk beside it.
    pub(crate) notices: String,
    /// The exit code.
    pub(crate) exit: Exit,
}

impl Answer {
    /// Returns an answer that is only a result.
    pub(crate) fn of(out: String) -> Answer {
        Answer { out, ..Answer::default() }
    }

    /// Returns the answer to a command that failed.
    pub(crate) fn failed(error: anyhow::Error) -> Answer {
        match error.downcast::<CommandError>() {
            Ok(failure) => Answer { notices: failure.to_string(), exit: failure.exit, ..Answer::default() },
            Err(error) => {
                Answer { notices: format!("{error:#}\n"), exit: Exit::CouldNot, ..Answer::default() }
            }
        }
    }

    /// Writes the answer and returns the exit code. A reader that went away is no failure; a full disk is.
    pub(crate) fn deliver(self, messages: &dyn Messages) -> ExitCode {
        let mut out = io::stdout().lock();
        let written = out.write_all(self.out.as_bytes()).and_then(|()| out.flush());
        // Talk comes last, where the eye is. Nobody can be told that it could not be said.
        let _ = io::stderr().write_all(self.notices.as_bytes());
        exit_code(written, self.exit, messages)
    }
}

/// Returns `exit`, unless the output could not be `written`.
pub(crate) fn exit_code(written: io::Result<()>, exit: Exit, messages: &dyn Messages) -> ExitCode {
    match written {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            let trouble = FileError::CannotPrint { why: error.to_string() };
            let _ = writeln!(io::stderr(), "{}", messages.file_error(&trouble));
            ExitCode::from(Exit::CouldNot as u8)
        }
        Ok(()) | Err(_) => ExitCode::from(exit as u8),
    }
}

/// Why a command stopped, in the reader's language, and what to type instead.
#[derive(Debug)]
pub(crate) struct CommandError {
    text: String,
    exit: Exit,
}

impl CommandError {
    /// Returns a failure that says `message`, made safe to print; the exit code is 1.
    pub(crate) fn new(message: impl AsRef<str>) -> CommandError {
        CommandError::report(&format!("{}\n", one_line(message.as_ref())))
    }

    /// Returns a failure whose text was made for the screen already.
    pub(crate) fn report(text: &str) -> CommandError {
        CommandError { text: text.to_owned(), exit: Exit::CouldNot }
    }

    /// Adds a line that says what to do.
    #[must_use]
    pub(crate) fn hint(mut self, hint: impl AsRef<str>) -> CommandError {
        self.text.push_str("  ");
        self.text.push_str(&one_line(hint.as_ref()));
        self.text.push('\n');
        self
    }

    /// Sets the exit code of wrong arguments.
    #[must_use]
    pub(crate) fn wrong_arguments(mut self) -> CommandError {
        self.exit = Exit::WrongArguments;
        self
    }
}

impl fmt::Display for CommandError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl std::error::Error for CommandError {}
