//! What is said of a document and of the plan that was drafted from it.

use std::borrow::Cow;

use chrono::{Datelike, NaiveDate};

use crate::outline::OtherYear;
use crate::outline::account::{Folded, Left, Taken};
use crate::outline::document::{Place, Remark, Unreadable};
use crate::outline::question::Question;

/// A line of the account of what became of a document.
#[derive(Debug, Clone)]
pub enum Imported<'a> {
    Read {
        file: &'a str,
        paragraphs: usize,
        tables: usize,
    },
    Drafted {
        phases: usize,
        activities: usize,
    },
    Taken(&'a [Taken]),
    Left(&'a [Left]),
    /// The command that chooses a table that was left.
    ChooseTable {
        command: String,
    },
    Folded {
        id: Option<&'a str>,
        folded: &'a Folded,
    },
    Remark(&'a Remark),
    /// What the text calls an annex, and the command that reads it.
    Missing {
        name: &'a str,
        command: String,
    },
    Open(usize),
    /// How a date is settled and how what stands is confirmed, by the first of each, and how the plan is corrected.
    Answer {
        settle: Option<String>,
        confirm: Option<String>,
        edit: String,
    },
    NothingOpen,
    Next,
    /// What is past due on the first day, and how it is recorded as done.
    FallenDue {
        count: usize,
        command: String,
    },
    WithoutOwner {
        count: usize,
        command: String,
    },
    Daily {
        command: String,
    },
    /// What a document names and does not have as an activity or a phase.
    StillNamed(usize),
    /// The heading over the commands that bring a plan up to date.
    UpToDate,
    /// What no command changes.
    RestByHand {
        command: String,
    },
    Reading {
        file: &'a str,
    },
}

/// Why nothing was drafted, and what to do.
#[derive(Debug, Clone)]
pub enum ImportError<'a> {
    NoYear,
    YearStands(&'a OtherYear),
    GiveYear { command: String },
    NoPlan { file: &'a str },
    PlanByHand { command: String },
    NoSuchTable { number: usize, tables: usize },
    IntoAnother { command: String },
    CompareIt { command: String },
}

pub trait Imports {
    /// Where something stands in a document.
    fn place(&self, place: &Place) -> String;
    /// A question with its place, and what could be meant.
    fn question(&self, question: &Question) -> String;
    fn imported(&self, said: &Imported<'_>) -> String;
    /// Why a document is not read.
    fn unreadable(&self, file: &str, why: &Unreadable) -> String;
    /// What to do about it.
    fn make_readable(&self, why: &Unreadable) -> &'static str;
    fn import_error(&self, error: &ImportError<'_>) -> String;
    /// What stands above a plan that was drafted.
    fn drafted_from(&self, source: Option<&str>) -> String;
    /// What a phase without a name is called, counted from 1.
    fn nth_phase(&self, number: usize) -> String;
    /// What stands in a command for an annex, a unit, a day that only the reader knows.
    fn an_annex(&self) -> &'static str;
    fn a_unit(&self) -> &'static str;
    fn a_day(&self) -> &'static str;
    /// Why a plan is changed after its document was.
    fn revised(&self) -> &'static str;
    /// What a plan without a name is called.
    fn untitled(&self) -> &'static str;
}

/// Quoted words are cut in the middle where there are more characters.
const LONGEST_QUOTE: usize = 48;

/// Returns words as they can be quoted on a line.
pub(super) fn shortened(words: &str) -> Cow<'_, str> {
    let count = words.chars().count();
    if count <= LONGEST_QUOTE {
        return words.into();
    }
    let head: String = words.chars().take(LONGEST_QUOTE * 3 / 4).collect();
    let tail: String = words.chars().skip(count - LONGEST_QUOTE / 4).collect();
    format!("{head}…{tail}").into()
}

/// Whether days are told apart by their year.
pub(super) fn differ_in_year(days: &[NaiveDate]) -> bool {
    days.windows(2).any(|pair| pair[0].year() != pair[1].year())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_words_are_quoted_by_their_ends() {
        let words = "一".repeat(70) + &"二".repeat(70);
        assert_eq!(shortened(&words), format!("{}…{}", "一".repeat(36), "二".repeat(12)));
        assert_eq!(shortened("6月31日前"), "6月31日前");
    }
}
