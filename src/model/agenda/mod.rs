//! A plan on a day. Here, and nowhere else, what carries a later date has not happened yet.

mod day;
mod figures;
mod item;
mod moves;
mod phase;
mod select;
mod status;

pub use day::{Agenda, Among, tell_apart};
pub(super) use figures::per_mille;
pub use figures::{By, Counts, Figures, Measure, PhaseShare, Share, shares};
pub use item::{Cancelled, History, Item, Verified};
pub use moves::MoveOnDay;
pub use phase::{PhaseOnDay, Progress};
pub use select::{Filter, STALE_DAYS, by_due};
pub use status::{Stage, Status, WhyUndated};
