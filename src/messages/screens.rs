//! What stands around the rows of a screen, and in a drawing.

use chrono::NaiveDate;

use crate::model::agenda::{MoveOnDay, Progress, Status};
use crate::model::key::ActivityKey;

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
    /// The activities whose titles hold what was typed for an id.
    TitledSo,
    /// A name that nobody has yet, and one that is nearly so.
    NewName {
        who: &'a str,
        nearest: &'a str,
    },
    /// How many activities a change is about, before it is made.
    Meant {
        count: usize,
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
        /// Within how many days, where that is one number, and how many.
        soon: Option<(Option<u32>, usize)>,
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
    MoveEntry(MoveOnDay<'a>),
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
    Phase {
        id: &'a str,
        title: &'a str,
        progress: Progress,
    },
    Bar,
    NoPhase,
    NoGroup,
    First {
        shown: usize,
    },
    /// How many of these there are, and the first of them.
    Remark {
        what: Remark,
        ids: Vec<&'a str>,
        count: usize,
    },
}

/// What is remarked on.
#[derive(Debug, Clone, Copy)]
pub enum Remark {
    /// So many of the moves were asked for late.
    Moved {
        late: usize,
    },
    WithoutEvidence,
    Stale {
        days: u32,
    },
}

/// How two copies of a plan differ.
#[derive(Debug, Clone)]
pub enum Compared<'a> {
    OnlyIn { file: &'a str, count: usize },
    Marked(usize),
    Moved(usize),
    Reworded(usize),
    Change { what: ActivityKey, from: Option<String>, to: Option<String> },
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

pub trait Screens {
    fn listing(&self, listing: &Listing<'_>) -> String;
    fn glance(&self, glance: &Glance<'_>) -> String;
    fn compared(&self, compared: &Compared<'_>) -> String;
    fn drawn(&self, drawn: &Drawn) -> String;
    /// A year over an axis.
    fn year(&self, year: i32) -> String;
    /// A month over an axis, counted from 1.
    fn month(&self, month: u32) -> String;
    /// A third of a month over an axis, counted from 0: two cells.
    fn third(&self, third: usize) -> &'static str;
}
