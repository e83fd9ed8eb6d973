//! The bulletin, written out.

mod markdown;
mod page;

use self::page::Page;
use crate::messages::{Lacking, Messages, Reminded};
use crate::model::agenda::{Agenda, By, Item, STALE_DAYS};
use crate::model::report::{Bulletin, Line, Moved, Part, Reminder, Todo};

pub use self::markdown::escaped;
pub use self::page::Format;

/// What the one who sends a bulletin says with it.
#[derive(Debug, Default)]
pub struct Dress {
    /// In place of the title.
    pub title: Option<String>,
    /// To whom it goes.
    pub to: Option<String>,
    /// The figures of each share stand among the parts.
    pub by: Option<By>,
}

/// Writes a bulletin out.
pub fn write(bulletin: &Bulletin<'_>, dress: &Dress, format: Format, messages: &dyn Messages) -> String {
    let scope = &bulletin.scope;
    let mut page = Page::new(messages, format);
    page.title(dress.title.as_deref().unwrap_or(&messages.report_title(bulletin)));
    page.subtitle(messages.report_subtitle(bulletin).as_deref());
    let opening = dress.to.as_deref().map(|to| messages.addressee(to)).into_iter();
    for paragraph in opening.chain(messages.report_opening(bulletin)) {
        page.apart(&paragraph);
    }
    page.heading(&messages.part(Part::Overview, 1, 0, scope));
    for paragraph in messages.overview(bulletin) {
        page.paragraph(&paragraph);
    }
    for (at, (part, lines)) in bulletin.parts(dress.by).iter().enumerate() {
        page.heading(&messages.part(*part, at + 2, lines.len(), scope));
        if lines.is_empty() {
            page.paragraph(messages.none());
        }
        page.list(lines.iter().map(|line| messages.report_line(line, scope)));
        if let Some(remark) = messages.report_remark(*part) {
            page.paragraph(remark);
        }
    }
    page.closing(bulletin.office, &messages.full_date(scope.issued));
    page.into_text()
}

/// Writes one unit's page out, for a chat.
pub fn write_reminder(reminder: &Reminder<'_>, format: Format, messages: &dyn Messages) -> String {
    let mut page = Page::new(messages, format);
    page.title(&messages.reminder_title(reminder));
    page.subtitle(messages.reminder_subtitle(reminder).as_deref());
    let Reminder { overdue, due, moves, .. } = reminder;
    let scope = &reminder.scope;
    let item = |item: &Item<'_>| messages.reminder_item(item, scope);
    let moved = |moved: &Moved<'_>| messages.report_line(&Line::Moved(*moved), scope);
    let parts: [(Reminded, Vec<String>); 3] = [
        (Reminded::Overdue, overdue.iter().map(item).collect()),
        (Reminded::Due, due.iter().map(item).collect()),
        (Reminded::Moved, moves.iter().map(moved).collect()),
    ];
    if overdue.is_empty() && due.is_empty() {
        page.apart(&messages.nothing_to_remind(reminder));
    }
    for (part, lines) in parts.into_iter().filter(|(_, lines)| !lines.is_empty()) {
        page.heading(&messages.reminder_part(part, lines.len(), reminder));
        page.list(lines.into_iter());
    }
    page.into_text()
}

/// Writes out what the plan itself lacks, of what `owner` answers for where that is given.
pub fn write_todo(
    agenda: &Agenda<'_>,
    owner: Option<&str>,
    format: Format,
    messages: &dyn Messages,
) -> String {
    let Todo { without_evidence, without_owner, stale } = Todo::new(agenda, owner);
    let lacking = [
        (Lacking::Evidence, without_evidence),
        (Lacking::Owner, without_owner),
        (Lacking::News(STALE_DAYS), stale),
    ];
    let mut page = Page::new(messages, format);
    page.title(&messages.todo_title(agenda.title(), owner, agenda.day()));
    if lacking.iter().all(|(_, items)| items.is_empty()) {
        page.apart(messages.nothing_lacking());
    }
    for (what, items) in lacking.iter().filter(|(_, items)| !items.is_empty()) {
        page.heading(&messages.lacking(*what, items.len()));
        page.list(items.iter().map(|item| format!("{} {}", item.id, item.title)));
    }
    page.into_text()
}
