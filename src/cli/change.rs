//! A change of the plan file, from the ids that were typed to what is said of it.
//!
//! The file is read, edited, checked and replaced under its lock; what a command wants to change it works
//! out from the text that is there at that moment.

use std::io::{self, Write};

use chrono::NaiveDate;

use super::answer::Answer;
use super::arguments::OnActivities;
use super::context::Context;
use super::diagnostics::Page;
use super::error::CommandError;
use super::ids;
use super::locate::{self, Located};
use super::opened::Opened;
use super::screen;
use super::typing::{operand, option};
use crate::messages::{ChangeError, Confirmation, FileError, Listing, Messages};
use crate::model::diagnostic::Diagnostic;
use crate::model::key::{ActivityKey, EntryKey, NoteKey};
use crate::model::plan::{Entry, Index, Note};
use crate::model::text::one_line;
use crate::planfile::Source;
use crate::planfile::edit::{Edit, EditError, Value, edit_plan};
use crate::planfile::save::{self, SaveError};

/// What a command wants to do to the plan, and what it says of it.
pub(crate) struct Change<'o> {
    pub(crate) opened: &'o Opened<'o>,
    /// The edits; none where nothing is to change.
    pub(crate) edits: Vec<Edit<'o>>,
    /// What is said before anything else.
    pub(crate) first: Option<String>,
    /// What is said after all that happened: what else could be typed.
    pub(crate) advice: Option<String>,
    /// What is said before anything is saved.
    notices: Vec<String>,
    /// A day was typed: `check` may have to say something of it.
    pub(crate) has_new_day: bool,
    /// What is said of each activity or phase: its title line, and sentences below it.
    said: Vec<(String, Vec<String>)>,
    /// The arguments of the commands that take it back.
    pub(crate) take_back: Vec<String>,
}

impl<'o> Change<'o> {
    fn new(opened: &'o Opened<'o>) -> Change<'o> {
        Change {
            opened,
            edits: Vec::new(),
            first: None,
            advice: None,
            notices: Vec::new(),
            has_new_day: false,
            said: Vec::new(),
            take_back: Vec::new(),
        }
    }

    /// Returns what stands in the file.
    pub(crate) fn entry(&self, at: Index) -> Entry<'o> {
        self.opened.plan.entry(at)
    }

    /// Plans a change of each activity that `ids` name, in their order.
    pub(crate) fn each(
        &mut self,
        ids: &[String],
        plan_one: impl Fn(&Entry<'o>, &mut Change<'o>) -> anyhow::Result<()>,
    ) -> anyhow::Result<()> {
        for at in ids::activities(ids, self.opened)? {
            plan_one(&self.entry(Index::Activity(at)), self)?;
        }
        Ok(())
    }

    pub(crate) fn set(&mut self, id: &'o str, key: impl Into<EntryKey>, value: Value<'o>) {
        self.edits.push(Edit::Set { id, key: key.into(), value });
    }

    pub(crate) fn unset(&mut self, id: &'o str, key: impl Into<EntryKey>) {
        self.edits.push(Edit::Unset { id, key: key.into() });
    }

    pub(crate) fn push(&mut self, id: &'o str, key: impl Into<EntryKey>, entry: Value<'o>) {
        self.edits.push(Edit::Push { id, key: key.into(), entry });
    }

    /// Notes what is said before anything is saved, once.
    pub(crate) fn notice(&mut self, sentence: &str) {
        let line = format!("{}\n", one_line(sentence));
        if !self.notices.contains(&line) {
            self.notices.push(line);
        }
    }

    /// Notes the `command` that takes back what happened on `day`; by hand, where none can.
    pub(crate) fn take_back_on(&mut self, day: NaiveDate, command: impl Into<Option<String>>) {
        let command = command.into().filter(|_| day <= self.opened.day.latest);
        self.take_back.push(command.unwrap_or_else(|| "edit".to_owned()));
    }

    /// Notes what is said of an activity or a phase.
    pub(crate) fn say(&mut self, id: &str, title: &str, sentences: Vec<String>) {
        self.said.push((format!("{id} {title}"), sentences));
    }

    /// Returns what is said of a key that held `from` and now holds `to`.
    pub(crate) fn changed(&self, what: ActivityKey, from: Option<String>, to: Option<String>) -> String {
        let messages = self.opened.messages;
        if from == to {
            return messages.aside(messages.key(what), &messages.confirmation(&Confirmation::Unchanged));
        }
        messages.confirmation(&Confirmation::Changed { what, from, to })
    }

    /// Refuses to write over a `text` that stands there without its mark: who takes the mark back would take it out.
    pub(crate) fn nothing_idle(
        &self,
        id: &str,
        key: ActivityKey,
        text: Option<&str>,
        without: ActivityKey,
    ) -> anyhow::Result<()> {
        let Some(text) = text else { return Ok(()) };
        let messages = self.opened.messages;
        let error = CommandError::new(messages.change_error(&ChangeError::Idle { id, key, text, without }));
        Err(error.hint(messages.file_error(&FileError::EditByHand)).into())
    }

    /// Notes the one sentence that is said of it.
    pub(crate) fn confirm(&mut self, entry: &Entry<'_>, confirmation: &Confirmation<'_>) {
        self.say(entry.id, entry.title, vec![self.opened.messages.confirmation(confirmation)]);
    }
}

/// Returns a text as it goes into the plan.
pub(crate) fn text(text: &str) -> Value<'static> {
    Value::Text(text.to_owned().into())
}

pub(crate) fn note_entry(note: &Note<'_>) -> Value<'static> {
    let words = [(NoteKey::Text, &note.text), (NoteKey::Why, &note.why)];
    let words = words.into_iter().filter_map(|(key, words)| Some((key.name(), text(words.as_deref()?))));
    Value::Record([(NoteKey::On.name(), Value::Date(note.on))].into_iter().chain(words).collect())
}

/// Returns the words of a note as they have to be typed: its option, and its text, which stands last.
pub(crate) fn note_words(note: &Note<'_>) -> [String; 2] {
    [option("--why", note.why.as_deref()), note.text.as_deref().map_or_else(String::new, operand)]
}

/// Returns the command that takes the note out again.
pub(crate) fn take_note_out(id: &str, note: &Note<'_>) -> String {
    format!("note {id} --undo{}", note_words(note).concat())
}

/// Says that it is not clear which entry is to go, and by which `commands` one of them goes.
pub(crate) fn say_which(
    error: &ChangeError<'_>,
    commands: impl Iterator<Item = String>,
    opened: &Opened<'_>,
) -> anyhow::Error {
    let Opened { located, messages, .. } = opened;
    let error = CommandError::new(messages.change_error(error));
    let mut all: Vec<String> = Vec::new();
    for command in commands {
        let by_hand = || messages.confirmation(&Confirmation::TakeBackByHand);
        let command = located.command_as_it_stands(&command).unwrap_or_else(by_hand);
        if !all.contains(&command) {
            all.push(command);
        }
    }
    all.iter().fold(error, CommandError::hint).into()
}

/// Carries out what `plan_one` wants with each of the activities, all or nothing.
pub(crate) fn each(
    verb: &str,
    on: &OnActivities,
    context: &Context,
    plan_one: impl for<'o> Fn(&Entry<'o>, &mut Change<'o>) -> anyhow::Result<()>,
) -> anyhow::Result<Answer> {
    carry_out(&on.after(verb), on.write.dry_run, context, |change| change.each(&on.ids, &plan_one))
}

/// Carries out what `plan_change` wants, all or nothing. `command` is the verb and the ids, as they would have to
/// be typed again.
pub(crate) fn carry_out(
    command: &str,
    dry_run: bool,
    context: &Context,
    plan_change: impl for<'o> Fn(&mut Change<'o>) -> anyhow::Result<()>,
) -> anyhow::Result<Answer> {
    let (located, path) = locate::find_to_change(context.one_file()?, command, context.messages(None))?;
    let edit_source = |source: &Source<'_>| -> anyhow::Result<(String, String)> {
        let opened = context.open(source, &located)?;
        let mut change = Change::new(&opened);
        plan_change(&mut change)?;
        let edited = edit_plan(&source.text, &change.edits, opened.day.latest)
            .map_err(|error| edit_error(error, &located, context, opened.messages))?;
        if change.has_new_day {
            let edited = Source { name: &located.name, text: edited.text.as_str().into(), undecodable: None };
            let before = context.check(source)?.0.diagnostics;
            let after = context.check(&edited)?.0.diagnostics;
            let page = Page::new(&edited, opened.messages, opened.terminal);
            change.notices.extend(page.warnings(&new_warnings(before, after)));
        }
        // Nobody can be told that this could not be said.
        let _ = io::stderr().write_all(change.notices.concat().as_bytes());
        let mut report = report(&change, edited.line);
        if dry_run {
            report.extend([&opened.messages.confirmation(&Confirmation::DryRun), "\n"]);
        }
        Ok((edited.text, report))
    };
    if dry_run {
        let (_, bytes) = context.find()?;
        return edit_source(&Source::decode(&located.name, &bytes)).map(|(_, report)| report.into());
    }
    let edit_text =
        |text: &str| edit_source(&Source { name: &located.name, text: text.into(), undecodable: None });
    let messages = || context.messages_for(&save::read(&path).unwrap_or_default());
    match save::change(&path, edit_text) {
        Ok((report, written)) => Ok(Answer::from(report).of_file(&located.name, written, messages)),
        Err(error) => {
            // What is no file may be a pipe that never ends.
            let is_unreadable = matches!(error, SaveError::Unreadable(_));
            let messages = if is_unreadable { context.messages(None) } else { messages() };
            Err(CommandError::of_save(&located.name, error, messages))
        }
    }
}

/// Returns what `check` says of activities and phases `after` a change, and did not say `before`.
fn new_warnings<'a>(mut before: Vec<Diagnostic<'a>>, mut after: Vec<Diagnostic<'a>>) -> Vec<Diagnostic<'a>> {
    for found in [&mut before, &mut after] {
        found.retain(|one| one.about.is_some());
    }
    // All but a few are the same, in the same order.
    let head = before.iter().zip(&after).take_while(say_the_same).count();
    let (before, mut after) = (before.split_off(head), after.split_off(head));
    let tail = before.iter().rev().zip(after.iter().rev()).take_while(say_the_same).count();
    after.truncate(after.len() - tail);
    let before = &before[..before.len() - tail];
    after.retain(|one| !before.iter().any(|other| say_the_same(&(one, other))));
    after
}

fn say_the_same((one, other): &(&Diagnostic<'_>, &Diagnostic<'_>)) -> bool {
    (&one.about, &one.code) == (&other.about, &other.code)
}

fn report(change: &Change<'_>, line: Option<usize>) -> String {
    let opened = change.opened;
    let messages = opened.messages;
    let mut lines: Vec<String> = Vec::new();
    lines.extend(change.first.clone());
    for (title, sentences) in &change.said {
        lines.push(title.clone());
        lines.extend(sentences.iter().map(|sentence| format!("  {sentence}")));
    }
    lines.extend(change.advice.iter().chain(&take_back(change)).map(|said| format!("  {said}")));
    let file = opened.file();
    let place = line.map_or_else(|| file.to_owned(), |line| messages.listing(&Listing::Line { file, line }));
    let lines: String = lines.iter().map(|line| format!("{}\n", one_line(line))).collect();
    lines + &screen::head(opened.plan.title(), &place, opened.terminal)
}

/// Returns the commands that take it back; in place of those that cannot be typed, that it is done by hand.
fn take_back(change: &Change<'_>) -> Vec<String> {
    let Opened { located, messages, .. } = change.opened;
    let say = |command: &String| match located.command_as_it_stands(command) {
        Some(command) => messages.confirmation(&Confirmation::TakeBack { command }),
        None => messages.confirmation(&Confirmation::TakeBackByHand),
    };
    let mut said: Vec<String> = change.take_back.iter().map(say).collect();
    said.dedup();
    said
}

fn edit_error(
    error: EditError,
    located: &Located,
    context: &Context,
    messages: &dyn Messages,
) -> anyhow::Error {
    let file = located.name.as_str();
    let say = |error: FileError<'_>| CommandError::new(messages.file_error(&error));
    let by_hand = messages.file_error(&FileError::EditByHand);
    let error = match error {
        EditError::MultiLineInlineTable(id) => {
            say(FileError::InlineTable { id: &id }).hint(messages.file_error(&FileError::InlineTableHint))
        }
        EditError::HoldsMore(id) => say(FileError::HoldsMore { id: &id }).hint(by_hand),
        EditError::NoSuchEntry(id) | EditError::WrongKind(id) => say(FileError::CannotEdit { id: &id }),
        EditError::NotToml | EditError::WouldChangeOtherThings => say(FileError::WouldBreak { file }),
        EditError::Unsound(text) => {
            let source = Source { name: file, text: text.into(), undecodable: None };
            let heading = messages.file_error(&FileError::Unsound { file });
            let problems = context.open(&source, located).err();
            let problems = problems.map_or_else(String::new, |problems| problems.to_string());
            CommandError::laid_out(format!("{}\n{problems}", one_line(&heading))).hint(by_hand)
        }
    };
    error.into()
}
