//! What saving asks of a Unix system: the lock, the rights, and whether a file is still the same.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, ErrorKind};
use std::os::unix::fs::{FileTypeExt, MetadataExt, OpenOptionsExt, fchown};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use rustix::fs::OFlags;

use super::error::{ReadError, SaveError, not_in_folder};

pub(super) use std::fs::rename;

/// What is another after any change to the file, of what stands in it or of its rights and names.
pub(super) struct State(Metadata);

impl State {
    pub(super) fn is_file(&self) -> bool {
        self.0.is_file()
    }

    pub(super) fn size(&self) -> u64 {
        self.0.size()
    }
}

impl PartialEq for State {
    fn eq(&self, other: &State) -> bool {
        // A program can set the time of the last write, but not that of the last change.
        let all = |State(file): &State| {
            let times = (file.mtime(), file.mtime_nsec(), file.ctime(), file.ctime_nsec());
            (file.dev(), file.ino(), file.size(), times)
        };
        all(self) == all(other)
    }
}

/// Opens without waiting: what is opened may be a pipe.
pub(super) fn open(path: &Path) -> io::Result<(File, State)> {
    let flags = OFlags::NONBLOCK.bits().cast_signed();
    let file = OpenOptions::new().read(true).custom_flags(flags).open(path)?;
    let state = State(file.metadata()?);
    Ok((file, state))
}

/// Opens what is to be changed; who writes into it meanwhile is noticed.
pub(super) fn hold(path: &Path) -> io::Result<(File, State)> {
    open(path)
}

/// Sees to it that the bytes of a pipe are waited for; what has no end is refused.
pub(super) fn await_bytes(file: &File, State(metadata): &State) -> Result<(), ReadError> {
    let kind = metadata.file_type();
    if kind.is_fifo() {
        return rustix::fs::fcntl_setfl(file, OFlags::empty()).map_err(|error| ReadError::Io(error.into()));
    }
    if kind.is_file() { Ok(()) } else { Err(ReadError::NotAFile) }
}

/// Looks at a file, or at a link as such.
pub(super) fn look(path: &Path) -> io::Result<State> {
    fs::symlink_metadata(path).map(State)
}

/// Returns where the file is, whatever links lead to it.
pub(super) fn real(path: &Path) -> io::Result<PathBuf> {
    path.canonicalize()
}

/// Returns the folder of `new`, locked until it is dropped.
pub(super) fn lock(new: &Path) -> io::Result<File> {
    let folder = new.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = File::open(folder.unwrap_or(Path::new(".")))?;
    folder.try_lock()?;
    Ok(folder)
}

/// Returns whether another program has the lock.
pub(super) fn is_in_use(error: &io::Error) -> bool {
    error.kind() == ErrorKind::WouldBlock
}

/// A rename asks nobody: what a direct write would have been refused is refused here.
pub(super) fn permit<E>(State(file): &State) -> Result<(), SaveError<E>> {
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
pub(super) fn make<E>(path: &Path, old: Option<&State>) -> Result<File, SaveError<E>> {
    let mode = if old.is_some() { 0o600 } else { 0o666 };
    let file =
        OpenOptions::new().write(true).create_new(true).mode(mode).open(path).map_err(not_in_folder)?;
    hear_of_limits().map_err(SaveError::Io)?;
    if let Some(State(old)) = old {
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
fn hear_of_limits() -> io::Result<()> {
    let heard = Arc::new(AtomicBool::new(false));
    signal_hook::flag::register(signal_hook::consts::SIGXFSZ, heard).map(drop)
}

/// Makes a rename in the folder last. Where a file system knows no such thing there is nothing to wait for.
pub(super) fn sync(folder: &File) -> io::Result<()> {
    match folder.sync_all() {
        Err(error) if matches!(error.kind(), ErrorKind::InvalidInput | ErrorKind::Unsupported) => Ok(()),
        synced => synced,
    }
}
