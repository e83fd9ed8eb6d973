//! Who watches is told what takes long.

use std::io::{self, IsTerminal, Write};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

/// After so long somebody who watches is told what is going on.
const PATIENCE: Duration = Duration::from_secs(1);

/// Does the work; says on a terminal what is going on while it takes longer than a moment.
pub(crate) fn telling_if_slow<T>(sentence: impl Into<String>, work: impl FnOnce() -> T) -> T {
    let sentence = sentence.into();
    let (done, watching) = mpsc::channel::<()>();
    if io::stderr().is_terminal() {
        thread::spawn(move || {
            if watching.recv_timeout(PATIENCE) == Err(mpsc::RecvTimeoutError::Timeout) {
                // Nobody can be told that it could not be said.
                let _ = io::stderr().write_all(format!("{sentence}\n").as_bytes());
            }
        });
    }
    let made = work();
    drop(done);
    made
}
