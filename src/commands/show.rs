//! `plan show`: everything about one activity.

use crate::cli::answer::Answer;
use crate::cli::context::{Context, Opened};
use crate::cli::{ids, locate};
use crate::export::json;
use crate::messages::{Label, Listing, Messages};
use crate::model::agenda::{Agenda, Item};
use crate::model::date::{Calendar, DatePhrase, DateRange};
use crate::model::plan::{Activity, Due};
use crate::planfile::lines::Lines;
use crate::terminal::{self, Screen, Tone};

#[derive(clap::Args)]
#[command(before_help = "Examples:
  plan show A2")]
pub(super) struct Args {
    /// The activity's id
    #[arg(required = true, value_name = "ID", add = crate::cli::complete::ids())]
    id: Vec<String>,
    /// Write JSON
    #[arg(long)]
    json: bool,
}

pub(super) fn run(args: &Args, context: &Context) -> anyhow::Result<Answer> {
    let (located, source) = context.source()?;
    let opened = context.open(&source)?;
    let positions = ids::activities(&args.id, &opened, &located)?;
    let agenda = Agenda::new(&opened.plan, opened.day.today);
    let items: Vec<_> = positions.iter().map(|at| agenda.items[*at]).collect();
    if args.json {
        return Ok(Answer::of(json::list(&Agenda { items, ..agenda }, &located.name)));
    }
    let lines = Lines::new(&source.text);
    let mut out = String::new();
    for item in items {
        let line = lines.position(item.activity.span.start as usize).line;
        let place = opened.messages.listing(&Listing::Line { file: &located.name, line });
        let page = Page { opened: &opened, item, screen: context.screen };
        out.push_str(&page.text());
        out.push_str(&terminal::fold(&format!("{place}   {}", opened.today()), context.screen));
        out.push('\n');
    }
    out.pop();
    Ok(Answer { out, notices: locate::notice(&located, opened.messages), ..Answer::default() })
}

/// One activity and what is needed to write about it.
struct Page<'o, 'p> {
    opened: &'o Opened<'o>,
    item: Item<'p>,
    screen: Screen,
}

impl Page<'_, '_> {
    fn text(&self) -> String {
        let messages = self.opened.messages;
        let activity = self.item.activity;
        let title = format!("{}  {}", activity.id, terminal::one_line(&activity.title));
        let mut text = terminal::paint(&title, Tone::Strong, self.screen);
        text.push_str("\n\n");
        let fields: Vec<_> = self.fields().into_iter().filter(|(_, value)| !value.is_empty()).collect();
        let names = fields.iter().map(|(label, _)| terminal::width(messages.label(*label)));
        let width = names.max().unwrap_or_default();
        for (label, value) in fields {
            text.push_str(&terminal::field(messages.label(label), &value, width, self.screen));
        }
        text.push('\n');
        text
    }

    fn fields(&self) -> Vec<(Label, String)> {
        let Opened { plan, messages, day } = self.opened;
        let Activity { details, phase, question, .. } = self.item.activity;
        let today = day.today;
        let plain = |text: &Option<crate::model::Text<'_>>| text.as_deref().unwrap_or_default().to_owned();
        let phase = phase.map(|at| &plan.phases[at]).map(|phase| {
            let time = phase.words.as_deref().unwrap_or_default();
            messages.listing(&Listing::PhaseHeading { id: &phase.id, title: &phase.title, words: time })
        });
        let mut fields =
            vec![(Label::Status, messages.status(self.item.standing.status, self.item.standing.days))];
        fields.extend(self.deadline());
        fields.extend([
            (Label::Group, plain(&details.group)),
            (Label::Phase, phase.unwrap_or_default()),
            (Label::Leader, plain(&details.leader)),
            (Label::Owner, plain(&details.owner)),
            (Label::Support, details.support.join(messages.comma())),
            (Label::Content, plain(&details.content)),
            (Label::Requirements, plain(&details.requirements)),
            (Label::Remark, plain(&details.remark)),
            (Label::Question, plain(question)),
            (Label::Progress, self.notes(today)),
            (Label::Expected, details.expected.map_or_else(String::new, |day| messages.day(day))),
            (Label::Evidence, details.evidence.join("\n")),
        ]);
        fields.extend(self.marks(today));
        fields
    }

    fn deadline(&self) -> Vec<(Label, String)> {
        let Opened { messages, day, .. } = self.opened;
        let activity = self.item.activity;
        let due = activity.due_on(day.today);
        let date = |due: &Due<'_>| due.day.map(|day| messages.day(day));
        let inclusive = messages.listing(&Listing::Inclusive);
        let day_line = date(due).map(|day| messages.aside(&day, &inclusive)).unwrap_or_default();
        let mut fields = vec![
            (Label::Starts, due.start.map_or_else(String::new, |day| messages.day(day))),
            (Label::Due, day_line),
            (Label::Words, due.words.as_deref().map_or_else(String::new, |text| self.read_as(text))),
        ];
        let moves: Vec<_> = activity.moved.iter().filter(|moved| moved.on <= day.today).collect();
        if let Some(first) = moves.first() {
            fields.push((Label::OriginalDue, stood(&first.from, *messages)));
        }
        let later = moves.iter().skip(1).map(|moved| &moved.from).chain([due]);
        let entries = moves.iter().zip(later).map(|(moved, to)| {
            let days = moved.from.day.zip(to.day).map(|(from, to)| (to - from).num_days());
            let (from, to) = (stood(&moved.from, *messages), stood(to, *messages));
            messages.listing(&Listing::MoveEntry {
                on: moved.on,
                from,
                to,
                days,
                late: moved.is_late(),
                why: &moved.why,
                by: moved.by.as_deref(),
            })
        });
        fields.push((Label::Moved, entries.collect::<Vec<_>>().join("\n")));
        fields
    }

    /// Returns the document's words, and what had to be supplied to read them.
    fn read_as(&self, text: &str) -> String {
        let Opened { plan, messages, .. } = self.opened;
        let phase: Option<DateRange> = self.item.activity.phase.map(|at| plan.phases[at].range);
        let calendar = Calendar { year: plan.year, phase, plan: plan.range };
        let reading = DatePhrase::parse(text).and_then(|phrase| phrase.resolve(&calendar)).ok();
        match reading.as_ref().and_then(|reading| reading.repairs.first()) {
            Some(repair) => messages.aside(text, messages.repair(*repair)),
            None => text.to_owned(),
        }
    }

    fn notes(&self, today: chrono::NaiveDate) -> String {
        let notes = self.item.activity.notes.iter().filter(|note| note.on <= today);
        notes
            .map(|note| format!("{}  {}", note.on, terminal::one_line(&note.text)))
            .collect::<Vec<_>>()
            .join("\n")
    }

    fn marks(&self, today: chrono::NaiveDate) -> Vec<(Label, String)> {
        let messages = self.opened.messages;
        let Activity { details, cancelled, done, verified, .. } = self.item.activity;
        let mark = |day: &Option<chrono::NaiveDate>, aside: Option<&str>| {
            let day = day.filter(|day| *day <= today).map(|day| messages.day(day));
            day.map_or_else(String::new, |day| aside.map_or(day.clone(), |aside| messages.aside(&day, aside)))
        };
        vec![
            (Label::Done, mark(done, None)),
            (Label::Verified, mark(verified, details.verified_by.as_deref())),
            (Label::Cancelled, mark(cancelled, details.cancelled_why.as_deref())),
        ]
    }
}

/// Returns a deadline as it stood in the file, with its date.
pub(super) fn stood(due: &Due<'_>, messages: &dyn Messages) -> String {
    match (due.day, due.words.as_deref()) {
        (Some(day), Some(text)) => messages.aside(&messages.day(day), text),
        (Some(day), None) => messages.day(day),
        (None, text) => text.unwrap_or("-").to_owned(),
    }
}
