//! Arbitrary bytes are read as each kind of text: no panic, no hang, and nothing but a document or a reason.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    for name in ["plan.txt", "plan.md", "plan.csv"] {
        let _ = plan::import::read(name, bytes);
    }
});
