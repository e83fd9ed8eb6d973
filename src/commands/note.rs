//! `plan note`: a word on progress, and the day on which the owner expects to finish.

use std::slice;

use chrono::NaiveDate;
use clap::builder::ArgGroup;

use crate::cli::{
    Answer, Change, CommandError, Context, DryRun, Opened,
    change::{self, note_entry, note_words, say_which, take_note_out},
    complete, dates, some_text,
    typing::command,
};
use crate::messages::{ArgumentError, ChangeError, Confirmation};
use crate::model::key::ActivityKey;
use crate::model::plan::{Entry, Note};
use crate::planfile::edit::{Edit, Value};

#[derive(clap::Args)]
#[command(group = ArgGroup::new("words").multiple(true), before_help = "Examples:
  plan note B2 \"waiting for the university's answer\"
  plan note B2 \"calibration data missing\" --expect 2018-06-20
  plan note B2 --why \"supplier closed\" --progress 80
  plan note B2 --undo \"waiting for the university's answer\"     takes it out again")]
pub(super) struct Args {
    /// The activity's id; several are separated by commas
    #[arg(value_name = "ID", add = complete::ids())]
    pub(super) id: String,
    /// What there is to say
    #[arg(value_parser = some_text, group = "words")]
    text: Option<String>,
    /// The reason for a delay
    #[arg(long, value_name = "TEXT", value_parser = some_text, group = "words")]
    why: Option<String>,
    /// The day on which it is expected to be done; `none` takes it out. It is no deadline
    #[arg(long, value_name = "DAY")]
    expect: Option<String>,
    /// How much of it is done, of a hundred; `none` takes it out. 100 is not yet done
    #[arg(long, value_name = "PERCENT", value_parser = progress)]
    progress: Option<Progress>,
    /// The day of the note, where it is not today
    #[arg(long, value_name = "DAY", conflicts_with = "undo", requires = "words")]
    on: Option<String>,
    /// Take the note with this text or reason out again; without words, the only one
    #[arg(long)]
    undo: bool,
    #[command(flatten)]
    write: DryRun,
}

/// So many of a hundred, or none.
#[derive(Clone, Copy)]
struct Progress(Option<u32>);

fn progress(typed: &str) -> Result<Progress, &'static str> {
    if typed == "none" {
        return Ok(Progress(None));
    }
    let number = typed.trim_end_matches(['%', '％']).parse().ok();
    let of_a_hundred = number.filter(|number| *number <= 100);
    of_a_hundred.map(|number| Progress(Some(number))).ok_or("a whole number from 0 to 100, or none")
}

pub(super) fn run(args: &Args, context: &Context) -> anyhow::Result<Answer> {
    change::carry_out(&command("note", slice::from_ref(&args.id)), args.write.dry_run, context, |change| {
        let is_said = args.text.is_some() || args.why.is_some();
        if !is_said && args.expect.is_none() && args.progress.is_none() && !args.undo {
            let error = ArgumentError::OneOfThem;
            return Err(CommandError::of_arguments(&error, change.opened.messages).into());
        }
        change.each(slice::from_ref(&args.id), |entry, change| note(args, entry, change))
    })
}

/// What is said, and what takes it back: options, and then a text.
#[derive(Default)]
struct Noted {
    said: Vec<String>,
    back: String,
    /// An expected day that is past is not typed again.
    by_hand: bool,
    back_text: String,
}

fn note<'o>(args: &Args, entry: &Entry<'o>, change: &mut Change<'o>) -> anyhow::Result<()> {
    let mut noted = Noted::default();
    let [text, why] = [&args.text, &args.why].map(|words| words.as_deref().map(Into::into));
    let mut on = change.opened.day.today;
    if args.undo {
        on = undo(args, entry, change, &mut noted)?;
    } else if text.is_some() || why.is_some() {
        let note = Note { on: dates::past_or_today(args.on.as_deref(), None, change)?, text, why };
        change.push(entry.id, ActivityKey::Notes, note_entry(&note));
        noted.said.push(change.opened.messages.confirmation(&Confirmation::Noted(&note)));
        let [why, text] = note_words(&note);
        (noted.back, noted.back_text) = (format!(" --undo{why}"), text);
    }
    if let Some(typed) = &args.expect {
        expect(typed, entry, change, &mut noted)?;
    }
    if let Some(Progress(to)) = args.progress {
        report(to, entry, change, &mut noted);
    }
    if !noted.back.is_empty() {
        let command = format!("note {}{}{}", entry.id, noted.back, noted.back_text);
        change.take_back_on(on, Some(command).filter(|_| !noted.by_hand));
    }
    change.say(entry.id, entry.title, noted.said);
    Ok(())
}

/// Takes a note out, and returns its day.
fn undo<'o>(
    args: &Args,
    entry: &Entry<'o>,
    change: &mut Change<'o>,
    noted: &mut Noted,
) -> anyhow::Result<NaiveDate> {
    let (id, what) = (entry.id, ActivityKey::Notes);
    let at = named(args, entry, change.opened)?;
    let note = &entry.notes[at];
    change.edits.push(Edit::Pull { id, key: what.into(), at });
    let from = Some(format!("{} {}", note.on, change.opened.messages.note(note)));
    noted.said.push(change.opened.messages.confirmation(&Confirmation::Changed { what, from, to: None }));
    let [why, text] = note_words(note);
    (noted.back, noted.back_text) = (format!("{why} --on {}", note.on), text);
    Ok(note.on)
}

/// Returns the last note with the words that were typed; without words, the only one.
fn named(args: &Args, entry: &Entry<'_>, opened: &Opened<'_>) -> anyhow::Result<usize> {
    let (id, what, notes) = (entry.id, ActivityKey::Notes, entry.notes);
    let typed = [&args.text, &args.why].map(Option::as_deref);
    let is_it = |note: &Note<'_>| {
        let words = [note.text.as_deref(), note.why.as_deref()];
        typed.iter().zip(words).all(|(typed, words)| typed.is_none() || *typed == words)
    };
    let words = typed.into_iter().flatten().next();
    let error = match (notes, words) {
        ([], _) => return Err(opened.error(&ChangeError::NothingToUndo { id, what })),
        ([_], None) => return Ok(0),
        (_, None) => ChangeError::WhichEntry { id, what, count: notes.len() },
        (_, Some(words)) => match notes.iter().rposition(is_it) {
            Some(at) => return Ok(at),
            None => ChangeError::NoSuchNote { id, words },
        },
    };
    Err(say_which(&error, notes.iter().map(|note| take_note_out(id, note)), opened))
}

fn expect<'o>(
    typed: &str,
    entry: &Entry<'o>,
    change: &mut Change<'o>,
    noted: &mut Noted,
) -> anyhow::Result<()> {
    let (id, what, messages) = (entry.id, ActivityKey::Expected, change.opened.messages);
    let today = change.opened.day.today;
    let to = match typed {
        "none" => None,
        _ => Some(dates::deadline(typed, entry.phase, today, change)?),
    };
    if let Some(day) = to.filter(|day| *day < today) {
        let command = change.opened.located.command(&format!("done {id} --on {day}"));
        let hint = messages.change_error(&ChangeError::RecordDone { command });
        let error = messages.argument_error(&ArgumentError::InPast { day, today });
        return Err(CommandError::new(error).hint(hint).into());
    }
    let from = entry.details.expected;
    let [shown_from, shown_to] = [from, to].map(|day| day.map(|day| messages.day(day)));
    noted.said.push(change.changed(what, shown_from, shown_to));
    if from != to {
        match to {
            Some(day) => change.set(id, ActivityKey::Expected, Value::Date(day)),
            None => change.unset(id, ActivityKey::Expected),
        }
        let before = from.map_or_else(|| "none".to_owned(), |day| day.to_string());
        noted.by_hand = from.is_some_and(|day| day < today);
        noted.back.extend([" --expect ", &before]);
    }
    Ok(())
}

fn report<'o>(to: Option<u32>, entry: &Entry<'o>, change: &mut Change<'o>, noted: &mut Noted) {
    let (id, key, from) = (entry.id, ActivityKey::Progress, entry.details.progress);
    let [shown_from, shown_to] = [from, to].map(|progress| progress.map(|number| format!("{number}%")));
    noted.said.push(change.changed(key, shown_from, shown_to));
    if from != to {
        match to {
            Some(number) => change.set(id, key, Value::Number(number.to_string())),
            None => change.unset(id, key),
        }
        let before = from.map_or_else(|| "none".to_owned(), |number| number.to_string());
        noted.back.extend([" --progress ", &before]);
    }
}
