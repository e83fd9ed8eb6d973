//! What was done with the parts of a document.

use super::document::Place;

/// Everything that is worth saying of a document beside the draft.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Account {
    /// The tables that were taken.
    pub taken: Vec<Taken>,
    pub left: Vec<Left>,
    pub folded: Vec<Folded>,
    /// What the text calls its annexes, and does not hold.
    pub missing: Vec<String>,
    /// Paragraphs that were read, headings and lists among them.
    pub paragraphs: usize,
}

/// A table that was taken.
#[derive(Debug, Clone, PartialEq)]
pub struct Taken {
    pub number: usize,
    /// Its sheet, or the line above it.
    pub name: Option<String>,
    pub activities: usize,
}

/// A table that was left.
#[derive(Debug, Clone, PartialEq)]
pub struct Left {
    pub number: usize,
    /// Its sheet, or the line above it.
    pub name: Option<String>,
    pub why: LeftWhy,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LeftWhy {
    NoDates,
    History,
    Budget,
    Staff,
    Form,
    Estimate,
    /// What is due when is shown by marks or colours under months or days.
    Marks,
    /// Another table was chosen by the user.
    NotChosen,
    /// Its sheet is hidden.
    Hidden,
    /// Its name says that it is that of an earlier year.
    Past,
    /// Its name is that of another year than the plan's.
    OtherYear {
        year: i32,
    },
    /// It says the same as another.
    Repeats {
        table: usize,
    },
}

/// An activity that stands in the document more than once, and was drafted once.
#[derive(Debug, Clone, PartialEq)]
pub struct Folded {
    pub title: String,
    /// Where it was taken from.
    pub kept: Place,
    pub also: Vec<Place>,
}
