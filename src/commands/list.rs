//! `plan list`: the activities with their status, in the document's order.

use crate::cli::{
    Answer, Block, Context, Json, Opened, Screen, Selection, Several, Unread, agendas,
    table::{Group, table},
    the_same,
};
use crate::export::json;
use crate::messages::{Glance, Listing, Messages};
use crate::model::agenda::{Agenda, Counts, Filter, Item, by_due};
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
    match Several::of(context)? {
        Some(several) => several.view(|plans, unread| list_all(args, plans, unread, &several)),
        None => context.view(|opened| list(args, opened)),
    }
}

fn list(args: &Args, opened: &Opened<'_>) -> anyhow::Result<Answer> {
    let agenda = opened.agenda();
    let filter = args.selection.resolve(&agenda, opened)?;
    let items = items(args, &filter, &agenda);
    if args.output.json {
        return Ok(json::list(&agenda, &items, opened.file()).into());
    }
    let mut screen = opened.screen();
    let mut closing = vec![opened.today()];
    closing.extend(counts(&items, agenda.total(), Some(agenda.soon()), opened.messages));
    closing.extend(opened.ended());
    screen.blocks.push(shown(items, args, &agenda, opened));
    screen.blocks.push(Block::line(closing.join(opened.messages.gap())));
    Ok(screen.into())
}

/// Lists what is meant of each plan under its head, and counts all of it.
fn list_all(args: &Args, plans: &[Opened<'_>], unread: &Unread, several: &Several) -> anyhow::Result<Answer> {
    let agendas = agendas(plans);
    let filters = args.selection.resolve_each(&agendas, plans)?;
    let items = agendas.iter().zip(&filters).map(|(agenda, filter)| match filter {
        Some(filter) => items(args, filter, agenda),
        None => Vec::new(),
    });
    let items: Vec<Vec<Item<'_>>> = items.collect();
    let each =
        || agendas.iter().zip(plans).zip(&items).map(|((agenda, opened), items)| (agenda, opened, items));
    if args.output.json {
        let plans = each().map(|(agenda, opened, items)| json::list(agenda, items, opened.file()));
        return Ok(json::several(&plans.collect::<Vec<_>>(), &unread.files()).into());
    }
    let messages = several.messages();
    let mut screen = Screen::default();
    for (agenda, opened, items) in each().filter(|(.., items)| !items.is_empty()) {
        screen.blocks.push(Block::Head(opened.title().to_owned(), opened.file().to_owned()));
        screen.blocks.push(shown(items.clone(), args, agenda, opened));
    }
    if screen.blocks.is_empty() {
        screen.blocks.push(Block::line(messages.listing(&Listing::NothingMatches)));
    }
    let soon = the_same(agendas.iter().map(Agenda::soon));
    let mut closing: Vec<String> = several.today(plans.iter().map(|opened| opened.day)).into_iter().collect();
    closing.push(messages.so_many_plans(plans.len()));
    let total = agendas.iter().map(Agenda::total).sum();
    closing.extend(counts(&items.concat(), total, soon, messages));
    closing.extend(unread.sentence(messages));
    screen.blocks.push(Block::line(closing.join(messages.gap())));
    Ok(screen.into())
}

/// Returns what is meant, in the order that was asked for.
fn items<'p>(args: &Args, filter: &Filter, agenda: &Agenda<'p>) -> Vec<Item<'p>> {
    let mut items = args.stale.map_or_else(|| agenda.items().collect(), |days| agenda.stale(days));
    items.retain(|item| filter.admits(item));
    if args.sort.is_some() {
        by_due(&mut items);
    }
    items
}

fn shown(items: Vec<Item<'_>>, args: &Args, agenda: &Agenda<'_>, opened: &Opened<'_>) -> Block {
    if items.is_empty() {
        return Block::line(opened.messages.listing(&Listing::NothingMatches));
    }
    let whole = args.sort.is_some();
    let groups = if whole { vec![(None, items)] } else { groups(&items, agenda, opened.messages) };
    Block::Table(table(&groups, true, opened))
}

/// Returns the sentences that say how many there are, and how many stand how.
fn counts(items: &[Item<'_>], of: usize, soon: Option<u32>, messages: &dyn Messages) -> Vec<String> {
    let shown = items.len();
    let listed = (shown < of).then(|| messages.listing(&Listing::Listed { shown, of }));
    listed.into_iter().chain([messages.summary(&Counts::of(items.iter().copied()), soon)]).collect()
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
