//! `plan add`: an activity that the document did not have.

use crate::cli::{
    Answer, Change, CommandError, Context, DryRun, Opened,
    change::{self, text},
    complete, dates, ids, some_name, some_text,
    typing::option,
};
use crate::messages::{ArgumentError, Confirmation};
use crate::model::check::{Inherited, inherited, is_well_formed};
use crate::model::diagnostic::Code;
use crate::model::key::ActivityKey;
use crate::model::plan::{Entry, Index};
use crate::model::text::look_the_same;
use crate::planfile::edit::{Edit, Value};

#[derive(clap::Args)]
#[command(before_help = "Examples:
  plan add 召开推进会 --due 7月20日前 --group 集中讨论 --owner 办公室
  plan add \"Second pilot site\" --due 2026-11-30 --phase RP1 --id D2.3")]
pub(super) struct Args {
    /// What is to be done
    #[arg(value_parser = some_text)]
    title: String,
    /// Its deadline, a date or words as the document would have them
    #[arg(long, value_name = "WHEN")]
    due: String,
    /// The heading it stands under
    #[arg(long, value_parser = some_name, add = complete::groups())]
    group: Option<String>,
    /// Who answers for it
    #[arg(long, value_name = "WHO", value_parser = some_name, add = complete::owners())]
    owner: Option<String>,
    /// Its phase
    #[arg(long, value_name = "ID", add = complete::phases())]
    phase: Option<String>,
    /// Its id; without it, the last one there with its number raised
    #[arg(long)]
    id: Option<String>,
    #[command(flatten)]
    write: DryRun,
}

pub(super) fn run(args: &Args, context: &Context) -> anyhow::Result<Answer> {
    change::carry_out("add", args.write.dry_run, context, |change| add(args, change))
}

fn add(args: &Args, change: &mut Change<'_>) -> anyhow::Result<()> {
    let opened = change.opened;
    let phase = args.phase.as_deref().map(|typed| ids::phase(typed, opened)).transpose()?;
    let neighbour = neighbour(args.group.as_deref(), phase, change);
    let id = match &args.id {
        Some(typed) => ids::free(typed, opened)?,
        None => next(args, neighbour.as_ref(), change)?,
    };
    let phase_id = phase.map(|at| change.entry(Index::Phase(at)).id.to_owned());
    let (key, due, shown) = deadline(&args.due, phase, change)?;
    let mut pairs = vec![(ActivityKey::Id, text(&id)), (ActivityKey::Title, text(&args.title)), (key, due)];
    let more = [
        (ActivityKey::Phase, &phase_id),
        (ActivityKey::Group, &args.group),
        (ActivityKey::Owner, &args.owner),
    ];
    pairs.extend(more.into_iter().filter_map(|(key, value)| Some((key, text(value.as_ref()?)))));
    pairs.push((ActivityKey::Added, Value::Date(opened.day.today)));
    let after = neighbour.or_else(|| change.entries().next_back()).map(|after| after.id);
    change.edits.push(Edit::Add { after, pairs });
    let new = opened.messages.confirmation(&Confirmation::New { due: shown });
    change.say(&id, &args.title, vec![new]);
    let why = option("--why", opened.messages.added_by_mistake());
    change.take_back.push(format!("cancel {id}{why}"));
    Ok(())
}

/// Returns the key and the value of the deadline, and the day that it means.
fn deadline(
    typed: &str,
    phase: Option<usize>,
    change: &mut Change<'_>,
) -> anyhow::Result<(ActivityKey, Value<'static>, String)> {
    let (opened, messages) = (change.opened, change.opened.messages);
    if let Some(whose) = inherited(typed) {
        let calendar = opened.calendar(phase);
        let (range, code) = match whose {
            Inherited::Phase => (calendar.phase, Code::NoPhaseForPeriod { words: typed.into() }),
            Inherited::Plan => (calendar.plan, Code::NoPlanPeriod { words: typed.into() }),
        };
        let range = range.ok_or_else(|| CommandError::of_code(&code, messages))?;
        return Ok((ActivityKey::Period, text(typed), messages.day(range.end)));
    }
    let (reading, counted) = dates::reading(typed, phase, Some(opened.day.today), change)?;
    let day = reading.when.deadline();
    let shown = day.map_or_else(|| typed.to_owned(), |day| messages.day(day));
    // What counts from today would mean another day tomorrow.
    let value = match (counted, day) {
        (Some(_), Some(day)) => Value::Date(day),
        (Some(counted), None) => text(&counted),
        (None, _) => typed.parse().map_or_else(|_| text(typed), Value::Date),
    };
    Ok((ActivityKey::Due, value, shown))
}

/// Returns the last activity of the group, else of the phase.
fn neighbour<'o>(group: Option<&str>, phase: Option<usize>, change: &Change<'o>) -> Option<Entry<'o>> {
    let last = |wanted: &dyn Fn(&Entry<'_>) -> bool| change.entries().rfind(|one| wanted(one));
    let of_group = group.and_then(|group| {
        last(&|one| one.details.group.as_deref().is_some_and(|of| look_the_same(of, group)))
    });
    of_group.or_else(|| phase.and_then(|phase| last(&|one| one.phase == Some(phase))))
}

/// Returns the id after that of the last activity there.
fn next(args: &Args, neighbour: Option<&Entry<'_>>, change: &Change<'_>) -> anyhow::Result<String> {
    let opened = change.opened;
    let is_free = args.group.is_none() && args.phase.is_none();
    let of_all = change.entries().next_back().filter(|_| is_free);
    let last = neighbour.or(of_all.as_ref());
    last.and_then(|last| raise(last.id, opened)).ok_or_else(|| {
        let group = args.group.as_deref().or(args.phase.as_deref()).unwrap_or(opened.title());
        CommandError::new(opened.messages.argument_error(&ArgumentError::NeedsId { group })).into()
    })
}

/// Raises the last number of `id` until nothing else has it.
fn raise(id: &str, opened: &Opened<'_>) -> Option<String> {
    let stem = id.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = &id[stem.len()..];
    let number: u64 = digits.parse().ok()?;
    let width = digits.len();
    (number.saturating_add(1)..u64::MAX)
        .map(|number| format!("{stem}{number:0width$}"))
        .take_while(|id| is_well_formed(id))
        .find(|id| ids::free(id, opened).is_ok())
}
