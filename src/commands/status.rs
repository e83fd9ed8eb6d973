//! `plan status`: the first look in the morning.

use chrono::Days;

use crate::cli::answer::Answer;
use crate::cli::context::{Context, Opened};
use crate::cli::locate;
use crate::cli::table::{Rows, head};
use crate::export::json;
use crate::messages::{Glance, Label, Listing};
use crate::model::agenda::{Agenda, Item};
use crate::model::report::{Bulletin, PhaseShare, SILENCE};
use crate::terminal::{Cell, Listing as Table, Section, Tone, fold};

#[derive(clap::Args)]
#[command(before_help = "Examples:
  plan status
  plan status --json")]
pub(super) struct Args {
    /// Write JSON
    #[arg(long)]
    json: bool,
}

/// No more of what is overdue is shown: the whole must fit on a screen of 24 lines.
const MOST_OVERDUE: usize = 4;
/// No more of what falls due soon is shown.
const MOST_SOON: usize = 3;
/// A bar is at most this long; longer ones are scaled, all by the same measure.
const LONGEST_BAR: usize = 24;

pub(super) fn run(args: &Args, context: &Context) -> anyhow::Result<Answer> {
    let (located, source) = context.source()?;
    let opened = context.open(&source)?;
    let agenda = Agenda::new(&opened.plan, opened.day.today);
    let bulletin = Bulletin::new(&agenda, None);
    if args.json {
        return Ok(Answer::of(json::status(&agenda, &bulletin, &located.name)));
    }
    let glance = Morning { opened: &opened, agenda: &agenda, bulletin: &bulletin, context };
    let mut out = head(&opened.plan, &located.name, context.screen);
    out.push_str(&glance.text());
    Ok(Answer { out, notices: locate::notice(&located, opened.messages), ..Answer::default() })
}

/// What the first look needs.
struct Morning<'c, 'p> {
    opened: &'p Opened<'p>,
    agenda: &'c Agenda<'p>,
    bulletin: &'c Bulletin<'p>,
    context: &'c Context,
}

impl<'p> Morning<'_, 'p> {
    fn text(&self) -> String {
        let messages = self.opened.messages;
        let screen = self.context.screen;
        let counts = messages.brief(&self.agenda.counts(), self.agenda.plan.soon);
        let mut text = fold(&self.day(), screen);
        text.push_str(&fold(&counts, screen));
        for part in [self.phases(), self.near(), self.remarks()] {
            if !part.is_empty() {
                text.push('\n');
                text.push_str(&part);
            }
        }
        text
    }

    fn day(&self) -> String {
        let messages = self.opened.messages;
        let mut parts = vec![self.opened.today()];
        if let Some((phase, progress)) = self.agenda.current_phase() {
            let (id, title) = (phase.id.as_ref(), phase.title.as_ref());
            parts.push(messages.glance(&Glance::Phase { id, title, progress }));
        }
        parts.extend(self.opened.ended());
        parts.join(messages.gap())
    }

    fn phases(&self) -> String {
        let messages = self.opened.messages;
        let shares = self.agenda.by_phase();
        let longest = shares.iter().map(|share| share.total).max().unwrap_or_default();
        let row = |share: &PhaseShare<'_>| {
            let id = share.phase.map_or("-", |phase| &phase.id);
            let count = format!("{}/{}", share.done, share.total);
            let bar = bar(share, longest);
            let cells = [id, &count, &bar, &self.phase_title(share)];
            cells.map(|text| Cell::new(text, Tone::Plain)).to_vec()
        };
        let header = [
            messages.label(Label::Id).to_owned(),
            messages.label(Label::Done).to_owned(),
            messages.glance(&Glance::Bar),
            messages.label(Label::Phase).to_owned(),
        ];
        let rows = shares.iter().map(row).collect();
        let sections = vec![Section { heading: None, rows }];
        let table = Table { header: header.to_vec(), sections, spaced: false };
        if shares.is_empty() { String::new() } else { table.render(self.context.screen) }
    }

    fn phase_title(&self, share: &PhaseShare<'_>) -> String {
        let messages = self.opened.messages;
        let Some(phase) = share.phase else { return messages.glance(&Glance::NoPhase) };
        let range = phase.range_on(self.agenda.today);
        let dates = format!("{} – {}", range.start, range.end);
        messages.aside(&phase.title, phase.words.as_deref().unwrap_or(&dates))
    }

    /// What is overdue, and what soon falls due.
    fn near(&self) -> String {
        let messages = self.opened.messages;
        let Bulletin { overdue, soon, .. } = self.bulletin;
        let (days, today) = (self.agenda.plan.soon, self.agenda.today);
        let until = today.checked_add_days(Days::new(days.into())).unwrap_or(today);
        let parts = [
            (overdue, MOST_OVERDUE, messages.listing(&Listing::OverdueHeading(overdue.len()))),
            (soon, MOST_SOON, messages.listing(&Listing::SoonHeading { count: soon.len(), days, until })),
        ];
        let section = |(items, most, heading): (&Vec<Item<'p>>, usize, String)| {
            let more = messages.glance(&Glance::First { shown: most });
            let heading = if items.len() > most { messages.aside(&heading, &more) } else { heading };
            (Some(heading), items.iter().take(most).copied().collect())
        };
        let parts = parts.into_iter().filter(|(items, ..)| !items.is_empty());
        let sections: Vec<_> = parts.map(section).collect();
        let rows = Rows { messages, agenda: self.agenda, screen: self.context.screen };
        if sections.is_empty() { String::new() } else { rows.listing(&sections, false) }
    }

    fn remarks(&self) -> String {
        let remarks = Glance::Remarks {
            moved: self.bulletin.moved_ids(),
            late: self.bulletin.moves.iter().filter(|moved| moved.change.is_late()).count(),
            without_evidence: self.bulletin.without_evidence.len(),
            stale: self.bulletin.stale.len(),
            days: SILENCE,
        };
        fold(&self.opened.messages.glance(&remarks), self.context.screen)
    }
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
