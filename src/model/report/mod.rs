//! What there is to report upwards: a bulletin, in parts, lines and figures, without a sentence.

mod bulletin;
mod moves;
mod parts;
mod period;
mod reminder;
mod summary;
mod todo;

pub use bulletin::Bulletin;
pub use moves::{Moved, moved_ids, moves};
pub use parts::{Line, Part, Standing, UnitFigures};
pub use period::{Period, PeriodName, Scope};
pub use reminder::Reminder;
pub use summary::{Carried, Completion, CurrentPhase};
pub use todo::Todo;
