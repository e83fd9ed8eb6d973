//! What a command answers, in English.

use chrono::NaiveDate;

use super::English;
use super::terms::plural;
use crate::messages::answers::{
    Answers, ArgumentError as Argument, ChangeError as Change, Confirmation as Said, FileError as File,
};
use crate::messages::terms::{Terms, if_any};

impl Answers for English {
    fn confirmation(&self, confirmation: &Said<'_>) -> String {
        match confirmation {
            Said::TakeBack { command } => format!("take it back: {command}"),
            Said::DryRun => "Dry run: nothing was written.".into(),
            Said::Wrote { file, next } => format!("Wrote {file}. Next: {next}"),
            Said::RecordTrueDay { command } => {
                format!("if it was done earlier and is only recorded today, give the true day: {command} DAY")
            }
            Said::Marked { day, due } => format!("done {}{}", self.day(*day), against(*day, *due)),
            Said::Remarked { from, day, due } => {
                format!("done {} instead of {}{}", self.day(*day), self.day(*from), against(*day, *due))
            }
            Said::AlreadyDone { day, command } => {
                format!("was done {} already; the day stays. Another day: {command} DAY", self.day(*day))
            }
            Said::NotStartedYet { start } => format!("note: it only starts on {}", self.day(*start)),
            Said::Added { what } => format!("added: {}", self.noun(*what)),
            Said::Reopened { day } => format!("no longer done (it was, on {})", self.day(*day)),
            Said::Unverified { day, by } => {
                let by = if_any(*by, |by| format!(", by {by}"));
                format!("no longer verified (it was, on {}{by})", self.day(*day))
            }
            Said::Kept { notes, evidence } => {
                format!("kept: {}, {} of evidence", plural(notes, "note"), plural(evidence, "piece"))
            }
            Said::NotDone => "is not done; nothing changed".into(),
            Said::Deadline { from, to, days } => {
                format!("deadline {from} -> {}{}", self.day(*to), self.shift(*days))
            }
            Said::MovedLate { on } => format!("{on} is after the old deadline: recorded as asked for late"),
            Said::AgreedEarlier { undo } => {
                format!("if it was agreed earlier, give the day: {undo}, then move it again with --on DAY")
            }
            Said::MovedBack { on, from, to } => format!("took back the move of {on}: {from} -> {to}"),
            Said::Cancelled { day, why } => format!("cancelled {}: {why}", self.day(*day)),
            Said::Uncancelled { day, why } => {
                format!("no longer cancelled (it was, on {}: {why})", self.day(*day))
            }
            Said::Verified { day, by: None } => format!("verified {}", self.day(*day)),
            Said::Verified { day, by: Some(by) } => format!("verified {} by {by}", self.day(*day)),
            Said::AlreadyVerified { day, command } => format!(
                "was verified {} already; nothing changed. To change it: first {command}",
                self.day(*day)
            ),
            Said::Noted { on, text } => format!("note {on}: {text}"),
            Said::Changed { what, from, to } => changed(&self.noun(*what), from.as_deref(), to.as_deref()),
            Said::New { due } => format!("new, due {due}"),
            Said::Unchanged => "nothing changed".into(),
            Said::Saved { file } => format!("checked and saved {file}"),
            Said::AskEditAgain => "Edit again? [Y/n] ".into(),
            Said::CopyKept { path } => format!("nothing was saved; the edited copy is {path}"),
        }
    }

    fn argument_error(&self, error: &Argument<'_>) -> String {
        match error {
            Argument::UnknownId { id } => format!("there is no {id}; nothing changed"),
            Argument::BeginSo { prefix } => format!("these begin with {prefix}:"),
            Argument::NearestIds => "the nearest:".into(),
            Argument::IsPhase { id, unfinished } => {
                format!("{id} is a phase and cannot be marked; {} unfinished", plural(unfinished, "activity"))
            }
            Argument::PhaseHint { command } => format!("its activities: {command}"),
            Argument::NeedsId { group } => format!("{group} has no id to count on from; give one: --id ID"),
            Argument::PeriodAhead { start, today } => {
                format!("{} is still to come (today is {today})", self.day(*start))
            }
            Argument::OneAtATime => "one piece of evidence is taken out at a time; nothing changed".into(),
            Argument::NothingToChange => "nothing to change is given: --owner, --support or --leader".into(),
            Argument::OneOfThem => "neither a note nor an expected day is given".into(),
            Argument::NoEditor { why } => {
                format!("the editor did not end well ({why}); nothing was saved. EDITOR names another one")
            }
            Argument::BadToday { words } => format!("\"{words}\" is not a day"),
            Argument::TodayHint => "--today takes a day with its year, 1900 to 2199, as in 2018-06-11".into(),
            Argument::InFuture { day, today } => {
                format!("{} is still to come (today is {today}); nothing changed", self.day(*day))
            }
            Argument::UnreadableDay { words } => format!("\"{words}\" cannot be read as a day"),
            Argument::DayHint => "write 2018-05-24, 5月24日, 24 May, today or yesterday".into(),
            Argument::SeveralDays { words, days } => {
                format!("\"{words}\" can be read in more than one way: {days}")
            }
            Argument::NoIds => "no id is given".into(),
            Argument::CurlyQuotes { words } => {
                format!("curly quotes do not hold words together; use straight ones: \"{words}\"")
            }
            Argument::FullWidthDash { typed, meant } => {
                format!("`{typed}` begins with a full-width dash; type {meant}")
            }
            Argument::UnknownName { what, name, known } => {
                let what = self.noun(*what);
                format!("no activity has the {what} \"{name}\"; there are: {known}")
            }
        }
    }

    fn change_error(&self, error: &Change<'_>) -> String {
        let said = match error {
            Change::IsCancelled { id } => format!("{id} is cancelled"),
            Change::IsVerified { id } => format!("{id} is verified and stays as it is"),
            Change::ReopenFirst { command } => return format!("to take both marks back: {command}"),
            Change::NoDeadlineToMove { id } => {
                return format!(
                    "{id} has no deadline to move; nothing changed. Give it a `due` first: plan edit"
                );
            }
            Change::BeforeStart { start, day } => format!("{} is before its start {start}", self.day(*day)),
            Change::BeforeAgreed { to, on } => {
                format!("the new deadline {} is before {on}, the day of the move", self.day(*to))
            }
            Change::MovedAfter { last, on } => format!("it was last moved on {last}, so not on {on}"),
            Change::DoneBeforeMove { done } => {
                format!("it was done {}, and its deadline is no longer moved", self.day(*done))
            }
            Change::AgreedOn => return "if the move was agreed before, give the day: --on DAY".into(),
            Change::NotDone { id } => format!("{id} is not done and cannot be verified"),
            Change::MarkFirst { command } => return format!("mark it first: {command}"),
            Change::BeforeDone { done, day } => {
                format!("it was done on {done} and cannot be verified on {day}")
            }
            Change::IsDone { id, day } => format!("{id} was done {} and cannot be cancelled", self.day(*day)),
            Change::NothingToUndo { id, what } => {
                format!("{id} has nothing to take back ({})", self.noun(*what))
            }
            Change::NoSuchEvidence { id, path } => format!("{id} has no evidence {path}"),
        };
        format!("{said}; nothing changed")
    }

    fn file_error(&self, error: &File<'_>) -> String {
        match error {
            File::NoPlanFile { looked } => format!("no plan file; looked for {looked}"),
            File::RunInit => "start one with: plan init; or name one: plan -f FILE".into(),
            File::TwoPlans { file, other } => {
                format!("PLAN_FILE names {file}, and here is {other}: which of them is to change?")
            }
            File::NameTheFile { command } => format!("say it: {command}"),
            File::CannotEditStdin => "what is read from a pipe cannot be changed; name a file".into(),
            File::BadTimezone { name } => format!("there is no time zone \"{name}\" (TZ)"),
            File::TimezoneHint => {
                "set TZ to an IANA name such as Asia/Shanghai, or write `timezone` in [plan]".into()
            }
            File::AlreadyThere { file } => format!("{file} is there already and stays as it is"),
            File::NotFound { file } => format!("there is no file {file}"),
            File::NotAFile { file } => format!("{file} is not a regular file"),
            File::TooLarge { file, mib } => format!("{file} is larger than {mib} MiB"),
            File::NoPermission { file } => format!("{file} may not be read by you"),
            File::NotUtf8 { file } => format!("{file} is not UTF-8; plan check says where"),
            File::Locked { file, seconds } => {
                format!("{file}: another program holds the lock on its folder; gave up after {seconds} s")
            }
            File::ChangedMeanwhile { file } => {
                format!("{file} changed while it was being edited; nothing was saved")
            }
            File::ReadOnly { file } => format!("{file} is read-only; nothing was saved"),
            File::OtherOwner { file } => format!("{file} belongs to somebody else; nothing was saved"),
            File::HardLinks { file } => format!(
                "{file} has more than one name (hard links), and saving would part them; nothing was saved"
            ),
            File::FolderReadOnly { file } => {
                format!("the folder of {file} may not be written to; nothing was saved")
            }
            File::DiskFull { file } => format!("no room to save {file}; it is as it was"),
            File::CannotRead { file, why } => format!("could not read {file}: {why}"),
            File::CannotSave { file, why } => format!("could not save {file}: {why}; it is as it was"),
            File::CannotEdit { id } => format!("could not find the place to edit {id}; nothing changed"),
            File::InlineTable { id } => {
                format!("{id} is a {{ … }} over several lines, which is read but not edited")
            }
            File::InlineTableHint => "write it as a block that begins with [[activity]]".into(),
            File::HoldsComment { id } => {
                format!("{id}: a comment stands inside, and would be lost with it; nothing changed")
            }
            File::EditByHand => "change it by hand: plan edit".into(),
            File::WouldBreak { file } => {
                format!("the edit would have changed something else in {file}; nothing was saved")
            }
            File::CannotPrint { why } => format!("could not write the output: {why}"),
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
