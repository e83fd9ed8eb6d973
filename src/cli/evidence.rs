//! Paths of evidence: typed as seen from here, stored as seen from the plan's folder.

use std::borrow::Cow;
use std::env;
use std::ffi::{OsStr, OsString};
use std::path::{Component, Path, PathBuf, absolute};

use super::error::CommandError;
use super::locate::{real, shown};
use super::opened::Opened;
use crate::messages::ArgumentError;
use crate::model::Text;

/// Returns what to write in the plan for evidence that was typed here: an address as it is, a path as seen
/// from the plan's folder, in the form that is read on every system.
///
/// # Errors
/// A name that is not UTF-8 has no place in a plan file.
pub(crate) fn beside_the_plan(typed: &OsStr, opened: &Opened<'_>) -> anyhow::Result<String> {
    let here = env::current_dir().unwrap_or_default();
    let relative = opened.located.folder().filter(|_| is_relative(typed)).and_then(|folder| {
        let folder = real(&here.join(folder)).ok()?;
        pathdiff::diff_paths(reached(real(&here).ok()?, &here_on_its_drive(typed)), folder)
    });
    let path = relative.map_or_else(|| typed.to_owned(), PathBuf::into_os_string);
    let refused = |error| CommandError::new(opened.messages.argument_error(&error));
    let path = path.into_string().map_err(|path| {
        let name = shown(Path::new(&path));
        refused(ArgumentError::NotUtf8Name { name })
    })?;
    if !cfg!(windows) || is_address(&path) {
        return Ok(path);
    }
    let path = with_slashes(&path);
    if path.contains(['*', '?']) {
        return Err(refused(ArgumentError::Pattern { name: &typed.to_string_lossy() }).into());
    }
    Ok(path)
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
    let path = folder.join(stored);
    let here = env::current_dir().and_then(|here| real(&here));
    let relative = here.ok().and_then(|here| pathdiff::diff_paths(reached(here.clone(), &path), here));
    relative.unwrap_or(path).into_os_string()
}

/// Returns a path of Windows as a plan holds it: others read it on other systems. What begins `\\?\` is for the
/// system alone, and stands there for a folder that a server shares.
fn with_slashes(path: &str) -> String {
    let path = path.replace('\\', "/");
    path.strip_prefix("//?/UNC/").map(|shared| format!("//{shared}")).unwrap_or(path)
}

/// Every drive of Windows has a folder of its own from which `D:x.pdf` is seen.
fn here_on_its_drive(typed: &OsStr) -> Cow<'_, Path> {
    let typed = Path::new(typed);
    let has_drive = matches!(typed.components().next(), Some(Component::Prefix(_)));
    match absolute(typed) {
        Ok(absolute) if has_drive => absolute.into(),
        Ok(_) | Err(_) => typed.into(),
    }
}

/// Returns where `path` leads from `from`, without `..`; symbolic links stay what they are, but where a `..` leads
/// out of one.
fn reached(from: PathBuf, path: &Path) -> PathBuf {
    path.components().fold(from, |mut at, part| {
        match part {
            Component::ParentDir => {
                at = real(&at).unwrap_or(at);
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
    !is_address(&typed.to_string_lossy()) && Path::new(typed).is_relative()
}

fn is_address(typed: &str) -> bool {
    typed.contains("://")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_of_windows_is_held_as_every_system_reads_it() {
        assert_eq!(with_slashes(r"..\附件\纪要.pdf"), "../附件/纪要.pdf");
        assert_eq!(with_slashes(r"Z:\附件\纪要.pdf"), "Z:/附件/纪要.pdf");
        assert_eq!(with_slashes(r"\\?\UNC\server\share\纪要.pdf"), "//server/share/纪要.pdf");
    }
}
