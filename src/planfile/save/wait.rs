//! Trying again while something passing is in the way.

use std::io;
use std::thread;
use std::time::{Duration, Instant};

/// How long is waited between two tries.
const PAUSE: Duration = Duration::from_millis(4);

/// Tries until it succeeds or fails of something that does not pass, for so long at most.
pub(super) fn wait<T>(
    patience: Duration,
    is_passing: impl Fn(&io::Error) -> bool,
    mut attempt: impl FnMut() -> io::Result<T>,
) -> io::Result<T> {
    let mut started = None;
    loop {
        match attempt() {
            Err(error)
                if is_passing(&error) && started.get_or_insert_with(Instant::now).elapsed() < patience =>
            {
                thread::sleep(PAUSE);
            }
            tried => return tried,
        }
    }
}
