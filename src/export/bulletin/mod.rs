//! The bulletin, written out.

mod page;

use self::page::Page;
use crate::messages::Messages;
use crate::model::agenda::By;
use crate::model::report::{Bulletin, Part};

pub use self::page::Format;

/// Writes `bulletin` out, with the figures of each share.
pub fn write(bulletin: &Bulletin<'_, '_>, by: Option<By>, format: Format, messages: &dyn Messages) -> String {
    let agenda = bulletin.agenda;
    let mut page = Page::new(messages, format);
    page.title(&messages.report_title(agenda.title()));
    page.paragraph(&messages.report_day(agenda.day(), bulletin.period));
    page.part(Part::Overview, 0);
    page.paragraph(&messages.overview(bulletin));
    for current in bulletin.current_phases() {
        page.paragraph(&messages.current_phase(&current, agenda.day()));
    }
    for (part, lines) in bulletin.parts(by) {
        page.list(part, &lines, agenda.day());
    }
    if let Some(office) = agenda.office() {
        page.closing(office, &messages.full_date(agenda.day()));
    }
    page.into_text()
}
