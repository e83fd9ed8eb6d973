//! What is late in several plans, and what soon will be.

use super::args::Args;
use super::near::{Counted, Near};
use super::owners::{self, Row};
use crate::cli::{Answer, Block, Day, Opened, Screen, Several};
use crate::export::json;

/// What is kept of a plan: ten thousand plans as they are would not fit.
struct Kept {
    day: Day,
    counted: Counted,
    /// How many days are left for what is latest.
    latest: Option<i64>,
    shown: Shown,
}

/// What will be shown of a plan.
enum Shown {
    /// Laid out, or JSON.
    Text(String),
    Rows(Vec<Row>),
}

pub(super) fn overdue(args: &Args, several: &Several) -> anyhow::Result<Answer> {
    let looked = several.look(|opened| Ok(Kept::of(args, opened)))?;
    let (mut plans, unread) = (looked.made, looked.unread);
    let counted = plans.iter().map(|plan| plan.counted).reduce(Counted::and).unwrap_or_default();
    let exit = args.exit(counted.found());
    if args.quiet && !counted.found() {
        return Ok(unread.told_in(Answer::default()));
    }
    if args.output.json {
        let plans: Vec<String> = plans.into_iter().filter_map(|plan| plan.shown.text()).collect();
        let json = json::several(&plans, &unread.files());
        return Ok(unread.told_in(Answer { exit, ..json.into() }));
    }
    let messages = several.messages();
    let day = several.today(plans.iter().map(|plan| plan.day)).into_iter();
    let of = day.chain([messages.so_many_plans(plans.len())]);
    let closing = Block::line(counted.closing(of, unread.sentence(messages), messages));
    plans.sort_by_key(|plan| plan.latest);
    let soon = counted.soon.map(|(days, _)| days);
    let mut screen = Screen::default();
    if args.by.is_some() {
        let rows = plans.into_iter().flat_map(|plan| plan.shown.rows()).collect();
        screen.blocks.push(Block::Table(owners::table(rows, soon, messages)));
    } else {
        let found = plans.into_iter().filter(|plan| plan.latest.is_some());
        screen.blocks.extend(found.filter_map(|plan| plan.shown.text()).map(Block::Verbatim));
    }
    screen.blocks.push(closing);
    Ok(unread.told_in(Answer { exit, ..screen.into() }))
}

impl Kept {
    fn of(args: &Args, opened: &Opened<'_>) -> Kept {
        let agenda = opened.agenda();
        let near = Near::of(args, &agenda);
        let shown = if args.output.json {
            Shown::Text(near.json(&agenda, opened))
        } else if args.by.is_some() {
            Shown::Rows(owners::rows(&near, opened))
        } else {
            let mut screen = opened.screen();
            screen.blocks.push(Block::Table(near.table(opened)));
            Shown::Text(screen.lay_out(opened.terminal))
        };
        let latest = near.items().next().and_then(|item| item.days);
        Kept { day: opened.day, counted: near.counted(&agenda), latest, shown }
    }
}

impl Shown {
    fn text(self) -> Option<String> {
        match self {
            Shown::Text(text) => Some(text),
            Shown::Rows(_) => None,
        }
    }

    fn rows(self) -> Vec<Row> {
        match self {
            Shown::Text(_) => Vec::new(),
            Shown::Rows(rows) => rows,
        }
    }
}
