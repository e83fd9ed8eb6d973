//! A change of the plan file, from the ids that were typed to what is said of it.
//!
//! The file is read, edited, checked and replaced under its lock; what a command wants to change it works
//! out from the text that is there at that moment.

use chrono::NaiveDate;

use super::answer::Answer;
use super::context::Context;
use super::error::CommandError;
use super::ids;
use super::locate::{self, Located};
use super::opened::Opened;
use super::screen;
use crate::messages::{Confirmation, FileError, Listing, Messages};
use crate::model::plan::{Entry, Index};
use crate::model::text::one_line;
use crate::planfile::Source;
use crate::planfile::edit::{Edit, EditError, Value, edit};
use crate::planfile::save::{self, SaveError};

/// What a command wants to do to the plan, and what it says of it.
#[derive(Default)]
pub(crate) struct Change<'a> {
    /// The edits; none where nothing is to change.
    pub(crate) edits: Vec<Edit<'a>>,
    /// What is said before anything else.
    pub(crate) first: Option<String>,
    /// What is said of each activity or phase: its title line, and sentences below it.
    said: Vec<(String, Vec<String>)>,
    /// The arguments of the commands that take it back.
    pub(crate) take_back: Vec<String>,
}

impl Change<'_> {
    /// Notes what is said of an activity or a phase.
    pub(crate) fn say(&mut self, id: &str, title: &str, sentences: Vec<String>) {
        self.said.push((format!("{id} {}", one_line(title)), sentences));
    }
}

/// Returns what stands in the file.
pub(crate) fn entry<'o>(at: Index, opened: &'o Opened<'_>) -> Entry<'o> {
    opened.plan.entry(at)
}

/// Returns what stands in the file of every activity, in its order.
pub(crate) fn entries<'o>(opened: &'o Opened<'_>) -> impl DoubleEndedIterator<Item = Entry<'o>> {
    (0..opened.plan.activities().count()).map(|at| opened.plan.entry(Index::Activity(at)))
}

/// Returns an entry of `notes`.
pub(crate) fn note_entry(on: NaiveDate, text: &str) -> Value<'static> {
    Value::Record(vec![("on", Value::Date(on)), ("text", Value::Text(text.to_owned().into()))])
}

/// Plans a change of each activity that `ids` name, in their order.
pub(crate) fn each<'o>(
    ids: &[String],
    opened: &'o Opened<'o>,
    plan_one: impl Fn(&Entry<'o>, &mut Change<'o>) -> anyhow::Result<()>,
) -> anyhow::Result<Change<'o>> {
    let mut change = Change::default();
    for at in ids::activities(ids, opened)? {
        plan_one(&entry(Index::Activity(at), opened), &mut change)?;
    }
    Ok(change)
}

/// Carries out what `plan_change` wants, all or nothing. `command` is the verb and the ids, as they would have to
/// be typed again.
pub(crate) fn carry_out(
    command: &str,
    dry_run: bool,
    context: &Context,
    plan_change: impl for<'o> Fn(&'o Opened<'o>) -> anyhow::Result<Change<'o>>,
) -> anyhow::Result<Answer> {
    let (located, path) = locate::find_to_change(context.file.as_deref(), command, context.messages(None))?;
    let edit_text = |text: &str| -> anyhow::Result<(String, String)> {
        let source = Source { name: located.name.clone(), text: text.to_owned() };
        let opened = context.open(&source, &located)?;
        let change = plan_change(&opened)?;
        let edited =
            edit(text, &change.edits).map_err(|error| edit_error(&error, &located, opened.messages))?;
        let mut report = report(&change, &opened, edited.line);
        if dry_run {
            report.extend([&opened.messages.confirmation(&Confirmation::DryRun), "\n"]);
        }
        Ok((edited.text, report))
    };
    if dry_run {
        let (_, source) = context.source()?;
        return edit_text(&source.text).map(|(_, report)| report.into());
    }
    save::change(&path, edit_text).map(Answer::from).map_err(|error| {
        let messages = match error {
            // What is no file may be a pipe that never ends.
            SaveError::Unreadable(_) => context.messages(None),
            _ => context.messages_for(&save::read(&path).unwrap_or_default()),
        };
        CommandError::of_save(&located.name, error, messages)
    })
}

fn report(change: &Change<'_>, opened: &Opened<'_>, line: Option<usize>) -> String {
    let messages = opened.messages;
    let mut lines: Vec<String> = Vec::new();
    lines.extend(change.first.clone());
    for (title, sentences) in &change.said {
        lines.push(title.clone());
        lines.extend(sentences.iter().map(|sentence| format!("  {}", one_line(sentence))));
    }
    for command in &change.take_back {
        let command = opened.located.command(command);
        lines.push(format!("  {}", messages.confirmation(&Confirmation::TakeBack { command })));
    }
    let file = opened.file();
    let place = line.map_or_else(|| file.to_owned(), |line| messages.listing(&Listing::Line { file, line }));
    lines.join("\n") + "\n" + &screen::head(opened.plan.title(), &place, opened.terminal)
}

fn edit_error(error: &EditError, located: &Located, messages: &dyn Messages) -> CommandError {
    let file = located.name.as_str();
    let say = |error: FileError<'_>| CommandError::new(messages.file_error(&error));
    match error {
        EditError::MultiLineInlineTable(id) => {
            say(FileError::InlineTable { id }).hint(messages.file_error(&FileError::InlineTableHint))
        }
        EditError::HoldsComment(id) => {
            say(FileError::HoldsComment { id }).hint(messages.file_error(&FileError::EditByHand))
        }
        EditError::NoSuchEntry(id) | EditError::WrongKind(id) => say(FileError::CannotEdit { id }),
        EditError::NotToml | EditError::WouldChangeOtherThings => say(FileError::WouldBreak { file }),
    }
}
