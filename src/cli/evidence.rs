//! Paths of evidence: typed as seen from here, stored as seen from the plan's folder.

use std::env;
use std::ffi::{OsStr, OsString};
use std::path::{Component, Path, PathBuf};

use super::error::CommandError;
use super::locate::shown;
use super::opened::Opened;
use crate::messages::ArgumentError;
use crate::model::Text;

/// Returns what to write in the plan for evidence that was typed here: an address as it is, a path as seen
/// from the plan's folder.
///
/// # Errors
/// A name that is not UTF-8 has no place in a plan file.
pub(crate) fn beside_the_plan(typed: &OsStr, opened: &Opened<'_>) -> anyhow::Result<String> {
    let here = env::current_dir().unwrap_or_default();
    let relative = opened.located.folder().filter(|_| is_relative(typed)).and_then(|folder| {
        let folder = here.join(folder).canonicalize().ok()?;
        pathdiff::diff_paths(reached(here.canonicalize().ok()?, Path::new(typed)), folder)
    });
    let path = relative.map_or_else(|| typed.to_owned(), PathBuf::into_os_string);
    path.into_string().map_err(|path| {
        let error = ArgumentError::NotUtf8Name { name: shown(Path::new(&path)) };
        CommandError::new(opened.messages.argument_error(&error)).into()
    })
}

/// Returns those of the paths typed that are not `known` yet, each once, with what to write in the plan.
pub(crate) fn missing<'t>(
    typed: &'t [OsString],
    known: &[Text<'_>],
    opened: &Opened<'_>,
) -> anyhow::Result<Vec<(&'t OsStr, String)>> {
    let mut missing: Vec<(&OsStr, String)> = Vec::new();
    for path in typed {
        let stored = beside_the_plan(path, opened)?;
        if !known.iter().any(|known| *known == stored) && !missing.iter().any(|(_, taken)| *taken == stored) {
            missing.push((path, stored));
        }
    }
    Ok(missing)
}

/// Returns how to type from here what [`beside_the_plan`] wrote.
pub(crate) fn from_here(stored: &str, opened: &Opened<'_>) -> OsString {
    let folder = opened.located.folder().filter(|folder| !folder.as_os_str().is_empty());
    let Some(folder) = folder.filter(|_| is_relative(OsStr::new(stored))) else { return stored.into() };
    let here = env::current_dir().unwrap_or_default();
    let path = folder.join(stored);
    let relative =
        here.canonicalize().ok().and_then(|here| pathdiff::diff_paths(reached(here.clone(), &path), here));
    relative.unwrap_or(path).into_os_string()
}

/// Returns where `path` leads from `from`, without `..`; symbolic links stay what they are, but where a `..` leads
/// out of one.
fn reached(from: PathBuf, path: &Path) -> PathBuf {
    path.components().fold(from, |mut at, part| {
        match part {
            Component::ParentDir => {
                at = at.canonicalize().unwrap_or(at);
                at.pop();
            }
            Component::CurDir => {}
            part => at.push(part),
        }
        at
    })
}

/// Whether it is a path that is seen from a folder.
fn is_relative(typed: &OsStr) -> bool {
    !typed.to_string_lossy().contains("://") && Path::new(typed).is_relative()
}
