//! English date words: by end of July, 1-5 May 2026, mid-May to late July, Q3 and Q4, M9.
//!
//! ```text
//! phrase = prefix* point [ connector point | joiner point | "(" restated ")" ] afterwards*
//! prefix = by | before | until | no later than | from | expected | completion date | …
//! ```

pub mod beside;
mod clock;
mod connector;
pub mod dated;
mod joined;
mod label;
pub mod names;
pub mod open_ended;
mod point;
pub mod prefix;
mod range;
mod rhythm;
pub mod today;
mod unit;
mod year;
mod zones;
