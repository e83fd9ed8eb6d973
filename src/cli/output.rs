//! Where a text goes that was made of a plan: to standard output, or into a file of its own.

use std::fs;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use super::answer::Answer;
use super::error::CommandError;
use super::locate::shown;
use crate::messages::{FileError, Messages};
use crate::model::text::is_unsafe;
use crate::planfile::save::{self, SaveError};

/// So many characters of any language fit into the name of a file, with an ending.
const LONGEST_NAME: usize = 60;

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
    /// Returns what puts files into `folder` in the place of those that are there.
    pub(crate) fn replacing(folder: PathBuf) -> IntoFile {
        IntoFile { output: Some(folder), force: true }
    }

    /// Returns what the name of the file ends with.
    pub(crate) fn ending(&self) -> Option<&str> {
        self.output.as_deref()?.extension()?.to_str()
    }

    /// Hands `bytes` out.
    ///
    /// # Errors
    /// What is no text does not go to a screen. Whatever keeps the file from being written; then nothing was.
    pub(crate) fn deliver(&self, bytes: Vec<u8>, messages: &'static dyn Messages) -> anyhow::Result<Answer> {
        let Some(path) = self.output.as_deref().filter(|path| path.as_os_str() != "-") else {
            if io::stdout().is_terminal() && str::from_utf8(&bytes).is_err() {
                return Err(CommandError::new(messages.not_for_screens()).wrong_arguments().into());
            }
            return Ok(bytes.into());
        };
        self.write(path, &bytes, messages)
    }

    /// Hands files out into the folder that was named, which is made, each under its name made safe for one.
    ///
    /// # Errors
    /// No folder, or whatever keeps a file from being written; those before it were.
    pub(crate) fn deliver_all(
        &self,
        files: Vec<(&str, Vec<u8>)>,
        ending: &str,
        messages: &'static dyn Messages,
    ) -> anyhow::Result<Answer> {
        let folder = self.output.as_deref().filter(|folder| folder.as_os_str() != "-" && !folder.is_file());
        let folder = folder.ok_or_else(|| CommandError::new(messages.no_folder()).wrong_arguments())?;
        if !folder.is_dir() {
            // What keeps it from being made keeps the first file from being written, which is said then.
            let _ = fs::create_dir(folder);
        }
        let mut names: Vec<String> = Vec::new();
        let mut answers = Vec::new();
        for (name, bytes) in files {
            let name = unlike(&file_name(name), &names);
            answers.push(self.write(&folder.join(format!("{name}.{ending}")), &bytes, messages)?);
            names.push(name);
        }
        Ok(Answer::joined(answers))
    }

    fn write(&self, path: &Path, bytes: &[u8], messages: &'static dyn Messages) -> anyhow::Result<Answer> {
        let file = &shown(path);
        let written = save::create(path, bytes, self.force).map_err(|error| {
            let is_there = matches!(error, SaveError::AlreadyThere);
            let error = CommandError::of_save::<CommandError>(file, error, messages);
            if is_there { error.hint(messages.file_error(&FileError::ForceHint)) } else { error }
        })?;
        let told = messages.written_into(file);
        Ok(Answer::sentence(&told).of_file(file, written, || messages))
    }
}

/// Returns a name as a file can have it everywhere.
fn file_name(name: &str) -> String {
    let is_taken =
        |c: char| is_unsafe(c) || matches!(c, '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|');
    let safe: String = name.chars().map(|c| if is_taken(c) { '_' } else { c }).take(LONGEST_NAME).collect();
    // Windows drops what a name ends with, and takes some names for devices.
    let safe = safe.trim_matches([' ', '.']);
    let stem = safe.split('.').next().unwrap_or_default().to_ascii_uppercase();
    let is_numbered = |port: &str| stem.strip_prefix(port).is_some_and(|rest| rest.len() == 1 && rest != "0");
    let is_device =
        matches!(&*stem, "CON" | "PRN" | "AUX" | "NUL") || is_numbered("COM") || is_numbered("LPT");
    if safe.is_empty() || is_device { format!("_{safe}") } else { safe.to_owned() }
}

/// Returns `name`, with a number where there is such a file already: some systems see no difference of case.
fn unlike(name: &str, names: &[String]) -> String {
    let is_there = |name: &str| names.iter().any(|known| known.to_lowercase() == name.to_lowercase());
    let numbered = (2..).map(|number| format!("{name}-{number}"));
    std::iter::once(name.to_owned()).chain(numbered).find(|name| !is_there(name)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_made_one_that_a_file_can_have_on_every_system() {
        let names = ["企业科", "a/b\\c:d", "con", "COM1.x", "..", "科 室. ", "a\u{202E}b"];
        let safe = ["企业科", "a_b_c_d", "_con", "_COM1.x", "_", "科 室", "a_b"];
        assert_eq!(names.map(file_name), safe);
        assert_eq!(file_name(&"长".repeat(300)).chars().count(), LONGEST_NAME);
    }

    #[test]
    fn two_names_that_differ_only_in_case_are_two_files() {
        assert_eq!(unlike("IT", &["it".to_owned(), "IT-2".to_owned()]), "IT-3");
    }
}
