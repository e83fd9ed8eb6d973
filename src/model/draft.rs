//! A plan as it was found somewhere: nothing checked yet, each value with the place it came from.

use chrono::NaiveDate;

use super::Text;
use super::plan::{Details, Note};
use super::span::Span;

/// A value and its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Found<T> {
    pub value: T,
    pub span: Span,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Written<'a> {
    Date(NaiveDate),
    Words(Text<'a>),
}

pub type FoundDate<'a> = Option<Found<Written<'a>>>;

#[derive(Debug, Default, PartialEq)]
pub struct Draft<'a> {
    pub plan: DraftPlan<'a>,
    pub phases: Vec<DraftPhase<'a>>,
    pub activities: Vec<DraftActivity<'a>>,
    /// Which of these could not be used.
    pub broken: Broken,
}

/// The keys that are there with a value of the wrong form: that was reported, and they are not missing.
#[derive(Debug, Default, PartialEq)]
pub struct Broken(pub Vec<&'static str>);

impl Broken {
    /// Whether the value of `key` could not be used.
    pub fn has(&self, key: &str) -> bool {
        self.0.contains(&key)
    }
}

/// What the source says of the plan as a whole.
#[derive(Debug, Default, PartialEq)]
pub struct DraftPlan<'a> {
    pub span: Span,
    pub broken: Broken,
    pub title: Option<Found<Text<'a>>>,
    pub year: Option<Found<i32>>,
    pub time: DraftTime<'a>,
    pub timezone: Option<Found<Text<'a>>>,
    pub office: Option<Text<'a>>,
    pub source: Option<Text<'a>>,
    pub soon: Option<u32>,
    pub lang: Option<Found<Text<'a>>>,
    pub question: Option<Found<Text<'a>>>,
}

/// From when to when, in one of the two ways to write it.
#[derive(Debug, Default, PartialEq)]
pub struct DraftTime<'a> {
    pub period: FoundDate<'a>,
    pub start: FoundDate<'a>,
    pub end: FoundDate<'a>,
    pub words: Option<Found<Text<'a>>>,
}

#[derive(Debug, Default, PartialEq)]
pub struct DraftPhase<'a> {
    pub span: Span,
    pub broken: Broken,
    pub id: Option<Found<Text<'a>>>,
    pub title: Option<Found<Text<'a>>>,
    pub time: DraftTime<'a>,
    pub question: Option<Found<Text<'a>>>,
    pub moved: Vec<DraftMove<'a>>,
}

#[derive(Debug, Default, PartialEq)]
pub struct DraftActivity<'a> {
    pub span: Span,
    pub broken: Broken,
    pub id: Option<Found<Text<'a>>>,
    pub title: Option<Found<Text<'a>>>,
    pub due: FoundDate<'a>,
    /// `period`, `start` and `words`; an activity's end is its `due`.
    pub time: DraftTime<'a>,
    pub question: Option<Found<Text<'a>>>,
    pub moved: Vec<DraftMove<'a>>,
    pub phase: Option<Found<Text<'a>>>,
    pub added: Option<Found<NaiveDate>>,
    pub cancelled: Option<Found<NaiveDate>>,
    pub done: Option<Found<NaiveDate>>,
    pub cancelled_why: Option<Text<'a>>,
    pub cancelled_by: Option<Text<'a>>,
    pub verified: Option<Found<NaiveDate>>,
    pub verified_by: Option<Text<'a>>,
    pub notes: Vec<Found<Note<'a>>>,
    pub details: Box<Details<'a>>,
}

/// A deadline that an activity or a phase had before.
#[derive(Debug, Default, PartialEq)]
pub struct DraftMove<'a> {
    pub span: Span,
    pub broken: Broken,
    pub from: FoundDate<'a>,
    pub on: Option<NaiveDate>,
    pub why: Option<Text<'a>>,
    pub by: Option<Text<'a>>,
}

/// An activity or a phase as completion offers it.
#[derive(Debug, Clone, Copy)]
pub struct Offered<'d> {
    pub id: &'d str,
    pub title: &'d str,
    pub is_done: bool,
}

impl Draft<'_> {
    pub fn offered_activities(&self) -> impl Iterator<Item = Offered<'_>> {
        self.activities.iter().filter_map(|one| {
            let (id, title) = (&one.id.as_ref()?.value, &one.title.as_ref()?.value);
            Some(Offered { id, title, is_done: one.done.is_some() })
        })
    }

    /// Returns the groups of activities, as often as they stand there.
    pub fn groups(&self) -> impl Iterator<Item = &str> {
        self.activities.iter().filter_map(|one| one.details.group.as_deref())
    }

    /// Returns those who answer for activities, as often as they stand there.
    pub fn owners(&self) -> impl Iterator<Item = &str> {
        self.activities.iter().flat_map(|one| &one.details.owners).map(AsRef::as_ref)
    }

    pub fn offered_phases(&self) -> impl Iterator<Item = Offered<'_>> {
        self.phases.iter().filter_map(|one| {
            let (id, title) = (&one.id.as_ref()?.value, &one.title.as_ref()?.value);
            Some(Offered { id, title, is_done: false })
        })
    }
}
