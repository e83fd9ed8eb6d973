//! What a command answers: what it changed, or why it changed nothing.

use chrono::NaiveDate;

use crate::model::key::ActivityKey;
use crate::model::plan::Note;

/// What is said of a change.
#[derive(Debug, Clone)]
pub enum Confirmation<'a> {
    RecordTrueDay {
        command: String,
    },
    Marked {
        day: NaiveDate,
        due: Option<NaiveDate>,
    },
    Remarked {
        from: NaiveDate,
        day: NaiveDate,
        due: Option<NaiveDate>,
    },
    AlreadyDone {
        day: NaiveDate,
        command: String,
    },
    NotStartedYet {
        start: NaiveDate,
    },
    Added {
        what: ActivityKey,
    },
    Reopened {
        day: NaiveDate,
    },
    /// The text of the note that says why.
    SentBack {
        why: &'a str,
    },
    Unverified {
        day: NaiveDate,
        by: Option<&'a str>,
    },
    Kept {
        notes: usize,
        evidence: usize,
    },
    NotDone,
    Deadline {
        from: String,
        to: NaiveDate,
        days: Option<i64>,
    },
    AskedLate {
        on: NaiveDate,
    },
    GiveUpAgain,
    AgreedEarlier {
        undo: String,
    },
    MovedBack {
        on: NaiveDate,
        from: String,
        to: String,
    },
    Cancelled {
        day: NaiveDate,
        why: &'a str,
        by: Option<&'a str>,
    },
    Uncancelled {
        day: NaiveDate,
        why: &'a str,
        by: Option<&'a str>,
    },
    Verified {
        day: NaiveDate,
        by: Option<&'a str>,
    },
    AlreadyVerified {
        day: NaiveDate,
        command: String,
    },
    Noted(&'a Note<'a>),
    Changed {
        what: ActivityKey,
        from: Option<String>,
        to: Option<String>,
    },
    New {
        due: String,
    },
    Unchanged,
    Saved {
        file: &'a str,
    },
    AskEditAgain,
    CopyKept {
        path: String,
    },
    TakeBack {
        command: String,
    },
    DryRun,
    Wrote {
        file: &'a str,
        next: String,
    },
}

/// Why the arguments of a command do not serve, and what to type instead.
#[derive(Debug, Clone)]
pub enum ArgumentError<'a> {
    UnknownId { id: &'a str },
    BeginSo { prefix: &'a str },
    NearestIds,
    IsPhase { id: &'a str, unfinished: usize },
    PhaseHint { command: String },
    InFuture { day: NaiveDate, today: NaiveDate },
    UnreadableDay { words: &'a str },
    DayHint,
    SeveralDays { words: &'a str, days: String },
    NoIds,
    CurlyQuotes { words: String },
    FullWidthDash { typed: &'a str, meant: String },
    UnknownName { what: ActivityKey, name: &'a str, known: String },
    NoNames { what: ActivityKey },
    NeedsId { group: &'a str },
    PeriodAhead { start: NaiveDate, today: NaiveDate },
    OneAtATime,
    NothingToChange,
    OneOfThem,
    NotUtf8Name { name: String },
    NoEditor { why: String },
    BadToday { words: &'a str },
    TodayHint,
}

/// What stands against a change of an activity or a phase, and what to type instead.
#[derive(Debug, Clone)]
pub enum ChangeError<'a> {
    IsCancelled { id: &'a str },
    IsVerified { id: &'a str },
    ReopenFirst { command: String },
    NoDeadlineToMove { id: &'a str },
    BeforeStart { start: NaiveDate, day: NaiveDate },
    BeforeAgreed { to: NaiveDate, on: NaiveDate },
    MovedAfter { last: NaiveDate, on: NaiveDate },
    DoneBeforeMove { done: NaiveDate },
    AgreedOn,
    NotDone { id: &'a str },
    MarkFirst { command: String },
    BeforeDone { done: NaiveDate, day: NaiveDate },
    IsDone { id: &'a str, day: NaiveDate },
    NothingToUndo { id: &'a str, what: ActivityKey },
    NoSuchEvidence { id: &'a str, path: &'a str },
    Idle { id: &'a str, key: ActivityKey, text: &'a str, without: ActivityKey },
}

/// What went wrong around the plan file.
#[derive(Debug, Clone)]
pub enum FileError<'a> {
    NoPlanFile { looked: String },
    RunInit,
    TwoPlans { file: &'a str, other: &'a str },
    NameTheFile { command: String },
    CannotEditStdin,
    BadTimezone { name: &'a str },
    TimezoneHint,
    AlreadyThere { file: &'a str },
    NotFound { file: &'a str },
    NotAFile { file: &'a str },
    TooLarge { file: &'a str, mib: u64 },
    NoPermission { file: &'a str },
    NotUtf8 { file: &'a str },
    Locked { file: &'a str, seconds: u64 },
    ChangedMeanwhile { file: &'a str },
    ReadOnly { file: &'a str },
    OtherOwner { file: &'a str },
    HardLinks { file: &'a str },
    FolderReadOnly { file: &'a str },
    DiskFull { file: &'a str },
    CannotRead { file: &'a str, why: String },
    CannotSave { file: &'a str, why: String },
    CannotEdit { id: &'a str },
    InlineTable { id: &'a str },
    InlineTableHint,
    HoldsComment { id: &'a str },
    EditByHand,
    WouldBreak { file: &'a str },
    Unsound { file: &'a str },
    CannotPrint { why: String },
}

pub trait Answers {
    fn confirmation(&self, confirmation: &Confirmation<'_>) -> String;
    fn argument_error(&self, error: &ArgumentError<'_>) -> String;
    fn change_error(&self, error: &ChangeError<'_>) -> String;
    fn file_error(&self, error: &FileError<'_>) -> String;
    /// A small plan to start from, with every key explained.
    fn template(&self) -> &'static str;
}
