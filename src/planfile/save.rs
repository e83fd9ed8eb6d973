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
const PATIENCE: Duration = Duration::from_secs(30);
/// How long it waits between two tries.
const PAUSE: Duration = Duration::from_millis(4);

/// Why a file cannot be read.
#[derive(Debug)]
pub enum Unreadable {
    /// There is none.
    NotFound,
    /// It is a folder, a device or something else that is no file.
    NotAFile,
    /// It is larger than [`LIMIT`].
    TooLarge,
    /// The user may not.
    NotPermitted,
    /// Anything else.
    Io(io::Error),
}

/// Why a file was not changed. It is as it was.
#[derive(Debug)]
pub enum Failed<E> {
    /// The edit was refused.
    Edit(E),
    /// It cannot be read.
    Unreadable(Unreadable),
    /// It is not UTF-8.
    NotUtf8,
    /// Another program held the lock all the time.
    Locked,
    /// Another program changed it meanwhile.
    Changed,
    /// It has no write bit.
    ReadOnly,
    /// It belongs to somebody else, or the new one could not be given to the same owner.
    OtherOwner,
    /// It has more names than one, and a rename would part them.
    HardLinks,
    /// Its folder may not be written to.
    FolderReadOnly,
    /// There is no room.
    DiskFull,
    /// Anything else.
    Io(io::Error),
}

/// Reads a whole plan file. A pipe is read to its end; what has no end is refused.
///
/// # Errors
/// Whatever keeps the file from being read whole.
pub fn read(path: &Path) -> Result<Vec<u8>, Unreadable> {
    let (file, metadata) = open(path)?;
    let kind = metadata.file_type();
    if kind.is_fifo() {
        // Opened without waiting; the bytes themselves are waited for.
        rustix::fs::fcntl_setfl(&file, OFlags::empty()).map_err(|error| Unreadable::Io(error.into()))?;
    } else if !kind.is_file() {
        return Err(Unreadable::NotAFile);
    }
    read_whole(&file, &metadata)
}

fn open(path: &Path) -> Result<(File, Metadata), Unreadable> {
    let flags = OFlags::NONBLOCK.bits().cast_signed();
    let file = OpenOptions::new().read(true).custom_flags(flags).open(path).map_err(unreadable)?;
    let metadata = file.metadata().map_err(Unreadable::Io)?;
    Ok((file, metadata))
}

/// The limit holds for files that grow or lie about their size, too.
fn read_whole(file: &File, metadata: &Metadata) -> Result<Vec<u8>, Unreadable> {
    if metadata.len() > LIMIT {
        return Err(Unreadable::TooLarge);
    }
    let mut bytes = Vec::with_capacity(usize::try_from(metadata.len()).unwrap_or_default() + 1);
    file.take(LIMIT + 1).read_to_end(&mut bytes).map_err(Unreadable::Io)?;
    if bytes.len() as u64 > LIMIT { Err(Unreadable::TooLarge) } else { Ok(bytes) }
}

fn unreadable(error: io::Error) -> Unreadable {
    match error.kind() {
        ErrorKind::NotFound => Unreadable::NotFound,
        ErrorKind::PermissionDenied => Unreadable::NotPermitted,
        _ => Unreadable::Io(error),
    }
}

/// Reads the file under its lock, hands the text to `edit`, and puts the result in its place.
///
/// The file is the old one or the new one at every moment, through a symbolic link too; mode and owner stay.
///
/// # Errors
/// Whatever keeps the change from being made; then the file is as it was.
pub fn change<T, E>(path: &Path, edit: impl FnOnce(&str) -> Result<(String, T), E>) -> Result<T, Failed<E>> {
    // A pipe under /dev/fd has no path that could be replaced.
    if !open(path).map_err(Failed::Unreadable)?.1.is_file() {
        return Err(Failed::Unreadable(Unreadable::NotAFile));
    }
    let real = path.canonicalize().map_err(|error| Failed::Unreadable(unreadable(error)))?;
    let (Some(folder), Some(name)) = (real.parent(), real.file_name()) else {
        return Err(Failed::Unreadable(Unreadable::NotAFile));
    };
    let folder = lock(folder)?;
    let (file, before) = open(&real).map_err(Failed::Unreadable)?;
    permit(&before)?;
    let bytes = read_whole(&file, &before).map_err(Failed::Unreadable)?;
    let text = str::from_utf8(&bytes).map_err(|_| Failed::NotUtf8)?;
    let (new, told) = edit(text).map_err(Failed::Edit)?;
    if new != text {
        let mut beside = OsString::from(".");
        beside.push(name);
        beside.push(".plan-new");
        replace(&real, &real.with_file_name(beside), &before, &new)?;
        folder.sync_all().map_err(Failed::Io)?;
    }
    Ok(told)
}

fn lock<E>(folder: &Path) -> Result<File, Failed<E>> {
    let folder = File::open(folder).map_err(|error| unsaved(error, true))?;
    let started = Instant::now();
    loop {
        match folder.try_lock() {
            Ok(()) => return Ok(folder),
            Err(TryLockError::WouldBlock) if started.elapsed() < PATIENCE => thread::sleep(PAUSE),
            Err(TryLockError::WouldBlock) => return Err(Failed::Locked),
            Err(TryLockError::Error(error)) => return Err(Failed::Io(error)),
        }
    }
}

/// A rename asks nobody: what a direct write would have been refused is refused here.
fn permit<E>(file: &Metadata) -> Result<(), Failed<E>> {
    let user = rustix::process::geteuid();
    if !file.is_file() {
        return Err(Failed::Unreadable(Unreadable::NotAFile));
    }
    if file.mode() & 0o222 == 0 {
        return Err(Failed::ReadOnly);
    }
    if !user.is_root() && file.uid() != user.as_raw() {
        return Err(Failed::OtherOwner);
    }
    if file.nlink() > 1 { Err(Failed::HardLinks) } else { Ok(()) }
}

fn replace<E>(real: &Path, beside: &PathBuf, before: &Metadata, text: &str) -> Result<(), Failed<E>> {
    // Under the lock nobody else uses this name: what is there was left by a save that was killed.
    match fs::remove_file(beside) {
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(unsaved(error, true)),
        Ok(()) | Err(_) => {}
    }
    let replaced = write_beside(beside, before, text).and_then(|()| {
        let now = fs::symlink_metadata(real).map_err(|_| Failed::Changed)?;
        if same_file(before, &now) {
            fs::rename(beside, real).map_err(|error| unsaved(error, true))
        } else {
            Err(Failed::Changed)
        }
    });
    if replaced.is_err() {
        // The first failure is the one to report.
        let _ = fs::remove_file(beside);
    }
    replaced
}

fn write_beside<E>(beside: &Path, before: &Metadata, text: &str) -> Result<(), Failed<E>> {
    let mut file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(beside)
        .map_err(|error| unsaved(error, true))?;
    let made = file.metadata().map_err(Failed::Io)?;
    if (made.uid(), made.gid()) != (before.uid(), before.gid()) {
        fchown(&file, Some(before.uid()), Some(before.gid())).map_err(|_| Failed::OtherOwner)?;
    }
    file.set_permissions(before.permissions()).map_err(Failed::Io)?;
    survive_size_limits()?;
    file.write_all(text.as_bytes()).map_err(|error| unsaved(error, false))?;
    file.sync_all().map_err(|error| unsaved(error, false))
}

/// Past a limit on file sizes (`ulimit -f`) the system kills who does not listen; with a listener the write
/// fails, and is reported.
fn survive_size_limits<E>() -> Result<(), Failed<E>> {
    let heard = Arc::new(AtomicBool::new(false));
    signal_hook::flag::register(signal_hook::consts::SIGXFSZ, heard).map(|_| ()).map_err(Failed::Io)
}

/// Whether nobody else has touched the file since.
fn same_file(before: &Metadata, now: &Metadata) -> bool {
    let state = |file: &Metadata| (file.dev(), file.ino(), file.size(), file.mtime(), file.mtime_nsec());
    state(before) == state(now)
}

fn unsaved<E>(error: io::Error, in_folder: bool) -> Failed<E> {
    match error.kind() {
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem if in_folder => Failed::FolderReadOnly,
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => Failed::DiskFull,
        _ => Failed::Io(error),
    }
}
