//! What there is to report upwards: a bulletin, in parts, lines and entries.

mod bulletin;
mod parts;

pub use bulletin::{Bulletin, Moved};
pub use parts::{Current, Entry, Line, Overview, Part};
