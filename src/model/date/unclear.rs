//! Why words are not read.

use chrono::NaiveDate;

/// Why words are not read: a question to the author.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unclear {
    /// Two or more readings: the days that could be meant as the deadline, earliest first, each
    /// once.
    Several(Vec<NaiveDate>),
    /// No such day (6月31日).
    Impossible,
    /// An end before its start (5月31日至5月2日), as they were read.
    Backwards { start: NaiveDate, end: NaiveDate },
    /// Not a date that can be read.
    Unreadable(Hint),
    /// No year in the words, and none known.
    NoYear,
    /// No year, or more than one, puts the words inside the phase or the plan: the days that could
    /// be meant, earliest first, each once.
    YearUnclear(Vec<NaiveDate>),
}

impl Unclear {
    /// The question which of the days is meant.
    pub(super) fn several(days: impl IntoIterator<Item = NaiveDate>) -> Self {
        Unclear::Several(sorted(days))
    }

    /// The question with the days up to `today` alone, where there are any.
    pub(super) fn up_to(self, today: NaiveDate) -> Self {
        let up_to_today = |days: &[NaiveDate]| days.iter().copied().filter(|day| *day <= today).collect();
        match self {
            Unclear::Several(days) if days.iter().any(|day| *day <= today) => {
                Unclear::Several(up_to_today(&days))
            }
            unclear => unclear,
        }
    }

    /// The days that the question leaves as a deadline.
    pub(super) fn into_days(self) -> Vec<NaiveDate> {
        match self {
            Unclear::Several(days) | Unclear::YearUnclear(days) => days,
            _ => Vec::new(),
        }
    }
}

/// Earliest first, each once.
pub fn sorted(days: impl IntoIterator<Item = NaiveDate>) -> Vec<NaiveDate> {
    let mut days: Vec<NaiveDate> = days.into_iter().collect();
    days.sort_unstable();
    days.dedup();
    days
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
    /// 二季度（5—6月）: the same said twice, with two first days.
    TwoRanges,
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
