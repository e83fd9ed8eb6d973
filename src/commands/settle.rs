//! `plan settle`: the deadline of what was undecided; an open question becomes a note.

use crate::cli::{
    Answer, Change, CommandError, Context, DryRun, Opened, change, complete, dates, ids,
    rounds::comes_back,
    some_text,
    typing::{operand, option, quoted},
};
use crate::messages::{ChangeError, Confirmation};
use crate::model::agenda::Item;
use crate::model::date::{DatePhrase, OpenEnd, When, open_end};
use crate::model::key::{ActivityKey, NoteKey};
use crate::model::plan::{Entry, Index, Notation, Note, Undated};
use crate::planfile::edit::{Edit, Place, Value};

#[derive(clap::Args)]
#[command(before_help = "Examples:
  plan settle B4 --due 2018-07-15
  plan settle B4 --undo")]
pub(super) struct Args {
    /// The activity's id
    #[arg(value_name = "ID", add = complete::ids())]
    id: String,
    /// The last day, as in 2018-06-20, 6月20日, end of June; with --undo the words that stood in its place
    #[arg(long, value_name = "WHEN", required_unless_present = "undo")]
    due: Option<String>,
    /// Take it back
    #[arg(long)]
    undo: bool,
    /// With --undo, the note that becomes the question again
    #[arg(value_parser = some_text, requires = "undo")]
    text: Option<String>,
    #[command(flatten)]
    write: DryRun,
}

pub(super) fn run(args: &Args, context: &Context) -> anyhow::Result<Answer> {
    change::carry_out(&format!("settle {}", quoted(&args.id)), args.write.dry_run, context, |change| {
        for at in ids::activities(std::slice::from_ref(&args.id), change.opened)? {
            let entry = change.entry(Index::Activity(at));
            if entry.cancelled.is_some() {
                return Err(change.opened.error(&ChangeError::IsCancelled { id: entry.id }));
            }
            match &args.due {
                Some(due) if !args.undo => settle(due, &entry, &change.opened.agenda().item(at), change)?,
                _ => undo(args, &entry, change)?,
            }
        }
        Ok(())
    })
}

fn settle<'o>(due: &str, entry: &Entry<'o>, item: &Item<'_>, change: &mut Change<'o>) -> anyhow::Result<()> {
    let (id, opened, what) = (entry.id, change.opened, ActivityKey::Due);
    permit(entry, item, opened)?;
    let today = opened.day.today;
    let day = dates::deadline(due, entry.phase, today, change)?;
    dates::say_if_past(due, Some(day), change)?;
    if let Some(start) = entry.due.start.filter(|start| day < *start) {
        return Err(opened.error(&ChangeError::BeforeStart { start, day }));
    }
    change.set(id, what, Value::Date(day));
    let mut back = format!("settle {id} --undo");
    let words = entry.due.words.as_deref();
    if let Some(words) = words.filter(|_| entry.due.notation == Notation::Words) {
        change.set(id, ActivityKey::Words, Value::Standing(Place::Of(what.into())));
        back.push_str(&option("--due", words));
    }
    let to = Some(opened.messages.day(day));
    let mut said = vec![change.changed(what, words.map(str::to_owned), to)];
    if let Some(question) = entry.details.question.as_deref() {
        let note = Note::text(today, question);
        let text = Value::Standing(Place::Of(ActivityKey::Question.into()));
        let pairs = vec![(NoteKey::On.name(), Value::Date(today)), (NoteKey::Text.name(), text)];
        change.unset(id, ActivityKey::Question);
        change.push(id, ActivityKey::Notes, Value::Record(pairs));
        said.push(opened.messages.confirmation(&Confirmation::Noted(&note)));
        back.push_str(&operand(question));
    }
    change.say(id, entry.title, said);
    change.take_back.push(back);
    Ok(())
}

/// What has a deadline is moved, and so is what goes on; what comes back is written out.
fn permit(entry: &Entry<'_>, item: &Item<'_>, opened: &Opened<'_>) -> anyhow::Result<()> {
    let id = entry.id;
    match entry.due.undated() {
        Some(Undated::ToSettle | Undated::NoDate) => Ok(()),
        Some(Undated::Recurring) => Err(comes_back(item, opened)),
        Some(Undated::GoesOn) | None => {
            let deadline = opened.messages.deadline(&entry.due);
            let command = opened.located.command(&format!("move {id} --to"));
            let error = opened.messages.change_error(&ChangeError::NothingToSettle { id, deadline });
            let hint = opened.messages.change_error(&ChangeError::MoveIt { command });
            Err(CommandError::new(error).hint(hint).into())
        }
    }
}

fn undo<'o>(args: &Args, entry: &Entry<'o>, change: &mut Change<'o>) -> anyhow::Result<()> {
    let (id, opened, what) = (entry.id, change.opened, ActivityKey::Due);
    let words = entry.due.words.as_deref();
    let read = words.and_then(|words| read(words, entry, opened));
    let names_a_day = read.is_some_and(|when| when.deadline().is_some());
    let day = entry.due.day.filter(|_| entry.due.notation == Notation::Date);
    let Some(day) = day.filter(|_| entry.moves.is_empty() && !names_a_day) else {
        return Err(opened.error(&ChangeError::NothingToUndo { id, what }));
    };
    match args.due.as_deref() {
        None => change.unset(id, what),
        Some(typed) => {
            let is_open = matches!(read, Some(When::OpenEnded { start: None }));
            if words != Some(typed) || !is_open || open_end(typed) == OpenEnd::GoesOn {
                return Err(opened.error(&ChangeError::NoSuchWords { id, words: typed }));
            }
            change.set(id, what, Value::Standing(Place::Of(ActivityKey::Words.into())));
            change.unset(id, ActivityKey::Words);
        }
    }
    let from = Some(opened.messages.day(day));
    let mut said = vec![change.changed(what, from, words.map(str::to_owned))];
    let again = format!("settle {id} --due {day}");
    let again = match &args.text {
        None => Some(again),
        Some(text) => {
            let note = ask_again(text, entry, change)?;
            said.push(change.changed(ActivityKey::Question, None, Some(text.clone())));
            Some(again).filter(|_| note.on == opened.day.today)
        }
    };
    change.say(id, entry.title, said);
    change.take_back.push(again.unwrap_or_else(|| "edit".to_owned()));
    Ok(())
}

/// Turns the note with this text into the question again, and returns the note.
fn ask_again<'o>(text: &str, entry: &Entry<'o>, change: &mut Change<'o>) -> anyhow::Result<&'o Note<'o>> {
    let (id, list) = (entry.id, ActivityKey::Notes);
    let is_it = |note: &Note<'_>| note.why.is_none() && note.text.as_deref() == Some(text);
    let found = entry.notes.iter().rposition(is_it).filter(|_| entry.details.question.is_none());
    let Some(at) = found else {
        return Err(change.opened.error(&ChangeError::NoSuchNote { id, words: text }));
    };
    change.edits.push(Edit::Pull { id, key: list.into(), at });
    let place = Place::In { list: list.into(), at, key: NoteKey::Text.name() };
    change.set(id, ActivityKey::Question, Value::Standing(place));
    Ok(&entry.notes[at])
}

/// Returns what the words of its deadline mean.
fn read(words: &str, entry: &Entry<'_>, opened: &Opened<'_>) -> Option<When> {
    let reading = DatePhrase::parse(words).ok()?.resolve(&opened.calendar(entry.phase)).ok()?;
    Some(reading.when)
}
