//! Date words out of official plans, Chinese and English.
//!
//! Words are parsed once, without a year, and then placed in the year that the plan gives them:
//!
//! ```text
//! words --normalise--> text --chinese | english--> Phrase --place, resolve--> Reading
//! ```
//!
//! Everything ends in a reading or in a question ([`Unclear`]). Text that the grammar does not
//! understand to its last character is never read in part: the part left out could be the 不 of a
//! 不含, and a wrong date is worse than no date.

mod chinese;
mod cursor;
mod english;
mod figures;
mod hints;
mod normalise;
mod numerals;
mod past;
mod phrase;
mod place;
mod resolve;
#[cfg(test)]
mod tests;

use chrono::{NaiveDate, Weekday};

/// A first and a last calendar day, both included; the first is never after the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct DateRange {
    /// The first day.
    pub start: NaiveDate,
    /// The last day, not before the first.
    pub end: NaiveDate,
}

impl DateRange {
    /// The range from `start` to `end`, unless it would end before it starts.
    #[must_use]
    pub fn new(start: NaiveDate, end: NaiveDate) -> Option<Self> {
        (start <= end).then_some(Self { start, end })
    }

    #[must_use]
    /// Whether `day` lies in the range.
    pub fn contains(&self, day: NaiveDate) -> bool {
        self.start <= day && day <= self.end
    }

    /// Whether every day of `other` is a day of this range.
    #[must_use]
    pub fn covers(&self, other: DateRange) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two have a day in common.
    #[must_use]
    pub fn overlaps(&self, other: DateRange) -> bool {
        self.start <= other.end && other.start <= self.end
    }
}

/// What is known about the year of dates written without one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Calendar {
    /// The plan's year.
    pub year: Option<i32>,
    /// The phase that the words belong to.
    pub phase: Option<DateRange>,
    /// The whole plan.
    pub plan: Option<DateRange>,
}

/// Words for a date, understood but not yet placed in a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DatePhrase(phrase::Phrase);

impl DatePhrase {
    /// Understands the words, without a year.
    ///
    /// # Errors
    /// `Unreadable` when the words are no date or not wholly understood, `Impossible` when they
    /// name a day that no year has (6月31日).
    pub fn parse(words: &str) -> Result<DatePhrase, Unclear> {
        resolve::parse(words).map(DatePhrase)
    }

    /// Places the words in a year.
    ///
    /// Written years count as written. Without one, the one year that puts the date inside the
    /// phase, or else inside the plan; without a plan's range, the plan's year.
    ///
    /// # Errors
    /// A question, when the words or the calendar leave more than one answer, or none.
    pub fn resolve(&self, calendar: &Calendar) -> Result<Reading, Unclear> {
        resolve::resolve(&self.0, calendar)
    }

    /// The words as the first day of something, still to be placed; None for words that say when
    /// something ends (6月1日前) or nothing of the kind.
    #[must_use]
    pub fn as_start(&self) -> Option<DatePhrase> {
        resolve::as_start(&self.0).map(DatePhrase)
    }
}

impl Reading {
    /// The day that the words are about: the deadline, or a start without one.
    #[must_use]
    pub fn day(&self) -> Option<NaiveDate> {
        self.when.anchor()
    }
}

/// The day that the words name, for something that has already happened: without a year, the last
/// such day that is not after `today`. `today`, `yesterday`, 今天 and 昨天 are read too.
///
/// A day before `earliest` (the plan's first), or most of a year ago, may as well be the one that is
/// still to come: that is a question.
///
/// A day with a written year is returned as written, also when it is after `today`: only the
/// caller can say why that is refused.
///
/// # Errors
/// A question, as for [`DatePhrase::resolve`]; `Unreadable(Hint::NeedsDay)` for words that do not
/// name one day (5月底, 5月25日前).
pub fn day_not_after(
    words: &str,
    today: NaiveDate,
    earliest: Option<NaiveDate>,
) -> Result<NaiveDate, Unclear> {
    past::day_not_after(words, today, earliest)
}

/// What the words say, placed in a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The day or days.
    pub when: When,
    /// What had to be supplied to read the words.
    pub repairs: Vec<Repair>,
    /// The weekday in the words, where it is not the day's own.
    pub weekday: Option<WrongWeekday>,
    /// Whether the words themselves name the single day; false for a day derived from 旬, 底, a
    /// month, a quarter, a festival or a range.
    pub names_day: bool,
}

/// The days that are meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// From a first to a last day: 5月下旬至7月底.
    Range(DateRange),
    /// The last day on which it is still on time: 6月10日前.
    Due(NaiveDate),
    /// No deadline: 长期坚持, `ongoing`, 自5月25日起.
    OpenEnded {
        /// The first day, where the words name one.
        start: Option<NaiveDate>,
    },
    /// No single deadline: 每月25日前.
    Recurring,
}

/// Something that the words leave out or leave rough, and that was supplied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Repair {
    /// 6月10前: 日 was missing.
    DayWord,
    /// 国庆节前: the day before a festival with a fixed date.
    DayBeforeFestival,
    /// 12月20日至1月10日: the end was placed in the year after the start.
    NextYear,
    /// 5月底至7月底, 5月中至7月底: a rough start was read as the last day of the month, or as the
    /// 11th. The deadline is not touched by it.
    RoughStart,
    /// 5月底, 5月中 as the first day of something: read in the same way.
    RoughDay,
    /// 10月至2019年3月: the start's year was inferred from the end's.
    StartYear,
}

/// A weekday that does not belong to its date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WrongWeekday {
    /// As it stands beside the date.
    pub written: Weekday,
    /// The true one.
    pub real: Weekday,
}

/// Why words are not read: a question to the author.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unclear {
    /// Two or more readings: the days that could be meant as the deadline, earliest first, each
    /// once.
    Several(Vec<NaiveDate>),
    /// No such day (6月31日).
    Impossible,
    /// An end before its start (5月31日至5月2日).
    Backwards {
        /// The start, as it was read.
        start: NaiveDate,
        /// The end, as it was read.
        end: NaiveDate,
    },
    /// Not a date that can be read.
    Unreadable(Hint),
    /// No year in the words, and none known.
    NoYear,
    /// No year, or more than one, puts the words inside the phase or the plan: the days that could
    /// be meant.
    YearUnclear(Vec<NaiveDate>),
}

/// What stands in the way of reading, as far as it can be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hint {
    /// 月底前, 25日前: the month stood in a heading or in the sentence before.
    NeedsMonth,
    /// 10日内, 第3周, 学期末, 本周五, 即日起: counted from a day
    /// that the words do not give.
    NeedsAnchor,
    /// `M9` of a plan whose first day is not known.
    NeedsPlanStart,
    /// 端午节, 春节, 暑假, `Easter`: no fixed days.
    MovableFestival,
    /// 国庆期间, `Christmas`: a holiday of several days rather than a day.
    Holiday,
    /// 5月25日左右, 暂定6月底, `around 10 June`: not meant as a firm day.
    NotFirm,
    /// 5月25日和6月10日: two dates need two activities.
    ManyDates,
    /// 18年5月, `25-May-26`, `Jun-26`: a year in two digits.
    TwoDigitYear,
    /// `FY26`: every office begins its financial year elsewhere.
    FiscalYear,
    /// Words that are a day for `due`, but not for what happened on one: 5月底, 5月25日前.
    NeedsDay,
    /// 6月10曰前, 6月1O日, 6月 日前: looks like a slip of the pen.
    Typo,
    /// None of these.
    Other,
}
