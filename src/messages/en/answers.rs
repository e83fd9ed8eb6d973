//! What a command answers, in English.

use chrono::NaiveDate;

use super::English;
use super::terms::plural;
use crate::messages::answers::{
    Answers, ArgumentError, ChangeError, Confirmation, Editing, FileError, Measured, NotSaved, Takes,
};
use crate::messages::terms::{Terms, if_any};

impl Answers for English {
    fn confirmation(&self, confirmation: &Confirmation<'_>) -> String {
        match confirmation {
            Confirmation::TakeBack { command } => format!("take it back: {command}"),
            Confirmation::TakeBackByHand => "take it back with plan edit: some of it cannot be typed".into(),
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
            Confirmation::SentBack { why } => format!("sent back: {why}"),
            Confirmation::Reopened { day } => format!("no longer done (it was, on {})", self.day(*day)),
            Confirmation::Unverified { day, by } => {
                let by = if_any(*by, |by| format!(", by {by}"));
                format!("no longer accepted (it was, on {}{by})", self.day(*day))
            }
            Confirmation::Kept { notes, evidence } => {
                format!("kept: {}, {} of evidence", plural(notes, "note"), plural(evidence, "piece"))
            }
            Confirmation::NotDone => "is not done; nothing changed".into(),
            Confirmation::Deadline { from, to, days } => {
                format!("deadline {from} -> {}{}", self.day(*to), self.shift(*days))
            }
            Confirmation::AskedLate { on } => format!("{on} is after the deadline: recorded as late"),
            Confirmation::GiveUpAgain => {
                "if it was agreed earlier: take it back, and cancel again with --on DAY".into()
            }
            Confirmation::AgreedEarlier { undo } => {
                format!("if it was agreed earlier, give the day: {undo}, then move it again with --on DAY")
            }
            Confirmation::MovedBack { on, from, to } => format!("took back the move of {on}: {from} -> {to}"),
            Confirmation::Cancelled { day, why, by } => {
                format!("cancelled {}{}{}", self.day(*day), reason(*why), agreed(*by))
            }
            Confirmation::Uncancelled { day, why, by } => {
                format!("no longer cancelled (it was, on {}{}{})", self.day(*day), reason(*why), agreed(*by))
            }
            Confirmation::Verified { day, by: None } => format!("accepted {}", self.day(*day)),
            Confirmation::Verified { day, by: Some(by) } => format!("accepted {} by {by}", self.day(*day)),
            Confirmation::AlreadyVerified { day, command } => format!(
                "was accepted {} already; nothing changed. To change it: first {command}",
                self.day(*day)
            ),
            Confirmation::Noted(note) => format!("note {}: {}", note.on, self.note(note)),
            Confirmation::Changed { what, from, to } => {
                changed(&self.noun(*what), from.as_deref(), to.as_deref())
            }
            Confirmation::New { due } => format!("new, due {due}"),
            Confirmation::ReadAs { words, day } => format!("\"{words}\" is read as {}", self.day(*day)),
            Confirmation::Unchanged => "nothing changed".into(),
            Confirmation::Saved { file } => format!("checked and saved {file}"),
            Confirmation::SavedNevertheless { file } => format!("{file} was saved"),
        }
    }

    fn argument_error(&self, error: &ArgumentError<'_>) -> String {
        match error {
            ArgumentError::UnknownId { id } => format!("there is no {id}; nothing changed"),
            ArgumentError::BeginSo { prefix } => format!("these begin with {prefix}:"),
            ArgumentError::NearestIds => "the nearest:".into(),
            ArgumentError::IsPhase { id, unfinished } => {
                let unfinished = plural(unfinished, "activity");
                format!("{id} is a phase, and takes `show` and `move`; {unfinished} unfinished")
            }
            ArgumentError::PhaseHint { command } => format!("its activities: {command}"),
            ArgumentError::SeveralNames { what, typed, names } => {
                format!("`{typed}` is in more than one {}: {names}", self.key(*what))
            }
            ArgumentError::UnknownStatus { typed, names } => {
                format!("there is no status `{typed}`, but {names}")
            }
            ArgumentError::NeedsId { group } => {
                format!("{group} has no id to count on from; give one: --id ID")
            }
            ArgumentError::PeriodAhead { start, today } => {
                format!("{} is still to come (today is {today})", self.day(*start))
            }
            ArgumentError::BlankInName { name, command } => {
                format!(
                    "there are no such files, but there is one \"{name}\"; nothing changed. Quote a name with blanks: {command}"
                )
            }
            ArgumentError::OneAtATime => "evidence is taken out one at a time; nothing changed".into(),
            ArgumentError::NothingToChange => {
                "nothing to change is given: --owner, --support or --leader".into()
            }
            ArgumentError::NotUtf8Name { name } => {
                format!("the name {name} is not UTF-8 and cannot be written into a plan; rename it first")
            }
            ArgumentError::Pattern { name } => {
                format!("no file can be called {name}, and * and ? are not filled in here; name each file")
            }
            ArgumentError::OneOfThem => "no note, reason, expected day or progress is given".into(),
            ArgumentError::BadToday { words } => format!("\"{words}\" is not a day"),
            ArgumentError::TodayHint => {
                "--today takes a day with its year, 1900 to 2199: 2018-06-11, or one like yesterday".into()
            }
            ArgumentError::InFuture { day, today } => {
                format!("{} is still to come (today is {today}); nothing changed", self.day(*day))
            }
            ArgumentError::InPast { day, today } => format!("{} is past (today is {today})", self.day(*day)),
            ArgumentError::NotOneDay { words } => format!("\"{words}\" is not one day"),
            ArgumentError::NotYetHint => "what is still to come cannot be recorded yet".into(),
            ArgumentError::NoIds => "no id is given".into(),
            ArgumentError::CurlyQuotes { words } => {
                format!("curly quotes do not hold words together; use straight ones: \"{words}\"")
            }
            ArgumentError::FullWidthDash { typed, meant } => {
                format!("`{typed}` begins with a full-width dash; type {meant}")
            }
            ArgumentError::NoNames { what } => format!("the plan names no {}", self.noun(*what)),
            ArgumentError::UnknownName { what, name, known } => {
                format!("no activity has the {} \"{name}\"; there are: {known}", self.noun(*what))
            }
        }
    }

    fn takes(&self, what: Takes) -> &'static str {
        match what {
            Takes::PastDay => "write one day: 2018-05-24, 24 May, yesterday, Friday, the 25th",
            Takes::Deadline => {
                "write the last day: 2018-06-20, 20 June, end of June, tomorrow, Friday next week"
            }
            Takes::WithYear => "where it is meant, write it with its year",
            Takes::Period => "write June, Q2, last month, W27, 1 May to 15 June, one day, or a phase's id",
        }
    }

    fn change_error(&self, error: &ChangeError<'_>) -> String {
        let said = match error {
            ChangeError::IsCancelled { id } => format!("{id} is cancelled"),
            ChangeError::IsVerified { id } => format!("{id} is accepted and stays as it is"),
            ChangeError::ReopenFirst { command } => return format!("to take both marks back: {command}"),
            ChangeError::NoDeadlineToMove { id } => {
                return format!(
                    "{id} has no deadline to move; nothing changed. Give it a `due` first: plan edit"
                );
            }
            ChangeError::BeforeStart { start, day } => {
                format!("{} is before its start {start}", self.day(*day))
            }
            ChangeError::BeforeAgreed { to, on } => {
                format!("the new deadline {} is before {on}, the day of the move", self.day(*to))
            }
            ChangeError::MovedAfter { last, on } => format!("it was last moved on {last}, so not on {on}"),
            ChangeError::DoneBeforeMove { done } => {
                format!("it was done {}, and its deadline is no longer moved", self.day(*done))
            }
            ChangeError::AgreedOn => return "if the move was agreed before, give the day: --on DAY".into(),
            ChangeError::NotDone { id } => format!("{id} is not done and cannot be accepted"),
            ChangeError::MarkFirst { command } => return format!("mark it first: {command}"),
            ChangeError::BeforeDone { done, day } => {
                format!("it was done on {done} and cannot be accepted on {day}")
            }
            ChangeError::IsDone { id, day } => {
                format!("{id} was done {} and cannot be cancelled", self.day(*day))
            }
            ChangeError::NothingToUndo { id, what } => {
                format!("{id} has nothing to take back ({})", self.noun(*what))
            }
            ChangeError::WhichEntry { id, what, count } => {
                return format!(
                    "{id} has {count} entries ({}); nothing changed. Say which one is to go:",
                    self.noun(*what)
                );
            }
            ChangeError::NoSuchNote { id, words } => format!("{id} has no such note: {words}"),
            ChangeError::NoSuchEvidence { id, path } => format!("{id} has no evidence {path}"),
            ChangeError::NoQuestion { id } => format!("{id} has no open question"),
            ChangeError::NothingToSettle { id, deadline } => {
                format!("{id} has nothing to settle: its deadline is {deadline}")
            }
            ChangeError::RecordDone { command } => return format!("to record what is done: {command}"),
            ChangeError::MoveIt { command } => return format!("to change it: {command} WHEN --why TEXT"),
            ChangeError::NoSuchWords { id, words } => {
                format!("{id} does not have the words {words} for a deadline")
            }
            ChangeError::Idle { id, key, text, without } => {
                let (key, without) = (key.name(), without.name());
                format!("{id} has `{key}` ({text}) without `{without}`, which this would write over")
            }
        };
        format!("{said}; nothing changed")
    }

    fn file_error(&self, error: &FileError<'_>) -> String {
        match error {
            FileError::NoPlanFile { looked } => format!("no plan file; looked for {looked}"),
            FileError::RunInit => "start one with: plan init; or name one: plan -f FILE".into(),
            FileError::TwoPlans { file, other } => {
                format!("PLAN_FILE names {file}, and here is {other}: which of them is to change?")
            }
            FileError::NameTheFile { command } => format!("say it: {command}"),
            FileError::CannotEditStdin => "what is read from a pipe cannot be changed; name a file".into(),
            FileError::BadTimezone { name } => format!("there is no time zone \"{name}\" (TZ)"),
            FileError::TimezoneHint => {
                "set TZ to an IANA name such as Asia/Shanghai, or write `timezone` in [plan]".into()
            }
            FileError::NotFound { file } => format!("there is no file {file}"),
            FileError::NotAFile { file } => format!("{file} is not a regular file"),
            FileError::TooLarge { file, mib } => format!("{file} is larger than {mib} MiB"),
            FileError::NoPermission { file } => format!("{file} may not be read by you"),
            FileError::CannotRead { file, why } => format!("could not read {file}: {why}"),
            FileError::NotSynced { file, why } => format!(
                "{file} was saved, but its folder could not be synced ({why}): after a power cut it may be as before"
            ),
            FileError::CannotEdit { id } => format!("could not find the place to edit {id}; nothing changed"),
            FileError::InlineTable { id } => {
                format!("{id} is a {{ … }} over several lines, which is read but not edited")
            }
            FileError::InlineTableHint => "write it as a block that begins with [[activity]]".into(),
            FileError::HoldsMore { id } => {
                format!(
                    "{id}: a comment or a key of your own (x-…) stands there, and would be lost with it; nothing changed"
                )
            }
            FileError::EditByHand => "change it by hand: plan edit".into(),
            FileError::WouldBreak { file } => {
                format!("the edit would have changed something else in {file}; nothing was saved")
            }
            FileError::Unsound { file } => {
                format!("after this change {file} would have a problem; nothing was saved:")
            }
            FileError::ForceHint => "to replace it: --force".into(),
            FileError::CannotPrint { why } => format!("could not write the output: {why}"),
        }
    }

    fn not_saved(&self, file: &str, why: &NotSaved) -> String {
        let why = match why {
            NotSaved::AlreadyThere => format!("{file} is there already"),
            NotSaved::IsPlan => format!("{file} is a plan, and nothing is written over a plan"),
            NotSaved::NotUtf8 => format!("{file} is not UTF-8; plan check says where"),
            NotSaved::TooLarge { mib } => format!("{file} would be larger than {mib} MiB"),
            NotSaved::Locked { seconds } => {
                format!("another program has kept {file} locked for {seconds} s")
            }
            NotSaved::InUse { seconds } => {
                format!("another program has had {file} open for {seconds} s; close it there")
            }
            NotSaved::ChangedMeanwhile => format!("{file} changed while it was being edited"),
            NotSaved::ReadOnly => format!("{file} is read-only"),
            NotSaved::OtherOwner => format!("{file} belongs to somebody else"),
            NotSaved::OtherGroup => format!(
                "{file} belongs to a group that you are not in, and would be taken from it; chgrp gives it to another"
            ),
            NotSaved::HardLinks => {
                format!("{file} has more than one name (hard links), and saving would part them")
            }
            NotSaved::NoFolder => format!("there is no folder for {file}; make it first (mkdir)"),
            NotSaved::FolderReadOnly => format!("the folder of {file} may not be written to"),
            NotSaved::DiskFull => format!("no room to save {file}"),
            NotSaved::Other(why) => format!("could not save {file}: {why}"),
        };
        format!("{why}; nothing was saved")
    }

    fn editing(&self, editing: &Editing<'_>) -> String {
        match editing {
            Editing::Copy { path } => format!("editing a copy: {path}"),
            Editing::AskAgain => "Edit again? [Y/n] ".into(),
            Editing::CopyKept { path } => format!("nothing was saved; the edited copy is {path}"),
            Editing::CameBackAtOnce { path } => format!(
                "the editor came back at once. If it has a window of its own, let it wait: set EDITOR to code --wait or \
                 subl -w. What is saved in it now is only in the copy: {path}"
            ),
            Editing::BadEnd { why } => {
                format!("the editor did not end well ({why}); nothing was saved. EDITOR names another one")
            }
            Editing::NoSuchEditor { editor, command } => {
                format!("the editor \"{editor}\" cannot be started; name another one: {command}")
            }
            Editing::NoCopy { folder, why } => {
                format!("the copy for the editor could not be made in {folder}: {why}")
            }
            Editing::TemporaryFolderHint => {
                "name a folder for temporary files that is there in TMPDIR (TMP on Windows)".into()
            }
        }
    }

    fn added_by_mistake(&self) -> &'static str {
        "added by mistake"
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

fn against(done: NaiveDate, due: Option<Measured>) -> String {
    if_any(due, |Measured { due, is_late }| match (done - due).num_days() {
        days if is_late => format!(", {} after its deadline {due}: done late", plural(&days, "day")),
        1.. => format!(", deadline {due}, past when it was written down: not late"),
        _ => format!(", deadline {due}: on time"),
    })
}

/// Who agreed, after the reason.
fn reason(why: Option<&str>) -> String {
    if_any(why, |why| format!(": {why}"))
}

fn agreed(by: Option<&str>) -> String {
    if_any(by, |by| format!("; agreed by {by}"))
}
