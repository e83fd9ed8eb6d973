//! `plan show`: everything about one activity or phase.

use chrono::NaiveDate;

use crate::cli::{Answer, Block, Context, Json, Screen, complete, ids};
use crate::export::json;
use crate::messages::{Label, Listing, Messages};
use crate::model::Text;
use crate::model::agenda::{Agenda, Counts, Item, MoveOnDay, PhaseOnDay};
use crate::model::key::ActivityKey;
use crate::model::plan::{Details, Index};
use crate::model::text::one_line;

#[derive(clap::Args)]
#[command(before_help = "Examples:
  plan show A2")]
pub(super) struct Args {
    /// The id of an activity or a phase
    #[arg(required = true, value_name = "ID", add = complete::all_ids())]
    pub(super) id: Vec<String>,
    #[command(flatten)]
    output: Json,
}

pub(super) fn run(args: &Args, context: &Context) -> anyhow::Result<Answer> {
    context.view(|opened| {
        let agenda = opened.agenda();
        let named = ids::activities_and_phases(&args.id, opened)?;
        if args.output.json {
            let items = named.iter().filter_map(|at| match at {
                Index::Activity(at) => Some(agenda.item(*at)),
                Index::Phase(_) => None,
            });
            return Ok(json::list(&agenda, &items.collect::<Vec<_>>(), opened.file()).into());
        }
        let page = |at: &Index| {
            let (title, fields, span) = match *at {
                Index::Activity(at) => {
                    let item = agenda.item(at);
                    (
                        format!("{}  {}", item.id, item.title),
                        fields(&item, &agenda, opened.messages),
                        item.span(),
                    )
                }
                Index::Phase(at) => {
                    let phase = &agenda.phases()[at];
                    let fields = phase_fields(phase, &agenda, opened.messages);
                    (format!("{}  {}", phase.id, phase.title), fields, phase.span())
                }
            };
            let line = format!("{}   {}", opened.line_of(span.start), opened.today());
            [Block::Fields { title, fields }, Block::line(line)]
        };
        Ok(Screen { blocks: named.iter().flat_map(page).collect(), ..Screen::default() }.into())
    })
}

/// Returns what there is to say of a phase: its time, and how its activities stand.
fn phase_fields(
    phase: &PhaseOnDay<'_>,
    agenda: &Agenda<'_>,
    messages: &dyn Messages,
) -> Vec<(&'static str, String)> {
    let of_phase = agenda.select(|item| item.phase.is_some_and(|one| one.id == phase.id));
    let mut fields = vec![
        (messages.key(ActivityKey::Period), messages.range(phase.range)),
        (messages.key(ActivityKey::Words), phase.words.unwrap_or_default().to_owned()),
    ];
    fields.extend(moved(phase.moves(), messages));
    fields.push((messages.key(ActivityKey::Question), phase.question().unwrap_or_default().to_owned()));
    fields.push((
        messages.key(ActivityKey::Title),
        messages.summary(&Counts::of(of_phase), Some(agenda.soon())),
    ));
    fields.retain(|(_, value)| !value.is_empty());
    fields
}

/// Returns the deadline that stood there first, and the moves.
fn moved<'p>(
    moves: impl Iterator<Item = MoveOnDay<'p>>,
    messages: &dyn Messages,
) -> [(&'static str, String); 2] {
    let moves: Vec<_> = moves.collect();
    let original = moves.first().map(|first| messages.deadline(first.from));
    let moves = moves.into_iter().map(|moved| messages.listing(&Listing::MoveEntry(moved)));
    [
        (messages.label(Label::OriginalDue), original.unwrap_or_default()),
        (messages.key(ActivityKey::Moved), moves.collect::<Vec<_>>().join("\n")),
    ]
}

/// Returns what there is to say, without what is not there.
fn fields(item: &Item<'_>, agenda: &Agenda<'_>, messages: &dyn Messages) -> Vec<(&'static str, String)> {
    // Taken apart, so that a new key has to be answered for.
    let Details {
        group,
        leader,
        owners,
        support,
        content,
        requirements,
        remark,
        question,
        expected,
        progress,
        evidence,
    } = item.details;
    let plain = |text: &Option<Text<'_>>| text.as_deref().unwrap_or_default().to_owned();
    let phase = item.phase.map(|phase| {
        let (id, title, words) = (phase.id, phase.title, phase.words.unwrap_or_default());
        messages.listing(&Listing::PhaseHeading { id, title, words })
    });
    let mut fields = vec![(messages.label(Label::Status), messages.status(item.status, item.days))];
    fields.extend(deadline(item, agenda, messages));
    let more = [
        (ActivityKey::Group, plain(group)),
        (ActivityKey::Phase, phase.unwrap_or_default()),
        (ActivityKey::Leader, plain(leader)),
        (ActivityKey::Owner, owners.join(messages.comma())),
        (ActivityKey::Support, support.join(messages.comma())),
        (ActivityKey::Content, plain(content)),
        (ActivityKey::Requirements, plain(requirements)),
        (ActivityKey::Remark, plain(remark)),
        (ActivityKey::Question, plain(question)),
        (ActivityKey::Notes, notes(item, messages)),
        (ActivityKey::Expected, expected.map(|day| messages.day(day)).unwrap_or_default()),
        (ActivityKey::Progress, progress.map(|progress| format!("{progress}%")).unwrap_or_default()),
        (ActivityKey::Evidence, evidence.join("\n")),
        (ActivityKey::Added, item.added.map(|day| messages.day(day)).unwrap_or_default()),
    ];
    let more = more.into_iter().chain(marks(item, messages));
    fields.extend(more.map(|(key, value)| (messages.key(key), value)));
    fields.retain(|(_, value)| !value.is_empty());
    fields
}

fn deadline(item: &Item<'_>, agenda: &Agenda<'_>, messages: &dyn Messages) -> [(&'static str, String); 6] {
    let due = item.due;
    let inclusive = messages.listing(&Listing::Inclusive);
    let day = due.day.map(|day| messages.aside(&messages.day(day), &inclusive));
    let words = item.words.map(|words| match agenda.repair(item) {
        Some(repair) => messages.aside(words, messages.repair(repair)),
        None => words.to_owned(),
    });
    let [original, moves] = moved(item.moves(), messages);
    let counts_on = item.agreed.filter(|day| Some(*day) != item.due.day);
    [
        (messages.key(ActivityKey::Start), due.start.map(|day| messages.day(day)).unwrap_or_default()),
        (messages.key(ActivityKey::Due), day.unwrap_or_default()),
        (messages.key(ActivityKey::Words), words.unwrap_or_default()),
        original,
        moves,
        (messages.label(Label::CountsOn), counts_on.map(|day| messages.day(day)).unwrap_or_default()),
    ]
}

fn notes(item: &Item<'_>, messages: &dyn Messages) -> String {
    let notes = item.notes().map(|note| format!("{}  {}", note.on, one_line(&messages.note(note))));
    notes.collect::<Vec<_>>().join("\n")
}

fn marks(item: &Item<'_>, messages: &dyn Messages) -> [(ActivityKey, String); 4] {
    let mark = |on: Option<NaiveDate>, aside: Option<&str>| {
        let day = on.map(|day| messages.day(day)).unwrap_or_default();
        aside.map(|aside| messages.aside(&day, aside)).unwrap_or(day)
    };
    let (verified, cancelled) = (item.verified, item.cancelled);
    let late = item.was_cancelled_late().then(|| messages.label(Label::AskedLate));
    let why: Vec<_> = cancelled.and_then(|one| one.why).into_iter().chain(late).collect();
    let why = Some(why.join(messages.pause())).filter(|why| !why.is_empty());
    [
        (ActivityKey::Done, mark(item.done, None)),
        (ActivityKey::Verified, mark(verified.map(|one| one.on), verified.and_then(|one| one.by))),
        (ActivityKey::Cancelled, mark(cancelled.map(|one| one.on), why.as_deref())),
        (ActivityKey::CancelledBy, cancelled.and_then(|one| one.by).unwrap_or_default().to_owned()),
    ]
}
