//! `plan note`: a word on progress, and the day on which the owner expects to finish.

use std::slice;

use crate::cli::{
    Answer, Change, CommandError, Context, DryRun,
    change::{self, note_entry},
    complete, dates, quoted, some_text,
};
use crate::messages::{ArgumentError, ChangeError, Confirmation};
use crate::model::key::ActivityKey;
use crate::model::plan::Entry;
use crate::planfile::edit::{Edit, Value};

#[derive(clap::Args)]
#[command(before_help = "Examples:
  plan note B2 \"waiting for the university's answer\"
  plan note B2 \"calibration data missing\" --expect 2018-06-20
  plan note B2 --undo                      takes the last note out again")]
pub(super) struct Args {
    /// The activity's id; several are separated by commas
    #[arg(value_name = "ID", add = complete::ids())]
    id: String,
    /// What there is to say
    #[arg(value_parser = some_text, conflicts_with = "undo")]
    text: Option<String>,
    /// The day on which it is expected to be done; `none` takes it out. It is no deadline
    #[arg(long, value_name = "DAY")]
    expect: Option<String>,
    /// The day of the note, where it is not today
    #[arg(long, value_name = "DAY", conflicts_with = "undo", requires = "text")]
    on: Option<String>,
    /// Take the last note out again
    #[arg(long)]
    undo: bool,
    #[command(flatten)]
    write: DryRun,
}

pub(super) fn run(args: &Args, context: &Context) -> anyhow::Result<Answer> {
    change::carry_out(&format!("note {}", args.id), args.write.dry_run, context, |change| {
        if args.text.is_none() && args.expect.is_none() && !args.undo {
            let error = change.opened.messages.argument_error(&ArgumentError::OneOfThem);
            return Err(CommandError::new(error).wrong_arguments().into());
        }
        change.each(slice::from_ref(&args.id), |entry, change| note(args, entry, change))
    })
}

/// What is said, and the options that take it back.
#[derive(Default)]
struct Noted {
    said: Vec<String>,
    back: String,
}

fn note<'o>(args: &Args, entry: &Entry<'o>, change: &mut Change<'o>) -> anyhow::Result<()> {
    let mut noted = Noted::default();
    if let Some(text) = &args.text {
        let on = dates::past_or_today(args.on.as_deref(), change.opened)?;
        change.push(entry.id, ActivityKey::Notes, note_entry(on, text));
        noted.said.push(change.opened.messages.confirmation(&Confirmation::Noted { on, text }));
        noted.back.push_str(" --undo");
    }
    if args.undo {
        undo(entry, change, &mut noted)?;
    }
    if let Some(typed) = &args.expect {
        expect(typed, entry, change, &mut noted)?;
    }
    if !noted.back.is_empty() {
        change.take_back.push(format!("note {}{}", entry.id, noted.back));
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
    let from = Some(format!("{} {}", last.on, last.text));
    noted.said.push(change.opened.messages.confirmation(&Confirmation::Changed { what, from, to: None }));
    noted.back = format!(" {} --on {}", quoted(last.text.as_ref()), last.on);
    Ok(())
}

fn expect<'o>(
    typed: &str,
    entry: &Entry<'o>,
    change: &mut Change<'o>,
    noted: &mut Noted,
) -> anyhow::Result<()> {
    let (id, what, messages) = (entry.id, ActivityKey::Expected, change.opened.messages);
    let to = if typed == "none" { None } else { Some(dates::deadline(typed, change.opened)?) };
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
