//! What is handed out.

use crate::messages::Messages;
use crate::model::agenda::{Agenda, Item};

/// Activities of a plan on a day.
pub struct Timetable<'t, 'p> {
    pub agenda: &'t Agenda<'p>,
    pub items: &'t [Item<'p>],
    /// The name of the plan file.
    pub file: &'t str,
    pub messages: &'static dyn Messages,
}
