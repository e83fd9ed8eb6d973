//! `plan overdue`: what is late, and what soon will be.

use chrono::Days;

use crate::cli::answer::{Answer, Exit};
use crate::cli::context::{Context, Opened};
use crate::cli::locate;
use crate::cli::table::{Rows, head};
use crate::export::json;
use crate::messages::{Listing, Messages};
use crate::model::agenda::{Agenda, Item};
use crate::terminal::fold;

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
    /// Write JSON
    #[arg(long)]
    json: bool,
}

pub(super) fn run(args: &Args, context: &Context) -> anyhow::Result<Answer> {
    let (located, source) = context.source()?;
    let opened = context.open(&source)?;
    let Opened { plan, day, messages } = &opened;
    let agenda = Agenda::new(plan, day.today);
    let late = agenda.overdue();
    let days = args.soon.map(|days| days.unwrap_or(plan.soon));
    let soon = days.map_or_else(Vec::new, |days| agenda.due_within(days));
    let found = !late.is_empty() || !soon.is_empty();
    let exit = if args.exit_code && found { Exit::Found } else { Exit::Success };
    if args.quiet && !found {
        return Ok(Answer::default());
    }
    if args.json {
        let agenda = Agenda { items: [late, soon].concat(), ..agenda };
        return Ok(Answer { out: json::list(&agenda, &located.name), exit, ..Answer::default() });
    }
    let counts = Listing::OverdueCounts {
        total: agenda.items.len(),
        overdue: late.len(),
        soon: days.map(|days| (days, soon.len())),
    };
    let mut out = head(plan, &located.name, context.screen);
    let sections = sections(&opened, late, days.map(|days| (days, soon)));
    if sections.is_empty() {
        out.push_str(&messages.listing(&Listing::NothingOverdue));
        out.push_str(messages.gap());
    } else {
        let rows = Rows { messages: *messages, agenda: &agenda, screen: context.screen };
        out.push('\n');
        out.push_str(&rows.listing(&sections, false));
        out.push('\n');
    }
    let mut closing = vec![opened.today(), messages.listing(&counts)];
    closing.extend(opened.ended());
    out.push_str(&fold(&closing.join(messages.gap()), context.screen));
    let mut notices = locate::notice(&located, *messages);
    if context.watched && found {
        notices.push_str(&messages.listing(&Listing::HowToRecord));
        notices.push('\n');
    }
    Ok(Answer { out, notices, exit })
}

/// Returns what is to be shown, without empty parts.
fn sections<'p>(
    opened: &Opened<'_>,
    late: Vec<Item<'p>>,
    soon: Option<(u32, Vec<Item<'p>>)>,
) -> Vec<(Option<String>, Vec<Item<'p>>)> {
    let messages: &dyn Messages = opened.messages;
    let mut sections = Vec::new();
    if !late.is_empty() {
        sections.push((Some(messages.listing(&Listing::OverdueHeading(late.len()))), late));
    }
    if let Some((days, soon)) = soon.filter(|(_, soon)| !soon.is_empty()) {
        let today = opened.day.today;
        let until = today.checked_add_days(Days::new(days.into())).unwrap_or(today);
        let heading = Listing::SoonHeading { count: soon.len(), days, until };
        sections.push((Some(messages.listing(&heading)), soon));
    }
    sections
}
