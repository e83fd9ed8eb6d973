//! `plan overdue`: what is late, and what soon will be.

mod near;
mod owners;
mod several;

use crate::cli::{Answer, Block, Context, Exit, Json, Opened, Several};
use crate::messages::Listing;
use near::Near;

#[derive(clap::Args)]
#[command(before_help = "Examples:
  plan overdue
  plan overdue --soon                   and what falls due in the next days, as the plan counts them
  plan overdue --soon 14 --exit-code    for scripts: exits 3 when anything is listed
  plan overdue -f plans --by owner      of all plans in a folder, by those who answer for it")]
pub(super) struct Args {
    /// Also what falls due within N days; without N, the plan's own number
    #[arg(long, value_name = "N", num_args = 0..=1)]
    soon: Option<Option<u32>>,
    /// Under the heads of those who answer for it
    #[arg(long, value_name = "BY", value_parser = ["owner"], conflicts_with = "json")]
    by: Option<String>,
    /// Exit 3 when anything is listed
    #[arg(long)]
    exit_code: bool,
    /// Print nothing when nothing is listed
    #[arg(long, short)]
    quiet: bool,
    #[command(flatten)]
    output: Json,
}

impl Args {
    fn exit(&self, found: bool) -> Exit {
        if self.exit_code && found { Exit::Found } else { Exit::Success }
    }
}

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
