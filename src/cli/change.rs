//! A change of the plan file, from the ids that were typed to what is said of it.
//!
//! The file is read, edited, checked and replaced under its lock; what a command wants to change it works
//! out from the text that is there at that moment.

use super::answer::{Answer, CommandError};
use super::context::{Context, Opened};
use super::ids;
use super::locate::{self, Located};
use super::table::head;
use crate::messages::{Confirmation, FileError, Listing, Messages};
use crate::model::plan::Activity;
use crate::planfile::Source;
use crate::planfile::edit::{Edit, EditError, edit};
use crate::planfile::save;
use crate::terminal::one_line;

/// What a command wants to do to the plan, and what it says of it.
#[derive(Default)]
pub(crate) struct Change<'a> {
    /// The edits; none where nothing is to change.
    pub(crate) edits: Vec<Edit<'a>>,
    /// What is said before anything else.
    pub(crate) first: Option<String>,
    /// What is said of each activity: its title line, and sentences below it.
    pub(crate) said: Vec<(String, Vec<String>)>,
    /// The arguments of the commands that take it back.
    pub(crate) take_back: Vec<String>,
}

impl Change<'_> {
    /// Notes what is said of an activity or a phase.
    pub(crate) fn say(&mut self, title: String, sentences: Vec<String>) {
        self.said.push((title, sentences));
    }
}

/// Plans a change of each activity that `ids` name, in their order.
pub(crate) fn each<'o>(
    ids: &[String],
    opened: &'o Opened<'o>,
    located: &Located,
    plan_one: impl Fn(&'o Activity<'o>, &mut Change<'o>) -> anyhow::Result<()>,
) -> anyhow::Result<Change<'o>> {
    let mut change = Change::default();
    for at in ids::activities(ids, opened, located)? {
        plan_one(&opened.plan.activities[at], &mut change)?;
    }
    Ok(change)
}

/// Returns the line that names an activity or a phase.
pub(crate) fn title(id: &str, title: &str) -> String {
    format!("{id} {}", one_line(title))
}

/// What every command that writes takes.
pub(crate) struct Request<'r> {
    /// The verb and the ids, as they would have to be typed again.
    pub(crate) command: &'r str,
    /// Whether nothing is to be written.
    pub(crate) dry_run: bool,
}

/// Carries out what `plan_change` wants, all or nothing.
pub(crate) fn carry_out(
    request: &Request<'_>,
    context: &Context,
    plan_change: impl for<'o> Fn(&'o Opened<'o>, &Located) -> anyhow::Result<Change<'o>>,
) -> anyhow::Result<Answer> {
    let (located, path) = locate::find_to_change(context, request.command)?;
    let edit_text = |text: &str| -> anyhow::Result<(String, String)> {
        let source = Source { name: located.name.clone(), text: text.to_owned() };
        let opened = context.open(&source)?;
        let change = plan_change(&opened, &located)?;
        let edited =
            edit(text, &change.edits).map_err(|refused| edit_error(&refused, &located, opened.messages))?;
        let mut report = report(&change, &opened, &located, edited.line, context);
        if request.dry_run {
            report.push_str(&opened.messages.confirmation(&Confirmation::DryRun));
            report.push('\n');
        }
        Ok((edited.text, report))
    };
    if request.dry_run {
        let (_, source) = context.source()?;
        let (_, out) = edit_text(&source.text)?;
        return Ok(Answer::of(out));
    }
    let saved = save::change(&path, edit_text);
    saved.map(Answer::of).map_err(|failed| locate::unsaved(&located.name, failed, context.messages(None)))
}

fn report(
    change: &Change<'_>,
    opened: &Opened<'_>,
    located: &Located,
    line: Option<usize>,
    context: &Context,
) -> String {
    let messages = opened.messages;
    let mut lines: Vec<String> = Vec::new();
    lines.extend(change.first.clone());
    for (title, sentences) in &change.said {
        lines.push(title.clone());
        lines.extend(sentences.iter().map(|sentence| format!("  {}", one_line(sentence))));
    }
    for command in &change.take_back {
        lines.push(format!(
            "  {}",
            messages.confirmation(&Confirmation::TakeBack { command: located.command(command) })
        ));
    }
    let file = located.name.as_str();
    let place = line.map_or_else(|| file.to_owned(), |line| messages.listing(&Listing::Line { file, line }));
    lines.push(head(&opened.plan, &place, context.screen).trim_end().to_owned());
    lines.join("\n") + "\n"
}

fn edit_error(refused: &EditError, located: &Located, messages: &dyn Messages) -> CommandError {
    let file = located.name.as_str();
    match refused {
        EditError::MultiLineInlineTable(id) => {
            CommandError::new(messages.file_error(&FileError::InlineTable { id }))
                .hint(messages.file_error(&FileError::InlineTableHint))
        }
        EditError::HoldsComment(id) => {
            CommandError::new(messages.file_error(&FileError::HoldsComment { id }))
                .hint(messages.file_error(&FileError::EditByHand))
        }
        EditError::NoSuchEntry(id) | EditError::WrongKind(id) => {
            CommandError::new(messages.file_error(&FileError::CannotEdit { id }))
        }
        EditError::NotToml | EditError::WouldChangeOtherThings => {
            CommandError::new(messages.file_error(&FileError::WouldBreak { file }))
        }
    }
}
