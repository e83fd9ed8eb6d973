//! Paths of evidence: typed as seen from here, stored as seen from the plan's folder.

use std::env;
use std::path::Path;

use super::locate::Located;

/// Returns what to write in the plan for evidence that was typed here: an address as it is, a path as seen
/// from the plan's folder.
pub(crate) fn beside_the_plan(typed: &str, located: &Located) -> String {
    let folder = located.folder();
    if typed.contains("://") || Path::new(typed).is_absolute() {
        return typed.to_owned();
    }
    let here = env::current_dir().unwrap_or_default();
    let relative = folder.and_then(|folder| {
        let folder = here.join(folder).canonicalize().ok()?;
        pathdiff::diff_paths(here.canonicalize().ok()?.join(typed), folder)
    });
    relative.map_or_else(|| typed.to_owned(), |path| path.display().to_string())
}

/// Returns how to type from here what [`beside_the_plan`] wrote.
pub(crate) fn from_here(stored: &str, located: &Located) -> String {
    let folder = located.folder().filter(|folder| !folder.as_os_str().is_empty());
    match folder {
        Some(folder) if !stored.contains("://") && !Path::new(stored).is_absolute() => {
            let (here, path) = (env::current_dir().unwrap_or_default(), folder.join(stored));
            let whole = here.join(path);
            let tidy =
                whole.parent().and_then(|parent| Some(parent.canonicalize().ok()?.join(whole.file_name()?)));
            let relative = tidy.and_then(|tidy| pathdiff::diff_paths(tidy, here.canonicalize().ok()?));
            relative
                .map_or_else(|| folder.join(stored).display().to_string(), |path| path.display().to_string())
        }
        _ => stored.to_owned(),
    }
}
