//! What saving asks of a Unix system: the lock, the rights, and whether a file is still the same.

use std::fs::{File, Metadata, OpenOptions, TryLockError};
use std::io::{self, ErrorKind};
use std::os::unix::fs::{FileTypeExt, MetadataExt, OpenOptionsExt, fchown};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use rustix::fs::OFlags;

use super::error::{ReadError, SaveError, not_in_folder, unreadable};

/// Opens without waiting: what is opened may be a pipe.
pub(super) fn open(path: &Path) -> Result<(File, Metadata), ReadError> {
    let flags = OFlags::NONBLOCK.bits().cast_signed();
    let file = OpenOptions::new().read(true).custom_flags(flags).open(path).map_err(unreadable)?;
    let metadata = file.metadata().map_err(ReadError::Io)?;
    Ok((file, metadata))
}

/// Sees to it that the bytes of a pipe are waited for; what has no end is refused.
pub(super) fn await_bytes(file: &File, metadata: &Metadata) -> Result<(), ReadError> {
    let kind = metadata.file_type();
    if kind.is_fifo() {
        return rustix::fs::fcntl_setfl(file, OFlags::empty()).map_err(|error| ReadError::Io(error.into()));
    }
    if kind.is_file() { Ok(()) } else { Err(ReadError::NotAFile) }
}

/// Returns the folder, locked until it is dropped; None while somebody else has the lock.
pub(super) fn try_lock<E>(folder: &Path) -> Result<Option<File>, SaveError<E>> {
    let folder = File::open(folder).map_err(not_in_folder)?;
    match folder.try_lock() {
        Ok(()) => Ok(Some(folder)),
        Err(TryLockError::WouldBlock) => Ok(None),
        Err(TryLockError::Error(error)) => Err(SaveError::Io(error)),
    }
}

/// A rename asks nobody: what a direct write would have been refused is refused here.
pub(super) fn permit<E>(file: &Metadata) -> Result<(), SaveError<E>> {
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

/// Makes an empty file with the owner, the group and the mode of `old`, or of a new file.
pub(super) fn make<E>(path: &Path, old: Option<&Metadata>) -> Result<File, SaveError<E>> {
    let mode = if old.is_some() { 0o600 } else { 0o666 };
    let file =
        OpenOptions::new().write(true).create_new(true).mode(mode).open(path).map_err(not_in_folder)?;
    if let Some(old) = old {
        let new = file.metadata().map_err(SaveError::Io)?;
        if (new.uid(), new.gid()) != (old.uid(), old.gid()) {
            let is_own = new.uid() == old.uid();
            fchown(&file, Some(old.uid()), Some(old.gid()))
                .map_err(|_| if is_own { SaveError::OtherGroup } else { SaveError::OtherOwner })?;
        }
        file.set_permissions(old.permissions()).map_err(SaveError::Io)?;
    }
    Ok(file)
}

/// Past a limit on file sizes (`ulimit -f`) the system kills who does not listen; with a listener the write fails,
/// and is reported.
pub(super) fn hear_of_limits() -> io::Result<()> {
    let heard = Arc::new(AtomicBool::new(false));
    signal_hook::flag::register(signal_hook::consts::SIGXFSZ, heard).map(drop)
}

/// Returns what is another after any change to the file, of what stands in it or of its rights and names.
pub(super) fn state(file: &Metadata) -> impl PartialEq + use<> {
    // A program can set the time of the last write, but not that of the last change.
    let changed = (file.ctime(), file.ctime_nsec());
    (file.dev(), file.ino(), file.size(), file.mtime(), file.mtime_nsec(), changed)
}

/// Makes a rename in the folder last. Where a file system knows no such thing there is nothing to wait for.
pub(super) fn sync(folder: &File) -> io::Result<()> {
    match folder.sync_all() {
        Err(error) if matches!(error.kind(), ErrorKind::InvalidInput | ErrorKind::Unsupported) => Ok(()),
        synced => synced,
    }
}
