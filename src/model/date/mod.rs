//! Date words out of official plans, Chinese and English.
//!
//! Words are parsed once, without a year, and then placed in the year that the plan gives them:
//!
//! ```text
//! words --normalise--> text --chinese | english--> DatePhrase --resolve, search, place--> Reading
//! ```
//!
//! Everything ends in a reading or in a question ([`Unclear`]). Text that the grammar does not
//! understand to its last character is never read in part: the part left out could be the 不 of a
//! 不含, and a wrong date is worse than no date.

mod adjacent;
mod ahead;
mod calendar;
mod chinese;
mod counted;
mod cursor;
mod english;
mod hints;
mod no_such_day;
mod normalise;
mod numerals;
mod numeric;
mod open_end;
mod parse;
mod past;
mod period;
mod phrase;
mod place;
mod range;
mod reading;
mod resolve;
mod rhythm;
mod search;
mod settle;
#[cfg(test)]
mod tests;
mod today;
mod unclear;
mod zone;

pub use ahead::{day_from, has_no_year};
pub use calendar::{Calendar, Dotted};
pub use counted::Side;
pub use hints::{Unread, unread};
pub use no_such_day::days_beside;
pub use open_end::{OpenEnd, open_end};
pub use past::day_not_after;
pub use period::period;
pub use phrase::DatePhrase;
pub use range::DateRange;
pub use reading::{Reading, Repair, When, WrongWeekday};
pub use rhythm::Rhythm;
pub use today::written_out;
pub use unclear::{Hint, Unclear};
pub use zone::Zone;
