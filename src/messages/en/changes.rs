//! What is said of a change, in English.

use chrono::NaiveDate;

use super::English;
use super::terms::plural;
use crate::messages::changes::{Changes, Confirmation};
use crate::messages::terms::{Terms, if_any};

impl Changes for English {
    fn confirmation(&self, confirmation: &Confirmation<'_>) -> String {
        match confirmation {
            Confirmation::TakeBack { command } => format!("take it back: {command}"),
            Confirmation::DryRun => "Dry run: nothing was written.".into(),
            Confirmation::Wrote { file, next } => format!("Wrote {file}. Next: {next}"),
            Confirmation::RecordTrueDay { command } => {
                format!("if it was done earlier and is only recorded today, give the true day: {command} DAY")
            }
            Confirmation::Marked { day, due } => format!("done {}{}", self.day(*day), against(*day, *due)),
            Confirmation::Remarked { from, day, due } => {
                format!("done {} instead of {}{}", self.day(*day), self.day(*from), against(*day, *due))
            }
            Confirmation::AlreadyDone { day, command } => {
                format!("was done {} already; the day stays. Another day: {command} DAY", self.day(*day))
            }
            Confirmation::NotStartedYet { start } => format!("note: it only starts on {}", self.day(*start)),
            Confirmation::Added { what } => format!("added: {}", self.noun(*what)),
            Confirmation::Reopened { day } => format!("no longer done (it was, on {})", self.day(*day)),
            Confirmation::Unverified { day, by } => {
                let by = if_any(*by, |by| format!(", by {by}"));
                format!("no longer verified (it was, on {}{by})", self.day(*day))
            }
            Confirmation::Kept { notes, evidence } => {
                format!("kept: {}, {} of evidence", plural(notes, "note"), plural(evidence, "piece"))
            }
            Confirmation::NotDone => "is not done; nothing changed".into(),
            Confirmation::Deadline { from, to, days } => {
                format!("deadline {from} -> {}{}", self.day(*to), self.shift(*days))
            }
            Confirmation::MovedLate { on } => {
                format!("{on} is after the old deadline: recorded as asked for late")
            }
            Confirmation::AgreedEarlier { undo } => {
                format!("if it was agreed earlier, give the day: {undo}, then move it again with --on DAY")
            }
            Confirmation::MovedBack { on, from, to } => format!("took back the move of {on}: {from} -> {to}"),
            Confirmation::Cancelled { day, why } => format!("cancelled {}: {why}", self.day(*day)),
            Confirmation::Uncancelled { day, why } => {
                format!("no longer cancelled (it was, on {}: {why})", self.day(*day))
            }
            Confirmation::Verified { day, by: None } => format!("verified {}", self.day(*day)),
            Confirmation::Verified { day, by: Some(by) } => format!("verified {} by {by}", self.day(*day)),
            Confirmation::AlreadyVerified { day, command } => format!(
                "was verified {} already; nothing changed. To change it: first {command}",
                self.day(*day)
            ),
            Confirmation::Noted { on, text } => format!("note {on}: {text}"),
            Confirmation::Changed { what, from, to } => {
                changed(&self.noun(*what), from.as_deref(), to.as_deref())
            }
            Confirmation::New { due } => format!("new, due {due}"),
            Confirmation::Unchanged => "nothing changed".into(),
            Confirmation::Saved { file } => format!("checked and saved {file}"),
            Confirmation::AskEditAgain => "Edit again? [Y/n] ".into(),
            Confirmation::CopyKept { path } => format!("nothing was saved; the edited copy is {path}"),
        }
    }

    fn template(&self) -> &'static str {
        include_str!("template.toml")
    }
}

fn changed(what: &str, from: Option<&str>, to: Option<&str>) -> String {
    match (from, to) {
        (Some(from), Some(to)) => format!("{what}: {from} -> {to}"),
        (None, Some(to)) => format!("{what}: {to} (there was none)"),
        (Some(from), None) => format!("{what}: no longer {from}"),
        (None, None) => format!("{what}: nothing changed"),
    }
}

fn against(done: NaiveDate, due: Option<NaiveDate>) -> String {
    if_any(due, |due| match (done - due).num_days() {
        days @ 1.. => format!(", {} after its deadline {due}: done late", plural(&days, "day")),
        _ => format!(", deadline {due}: on time"),
    })
}
