//! The bulletin, written out.

mod page;

use self::page::Marking;
use super::docx;
use super::piece::Piece;
use crate::messages::{Lacking, Messages, Reminded};
use crate::model::agenda::{Agenda, By, STALE_DAYS};
use crate::model::report::{Bulletin, Bulletins, Lines, Part, Reminder, Subject, Summary, Todo};

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
    let parts = bulletin.parts(dress.by);
    dressed(&pieces(&bulletin.summary, &parts, bulletin.office, dress, messages), format, messages)
}

/// Writes the bulletin on several plans out.
pub fn write_all(all: &Bulletins<'_>, dress: &Dress, format: Format, messages: &dyn Messages) -> Vec<u8> {
    let parts = all.parts(dress.by);
    dressed(&pieces(&all.summary, &parts, all.office(), dress, messages), format, messages)
}

fn pieces(
    summary: &Summary<'_>,
    parts: &[(Part, Lines<'_>)],
    office: Option<&str>,
    dress: &Dress,
    messages: &dyn Messages,
) -> Vec<Piece> {
    let scope = &summary.scope;
    let title = dress.title.clone().unwrap_or_else(|| messages.report_title(summary));
    let mut pieces = vec![Piece::Title(title)];
    pieces.extend(messages.report_subtitle(summary).map(Piece::Subtitle));
    pieces.extend(dress.to.as_deref().map(|to| Piece::Addressee(messages.addressee(to))));
    let opening = [messages.report_opening(summary), left_out(summary.subject, messages)];
    let opening: Vec<String> = opening.into_iter().flatten().collect();
    pieces.extend((!opening.is_empty()).then(|| Piece::Lone(opening.join(messages.gap()))));
    pieces.push(Piece::Heading(messages.part(Part::Overview, 1, 0, scope)));
    pieces.extend(messages.overview(summary).into_iter().map(Piece::Paragraph));
    for (at, (part, lines)) in parts.iter().enumerate() {
        pieces.push(Piece::Heading(messages.part(*part, at + 2, lines.len(), scope)));
        pieces.extend(lines.is_empty().then(|| Piece::Paragraph(messages.none().to_owned())));
        pieces.extend(list(said(lines, messages)));
        pieces.extend(messages.report_remark(*part).map(|remark| Piece::Paragraph(remark.to_owned())));
    }
    pieces.extend(office.map(|office| Piece::Signature(office.to_owned())));
    pieces.push(Piece::Date(messages.full_date(scope.issued)));
    pieces
}

/// Returns the sentence that says how many plans could not be read, if any.
fn left_out(subject: Subject<'_>, messages: &dyn Messages) -> Option<String> {
    match subject {
        Subject::Plans { unread: unread @ 1.., .. } => Some(messages.left_out(unread)),
        Subject::Plans { .. } | Subject::Plan(_) => None,
    }
}

fn said(lines: &Lines<'_>, messages: &dyn Messages) -> impl Iterator<Item = String> {
    lines.iter().map(|(line, scope)| messages.report_line(line, scope))
}

/// Writes one unit's page out, for a chat.
pub fn write_reminder(reminder: &Reminder<'_>, format: Format, messages: &dyn Messages) -> Vec<u8> {
    let mut pieces = vec![Piece::Title(messages.reminder_title(reminder))];
    pieces.extend(messages.reminder_subtitle(reminder).map(Piece::Subtitle));
    pieces.extend(left_out(reminder.subject, messages).map(Piece::Lone));
    let Reminder { overdue, due, moves, .. } = reminder;
    if overdue.is_empty() && due.is_empty() {
        pieces.push(Piece::Lone(messages.nothing_to_remind(reminder)));
    }
    let parts = [(Reminded::Overdue, overdue), (Reminded::Due, due), (Reminded::Moved, moves)];
    for (part, lines) in parts.into_iter().filter(|(_, lines)| !lines.is_empty()) {
        pieces.push(Piece::Heading(messages.reminder_part(part, lines.len(), reminder)));
        pieces.extend(list(said(lines, messages)));
    }
    dressed(&pieces, format, messages)
}

/// Writes out what a plan itself lacks, or each of several of which so many others could not be read; of what `owner`
/// answers for, where that is given.
pub fn write_todo(
    agendas: &[Agenda<'_>],
    unread: usize,
    owner: Option<&str>,
    format: Format,
    messages: &dyn Messages,
) -> Vec<u8> {
    let mut pieces = Vec::new();
    for agenda in agendas {
        let lacking = lacking(agenda, owner, messages);
        if !lacking.is_empty() || agenda.among().is_none() {
            pieces.push(Piece::Title(messages.todo_title(agenda.title(), owner, agenda.day())));
        }
        pieces.extend(lacking);
    }
    if !pieces.iter().any(|piece| matches!(piece, Piece::Heading(_))) {
        pieces.push(Piece::Lone(messages.nothing_lacking().to_owned()));
    }
    pieces.extend((unread > 0).then(|| Piece::Lone(messages.left_out(unread))));
    dressed(&pieces, format, messages)
}

fn lacking(agenda: &Agenda<'_>, owner: Option<&str>, messages: &dyn Messages) -> Vec<Piece> {
    let Todo { without_evidence, without_owner, stale } = Todo::new(agenda, owner);
    let lacking = [
        (Lacking::Evidence, without_evidence),
        (Lacking::Owner, without_owner),
        (Lacking::News(STALE_DAYS), stale),
    ];
    let id = |id: &str| agenda.among().map_or_else(|| id.to_owned(), |plan| plan.id(id));
    let mut pieces = Vec::new();
    for (what, items) in lacking.iter().filter(|(_, items)| !items.is_empty()) {
        pieces.push(Piece::Heading(messages.lacking(*what, items.len())));
        pieces.extend(list(items.iter().map(|item| format!("{} {}", id(item.id), item.title))));
    }
    pieces
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
