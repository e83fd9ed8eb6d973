//! `plan timeline`: phases and deadlines over time, drawn in the terminal.

mod axis;

use chrono::NaiveDate;

use self::axis::{Axis, SLOT};
use crate::cli::answer::Answer;
use crate::cli::context::{Context, Opened};
use crate::cli::locate;
use crate::cli::table::{head, tone};
use crate::export::json;
use crate::messages::Drawn;
use crate::model::agenda::{Agenda, Item};
use crate::model::date::DateRange;
use crate::model::plan::Notation;
use crate::model::report::PhaseShare;
use crate::model::status::Status;
use crate::terminal::{self, Beside, Tone};

#[derive(clap::Args)]
#[command(before_help = "Examples:
  plan timeline
  plan timeline --json                     what is drawn, in its order, as `list` writes it")]
pub(super) struct Args {
    /// Write JSON
    #[arg(long)]
    json: bool,
}

/// Blank cells between the picture and the titles.
const GAP: usize = 2;
/// The width of a picture that goes to no screen.
const NO_SCREEN: usize = 120;

pub(super) fn run(args: &Args, context: &Context) -> anyhow::Result<Answer> {
    let (located, source) = context.source()?;
    let opened = context.open(&source)?;
    let agenda = Agenda::new(&opened.plan, opened.day.today);
    let drawn = drawn(&agenda);
    if args.json {
        let items = drawn;
        return Ok(Answer::of(json::list(&Agenda { items, ..agenda }, &located.name)));
    }
    let mut out = head(&opened.plan, &located.name, context.screen);
    out.push('\n');
    match range(&agenda, &drawn) {
        Some(range) => {
            let width = context.screen.width.unwrap_or(NO_SCREEN);
            // The titles keep two fifths of the line.
            let axis = Axis::over(range, width * 3 / 5);
            let picture = Picture { opened: &opened, agenda: &agenda, axis, context };
            out.push_str(&picture.draw(&drawn));
        }
        None => out.push_str(&(opened.messages.drawn(&Drawn::Nothing) + "\n")),
    }
    Ok(Answer { out, notices: locate::notice(&located, opened.messages), ..Answer::default() })
}

/// Returns what has a deadline of its own, by deadline: what lasts as long as its phase or the plan is left out.
fn drawn<'p>(agenda: &Agenda<'p>) -> Vec<Item<'p>> {
    let plan = agenda.plan;
    let mut drawn = agenda.with(|item| {
        let due = item.activity.due_on(agenda.today);
        let phase = item.activity.phase.map(|at| plan.phases[at].range_on(agenda.today));
        let own = due.start.zip(due.day).and_then(|(start, day)| DateRange::new(start, day));
        let borrowed = due.form == Notation::Period && own.is_some() && (own == phase || own == plan.range);
        due.day.is_some() && !borrowed && item.standing.status != Status::Cancelled
    });
    drawn.sort_by_key(|item| item.activity.due_on(agenda.today).day);
    drawn
}

/// Returns the days from the first to the last one that is drawn.
fn range(agenda: &Agenda<'_>, drawn: &[Item<'_>]) -> Option<DateRange> {
    let phases = agenda.plan.phases.iter().map(|phase| phase.range_on(agenda.today));
    let ranges = phases.chain(agenda.plan.range).flat_map(|range| [range.start, range.end]);
    let days = drawn.iter().flat_map(|item| {
        let due = item.activity.due_on(agenda.today);
        [due.start, due.day, item.activity.original_due().day]
    });
    let days: Vec<NaiveDate> = ranges.chain(days.flatten()).collect();
    Some(DateRange { start: *days.iter().min()?, end: *days.iter().max()? })
}

/// What is drawn where.
struct Picture<'c, 'p> {
    opened: &'c Opened<'p>,
    agenda: &'c Agenda<'p>,
    axis: Axis,
    context: &'c Context,
}

impl Picture<'_, '_> {
    fn draw(&self, drawn: &[Item<'_>]) -> String {
        let messages = self.opened.messages;
        let mut lines: Vec<Beside> =
            self.axis.header(messages).into_iter().map(|line| Beside::new(line, "", Tone::Faint)).collect();
        lines.push(self.today());
        let mut rows: Vec<(NaiveDate, Beside)> = Vec::new();
        rows.extend(self.agenda.by_phase().iter().filter_map(|share| self.phase(share)));
        rows.extend(drawn.iter().filter_map(|item| self.activity(item)));
        // A phase comes before what falls due on its first day.
        rows.sort_by_key(|(day, _)| *day);
        lines.extend(rows.into_iter().map(|(_, line)| line));
        let mut text = terminal::beside(&lines, self.axis.cells() + GAP, self.context.screen);
        text.push('\n');
        text.push_str(&terminal::fold(&messages.drawn(&Drawn::Legend), self.context.screen));
        let hidden = self.agenda.items.len() - drawn.len();
        if hidden > 0 {
            text.push_str(&terminal::fold(&messages.drawn(&Drawn::Hidden(hidden)), self.context.screen));
        }
        text
    }

    fn today(&self) -> Beside {
        let today = self.agenda.today;
        let mut slots = Slots::default();
        let slot = self.axis.slot(today);
        if slot * SLOT < self.axis.cells() && today >= self.axis.first() {
            slots.put(slot, self.opened.messages.drawn(&Drawn::Today));
        }
        Beside::new(slots.line(), &self.opened.today(), Tone::Strong)
    }

    fn phase(&self, share: &PhaseShare<'_>) -> Option<(NaiveDate, Beside)> {
        let phase = share.phase?;
        let range = phase.range_on(self.agenda.today);
        let mut slots = Slots::default();
        slots.bar(self.axis.slot(range.start), self.axis.slot(range.end), "==");
        let title = format!("{}\u{A0}{} {}/{}", phase.id, phase.title, share.done, share.total);
        Some((range.start, Beside::new(slots.line(), &title, Tone::Strong)))
    }

    fn activity(&self, item: &Item<'_>) -> Option<(NaiveDate, Beside)> {
        let activity = item.activity;
        let due = activity.due_on(self.agenda.today);
        let day = due.day?;
        let mut slots = Slots::default();
        if let Some(start) = due.start {
            slots.bar(self.axis.slot(start), self.axis.slot(day), "--");
        }
        if let Some(original) = activity.original_due().day.filter(|original| *original != day) {
            let late = activity.was_moved_late(self.agenda.today);
            slots.put(self.axis.slot(original), self.opened.messages.drawn(&Drawn::Original { late }));
        }
        let status = item.standing.status;
        slots.put(self.axis.slot(day), self.opened.messages.drawn(&Drawn::Deadline(status)));
        let title = format!("{}\u{A0}{}", activity.id, activity.title);
        Some((day, Beside::new(slots.line(), &title, tone(status))))
    }
}

/// The slots of a line, each with two cells of text.
#[derive(Default)]
struct Slots(Vec<String>);

impl Slots {
    fn put(&mut self, slot: usize, mark: String) {
        if self.0.len() <= slot {
            self.0.resize(slot + 1, " ".repeat(SLOT));
        }
        self.0[slot] = mark;
    }

    fn bar(&mut self, from: usize, to: usize, mark: &str) {
        (from..=to).for_each(|slot| self.put(slot, mark.to_owned()));
    }

    fn line(self) -> String {
        self.0.concat()
    }
}
