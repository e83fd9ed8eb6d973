//! Arbitrary bytes are read as each kind of text, and what was read is understood: no panic, no hang, and nothing but a
//! plan or a reason.

#![no_main]

use libfuzzer_sys::fuzz_target;
use plan::import;
use plan::outline::{Choice, understand};

fuzz_target!(|bytes: &[u8]| {
    for name in ["plan.txt", "plan.md", "plan.csv"] {
        if let Ok(document) = import::read(name, bytes) {
            let _ = understand(&document, &Choice::default());
        }
    }
});
