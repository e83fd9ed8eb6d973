//! English date words: by end of July, 1-5 May 2026, mid-May to late July, M9.
//!
//! ```text
//! phrase = prefix* point [ "(" restated ")" ] [ connector point ] closing*
//! prefix = by | before | until | no later than | from | …
//! ```

mod clock;
mod connector;
pub mod dated;
pub mod names;
pub mod open_ended;
mod point;
pub mod prefix;
mod range;
pub mod today;
