//! What is said of what comes back or goes on, and of writing it out.

use chrono::NaiveDate;

use crate::model::date::{DateRange, Rhythm};

#[derive(Debug, Clone)]
pub enum Recurrence<'a> {
    /// It is not done once for all; and what can be done.
    ComesBack {
        id: &'a str,
        words: &'a str,
    },
    NoteRound {
        command: String,
    },
    WriteOut {
        command: String,
    },
    WriteOneByOne,
    StopIt {
        command: String,
    },
    /// It was to go on, and is done.
    WentOn {
        command: String,
    },
    /// Over the commands that write it out.
    Heading,
    /// Why one is cancelled in place of which `ids` were added.
    WrittenOutAs {
        ids: &'a str,
    },
    /// So many of the new ones were due before today.
    Past {
        count: usize,
    },
    /// On which days it falls cannot be told; and what can.
    Uncertain {
        words: &'a str,
    },
    CertainWords,
    NoPeriod,
    OnlyHere,
    NoRounds {
        range: DateRange,
    },
    TooMany {
        most: usize,
    },
}

pub trait Recurrences {
    fn recurrence(&self, said: &Recurrence<'_>) -> String;
    /// Returns the title of the round that is due on `day`; with the year where the rounds have several.
    fn title_of_round(&self, title: &str, rhythm: Rhythm, day: NaiveDate, with_year: bool) -> String;
}
