//! Texts made of what can open, close or part something are read by blocks and as a whole: `read` itself asserts
//! that both say the same, as fuzzing builds with debug assertions.

#![no_main]

use libfuzzer_sys::fuzz_target;
use plan::planfile::read;

const PIECES: &[&str] = &[
    "[plan]\ntitle = \"t\"\n",
    "[[phase]]\nid = \"P1\"\n",
    "[[activity]]\n",
    "[[activity]]\r\n",
    "id = \"A1\"\n",
    "title = ",
    "due = 2018-05-24\n",
    "notes = [\n",
    "{ on = 2018-05-24, text = \"x\" },\n",
    "[[activity.notes]]\n",
    "[activity.x-more]\n",
    "activity",
    "x-",
    "done",
    " = ",
    "=",
    "\"",
    "'",
    "\"\"\"",
    "'''",
    "[",
    "]",
    "{",
    "}",
    ",",
    ".",
    "#",
    "\\",
    "\n",
    "\r",
    "\0",
    "\t",
    " ",
    "\u{FEFF}",
    "五",
    "1",
];

fuzz_target!(|bytes: &[u8]| {
    let text: String = bytes.iter().map(|byte| PIECES[usize::from(*byte) % PIECES.len()]).collect();
    let _ = read(&text);
});
