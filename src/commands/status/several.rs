//! The first look at several plans: a line a plan.

use std::cmp::Reverse;

use chrono::NaiveDate;

use crate::cli::{Answer, Block, Day, Opened, Screen, Several, the_same};
use crate::export::json;
use crate::messages::{PlanColumn, percent};
use crate::model::agenda::{Agenda, Counts, Figures, Measure, Progress};
use crate::terminal::{Cell, Section, Table, Tone};

/// What is kept of a plan: ten thousand plans as they are would not fit.
struct Kept {
    name: String,
    title: String,
    day: Day,
    soon: u32,
    standing: Standing,
}

/// How a plan stands, or all of them together.
struct Standing {
    counts: Counts,
    figures: Figures,
    /// The next deadline that is still to come.
    next: Option<NaiveDate>,
    /// The phase that the day lies in, and how much of its time is gone.
    time_gone: String,
}

pub(super) fn in_json(several: &Several) -> anyhow::Result<Answer> {
    let looked = several.look(|opened| Ok(json::status(&opened.agenda(), opened.file())))?;
    let json = json::several(&looked.made, &looked.unread.files());
    Ok(looked.unread.told_in(json.into()))
}

/// Shows what is most overdue first, then what was least on time, and the sums last.
pub(super) fn status(several: &Several) -> anyhow::Result<Answer> {
    let looked = several.look(|opened| Ok(Kept::of(opened)))?;
    let (mut plans, unread) = (looked.made, looked.unread);
    plans.sort_by_key(|plan| {
        let Standing { counts, figures, .. } = &plan.standing;
        (Reverse(counts.overdue), figures.per_mille().unwrap_or(usize::MAX))
    });
    let messages = several.messages();
    let all = Standing {
        counts: plans.iter().map(|plan| plan.standing.counts).sum(),
        figures: plans.iter().map(|plan| plan.standing.figures).sum(),
        next: plans.iter().filter_map(|plan| plan.standing.next).min(),
        time_gone: String::new(),
    };
    let day = several.today(plans.iter().map(|plan| plan.day));
    let soon = the_same(plans.iter().map(|plan| plan.soon));
    let counts = [messages.so_many_plans(plans.len()), messages.brief(&all.counts, soon)];
    let closing: Vec<String> = day.into_iter().chain(counts).chain(unread.sentence(messages)).collect();
    let rows = plans.iter().map(|plan| plan.standing.row(&plan.name, &plan.title));
    let sums = all.row(messages.everything(), "");
    let sections = [rows.collect(), vec![sums]].map(|rows| Section { heading: None, rows });
    let header = PlanColumn::ALL.map(|column| messages.plan_column(column).to_owned());
    let table = Table { header: header.into(), sections: sections.into(), ..Table::default() };
    let blocks = vec![Block::Table(table), Block::line(closing.join(messages.gap()))];
    Ok(unread.told_in(Screen { blocks, ..Screen::default() }.into()))
}

impl Kept {
    fn of(opened: &Opened<'_>) -> Kept {
        let agenda = opened.agenda();
        let standing = Standing::of(&agenda);
        let name = opened.located.among.clone().unwrap_or_default();
        Kept { name, title: opened.title().to_owned(), day: opened.day, soon: agenda.soon(), standing }
    }
}

impl Standing {
    fn of(agenda: &Agenda<'_>) -> Standing {
        let to_come = agenda.items().filter(|item| item.status.is_unfinished() && item.days >= Some(0));
        Standing {
            counts: Counts::of(agenda.items()),
            figures: Figures::of(agenda.items(), Measure::Counting, None),
            next: to_come.filter_map(|item| item.due.day).min(),
            time_gone: time_gone(agenda),
        }
    }

    fn row(&self, name: &str, title: &str) -> Vec<Cell> {
        let Standing { counts, figures, next, time_gone } = self;
        let done = counts.done + counts.done_late;
        let soon = counts.due_today + counts.due_soon;
        let rest =
            counts.not_started + counts.under_way + counts.not_yet_due + counts.no_date + counts.to_settle;
        let or_none = |text: Option<String>| text.unwrap_or_else(|| "-".to_owned());
        let marked = |count: usize, tone| (count.to_string(), if count > 0 { tone } else { Tone::Plain });
        let cell = |column| match column {
            PlanColumn::Plan => (name.to_owned(), Tone::Plain),
            PlanColumn::Done => (format!("{done}/{}", counts.total), Tone::Plain),
            PlanColumn::Overdue => marked(counts.overdue, Tone::Bad),
            PlanColumn::Soon => marked(soon, Tone::Near),
            PlanColumn::Rest => (rest.to_string(), Tone::Plain),
            PlanColumn::Rate => (or_none(figures.per_mille().map(percent)), Tone::Plain),
            PlanColumn::Next => (or_none(next.map(|day| day.to_string())), Tone::Plain),
            PlanColumn::Phase => (time_gone.clone(), Tone::Plain),
            PlanColumn::Title => (title.to_owned(), Tone::Plain),
        };
        let cells = PlanColumn::ALL.into_iter().map(cell);
        cells.map(|(text, tone)| Cell::new(&text, tone)).collect()
    }
}

/// Returns the phase that the day lies in, and how much of its time is gone, or of that of a plan without phases.
fn time_gone(agenda: &Agenda<'_>) -> String {
    let percent = |progress: Progress| format!("{}%", progress.percent());
    match agenda.current_phases().next() {
        Some((phase, progress)) => format!("{} {}", phase.id, percent(progress)),
        None if agenda.phases().is_empty() => agenda.progress().map_or_else(String::new, percent),
        None => String::new(),
    }
}
