//! `plan list`: the activities with their status, in the document's order.

use crate::cli::{
    Answer, Block, Context, Json, Opened, Selection,
    table::{Group, table},
};
use crate::export::json;
use crate::messages::{Glance, Listing, Messages};
use crate::model::agenda::{Agenda, Counts, Item, by_due};
use crate::model::plan::both_ends;
use crate::model::text::look;

#[derive(clap::Args)]
#[command(before_help = "Examples:
  plan list
  plan list --unfinished --sort due
  plan list 创新 调研                        what holds both words
  plan list --phase P2 --status overdue --status due-soon
  plan list --json")]
pub(super) struct Args {
    #[command(flatten)]
    selection: Selection,
    /// Only what is unfinished and has had no note for N days
    #[arg(long, value_name = "N")]
    stale: Option<u32>,
    /// Order by deadline, without headings
    #[arg(long, value_name = "BY", value_parser = ["due"])]
    sort: Option<String>,
    #[command(flatten)]
    output: Json,
}

pub(super) fn run(args: &Args, context: &Context) -> anyhow::Result<Answer> {
    context.view(|opened| {
        let agenda = opened.agenda();
        let filter = args.selection.resolve(&agenda, opened)?;
        let mut items = args.stale.map_or_else(|| agenda.items().collect(), |days| agenda.stale(days));
        items.retain(|item| filter.admits(item));
        if args.sort.is_some() {
            by_due(&mut items);
        }
        if args.output.json {
            return Ok(json::list(&agenda, &items, opened.file()).into());
        }
        let mut screen = opened.screen();
        let closing = closing(&agenda, &items, opened);
        screen.blocks.push(if items.is_empty() {
            Block::line(opened.messages.listing(&Listing::NothingMatches))
        } else {
            let groups = if args.sort.is_some() {
                vec![(None, items)]
            } else {
                groups(&items, &agenda, opened.messages)
            };
            Block::Table(table(&groups, true, opened.messages, opened.terminal))
        });
        screen.blocks.push(Block::line(closing));
        Ok(screen.into())
    })
}

/// Returns the closing sentences: the day, how many stand how, and whether the plan is over.
fn closing(agenda: &Agenda<'_>, items: &[Item<'_>], opened: &Opened<'_>) -> String {
    let messages = opened.messages;
    let (shown, of) = (items.len(), agenda.total());
    let mut sentences = vec![opened.today()];
    sentences.extend((shown < of).then(|| messages.listing(&Listing::Listed { shown, of })));
    sentences.push(messages.summary(&Counts::of(items.iter().copied()), agenda.soon()));
    sentences.extend(opened.ended());
    sentences.join(messages.gap())
}

/// Cuts the items where the heading changes. What belongs nowhere gets a heading of its own where it would stand under
/// that of others.
fn groups<'p>(items: &[Item<'p>], agenda: &Agenda<'p>, messages: &dyn Messages) -> Vec<Group<'p>> {
    let mut groups: Vec<Group<'p>> = Vec::new();
    for item in items {
        let heading = heading(item, messages);
        match groups.last_mut() {
            Some((last, items)) if last.as_deref().map(look) == heading.as_deref().map(look) => {
                items.push(*item);
            }
            _ => groups.push((heading, vec![*item])),
        }
    }
    let nowhere = if agenda.phases().is_empty() { Glance::NoGroup } else { Glance::NoPhase };
    for (heading, _) in groups.iter_mut().skip(1) {
        heading.get_or_insert_with(|| messages.glance(&nowhere));
    }
    groups
}

/// Returns the group of an activity, else its phase with the phase's time.
fn heading(item: &Item<'_>, messages: &dyn Messages) -> Option<String> {
    let of_phase = || {
        let phase = item.phase?;
        let (id, title, dates) = (phase.id, phase.title, both_ends(phase.range));
        Some(messages.listing(&Listing::PhaseHeading { id, title, words: phase.words.unwrap_or(&dates) }))
    };
    item.group().map(str::to_owned).or_else(of_phase)
}
