//! `plan show`: everything about one activity.

use chrono::NaiveDate;

use crate::cli::answer::Answer;
use crate::cli::arguments::Json;
use crate::cli::context::Context;
use crate::cli::screen::{Block, Screen};
use crate::cli::{complete, ids};
use crate::export::json;
use crate::messages::{Label, Listing, Messages};
use crate::model::Text;
use crate::model::agenda::{Agenda, Item};
use crate::model::text::one_line;

#[derive(clap::Args)]
#[command(before_help = "Examples:
  plan show A2")]
pub(super) struct Args {
    /// The activity's id
    #[arg(required = true, value_name = "ID", add = complete::ids())]
    id: Vec<String>,
    #[command(flatten)]
    json: Json,
}

pub(super) fn run(args: &Args, context: &Context) -> anyhow::Result<Answer> {
    context.view(|opened| {
        let agenda = opened.agenda();
        let positions = ids::activities(&args.id, opened)?;
        let items: Vec<_> = positions.iter().map(|at| agenda.items()[*at]).collect();
        if args.json.json {
            return Ok(json::list(&agenda, &items, opened.file()).into());
        }
        let page = |item: &Item<'_>| {
            let title = format!("{}  {}", item.id, item.title);
            let fields = fields(item, &agenda, opened.messages);
            let line = format!("{}   {}", opened.line_of(item.span().start), opened.today());
            [Block::Fields { title, fields }, Block::line(line)]
        };
        Ok(Screen { blocks: items.iter().flat_map(page).collect(), ..Screen::default() }.into())
    })
}

/// Returns what there is to say, without what is not there.
fn fields(item: &Item<'_>, agenda: &Agenda<'_>, messages: &dyn Messages) -> Vec<(&'static str, String)> {
    let details = item.details;
    let plain = |text: &Option<Text<'_>>| text.as_deref().unwrap_or_default().to_owned();
    let day = |day: Option<NaiveDate>| day.map_or_else(String::new, |day| messages.day(day));
    let phase = item.phase.map_or_else(String::new, |phase| {
        let (id, title, words) = (phase.id, phase.title, phase.words.unwrap_or_default());
        messages.listing(&Listing::PhaseHeading { id, title, words })
    });
    let mut fields = vec![(Label::Status, messages.status(item.status, item.days))];
    fields.extend(deadline(item, agenda, messages));
    fields.extend([
        (Label::Group, plain(&details.group)),
        (Label::Phase, phase),
        (Label::Leader, plain(&details.leader)),
        (Label::Owner, plain(&details.owner)),
        (Label::Support, details.support.join(messages.comma())),
        (Label::Content, plain(&details.content)),
        (Label::Requirements, plain(&details.requirements)),
        (Label::Remark, plain(&details.remark)),
        (Label::Question, plain(&details.question)),
        (Label::Progress, notes(item)),
        (Label::Expected, day(details.expected)),
        (Label::Evidence, details.evidence.join("\n")),
    ]);
    fields.extend(marks(item, messages));
    let named = fields.into_iter().map(|(label, value)| (messages.label(label), value));
    named.filter(|(_, value)| !value.is_empty()).collect()
}

fn deadline(item: &Item<'_>, agenda: &Agenda<'_>, messages: &dyn Messages) -> Vec<(Label, String)> {
    let due = item.due;
    let inclusive = messages.listing(&Listing::Inclusive);
    let day = due.day.map(|day| messages.aside(&messages.day(day), &inclusive));
    let words = due.words.as_deref().map(|words| match agenda.repair(item) {
        Some(repair) => messages.aside(words, messages.repair(repair)),
        None => words.to_owned(),
    });
    let original = item.moves().next().map(|first| messages.deadline(first.from));
    let moves: Vec<_> = item.moves().map(|moved| messages.listing(&Listing::MoveEntry(moved))).collect();
    vec![
        (Label::Starts, due.start.map_or_else(String::new, |day| messages.day(day))),
        (Label::Due, day.unwrap_or_default()),
        (Label::Words, words.unwrap_or_default()),
        (Label::OriginalDue, original.unwrap_or_default()),
        (Label::Moved, moves.join("\n")),
    ]
}

fn notes(item: &Item<'_>) -> String {
    let notes = item.notes().map(|note| format!("{}  {}", note.on, one_line(&note.text)));
    notes.collect::<Vec<_>>().join("\n")
}

fn marks(item: &Item<'_>, messages: &dyn Messages) -> [(Label, String); 3] {
    let mark = |mark: Option<(NaiveDate, Option<&str>)>| {
        mark.map_or_else(String::new, |(day, aside)| {
            let day = messages.day(day);
            aside.map_or_else(|| day.clone(), |aside| messages.aside(&day, aside))
        })
    };
    [
        (Label::Done, mark(item.done.map(|day| (day, None)))),
        (Label::Verified, mark(item.verified.map(|verified| (verified.on, verified.by)))),
        (Label::Cancelled, mark(item.cancelled.map(|cancelled| (cancelled.on, cancelled.why)))),
    ]
}
