//! `plan report`: the bulletin for those who ask, ready to paste.

mod page;

use chrono::{Datelike, Days};

use self::page::Page;
use crate::cli::answer::{Answer, CommandError};
use crate::cli::context::{Context, Opened};
use crate::cli::{dates, locate};
use crate::export::json;
use crate::messages::{ArgumentError, Messages};
use crate::model::agenda::{Agenda, Item};
use crate::model::date::{Calendar, DatePhrase, DateRange, When};
use crate::model::diagnostic::Code;
use crate::model::plan::Activity;
use crate::model::report::{self, Bulletin, Current, Entry, Figures, Line, Measure, Overview, Part, SILENCE};

#[derive(clap::Args)]
#[command(before_help = "Examples:
  plan report
  plan report --period 6月 --by owner
  plan report --period Q2 --format markdown > report.md")]
pub(super) struct Args {
    /// Only this stretch of time, as in 6月, 二季度, Q2 2026, '1 May to 15 June'
    #[arg(long, value_name = "WORDS")]
    period: Option<String>,
    /// Also the figures of each owner, group or phase
    #[arg(long, value_enum)]
    by: Option<By>,
    /// How headings and lists are written
    #[arg(long, value_enum, default_value = "text", hide_default_value = true)]
    format: Format,
    /// Write JSON
    #[arg(long, conflicts_with = "format")]
    json: bool,
}

#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum By {
    Owner,
    Group,
    Phase,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    Text,
    Markdown,
}

impl From<By> for report::By {
    fn from(by: By) -> report::By {
        match by {
            By::Owner => report::By::Owner,
            By::Group => report::By::Group,
            By::Phase => report::By::Phase,
        }
    }
}

/// The figures of an owner, a group or a phase.
pub(super) struct Share<'p> {
    name: Option<&'p str>,
    items: Vec<Item<'p>>,
}

pub(super) fn run(args: &Args, context: &Context) -> anyhow::Result<Answer> {
    let (located, source) = context.source()?;
    let opened = context.open(&source)?;
    let today = opened.day.today;
    let period = args.period.as_deref().map(|typed| period(typed, &opened)).transpose()?;
    let agenda = Agenda::new(&opened.plan, period.map_or(today, |period| period.end));
    let bulletin = Bulletin::new(&agenda, period);
    let shares = args.by.map(|by| (by, shares(by, &agenda)));
    let out = if args.json {
        let shares = shares.iter().flat_map(|(_, shares)| shares);
        let figures = |share: &Share<'_>| {
            let items = share.items.iter().copied();
            Figures::of(items, agenda.today, Measure::Current, period)
        };
        let by: Vec<_> = shares.map(|share| (share.name, figures(share))).collect();
        json::report(&agenda, &bulletin, period, &by, &located.name)
    } else {
        let report = Report { messages: opened.messages, agenda: &agenda, bulletin: &bulletin, period };
        report.write(args.format, shares.as_ref())
    };
    Ok(Answer { out, notices: locate::notice(&located, opened.messages), ..Answer::default() })
}

/// Reads the stretch of time, up to today. Where the plan does not settle its year, it is the last one that has
/// begun.
fn period(typed: &str, opened: &Opened<'_>) -> anyhow::Result<DateRange> {
    let (messages, today) = (opened.messages, opened.day.today);
    let last_begun = || {
        let phrase = DatePhrase::parse(typed).ok()?;
        let years =
            [today.year(), today.year() - 1].map(|year| Calendar { year: Some(year), ..Calendar::default() });
        years.iter().find_map(|calendar| match phrase.resolve(calendar).ok()?.when {
            When::Range(range) => Some(range).filter(|range| range.start <= today),
            _ => None,
        })
    };
    let range = match dates::reading(typed, &dates::calendar(opened, None), messages) {
        Ok(reading) => match reading.when {
            When::Range(range) => range,
            _ => {
                let code = Code::NotARange { words: typed.into() };
                return Err(CommandError::new(messages.diagnostic(&code)).into());
            }
        },
        Err(unclear) => last_begun().ok_or(unclear)?,
    };
    DateRange::new(range.start, range.end.min(today)).ok_or_else(|| {
        let start = range.start;
        CommandError::new(messages.argument_error(&ArgumentError::PeriodAhead { start, today })).into()
    })
}

fn shares<'p>(by: By, agenda: &Agenda<'p>) -> Vec<Share<'p>> {
    let plan = agenda.plan;
    let name = |activity: &'p Activity<'p>| match by {
        By::Owner => activity.details.owner.as_deref(),
        By::Group => activity.details.group.as_deref(),
        By::Phase => activity.phase.map(|at| plan.phases[at].title.as_ref()),
    };
    let mut shares: Vec<Share<'p>> = Vec::new();
    for item in &agenda.items {
        let name = name(item.activity);
        // Two phases may have the same title.
        let together = |share: &&mut Share<'p>| match by {
            By::Phase => share.items[0].activity.phase == item.activity.phase,
            By::Owner | By::Group => share.name == name,
        };
        match shares.iter_mut().find(together) {
            Some(share) => share.items.push(*item),
            None => shares.push(Share { name, items: vec![*item] }),
        }
    }
    // What belongs to nobody comes last.
    shares.sort_by_key(|share| share.name.is_none());
    shares
}

/// What is reported, and in which words.
struct Report<'r, 'p> {
    messages: &'static dyn Messages,
    agenda: &'r Agenda<'p>,
    bulletin: &'r Bulletin<'p>,
    period: Option<DateRange>,
}

impl<'p> Report<'_, 'p> {
    fn write(&self, format: Format, shares: Option<&(By, Vec<Share<'p>>)>) -> String {
        let mut page = Page::new(self.messages, format);
        page.title(&self.messages.report_title(&self.agenda.plan.title));
        page.paragraph(&self.messages.report_day(self.agenda.today, self.period));
        page.part(Part::Overview, 0);
        page.paragraph(&self.overview());
        if let Some(current) = self.current() {
            page.paragraph(&self.messages.current_phase(&current));
        }
        for (part, lines) in self.parts() {
            page.list(part, &lines);
        }
        if let Some((by, shares)) = shares {
            page.list(
                Part::By((*by).into()),
                &shares.iter().map(|share| self.share(share)).collect::<Vec<_>>(),
            );
        }
        page.list(Part::Missing, &self.missing());
        if let Some(office) = &self.agenda.plan.office {
            page.closing(office, &self.messages.full_date(self.agenda.today));
        }
        page.into_text()
    }

    fn overview(&self) -> String {
        let Bulletin { figures, original, overdue_before, .. } = *self.bulletin;
        let counts = self.agenda.counts();
        self.messages.overview(&Overview {
            total: counts.total,
            day: self.agenda.today,
            period: self.period,
            figures,
            original: (original.per_mille() != figures.per_mille()).then_some(original),
            overdue_before,
            verified: counts.verified,
            cancelled: counts.cancelled,
        })
    }

    fn current(&self) -> Option<Current<'p>> {
        let (phase, progress) = self.agenda.current_phase()?;
        let shares = self.agenda.by_phase();
        let share = shares.iter().find(|share| share.phase.is_some_and(|one| one.id == phase.id))?;
        let day = self.agenda.today;
        let (title, range) = (phase.title.as_ref(), phase.range_on(day));
        let (total, done) = (share.total, share.done);
        Some(Current { title, range, progress, total, done, day })
    }

    fn parts(&self) -> [(Part, Vec<Line<'p>>); 5] {
        let bulletin = self.bulletin;
        let today = self.agenda.today;
        let until = today + Days::new(self.agenda.plan.soon.into());
        let each = |items: &[Item<'p>], line: fn(Entry<'p>) -> Line<'p>| {
            items.iter().map(|item| line(self.entry(item))).collect()
        };
        let late = bulletin.moves.iter().filter(|moved| moved.change.is_late()).count();
        [
            (Part::Overdue, each(&bulletin.overdue, Line::Overdue)),
            (Part::Soon { until }, each(&bulletin.soon, Line::Soon)),
            (Part::DoneLate, each(&bulletin.done_late, Line::DoneLate)),
            (Part::Moves { late }, self.moves()),
            (Part::Finished, each(&bulletin.finished, Line::Finished)),
        ]
    }

    fn moves(&self) -> Vec<Line<'p>> {
        let line = |moved: &crate::model::report::Moved<'p>| Line::Moved {
            id: moved.id,
            title: moved.title,
            from: moved.change.from.day,
            to: moved.to,
            on: moved.change.on,
            why: &moved.change.why,
            by: moved.change.by.as_deref(),
            day: self.agenda.today,
        };
        self.bulletin.moves.iter().map(line).collect()
    }

    fn share(&self, share: &Share<'p>) -> Line<'p> {
        let items = share.items.iter().copied();
        let figures = Figures::of(items, self.agenda.today, Measure::Current, self.period);
        Line::By { name: share.name, total: share.items.len(), figures }
    }

    fn missing(&self) -> Vec<Line<'p>> {
        let ids = |items: &[Item<'p>]| items.iter().map(|item| item.activity.id.as_ref()).collect();
        let Bulletin { without_evidence, without_owner, stale, .. } = self.bulletin;
        let lines = [
            (without_evidence, Line::WithoutEvidence(ids(without_evidence))),
            (without_owner, Line::WithoutOwner(ids(without_owner))),
            (stale, Line::Stale { ids: ids(stale), days: SILENCE }),
        ];
        lines.into_iter().filter(|(items, _)| !items.is_empty()).map(|(_, line)| line).collect()
    }

    fn entry(&self, item: &Item<'p>) -> Entry<'p> {
        let (activity, day) = (item.activity, self.agenda.today);
        let notes = activity.notes.iter().filter(|note| note.on <= day);
        let happened = |mark: Option<chrono::NaiveDate>| mark.filter(|mark| *mark <= day);
        Entry {
            id: &activity.id,
            title: &activity.title,
            due: activity.due_on(day).day,
            done: happened(activity.done),
            verified: happened(activity.verified),
            days: item.standing.days,
            owner: activity.details.owner.as_deref(),
            note: notes.max_by_key(|note| note.on).map(|note| (note.on, note.text.as_ref())),
            expected: activity.details.expected,
            day,
        }
    }
}
