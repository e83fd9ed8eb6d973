//! What a command answers: what it changed, or why it changed nothing.

use chrono::NaiveDate;

use crate::model::key::ActivityKey;
use crate::model::plan::Note;

/// The deadline that something done is measured against.
#[derive(Debug, Clone, Copy)]
pub struct Measured {
    pub due: NaiveDate,
    /// Not where the deadline had passed when it was written down, and it was done that day.
    pub is_late: bool,
}

/// What is said of a change.
#[derive(Debug, Clone)]
pub enum Confirmation<'a> {
    RecordTrueDay {
        command: String,
    },
    Marked {
        day: NaiveDate,
        due: Option<Measured>,
    },
    Remarked {
        from: NaiveDate,
        day: NaiveDate,
        due: Option<Measured>,
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
        why: Option<&'a str>,
        by: Option<&'a str>,
    },
    Uncancelled {
        day: NaiveDate,
        why: Option<&'a str>,
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
    ReadAs {
        words: &'a str,
        day: NaiveDate,
    },
    Unchanged,
    Saved {
        file: &'a str,
    },
    SavedNevertheless {
        file: &'a str,
    },
    TakeBack {
        command: String,
    },
    TakeBackByHand,
    DryRun,
    Wrote {
        file: &'a str,
        next: String,
    },
}

/// What an option for a day or a time takes.
#[derive(Debug, Clone, Copy)]
pub enum Takes {
    PastDay,
    Deadline,
    /// Words that had no year.
    WithYear,
    Period,
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
    NotYetHint,
    InPast { day: NaiveDate, today: NaiveDate },
    NotOneDay { words: &'a str },
    NoIds,
    CurlyQuotes { words: String },
    FullWidthDash { typed: &'a str, meant: String },
    UnknownName { what: ActivityKey, name: &'a str, known: String },
    NoNames { what: ActivityKey },
    SeveralNames { what: ActivityKey, typed: &'a str, names: String },
    UnknownStatus { typed: &'a str, names: String },
    NeedsId { group: &'a str },
    PeriodAhead { start: NaiveDate, today: NaiveDate },
    OneAtATime,
    BlankInName { name: &'a str, command: String },
    NothingToChange,
    OneOfThem,
    NotUtf8Name { name: String },
    Pattern { name: &'a str },
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
    WhichEntry { id: &'a str, what: ActivityKey, count: usize },
    NoSuchNote { id: &'a str, words: &'a str },
    NoSuchEvidence { id: &'a str, path: &'a str },
    Idle { id: &'a str, key: ActivityKey, text: &'a str, without: ActivityKey },
    NoQuestion { id: &'a str },
    NothingToSettle { id: &'a str, deadline: String },
    MoveIt { command: String },
    RecordDone { command: String },
    NoSuchWords { id: &'a str, words: &'a str },
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
    NotFound { file: &'a str },
    NotAFile { file: &'a str },
    TooLarge { file: &'a str, mib: u64 },
    NoPermission { file: &'a str },
    CannotRead { file: &'a str, why: String },
    NotSynced { file: &'a str, why: String },
    CannotEdit { id: &'a str },
    InlineTable { id: &'a str },
    InlineTableHint,
    HoldsMore { id: &'a str },
    EditByHand,
    WouldBreak { file: &'a str },
    Unsound { file: &'a str },
    CannotPrint { why: String },
    ForceHint,
}

/// Why a file was not saved.
#[derive(Debug, Clone)]
pub enum NotSaved {
    AlreadyThere,
    IsPlan,
    NotUtf8,
    TooLarge { mib: u64 },
    Locked { seconds: u64 },
    InUse { seconds: u64 },
    ChangedMeanwhile,
    ReadOnly,
    OtherOwner,
    OtherGroup,
    HardLinks,
    NoFolder,
    FolderReadOnly,
    DiskFull,
    Other(String),
}

/// What is said around an editor and the copy that it works on.
#[derive(Debug, Clone)]
pub enum Editing<'a> {
    Copy { path: &'a str },
    AskAgain,
    CopyKept { path: &'a str },
    CameBackAtOnce { path: &'a str },
    BadEnd { why: String },
    NoSuchEditor { editor: &'a str, command: String },
    NoCopy { folder: &'a str, why: String },
    TemporaryFolderHint,
}

pub trait Answers {
    fn confirmation(&self, confirmation: &Confirmation<'_>) -> String;
    fn argument_error(&self, error: &ArgumentError<'_>) -> String;
    /// Says what can be typed there.
    fn takes(&self, what: Takes) -> &'static str;
    fn change_error(&self, error: &ChangeError<'_>) -> String;
    fn file_error(&self, error: &FileError<'_>) -> String;
    fn not_saved(&self, file: &str, why: &NotSaved) -> String;
    fn editing(&self, editing: &Editing<'_>) -> String;
    /// Why something that was added is cancelled again.
    fn added_by_mistake(&self) -> &'static str;
    /// A small plan to start from, with every key explained.
    fn template(&self) -> &'static str;
}
