//! `plan note`: a word on progress, and the day on which the owner expects to finish.

use std::slice;

use clap::builder::ArgGroup;

use crate::cli::{
    Answer, Change, CommandError, Context, DryRun,
    change::{self, note_entry},
    complete, dates, some_text,
    typing::{operand, option, quoted},
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
  plan note B2 --undo                      takes the last note out again")]
pub(super) struct Args {
    /// The activity's id; several are separated by commas
    #[arg(value_name = "ID", add = complete::ids())]
    id: String,
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
    /// Take the last note out again
    #[arg(long, conflicts_with = "words")]
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
    change::carry_out(&format!("note {}", quoted(&args.id)), args.write.dry_run, context, |change| {
        let is_said = args.text.is_some() || args.why.is_some();
        if !is_said && args.expect.is_none() && args.progress.is_none() && !args.undo {
            let error = change.opened.messages.argument_error(&ArgumentError::OneOfThem);
            return Err(CommandError::new(error).wrong_arguments().into());
        }
        change.each(slice::from_ref(&args.id), |entry, change| note(args, entry, change))
    })
}

/// What is said, and what takes it back: options, and then the text.
#[derive(Default)]
struct Noted {
    said: Vec<String>,
    back: String,
    back_text: String,
}

fn note<'o>(args: &Args, entry: &Entry<'o>, change: &mut Change<'o>) -> anyhow::Result<()> {
    let mut noted = Noted::default();
    let [text, why] = [&args.text, &args.why].map(|words| words.as_deref().map(Into::into));
    if text.is_some() || why.is_some() {
        let note = Note { on: dates::past_or_today(args.on.as_deref(), change)?, text, why };
        change.push(entry.id, ActivityKey::Notes, note_entry(&note));
        noted.said.push(change.opened.messages.confirmation(&Confirmation::Noted(&note)));
        noted.back.push_str(" --undo");
    }
    if args.undo {
        undo(entry, change, &mut noted)?;
    }
    if let Some(typed) = &args.expect {
        expect(typed, entry, change, &mut noted)?;
    }
    if let Some(Progress(to)) = args.progress {
        report(to, entry, change, &mut noted);
    }
    if !noted.back.is_empty() {
        change.take_back.push(format!("note {}{}{}", entry.id, noted.back, noted.back_text));
    }
    change.say(entry.id, entry.title, noted.said);
    Ok(())
}

fn undo<'o>(entry: &Entry<'o>, change: &mut Change<'o>, noted: &mut Noted) -> anyhow::Result<()> {
    let (id, what) = (entry.id, ActivityKey::Notes);
    let Some(last) = entry.notes.last() else {
        return Err(change.opened.error(&ChangeError::NothingToUndo { id, what }));
    };
    change.edits.push(Edit::Pull { id, key: ActivityKey::Notes.into(), at: entry.notes.len() - 1 });
    let from = Some(format!("{} {}", last.on, change.opened.messages.note(last)));
    noted.said.push(change.opened.messages.confirmation(&Confirmation::Changed { what, from, to: None }));
    noted.back_text = last.text.as_ref().map_or_else(String::new, |text| operand(text.as_ref()));
    if let Some(why) = &last.why {
        noted.back.push_str(&option("--why", why));
    }
    noted.back.extend([" --on ", &last.on.to_string()]);
    Ok(())
}

fn expect<'o>(
    typed: &str,
    entry: &Entry<'o>,
    change: &mut Change<'o>,
    noted: &mut Noted,
) -> anyhow::Result<()> {
    let (id, what, messages) = (entry.id, ActivityKey::Expected, change.opened.messages);
    let to = if typed == "none" { None } else { Some(dates::deadline(typed, change)?) };
    let from = entry.details.expected;
    let [shown_from, shown_to] = [from, to].map(|day| day.map(|day| messages.day(day)));
    noted.said.push(change.changed(what, shown_from, shown_to));
    if from != to {
        match to {
            Some(day) => change.set(id, ActivityKey::Expected, Value::Date(day)),
            None => change.unset(id, ActivityKey::Expected),
        }
        let before = from.map_or_else(|| "none".to_owned(), |day| day.to_string());
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
