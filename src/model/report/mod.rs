//! What there is to report upwards: a bulletin, in parts, lines and figures, without a sentence.

mod bulletin;
mod bulletins;
mod moves;
mod page;
mod parts;
mod period;
mod reminder;
mod summary;
mod todo;

pub use bulletin::Bulletin;
pub use bulletins::Bulletins;
pub use moves::{Moved, moved_ids, moves};
pub use parts::{Line, Lines, Part, PlanFigures, Standing, UnitFigures};
pub use period::{Period, PeriodName, Scope};
pub use reminder::Reminder;
pub use summary::{Carried, Completion, CurrentPhase, Subject, Summary};
pub use todo::Todo;
