//! Why a file was not read or not saved.

use std::io;

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

/// Why a file was not saved. It is as it was.
#[derive(Debug)]
pub enum SaveError<E> {
    Edit(E),
    Unreadable(ReadError),
    NotUtf8,
    /// It would be larger than what can be read again.
    TooLarge,
    /// Another change has held the lock for too long.
    Locked,
    /// Another program has had it open for too long, and there an open file cannot be replaced.
    InUse,
    Changed,
    ReadOnly,
    /// It belongs to somebody else, or the new one could not be given to the same owner.
    OtherOwner,
    /// Its group is one to which the new one could not be given.
    OtherGroup,
    /// It has more names than one, and a rename would part them.
    HardLinks,
    /// A new file is already there.
    AlreadyThere,
    /// A new file would be written over a plan.
    IsPlan,
    NoFolder,
    FolderReadOnly,
    DiskFull,
    Io(io::Error),
}

/// Returns why something could not be done in the file's folder.
pub(super) fn not_in_folder<E>(error: io::Error) -> SaveError<E> {
    match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => SaveError::NoFolder,
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => SaveError::FolderReadOnly,
        _ => unsaved(error),
    }
}

/// Returns why the bytes of a file could not be written.
pub(super) fn unsaved<E>(error: io::Error) -> SaveError<E> {
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => {
            SaveError::DiskFull
        }
        _ => SaveError::Io(error),
    }
}

pub(super) fn unreadable(error: io::Error) -> ReadError {
    match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::InvalidFilename => ReadError::NotFound,
        io::ErrorKind::PermissionDenied => ReadError::NotPermitted,
        _ => ReadError::Io(error),
    }
}
