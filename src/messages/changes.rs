//! What is said of a change that was made.

use chrono::NaiveDate;

use super::label::Label;

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

pub trait Changes {
    fn confirmation(&self, confirmation: &Confirmation<'_>) -> String;
    /// A small plan to start from, with every key explained.
    fn template(&self) -> &'static str;
}
