//! `plan add`: an activity that the document did not have.

use chrono::{Datelike, NaiveDate};

use crate::cli::{
    Answer, Change, CommandError, Context, Day, DryRun, Opened,
    change::{self, text},
    complete, dates, ids,
    rounds::{MOST, highest, kin},
    some_name, some_text,
    typing::option,
};
use crate::messages::{ArgumentError, Confirmation, Language, Messages, Recurrence};
use crate::model::check::{Inherited, inherited};
use crate::model::date::{DateRange, Reading, Rhythm, When};
use crate::model::diagnostic::Code;
use crate::model::key::ActivityKey;
use crate::planfile::edit::{Edit, Value};

#[derive(clap::Args)]
#[command(before_help = "Examples:
  plan add 召开推进会 --due 7月20日前 --group 集中讨论 --owner 办公室
  plan add \"Second pilot site\" --due 2026-11-30 --phase RP1 --id D2.3
  plan add 报送旬报 --due 每月10日前 --period 6月至12月     one activity a date")]
pub(super) struct Args {
    /// What is to be done
    #[arg(value_parser = some_text)]
    title: String,
    /// Its deadline, a date or words as the document would have them; what comes back (每月10日前) becomes one activity
    /// a date
    #[arg(long, value_name = "WHEN")]
    due: String,
    /// The first and the last day of what comes back; without it, those of its phase, else of the plan
    #[arg(long, value_name = "WORDS")]
    period: Option<String>,
    /// The heading it stands under
    #[arg(long, value_parser = some_name, add = complete::groups())]
    group: Option<String>,
    /// Who answers for it (repeatable); the first leads
    #[arg(long, value_name = "WHO", value_parser = some_name, add = complete::owners())]
    owner: Vec<String>,
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
    let (opened, agenda) = (change.opened, change.opened.agenda());
    let phase = args.phase.as_deref().map(|typed| ids::phase(typed, opened)).transpose()?;
    let phase_id = phase.map(|at| agenda.phases()[at].id);
    let kin = kin(args.group.as_deref(), phase_id, &agenda);
    let of_phase =
        || agenda.items().filter(|one| phase.is_some() && one.phase.map(|of| of.id) == phase_id).last();
    let after = kin.last().copied().or_else(of_phase).or_else(|| agenda.items().last());
    let deadlines = deadlines(args, phase, change)?;
    let ids = next_ids(args, highest(&kin), deadlines.len(), opened)?;
    let mut new = Vec::new();
    for (id, Deadline { title, mut pairs, shown }) in ids.iter().zip(deadlines) {
        let named = [(ActivityKey::Id, text(id)), (ActivityKey::Title, text(&title))];
        pairs.splice(..0, named);
        let place = [(ActivityKey::Phase, phase_id), (ActivityKey::Group, args.group.as_deref())];
        pairs.extend(place.into_iter().filter_map(|(key, value)| Some((key, text(value?)))));
        let owners: Vec<_> = args.owner.iter().map(|owner| owner.clone().into()).collect();
        pairs.extend((!owners.is_empty()).then_some((ActivityKey::Owner, Value::Names(owners))));
        pairs.push((ActivityKey::Added, Value::Date(opened.day.today)));
        new.push(pairs);
        let said = opened.messages.confirmation(&Confirmation::New { due: shown });
        change.say(id, &title, vec![said]);
    }
    change.edits.push(Edit::Add { after: after.map(|after| after.id), new });
    let why = option("--why", opened.messages.added_by_mistake());
    change.take_back.push(format!("cancel {}{why}", ids.join(" ")));
    Ok(())
}

/// An activity that is to come.
struct Deadline {
    title: String,
    /// The keys of its deadline, and their values.
    pairs: Vec<(ActivityKey, Value<'static>)>,
    /// The day that it means.
    shown: String,
}

/// Returns the deadline, or those of what comes back, each with its title.
fn deadlines(args: &Args, phase: Option<usize>, change: &mut Change<'_>) -> anyhow::Result<Vec<Deadline>> {
    let (typed, messages) = (args.due.as_str(), change.opened.messages);
    let single = |pair, shown| Ok(vec![Deadline { title: args.title.clone(), pairs: vec![pair], shown }]);
    let rounds = match inherited(typed) {
        Some(_) => None,
        None => Some(dates::reading(typed, phase, change.opened.day.today, change)?),
    };
    if let Some((Reading { when: When::Recurring(rhythm), .. }, _)) = rounds {
        return each_round(args, rhythm, phase, change);
    }
    if args.period.is_some() {
        return Err(wrong(&Recurrence::OnlyHere, messages).wrong_arguments().into());
    }
    let Some((reading, saved)) = rounds else {
        let range = lasting(typed, phase, change.opened)?;
        return single((ActivityKey::Period, text(typed)), messages.day(range.end));
    };
    let day = reading.when.deadline();
    dates::say_if_past(typed, day, change)?;
    let shown = day.map_or_else(|| typed.to_owned(), |day| messages.day(day));
    let value = match (saved, day) {
        (Some(_), Some(day)) => Value::Date(day),
        (Some(words), None) => text(&words),
        (None, _) => typed.parse().map_or_else(|_| text(typed), Value::Date),
    };
    single((ActivityKey::Due, value), shown)
}

/// Returns the time of the phase or the plan, which the words name.
fn lasting(words: &str, phase: Option<usize>, opened: &Opened<'_>) -> anyhow::Result<DateRange> {
    let calendar = opened.calendar(phase);
    let (range, code) = match inherited(words) {
        Some(Inherited::Phase) => (calendar.phase, Code::NoPhaseForPeriod { words: words.into() }),
        _ => (calendar.plan, Code::NoPlanPeriod { words: words.into() }),
    };
    range.ok_or_else(|| CommandError::of_code(&code, opened.messages).into())
}

/// Writes out what comes back: each date within the time that was typed, else within the phase or the plan.
fn each_round(
    args: &Args,
    rhythm: Option<Rhythm>,
    phase: Option<usize>,
    change: &mut Change<'_>,
) -> anyhow::Result<Vec<Deadline>> {
    let Opened { messages, day: Day { today, .. }, .. } = *change.opened;
    let Some(rhythm) = rhythm else {
        let error = wrong(&Recurrence::Uncertain { words: &args.due }, messages);
        return Err(error.hint(messages.recurrence(&Recurrence::CertainWords)).into());
    };
    let calendar = change.opened.calendar(phase);
    let range = match &args.period {
        Some(typed) => Some(time(typed, phase, change)?),
        None => calendar.phase.or(calendar.plan),
    };
    let range = range.ok_or_else(|| wrong(&Recurrence::NoPeriod, messages))?;
    let days: Vec<NaiveDate> = rhythm.days(range).take(MOST + 1).collect();
    let (Some(first), Some(last)) = (days.first(), days.last()) else {
        return Err(wrong(&Recurrence::NoRounds { range }, messages).into());
    };
    if days.len() > MOST {
        return Err(wrong(&Recurrence::TooMany { most: MOST }, messages).into());
    }
    let past = days.iter().filter(|day| **day < today).count();
    change.first = (past > 0).then(|| messages.recurrence(&Recurrence::Past { count: past }));
    let in_title = Language::of(&args.title).messages();
    let with_year = first.year() != last.year();
    let round = |day: &NaiveDate| Deadline {
        title: in_title.title_of_round(&args.title, rhythm, *day, with_year),
        pairs: vec![(ActivityKey::Due, Value::Date(*day)), (ActivityKey::Words, text(&args.due))],
        shown: messages.day(*day),
    };
    Ok(days.iter().map(round).collect())
}

/// Reads a first and a last day.
fn time(typed: &str, phase: Option<usize>, change: &mut Change<'_>) -> anyhow::Result<DateRange> {
    // It may be over.
    let (reading, _) = dates::reading(typed, phase, NaiveDate::MIN, change)?;
    match reading.when {
        When::Range(range) => Ok(range),
        _ => {
            let code = Code::NotARange { words: typed.into() };
            Err(CommandError::of_code(&code, change.opened.messages).into())
        }
    }
}

fn wrong(error: &Recurrence<'_>, messages: &dyn Messages) -> CommandError {
    CommandError::new(messages.recurrence(error))
}

/// Returns so many ids: the one that was typed, and those that follow; else those after the `highest`.
fn next_ids(
    args: &Args,
    highest: Option<&str>,
    count: usize,
    opened: &Opened<'_>,
) -> anyhow::Result<Vec<String>> {
    let typed = args.id.as_deref().map(|typed| ids::free(typed, opened)).transpose()?;
    let before = typed.as_deref().or(highest);
    let after = before.into_iter().flat_map(|id| ids::raised(id, |id| ids::free(id, opened).is_ok()));
    let ids: Vec<String> = typed.clone().into_iter().chain(after).take(count).collect();
    if ids.len() < count {
        let group = typed.as_deref().or(args.group.as_deref()).or(args.phase.as_deref());
        let error = ArgumentError::NeedsId { group: group.unwrap_or(opened.title()) };
        return Err(CommandError::new(opened.messages.argument_error(&error)).into());
    }
    Ok(ids)
}
