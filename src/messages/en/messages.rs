//! What the commands say, in English.

use super::{English, plural};
use crate::messages::{
    ArgumentError, ChangeError, Compared, Confirmation, Drawn, FileError, Glance, Listing, Messages,
};
use crate::model::agenda::Status;

pub(super) fn listing(words: &English, listing: &Listing<'_>) -> String {
    let day = |day: &chrono::NaiveDate| words.day(*day);
    match listing {
        Listing::Today { today, given: false } => format!("Today {}.", day(today)),
        Listing::Today { today, given: true } => format!("Today {} (as given).", day(today)),
        Listing::PlanEnded(end) => format!("The plan ended on {}.", day(end)),
        Listing::Listed { shown, of } => format!("Shown: {shown} of {}.", plural(*of, "activity")),
        Listing::NothingMatches => "Nothing matches.".into(),
        Listing::OverdueHeading(count) => format!("Overdue: {count}"),
        Listing::SoonHeading { count, days, until } => {
            format!("Due within {} (by {until}): {count}", plural(*days as usize, "day"))
        }
        Listing::OverdueCounts { total, overdue, soon } => {
            let soon = soon.map_or_else(String::new, |(days, count)| {
                format!(", {count} due within {}", plural(days as usize, "day"))
            });
            format!("{}: {overdue} overdue{soon}.", plural(*total, "activity"))
        }
        Listing::NothingOverdue => "Nothing is overdue.".into(),
        Listing::HowToRecord => "record what was done: plan done ID --on DAY".into(),
        Listing::PhaseHeading { id, title, words: "" } => format!("{id} {title}"),
        Listing::PhaseHeading { id, title, words } => format!("{id} {title} ({words})"),
        Listing::Line { file, line } => format!("{file} line {line}"),
        Listing::Inclusive => "done that day is on time".into(),
        Listing::MoveEntry { on, from, to, days, late, why, by } => {
            let late = if *late { "asked for late" } else { "asked for in time" };
            let by = by.map_or_else(String::new, |by| format!("; agreed by {by}"));
            format!("{on}: {from} -> {to}{}, {late}\n{why}{by}", shift(*days))
        }
        Listing::OtherAt(line) => format!("the other is on line {line}"),
        Listing::TookPlan { file, instead_of } => format!("took {file} (PLAN_FILE), not {instead_of}"),
        Listing::CheckSummary { file, problems, kinds, warnings } => {
            let kinds = match kinds {
                0 | 1 => String::new(),
                _ => format!(" of {kinds} kinds"),
            };
            format!("{file}: {}, {}{kinds}", plural(*problems, "problem"), plural(*warnings, "warning"))
        }
    }
}

pub(super) fn glance(glance: &Glance<'_>) -> String {
    match glance {
        Glance::Phase { id, title, progress } => {
            let percent = progress.percent();
            format!("{id} {title}: day {} of {}, {percent}% of its time gone.", progress.day, progress.days)
        }
        Glance::Bar => "#done !overdue .rest".into(),
        Glance::NoPhase => "without a phase".into(),
        Glance::First { shown } => format!("the first {shown}; all: plan overdue --soon"),
        Glance::Remarks { moved, late, without_evidence, stale, days } => {
            let late = if *late > 0 { format!("; {late} asked for late") } else { String::new() };
            let ids = if moved.is_empty() { String::new() } else { format!(" ({}{late})", moved.join(", ")) };
            format!(
                "{} moved{ids}, {without_evidence} done without evidence, {stale} without a note for {days} days.",
                plural(moved.len(), "deadline")
            )
        }
    }
}

pub(super) fn compared(words: &English, compared: &Compared<'_>) -> String {
    let or_none = |value: &Option<String>| value.clone().unwrap_or_else(|| "none".to_owned());
    match compared {
        Compared::OnlyIn { file, count } => format!("Only in {file} ({count})"),
        Compared::Marked(count) => format!("Marked otherwise ({count})"),
        Compared::Moved(count) => format!("Another deadline ({count})"),
        Compared::Reworded(count) => format!("Other words ({count})"),
        Compared::Change { what, from, to } => {
            format!("{}: {} → {}", words.label(*what).to_lowercase(), or_none(from), or_none(to))
        }
        Compared::Same => "The two are the same.".into(),
        Compared::Neither => "Both record the same.".into(),
        Compared::Further { file, count } => {
            format!("{file} is further on: {} more, and nothing new in the other.", plural(*count, "record"))
        }
        Compared::Both { files: [first, second], counts: [one, other] } => {
            format!("Each has something new: {first} {}, {second} {other}.", plural(*one, "record"))
        }
    }
}

pub(super) fn drawn(drawn: Drawn) -> String {
    match drawn {
        Drawn::Nothing => "There are no dates to draw.".into(),
        Drawn::Today => "v ".into(),
        Drawn::Original { late: false } => "x ".into(),
        Drawn::Original { late: true } => "X ".into(),
        Drawn::Deadline(Status::Done) => "+ ".into(),
        Drawn::Deadline(Status::DoneLate) => "~ ".into(),
        Drawn::Deadline(Status::Overdue) => "! ".into(),
        Drawn::Deadline(_) => "o ".into(),
        Drawn::Legend => {
            "o due   + done   ~ done late   ! overdue   x original deadline   X the same, moved only after it"
                .into()
        }
        Drawn::Hidden(count) => {
            format!(
                "Not drawn: {count} that last as long as their phase or the plan, have no date, or are cancelled."
            )
        }
    }
}

pub(super) fn confirmation(words: &English, confirmation: &Confirmation<'_>) -> String {
    let day = |day: &chrono::NaiveDate| words.day(*day);
    match confirmation {
        Confirmation::TakeBack { command } => format!("take it back: {command}"),
        Confirmation::DryRun => "Dry run: nothing was written.".into(),
        Confirmation::Wrote { file, next } => format!("Wrote {file}. Next: {next}"),
        Confirmation::RecordTrueDay { command } => {
            format!("if it was done earlier and is only recorded today, give the true day: {command} DAY")
        }
        Confirmation::Marked { day: done, due } => {
            format!("done {}{}", day(done), against(*done, *due))
        }
        Confirmation::Remarked { from, day: done, due } => {
            format!("done {} instead of {}{}", day(done), day(from), against(*done, *due))
        }
        Confirmation::AlreadyDone { day: done, command } => {
            format!("was done {} already; the day stays. Another day: {command} DAY", day(done))
        }
        Confirmation::NotStartedYet { start } => format!("note: it only starts on {}", day(start)),
        Confirmation::Added { what } => format!("added: {}", words.label(*what).to_lowercase()),
        Confirmation::Reopened { day: done } => format!("no longer done (it was, on {})", day(done)),
        Confirmation::Unverified { day: verified, by: None } => {
            format!("no longer verified (it was, on {})", day(verified))
        }
        Confirmation::Unverified { day: verified, by: Some(by) } => {
            format!("no longer verified (it was, on {}, by {by})", day(verified))
        }
        Confirmation::Kept { notes, evidence } => {
            format!("kept: {}, {} of evidence", plural(*notes, "note"), plural(*evidence, "piece"))
        }
        Confirmation::NotDone => "is not done; nothing changed".into(),
        Confirmation::Deadline { from, to, days } => {
            format!("deadline {from} -> {}{}", day(to), shift(*days))
        }
        Confirmation::MovedLate { on } => {
            format!("{on} is after the old deadline: recorded as asked for late")
        }
        Confirmation::AgreedEarlier { undo } => {
            format!("if it was agreed earlier, give the day: {undo}, then move it again with --on DAY")
        }
        Confirmation::MovedBack { on, from, to } => format!("took back the move of {on}: {from} -> {to}"),
        Confirmation::Cancelled { day: on, why } => format!("cancelled {}: {why}", day(on)),
        Confirmation::Uncancelled { day: on, why } => {
            format!("no longer cancelled (it was, on {}: {why})", day(on))
        }
        Confirmation::Verified { day: on, by: None } => format!("verified {}", day(on)),
        Confirmation::Verified { day: on, by: Some(by) } => format!("verified {} by {by}", day(on)),
        Confirmation::AlreadyVerified { day: on, command } => {
            format!("was verified {} already; nothing changed. To change it: first {command}", day(on))
        }
        Confirmation::Noted { on, text } => format!("note {on}: {text}"),
        Confirmation::Changed { what, from, to } => {
            changed(&words.label(*what).to_lowercase(), from.as_deref(), to.as_deref())
        }
        Confirmation::New { due } => format!("new, due {due}"),
        Confirmation::Unchanged => "nothing changed".into(),
        Confirmation::Saved { file } => format!("checked and saved {file}"),
        Confirmation::AskEditAgain => "Edit again? [Y/n] ".into(),
        Confirmation::CopyKept { path } => format!("nothing was saved; the edited copy is {path}"),
    }
}

pub(super) fn shift(days: Option<i64>) -> String {
    match days {
        Some(0) | None => String::new(),
        Some(days) if days > 0 => format!(", {} later", plural(usize_of(days), "day")),
        Some(days) => format!(", {} earlier", plural(usize_of(-days), "day")),
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

fn against(done: chrono::NaiveDate, due: Option<chrono::NaiveDate>) -> String {
    let Some(due) = due else { return String::new() };
    match (done - due).num_days() {
        days @ 1.. => format!(", {} after its deadline {due}: done late", plural(usize_of(days), "day")),
        _ => format!(", deadline {due}: on time"),
    }
}

fn usize_of(days: i64) -> usize {
    usize::try_from(days).unwrap_or_default()
}

pub(super) fn argument_error(words: &English, refusal: &ArgumentError<'_>) -> String {
    match refusal {
        ArgumentError::UnknownId { id } => format!("there is no {id}; nothing changed"),
        ArgumentError::BeginSo { prefix } => format!("these begin with {prefix}:"),
        ArgumentError::NearestIds => "the nearest:".into(),
        ArgumentError::IsPhase { id, unfinished } => {
            format!("{id} is a phase and cannot be marked; {} unfinished", plural(*unfinished, "activity"))
        }
        ArgumentError::PhaseHint { command } => format!("its activities: {command}"),
        ArgumentError::NeedsId { group } => format!("{group} has no id to count on from; give one: --id ID"),
        ArgumentError::PeriodAhead { start, today } => {
            format!("{} is still to come (today is {today})", words.day(*start))
        }
        ArgumentError::OneAtATime => "one piece of evidence is taken out at a time; nothing changed".into(),
        ArgumentError::NothingToChange => "nothing to change is given: --owner, --support or --leader".into(),
        ArgumentError::OneOfThem => "neither a note nor an expected day is given".into(),
        ArgumentError::NoEditor { why } => {
            format!("the editor did not end well ({why}); nothing was saved. EDITOR names another one")
        }
        ArgumentError::BadToday { words } => format!("\"{words}\" is not a day"),
        ArgumentError::TodayHint => {
            "--today takes a day with its year, 1900 to 2199, as in 2018-06-11".into()
        }
        ArgumentError::InFuture { day, today } => {
            format!("{} is still to come (today is {today}); nothing changed", words.day(*day))
        }
        ArgumentError::UnreadableDay { words } => format!("\"{words}\" cannot be read as a day"),
        ArgumentError::DayHint => "write 2018-05-24, 5月24日, 24 May, today or yesterday".into(),
        ArgumentError::SeveralDays { words, days } => {
            format!("\"{words}\" can be read in more than one way: {days}")
        }
        ArgumentError::NoIds => "no id is given".into(),
        ArgumentError::CurlyQuotes { words } => {
            format!("curly quotes do not hold words together; use straight ones: \"{words}\"")
        }
        ArgumentError::FullWidthDash { typed, meant } => {
            format!("`{typed}` begins with a full-width dash; type {meant}")
        }
        ArgumentError::UnknownName { what, name, known } => {
            let what = words.label(*what).to_lowercase();
            format!("no activity has the {what} \"{name}\"; there are: {known}")
        }
    }
}

pub(super) fn change_error(words: &English, objection: &ChangeError<'_>) -> String {
    match objection {
        ChangeError::IsCancelled { id } => format!("{id} is cancelled; nothing changed"),
        ChangeError::IsVerified { id } => format!("{id} is verified and stays as it is; nothing changed"),
        ChangeError::ReopenFirst { command } => format!("to take both marks back: {command}"),
        ChangeError::NoDeadlineToMove { id } => {
            format!("{id} has no deadline to move; nothing changed. Give it a `due` first: plan edit")
        }
        ChangeError::BeforeStart { start, day } => {
            format!("{} is before its start {start}; nothing changed", words.day(*day))
        }
        ChangeError::BeforeAgreed { to, on } => {
            format!(
                "the new deadline {} is before {on}, the day of the move; nothing changed",
                words.day(*to)
            )
        }
        ChangeError::MovedAfter { last, on } => {
            format!("it was last moved on {last}, so not on {on}; nothing changed")
        }
        ChangeError::DoneBeforeMove { done } => {
            format!("it was done {}, and its deadline is no longer moved; nothing changed", words.day(*done))
        }
        ChangeError::AgreedOn => "if the move was agreed before, give the day: --on DAY".into(),
        ChangeError::NotDone { id } => format!("{id} is not done and cannot be verified; nothing changed"),
        ChangeError::MarkFirst { command } => format!("mark it first: {command}"),
        ChangeError::BeforeDone { done, day } => {
            format!("it was done on {done} and cannot be verified on {day}; nothing changed")
        }
        ChangeError::IsDone { id, day } => {
            format!("{id} was done {} and cannot be cancelled; nothing changed", words.day(*day))
        }
        ChangeError::NothingToUndo { id, what } => {
            format!("{id} has nothing to take back ({}); nothing changed", words.label(*what).to_lowercase())
        }
        ChangeError::NoSuchEvidence { id, path } => format!("{id} has no evidence {path}; nothing changed"),
    }
}

pub(super) fn file_error(trouble: &FileError<'_>) -> String {
    match trouble {
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
        FileError::AlreadyThere { file } => format!("{file} is there already and stays as it is"),
        FileError::NotFound { file } => format!("there is no file {file}"),
        FileError::NotAFile { file } => format!("{file} is not a regular file"),
        FileError::TooLarge { file, mib } => format!("{file} is larger than {mib} MiB"),
        FileError::NoPermission { file } => format!("{file} may not be read by you"),
        FileError::NotUtf8 { file } => format!("{file} is not UTF-8; plan check says where"),
        FileError::Locked { file } => {
            format!("{file}: another program holds the lock on its folder; gave up after 30 s")
        }
        FileError::ChangedMeanwhile { file } => {
            format!("{file} changed while it was being edited; nothing was saved")
        }
        FileError::ReadOnly { file } => format!("{file} is read-only; nothing was saved"),
        FileError::OtherOwner { file } => format!("{file} belongs to somebody else; nothing was saved"),
        FileError::HardLinks { file } => {
            format!(
                "{file} has more than one name (hard links), and saving would part them; nothing was saved"
            )
        }
        FileError::FolderReadOnly { file } => {
            format!("the folder of {file} may not be written to; nothing was saved")
        }
        FileError::DiskFull { file } => format!("no room to save {file}; it is as it was"),
        FileError::CannotRead { file, why } => format!("could not read {file}: {why}"),
        FileError::CannotSave { file, why } => format!("could not save {file}: {why}; it is as it was"),
        FileError::CannotEdit { id } => format!("could not find the place to edit {id}; nothing changed"),
        FileError::InlineTable { id } => {
            format!("{id} is a {{ … }} over several lines, which is read but not edited")
        }
        FileError::InlineTableHint => "write it as a block that begins with [[activity]]".into(),
        FileError::HoldsComment { id } => {
            format!("{id}: a comment stands inside, and would be lost with it; nothing changed")
        }
        FileError::EditByHand => "change it by hand: plan edit".into(),
        FileError::WouldBreak { file } => {
            format!("the edit would have changed something else in {file}; nothing was saved")
        }
        FileError::CannotPrint { why } => format!("could not write the output: {why}"),
    }
}
