//! Words for a date in the plan's calendar: certain, or a question.

use chrono::{Datelike, NaiveDate};

use crate::model::date::{Calendar, DatePhrase, DateRange, Reading, Unclear, When, days_beside, has_no_year};
use crate::outline::question::About;

/// What dates are read against.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Frame {
    /// The calendar that the plan file will have.
    pub calendar: Calendar,
    /// The days in which nearly all lies.
    pub around: Option<DateRange>,
}

/// What stands in a cell that says nothing.
const NOTHING: [&str; 4] = ["无", "none", "n/a", "na"];

/// Returns the words on one line; nothing where they only fill a cell, such as a dash.
pub fn tidy(words: &str) -> Option<String> {
    let is_chinese = words.chars().any(|c| matches!(c, '\u{4e00}'..='\u{9fff}'));
    let lines = words.split(['\n', '\r', '\t']).map(str::trim).filter(|line| !line.is_empty());
    let tidy = lines.collect::<Vec<_>>().join(if is_chinese { "" } else { " " });
    let says_something = tidy.chars().any(char::is_alphanumeric);
    (says_something && !NOTHING.contains(&tidy.to_lowercase().as_str())).then_some(tidy)
}

impl Frame {
    /// Reads the words as a deadline, a period, or what has neither.
    ///
    /// # Errors
    /// A question, where the plan file would report an error, or the words contradict themselves or the rest.
    pub fn read(&self, words: &str) -> Result<Reading, About> {
        self.placed(words, DatePhrase::parse(words))
    }

    /// Reads the words as a first day.
    ///
    /// # Errors
    /// A question, as for [`Frame::read`].
    pub fn read_start(&self, words: &str) -> Result<NaiveDate, About> {
        let unread = || About::Unread { words: words.to_owned() };
        let phrase = DatePhrase::parse(words).map(|phrase| phrase.as_start());
        let start = phrase.map(|start| start.ok_or_else(unread));
        let reading = match start {
            Ok(start) => self.placed(words, Ok(start?))?,
            Err(unclear) => self.placed(words, Err(unclear))?,
        };
        reading.day().ok_or_else(unread)
    }

    /// Asks about a day that lies a year or more beside the rest.
    pub fn day(&self, day: NaiveDate) -> Result<NaiveDate, About> {
        match self.beside_the_rest(day) {
            Some(candidates) => Err(About::Outside { words: day.to_string(), candidates }),
            None => Ok(day),
        }
    }

    fn placed(&self, words: &str, phrase: Result<DatePhrase, Unclear>) -> Result<Reading, About> {
        let owned = || words.to_owned();
        let read = phrase.and_then(|phrase| Ok((phrase.resolve(&self.calendar)?, phrase)));
        let (reading, phrase) = read.map_err(|unclear| self.about(words, unclear))?;
        if let Some(wrong) = reading.weekday {
            return Err(About::Weekday { words: owned(), candidates: wrong.candidates() });
        }
        let outside = reading
            .day()
            .filter(|_| !has_no_year(&phrase, &self.calendar))
            .and_then(|day| self.beside_the_rest(day));
        match outside {
            Some(candidates) => Err(About::Outside { words: owned(), candidates }),
            None => Ok(reading),
        }
    }

    /// The day and the one that it could be meant for, where it lies outside and a year makes the difference.
    fn beside_the_rest(&self, day: NaiveDate) -> Option<Vec<NaiveDate>> {
        let around = self.calendar.plan.or(self.around)?;
        if around.contains(day) || around.end.year() - around.start.year() > 1 {
            return None;
        }
        let years = around.start.year()..=around.end.year();
        let meant = years.filter_map(|year| day.with_year(year)).find(|other| around.contains(*other))?;
        Some(vec![day.min(meant), day.max(meant)])
    }

    fn about(&self, words: &str, unclear: Unclear) -> About {
        let words = words.to_owned();
        match unclear {
            Unclear::Several(candidates) => About::Several { words, candidates },
            Unclear::YearUnclear(candidates) => About::Outside { words, candidates },
            Unclear::Backwards { start, end } => About::Backwards { words, start, end },
            Unclear::Impossible => {
                let candidates = days_beside(&words, &self.calendar);
                About::NoSuchDay { words, candidates }
            }
            Unclear::Unreadable(_) | Unclear::NoYear => About::Unread { words },
        }
    }
}

/// Returns the first and the last day that are read.
pub fn stretch(reading: &Reading) -> Option<DateRange> {
    match reading.when {
        When::Range(range) => Some(range),
        When::Due(_) | When::OpenEnded { .. } => reading.day().and_then(|day| DateRange::new(day, day)),
        When::Recurring(_) => None,
    }
}
