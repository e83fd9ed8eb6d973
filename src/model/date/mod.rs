//! Date words: read without a year first, then placed in one.
//!
//! The promise is the right answer or a question, never a silent guess: what is not understood to the last
//! character is not read at all.

mod chinese;
mod cursor;
mod english;
mod form;
mod numeric;
mod resolve;
#[cfg(test)]
mod tests;
mod unit;

use chrono::{Datelike, NaiveDate, Weekday};

use self::form::Form;

/// A first and a last calendar day, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct DateRange {
    /// The first day.
    pub start: NaiveDate,
    /// The last day, not before the first.
    pub end: NaiveDate,
}

impl DateRange {
    /// Whether `day` lies in the range.
    pub fn contains(&self, day: NaiveDate) -> bool {
        self.start <= day && day <= self.end
    }

    /// Whether all of `other` lies in the range.
    pub fn covers(&self, other: DateRange) -> bool {
        self.contains(other.start) && self.contains(other.end)
    }

    /// Whether the two have a day in common.
    pub fn overlaps(&self, other: DateRange) -> bool {
        self.start <= other.end && other.start <= self.end
    }
}

/// What is known about the year of dates written without one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Calendar {
    /// The plan's year.
    pub year: Option<i32>,
    /// The time of the phase that the words belong to.
    pub phase: Option<DateRange>,
    /// The time of the plan. Project months (`M9`) count from its first day.
    pub plan: Option<DateRange>,
}

/// Words for a date, understood, and not yet placed in a year.
#[derive(Debug, Clone, PartialEq)]
pub struct DatePhrase(Form);

impl DatePhrase {
    /// Reads `words`, Chinese or English.
    ///
    /// # Errors
    /// `Unreadable`, where a word is left that is not understood.
    pub fn parse(words: &str) -> Result<DatePhrase, Unclear> {
        // No phrase is longer; a text that is, is no phrase.
        const LONGEST: usize = 200;
        if words.len() > LONGEST {
            return Err(Unclear::Unreadable(Hint::Other));
        }
        let plain = cursor::normalised(words);
        if let Some(form) = numeric::parse(&plain) {
            return Ok(DatePhrase(form));
        }
        let is_english =
            plain.contains(|c: char| c.is_ascii_alphabetic()) && !plain.contains(chinese::is_chinese);
        let form = if is_english { english::parse(&plain) } else { chinese::parse(&plain) };
        form.map(DatePhrase).map_err(Unclear::Unreadable)
    }

    /// Places the words in the year that `calendar` gives them.
    ///
    /// # Errors
    /// Whatever keeps them from meaning one thing.
    pub fn resolve(&self, calendar: &Calendar) -> Result<Reading, Unclear> {
        resolve::resolve(&self.0, calendar)
    }
}

/// Returns the last day that `words` can mean and that is not after `today`; with a year, the day they name.
///
/// # Errors
/// Whatever keeps the words from naming one day.
pub fn day_not_after(words: &str, today: NaiveDate) -> Result<NaiveDate, Unclear> {
    match words.trim().to_lowercase().as_str() {
        "today" | "今天" | "今日" => return Ok(today),
        "yesterday" | "昨天" | "昨日" => return today.pred_opt().ok_or(Unclear::Impossible),
        _ => {}
    }
    let phrase = DatePhrase::parse(words)?;
    if phrase.0.has_year() {
        return named_day(&phrase.resolve(&Calendar { year: Some(today.year()), ..Calendar::default() })?);
    }
    // A leap day may lie up to eight years back.
    let mut last = Unclear::Impossible;
    for year in (today.year() - 8..=today.year()).rev() {
        match phrase.resolve(&Calendar { year: Some(year), ..Calendar::default() }) {
            Ok(reading) if named_day(&reading)? <= today => return named_day(&reading),
            Ok(_) | Err(Unclear::Impossible) => {}
            Err(unclear) => last = unclear,
        }
    }
    Err(last)
}

fn named_day(reading: &Reading) -> Result<NaiveDate, Unclear> {
    match reading.when {
        When::Due(day) if reading.names_day && reading.weekday.is_none() => Ok(day),
        _ => Err(Unclear::Unreadable(Hint::Other)),
    }
}

/// What the words mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The day or days.
    pub when: When,
    /// What had to be supplied.
    pub repairs: Vec<Repair>,
    /// The weekday that stands beside the date and does not match it.
    pub weekday: Option<WrongWeekday>,
    /// Whether the words name one day themselves: false for the end of a 旬, a month, a quarter or a range.
    pub names_day: bool,
}

/// The day or days that words mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// From a first to a last day.
    Range(DateRange),
    /// A last day. In plans the day named before 前 is the last permitted one: of 7 documents whose phase
    /// ends on such a day, all 7 include it.
    Due(NaiveDate),
    /// It goes on.
    OpenEnded {
        /// From this day.
        start: Option<NaiveDate>,
    },
    /// It comes back.
    Recurring,
}

/// What was missing or had to be worked out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Repair {
    /// 日 was missing: 6月10前.
    DayWord,
    /// Before a festival with a fixed date: the day before it.
    DayBeforeFestival,
    /// The end lies in the year after the start.
    NextYear,
}

/// A weekday beside a date, and the true one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WrongWeekday {
    /// The weekday that was written.
    pub written: Weekday,
    /// The weekday of the date.
    pub real: Weekday,
}

/// Why words do not mean one thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unclear {
    /// There is more than one reading: the days that could be meant, the earliest first.
    Several(Vec<NaiveDate>),
    /// There is no such day.
    Impossible,
    /// They are not words for a date that can be read alone.
    Unreadable(Hint),
    /// They have no year, and none is known.
    NoYear,
    /// They have no year, and no year or more than one puts them inside the phase or the plan.
    YearUnclear(Vec<NaiveDate>),
}

/// Why words cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hint {
    /// The month stands elsewhere: 月底前.
    NeedsMonth,
    /// They count from a day that stands elsewhere: 10日内.
    NeedsAnchor,
    /// The day moves from year to year: 端午节前.
    MovableFestival,
    /// They count from the first day of the plan, which is not known: M9.
    NeedsPlanStart,
    /// Anything else.
    Other,
}
