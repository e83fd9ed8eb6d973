//! What a person has to decide before a draft can be relied on.

use chrono::NaiveDate;

use super::document::Place;

/// A question, at the first of the places that have it.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    pub place: Place,
    pub about: About,
    /// How many further entries have the same question for the same cause.
    pub further: usize,
}

/// What is asked.
#[derive(Debug, Clone, PartialEq)]
pub enum About {
    /// No calendar has the day (6月31日前); the days that could be meant.
    NoSuchDay { words: String, candidates: Vec<NaiveDate> },
    /// The weekday is not that of the day.
    Weekday { words: String, candidates: Vec<NaiveDate> },
    /// The end comes before the start.
    Backwards { words: String, start: NaiveDate, end: NaiveDate },
    /// The day lies outside the plan, as in a wrong year.
    Outside { words: String, candidates: Vec<NaiveDate> },
    /// The words can be read in several ways.
    Several { words: String, candidates: Vec<NaiveDate> },
    /// The words are no date that can be read.
    Unread { words: String },
    /// Taken from a sentence: is it an activity, and is this its deadline?
    Sentence { words: String },
    /// Two or more columns could hold the deadline; `taken`, if any, was.
    Columns { names: Vec<String>, taken: Option<String> },
    /// Said to be done, and no day with it.
    DoneWithoutDay { words: String },
    /// What a progress column says, where it is no percentage.
    Progress { words: String },
    /// The same activity stands elsewhere with another deadline.
    Disagrees { words: String, other: String, at: Place },
    /// A reviewer's insertion that is not accepted yet.
    Inserted { words: String },
    /// The year was taken from words that need not be about the plan: a title, a school year, a foot, a name of a file.
    YearFrom { year: i32, words: String, at: Place },
    /// The phase has no start of its own: it was taken to begin on the day after the one before it ended, or with the plan.
    PhaseStart { start: NaiveDate },
    /// A phase without a time that can be read.
    PhaseWithoutTime { words: String },
}

impl Question {
    /// A question of one entry.
    pub fn at(place: &Place, about: About) -> Question {
        Question { place: place.clone(), about, further: 0 }
    }
}
