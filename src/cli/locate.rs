//! Which plan file is meant. Paths are bytes from the arguments to the system call; here they are made showable.

use std::borrow::Cow;
use std::env;
use std::io;
use std::path::{Path, PathBuf, absolute};

use super::error::CommandError;
use super::typing;
use crate::messages::{FileError, Listing, Messages};

/// What a plan file is called where nothing else is said.
pub(crate) const FILE_NAME: &str = "plan.toml";

/// What is typed for standard input.
pub(crate) const STDIN: &str = "-";

/// A plan file that was found.
#[derive(Debug, Clone)]
pub(crate) struct Located {
    /// What to call it.
    pub(crate) name: String,
    /// Where it is; None for standard input.
    pub(crate) path: Option<PathBuf>,
    /// `PLAN_FILE` names it, and this other plan file lies here.
    pub(crate) instead_of: Option<String>,
    /// Whether it was named with `-f`.
    pub(crate) typed: bool,
    /// What stands before its ids where several plans are shown.
    pub(crate) among: Option<String>,
}

impl Located {
    /// Returns the file that was typed, which need not be there.
    pub(crate) fn typed(path: &Path) -> Located {
        let is_stdin = path.as_os_str() == STDIN;
        Located { typed: true, path: (!is_stdin).then(|| path.to_owned()), ..Located::at(path.to_owned()) }
    }

    pub(crate) fn at(path: PathBuf) -> Located {
        Located { name: shown(&path), path: Some(path), instead_of: None, typed: false, among: None }
    }

    /// Returns a command line that works on this same file; a name that cannot be typed is left open.
    pub(crate) fn command(&self, verb: &str) -> String {
        if self.typed { self.command_with_file(verb) } else { format!("plan {verb}") }
    }

    /// Returns the same, where it can be typed as it stands.
    pub(crate) fn command_as_it_stands(&self, verb: &str) -> Option<String> {
        let can_be_typed = (!self.typed || self.typable().is_some()) && typing::can_be_typed(verb);
        can_be_typed.then(|| self.command(verb))
    }

    fn command_with_file(&self, verb: &str) -> String {
        format!("plan -f {} {verb}", self.as_typed())
    }

    /// Returns the path as one word of a command line; one that cannot be typed is left open.
    pub(crate) fn as_typed(&self) -> String {
        self.typable().map_or_else(|| "FILE".to_owned(), |file| typing::quoted(&file))
    }

    /// Returns the path as it can be typed, and is not taken for an option.
    fn typable(&self) -> Option<Cow<'_, str>> {
        let Some(path) = &self.path else { return Some("-".into()) };
        let path = path.to_str().filter(|path| typing::can_be_typed(&typing::quoted(path)))?;
        Some(if path.starts_with('-') { format!("./{path}").into() } else { path.into() })
    }

    pub(crate) fn folder(&self) -> Option<&Path> {
        self.path.as_deref().and_then(Path::parent)
    }

    /// Returns the remark that another plan file lies here than the one that was taken.
    pub(crate) fn notice(&self, messages: &dyn Messages) -> Option<String> {
        let instead_of = self.instead_of.as_deref()?;
        Some(messages.listing(&Listing::TookPlan { file: &self.name, instead_of }))
    }
}

/// Finds the plan file: the one typed, else `PLAN_FILE`, else `plan.toml` here or above, else `data/plan.toml`.
pub(crate) fn find(typed: Option<&Path>, messages: &dyn Messages) -> anyhow::Result<Located> {
    if let Some(typed) = typed {
        return Ok(Located::typed(typed));
    }
    let here = nearest();
    if let Some(named) = env::var_os("PLAN_FILE").filter(|name| !name.is_empty()) {
        let named = PathBuf::from(named);
        let other = here.filter(|here| !is_same_file(here, &named));
        return Ok(Located { instead_of: other.as_deref().map(shown), ..Located::at(named) });
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
pub(crate) fn find_to_change(
    typed: Option<&Path>,
    verb: &str,
    messages: &dyn Messages,
) -> anyhow::Result<(Located, PathBuf)> {
    let located = find(typed, messages)?;
    if let Some(other) = &located.instead_of {
        let command = located.command_with_file(verb);
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
    matches!((real(one), real(other)), (Ok(one), Ok(other)) if one == other)
}

/// Returns where `path` leads, through links; where the system cannot tell, as for some drives in memory and of
/// networks, what it says.
pub(super) fn real(path: &Path) -> io::Result<PathBuf> {
    dunce::canonicalize(path).or_else(|_| absolute(path))
}

/// Returns `path` as text; bytes that are no UTF-8 are written out, as in `\xB7`.
pub(crate) fn shown(path: &Path) -> String {
    let chunks = path.as_os_str().as_encoded_bytes().utf8_chunks();
    let chunk = |chunk: std::str::Utf8Chunk<'_>| {
        let invalid = chunk.invalid().iter().map(|byte| format!("\\x{byte:02X}"));
        [chunk.valid().to_owned()].into_iter().chain(invalid).collect::<String>()
    };
    chunks.map(chunk).collect()
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_is_not_utf_8_is_written_out_and_never_printed_to_be_typed() {
        use std::ffi::OsStr;
        use std::os::unix::ffi::OsStrExt;
        // 方案 in GBK.
        let name = Path::new(OsStr::from_bytes(b"\xB7\xBD\xB0\xB8.toml"));
        assert_eq!(shown(name), r"\xB7\xBD\xB0\xB8.toml");
        let located = Located::typed(name);
        assert_eq!(located.command("list"), "plan -f FILE list");
        assert_eq!(located.command_as_it_stands("list"), None);
    }
}
