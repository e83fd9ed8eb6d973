//! Reading, replacing and creating files so that nothing is ever lost.
//!
//! A change holds a lock on the file's folder from before it reads until after it has renamed: the lock
//! outlives the rename and leaves nothing behind. A reader at any moment sees the old file or the new one.
//! What is particular to a system is in a file of its own.

mod error;
mod unix;

pub use error::{ReadError, SaveError};

use std::ffi::OsString;
use std::fs::{self, File, Metadata};
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use super::folder::is_plan;
use error::{not_in_folder, unreadable, unsaved};

/// The largest plan file, in bytes: 100 000 real activities take 37 MiB.
pub const LIMIT: u64 = 64 << 20;
/// How long a change waits for another one to end.
pub const PATIENCE: Duration = Duration::from_secs(30);
/// How long it waits between two tries.
const PAUSE: Duration = Duration::from_millis(4);

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
    let (file, metadata) = unix::open(path)?;
    unix::await_bytes(&file, &metadata)?;
    read_whole(&file, &metadata)
}

/// The limit holds for files that grow or lie about their size, too.
fn read_whole(file: &File, metadata: &Metadata) -> Result<Vec<u8>, ReadError> {
    if metadata.len() > LIMIT {
        return Err(ReadError::TooLarge);
    }
    let mut bytes = Vec::with_capacity(usize::try_from(metadata.len()).unwrap_or_default() + 1);
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
    if fs::symlink_metadata(path).is_ok() {
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
    if !unix::open(path).map_err(SaveError::Unreadable)?.1.is_file() {
        return Err(SaveError::Unreadable(ReadError::NotAFile));
    }
    let real = path.canonicalize().map_err(|error| SaveError::Unreadable(unreadable(error)))?;
    let place = Place::locked(&real)?;
    let (file, before) = unix::open(&real).map_err(SaveError::Unreadable)?;
    unix::permit(&before)?;
    let old = read_whole(&file, &before).map_err(SaveError::Unreadable)?;
    let (new, told) = edit(&old)?;
    let written = if new == old { Written::Unchanged } else { place.put(Some(&before), &new)? };
    Ok((told, written))
}

/// Where a file is put, under the lock on its folder.
struct Place<'p> {
    file: &'p Path,
    /// Where it is written first.
    beside: PathBuf,
    folder: File,
}

impl Place<'_> {
    fn locked<E>(file: &Path) -> Result<Place<'_>, SaveError<E>> {
        let (Some(folder), Some(name)) = (file.parent(), file.file_name()) else {
            return Err(SaveError::Unreadable(ReadError::NotAFile));
        };
        let here = Path::new(".");
        let folder = lock(if folder.as_os_str().is_empty() { here } else { folder })?;
        let mut beside = OsString::from(".");
        beside.push(name);
        beside.push(".plan-new");
        Ok(Place { file, beside: file.with_file_name(beside), folder })
    }

    /// Puts the bytes in the place of the file that was there `before`, if any.
    fn put<E>(&self, before: Option<&Metadata>, bytes: &[u8]) -> Result<Written, SaveError<E>> {
        // Under the lock nobody else uses this name: what is there was left by a save that was killed.
        match fs::remove_file(&self.beside) {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(not_in_folder(error)),
            Ok(()) | Err(_) => {}
        }
        let put = self.write_beside(before, bytes).and_then(|()| {
            // Nobody else may have touched the file since.
            let now = fs::symlink_metadata(self.file).ok();
            if now.as_ref().map(unix::state) != before.map(unix::state) {
                return Err(SaveError::Changed);
            }
            fs::rename(&self.beside, self.file).map_err(not_in_folder)
        });
        if let Err(first) = put {
            let _ = fs::remove_file(&self.beside);
            return Err(first);
        }
        Ok(unix::sync(&self.folder).map_or_else(Written::Unsynced, |()| Written::Saved))
    }

    fn write_beside<E>(&self, before: Option<&Metadata>, bytes: &[u8]) -> Result<(), SaveError<E>> {
        let mut file = unix::make(&self.beside, before)?;
        unix::hear_of_limits().map_err(SaveError::Io)?;
        file.write_all(bytes).map_err(unsaved)?;
        file.sync_all().map_err(unsaved)
    }
}

fn lock<E>(folder: &Path) -> Result<File, SaveError<E>> {
    let started = Instant::now();
    loop {
        match unix::try_lock(folder)? {
            Some(locked) => return Ok(locked),
            None if started.elapsed() < PATIENCE => thread::sleep(PAUSE),
            None => return Err(SaveError::Locked),
        }
    }
}
