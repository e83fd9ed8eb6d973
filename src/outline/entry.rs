//! What is found in a document: phases and activities, with their times in the document's words.

use chrono::{Days, NaiveDate};

use super::document::Place;
use super::question::Question;

/// What one table or one stretch of text gives, in its order.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Found {
    pub phases: Vec<Phase>,
    pub activities: Vec<Activity>,
    /// Those that are about more than one entry.
    pub questions: Vec<Question>,
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
    /// As an index into the phases that were found with it.
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
    /// Words only until the document's year is known.
    pub done: Option<Stated>,
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
    /// From a start on so many days, the first among them; worked out when the document's year is known.
    Lasting {
        start: Stated,
        days: u32,
        words: String,
    },
    /// Worked out: from a start and so many days, or from what stands around the words.
    Computed {
        start: Option<NaiveDate>,
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

impl Activity {
    /// An activity of which only the name is known.
    pub fn named(place: Place, origin: Origin, title: impl Into<String>) -> Activity {
        Activity {
            place,
            origin,
            title: title.into(),
            time: Time::Unsaid,
            phase: None,
            group: None,
            leader: None,
            owners: Vec::new(),
            support: Vec::new(),
            content: None,
            requirements: None,
            remark: None,
            progress: None,
            done: None,
            questions: Vec::new(),
        }
    }
}

impl Time {
    /// The time of so many days from `start` on, the first among them; None where the calendar has no such end.
    pub fn lasting(start: NaiveDate, days: u32, words: &str) -> Option<Time> {
        let due = start.checked_add_days(Days::new(days.checked_sub(1)?.into()))?;
        Some(Time::Computed { start: Some(start), due, words: words.to_owned() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stretch_of_days_counts_its_first_day() {
        let day = |day| NaiveDate::from_ymd_opt(2018, 5, day).unwrap();
        let words = "5月21日起10天";
        let computed = Time::Computed { start: Some(day(21)), due: day(30), words: words.to_owned() };
        assert_eq!(Time::lasting(day(21), 10, words), Some(computed));
        assert_eq!(Time::lasting(day(21), 0, words), None);
        assert_eq!(Time::lasting(NaiveDate::MAX, 2, words), None);
    }
}
