//! `plan settle`: the deadline of what was undecided; an open question becomes a note.

use chrono::NaiveDate;

use crate::cli::{
    Answer, Change, CommandError, Context, DryRun, Opened, change, complete, dates, ids,
    rounds::comes_back,
    some_text,
    typing::{operand, option, quoted},
};
use crate::messages::{ChangeError, Confirmation};
use crate::model::agenda::Item;
use crate::model::date::{DatePhrase, OpenEnd, When, open_end};
use crate::model::key::{ActivityKey, NoteKey, PhaseKey};
use crate::model::plan::{Entry, Index, Notation, Note, Undated};
use crate::planfile::edit::{Edit, Place, Value};

#[derive(clap::Args)]
#[command(before_help = "Examples:
  plan settle B4 --due 2018-07-15
  plan settle B5                            what stands is right: the question is answered
  plan settle B4 --undo")]
pub(super) struct Args {
    /// The id of an activity or a phase
    #[arg(value_name = "ID", add = complete::all_ids())]
    pub(super) id: String,
    /// The last day, as in 2018-06-20, 6月20日, end of June; with --undo what stood in its place
    #[arg(long, value_name = "WHEN")]
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
        for at in ids::activities_and_phases(std::slice::from_ref(&args.id), change.opened)? {
            let entry = change.entry(at);
            if entry.cancelled.is_some() {
                return Err(change.opened.error(&ChangeError::IsCancelled { id: entry.id }));
            }
            match at {
                Index::Phase(_) => of_phase(args, &entry, change)?,
                Index::Activity(_) if args.undo => undo(args, &entry, change)?,
                Index::Activity(at) => settle(args, &entry, &change.opened.agenda().item(at), change)?,
            }
        }
        Ok(())
    })
}

/// A phase has a time, and no notes: its question is answered, or asked again.
fn of_phase<'o>(args: &Args, entry: &Entry<'o>, change: &mut Change<'o>) -> anyhow::Result<()> {
    let (id, opened, key) = (entry.id, change.opened, PhaseKey::Question);
    if args.due.is_some() {
        return Err(move_it(entry, opened));
    }
    let (from, to) = match (&args.text, entry.question) {
        (Some(text), None) => {
            change.set(id, key, change::text(text));
            change.take_back.push(format!("settle {id}"));
            (None, Some(text.clone()))
        }
        (None, Some(question)) if !args.undo => {
            change.unset(id, key);
            change.take_back.push(format!("settle {id} --undo{}", operand(question)));
            (Some(question.to_owned()), None)
        }
        _ if args.undo => {
            return Err(opened.error(&ChangeError::NothingToUndo { id, what: ActivityKey::Question }));
        }
        _ => return Err(no_question(entry, opened)),
    };
    let said = change.changed(ActivityKey::Question, from, to);
    change.say(id, entry.title, vec![said]);
    Ok(())
}

fn settle<'o>(
    args: &Args,
    entry: &Entry<'o>,
    item: &Item<'_>,
    change: &mut Change<'o>,
) -> anyhow::Result<()> {
    let (id, opened, what) = (entry.id, change.opened, ActivityKey::Due);
    let today = opened.day.today;
    let mut back = format!("settle {id} --undo");
    let mut said = Vec::new();
    let day = match &args.due {
        Some(due) => Some(deadline(due, entry, item, change)?),
        None if entry.question.is_none() => return Err(no_question(entry, opened)),
        None => entry.due.day,
    };
    let words = entry.due.words.as_deref();
    if let Some(day) = day.filter(|day| entry.due.day != Some(*day)) {
        change.set(id, what, Value::Date(day));
        if let Some(words) = words.filter(|_| entry.due.notation == Notation::Words) {
            change.set(id, ActivityKey::Words, Value::Standing(Place::Of(what.into())));
            back.push_str(&option("--due", words));
        }
        said.push(change.changed(what, words.map(str::to_owned), Some(opened.messages.day(day))));
    } else if let Some(day) = day.filter(|_| entry.due.notation == Notation::Date) {
        back.extend([" --due ", &day.to_string()]);
    }
    if let Some(question) = entry.question {
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

/// Reads the day that settles it. What has a deadline is moved, unless that is what the question is about; what goes on
/// is moved, too, and what comes back is written out.
fn deadline(
    typed: &str,
    entry: &Entry<'_>,
    item: &Item<'_>,
    change: &mut Change<'_>,
) -> anyhow::Result<NaiveDate> {
    let opened = change.opened;
    let is_asked = entry.question.is_some() && entry.due.day.is_some();
    match entry.due.undated() {
        Some(Undated::ToSettle | Undated::NoDate) => {}
        Some(Undated::Recurring) => return Err(comes_back(item, opened)),
        None if is_asked => {}
        Some(Undated::GoesOn) | None => return Err(move_it(entry, opened)),
    }
    let day = dates::deadline(typed, entry.phase, opened.day.today, change)?;
    if is_asked && entry.due.day != Some(day) && entry.due.notation != Notation::Words {
        return Err(move_it(entry, opened));
    }
    dates::say_if_past(typed, Some(day), change)?;
    if let Some(start) = entry.due.start.filter(|start| day < *start) {
        return Err(opened.error(&ChangeError::BeforeStart { start, day }));
    }
    Ok(day)
}

fn move_it(entry: &Entry<'_>, opened: &Opened<'_>) -> anyhow::Error {
    let (id, deadline) = (entry.id, opened.messages.deadline(&entry.due));
    let command = opened.located.command(&format!("move {id} --to"));
    let error = opened.messages.change_error(&ChangeError::NothingToSettle { id, deadline });
    CommandError::new(error).hint(opened.messages.change_error(&ChangeError::MoveIt { command })).into()
}

fn no_question(entry: &Entry<'_>, opened: &Opened<'_>) -> anyhow::Error {
    opened.error(&ChangeError::NoQuestion { id: entry.id })
}

fn undo<'o>(args: &Args, entry: &Entry<'o>, change: &mut Change<'o>) -> anyhow::Result<()> {
    let (id, opened, what) = (entry.id, change.opened, ActivityKey::Due);
    let mut said = Vec::new();
    let mut again = format!("settle {id}");
    if args.text.is_none() || !stood_before(args, entry) {
        let day = take_date_out(args, entry, change)?;
        again.extend([" --due ", &day.to_string()]);
        said.push(change.changed(
            what,
            Some(opened.messages.day(day)),
            entry.due.words.as_deref().map(str::to_owned),
        ));
    }
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

/// Whether the deadline stood there before the question was answered.
fn stood_before(args: &Args, entry: &Entry<'_>) -> bool {
    match &args.due {
        Some(typed) => entry.due.day.is_some_and(|day| *typed == day.to_string()),
        None => entry.due.day.is_none() || entry.due.notation != Notation::Date,
    }
}

/// Takes the date out that was entered, and returns it; what stood in its place stands there again.
fn take_date_out<'o>(args: &Args, entry: &Entry<'o>, change: &mut Change<'o>) -> anyhow::Result<NaiveDate> {
    let (id, opened, what) = (entry.id, change.opened, ActivityKey::Due);
    let words = entry.due.words.as_deref();
    let read = words.and_then(|words| read(words, entry, opened));
    // Words that name a day have stood beside the date from the beginning, unless there was a question; one that is open
    // has not been answered by the date.
    let names_a_day = read.is_some_and(|when| when.deadline().is_some());
    let was_entered = args.text.is_some() || !names_a_day && entry.question.is_none();
    let day = entry.due.day.filter(|_| entry.due.notation == Notation::Date);
    let Some(day) = day.filter(|_| entry.moves.is_empty() && was_entered) else {
        return Err(opened.error(&ChangeError::NothingToUndo { id, what }));
    };
    match args.due.as_deref() {
        None => change.unset(id, what),
        Some(typed) => {
            let is_open = match read {
                Some(When::OpenEnded { start: None }) => open_end(typed) != OpenEnd::GoesOn,
                Some(_) => args.text.is_some(),
                None => false,
            };
            if words != Some(typed) || !is_open {
                return Err(opened.error(&ChangeError::NoSuchWords { id, words: typed }));
            }
            change.set(id, what, Value::Standing(Place::Of(ActivityKey::Words.into())));
            change.unset(id, ActivityKey::Words);
        }
    }
    Ok(day)
}

/// Turns the note with this text into the question again, and returns the note.
fn ask_again<'o>(text: &str, entry: &Entry<'o>, change: &mut Change<'o>) -> anyhow::Result<&'o Note<'o>> {
    let (id, list) = (entry.id, ActivityKey::Notes);
    let is_it = |note: &Note<'_>| note.why.is_none() && note.text.as_deref() == Some(text);
    let found = entry.notes.iter().rposition(is_it).filter(|_| entry.question.is_none());
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
