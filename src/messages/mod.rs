//! What the program says, in each language: one `match` a kind of text, so that none can be missing.

mod en;
mod zh;

use chrono::{NaiveDate, Weekday};

use crate::model::agenda::{By, Counts, Progress, Status};
use crate::model::date::{DateRange, Repair};
use crate::model::diagnostic::{Code, Warning};
use crate::model::plan::Due;
use crate::model::report::{Current, Line, Overview, Part};

/// The languages the program speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// English.
    En,
    /// Chinese.
    Zh,
}

impl Language {
    /// Returns the language that `name` means: `zh`, `en`, or a locale such as `zh_CN.UTF-8`.
    pub fn named(name: &str) -> Option<Language> {
        match name.split(['_', '-', '.', '@']).next()?.to_ascii_lowercase().as_str() {
            "zh" => Some(Language::Zh),
            "en" => Some(Language::En),
            _ => None,
        }
    }

    /// Returns its words.
    pub fn messages(self) -> &'static dyn Messages {
        match self {
            Language::En => &en::English,
            Language::Zh => &zh::Chinese,
        }
    }
}

/// Everything that is said.
pub trait Messages: Sync {
    /// A heading or the name of a field.
    fn label(&self, label: Label) -> &'static str;
    /// A day of the week.
    fn weekday(&self, weekday: Weekday) -> &'static str;
    /// A status on a day, as it stands in a column.
    fn status(&self, status: Status, days: Option<i64>) -> String;
    /// Words for a deadline that was moved, in a column; `late` after it had passed.
    fn was(&self, original: &Due<'_>, late: bool) -> String;
    /// How many activities stand how.
    fn summary(&self, counts: &Counts, soon: u32) -> String;
    /// The same in short.
    fn brief(&self, counts: &Counts, soon: u32) -> String;
    /// What the first look in the morning says.
    fn glance(&self, glance: &Glance<'_>) -> String;
    /// How two copies of a plan differ.
    fn compared(&self, compared: &Compared<'_>) -> String;
    /// What stands in a timeline, and what it means.
    fn drawn(&self, drawn: &Drawn) -> String;
    /// A year over an axis.
    fn year(&self, year: i32) -> String;
    /// A month over an axis, counted from 1.
    fn month(&self, month: u32) -> String;
    /// A third of a month over an axis, counted from 0: two cells.
    fn third(&self, third: usize) -> &'static str;
    /// What a listing says around its rows.
    fn listing(&self, listing: &Listing<'_>) -> String;
    /// What is said of a change.
    fn confirmation(&self, confirmation: &Confirmation<'_>) -> String;
    /// Why a command was refused.
    fn argument_error(&self, refusal: &ArgumentError<'_>) -> String;
    /// What stands against a change.
    fn change_error(&self, objection: &ChangeError<'_>) -> String;
    /// What went wrong around the plan file.
    fn file_error(&self, trouble: &FileError<'_>) -> String;
    /// What is wrong, or worth a second look.
    fn diagnostic(&self, code: &Code<'_>) -> String;
    /// What to write instead.
    fn hint(&self, code: &Code<'_>) -> Option<String>;
    /// The title of a report on the plan called `title`.
    fn report_title(&self, title: &str) -> String;
    /// The day of a report, and the period it is about.
    fn report_day(&self, day: NaiveDate, period: Option<DateRange>) -> String;
    /// The whole in figures.
    fn overview(&self, overview: &Overview) -> String;
    /// The phase that the day lies in.
    fn current_phase(&self, current: &Current<'_>) -> String;
    /// The heading of the part that stands in place `at`, counted from 1, with `count` lines.
    fn part(&self, part: Part, at: usize, count: usize) -> String;
    /// A line of a report.
    fn report_line(&self, line: &Line<'_>) -> String;
    /// What stands before line `at` of a part, counted from 1.
    fn bullet(&self, at: usize) -> String;
    /// A date as people write it in full: `2018年6月10日`, `10 June 2018`.
    fn full_date(&self, day: NaiveDate) -> String;
    /// The heading over `count` warnings of the same kind.
    fn class(&self, warning: &Warning<'_>, count: usize) -> String;
    /// A small plan to start from, with every key explained.
    fn template(&self) -> &'static str;

    /// `text`, and in brackets what belongs to it.
    fn aside(&self, text: &str, aside: &str) -> String;
    /// How a deadline was read although something was missing.
    fn repair(&self, repair: Repair) -> &'static str;
    /// What stands between two items of a list.
    fn comma(&self) -> &'static str;
    /// What stands between two sentences.
    fn gap(&self) -> &'static str;

    /// A date as it is printed everywhere: `2018-06-10 周日`, `2018-06-10 Sun`.
    fn day(&self, day: NaiveDate) -> String {
        use chrono::Datelike;
        format!("{day} {}", self.weekday(day.weekday()))
    }
}

/// Headings of columns and names of fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Label {
    Id,
    Status,
    Due,
    Words,
    Owner,
    Title,
    Starts,
    OriginalDue,
    Moved,
    Group,
    Phase,
    Leader,
    Support,
    Content,
    Requirements,
    Remark,
    Question,
    Progress,
    Expected,
    Evidence,
    Cancelled,
    Done,
    Verified,
    Hint,
}

impl From<By> for Label {
    fn from(by: By) -> Label {
        match by {
            By::Owner => Label::Owner,
            By::Group => Label::Group,
            By::Phase => Label::Phase,
        }
    }
}

/// What a listing says around its rows.
#[derive(Debug, Clone)]
pub enum Listing<'a> {
    Today {
        today: NaiveDate,
        given: bool,
    },
    PlanEnded(NaiveDate),
    Listed {
        shown: usize,
        of: usize,
    },
    NothingMatches,
    OverdueHeading(usize),
    SoonHeading {
        count: usize,
        days: u32,
        until: NaiveDate,
    },
    OverdueCounts {
        total: usize,
        overdue: usize,
        soon: Option<(u32, usize)>,
    },
    NothingOverdue,
    HowToRecord,
    PhaseHeading {
        id: &'a str,
        title: &'a str,
        words: &'a str,
    },
    Line {
        file: &'a str,
        line: usize,
    },
    Inclusive,
    MoveEntry {
        on: NaiveDate,
        from: String,
        to: String,
        days: Option<i64>,
        late: bool,
        why: &'a str,
        by: Option<&'a str>,
    },
    CheckSummary {
        file: &'a str,
        problems: usize,
        kinds: usize,
        warnings: usize,
    },
    OtherAt(usize),
    TookPlan {
        file: &'a str,
        instead_of: &'a str,
    },
}

/// What the first look in the morning says.
#[derive(Debug, Clone)]
pub enum Glance<'a> {
    Phase { id: &'a str, title: &'a str, progress: Progress },
    Bar,
    NoPhase,
    First { shown: usize },
    Remarks { moved: Vec<&'a str>, late: usize, without_evidence: usize, stale: usize, days: u32 },
}

/// How two copies of a plan differ.
#[derive(Debug, Clone)]
pub enum Compared<'a> {
    OnlyIn { file: &'a str, count: usize },
    Marked(usize),
    Moved(usize),
    Reworded(usize),
    Change { what: Label, from: Option<String>, to: Option<String> },
    Same,
    Neither,
    Further { file: &'a str, count: usize },
    Both { files: [&'a str; 2], counts: [usize; 2] },
}

/// What stands in a timeline: marks of two cells, and what they mean.
#[derive(Debug, Clone, Copy)]
pub enum Drawn {
    Nothing,
    Today,
    Original { late: bool },
    Deadline(Status),
    Legend,
    Hidden(usize),
}

/// What is said of a change.
#[derive(Debug, Clone)]
pub enum Confirmation<'a> {
    RecordTrueDay { command: String },
    Marked { day: NaiveDate, due: Option<NaiveDate> },
    Remarked { from: NaiveDate, day: NaiveDate, due: Option<NaiveDate> },
    AlreadyDone { day: NaiveDate, command: String },
    NotStartedYet { start: NaiveDate },
    Added { what: Label },
    Reopened { day: NaiveDate },
    Unverified { day: NaiveDate, by: Option<&'a str> },
    Kept { notes: usize, evidence: usize },
    NotDone,
    Deadline { from: String, to: NaiveDate, days: Option<i64> },
    MovedLate { on: NaiveDate },
    AgreedEarlier { undo: String },
    MovedBack { on: NaiveDate, from: String, to: String },
    Cancelled { day: NaiveDate, why: &'a str },
    Uncancelled { day: NaiveDate, why: &'a str },
    Verified { day: NaiveDate, by: Option<&'a str> },
    AlreadyVerified { day: NaiveDate, command: String },
    Noted { on: NaiveDate, text: &'a str },
    Changed { what: Label, from: Option<String>, to: Option<String> },
    New { due: String },
    Unchanged,
    Saved { file: &'a str },
    AskEditAgain,
    CopyKept { path: String },
    TakeBack { command: String },
    DryRun,
    Wrote { file: &'a str, next: String },
}

/// Why a command was refused, and what to type instead.
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
    UnknownName { what: Label, name: &'a str, known: String },
    NeedsId { group: &'a str },
    PeriodAhead { start: NaiveDate, today: NaiveDate },
    OneAtATime,
    NothingToChange,
    OneOfThem,
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
    NothingToUndo { id: &'a str, what: Label },
    NoSuchEvidence { id: &'a str, path: &'a str },
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
    Locked { file: &'a str },
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
    CannotPrint { why: String },
}

/// The statuses by the names that `--status` takes.
pub const STATUSES: [&str; 8] =
    ["done", "done-late", "overdue", "due-today", "due-soon", "open", "undated", "cancelled"];

/// Returns a rate with one decimal, as in `66.7%`.
pub fn percent(per_mille: usize) -> String {
    format!("{}.{}%", per_mille / 10, per_mille % 10)
}
