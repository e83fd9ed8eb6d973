//! Word documents: the bulletin as a letter, the timetable as a table, one for each plan. ECMA-376, part 1.

mod letter;
mod package;
mod paragraph;
mod table;

pub(super) use letter::letter;
pub(super) use table::timetables;
