//! `plan overdue`: what is late, and what soon will be.

use crate::cli::{
    Answer, Block, Context, Exit, Json,
    table::{late_and_soon, table},
};
use crate::export::json;
use crate::messages::Listing;

#[derive(clap::Args)]
#[command(before_help = "Examples:
  plan overdue
  plan overdue --soon                   and what falls due in the next days, as the plan counts them
  plan overdue --soon 14 --exit-code    for scripts: exits 3 when anything is listed")]
pub(super) struct Args {
    /// Also what falls due within N days; without N, the plan's own number
    #[arg(long, value_name = "N", num_args = 0..=1)]
    soon: Option<Option<u32>>,
    /// Exit 3 when anything is listed
    #[arg(long)]
    exit_code: bool,
    /// Print nothing when nothing is listed
    #[arg(long, short)]
    quiet: bool,
    #[command(flatten)]
    output: Json,
}

pub(super) fn run(args: &Args, context: &Context) -> anyhow::Result<Answer> {
    context.view(|opened| {
        let (agenda, messages) = (opened.agenda(), opened.messages);
        let late = agenda.overdue();
        let days = args.soon.map(|days| days.unwrap_or(agenda.soon()));
        let soon = days.map_or_else(Vec::new, |days| agenda.due_within(days));
        let found = !late.is_empty() || !soon.is_empty();
        let exit = if args.exit_code && found { Exit::Found } else { Exit::Success };
        if args.quiet && !found {
            return Ok(Answer::default());
        }
        if args.output.json {
            let items = [late, soon].concat();
            return Ok(Answer { exit, ..json::list(&agenda, &items, opened.file()).into() });
        }
        let (overdue, soon_count) = (late.len(), days.map(|days| (days, soon.len())));
        let counts = Listing::OverdueCounts { total: agenda.total(), overdue, soon: soon_count };
        let mut screen = opened.screen();
        let mut sentences = vec![opened.today(), messages.listing(&counts)];
        sentences.extend(opened.ended());
        if found {
            let groups = late_and_soon(&late, &soon, days.unwrap_or_default(), opened);
            screen.blocks.push(Block::Table(table(&groups, false, opened)));
            screen.blocks.push(Block::line(sentences.join(messages.gap())));
        } else {
            sentences.insert(0, messages.listing(&Listing::NothingOverdue));
            screen.blocks.push(Block::Text(sentences.join(messages.gap())));
        }
        let how = (context.watched && found).then(|| messages.listing(&Listing::HowToRecord));
        Ok(Answer { exit, notices: how.into_iter().collect(), ..screen.into() })
    })
}
