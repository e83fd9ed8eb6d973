//! Why a command did not do it.

use std::fmt;

use crate::messages::{ArgumentError, FileError, Messages, NotSaved};
use crate::model::diagnostic::Code;
use crate::model::text::one_line;
use crate::planfile::save::{self, ReadError, SaveError};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Exit {
    /// It did what was asked.
    #[default]
    Success = 0,
    CouldNot = 1,
    WrongArguments = 2,
    /// It looked and found: problems, or something overdue.
    Found = 3,
}

/// Why a command stopped, in the reader's language, and what to type instead.
#[derive(Debug)]
pub(crate) struct CommandError {
    text: String,
    exit: Exit,
}

impl CommandError {
    /// Returns an error that says `message`, made safe to print; the exit code is 1.
    pub(crate) fn new(message: impl AsRef<str>) -> CommandError {
        CommandError::laid_out(format!("{}\n", one_line(message.as_ref())))
    }

    /// Returns an error whose text was made for the screen already.
    pub(crate) fn laid_out(text: String) -> CommandError {
        CommandError { text, exit: Exit::CouldNot }
    }

    /// Says why the arguments do not serve, whatever the plan holds.
    pub(crate) fn of_arguments(error: &ArgumentError<'_>, messages: &dyn Messages) -> CommandError {
        CommandError::new(messages.argument_error(error)).wrong_arguments()
    }

    /// Says why a file cannot be read.
    pub(crate) fn of_read(file: &str, error: &ReadError, messages: &dyn Messages) -> CommandError {
        let error = match error {
            ReadError::NotFound => FileError::NotFound { file },
            ReadError::NotAFile => FileError::NotAFile { file },
            ReadError::TooLarge => FileError::TooLarge { file, mib: save::LIMIT >> 20 },
            ReadError::NotPermitted => FileError::NoPermission { file },
            ReadError::Io(error) => FileError::CannotRead { file, why: error.to_string() },
        };
        CommandError::new(messages.file_error(&error))
    }

    /// Says what is wrong with something typed, as `check` would say it of the plan.
    pub(crate) fn of_code(code: &Code<'_>, messages: &dyn Messages) -> CommandError {
        let error = CommandError::new(messages.diagnostic(code));
        messages.hint(code).into_iter().fold(error, CommandError::hint)
    }

    /// Says why a file was not saved; the reason of an edit is said as it is.
    pub(crate) fn of_save<E: From<CommandError>>(
        file: &str,
        error: SaveError<E>,
        messages: &dyn Messages,
    ) -> E {
        let why = match error {
            SaveError::Edit(error) => return error,
            SaveError::Unreadable(error) => return CommandError::of_read(file, &error, messages).into(),
            SaveError::NotUtf8 => NotSaved::NotUtf8,
            SaveError::TooLarge => NotSaved::TooLarge { mib: save::LIMIT >> 20 },
            SaveError::Locked => NotSaved::Locked { seconds: save::PATIENCE.as_secs() },
            SaveError::InUse => NotSaved::InUse { seconds: save::PATIENCE_WITH_OTHERS.as_secs() },
            SaveError::Changed => NotSaved::ChangedMeanwhile,
            SaveError::ReadOnly => NotSaved::ReadOnly,
            SaveError::OtherOwner => NotSaved::OtherOwner,
            SaveError::OtherGroup => NotSaved::OtherGroup,
            SaveError::HardLinks => NotSaved::HardLinks,
            SaveError::AlreadyThere => NotSaved::AlreadyThere,
            SaveError::IsPlan => NotSaved::IsPlan,
            SaveError::NoFolder => NotSaved::NoFolder,
            SaveError::FolderReadOnly => NotSaved::FolderReadOnly,
            SaveError::DiskFull => NotSaved::DiskFull,
            SaveError::Io(error) => NotSaved::Other(error.to_string()),
        };
        CommandError::new(messages.not_saved(file, &why)).into()
    }

    /// Adds a line that says what to do.
    #[must_use]
    pub(crate) fn hint(mut self, hint: impl AsRef<str>) -> CommandError {
        self.text.extend(["  ", &one_line(hint.as_ref()), "\n"]);
        self
    }

    /// Sets the exit code of wrong arguments.
    #[must_use]
    pub(crate) fn wrong_arguments(mut self) -> CommandError {
        self.exit = Exit::WrongArguments;
        self
    }

    pub(crate) fn exit(&self) -> Exit {
        self.exit
    }
}

impl fmt::Display for CommandError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl std::error::Error for CommandError {}
