//! A plan that has been checked: every date is a date, every id is unique, nothing contradicts itself.

use chrono::NaiveDate;

use super::Text;
use super::date::DateRange;
use super::span::Span;

/// Days ahead that count as due soon, where the plan does not say.
pub const SOON: u32 = 7;

/// A plan.
#[derive(Debug)]
pub struct Plan<'a> {
    /// Its title.
    pub title: Text<'a>,
    /// The year of dates written without one.
    pub year: Option<i32>,
    /// Its first and last day.
    pub range: Option<DateRange>,
    /// Who keeps it.
    pub office: Option<Text<'a>>,
    /// The document it was taken from.
    pub source: Option<Text<'a>>,
    /// Days ahead that count as due soon.
    pub soon: u32,
    /// Its phases, in the file's order.
    pub phases: Vec<Phase<'a>>,
    /// Its activities, in the file's order.
    pub activities: Vec<Activity<'a>>,
}

impl Plan<'_> {
    /// Whether a phase or an activity has this id, in upper or lower case.
    pub fn has_id(&self, id: &str) -> bool {
        let mut ids = self.phases.iter().map(|phase| &phase.id);
        ids.any(|known| known.eq_ignore_ascii_case(id))
            || self.activities.iter().any(|activity| activity.id.eq_ignore_ascii_case(id))
    }
}

/// A stretch of the plan's time.
#[derive(Debug)]
pub struct Phase<'a> {
    /// What it is called on the command line.
    pub id: Text<'a>,
    /// Its title.
    pub title: Text<'a>,
    /// Its first and last day.
    pub range: DateRange,
    /// What the document says of its time.
    pub words: Option<Text<'a>>,
    /// Whether it is written as a period, and not as a first and a last day.
    pub form: Notation,
    /// The times it had before, oldest first.
    pub moved: Vec<Move<'a>>,
}

impl Phase<'_> {
    /// Returns the time that it had on `today`: moves made later had not happened yet.
    pub fn range_on(&self, today: NaiveDate) -> DateRange {
        let moved = self.moved.iter().find(|moved| moved.on > today);
        let before = moved.and_then(|moved| moved.from.start.zip(moved.from.day));
        before.and_then(|(start, end)| DateRange::new(start, end)).unwrap_or(self.range)
    }
}

/// Something that has to be done.
#[derive(Debug)]
pub struct Activity<'a> {
    /// Where its block begins.
    pub span: Span,
    /// What it is called on the command line.
    pub id: Text<'a>,
    /// Its title.
    pub title: Text<'a>,
    /// Its deadline now.
    pub due: Due<'a>,
    /// The deadlines it had before, oldest first; those of its phase, where it takes the phase's time.
    pub moved: Vec<Move<'a>>,
    /// Whether these are its own.
    pub moved_itself: bool,
    /// The phase it belongs to, as an index into [`Plan::phases`].
    pub phase: Option<usize>,
    /// An open question about it.
    pub question: Option<Text<'a>>,
    /// Progress, oldest first.
    pub notes: Vec<Note<'a>>,
    /// The day it was given up.
    pub cancelled: Option<NaiveDate>,
    /// The day it was done.
    pub done: Option<NaiveDate>,
    /// The day somebody else accepted it.
    pub verified: Option<NaiveDate>,
    /// What needs no checking.
    pub details: Box<Details<'a>>,
}

impl<'a> Activity<'a> {
    /// Returns the deadline that stood on `today`: moves made later had not happened yet.
    pub fn due_on(&self, today: NaiveDate) -> &Due<'a> {
        self.moved.iter().find(|moved| moved.on > today).map_or(&self.due, |moved| &moved.from)
    }

    /// Whether a move made by `today` was asked for only after the old deadline had passed.
    pub fn was_moved_late(&self, today: NaiveDate) -> bool {
        self.moved.iter().any(|moved| moved.on <= today && moved.is_late())
    }

    /// Returns the deadline it was issued with.
    pub fn original_due(&self) -> &Due<'a> {
        self.moved.first().map_or(&self.due, |moved| &moved.from)
    }
}

/// When an activity is to be done.
#[derive(Debug, Clone, Default)]
pub struct Due<'a> {
    /// Its first day, where it lasts.
    pub start: Option<NaiveDate>,
    /// The last day on which it is on time; overdue begins the day after.
    pub day: Option<NaiveDate>,
    /// What the document says.
    pub words: Option<Text<'a>>,
    /// Where `day` comes from, or why there is none.
    pub basis: Basis,
    /// How it is written.
    pub form: Notation,
}

/// How a deadline is written in the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Notation {
    /// Not at all.
    #[default]
    Nothing,
    /// As a date; words may stand beside it.
    Date,
    /// In words.
    Words,
    /// As a period, from a first to a last day.
    Period,
}

/// Where a deadline comes from, or why there is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Basis {
    /// A day that was named: the words, if any, only repeat it.
    Day,
    /// The end of something longer: a month, a phase, a range; or a date beside other words.
    Derived,
    /// The words say that it goes on.
    OpenEnded,
    /// The words say that it comes back.
    Recurring,
    /// The words stand there, the date is still to be settled.
    ToSettle,
    /// Nothing is said.
    #[default]
    Unsaid,
}

/// A deadline that was changed.
#[derive(Debug, Clone)]
pub struct Move<'a> {
    /// What stood there before.
    pub from: Due<'a>,
    /// The day of the change.
    pub on: NaiveDate,
    /// The reason.
    pub why: Text<'a>,
    /// Who agreed.
    pub by: Option<Text<'a>>,
}

impl Move<'_> {
    /// Whether it was asked for only after the old deadline had passed.
    pub fn is_late(&self) -> bool {
        self.from.day.is_some_and(|day| day < self.on)
    }
}

/// A word on progress.
#[derive(Debug, Clone, PartialEq)]
pub struct Note<'a> {
    /// The day it was made.
    pub on: NaiveDate,
    /// What it says.
    pub text: Text<'a>,
}

/// The keys of an activity that are taken as they stand.
#[derive(Debug, Default, PartialEq)]
pub struct Details<'a> {
    pub group: Option<Text<'a>>,
    pub leader: Option<Text<'a>>,
    pub owner: Option<Text<'a>>,
    pub support: Vec<Text<'a>>,
    pub content: Option<Text<'a>>,
    pub requirements: Option<Text<'a>>,
    pub remark: Option<Text<'a>>,
    pub expected: Option<NaiveDate>,
    pub evidence: Vec<Text<'a>>,
    pub cancelled_why: Option<Text<'a>>,
    pub verified_by: Option<Text<'a>>,
}
