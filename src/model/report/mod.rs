//! What there is to report upwards: a bulletin, in parts, lines and entries.

mod bulletin;
mod parts;

pub use bulletin::Bulletin;
pub use parts::{CurrentPhase, Line, Moved, Part};
