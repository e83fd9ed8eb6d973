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
    let kin = kin(args, phase, change);
    let id = match &args.id {
        Some(typed) => ids::free(typed, opened)?,
        None => next(args, &kin, change)?,
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
    let of_phase = || change.entries().rfind(|one| phase.is_some() && one.phase == phase);
    let after = kin.last().cloned().or_else(of_phase).or_else(|| change.entries().next_back());
    let after = after.map(|after| after.id);
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

/// Returns the activities that the new one belongs to, in the file's order: those of its group; without one, those of
/// its phase, or of the plan, that have none either, else all of them.
fn kin<'o>(args: &Args, phase: Option<usize>, change: &Change<'o>) -> Vec<Entry<'o>> {
    let those = |wanted: &dyn Fn(&Entry<'_>) -> bool| change.entries().filter(|one| wanted(one)).collect();
    if let Some(wanted) = &args.group {
        return those(&|one| one.details.group.as_deref().is_some_and(|group| look_the_same(group, wanted)));
    }
    let without_group: Vec<_> = those(&|one| one.phase == phase && one.details.group.is_none());
    if without_group.is_empty() { those(&|one| phase.is_none() || one.phase == phase) } else { without_group }
}

/// Returns the id after those of its kin.
fn next(args: &Args, kin: &[Entry<'_>], change: &Change<'_>) -> anyhow::Result<String> {
    let opened = change.opened;
    kin.iter().rev().find_map(|last| raise(last.id, kin, opened)).ok_or_else(|| {
        let group = args.group.as_deref().or(args.phase.as_deref()).unwrap_or(opened.title());
        CommandError::new(opened.messages.argument_error(&ArgumentError::NeedsId { group })).into()
    })
}

/// Raises the number at the end of `id` above those of its `kin`, until nothing else has it.
fn raise(id: &str, kin: &[Entry<'_>], opened: &Opened<'_>) -> Option<String> {
    let stem = id.trim_end_matches(|c: char| c.is_ascii_digit());
    let width = id.len() - stem.len();
    let number_of = |one: &Entry<'_>| one.id.strip_prefix(stem)?.parse::<u64>().ok();
    let highest = kin.iter().filter_map(number_of).max()?;
    (highest.saturating_add(1)..u64::MAX)
        .map(|number| format!("{stem}{number:0width$}"))
        .take_while(|id| is_well_formed(id))
        .find(|id| ids::free(id, opened).is_ok())
}
