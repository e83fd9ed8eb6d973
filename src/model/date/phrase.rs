//! What date words say, before they have a year: the tree that both languages build.

use super::calendar::Dotted;
use super::rhythm::Rhythm;
use super::zone::Zone;
use chrono::Weekday;

/// Words for a date, understood but not yet placed in a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DatePhrase {
    /// 长期坚持, or words that give no deadline and no sure start (5月25日后).
    OpenEnded,
    /// 每月25日前.
    Recurring(Option<Rhythm>),
    /// 自5月25日起.
    From(Point),
    Dated(Dated),
    /// 5月25日或6月10日.
    Either(Box<[Dated; 2]>),
    /// 6月底（6月30日）, `M6 (30 June 2026)`: the same said twice.
    Restated(Box<[Dated; 2]>),
    /// 8.7: digits alone, as they mean in a Chinese plan, and as in an English one.
    InDigits(Box<[DatePhrase; 2]>),
    /// 即日起至6月30日: from the day on which the plan was issued.
    SinceIssue(Dated),
}

impl DatePhrase {
    /// The one day that the words name, and nothing that lasts or ends.
    pub(super) fn one_day(&self) -> Option<&Dated> {
        match self {
            DatePhrase::Dated(dated @ Dated { start: None, end, limit: Limit::Named })
                if end.edge == Edge::Whole && end.part.is_day() =>
            {
                Some(dated)
            }
            _ => None,
        }
    }

    /// Whether the words tie a deadline to a day, and do not merely name a longer unit.
    pub(super) fn names_deadline(&self) -> bool {
        match self {
            DatePhrase::OpenEnded | DatePhrase::Recurring(_) | DatePhrase::From(_) => false,
            DatePhrase::SinceIssue(_) => true,
            DatePhrase::Dated(dated) => dated.names_deadline(),
            DatePhrase::Either(both) | DatePhrase::Restated(both) => both.iter().any(Dated::names_deadline),
            DatePhrase::InDigits(both) => both.iter().any(DatePhrase::names_deadline),
        }
    }

    /// Whether the words name a first day and a last one.
    pub fn has_both_ends(&self) -> bool {
        match self {
            DatePhrase::Dated(dated) => dated.start.is_some(),
            DatePhrase::Restated(both) => both.iter().any(|dated| dated.start.is_some()),
            DatePhrase::InDigits(both) => both.iter().any(DatePhrase::has_both_ends),
            _ => false,
        }
    }

    /// Whether the words name several days, and not when something is due.
    pub(super) fn lasts(&self) -> bool {
        matches!(self, DatePhrase::Dated(dated)
            if dated.start.is_some() || !dated.end.part.is_day() && dated.limit == Limit::Named)
    }

    /// Whether the words have a last day.
    pub(super) fn is_dated(&self) -> bool {
        !matches!(self, DatePhrase::OpenEnded | DatePhrase::Recurring(_) | DatePhrase::From(_))
    }

    /// Whether some year has what the words name.
    pub(super) fn is_possible(&self) -> bool {
        match self {
            DatePhrase::OpenEnded | DatePhrase::Recurring(_) => true,
            DatePhrase::From(point) => point.part.is_possible(),
            DatePhrase::Dated(dated) | DatePhrase::SinceIssue(dated) => dated.is_possible(),
            DatePhrase::Either(both) | DatePhrase::Restated(both) => both.iter().all(Dated::is_possible),
            DatePhrase::InDigits(both) => both.iter().all(DatePhrase::is_possible),
        }
    }

    /// The phrase as a plan means it that writes numbers so.
    pub(super) fn in_plan(&self, dotted: Dotted) -> &DatePhrase {
        match (self, dotted) {
            (DatePhrase::InDigits(both), Dotted::MonthFirst) => &both[0],
            (DatePhrase::InDigits(both), Dotted::Unsure) => &both[1],
            _ => self,
        }
    }
}

/// One deadline, or a range with its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dated {
    pub start: Option<Point>,
    pub end: Point,
    pub limit: Limit,
}

impl Dated {
    fn names_deadline(&self) -> bool {
        let is_day = self.end.part.is_day() || self.end.edge == Edge::End;
        self.start.is_some() || self.limit != Limit::Named || is_day
    }

    fn is_possible(&self) -> bool {
        self.start.is_none_or(|start| start.part.is_possible()) && self.end.part.is_possible()
    }
}

/// How the words tie the deadline to the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// Nothing said: 5月25日, 5月.
    Named,
    /// 前, `by`: a named day is the last permitted one (practice in plans; the civil code, art. 1259,
    /// leaves 前 open). A longer unit is a question: until it begins, or until it ends?
    By,
    /// 不晚于, `no later than`: within the unit is not later than the unit.
    Latest,
    /// English `before`: excludes the day in law, includes it in habit.
    Before,
    /// 国庆节前: the day before a festival.
    Eve,
}

/// A day, or a longer unit of the calendar, as named in the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point {
    pub year: Year,
    pub part: Part,
    pub edge: Edge,
    pub weekday: Option<Weekday>,
    pub hour: Hour,
    /// 日 was left out.
    pub bare_day: bool,
    /// `Jun 19`: the 19th, where it could be taken for the year.
    pub year_like: bool,
    /// The hour beside it is one of another place: `3 pm PDT`.
    pub zone: Option<Zone>,
}

impl Point {
    pub fn new(year: Year, part: Part) -> Self {
        Self {
            year,
            part,
            edge: Edge::Whole,
            weekday: None,
            hour: Hour::Within,
            bare_day: false,
            year_like: false,
            zone: None,
        }
    }
}

/// How the hour beside a day lies in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Hour {
    #[default]
    Within,
    /// 25日0时: between two days, so that as an end it is a question.
    Begins,
    /// 25日24时 belongs to the day that it ends; as a start it is the next day.
    Ends,
}

impl Hour {
    pub fn of(number: u32) -> Self {
        match number {
            0 => Hour::Begins,
            24 => Hour::Ends,
            _ => Hour::Within,
        }
    }
}

/// Where the year comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Year {
    Unwritten,
    Written(i32),
    /// 今年, 明年: so many years after the plan's.
    Plan(i32),
    /// 次年: so many years after the start's; alone, after the plan's.
    After(i32),
}

/// A part of a year. Numbers are as written and may not exist; see [`Part::is_possible`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Whole months: a month, a quarter, a half, a year.
    Months { first: u32, last: u32 },
    /// Some days of a month; a `last` beyond the month's end means that end (下旬).
    Days { month: u32, first: u32, last: u32 },
    /// A single day.
    Day { month: u32, day: u32 },
    /// A festival with a fixed date.
    Festival { month: u32, day: u32 },
    /// 06/07: either number could be the month.
    DayOrMonth { one: u32, other: u32 },
    /// `Jun-19`, 06/19, 19/6: the number could be the day or a year.
    DayOrYear { month: u32, number: u32 },
    /// 30/6/19: which of the three is the year, and which the day?
    TwoDigits([u32; 3]),
    /// 6月第二个周五; without a number the last one.
    NthWeekday { month: u32, nth: Option<u8>, weekday: Weekday },
    /// `2019-W23`: a week of the year, ISO 8601.
    Week(u32),
    /// `week of 3 June`: seven days from a Monday.
    WeekOf { month: u32, day: u32 },
    /// `M9`: a month counted from the plan's start.
    PlanMonth(u32),
}

/// Which end of the unit is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edge {
    Whole,
    /// 初
    Start,
    /// 中
    Middle,
    /// 底, 末
    End,
}

impl Part {
    pub const YEAR: Part = Part::Months { first: 1, last: 12 };

    pub fn month(number: u32) -> Self {
        Part::Months { first: number, last: number }
    }

    pub fn quarter(number: u32) -> Self {
        Part::Months { first: (number * 3).saturating_sub(2), last: number * 3 }
    }

    pub fn half(number: u32) -> Self {
        Part::Months { first: (number * 6).saturating_sub(5), last: number * 6 }
    }

    /// Whether some year has it.
    pub fn is_possible(self) -> bool {
        match self {
            Part::Months { first, last } => 1 <= first && first <= last && last <= 12,
            Part::Days { month, .. } | Part::NthWeekday { month, .. } => (1..=12).contains(&month),
            Part::Day { month, day } | Part::WeekOf { month, day } => 1 <= day && day <= longest(month),
            Part::Festival { .. } | Part::DayOrMonth { .. } | Part::DayOrYear { .. } | Part::TwoDigits(_) => {
                true
            }
            Part::PlanMonth(number) | Part::Week(number) => number >= 1,
        }
    }

    /// A single day, as far as the words go.
    pub fn is_day(self) -> bool {
        use Part::{Day, DayOrMonth, DayOrYear, Festival, NthWeekday, TwoDigits};
        matches!(
            self,
            Day { .. }
                | Festival { .. }
                | DayOrMonth { .. }
                | DayOrYear { .. }
                | TwoDigits(_)
                | NthWeekday { .. }
        )
    }

    /// Whether the numbers leave open what they are.
    pub fn is_unsure(self) -> bool {
        matches!(self, Part::DayOrMonth { .. } | Part::DayOrYear { .. } | Part::TwoDigits(_))
    }

    /// The month in which it begins, if the words say so.
    pub fn first_month(self) -> Option<u32> {
        match self {
            Part::Months { first, .. } => Some(first),
            _ => self.last_month(),
        }
    }

    /// The month in which it ends, if the words say so.
    pub fn last_month(self) -> Option<u32> {
        match self {
            Part::Months { last, .. } => Some(last),
            Part::Days { month, .. }
            | Part::Day { month, .. }
            | Part::Festival { month, .. }
            | Part::DayOrYear { month, .. }
            | Part::NthWeekday { month, .. }
            | Part::WeekOf { month, .. } => Some(month),
            Part::DayOrMonth { .. } | Part::TwoDigits(_) | Part::Week(_) | Part::PlanMonth(_) => None,
        }
    }
}

/// The days of a month in its longest year; none for a month that does not exist.
fn longest(month: u32) -> u32 {
    match month {
        2 => 29,
        4 | 6 | 9 | 11 => 30,
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        _ => 0,
    }
}
