//! Where a text goes that was made of a plan: to standard output, or into a file of its own.

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
    pub(crate) fn deliver(&self, text: String, messages: &'static dyn Messages) -> anyhow::Result<Answer> {
        let Some(path) = &self.output else { return Ok(text.into()) };
        let located = Located::typed(path);
        let (Some(path), file) = (&located.path, located.name.as_str()) else { return Ok(text.into()) };
        let written = save::create(path, text.as_bytes(), self.force).map_err(|error| {
            let is_there = matches!(error, SaveError::AlreadyThere);
            let error = CommandError::of_save::<CommandError>(file, error, messages);
            if is_there { error.hint(messages.file_error(&FileError::ForceHint)) } else { error }
        })?;
        let told = messages.written_into(file);
        Ok(Answer::sentence(&told).of_file(file, written, || messages))
    }
}
