//! Which plan file is meant.

use std::env;
use std::path::{Path, PathBuf};

use super::answer::CommandError;
use super::context::Context;
use crate::messages::{FileError, Listing, Messages};
use crate::model::text::is_unsafe;
use crate::planfile::save::{self, ReadError, SaveError};

/// What a plan file is called where nothing else is said.
pub(crate) const FILE_NAME: &str = "plan.toml";

/// A plan file that was found.
pub(crate) struct Located {
    /// What to call it.
    pub(crate) name: String,
    /// Where it is; None for standard input.
    pub(crate) path: Option<PathBuf>,
    /// `PLAN_FILE` names it, and this other plan file lies here.
    pub(crate) instead_of: Option<String>,
    /// Whether it was named with `-f`.
    pub(crate) typed: bool,
}

impl Located {
    /// Returns the file called `name`, which need not be there.
    pub(crate) fn new(name: String, typed: bool) -> Located {
        Located { path: Some(PathBuf::from(&name)), name, instead_of: None, typed }
    }

    fn at(path: PathBuf) -> Located {
        let name = path.display().to_string();
        Located { name, path: Some(path), instead_of: None, typed: false }
    }

    /// Returns a command line that works on this same file.
    pub(crate) fn command(&self, verb: &str) -> String {
        if self.typed { format!("plan -f {} {verb}", quoted(&self.name)) } else { format!("plan {verb}") }
    }
}

/// Finds the plan file: `-f`, else `PLAN_FILE`, else `plan.toml` here or above, else `data/plan.toml`.
pub(crate) fn find(context: &Context, messages: &dyn Messages) -> anyhow::Result<Located> {
    if let Some(file) = &context.file {
        let path = (file != "-").then(|| PathBuf::from(file));
        return Ok(Located { name: file.clone(), path, instead_of: None, typed: true });
    }
    let here = nearest();
    if let Some(named) = env::var_os("PLAN_FILE").filter(|name| !name.is_empty()) {
        let named = PathBuf::from(named);
        let other = here.filter(|here| !is_same_file(here, &named));
        let instead_of = other.map(|other| other.display().to_string());
        return Ok(Located { instead_of, ..Located::at(named) });
    }
    let fallback = Path::new("data").join(FILE_NAME);
    match here.or_else(|| fallback.is_file().then(|| fallback.clone())) {
        Some(path) => Ok(Located::at(path)),
        None => {
            let looked = format!("{FILE_NAME} (., ..), {}", fallback.display());
            Err(CommandError::new(messages.file_error(&FileError::NoPlanFile { looked }))
                .hint(messages.file_error(&FileError::RunInit))
                .into())
        }
    }
}

/// Finds a file that may be changed: not standard input, and without doubt which one is meant.
pub(crate) fn find_to_change(context: &Context, verb: &str) -> anyhow::Result<(Located, PathBuf)> {
    let messages = context.messages(None);
    let located = find(context, messages)?;
    if let Some(other) = &located.instead_of {
        let command = format!("plan -f {} {verb}", quoted(&located.name));
        return Err(CommandError::new(
            messages.file_error(&FileError::TwoPlans { file: &located.name, other }),
        )
        .hint(messages.file_error(&FileError::NameTheFile { command }))
        .into());
    }
    match located.path.clone() {
        Some(path) => Ok((located, path)),
        None => Err(CommandError::new(messages.file_error(&FileError::CannotEditStdin)).into()),
    }
}

/// Looks for a plan file here and in every folder above.
fn nearest() -> Option<PathBuf> {
    let here = env::current_dir().ok()?;
    let mut relative = PathBuf::new();
    for folder in here.ancestors() {
        if folder.join(FILE_NAME).is_file() {
            return Some(relative.join(FILE_NAME));
        }
        relative.push("..");
    }
    None
}

fn is_same_file(one: &Path, other: &Path) -> bool {
    match (one.canonicalize(), other.canonicalize()) {
        (Ok(one), Ok(other)) => one == other,
        _ => false,
    }
}

/// Returns `text` so that a shell takes it for one word; nothing in it steers the terminal.
pub(crate) fn quoted(text: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | '/' | ',' | ':' | '+');
    if !text.is_empty() && text.chars().all(is_plain) {
        return text.to_owned();
    }
    if !text.contains(is_unsafe) {
        return format!("'{}'", text.replace('\'', r"'\''"));
    }
    let escaped = text.chars().map(|c| match c {
        '\n' => r"\n".to_owned(),
        '\t' => r"\t".to_owned(),
        '\'' | '\\' => format!("\\{c}"),
        c if is_unsafe(c) => format!("\\u{:04x}", c as u32),
        c => c.to_string(),
    });
    format!("$'{}'", escaped.collect::<String>())
}

/// Says why a file cannot be read.
pub(crate) fn unreadable(file: &str, error: &ReadError, messages: &dyn Messages) -> CommandError {
    let trouble = match error {
        ReadError::NotFound => FileError::NotFound { file },
        ReadError::NotAFile => FileError::NotAFile { file },
        ReadError::TooLarge => FileError::TooLarge { file, mib: save::LIMIT >> 20 },
        ReadError::NotPermitted => FileError::NoPermission { file },
        ReadError::Io(error) => FileError::CannotRead { file, why: error.to_string() },
    };
    CommandError::new(messages.file_error(&trouble))
}

/// Says why a file was not saved.
pub(crate) fn unsaved(
    file: &str,
    failed: SaveError<anyhow::Error>,
    messages: &dyn Messages,
) -> anyhow::Error {
    let trouble = match failed {
        SaveError::Edit(error) => return error,
        SaveError::Unreadable(error) => return unreadable(file, &error, messages).into(),
        SaveError::NotUtf8 => FileError::NotUtf8 { file },
        SaveError::Locked => FileError::Locked { file, seconds: save::PATIENCE.as_secs() },
        SaveError::Changed => FileError::ChangedMeanwhile { file },
        SaveError::ReadOnly => FileError::ReadOnly { file },
        SaveError::OtherOwner => FileError::OtherOwner { file },
        SaveError::HardLinks => FileError::HardLinks { file },
        SaveError::FolderReadOnly => FileError::FolderReadOnly { file },
        SaveError::DiskFull => FileError::DiskFull { file },
        SaveError::Io(error) => FileError::CannotSave { file, why: error.to_string() },
    };
    CommandError::new(messages.file_error(&trouble)).into()
}

/// Returns the remark that another plan file lies here than the one that was taken.
pub(crate) fn notice(located: &Located, messages: &dyn Messages) -> String {
    located.instead_of.as_ref().map_or_else(String::new, |instead_of| {
        format!("{}\n", messages.listing(&Listing::TookPlan { file: &located.name, instead_of }))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_quoted_is_one_word_for_a_shell_and_steers_no_terminal() {
        assert_eq!(quoted("高校考试周"), "高校考试周");
        assert_eq!(quoted(""), "''");
        assert_eq!(quoted("it's $HOME"), r"'it'\''s $HOME'");
        assert_eq!(quoted("a\nit's\u{1B}[2J"), r"$'a\nit\'s\u001b[2J'");
    }
}
