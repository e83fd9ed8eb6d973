//! Reading and replacing the plan file so that nothing is ever lost. All that is Unix-only is here.
//!
//! A change holds a lock on the file's folder from before it reads until after it has renamed: the lock
//! outlives the rename and leaves nothing behind. A reader at any moment sees the old file or the new one.

use std::ffi::OsString;
use std::fs::{self, File, Metadata, OpenOptions, TryLockError};
use std::io::{self, ErrorKind, Read, Write};
use std::os::unix::fs::{FileTypeExt, MetadataExt, OpenOptionsExt, fchown};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::thread;
use std::time::{Duration, Instant};

use rustix::fs::OFlags;

/// The largest plan file, in bytes: 100 000 real activities take 37 MiB.
pub const LIMIT: u64 = 64 << 20;
/// How long a change waits for another one to end.
pub const PATIENCE: Duration = Duration::from_secs(30);
/// How long it waits between two tries.
const PAUSE: Duration = Duration::from_millis(4);

/// Why a file cannot be read.
#[derive(Debug)]
pub enum ReadError {
    NotFound,
    /// It is a folder, a device or something else that is no file.
    NotAFile,
    TooLarge,
    NotPermitted,
    Io(io::Error),
}

/// Why a file was not changed. It is as it was.
#[derive(Debug)]
pub enum SaveError<E> {
    Edit(E),
    Unreadable(ReadError),
    NotUtf8,
    Locked,
    Changed,
    ReadOnly,
    /// It belongs to somebody else, or the new one could not be given to the same owner.
    OtherOwner,
    /// It has more names than one, and a rename would part them.
    HardLinks,
    FolderReadOnly,
    DiskFull,
    Io(io::Error),
}

/// Reads a whole plan file. A pipe is read to its end; what has no end is refused.
///
/// # Errors
/// Whatever keeps the file from being read whole.
pub fn read(path: &Path) -> Result<Vec<u8>, ReadError> {
    let (file, metadata) = open(path)?;
    let kind = metadata.file_type();
    if kind.is_fifo() {
        // Opened without waiting; the bytes themselves are waited for.
        rustix::fs::fcntl_setfl(&file, OFlags::empty()).map_err(|error| ReadError::Io(error.into()))?;
    } else if !kind.is_file() {
        return Err(ReadError::NotAFile);
    }
    read_whole(&file, &metadata)
}

fn open(path: &Path) -> Result<(File, Metadata), ReadError> {
    let flags = OFlags::NONBLOCK.bits().cast_signed();
    let file = OpenOptions::new().read(true).custom_flags(flags).open(path).map_err(unreadable)?;
    let metadata = file.metadata().map_err(ReadError::Io)?;
    Ok((file, metadata))
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

fn unreadable(error: io::Error) -> ReadError {
    match error.kind() {
        ErrorKind::NotFound => ReadError::NotFound,
        ErrorKind::PermissionDenied => ReadError::NotPermitted,
        _ => ReadError::Io(error),
    }
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
) -> Result<T, SaveError<E>> {
    // A pipe under /dev/fd has no path that could be replaced.
    if !open(path).map_err(SaveError::Unreadable)?.1.is_file() {
        return Err(SaveError::Unreadable(ReadError::NotAFile));
    }
    let real = path.canonicalize().map_err(|error| SaveError::Unreadable(unreadable(error)))?;
    let (Some(folder), Some(name)) = (real.parent(), real.file_name()) else {
        return Err(SaveError::Unreadable(ReadError::NotAFile));
    };
    let folder = lock(folder)?;
    let (file, before) = open(&real).map_err(SaveError::Unreadable)?;
    permit(&before)?;
    let bytes = read_whole(&file, &before).map_err(SaveError::Unreadable)?;
    let text = str::from_utf8(&bytes).map_err(|_| SaveError::NotUtf8)?;
    let (new, told) = edit(text).map_err(SaveError::Edit)?;
    if new != text {
        let mut beside = OsString::from(".");
        beside.push(name);
        beside.push(".plan-new");
        replace(&real, &real.with_file_name(beside), &before, &new)?;
        folder.sync_all().map_err(SaveError::Io)?;
    }
    Ok(told)
}

fn lock<E>(folder: &Path) -> Result<File, SaveError<E>> {
    let folder = File::open(folder).map_err(not_in_folder)?;
    let started = Instant::now();
    loop {
        match folder.try_lock() {
            Ok(()) => return Ok(folder),
            Err(TryLockError::WouldBlock) if started.elapsed() < PATIENCE => thread::sleep(PAUSE),
            Err(TryLockError::WouldBlock) => return Err(SaveError::Locked),
            Err(TryLockError::Error(error)) => return Err(SaveError::Io(error)),
        }
    }
}

/// A rename asks nobody: what a direct write would have been refused is refused here.
fn permit<E>(file: &Metadata) -> Result<(), SaveError<E>> {
    let user = rustix::process::geteuid();
    if !file.is_file() {
        return Err(SaveError::Unreadable(ReadError::NotAFile));
    }
    if file.mode() & 0o222 == 0 {
        return Err(SaveError::ReadOnly);
    }
    if !user.is_root() && file.uid() != user.as_raw() {
        return Err(SaveError::OtherOwner);
    }
    if file.nlink() > 1 { Err(SaveError::HardLinks) } else { Ok(()) }
}

fn replace<E>(real: &Path, beside: &PathBuf, before: &Metadata, text: &str) -> Result<(), SaveError<E>> {
    // Under the lock nobody else uses this name: what is there was left by a save that was killed.
    match fs::remove_file(beside) {
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(not_in_folder(error)),
        Ok(()) | Err(_) => {}
    }
    let replaced = write_beside(beside, before, text).and_then(|()| {
        // Nobody else may have touched the file since.
        let state = |file: &Metadata| (file.dev(), file.ino(), file.size(), file.mtime(), file.mtime_nsec());
        match fs::symlink_metadata(real) {
            Ok(now) if state(&now) == state(before) => fs::rename(beside, real).map_err(not_in_folder),
            _ => Err(SaveError::Changed),
        }
    });
    if replaced.is_err() {
        // The first error is the one to report.
        let _ = fs::remove_file(beside);
    }
    replaced
}

fn write_beside<E>(beside: &Path, before: &Metadata, text: &str) -> Result<(), SaveError<E>> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true).mode(0o600);
    let mut file = options.open(beside).map_err(not_in_folder)?;
    let made = file.metadata().map_err(SaveError::Io)?;
    if (made.uid(), made.gid()) != (before.uid(), before.gid()) {
        fchown(&file, Some(before.uid()), Some(before.gid())).map_err(|_| SaveError::OtherOwner)?;
    }
    file.set_permissions(before.permissions()).map_err(SaveError::Io)?;
    // Past a limit on file sizes (`ulimit -f`) the system kills who does not listen; with a listener the write
    // fails, and is reported.
    let heard = Arc::new(AtomicBool::new(false));
    signal_hook::flag::register(signal_hook::consts::SIGXFSZ, heard).map_err(SaveError::Io)?;
    file.write_all(text.as_bytes()).map_err(unsaved)?;
    file.sync_all().map_err(unsaved)
}

fn not_in_folder<E>(error: io::Error) -> SaveError<E> {
    match error.kind() {
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => SaveError::FolderReadOnly,
        _ => unsaved(error),
    }
}

fn unsaved<E>(error: io::Error) -> SaveError<E> {
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => SaveError::DiskFull,
        _ => SaveError::Io(error),
    }
}
