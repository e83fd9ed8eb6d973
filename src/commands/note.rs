//! `plan note`: a word on progress, and the day on which the owner expects to finish.

use chrono::NaiveDate;

use crate::cli::answer::{Answer, CommandError};
use crate::cli::change::{self, Change, Request, title};
use crate::cli::context::{Context, Opened};
use crate::cli::dates;
use crate::cli::locate::quoted;
use crate::messages::{ArgumentError, ChangeError, Confirmation, Label};
use crate::model::key::{ActivityKey, NoteKey};
use crate::model::plan::Activity;
use crate::planfile::edit::{Edit, Value};

#[derive(clap::Args)]
#[command(before_help = "Examples:
  plan note B2 \"waiting for the university's answer\"
  plan note B2 \"calibration data missing\" --expect 2018-06-20
  plan note B2 --undo                      takes the last note out again")]
pub(super) struct Args {
    /// The activity's id; several are separated by commas
    #[arg(value_name = "ID", add = crate::cli::complete::ids())]
    id: String,
    /// What there is to say
    #[arg(value_parser = crate::cli::arguments::some_text, conflicts_with = "undo")]
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
    /// Say what would change, and change nothing
    #[arg(long)]
    dry_run: bool,
}

pub(super) fn run(args: &Args, context: &Context) -> anyhow::Result<Answer> {
    let command = format!("note {}", args.id);
    let request = Request { command: &command, dry_run: args.dry_run };
    change::carry_out(&request, context, |opened, located| {
        if args.text.is_none() && args.expect.is_none() && !args.undo {
            let refusal = opened.messages.argument_error(&ArgumentError::OneOfThem);
            return Err(CommandError::new(refusal).wrong_arguments().into());
        }
        change::each(std::slice::from_ref(&args.id), opened, located, |activity, change| {
            noted(args, activity, opened, change)
        })
    })
}

/// Returns an entry of `notes`.
pub(super) fn entry(on: NaiveDate, text: String) -> Value<'static> {
    Value::Record(vec![
        (NoteKey::On.name(), Value::Date(on)),
        (NoteKey::Text.name(), Value::Text(text.into())),
    ])
}

fn noted<'o>(
    args: &Args,
    activity: &'o Activity<'o>,
    opened: &Opened<'_>,
    change: &mut Change<'o>,
) -> anyhow::Result<()> {
    let id = activity.id.as_ref();
    let (mut said, mut back) = (Vec::new(), String::new());
    if let Some(text) = &args.text {
        let on = args.on.as_deref().map(|typed| dates::past(typed, opened)).transpose()?;
        let on = on.unwrap_or(opened.day.today);
        change.edits.push(Edit::Push { id, key: ActivityKey::Notes.into(), entry: entry(on, text.clone()) });
        said.push(opened.messages.confirmation(&Confirmation::Noted { on, text }));
        back.push_str(" --undo");
    }
    if args.undo {
        let what = Label::Progress;
        let Some(last) = activity.notes.last() else {
            return Err(CommandError::new(
                opened.messages.change_error(&ChangeError::NothingToUndo { id, what }),
            )
            .into());
        };
        change.edits.push(Edit::Pull { id, key: ActivityKey::Notes.into(), at: activity.notes.len() - 1 });
        let from = Some(format!("{} {}", last.on, last.text));
        said.push(opened.messages.confirmation(&Confirmation::Changed { what, from, to: None }));
        back = format!(" {} --on {}", quoted(&last.text), last.on);
    }
    if let Some(typed) = &args.expect {
        let to = if typed == "none" { None } else { Some(dates::deadline(typed, opened)?) };
        let from = activity.details.expected;
        if from == to {
            let name = opened.messages.label(Label::Expected);
            said.push(opened.messages.aside(name, &opened.messages.confirmation(&Confirmation::Unchanged)));
        } else {
            change.edits.push(match to {
                Some(day) => Edit::Set { id, key: ActivityKey::Expected.into(), value: Value::Date(day) },
                None => Edit::Unset { id, key: ActivityKey::Expected.into() },
            });
            let shown = |day: Option<NaiveDate>| day.map(|day| opened.messages.day(day));
            let (from, to) = (shown(from), shown(to));
            said.push(opened.messages.confirmation(&Confirmation::Changed {
                what: Label::Expected,
                from,
                to,
            }));
            let before = activity.details.expected.map_or_else(|| "none".to_owned(), |day| day.to_string());
            back.extend([" --expect ", &before]);
        }
    }
    if !back.is_empty() {
        change.take_back.push(format!("note {id}{back}"));
    }
    change.say(title(id, &activity.title), said);
    Ok(())
}
