//! `plan timeline`: phases and deadlines over time, drawn in the terminal.

use chrono::{Datelike, NaiveDate};

use crate::cli::{Answer, Block, Context, Json, Opened, table::tone};
use crate::export::json;
use crate::messages::{Drawn, Messages};
use crate::model::agenda::{Agenda, Item, PhaseShare};
use crate::model::axis::{Axis, Unit};
use crate::model::date::DateRange;
use crate::terminal::{self, Beside, Tone};

#[derive(clap::Args)]
#[command(before_help = "Examples:
  plan timeline
  plan timeline --json                     what is drawn, in its order, as `list` writes it")]
pub(super) struct Args {
    #[command(flatten)]
    output: Json,
}

/// Terminal cells of a slot: a Chinese character takes two.
const SLOT: usize = 2;
/// Blank cells between the picture and the titles.
const GAP: usize = 2;
/// The least room for the titles.
const TITLES: usize = 16;
/// The width of a picture that goes to no screen.
const NO_SCREEN: usize = 120;

pub(super) fn run(args: &Args, context: &Context) -> anyhow::Result<Answer> {
    context.view(|opened| {
        let (agenda, messages) = (opened.agenda(), opened.messages);
        let drawn = agenda.to_draw();
        if args.output.json {
            return Ok(json::list(&agenda, &drawn, opened.file()).into());
        }
        let mut screen = opened.screen();
        let Some(range) = agenda.drawn_range(&drawn) else {
            screen.blocks.push(Block::line(messages.drawn(&Drawn::Nothing)));
            return Ok(screen.into());
        };
        let width = opened.terminal.width.unwrap_or(NO_SCREEN);
        // The titles keep two fifths of the line, and what they need at least.
        let axis = Axis::over(range, (width * 3 / 5).min(width.saturating_sub(GAP + TITLES)) / SLOT);
        let lines = Picture { opened, agenda: &agenda, axis }.lines(&drawn);
        let hidden = agenda.total() - drawn.len();
        let mut legend = vec![messages.drawn(&Drawn::Legend)];
        legend.extend((hidden > 0).then(|| messages.drawn(&Drawn::Hidden(hidden))));
        screen.blocks.push(Block::Picture { lines, width: axis.slots() * SLOT + GAP });
        screen.blocks.push(Block::Lines { heading: None, lines: legend });
        Ok(screen.into())
    })
}

struct Picture<'c, 'p> {
    opened: &'c Opened<'p>,
    agenda: &'c Agenda<'p>,
    axis: Axis,
}

impl Picture<'_, '_> {
    fn lines(&self, drawn: &[Item<'_>]) -> Vec<Beside> {
        let header = header(self.axis, self.opened.messages).into_iter();
        let mut lines: Vec<Beside> = header.map(|line| Beside::new(line, "", Tone::Faint)).collect();
        lines.push(self.today());
        let mut rows: Vec<(NaiveDate, Beside)> = Vec::new();
        rows.extend(self.agenda.by_phase().iter().filter_map(|share| self.phase(share)));
        rows.extend(drawn.iter().filter_map(|item| self.activity(item)));
        // A phase comes before what falls due on its first day.
        rows.sort_by_key(|(day, _)| *day);
        lines.extend(rows.into_iter().map(|(_, line)| line));
        lines
    }

    fn today(&self) -> Beside {
        let today = self.agenda.day();
        let mut slots = Slots::default();
        let slot = self.axis.slot(today);
        if slot < self.axis.slots() && today >= self.axis.first() {
            slots.put(slot, self.opened.messages.drawn(&Drawn::Today));
        }
        Beside::new(slots.line(), &self.opened.today(), Tone::Strong)
    }

    fn phase(&self, share: &PhaseShare<'_>) -> Option<(NaiveDate, Beside)> {
        let phase = share.phase?;
        let DateRange { start, end } = phase.range;
        let mut slots = Slots::default();
        slots.bar(self.axis.slot(start), self.axis.slot(end), "==");
        let title = format!("{}\u{A0}{} {}/{}", phase.id, phase.title, share.done, share.total);
        Some((start, Beside::new(slots.line(), &title, Tone::Strong)))
    }

    fn activity(&self, item: &Item<'_>) -> Option<(NaiveDate, Beside)> {
        let (day, messages) = (item.due.day?, self.opened.messages);
        let mut slots = Slots::default();
        if let Some(start) = item.due.start {
            slots.bar(self.axis.slot(start), self.axis.slot(day), "--");
        }
        if let Some(original) = item.original.day.filter(|original| *original != day) {
            let late = item.was_moved_late();
            slots.put(self.axis.slot(original), messages.drawn(&Drawn::Original { late }));
        }
        slots.put(self.axis.slot(day), messages.drawn(&Drawn::Deadline(item.status)));
        let title = format!("{}\u{A0}{}", item.id, item.title);
        Some((day, Beside::new(slots.line(), &title, tone(item.status))))
    }
}

/// Returns the lines above the slots: years where they are needed, months, thirds or quarters.
fn header(axis: Axis, messages: &dyn Messages) -> Vec<String> {
    let years = row(axis, |day, first| (first || day.month0() == 0).then(|| messages.year(day.year())));
    let one_year = axis.unit() == Unit::Third && axis.days().all(|day| day.year() == axis.first().year());
    let mut lines = if one_year { Vec::new() } else { vec![years] };
    match axis.unit() {
        Unit::Third => {
            let months = row(axis, |day, _| (day.day() == 1).then(|| messages.month(day.month())));
            let third = |day: NaiveDate| messages.third(day.day0() as usize / 10);
            lines.extend([months, axis.days().map(third).collect()]);
        }
        Unit::Month => lines.push(row(axis, |day, _| Some(day.month().to_string()))),
        Unit::Quarter => lines.push(row(axis, |day, _| Some((day.month0() / 3 + 1).to_string()))),
        Unit::Year => {}
    }
    lines
}

/// Writes labels, each where its slot begins and as far as there is room.
fn row(axis: Axis, label: impl Fn(NaiveDate, bool) -> Option<String>) -> String {
    let (mut line, mut cells) = (String::new(), 0);
    for (at, day) in axis.days().enumerate() {
        if let Some(label) = label(day, at == 0).filter(|_| cells <= at * SLOT) {
            line.extend(std::iter::repeat_n(' ', at * SLOT - cells));
            line.push_str(&label);
            cells = at * SLOT + terminal::width(&label);
        }
    }
    line
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::Language;

    fn range(start: &str, end: &str) -> DateRange {
        let day = |text: &str| text.parse().expect("it is a day");
        DateRange { start: day(start), end: day(end) }
    }

    #[test]
    fn the_header_stands_over_its_slots() {
        let chinese = Language::Zh.messages();
        let axis = Axis::over(range("2018-11-12", "2019-01-15"), 24);
        assert_eq!(header(axis, chinese), ["2018年      2019年", "11月  12月  1月", "上中下上中下上中下"]);
        let english = Language::En.messages();
        let axis = Axis::over(range("2018-05-01", "2018-06-30"), 24);
        assert_eq!(header(axis, english), ["May   Jun", "e m l e m l "]);
        let axis = Axis::over(range("2026-01-01", "2027-12-31"), 8);
        assert_eq!(header(axis, english), ["2026    2027", "1 2 3 4 1 2 3 4"]);
    }
}
