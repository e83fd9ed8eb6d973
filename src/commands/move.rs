//! `plan move`: another deadline; the old one stays beside it, with the reason.

use chrono::NaiveDate;

use crate::cli::{
    Answer, Change, CommandError, Context, DryRun, Opened,
    change::{self, text},
    complete, dates, ids, some_name, some_text,
    typing::{command, option},
};
use crate::messages::{ChangeError, Confirmation};
use crate::model::key::{ActivityKey, EntryKey, MoveKey, PhaseKey};
use crate::model::plan::{Due, Entry, Move, Notation, both_ends};
use crate::planfile::edit::{Edit, Place, Value};

#[derive(clap::Args)]
#[command(before_help = "Examples:
  plan move B2 --to 2018-06-20 --why \"exam week\" --by \"director Wang\"
  plan move B2 --to 6月20日 --why 高校考试周 --on 2018-06-08     agreed on that day
  plan move P2 --to 8月15日 --why 上级调整安排                   a phase, with all that takes its time
  plan move B2 --undo")]
pub(super) struct Args {
    /// The ids of activities or phases, separated by blanks or commas
    #[arg(required = true, value_name = "ID", add = complete::all_ids())]
    pub(super) ids: Vec<String>,
    /// The new last day, as in 2018-06-20, 6月20日, end of June, 下周五
    #[arg(long, value_name = "WHEN", required_unless_present = "undo")]
    to: Option<String>,
    /// The reason
    #[arg(long, value_name = "TEXT", required_unless_present = "undo", value_parser = some_text)]
    why: Option<String>,
    /// Who agreed
    #[arg(long, value_name = "WHO", value_parser = some_name)]
    by: Option<String>,
    /// The day on which it was agreed, where it is not today
    #[arg(long, value_name = "DAY")]
    on: Option<String>,
    /// Take the last move back
    #[arg(long, conflicts_with_all = ["to", "why", "by", "on"])]
    undo: bool,
    #[command(flatten)]
    write: DryRun,
}

pub(super) fn run(args: &Args, context: &Context) -> anyhow::Result<Answer> {
    change::carry_out(&command("move", &args.ids), args.write.dry_run, context, |change| {
        let mut late = Vec::new();
        for at in ids::activities_and_phases(&args.ids, change.opened)? {
            let entry = change.entry(at);
            match (&args.to, &args.why) {
                (Some(to), Some(why)) => {
                    let agreed = Agreed::new(args, (to, why), &entry, change)?;
                    if move_to(&entry, &agreed, change)? && args.on.is_none() {
                        late.push(entry.id);
                    }
                }
                _ => undo(&entry, change)?,
            }
        }
        // A move that is entered after the old deadline may have been agreed on before it.
        let undo = change.opened.located.command(&format!("move {} --undo", late.join(" ")));
        let earlier = change.opened.messages.confirmation(&Confirmation::AgreedEarlier { undo });
        change.advice = Some(earlier).filter(|_| !late.is_empty());
        Ok(())
    })
}

/// What was agreed.
struct Agreed<'a> {
    to: NaiveDate,
    on: NaiveDate,
    why: &'a str,
    by: Option<&'a str>,
}

impl<'a> Agreed<'a> {
    fn new(
        args: &'a Args,
        (to, why): (&str, &'a str),
        entry: &Entry<'_>,
        change: &mut Change<'_>,
    ) -> anyhow::Result<Agreed<'a>> {
        let last = entry.moves.last().map(|last| last.on);
        let on = dates::past_or_today(args.on.as_deref(), last, change)?;
        let to = dates::deadline(to, entry.phase, on, change)?;
        Ok(Agreed { to, on, why, by: args.by.as_deref() })
    }

    /// The entry of `moved` that keeps what stands at `from`, as it is written there.
    fn entry(&self, from: EntryKey) -> Value<'static> {
        let from = Value::Standing(Place::Of(from));
        let mut entry =
            vec![(MoveKey::From, from), (MoveKey::On, Value::Date(self.on)), (MoveKey::Why, text(self.why))];
        entry.extend(self.by.map(|by| (MoveKey::By, text(by))));
        Value::Record(entry.into_iter().map(|(key, value)| (key.name(), value)).collect())
    }
}

/// Moves the last day; returns whether that comes after the old one has passed.
fn move_to<'o>(entry: &Entry<'o>, agreed: &Agreed<'_>, change: &mut Change<'o>) -> anyhow::Result<bool> {
    let (id, messages) = (entry.id, change.opened.messages);
    permit(entry, agreed, change.opened)?;
    let from = stands_at(entry).ok_or_else(|| change.opened.error(&ChangeError::NoDeadlineToMove { id }))?;
    if entry.due.day == Some(agreed.to) {
        change.confirm(entry, &Confirmation::Unchanged);
        return Ok(false);
    }
    edit_to(entry, agreed.to, change);
    change.push(id, moved(entry), agreed.entry(from));
    let days = entry.due.day.map(|due| (agreed.to - due).num_days());
    let from = entry.due.day.map_or_else(|| messages.deadline(&entry.due), |day| messages.day(day));
    let mut said = vec![messages.confirmation(&Confirmation::Deadline { from, to: agreed.to, days })];
    let late = entry.due.day.is_some_and(|due| due < agreed.on);
    if late {
        said.push(messages.confirmation(&Confirmation::AskedLate { on: agreed.on }));
    }
    change.say(id, entry.title, said);
    change.take_back.push(format!("move {id} --undo"));
    Ok(late)
}

/// What is over is not moved, and moves follow each other in time.
fn permit(entry: &Entry<'_>, agreed: &Agreed<'_>, opened: &Opened<'_>) -> anyhow::Result<()> {
    let messages = opened.messages;
    let last = entry.moves.last().map(|last| last.on);
    let error = if entry.cancelled.is_some() {
        ChangeError::IsCancelled { id: entry.id }
    } else if let Some(done) = entry.done.filter(|done| *done < agreed.on) {
        ChangeError::DoneBeforeMove { done }
    } else if let Some(start) = entry.due.start.filter(|start| agreed.to < *start) {
        ChangeError::BeforeStart { start, day: agreed.to }
    } else if agreed.to < agreed.on {
        ChangeError::BeforeAgreed { to: agreed.to, on: agreed.on }
    } else if let Some(last) = last.filter(|last| agreed.on < *last) {
        ChangeError::MovedAfter { last, on: agreed.on }
    } else {
        return Ok(());
    };
    let refused = CommandError::new(messages.change_error(&error));
    Err(match error {
        ChangeError::DoneBeforeMove { .. } | ChangeError::BeforeAgreed { .. } => {
            refused.hint(messages.change_error(&ChangeError::AgreedOn))
        }
        _ => refused,
    }
    .into())
}

/// An activity and a phase have the same keys, but for that of the last day.
fn key(entry: &Entry<'_>, activity: ActivityKey, phase: PhaseKey) -> EntryKey {
    if entry.is_phase { phase.into() } else { activity.into() }
}

fn start(entry: &Entry<'_>) -> EntryKey {
    key(entry, ActivityKey::Start, PhaseKey::Start)
}

fn end(entry: &Entry<'_>) -> EntryKey {
    key(entry, ActivityKey::Due, PhaseKey::End)
}

fn period(entry: &Entry<'_>) -> EntryKey {
    key(entry, ActivityKey::Period, PhaseKey::Period)
}

fn moved(entry: &Entry<'_>) -> EntryKey {
    key(entry, ActivityKey::Moved, PhaseKey::Moved)
}

/// Returns the key at which the deadline stands.
fn stands_at(entry: &Entry<'_>) -> Option<EntryKey> {
    match entry.due.notation {
        Notation::Nothing => entry.due.words.as_ref().map(|_| ActivityKey::Words.into()),
        Notation::Period => Some(period(entry)),
        Notation::Date | Notation::Words => Some(end(entry)),
    }
}

/// A period gives way to a first and a last day.
fn edit_to<'o>(entry: &Entry<'o>, to: NaiveDate, change: &mut Change<'o>) {
    let id = entry.id;
    let Some(start) = entry.due.start.filter(|_| entry.due.notation == Notation::Period) else {
        change.set(id, end(entry), Value::Date(to));
        return;
    };
    let (start, to) = ((self::start(entry), Value::Date(start)), (end(entry), Value::Date(to)));
    let pairs = if entry.is_phase { vec![start, to] } else { vec![to, start] };
    change.edits.push(Edit::Replace { id, key: period(entry), pairs });
}

fn undo<'o>(entry: &Entry<'o>, change: &mut Change<'o>) -> anyhow::Result<()> {
    let (id, messages) = (entry.id, change.opened.messages);
    let Some(last) = entry.moves.last() else {
        return Err(change.opened.error(&ChangeError::NothingToUndo { id, what: ActivityKey::Moved }));
    };
    restore(entry, &last.from, change);
    change.edits.push(Edit::Pull { id, key: moved(entry), at: entry.moves.len() - 1 });
    let (from, to) = (messages.deadline(&entry.due), messages.deadline(&last.from));
    change.confirm(entry, &Confirmation::MovedBack { on: last.on, from, to });
    change.take_back_on(last.on, move_again(entry, last, change.opened));
    Ok(())
}

/// Returns the command that moves again what was moved last, where that writes what stands there now.
fn move_again(entry: &Entry<'_>, last: &Move<'_>, opened: &Opened<'_>) -> Option<String> {
    let to = entry.due.day.filter(|_| entry.due.notation == Notation::Date)?;
    let agreed = Agreed { to, on: last.on, why: &last.why, by: last.by.as_deref() };
    let moves = &entry.moves[..entry.moves.len() - 1];
    let before = Entry { due: last.from.clone(), moves, ..entry.clone() };
    permit(&before, &agreed, opened).ok().filter(|()| before.due.day != Some(to))?;
    let (why, by) = (option("--why", agreed.why), option("--by", agreed.by));
    Some(format!("move {} --to {to}{why} --on {}{by}", entry.id, agreed.on))
}

/// Puts `before` back to where it stood.
fn restore<'o>(entry: &Entry<'o>, before: &Due<'_>, change: &mut Change<'o>) {
    let (id, end) = (entry.id, end(entry));
    let Some(value) = value_of(before, entry) else {
        change.unset(id, end);
        return;
    };
    let was_period = before.notation == Notation::Period && !matches!(value, Value::Date(_));
    let is_period = entry.due.notation == Notation::Period;
    match (is_period, was_period) {
        (true, true) => change.set(id, period(entry), value),
        (false, false) => change.set(id, end, value),
        (true, false) => {
            change.edits.push(Edit::Replace { id, key: period(entry), pairs: vec![(end, value)] });
        }
        (false, true) => {
            let (first, second) = if entry.is_phase { (start(entry), end) } else { (end, start(entry)) };
            change.edits.push(Edit::Replace { id, key: first, pairs: vec![(period(entry), value)] });
            change.unset(id, second);
        }
    }
}

/// Returns `before` as it stood in the file; None where there was only `words`.
fn value_of(before: &Due<'_>, entry: &Entry<'_>) -> Option<Value<'static>> {
    let ends = before.range().map(both_ends);
    // Both days of a phase may be written out; it is the last one that stood at `end`.
    let was_two_days = entry.is_phase && ends.as_deref() == before.words.as_deref();
    // Words that stand beside the date now stay there.
    let words_stay = entry.due.notation == Notation::Date && before.words == entry.due.words;
    let from = Place::In { list: moved(entry), at: entry.moves.len() - 1, key: MoveKey::From.name() };
    match before.notation {
        Notation::Nothing => None,
        Notation::Words | Notation::Period if was_two_days || words_stay => before.day.map(Value::Date),
        _ => Some(Value::Standing(from)),
    }
}
