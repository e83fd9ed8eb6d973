//! What can be wrong with a plan, and what is worth a second look. The sentences are in `messages`.

use std::ops::RangeInclusive;

use chrono::{NaiveDate, Weekday};

use super::Text;
use super::date::{DateRange, Hint, Repair, Unclear};
use super::span::Span;

pub use super::key::{Kind, Table};

/// Something found in a plan, and where.
#[derive(Debug, Clone, PartialEq)]
pub struct Diagnostic<'a> {
    pub span: Span,
    /// A second place that has to do with it.
    pub other: Option<Span>,
    /// The id of the activity or phase it is about.
    pub about: Option<Text<'a>>,
    pub code: Code<'a>,
}

impl<'a> Diagnostic<'a> {
    /// Returns a warning about the activity or phase `about`.
    pub fn warning(span: Span, about: &Text<'a>, warning: Warning<'a>) -> Diagnostic<'a> {
        Diagnostic { span, other: None, about: Some(about.clone()), code: Code::Warning(warning) }
    }

    pub fn is_problem(&self) -> bool {
        self.code.severity() == Severity::Problem
    }
}

/// How much it matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The plan cannot be used until it is mended.
    Problem,
    /// Worth a second look; stops nothing.
    Warning,
}

/// What is wrong with the TOML itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Syntax {
    /// Punctuation or digits of full width, typed by accident; and what was meant.
    FullWidth {
        typed: char,
        meant: char,
    },
    Unquoted,
    /// Quotes or brackets that are not closed.
    Unclosed,
    /// A quote inside a text, which ends it.
    QuoteInside,
    /// A date or number that is none.
    BadValue,
    DuplicateKey,
    /// A backslash that begins no escape.
    Backslash,
    /// A key without a value, or without `=`.
    NoValue,
    /// More of them than are read.
    TooManyTables {
        most: usize,
    },
    /// Anything else, in the parser's own (English) words.
    Other(String),
}

/// What is to be done with the lines of a conflict that git left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mend {
    /// One value of each key in `choose`, and all lines of `keep`, in their order.
    Lines { choose: Vec<String>, keep: Vec<String> },
    /// Only one side has lines.
    OneSide { keep: Vec<String> },
    /// The lines of `keep` belong to one block, and `blocks` come after it, each named by its id.
    Blocks { of: Option<String>, keep: Vec<String>, blocks: Vec<String> },
    /// Two new entries share a block, or one has two names.
    TwoEntries,
    /// The lines do not tell.
    ByHand,
}

/// What can be found in a plan.
#[derive(Debug, Clone, PartialEq)]
pub enum Code<'a> {
    NotUtf8 { gbk: bool },
    Conflict { ours: String, theirs: String, mend: Mend },
    Syntax(Syntax),
    UnknownKey { key: Text<'a>, table: Table, nearest: Option<&'static str> },
    WrongType { key: &'static str, expected: Kind, found: Kind },
    DoneIsYes { key: &'static str },
    BadDate { key: &'static str, written: Text<'a> },
    OutOfRange { key: &'static str, written: Text<'a>, allowed: RangeInclusive<i32> },
    MissingKey { key: &'static str, table: Table },
    Blank { key: &'static str },
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
pub enum Warning<'a> {
    Repaired { words: Text<'a>, day: NaiveDate, repair: Repair },
    WrongWeekday { words: Text<'a>, day: NaiveDate, written: Weekday },
    AnotherZone { words: Text<'a>, day: NaiveDate },
    Weekend { day: NaiveDate },
    OutsidePhase { day: NaiveDate, phase: Text<'a>, range: DateRange },
    OutsidePlan { day: NaiveDate, range: DateRange },
    PhaseOutsidePlan { range: DateRange, plan: DateRange },
    AnotherYear { year: i32, range: DateRange },
    BeforePlan { key: &'static str, day: NaiveDate, start: NaiveDate },
    InFuture { key: &'static str, day: NaiveDate, today: NaiveDate },
    Blank { key: &'static str },
    LooksLike { key: &'static str, name: Text<'a>, usual: String },
    SeveralInOne { owner: Text<'a>, names: Vec<String> },
    Unseen { title: Text<'a> },
    ConflictInText { ours: String, theirs: String },
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

impl<'a> Code<'a> {
    /// Returns what to say of `words` that are `unclear`.
    pub fn unclear(words: Text<'a>, unclear: Unclear) -> Code<'a> {
        match unclear {
            Unclear::Several(candidates) => Code::Ambiguous { words, candidates },
            Unclear::Impossible => Code::Impossible { words },
            Unclear::Backwards { start, end } => Code::StartAfterEnd { start, end },
            Unclear::Unreadable(hint) => Code::Unreadable { words, hint },
            Unclear::NoYear => Code::NoYear { words },
            Unclear::YearUnclear(candidates) => Code::YearUnclear { words, candidates },
        }
    }

    /// Whether it stops the commands that read the plan.
    pub fn severity(&self) -> Severity {
        match self {
            Code::Warning(_) => Severity::Warning,
            _ => Severity::Problem,
        }
    }

    /// The name in machine-readable output.
    pub fn name(&self) -> &'static str {
        match self {
            Code::NotUtf8 { .. } => "not-utf8",
            Code::Conflict { .. } => "conflict-marker",
            Code::Syntax(Syntax::FullWidth { .. }) => "full-width",
            Code::Syntax(Syntax::DuplicateKey) => "duplicate-key",
            Code::Syntax(_) => "syntax",
            Code::UnknownKey { .. } => "unknown-key",
            Code::WrongType { .. } | Code::DoneIsYes { .. } => "wrong-type",
            Code::BadDate { .. } => "bad-date",
            Code::OutOfRange { .. } => "out-of-range",
            Code::MissingKey { .. } | Code::Blank { .. } => "missing-key",
            Code::BadId { .. } => "bad-id",
            Code::DuplicateId { .. } => "duplicate-id",
            Code::UnknownPhase { .. } => "unknown-phase",
            Code::UnknownTimezone { .. } => "unknown-timezone",
            Code::UnknownLanguage { .. } => "unknown-language",
            Code::PeriodBeside { .. } => "period-beside-date",
            Code::WordsBesideWords => "words-beside-words",
            Code::StartAfterEnd { .. } => "start-after-end",
            Code::DoneAndCancelled => "done-and-cancelled",
            Code::VerifiedNotDone => "verified-not-done",
            Code::VerifiedBeforeDone { .. } => "verified-before-done",
            Code::MovesOutOfOrder { .. } => "moves-out-of-order",
            Code::NotAStart { .. } => "not-a-start",
            Code::NotARange { .. } => "not-a-range",
            Code::NoPhaseForPeriod { .. } => "no-phase-for-period",
            Code::NoPlanPeriod { .. } => "no-plan-period",
            Code::OnlyInPeriod { .. } => "only-in-period",
            Code::Unreadable { .. } => "unreadable",
            Code::Impossible { .. } => "impossible",
            Code::Ambiguous { .. } => "ambiguous",
            Code::NoYear { .. } => "no-year",
            Code::YearUnclear { .. } => "year-unclear",
            Code::Warning(warning) => warning.name(),
        }
    }
}

impl Warning<'_> {
    fn name(&self) -> &'static str {
        match self {
            Warning::Repaired { .. } => "repaired",
            Warning::WrongWeekday { .. } => "weekday",
            Warning::AnotherZone { .. } => "another-zone",
            Warning::Weekend { .. } => "weekend",
            Warning::OutsidePhase { .. } => "outside-phase",
            Warning::OutsidePlan { .. } => "outside-plan",
            Warning::PhaseOutsidePlan { .. } => "phase-outside-plan",
            Warning::AnotherYear { .. } => "another-year",
            Warning::BeforePlan { .. } => "before-plan",
            Warning::InFuture { .. } => "in-the-future",
            Warning::Blank { .. } => "blank",
            Warning::LooksLike { .. } => "looks-like",
            Warning::SeveralInOne { .. } => "several-in-one",
            Warning::Unseen { .. } => "unseen",
            Warning::ConflictInText { .. } => "conflict-in-text",
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
