//! `plan list`: the activities with their status, in the document's order.

use crate::cli::answer::{Answer, CommandError};
use crate::cli::context::{Context, Opened};
use crate::cli::table::{Rows, head};
use crate::cli::{ids, locate};
use crate::export::json;
use crate::messages::{ArgumentError, Label, Listing, Messages, STATUSES};
use crate::model::agenda::{Agenda, Filter, Item};
use crate::model::plan::{Activity, Plan};
use crate::terminal::fold;

#[derive(clap::Args)]
#[command(before_help = "Examples:
  plan list
  plan list --unfinished --sort due
  plan list --phase P2 --status overdue --status due-soon
  plan list --json")]
pub(super) struct Args {
    /// Only of this phase (repeatable)
    #[arg(long, value_name = "ID", add = crate::cli::complete::phases())]
    phase: Vec<String>,
    /// Only of this group (repeatable)
    #[arg(long)]
    group: Vec<String>,
    /// Only of this owner (repeatable)
    #[arg(long)]
    owner: Vec<String>,
    /// Only with this status (repeatable)
    #[arg(long, value_parser = STATUSES)]
    status: Vec<String>,
    /// Only what still has to be done
    #[arg(long)]
    unfinished: bool,
    /// Only what is unfinished and has had no note for N days
    #[arg(long, value_name = "N")]
    stale: Option<u32>,
    /// Order by deadline, without headings
    #[arg(long, value_name = "BY", value_parser = ["due"])]
    sort: Option<String>,
    /// Write JSON
    #[arg(long)]
    json: bool,
}

pub(super) fn run(args: &Args, context: &Context) -> anyhow::Result<Answer> {
    let (located, source) = context.source()?;
    let opened = context.open(&source)?;
    let Opened { plan, day, messages } = &opened;
    let filter = filter(args, plan, *messages)?;
    let mut all = Agenda::new(plan, day.today);
    let total = all.items.len();
    if let Some(days) = args.stale {
        all.items = all.stale(days);
    }
    let agenda = all.filtered(&filter);
    let agenda = if args.sort.is_some() { agenda.by_due() } else { agenda };
    if args.json {
        return Ok(Answer::of(json::list(&agenda, &located.name)));
    }
    let mut out = head(plan, &located.name, context.screen);
    out.push('\n');
    if agenda.items.is_empty() {
        out.push_str(&messages.listing(&Listing::NothingMatches));
        out.push('\n');
    } else {
        let sections = if args.sort.is_some() {
            vec![(None, agenda.items.clone())]
        } else {
            sections(&agenda, *messages)
        };
        let rows = Rows { messages: *messages, agenda: &agenda, screen: context.screen };
        out.push_str(&rows.listing(&sections, true));
    }
    out.push('\n');
    out.push_str(&fold(&summary(&opened, &agenda, total), context.screen));
    Ok(Answer { out, notices: locate::notice(&located, *messages), ..Answer::default() })
}

/// Returns the closing line: the day, how many stand how, and whether the plan is over.
fn summary(opened: &Opened<'_>, agenda: &Agenda<'_>, total: usize) -> String {
    let messages = opened.messages;
    let mut parts = vec![opened.today()];
    if agenda.items.len() < total {
        parts.push(messages.listing(&Listing::Listed { shown: agenda.items.len(), of: total }));
    }
    parts.push(messages.summary(&agenda.counts(), agenda.plan.soon));
    parts.extend(opened.ended());
    parts.join(messages.gap())
}

fn filter(args: &Args, plan: &Plan<'_>, messages: &dyn Messages) -> anyhow::Result<Filter> {
    let phases = args.phase.iter().map(|typed| phase(typed, plan, messages)).collect::<Result<_, _>>()?;
    known(&args.group, Label::Group, plan, messages, |activity| activity.details.group.as_deref())?;
    known(&args.owner, Label::Owner, plan, messages, |activity| activity.details.owner.as_deref())?;
    Ok(Filter {
        phases,
        groups: args.group.clone(),
        owners: args.owner.clone(),
        statuses: args.status.clone(),
        unfinished: args.unfinished,
    })
}

/// Returns the id of the phase that `typed` names.
pub(super) fn phase(typed: &str, plan: &Plan<'_>, messages: &dyn Messages) -> anyhow::Result<String> {
    let id = ids::plain(typed);
    match plan.phases.iter().find(|phase| phase.id.eq_ignore_ascii_case(&id)) {
        Some(phase) => Ok(phase.id.to_string()),
        None => {
            let known = plan.phases.iter().map(|phase| phase.id.as_ref());
            Err(unknown(Label::Phase, typed, &known.collect::<Vec<_>>(), messages))
        }
    }
}

/// A name that nobody has is a slip, not an empty list.
fn known(
    typed: &[String],
    what: Label,
    plan: &Plan<'_>,
    messages: &dyn Messages,
    of: for<'p> fn(&'p Activity<'p>) -> Option<&'p str>,
) -> anyhow::Result<()> {
    for name in typed {
        if !plan.activities.iter().any(|activity| of(activity) == Some(name)) {
            let mut known: Vec<&str> = Vec::new();
            for name in plan.activities.iter().filter_map(of) {
                if !known.contains(&name) {
                    known.push(name);
                }
            }
            return Err(unknown(what, name, &known, messages));
        }
    }
    Ok(())
}

fn unknown(what: Label, name: &str, known: &[&str], messages: &dyn Messages) -> anyhow::Error {
    let known = if known.is_empty() { "-".to_owned() } else { known.join(", ") };
    CommandError::new(messages.argument_error(&ArgumentError::UnknownName { what, name, known })).into()
}

/// Cuts the agenda where the heading changes.
fn sections<'p>(agenda: &Agenda<'p>, messages: &dyn Messages) -> Vec<(Option<String>, Vec<Item<'p>>)> {
    let mut sections: Vec<(Option<String>, Vec<Item<'p>>)> = Vec::new();
    for item in &agenda.items {
        let heading = heading(item.activity, agenda.plan, agenda.today, messages);
        match sections.last_mut() {
            Some((last, items)) if *last == heading => items.push(*item),
            _ => sections.push((heading, vec![*item])),
        }
    }
    sections
}

/// Returns the group of an activity, else its phase with the phase's time.
fn heading(
    activity: &Activity<'_>,
    plan: &Plan<'_>,
    today: chrono::NaiveDate,
    messages: &dyn Messages,
) -> Option<String> {
    if let Some(group) = &activity.details.group {
        return Some(group.to_string());
    }
    let phase = &plan.phases[activity.phase?];
    let range = phase.range_on(today);
    let range = format!("{} – {}", range.start, range.end);
    let time = phase.words.as_deref().unwrap_or(&range);
    Some(messages.listing(&Listing::PhaseHeading { id: &phase.id, title: &phase.title, words: time }))
}
