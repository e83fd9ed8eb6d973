//! What can be wrong with a plan, and what is worth a second look. The sentences are in `words`.

use chrono::{NaiveDate, Weekday};

use super::Text;
use super::date::{DateRange, Hint, Repair, Unclear};
use super::draft::Place;

/// Something found in a plan, and where.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem<'a> {
    /// Where it stands.
    pub place: Place,
    /// A second place that has to do with it.
    pub other: Option<Place>,
    /// The id of the activity or phase it is about.
    pub about: Option<Text<'a>>,
    /// What it is.
    pub fault: Fault<'a>,
}

/// How much it matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The plan cannot be used until it is mended.
    Problem,
    /// Worth a second look; stops nothing.
    Warning,
}

/// The tables of a plan file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Table {
    File,
    Plan,
    Phase,
    Activity,
    Move,
    Note,
}

/// The kinds of TOML values, as an author thinks of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Kind {
    Text,
    Texts,
    Number,
    Date,
    DateOrWords,
    Boolean,
    Table,
    Tables,
    Array,
    Time,
}

impl Kind {
    /// Returns what kind of value the required key `key` takes.
    pub fn required_of(key: &str) -> Kind {
        match key {
            "on" => Kind::Date,
            "from" | "start" | "end" => Kind::DateOrWords,
            _ => Kind::Text,
        }
    }
}

/// A fault of the TOML itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Syntax {
    /// Punctuation or digits of full width, typed by accident; and what was meant.
    FullWidth {
        /// What stands there.
        typed: char,
        /// What was meant.
        meant: char,
    },
    /// Text without quotes.
    Unquoted,
    /// Quotes or brackets that are not closed.
    Unclosed,
    /// A date or number that is none.
    BadValue,
    /// The same key twice.
    DuplicateKey,
    /// A backslash that begins no escape.
    Backslash,
    /// A key without a value, or without `=`.
    NoValue,
    /// Anything else, in the parser's own (English) words.
    Other(String),
}

/// What can be found in a plan.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "the sentences in `words` say what each means")]
pub enum Fault<'a> {
    NotUtf8 { gbk: bool },
    Conflict { ours: String, theirs: String },
    Syntax(Syntax),
    UnknownKey { key: Text<'a>, table: Table, nearest: Option<&'static str> },
    WrongType { key: &'static str, expected: Kind, found: Kind },
    DoneIsYes { key: &'static str },
    BadDate { key: &'static str, written: Text<'a> },
    OutOfRange { key: &'static str, written: Text<'a> },
    MissingKey { key: &'static str, table: Table },
    BadId { id: Text<'a> },
    DuplicateId { id: Text<'a> },
    UnknownPhase { phase: Text<'a>, nearest: Option<String> },
    UnknownTimezone { name: Text<'a> },
    UnknownLanguage { name: Text<'a> },
    PeriodBeside { key: &'static str },
    WordsBesideWords,
    StartAfterEnd { start: NaiveDate, end: NaiveDate },
    DoneAndCancelled,
    VerifiedNotDone,
    VerifiedBeforeDone { done: NaiveDate },
    InFuture { key: &'static str, day: NaiveDate, today: NaiveDate },
    MovesOutOfOrder { on: NaiveDate, before: NaiveDate },
    NotARange { words: Text<'a> },
    NotAStart { words: Text<'a> },
    NoPhaseForPeriod { words: Text<'a> },
    NoPlanPeriod { words: Text<'a> },
    OnlyInPeriod { words: Text<'a> },
    Unreadable { words: Text<'a>, hint: Hint },
    Impossible { words: Text<'a> },
    Ambiguous { words: Text<'a>, candidates: Vec<NaiveDate> },
    NoYear { words: Text<'a> },
    YearUnclear { words: Text<'a>, candidates: Vec<NaiveDate> },
    Warning(Warning<'a>),
}

/// What is worth a second look.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "the sentences in `words` say what each means")]
pub enum Warning<'a> {
    Repaired { words: Text<'a>, day: NaiveDate, repair: Repair },
    WrongWeekday { words: Text<'a>, day: NaiveDate, written: Weekday },
    Weekend { day: NaiveDate },
    OutsidePhase { day: NaiveDate, phase: Text<'a>, range: DateRange },
    OutsidePlan { day: NaiveDate, range: DateRange },
    PhaseOutsidePlan { range: DateRange, plan: DateRange },
    AnotherYear { year: i32, range: DateRange },
    BeforePlan { key: &'static str, day: NaiveDate, start: NaiveDate },
    Idle { key: &'static str, without: &'static str },
    NoPhase { day: NaiveDate, phase: Text<'a> },
    Overlap { phase: Text<'a>, range: DateRange },
    NoOwner { without: usize, of: usize },
    WordsDiffer { words: Text<'a>, read: NaiveDate, day: NaiveDate },
    ToSettle { words: Text<'a> },
    NoDeadline,
    NoSuchFile { path: Text<'a> },
    Recurring { words: Text<'a> },
    Question { text: Text<'a> },
}

impl<'a> Fault<'a> {
    /// Returns the problem that `words` are `unclear`.
    pub fn unclear(words: Text<'a>, unclear: Unclear) -> Fault<'a> {
        match unclear {
            Unclear::Several(candidates) => Fault::Ambiguous { words, candidates },
            Unclear::Impossible => Fault::Impossible { words },
            Unclear::Backwards { start, end } => Fault::StartAfterEnd { start, end },
            Unclear::Unreadable(hint) => Fault::Unreadable { words, hint },
            Unclear::NoYear => Fault::NoYear { words },
            Unclear::YearUnclear(candidates) => Fault::YearUnclear { words, candidates },
        }
    }

    /// Whether it stops the commands that read the plan.
    pub fn severity(&self) -> Severity {
        match self {
            Fault::Warning(_) => Severity::Warning,
            _ => Severity::Problem,
        }
    }

    /// The name in machine-readable output.
    pub fn code(&self) -> &'static str {
        match self {
            Fault::NotUtf8 { .. } => "not-utf8",
            Fault::Conflict { .. } => "conflict-marker",
            Fault::Syntax(Syntax::FullWidth { .. }) => "full-width",
            Fault::Syntax(Syntax::DuplicateKey) => "duplicate-key",
            Fault::Syntax(_) => "syntax",
            Fault::UnknownKey { .. } => "unknown-key",
            Fault::WrongType { .. } | Fault::DoneIsYes { .. } => "wrong-type",
            Fault::BadDate { .. } => "bad-date",
            Fault::OutOfRange { .. } => "out-of-range",
            Fault::MissingKey { .. } => "missing-key",
            Fault::BadId { .. } => "bad-id",
            Fault::DuplicateId { .. } => "duplicate-id",
            Fault::UnknownPhase { .. } => "unknown-phase",
            Fault::UnknownTimezone { .. } => "unknown-timezone",
            Fault::UnknownLanguage { .. } => "unknown-language",
            Fault::PeriodBeside { .. } => "period-beside-date",
            Fault::WordsBesideWords => "words-beside-words",
            Fault::StartAfterEnd { .. } => "start-after-end",
            Fault::DoneAndCancelled => "done-and-cancelled",
            Fault::VerifiedNotDone => "verified-not-done",
            Fault::VerifiedBeforeDone { .. } => "verified-before-done",
            Fault::InFuture { .. } => "in-the-future",
            Fault::MovesOutOfOrder { .. } => "moves-out-of-order",
            Fault::NotAStart { .. } => "not-a-start",
            Fault::NotARange { .. } => "not-a-range",
            Fault::NoPhaseForPeriod { .. } => "no-phase-for-period",
            Fault::NoPlanPeriod { .. } => "no-plan-period",
            Fault::OnlyInPeriod { .. } => "only-in-period",
            Fault::Unreadable { .. } => "unreadable",
            Fault::Impossible { .. } => "impossible",
            Fault::Ambiguous { .. } => "ambiguous",
            Fault::NoYear { .. } => "no-year",
            Fault::YearUnclear { .. } => "year-unclear",
            Fault::Warning(warning) => warning.code(),
        }
    }
}

impl Warning<'_> {
    fn code(&self) -> &'static str {
        match self {
            Warning::Repaired { .. } => "repaired",
            Warning::WrongWeekday { .. } => "weekday",
            Warning::Weekend { .. } => "weekend",
            Warning::OutsidePhase { .. } => "outside-phase",
            Warning::OutsidePlan { .. } => "outside-plan",
            Warning::PhaseOutsidePlan { .. } => "phase-outside-plan",
            Warning::AnotherYear { .. } => "another-year",
            Warning::BeforePlan { .. } => "before-plan",
            Warning::Idle { .. } => "idle-key",
            Warning::NoPhase { .. } => "no-phase",
            Warning::Overlap { .. } => "overlap",
            Warning::NoOwner { .. } => "no-owner",
            Warning::WordsDiffer { .. } => "words-differ",
            Warning::ToSettle { .. } => "to-settle",
            Warning::NoDeadline => "no-deadline",
            Warning::NoSuchFile { .. } => "no-such-file",
            Warning::Recurring { .. } => "recurring",
            Warning::Question { .. } => "question",
        }
    }
}
