//! `plan add`: an activity that the document did not have.

use super::list;
use crate::cli::answer::{Answer, CommandError};
use crate::cli::change::{self, Change, Request, title};
use crate::cli::context::{Context, Opened};
use crate::cli::{dates, ids};
use crate::messages::{ArgumentError, Confirmation, Messages};
use crate::model::Text;
use crate::model::check::{Inherited, inherited, is_well_formed};
use crate::model::date::When;
use crate::model::diagnostic::Code;
use crate::model::key::ActivityKey;
use crate::model::plan::{Activity, Plan};
use crate::planfile::edit::{Edit, Value};

#[derive(clap::Args)]
#[command(before_help = "Examples:
  plan add 召开推进会 --due 7月20日前 --group 集中讨论 --owner 办公室
  plan add \"Second pilot site\" --due 2026-11-30 --phase RP1 --id D2.3")]
pub(super) struct Args {
    /// What is to be done
    #[arg(value_parser = crate::cli::arguments::some_text)]
    title: String,
    /// Its deadline, a date or words as the document would have them
    #[arg(long, value_name = "WHEN")]
    due: String,
    /// The heading it stands under
    #[arg(long, value_parser = crate::cli::arguments::some_text)]
    group: Option<String>,
    /// Who answers for it
    #[arg(long, value_name = "WHO", value_parser = crate::cli::arguments::some_text)]
    owner: Option<String>,
    /// Its phase
    #[arg(long, value_name = "ID", add = crate::cli::complete::phases())]
    phase: Option<String>,
    /// Its id; without it, the last one there with its number raised
    #[arg(long)]
    id: Option<String>,
    /// Say what would change, and change nothing
    #[arg(long)]
    dry_run: bool,
}

pub(super) fn run(args: &Args, context: &Context) -> anyhow::Result<Answer> {
    let request = Request { command: "add", dry_run: args.dry_run };
    change::carry_out(&request, context, |opened, _| add(args, opened))
}

fn add<'o>(args: &Args, opened: &'o Opened<'o>) -> anyhow::Result<Change<'o>> {
    let Opened { plan, messages, .. } = opened;
    let phase = args.phase.as_deref().map(|typed| list::phase(typed, plan, *messages)).transpose()?;
    let phase_at = phase.as_ref().and_then(|id| plan.phases.iter().position(|phase| phase.id == *id));
    let neighbour = neighbour(args.group.as_deref(), phase_at, plan);
    let id = match &args.id {
        Some(typed) => free(&ids::plain(typed), plan, *messages)?,
        None => next(args, neighbour, opened)?,
    };
    let (key, due, shown) = deadline(&args.due, phase_at, opened)?;
    let text = |value: &str| Value::Text(value.to_owned().into());
    let mut pairs = vec![(ActivityKey::Id, text(&id)), (ActivityKey::Title, text(&args.title)), (key, due)];
    let more =
        [(ActivityKey::Phase, &phase), (ActivityKey::Group, &args.group), (ActivityKey::Owner, &args.owner)];
    pairs.extend(more.into_iter().filter_map(|(key, value)| Some((key, text(value.as_ref()?)))));
    let after = neighbour.or(plan.activities.last()).map(|after| after.id.as_ref());
    let mut change = Change { edits: vec![Edit::Add { after, pairs }], ..Change::default() };
    change.say(title(&id, &args.title), vec![messages.confirmation(&Confirmation::New { due: shown })]);
    change.take_back.push(format!("cancel {id} --why …"));
    Ok(change)
}

/// Returns the key and the value of the deadline, and the day that it means.
fn deadline(
    typed: &str,
    phase: Option<usize>,
    opened: &Opened<'_>,
) -> anyhow::Result<(ActivityKey, Value<'static>, String)> {
    let Opened { plan, messages, .. } = opened;
    let text = || Text::Owned(typed.to_owned());
    if let Some(whose) = inherited(typed) {
        let (range, code) = match whose {
            Inherited::Phase => {
                (phase.map(|at| plan.phases[at].range), Code::NoPhaseForPeriod { words: text() })
            }
            Inherited::Plan => (plan.range, Code::NoPlanPeriod { words: text() }),
        };
        let range = range.ok_or_else(|| dates::faulty(&code, *messages))?;
        return Ok((ActivityKey::Period, Value::Text(text()), messages.day(range.end)));
    }
    let shown = match dates::reading(typed, &dates::calendar(opened, phase), *messages)?.when {
        When::Due(day) => messages.day(day),
        When::Range(range) => messages.day(range.end),
        When::OpenEnded { .. } | When::Recurring => typed.to_owned(),
    };
    Ok((ActivityKey::Due, typed.parse().map_or_else(|_| Value::Text(text()), Value::Date), shown))
}

/// Returns the last activity of the group, else of the phase.
fn neighbour<'p>(group: Option<&str>, phase: Option<usize>, plan: &'p Plan<'p>) -> Option<&'p Activity<'p>> {
    let last = |wanted: &dyn Fn(&Activity<'_>) -> bool| plan.activities.iter().rfind(|one| wanted(one));
    let of_group = group.and_then(|group| last(&|one| one.details.group.as_deref() == Some(group)));
    of_group.or_else(|| phase.and_then(|phase| last(&|one| one.phase == Some(phase))))
}

/// Returns the id after that of the last activity there.
fn next(args: &Args, neighbour: Option<&Activity<'_>>, opened: &Opened<'_>) -> anyhow::Result<String> {
    let plan = &opened.plan;
    let of_all = plan.activities.last().filter(|_| args.group.is_none() && args.phase.is_none());
    let raised = neighbour.or(of_all).and_then(|last| raise(&last.id, plan));
    raised.ok_or_else(|| {
        let group = args.group.as_deref().or(args.phase.as_deref()).unwrap_or(&plan.title);
        CommandError::new(opened.messages.argument_error(&ArgumentError::NeedsId { group })).into()
    })
}

/// Raises the last number of `id` until nothing else has it.
fn raise(id: &str, plan: &Plan<'_>) -> Option<String> {
    let stem = id.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = &id[stem.len()..];
    let number: u64 = digits.parse().ok()?;
    let width = digits.len();
    (number.saturating_add(1)..u64::MAX)
        .map(|number| format!("{stem}{number:0width$}"))
        .find(|id| !plan.has_id(id))
}

fn free(id: &str, plan: &Plan<'_>, messages: &dyn Messages) -> anyhow::Result<String> {
    let text = || Text::Owned(id.to_owned());
    let code = if !is_well_formed(id) {
        Code::BadId { id: text() }
    } else if plan.has_id(id) {
        Code::DuplicateId { id: text() }
    } else {
        return Ok(id.to_owned());
    };
    Err(dates::faulty(&code, messages).into())
}
