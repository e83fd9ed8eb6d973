//! stub
use std::path::Path;
/// l
pub const LIMIT: u64 = 64 << 20;
/// u
#[expect(missing_docs)]
#[derive(Debug)]
pub enum Unreadable {
    NotFound,
    NotAFile(String),
    TooLarge(u64),
    NotPermitted,
    Io(std::io::Error),
}
/// f
#[expect(missing_docs)]
pub enum Failed<E> {
    Edit(E),
    Other(std::io::Error),
}
/// r
pub fn read(path: &Path) -> Result<Vec<u8>, Unreadable> {
    std::fs::read(path).map_err(Unreadable::Io)
}
/// c
pub fn change<T, E>(path: &Path, edit: impl FnOnce(&str) -> Result<(String, T), E>) -> Result<T, Failed<E>> {
    let text = std::fs::read_to_string(path).map_err(Failed::Other)?;
    let (new, t) = edit(&text).map_err(Failed::Edit)?;
    std::fs::write(path, new).map_err(Failed::Other)?;
    Ok(t)
}
