//! What saving asks of Windows: the lock, what is refused, and whether a file is still the same.
//!
//! No file is replaced there while a program has it open, and a name that is being deleted is denied until it is gone.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind};
use std::os::windows::fs::{MetadataExt, OpenOptionsExt};
use std::path::{self, Path, PathBuf};
use std::time::Duration;

use winapi_util::file::{information, typ};
use windows_sys::Win32::Foundation::{
    ERROR_ACCESS_DENIED, ERROR_INVALID_NAME, ERROR_LOCK_VIOLATION, ERROR_SHARING_VIOLATION, WIN32_ERROR,
};
use windows_sys::Win32::Storage::FileSystem::{
    DELETE, FILE_ATTRIBUTE_ENCRYPTED, FILE_ATTRIBUTE_HIDDEN, FILE_ATTRIBUTE_NOT_CONTENT_INDEXED,
    FILE_ATTRIBUTE_READONLY, FILE_ATTRIBUTE_SYSTEM, FILE_ATTRIBUTE_TEMPORARY, FILE_FLAG_BACKUP_SEMANTICS,
    FILE_FLAG_DELETE_ON_CLOSE, FILE_FLAG_OPEN_REPARSE_POINT, FILE_SHARE_DELETE, FILE_SHARE_READ,
};

use super::error::{ReadError, SaveError, not_in_folder};
use super::wait::wait;

/// A name that is denied for so long is denied by its rights.
const VANISHING: Duration = Duration::from_secs(2);
/// The attributes that a new file takes over from the old one.
const KEPT: u32 = FILE_ATTRIBUTE_HIDDEN
    | FILE_ATTRIBUTE_SYSTEM
    | FILE_ATTRIBUTE_NOT_CONTENT_INDEXED
    | FILE_ATTRIBUTE_ENCRYPTED;

/// What is another after any change to the file that its time tells, to its attributes or its names.
#[derive(PartialEq, Default)]
pub(super) struct State {
    is_file: bool,
    size: u64,
    volume_and_index: (u64, u64),
    written: u64,
    attributes: u32,
    names: u64,
}

impl State {
    pub(super) fn is_file(&self) -> bool {
        self.is_file
    }

    pub(super) fn size(&self) -> u64 {
        self.size
    }
}

/// A folder can be opened as well, to be told apart.
pub(super) fn open(path: &Path) -> io::Result<(File, State)> {
    open_with(path, OpenOptions::new().read(true).custom_flags(FILE_FLAG_BACKUP_SEMANTICS))
}

/// Opens what is to be changed: until it is closed nobody writes into it.
pub(super) fn hold(path: &Path) -> io::Result<(File, State)> {
    open_with(path, OpenOptions::new().read(true).share_mode(FILE_SHARE_READ | FILE_SHARE_DELETE))
}

fn open_with(path: &Path, options: &OpenOptions) -> io::Result<(File, State)> {
    let file = unless_vanishing(|| options.open(path))?;
    let state = state(&file)?;
    Ok((file, state))
}

/// What is no file has no end.
pub(super) fn await_bytes(_: &File, state: &State) -> Result<(), ReadError> {
    if state.is_file { Ok(()) } else { Err(ReadError::NotAFile) }
}

/// Looks at a file, or at a link as such, without opening what is in it.
pub(super) fn look(path: &Path) -> io::Result<State> {
    let flags = FILE_FLAG_BACKUP_SEMANTICS | FILE_FLAG_OPEN_REPARSE_POINT;
    let mut options = OpenOptions::new();
    unless_vanishing(|| options.access_mode(0).custom_flags(flags).open(path)).and_then(|file| state(&file))
}

fn state(file: &File) -> io::Result<State> {
    if !typ(file)?.is_disk() {
        return Ok(State::default());
    }
    let (found, metadata) = (information(file)?, file.metadata()?);
    Ok(State {
        is_file: metadata.is_file(),
        size: metadata.len(),
        volume_and_index: (found.volume_serial_number(), found.file_index()),
        written: metadata.last_write_time(),
        attributes: metadata.file_attributes() & (KEPT | FILE_ATTRIBUTE_READONLY),
        names: found.number_of_links(),
    })
}

/// Returns where the file is. Some drives in memory and of networks cannot tell.
pub(super) fn real(path: &Path) -> io::Result<PathBuf> {
    path.canonicalize().or_else(|_| path::absolute(path))
}

/// Locks the place of a file until what is returned is dropped or the program ends, by a file beside `new` that nobody
/// else can open meanwhile and that goes with its handle. A server holds all to it who share the folder.
pub(super) fn lock(new: &Path) -> io::Result<File> {
    // What stands behind a colon is a stream of another file.
    if new.file_name().is_some_and(|name| name.to_string_lossy().contains(':')) {
        return Err(io::Error::from_raw_os_error(ERROR_INVALID_NAME.cast_signed()));
    }
    let mut options = OpenOptions::new();
    options.write(true).create(true).access_mode(DELETE).share_mode(0);
    options
        .attributes(FILE_ATTRIBUTE_HIDDEN | FILE_ATTRIBUTE_TEMPORARY)
        .custom_flags(FILE_FLAG_DELETE_ON_CLOSE);
    unless_vanishing(|| options.open(new.with_extension("plan-lock")))
}

/// A rename asks nobody: what a direct write would have been refused is refused here.
pub(super) fn permit<E>(file: &State) -> Result<(), SaveError<E>> {
    if !file.is_file {
        return Err(SaveError::Unreadable(ReadError::NotAFile));
    }
    if file.attributes & FILE_ATTRIBUTE_READONLY != 0 {
        return Err(SaveError::ReadOnly);
    }
    if file.names > 1 { Err(SaveError::HardLinks) } else { Ok(()) }
}

/// Makes an empty file with the attributes of `old`, or of a new file. It gets the rights that its folder hands on.
pub(super) fn make<E>(path: &Path, old: Option<&State>) -> Result<File, SaveError<E>> {
    let kept = old.map_or(0, |old| old.attributes & KEPT);
    let mut options = OpenOptions::new();
    options.write(true).create_new(true).attributes(kept);
    unless_vanishing(|| options.open(path)).map_err(not_in_folder)
}

/// Where somebody has the old file open, Windows says that the rename is denied.
pub(super) fn rename(from: &Path, to: &Path) -> io::Result<()> {
    fs::rename(from, to).map_err(|error| {
        if is(&error, &[ERROR_ACCESS_DENIED]) {
            io::Error::from_raw_os_error(ERROR_SHARING_VIOLATION.cast_signed())
        } else {
            error
        }
    })
}

/// Returns whether another program has the file open.
pub(super) fn is_in_use(error: &io::Error) -> bool {
    is(error, &[ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION])
}

fn is(error: &io::Error, numbers: &[WIN32_ERROR]) -> bool {
    error.raw_os_error().is_some_and(|number| numbers.contains(&number.cast_unsigned()))
}

fn unless_vanishing<T>(attempt: impl FnMut() -> io::Result<T>) -> io::Result<T> {
    wait(VANISHING, |error| error.kind() == ErrorKind::PermissionDenied, attempt)
}

/// A rename is last when the file system says so: there is no way to wait for it.
#[expect(clippy::unnecessary_wraps, reason = "elsewhere it can fail")]
pub(super) fn sync(_: &File) -> io::Result<()> {
    Ok(())
}
