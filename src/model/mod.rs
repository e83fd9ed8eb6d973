//! What a plan is: its phases, its activities, their deadlines, and how they stand on a day.
//!
//! Nothing here knows of files, the clock or the terminal.

pub mod agenda;
pub mod axis;
pub mod check;
pub mod date;
pub mod diagnostic;
pub mod diff;
pub mod draft;
pub mod key;
pub mod language;
pub mod ledger;
pub mod plan;
pub mod report;
pub mod span;
pub mod text;

pub use text::Text;
