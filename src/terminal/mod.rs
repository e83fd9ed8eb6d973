//! The terminal: tables, colour, and text folded to its width.

mod lines;
mod paint;
mod table;

pub use self::lines::{Beside, beside, caret, field, width};
pub use self::paint::{Terminal, Tone, paint};
pub use self::table::{Cell, Section, Table, hang};
