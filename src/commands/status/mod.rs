//! `plan status`: the first look in the morning.

mod several;

use crate::cli::{
    Answer, Block, Context, Json, Opened, Several,
    table::{Group, late_and_soon, table},
};
use crate::export::json;
use crate::messages::{Glance, Messages, Remark};
use crate::model::agenda::{Agenda, Counts, Item, PhaseShare, STALE_DAYS};
use crate::model::key::ActivityKey;
use crate::model::plan::both_ends;
use crate::model::report::{moved_ids, moves};
use crate::terminal::{Cell, Section, Table, Tone};

#[derive(clap::Args)]
#[command(before_help = "Examples:
  plan status
  plan status -f plans        all plans in a folder, a line each
  plan status --json")]
pub(super) struct Args {
    #[command(flatten)]
    output: Json,
}

/// No more of what is overdue is shown: the whole must fit on a screen of 24 lines.
const MOST_OVERDUE: usize = 4;
/// No more of what falls due soon is shown.
const MOST_SOON: usize = 3;
/// No more ids are named of what is only counted.
const MOST_IDS: usize = 5;
/// A bar is at most this long; longer ones are scaled, all by the same measure.
const LONGEST_BAR: usize = 24;

pub(super) fn run(args: &Args, context: &Context) -> anyhow::Result<Answer> {
    match Several::of(context)? {
        Some(several) if args.output.json => return several::in_json(&several),
        Some(several) => return several::status(&several),
        None => {}
    }
    context.view(|opened| {
        let (agenda, messages) = (opened.agenda(), opened.messages);
        if args.output.json {
            return Ok(json::status(&agenda, opened.file()).into());
        }
        let mut screen = opened.screen();
        screen.blocks.push(Block::Text(day(&agenda, opened)));
        screen.blocks.push(Block::Text(messages.brief(&Counts::of(agenda.items()), Some(agenda.soon()))));
        screen.blocks.extend(phases(&agenda.by_phase(), messages).map(Block::Table));
        let near = near(&agenda, opened);
        if !near.is_empty() {
            screen.blocks.push(Block::Table(table(&near, false, opened)));
        }
        let remarks = remarks(&agenda, messages);
        screen.blocks.extend((!remarks.is_empty()).then_some(Block::Lines { heading: None, lines: remarks }));
        Ok(screen.into())
    })
}

fn day(agenda: &Agenda<'_>, opened: &Opened<'_>) -> String {
    let mut sentences = vec![opened.today()];
    for (phase, progress) in agenda.current_phases() {
        let (id, title) = (phase.id, phase.title);
        sentences.push(opened.messages.glance(&Glance::Phase { id, title, progress }));
    }
    sentences.extend(opened.ended());
    sentences.join(opened.messages.gap())
}

fn phases(shares: &[PhaseShare<'_>], messages: &dyn Messages) -> Option<Table> {
    let longest = shares.iter().map(|share| share.total).max()?;
    let row = |share: &PhaseShare<'_>| {
        let id = share.phase.map_or("-", |phase| phase.id);
        let count = format!("{}/{}", share.done, share.total);
        let cells = [id, &count, &bar(share, longest), &phase_title(share, messages)];
        cells.map(|text| Cell::new(text, Tone::Plain)).to_vec()
    };
    let header = [
        messages.key(ActivityKey::Id).to_owned(),
        messages.key(ActivityKey::Done).to_owned(),
        messages.glance(&Glance::Bar),
        messages.key(ActivityKey::Phase).to_owned(),
    ];
    let sections = vec![Section { heading: None, rows: shares.iter().map(row).collect() }];
    Some(Table { header: header.to_vec(), sections, ..Table::default() })
}

fn phase_title(share: &PhaseShare<'_>, messages: &dyn Messages) -> String {
    let Some(phase) = share.phase else { return messages.glance(&Glance::NoPhase) };
    messages.aside(phase.title, phase.words.unwrap_or(&both_ends(phase.range)))
}

/// What is overdue, and what soon falls due: the first of each.
fn near<'p>(agenda: &Agenda<'p>, opened: &Opened<'_>) -> Vec<Group<'p>> {
    let soon = agenda.due_within(agenda.soon());
    let mut groups = late_and_soon(&agenda.overdue(), &soon, agenda.soon(), opened);
    for (heading, items) in &mut groups {
        let shown = if items[0].days < Some(0) { MOST_OVERDUE } else { MOST_SOON };
        if items.len() > shown {
            let more = opened.messages.glance(&Glance::First { shown });
            *heading = heading.take().map(|heading| opened.messages.aside(&heading, &more));
            items.truncate(shown);
        }
    }
    groups
}

/// Returns a line for each that there is something to say of, with the ids that it counts.
fn remarks(agenda: &Agenda<'_>, messages: &dyn Messages) -> Vec<String> {
    let moves = moves(agenda, |_| true);
    let late = moves.iter().filter(|moved| moved.change.is_late()).count();
    let remarks: [(Remark, Vec<&str>); 3] = [
        (Remark::Moved { late }, moved_ids(&moves)),
        (Remark::WithoutEvidence, ids_of(&agenda.without_evidence())),
        (Remark::Stale { days: STALE_DAYS }, ids_of(&agenda.stale(STALE_DAYS))),
    ];
    let said = remarks.into_iter().filter(|(_, ids)| !ids.is_empty()).map(|(what, mut ids)| {
        let count = ids.len();
        ids.truncate(MOST_IDS);
        messages.glance(&Glance::Remark { what, ids, count })
    });
    said.collect()
}

fn ids_of<'p>(items: &[Item<'p>]) -> Vec<&'p str> {
    items.iter().map(|item| item.id).collect()
}

/// One character an activity, or fewer where the longest bar would not fit; what is there is always seen.
fn bar(share: &PhaseShare<'_>, longest: usize) -> String {
    let scale = |count: usize| match longest {
        0..=LONGEST_BAR => count,
        _ if count == 0 => 0,
        _ => (count * LONGEST_BAR / longest).max(1),
    };
    ["#".repeat(scale(share.done)), "!".repeat(scale(share.overdue)), ".".repeat(scale(share.open))].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn share(done: usize, overdue: usize, open: usize) -> PhaseShare<'static> {
        PhaseShare { phase: None, total: done + overdue + open, done, overdue, open }
    }

    #[test]
    fn a_bar_has_one_character_an_activity_and_is_scaled_where_it_would_not_fit() {
        assert_eq!(bar(&share(2, 1, 3), 6), "##!...");
        assert_eq!(bar(&share(24, 1, 23), 48), format!("{}!{}", "#".repeat(12), ".".repeat(11)));
        assert_eq!(bar(&share(0, 0, 0), 48), "");
    }
}
