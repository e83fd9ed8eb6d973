//! From a written document to what of it is a plan: its phases, its activities, and what has to be asked.
//!
//! Nothing here knows of formats, files or TOML. Dates are found as words first, then placed in the document's year,
//! and what is not certain becomes a question. Nothing is made up.

pub mod account;
pub mod document;
pub mod question;

use chrono::NaiveDate;

use account::Account;
use document::{Document, Place};
use question::Question;

use crate::model::language::Language;

/// What a document says of a plan.
#[derive(Debug, Clone, PartialEq)]
pub struct Outline {
    pub title: Option<String>,
    pub language: Language,
    /// The year of dates written without one; None where every date has its own.
    pub year: Option<i32>,
    /// From when to when the whole plan runs, in the document's words.
    pub period: Option<String>,
    pub office: Option<String>,
    pub questions: Vec<Question>,
    /// In their order, as all that follows.
    pub phases: Vec<Phase>,
    pub activities: Vec<Activity>,
    /// What was done with the rest of the document.
    pub account: Account,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Phase {
    pub place: Place,
    /// None: 第N阶段 has no other name.
    pub title: Option<String>,
    pub time: Time,
    pub questions: Vec<Question>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Activity {
    pub place: Place,
    pub origin: Origin,
    pub title: String,
    pub time: Time,
    /// As an index into [`Outline::phases`].
    pub phase: Option<usize>,
    pub group: Option<String>,
    pub leader: Option<String>,
    /// Who answers for it; the first leads.
    pub owners: Vec<String>,
    pub support: Vec<String>,
    pub content: Option<String>,
    pub requirements: Option<String>,
    pub remark: Option<String>,
    /// Of a hundred.
    pub progress: Option<u32>,
    pub done: Option<NaiveDate>,
    pub questions: Vec<Question>,
}

/// In what form an activity stands in the document, the more formal ones first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    Table,
    List,
    /// A sentence in which a deadline stands.
    Sentence,
}

/// When something is to be done, as the document says it.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Time {
    #[default]
    Unsaid,
    Due(Stated),
    /// A first and a last day that stand apart.
    Between {
        start: Stated,
        due: Stated,
    },
    /// Words for a first and a last day: 5月下旬至7月底.
    Period(String),
    /// Worked out from the words, as a start and so many days.
    Computed {
        start: NaiveDate,
        due: NaiveDate,
        words: String,
    },
    /// Words that are no certain date: they are kept, and a question stands beside them.
    ToSettle(String),
}

/// A day, or words for one.
#[derive(Debug, Clone, PartialEq)]
pub enum Stated {
    Day(NaiveDate),
    Words(String),
}

/// What the user said beside the document.
#[derive(Debug, Clone, Default)]
pub struct Choice {
    pub year: Option<i32>,
    /// The tables to be taken, by number; none: those that look like timetables.
    pub tables: Vec<usize>,
}

/// Why a document becomes no plan.
#[derive(Debug, Clone, PartialEq)]
pub enum Stuck {
    /// Its dates have no year: those that stand in it, none of which is surely the plan's.
    NoYear(Vec<OtherYear>),
    /// Neither a phase nor an activity with a date was found.
    NoPlan(Account),
    /// A table that was chosen is not there; how many there are.
    NoSuchTable { number: usize, tables: usize },
}

/// A year in a document that is not surely the plan's.
#[derive(Debug, Clone, PartialEq)]
pub struct OtherYear {
    pub year: i32,
    /// The words around it.
    pub words: String,
    pub place: Place,
}

/// Finds what in a document is a plan.
///
/// # Errors
/// Where nothing can be drafted: why.
pub fn understand(_document: &Document, _choice: &Choice) -> Result<Outline, Stuck> {
    Err(Stuck::NoPlan(Account::default()))
}
