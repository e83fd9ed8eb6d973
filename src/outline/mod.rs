//! From a written document to what of it is a plan: its phases, its activities, and what has to be asked.
//!
//! Nothing here knows of formats, files or TOML. Dates are found as words first, then placed in the document's year,
//! and what is not certain becomes a question. Nothing is made up.

pub mod account;
pub mod annex;
pub mod dates;
pub mod document;
pub mod entry;
pub mod few;
pub mod lines;
pub mod numbering;
pub mod owners;
pub mod phases;
pub mod placing;
pub mod progress;
pub mod question;
pub mod repeats;
pub mod sentences;
pub mod tables;
pub mod title;
mod understand;
pub mod year;

use account::Account;
use document::Place;
use question::Question;

pub use entry::{Activity, Origin, Phase, Stated, Time};
pub use understand::understand;

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

/// What the user said beside the document.
#[derive(Debug, Clone, Default)]
pub struct Choice {
    pub year: Option<i32>,
    /// The tables to be taken, by number; none: those that look like timetables.
    pub tables: Vec<usize>,
    /// The name of the file, which may tell the year.
    pub file: Option<String>,
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
