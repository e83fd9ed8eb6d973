//! Reading, replacing and creating files so that nothing is ever lost.
//!
//! A change holds a lock beside the file from before it reads until after it has renamed: the lock outlives the
//! rename and leaves nothing behind. A reader at any moment sees the old file or the new one. What is particular to
//! a system is in a file of its own.

mod error;
#[cfg(unix)]
mod unix;
mod wait;
#[cfg(windows)]
mod windows;

pub use error::{ReadError, SaveError};

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::folder::is_plan;
use error::{not_in_folder, unreadable, unsaved};
#[cfg(unix)]
use unix::{self as system, State};
use wait::wait;
#[cfg(windows)]
use windows::{self as system, State};

/// The largest plan file, in bytes: 100 000 real activities take 37 MiB.
pub const LIMIT: u64 = 64 << 20;
/// How long a change waits for another one to end.
pub const PATIENCE: Duration = Duration::from_secs(30);
/// How long it waits for another program to close the file, where an open file cannot be replaced.
pub const PATIENCE_WITH_OTHERS: Duration = Duration::from_secs(10);
/// How long a reader waits for another program to let it read.
const PATIENCE_OF_READERS: Duration = Duration::from_secs(2);

/// What became of a file.
#[derive(Debug)]
pub enum Written {
    /// It held already what was to be written.
    Unchanged,
    Saved,
    /// It is the new one, but its folder could not be synced: after a power cut it may be the old one again.
    Unsynced(io::Error),
}

/// Reads a whole plan file. A pipe is read to its end; what has no end is refused.
///
/// # Errors
/// Whatever keeps the file from being read whole.
pub fn read(path: &Path) -> Result<Vec<u8>, ReadError> {
    let (file, state) =
        wait(PATIENCE_OF_READERS, system::is_in_use, || system::open(path)).map_err(unreadable)?;
    system::await_bytes(&file, &state)?;
    read_whole(&file, &state)
}

/// The limit holds for files that grow or lie about their size, too.
fn read_whole(file: &File, state: &State) -> Result<Vec<u8>, ReadError> {
    if state.size() > LIMIT {
        return Err(ReadError::TooLarge);
    }
    let mut bytes = Vec::with_capacity(usize::try_from(state.size()).unwrap_or_default() + 1);
    file.take(LIMIT + 1).read_to_end(&mut bytes).map_err(ReadError::Io)?;
    if bytes.len() as u64 > LIMIT { Err(ReadError::TooLarge) } else { Ok(bytes) }
}

/// Reads the file under its lock, hands the text to `edit`, and puts the result in its place.
///
/// The file is the old one or the new one at every moment, through a symbolic link too; mode and owner stay.
///
/// # Errors
/// Whatever keeps the change from being made; then the file is as it was.
pub fn change<T, E>(
    path: &Path,
    edit: impl FnOnce(&str) -> Result<(String, T), E>,
) -> Result<(T, Written), SaveError<E>> {
    rewrite(path, |old| {
        let text = str::from_utf8(old).map_err(|_| SaveError::NotUtf8)?;
        let (new, told) = edit(text).map_err(SaveError::Edit)?;
        if new.len() as u64 > LIMIT { Err(SaveError::TooLarge) } else { Ok((new.into_bytes(), told)) }
    })
}

/// Writes a new file whole: at every moment it is not there, or all of it is. With `force` it takes the place of
/// another file, though never of a plan.
///
/// # Errors
/// Whatever keeps the file from being written; then nothing was.
pub fn create<E>(path: &Path, bytes: &[u8], force: bool) -> Result<Written, SaveError<E>> {
    if force && path.exists() {
        let over = |old: &[u8]| if is_plan(old) { Err(SaveError::IsPlan) } else { Ok((bytes.to_vec(), ())) };
        return rewrite(path, over).map(|((), written)| written);
    }
    let place = Place::locked(path)?;
    if system::look(path).is_ok() {
        return Err(SaveError::AlreadyThere);
    }
    place.put(None, bytes)
}

/// Reads the file under its lock and puts what `edit` makes of it in its place.
fn rewrite<T, E>(
    path: &Path,
    edit: impl FnOnce(&[u8]) -> Result<(Vec<u8>, T), SaveError<E>>,
) -> Result<(T, Written), SaveError<E>> {
    // A pipe under /dev/fd has no path that could be replaced.
    let (_, found) = opened(|| system::open(path))?;
    if !found.is_file() {
        return Err(SaveError::Unreadable(ReadError::NotAFile));
    }
    let real = system::real(path).map_err(|error| SaveError::Unreadable(unreadable(error)))?;
    let place = Place::locked(&real)?;
    let (file, before) = opened(|| system::hold(&real))?;
    system::permit(&before)?;
    let old = read_whole(&file, &before).map_err(SaveError::Unreadable)?;
    let (new, told) = edit(&old)?;
    let written = if new == old { Written::Unchanged } else { place.put(Some((file, before)), &new)? };
    Ok((told, written))
}

/// Opens a file that is to be changed.
fn opened<E>(open: impl FnMut() -> io::Result<(File, State)>) -> Result<(File, State), SaveError<E>> {
    wait(PATIENCE_WITH_OTHERS, system::is_in_use, open).map_err(|error| match error {
        error if system::is_in_use(&error) => SaveError::InUse,
        error => SaveError::Unreadable(unreadable(error)),
    })
}

/// Where a file is put, under a lock.
struct Place<'p> {
    file: &'p Path,
    /// Where it is written first.
    beside: PathBuf,
    lock: File,
}

impl Place<'_> {
    fn locked<E>(file: &Path) -> Result<Place<'_>, SaveError<E>> {
        let name = file.file_name().ok_or(SaveError::Unreadable(ReadError::NotAFile))?;
        let mut beside = OsString::from(".");
        beside.push(name);
        beside.push(".plan-new");
        let beside = file.with_file_name(beside);
        let lock =
            wait(PATIENCE, system::is_in_use, || system::lock(&beside)).map_err(|error| match error {
                error if system::is_in_use(&error) => SaveError::Locked,
                error => not_in_folder(error),
            })?;
        Ok(Place { file, beside, lock })
    }

    /// Puts the bytes in the place of the file that is open as `old`, if any.
    fn put<E>(&self, old: Option<(File, State)>, bytes: &[u8]) -> Result<Written, SaveError<E>> {
        // Under the lock nobody else uses this name: what is there was left by a save that was killed.
        match wait(PATIENCE_WITH_OTHERS, system::is_in_use, || fs::remove_file(&self.beside)) {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(not_in_folder(error)),
            Ok(()) | Err(_) => {}
        }
        let (file, before) = old.unzip();
        let put = self.write_beside(before.as_ref(), bytes).and_then(|()| {
            // What is open cannot be replaced everywhere.
            drop(file);
            self.replace(before.as_ref())
        });
        if let Err(first) = put {
            let _ = fs::remove_file(&self.beside);
            return Err(first);
        }
        Ok(system::sync(&self.lock).map_or_else(Written::Unsynced, |()| Written::Saved))
    }

    fn write_beside<E>(&self, old: Option<&State>, bytes: &[u8]) -> Result<(), SaveError<E>> {
        let mut file = system::make(&self.beside, old)?;
        file.write_all(bytes).map_err(unsaved)?;
        file.sync_all().map_err(unsaved)
    }

    /// Renames the new file over the old one, unless somebody has touched that since.
    fn replace<E>(&self, before: Option<&State>) -> Result<(), SaveError<E>> {
        let replaced = wait(PATIENCE_WITH_OTHERS, system::is_in_use, || {
            let is_same = system::look(self.file).ok().as_ref() == before;
            if is_same { system::rename(&self.beside, self.file).map(|()| true) } else { Ok(false) }
        });
        match replaced {
            Ok(true) => Ok(()),
            Ok(false) => Err(SaveError::Changed),
            Err(error) if system::is_in_use(&error) => Err(SaveError::InUse),
            Err(error) => Err(not_in_folder(error)),
        }
    }
}
