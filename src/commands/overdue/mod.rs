//! `plan overdue`: what is late, and what soon will be.

mod args;
mod near;
mod owners;
mod several;

use crate::cli::{Answer, Block, Context, Opened, Several};
use crate::messages::Listing;
use near::Near;

pub(super) use args::Args;

pub(super) fn run(args: &Args, context: &Context) -> anyhow::Result<Answer> {
    match Several::of(context)? {
        Some(several) => several::overdue(args, &several),
        None => context.view(|opened| Ok(overdue(args, opened, context.watched))),
    }
}

fn overdue(args: &Args, opened: &Opened<'_>, watched: bool) -> Answer {
    let (agenda, messages) = (opened.agenda(), opened.messages);
    let near = Near::of(args, &agenda);
    let counted = near.counted(&agenda);
    let (found, exit) = (counted.found(), args.exit(counted.found()));
    if args.quiet && !found {
        return Answer::default();
    }
    if args.output.json {
        return Answer { exit, ..near.json(&agenda, opened).into() };
    }
    let mut screen = opened.screen();
    let closing = counted.closing(Some(opened.today()), opened.ended(), messages);
    if found {
        let soon = near.days.map(Some);
        let by_owner = || owners::table(owners::rows(&near, opened), soon, messages);
        let table = if args.by.is_some() { by_owner() } else { near.table(opened) };
        screen.blocks.extend([Block::Table(table), Block::line(closing)]);
    } else {
        screen.blocks.push(Block::Text(closing));
    }
    let how = (watched && found).then(|| messages.listing(&Listing::HowToRecord));
    Answer { exit, notices: how.into_iter().collect(), ..screen.into() }
}
