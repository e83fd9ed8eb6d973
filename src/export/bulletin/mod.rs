//! The bulletin, written out.

mod page;

use self::page::Marking;
use super::docx;
use super::piece::Piece;
use crate::messages::{Lacking, Messages, Reminded};
use crate::model::agenda::{Agenda, By, Item, STALE_DAYS};
use crate::model::report::{Bulletin, Line, Moved, Part, Reminder, Todo};

/// The formats of a bulletin.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    Text,
    Markdown,
    Docx,
}

impl Format {
    /// The format that the ending of a file's name stands for.
    pub fn of_ending(ending: &str) -> Option<Format> {
        match ending.to_ascii_lowercase().as_str() {
            "md" | "markdown" => Some(Format::Markdown),
            "docx" => Some(Format::Docx),
            _ => None,
        }
    }
}

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
pub fn write(bulletin: &Bulletin<'_>, dress: &Dress, format: Format, messages: &dyn Messages) -> Vec<u8> {
    let scope = &bulletin.scope;
    let title = dress.title.clone().unwrap_or_else(|| messages.report_title(bulletin));
    let mut pieces = vec![Piece::Title(title)];
    pieces.extend(messages.report_subtitle(bulletin).map(Piece::Subtitle));
    pieces.extend(dress.to.as_deref().map(|to| Piece::Addressee(messages.addressee(to))));
    pieces.extend(messages.report_opening(bulletin).map(Piece::Lone));
    pieces.push(Piece::Heading(messages.part(Part::Overview, 1, 0, scope)));
    pieces.extend(messages.overview(bulletin).into_iter().map(Piece::Paragraph));
    for (at, (part, lines)) in bulletin.parts(dress.by).iter().enumerate() {
        pieces.push(Piece::Heading(messages.part(*part, at + 2, lines.len(), scope)));
        pieces.extend(lines.is_empty().then(|| Piece::Paragraph(messages.none().to_owned())));
        pieces.extend(list(lines.iter().map(|line| messages.report_line(line, scope))));
        pieces.extend(messages.report_remark(*part).map(|remark| Piece::Paragraph(remark.to_owned())));
    }
    pieces.extend(bulletin.office.map(|office| Piece::Signature(office.to_owned())));
    pieces.push(Piece::Date(messages.full_date(scope.issued)));
    dressed(&pieces, format, messages)
}

/// Writes one unit's page out, for a chat.
pub fn write_reminder(reminder: &Reminder<'_>, format: Format, messages: &dyn Messages) -> Vec<u8> {
    let mut pieces = vec![Piece::Title(messages.reminder_title(reminder))];
    pieces.extend(messages.reminder_subtitle(reminder).map(Piece::Subtitle));
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
        pieces.push(Piece::Lone(messages.nothing_to_remind(reminder)));
    }
    for (part, lines) in parts.into_iter().filter(|(_, lines)| !lines.is_empty()) {
        pieces.push(Piece::Heading(messages.reminder_part(part, lines.len(), reminder)));
        pieces.extend(list(lines.into_iter()));
    }
    dressed(&pieces, format, messages)
}

/// Writes out what the plan itself lacks, of what `owner` answers for where that is given.
pub fn write_todo(
    agenda: &Agenda<'_>,
    owner: Option<&str>,
    format: Format,
    messages: &dyn Messages,
) -> Vec<u8> {
    let Todo { without_evidence, without_owner, stale } = Todo::new(agenda, owner);
    let lacking = [
        (Lacking::Evidence, without_evidence),
        (Lacking::Owner, without_owner),
        (Lacking::News(STALE_DAYS), stale),
    ];
    let mut pieces = vec![Piece::Title(messages.todo_title(agenda.title(), owner, agenda.day()))];
    if lacking.iter().all(|(_, items)| items.is_empty()) {
        pieces.push(Piece::Lone(messages.nothing_lacking().to_owned()));
    }
    for (what, items) in lacking.iter().filter(|(_, items)| !items.is_empty()) {
        pieces.push(Piece::Heading(messages.lacking(*what, items.len())));
        pieces.extend(list(items.iter().map(|item| format!("{} {}", item.id, item.title))));
    }
    dressed(&pieces, format, messages)
}

fn list(lines: impl Iterator<Item = String>) -> impl Iterator<Item = Piece> {
    lines.zip(1..).map(|(line, at)| Piece::Item(at, line))
}

fn dressed(pieces: &[Piece], format: Format, messages: &dyn Messages) -> Vec<u8> {
    match format {
        Format::Text => page::write(pieces, Marking::Plain, messages).into_bytes(),
        Format::Markdown => page::write(pieces, Marking::Markdown, messages).into_bytes(),
        Format::Docx => docx::letter(pieces, messages),
    }
}
