//! `plan move`: another deadline; the old one stays beside it, with the reason.

use chrono::NaiveDate;

use super::show;
use crate::cli::answer::{Answer, CommandError};
use crate::cli::change::{self, Change, Request, title};
use crate::cli::context::{Context, Opened};
use crate::cli::dates;
use crate::cli::ids::{self, Named};
use crate::cli::locate::{Located, quoted};
use crate::messages::{ChangeError, Confirmation, Label};
use crate::model::date::DateRange;
use crate::model::key::{ActivityKey, EntryKey, MoveKey, PhaseKey};
use crate::model::plan::{Due, Move, Notation};
use crate::planfile::edit::{Edit, Value};

#[derive(clap::Args)]
#[command(before_help = "Examples:
  plan move B2 --to 2018-06-20 --why \"exam week\" --by \"director Wang\"
  plan move B2 --to 6月20日 --why 高校考试周 --on 2018-06-08     agreed on that day
  plan move P2 --to 8月15日 --why 上级调整安排                   a phase, with all that takes its time
  plan move B2 --undo")]
pub(super) struct Args {
    /// The ids of activities or phases, separated by blanks or commas
    #[arg(required = true, value_name = "ID", add = crate::cli::complete::all_ids())]
    ids: Vec<String>,
    /// The new last day, as in 2018-06-20, 6月20日, end of June
    #[arg(long, value_name = "WHEN", required_unless_present = "undo")]
    to: Option<String>,
    /// The reason
    #[arg(long, value_name = "TEXT", required_unless_present = "undo", value_parser = crate::cli::arguments::some_text)]
    why: Option<String>,
    /// Who agreed
    #[arg(long, value_name = "WHO", value_parser = crate::cli::arguments::some_text)]
    by: Option<String>,
    /// The day on which it was agreed, where it is not today
    #[arg(long, value_name = "DAY")]
    on: Option<String>,
    /// Take the last move back
    #[arg(long, conflicts_with_all = ["to", "why", "by", "on"])]
    undo: bool,
    /// Say what would change, and change nothing
    #[arg(long)]
    dry_run: bool,
}

pub(super) fn run(args: &Args, context: &Context) -> anyhow::Result<Answer> {
    let command = format!("move {}", args.ids.join(" "));
    let request = Request { command: &command, dry_run: args.dry_run };
    change::carry_out(&request, context, |opened, located| {
        let mut change = Change::default();
        let mut late = Vec::new();
        for named in ids::named(&args.ids, opened, located)? {
            let target = Target::new(named, opened);
            match (&args.to, &args.why) {
                (Some(to), Some(why)) => {
                    let agreed = Agreed::new(args, to, why, opened)?;
                    if target.move_to(&agreed, opened, &mut change)? && args.on.is_none() {
                        late.push(target.id);
                    }
                }
                _ => target.undo(opened, &mut change)?,
            }
        }
        change.first = agreed_earlier(&late, opened, located);
        Ok(change)
    })
}

/// A move that is entered after the old deadline may have been agreed on before it.
fn agreed_earlier(late: &[&str], opened: &Opened<'_>, located: &Located) -> Option<String> {
    let undo = located.command(&format!("move {} --undo", late.join(" ")));
    (!late.is_empty()).then(|| opened.messages.confirmation(&Confirmation::AgreedEarlier { undo }))
}

/// What was agreed.
struct Agreed<'a> {
    to: NaiveDate,
    on: NaiveDate,
    why: &'a str,
    by: Option<&'a str>,
}

impl<'a> Agreed<'a> {
    fn new(args: &'a Args, to: &str, why: &'a str, opened: &Opened<'_>) -> anyhow::Result<Agreed<'a>> {
        let on = args.on.as_deref().map(|typed| dates::past(typed, opened)).transpose()?;
        let to = dates::deadline(to, opened)?;
        Ok(Agreed { to, on: on.unwrap_or(opened.day.today), why, by: args.by.as_deref() })
    }

    /// The entry of `moved` that keeps what stood there.
    fn entry(&self, from: Value<'static>) -> Value<'static> {
        let mut entry = vec![
            (MoveKey::From.name(), from),
            (MoveKey::On.name(), Value::Date(self.on)),
            (MoveKey::Why.name(), Value::Text(self.why.to_owned().into())),
        ];
        entry.extend(self.by.map(|by| (MoveKey::By.name(), Value::Text(by.to_owned().into()))));
        Value::Record(entry)
    }
}

/// An activity or a phase.
struct Target<'o> {
    id: &'o str,
    title: &'o str,
    is_phase: bool,
    due: Due<'o>,
    /// The moves that stand in its own block.
    moves: &'o [Move<'o>],
    done: Option<NaiveDate>,
    cancelled: bool,
}

impl<'o> Target<'o> {
    fn new(named: Named, opened: &'o Opened<'o>) -> Target<'o> {
        match named {
            Named::Activity(at) => {
                let activity = &opened.plan.activities[at];
                Target {
                    id: &activity.id,
                    title: &activity.title,
                    is_phase: false,
                    due: activity.due.clone(),
                    moves: if activity.moved_itself { &activity.moved } else { &[] },
                    done: activity.done,
                    cancelled: activity.cancelled.is_some(),
                }
            }
            Named::Phase(at) => {
                let phase = &opened.plan.phases[at];
                let due = Due { form: phase.form, ..Due::lasting(phase.range, phase.words.clone()) };
                let (id, title, moves) = (&phase.id, &phase.title, &phase.moved);
                Target { id, title, is_phase: true, due, moves, done: None, cancelled: false }
            }
        }
    }

    fn key(&self, activity: ActivityKey, phase: PhaseKey) -> EntryKey {
        if self.is_phase { phase.into() } else { activity.into() }
    }

    fn start(&self) -> EntryKey {
        self.key(ActivityKey::Start, PhaseKey::Start)
    }

    /// The key of the last day.
    fn end(&self) -> EntryKey {
        self.key(ActivityKey::Due, PhaseKey::End)
    }

    fn period(&self) -> EntryKey {
        self.key(ActivityKey::Period, PhaseKey::Period)
    }

    fn moved(&self) -> EntryKey {
        self.key(ActivityKey::Moved, PhaseKey::Moved)
    }

    /// Moves the last day; returns whether that comes after the old one has passed.
    fn move_to(
        &self,
        agreed: &Agreed<'_>,
        opened: &Opened<'_>,
        change: &mut Change<'o>,
    ) -> anyhow::Result<bool> {
        let (id, messages) = (self.id, opened.messages);
        self.permit(agreed, opened)?;
        let Some(from) = self.stood() else {
            return Err(
                CommandError::new(messages.change_error(&ChangeError::NoDeadlineToMove { id })).into()
            );
        };
        if self.due.day == Some(agreed.to) {
            change.say(title(id, self.title), vec![messages.confirmation(&Confirmation::Unchanged)]);
            return Ok(false);
        }
        self.edit_to(agreed.to, change);
        change.edits.push(Edit::Push { id, key: self.moved(), entry: agreed.entry(from) });
        let days = self.due.day.map(|due| (agreed.to - due).num_days());
        let shown = show::stood(&Due { words: None, ..self.due.clone() }, messages);
        let from = if self.due.day.is_some() { shown } else { show::stood(&self.due, messages) };
        let mut said = vec![messages.confirmation(&Confirmation::Deadline { from, to: agreed.to, days })];
        let late = self.due.day.is_some_and(|due| due < agreed.on);
        if late {
            said.push(messages.confirmation(&Confirmation::MovedLate { on: agreed.on }));
        }
        change.say(title(id, self.title), said);
        change.take_back.push(format!("move {id} --undo"));
        Ok(late)
    }

    /// What is over is not moved, and moves follow each other in time.
    fn permit(&self, agreed: &Agreed<'_>, opened: &Opened<'_>) -> anyhow::Result<()> {
        let messages = opened.messages;
        let last = self.moves.last().map(|last| last.on);
        let start = self.due.start;
        let objection = if self.cancelled {
            ChangeError::IsCancelled { id: self.id }
        } else if let Some(done) = self.done.filter(|done| *done < agreed.on) {
            let refusal = CommandError::new(messages.change_error(&ChangeError::DoneBeforeMove { done }));
            return Err(refusal.hint(messages.change_error(&ChangeError::AgreedOn)).into());
        } else if let Some(start) = start.filter(|start| agreed.to < *start) {
            ChangeError::BeforeStart { start, day: agreed.to }
        } else if agreed.to < agreed.on {
            ChangeError::BeforeAgreed { to: agreed.to, on: agreed.on }
        } else if let Some(last) = last.filter(|last| agreed.on < *last) {
            ChangeError::MovedAfter { last, on: agreed.on }
        } else {
            return Ok(());
        };
        Err(CommandError::new(messages.change_error(&objection)).into())
    }

    /// Returns what stands there, as it goes into `moved`: words stay words.
    fn stood(&self) -> Option<Value<'static>> {
        let messages = self.due.words.as_ref().map(|messages| Value::Text(messages.to_string().into()));
        match (self.due.form, self.due.day) {
            (Notation::Date, _) if self.is_phase => Some(Value::Text(self.both_ends()?.into())),
            (Notation::Date, Some(day)) => Some(Value::Date(day)),
            _ => messages,
        }
    }

    /// The first and the last day of a phase, as words that read back.
    fn both_ends(&self) -> Option<String> {
        let DateRange { start, end } = DateRange::new(self.due.start?, self.due.day?)?;
        Some(format!("{start} – {end}"))
    }

    /// A period gives way to a first and a last day.
    fn edit_to(&self, to: NaiveDate, change: &mut Change<'o>) {
        let id = self.id;
        let set = |key, day| Edit::Set { id, key, value: Value::Date(day) };
        let Some(start) = self.due.start.filter(|_| self.due.form == Notation::Period) else {
            change.edits.push(set(self.end(), to));
            return;
        };
        let (start, to) = (Value::Date(start), Value::Date(to));
        let pairs = if self.is_phase {
            vec![(self.start(), start), (self.end(), to)]
        } else {
            vec![(self.end(), to), (self.start(), start)]
        };
        change.edits.push(Edit::Replace { id, key: self.period(), pairs });
    }

    fn undo(&self, opened: &Opened<'_>, change: &mut Change<'o>) -> anyhow::Result<()> {
        let (id, messages) = (self.id, opened.messages);
        let Some(last) = self.moves.last() else {
            let objection = ChangeError::NothingToUndo { id, what: Label::Moved };
            return Err(CommandError::new(messages.change_error(&objection)).into());
        };
        self.restore(&last.from, change);
        change.edits.push(Edit::Pull { id, key: self.moved(), at: self.moves.len() - 1 });
        let (from, to) = (show::stood(&self.due, messages), show::stood(&last.from, messages));
        change.say(
            title(id, self.title),
            vec![messages.confirmation(&Confirmation::MovedBack { on: last.on, from, to })],
        );
        if let Some(day) = self.due.day {
            let by = last.by.as_ref().map_or_else(String::new, |by| format!(" --by {}", quoted(by)));
            let why = quoted(&last.why);
            change.take_back.push(format!("move {id} --to {day} --why {why} --on {}{by}", last.on));
        }
        Ok(())
    }

    /// Puts `before` back to where it stood.
    fn restore(&self, before: &Due<'_>, change: &mut Change<'o>) {
        let (id, end) = (self.id, self.end());
        let Some(value) = self.value_of(before) else {
            change.edits.push(Edit::Unset { id, key: end });
            return;
        };
        let was_period = before.form == Notation::Period && !matches!(value, Value::Date(_));
        let is_period = self.due.form == Notation::Period;
        match (is_period, was_period) {
            (true, true) => change.edits.push(Edit::Set { id, key: self.period(), value }),
            (false, false) => change.edits.push(Edit::Set { id, key: end, value }),
            (true, false) => {
                change.edits.push(Edit::Replace { id, key: self.period(), pairs: vec![(end, value)] });
            }
            (false, true) => {
                let (first, second) = if self.is_phase { (self.start(), end) } else { (end, self.start()) };
                change.edits.push(Edit::Replace { id, key: first, pairs: vec![(self.period(), value)] });
                change.edits.push(Edit::Unset { id, key: second });
            }
        }
    }

    /// Returns `before` as it stood in the file; None where there was only `words`.
    fn value_of(&self, before: &Due<'_>) -> Option<Value<'static>> {
        let ends = before.start.zip(before.day).map(|(start, day)| format!("{start} – {day}"));
        let was_two_days = self.is_phase && ends.as_deref() == before.words.as_deref();
        // Words that stand beside the date now stay there.
        let words_stay = self.due.form == Notation::Date && before.words == self.due.words;
        match before.form {
            Notation::Nothing => None,
            _ if before.form == Notation::Date || was_two_days || words_stay => before.day.map(Value::Date),
            _ => before.words.as_ref().map(|messages| Value::Text(messages.to_string().into())),
        }
    }
}
