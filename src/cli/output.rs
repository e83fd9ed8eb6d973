//! Where a text goes that was made of a plan: to standard output, or into a file of its own.

use std::io::{self, IsTerminal};
use std::path::PathBuf;

use super::answer::Answer;
use super::error::CommandError;
use super::locate::Located;
use crate::messages::{FileError, Messages};
use crate::planfile::save::{self, SaveError};

// The file that a text goes into.
#[derive(clap::Args)]
pub(crate) struct IntoFile {
    /// Write it into this new file, not to standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Also in the place of a file that is there; never of a plan
    #[arg(long, requires = "output")]
    force: bool,
}

impl IntoFile {
    /// Returns what the name of the file ends with.
    pub(crate) fn ending(&self) -> Option<&str> {
        self.output.as_deref()?.extension()?.to_str()
    }

    /// Hands `bytes` out.
    ///
    /// # Errors
    /// What is no text does not go to a screen. Whatever keeps the file from being written; then nothing was.
    pub(crate) fn deliver(&self, bytes: Vec<u8>, messages: &'static dyn Messages) -> anyhow::Result<Answer> {
        let Some(path) = &self.output else {
            if io::stdout().is_terminal() && str::from_utf8(&bytes).is_err() {
                return Err(CommandError::new(messages.not_for_screens()).wrong_arguments().into());
            }
            return Ok(bytes.into());
        };
        let located = Located::typed(path);
        let (Some(path), file) = (&located.path, located.name.as_str()) else { return Ok(bytes.into()) };
        let written = save::create(path, &bytes, self.force).map_err(|error| {
            let is_there = matches!(error, SaveError::AlreadyThere);
            let error = CommandError::of_save::<CommandError>(file, error, messages);
            if is_there { error.hint(messages.file_error(&FileError::ForceHint)) } else { error }
        })?;
        let told = messages.written_into(file);
        Ok(Answer::sentence(&told).of_file(file, written, || messages))
    }
}
