//! A plan that has been checked: every date is a date, every id is unique, nothing contradicts itself.
//!
//! What it says of a day is asked of an agenda; what stands in the file, for those who write, is an [`Entry`].

use std::sync::LazyLock;

use chrono::NaiveDate;

use super::Text;
use super::date::{Calendar, DateRange, Dotted, OpenEnd, Rhythm, open_end};
use super::span::Span;

/// Days ahead that count as due soon, where the plan does not say.
pub const SOON: u32 = 7;

#[derive(Debug)]
pub struct Plan<'a> {
    pub(in crate::model) title: Text<'a>,
    /// The year of dates written without one.
    pub(in crate::model) year: Option<i32>,
    pub(in crate::model) range: Option<DateRange>,
    pub(in crate::model) dotted: Dotted,
    pub(in crate::model) office: Option<Text<'a>>,
    pub(in crate::model) question: Option<Text<'a>>,
    pub(in crate::model) soon: u32,
    /// In the file's order, as all that follows.
    pub(in crate::model) phases: Vec<Phase<'a>>,
    pub(in crate::model) activities: Vec<Activity<'a>>,
}

/// A stretch of the plan's time.
#[derive(Debug)]
pub struct Phase<'a> {
    /// Where its block begins.
    pub(in crate::model) span: Span,
    pub(in crate::model) id: Text<'a>,
    pub(in crate::model) title: Text<'a>,
    pub(in crate::model) range: DateRange,
    pub(in crate::model) question: Option<Text<'a>>,
    pub(in crate::model) deadline: Deadline<'a>,
}

#[derive(Debug)]
pub struct Activity<'a> {
    /// Where its block begins.
    pub(in crate::model) span: Span,
    pub(in crate::model) id: Text<'a>,
    pub(in crate::model) title: Text<'a>,
    /// With the moves of its phase, as long as it took the phase's time.
    pub(in crate::model) deadline: Deadline<'a>,
    /// How many of its moves, the first ones, are those of its phase.
    pub(in crate::model) inherited: usize,
    /// As an index into [`Plan::phases`].
    pub(in crate::model) phase: Option<usize>,
    pub(in crate::model) notes: Vec<Note<'a>>,
    /// The day on which it came into the plan; None where it was there from the beginning.
    pub(in crate::model) added: Option<NaiveDate>,
    pub(in crate::model) cancelled: Option<NaiveDate>,
    pub(in crate::model) cancelled_why: Option<Text<'a>>,
    pub(in crate::model) cancelled_by: Option<Text<'a>>,
    pub(in crate::model) done: Option<NaiveDate>,
    pub(in crate::model) verified: Option<NaiveDate>,
    pub(in crate::model) verified_by: Option<Text<'a>>,
    /// What carries no date of its own.
    pub(in crate::model) details: Box<Details<'a>>,
}

impl Phase<'_> {
    pub(in crate::model) fn named(&self) -> Named<'_> {
        Named { id: &self.id, title: &self.title }
    }

    /// Returns the time that it was issued with, where it was moved since.
    pub(in crate::model) fn issued(&self) -> Option<DateRange> {
        self.deadline.moved.first()?.from.range()
    }
}

impl<'a> Activity<'a> {
    pub(in crate::model) fn named(&self) -> Named<'_> {
        Named { id: &self.id, title: &self.title }
    }

    /// Returns the deadline that its own block gave first; its phase's moves may have made another of it.
    pub(in crate::model) fn written_first(&self) -> &Due<'a> {
        self.deadline.moved.get(self.inherited).map_or(&self.deadline.now, |first| &first.from)
    }
}

/// A deadline and those that stood there before, oldest first.
#[derive(Debug, Default)]
pub struct Deadline<'a> {
    pub(in crate::model) now: Due<'a>,
    pub(in crate::model) moved: Vec<Move<'a>>,
}

/// When an activity is to be done.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Due<'a> {
    /// Its first day, where it lasts.
    pub start: Option<NaiveDate>,
    /// The last day on which it is on time; overdue begins the day after.
    pub day: Option<NaiveDate>,
    pub words: Option<Text<'a>>,
    /// Where `day` comes from, or why there is none.
    pub basis: Basis,
    pub notation: Notation,
}

impl<'a> Due<'a> {
    /// The deadline of something that takes all of `range`.
    pub fn lasting(range: DateRange, words: Option<Text<'a>>) -> Due<'a> {
        let DateRange { start, end } = range;
        let (basis, notation) = (Basis::Derived, Notation::Period);
        Due { start: Some(start), day: Some(end), words, basis, notation }
    }

    /// Returns its first and last day, where it has both.
    pub fn range(&self) -> Option<DateRange> {
        DateRange::new(self.start?, self.day?)
    }

    /// Returns why there is no deadline, where there is none.
    pub fn undated(&self) -> Option<Undated> {
        self.day.is_none().then(|| match (self.basis, self.words.as_deref().map(open_end)) {
            (Basis::Recurring(_), _) => Undated::Recurring,
            (Basis::ToSettle, _) | (Basis::OpenEnded, Some(OpenEnd::ToSettle)) => Undated::ToSettle,
            (Basis::OpenEnded, Some(OpenEnd::GoesOn)) => Undated::GoesOn,
            _ => Undated::NoDate,
        })
    }
}

/// Returns a first and a last day as words that read back.
pub fn both_ends(range: DateRange) -> String {
    format!("{} – {}", range.start, range.end)
}

/// How a deadline is written in the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Notation {
    /// Not at all.
    #[default]
    Nothing,
    /// As a date; words may stand beside it.
    Date,
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
    /// The words say that it comes back; on which days, where that is certain.
    Recurring(Option<Rhythm>),
    /// The words stand there, the date is still to be settled.
    ToSettle,
    /// Nothing is said.
    #[default]
    Unsaid,
}

/// Why an activity has no deadline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Undated {
    /// 长期坚持: it goes on.
    GoesOn,
    /// 每月25日前: it comes back.
    Recurring,
    /// One is meant, and still to be settled.
    ToSettle,
    /// 及时, or nothing said.
    NoDate,
}

/// A deadline that was changed.
#[derive(Debug, Clone)]
pub struct Move<'a> {
    pub from: Due<'a>,
    pub on: NaiveDate,
    pub why: Text<'a>,
    pub by: Option<Text<'a>>,
}

/// A word on progress, or the reason for a delay; or both.
#[derive(Debug, Clone, PartialEq)]
pub struct Note<'a> {
    pub on: NaiveDate,
    pub text: Option<Text<'a>>,
    pub why: Option<Text<'a>>,
}

impl<'a> Note<'a> {
    /// Returns a word on progress.
    pub fn text(on: NaiveDate, text: &'a str) -> Note<'a> {
        Note { on, text: Some(text.into()), why: None }
    }

    /// Returns its text and its reason, on one line.
    pub fn words(&self) -> String {
        let both: Vec<&str> =
            [&self.text, &self.why].into_iter().filter_map(|words| words.as_deref()).collect();
        both.join(" / ")
    }
}

/// The keys of an activity that are taken as they stand.
#[derive(Debug, Default, PartialEq)]
pub struct Details<'a> {
    pub group: Option<Text<'a>>,
    pub leader: Option<Text<'a>>,
    /// Who answers for it; the first leads.
    pub owners: Vec<Text<'a>>,
    pub support: Vec<Text<'a>>,
    pub content: Option<Text<'a>>,
    pub requirements: Option<Text<'a>>,
    pub remark: Option<Text<'a>>,
    pub question: Option<Text<'a>>,
    pub expected: Option<NaiveDate>,
    /// Of a hundred, as the owner reports it.
    pub progress: Option<u32>,
    pub evidence: Vec<Text<'a>>,
}

/// A phase has none of them.
static NO_DETAILS: LazyLock<Details<'static>> = LazyLock::new(Details::default);

/// What an id names, as an index into the plan's phases or activities.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Index {
    Activity(usize),
    Phase(usize),
}

/// An activity or a phase by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Named<'p> {
    pub id: &'p str,
    pub title: &'p str,
}

/// An activity or a phase as it stands in the file, for those who write there: whatever the day.
#[derive(Debug, Clone)]
pub struct Entry<'p> {
    pub id: &'p str,
    pub title: &'p str,
    pub is_phase: bool,
    /// The phase that it belongs to, as an index.
    pub phase: Option<usize>,
    pub due: Due<'p>,
    /// The moves in its own block, oldest first.
    pub moves: &'p [Move<'p>],
    pub notes: &'p [Note<'p>],
    /// What is open about it.
    pub question: Option<&'p str>,
    pub cancelled: Option<NaiveDate>,
    pub cancelled_why: Option<&'p str>,
    pub cancelled_by: Option<&'p str>,
    pub done: Option<NaiveDate>,
    pub verified: Option<NaiveDate>,
    pub verified_by: Option<&'p str>,
    pub details: &'p Details<'p>,
}

impl<'a> Plan<'a> {
    pub fn title(&self) -> &str {
        &self.title
    }

    pub fn range(&self) -> Option<DateRange> {
        self.range
    }

    pub fn phases(&self) -> impl Iterator<Item = Named<'_>> {
        self.phases.iter().map(Phase::named)
    }

    pub fn activities(&self) -> impl Iterator<Item = Named<'_>> {
        self.activities.iter().map(Activity::named)
    }

    /// Returns what has the id, in upper or lower case.
    pub fn find(&self, id: &str) -> Option<Index> {
        let is_it = |known: Named<'_>| known.id.eq_ignore_ascii_case(id);
        let phase = self.phases().position(is_it).map(Index::Phase);
        phase.or_else(|| self.activities().position(is_it).map(Index::Activity))
    }

    /// Returns what stands in the file at `at`, which was found in this plan.
    pub fn entry(&self, at: Index) -> Entry<'_> {
        match at {
            Index::Activity(at) => self.activities[at].entry(),
            Index::Phase(at) => self.phases[at].entry(),
        }
    }

    /// What is known of the years of dates typed for the plan, and for one of its phases.
    pub fn calendar(&self, phase: Option<usize>) -> Calendar {
        let phase = phase.map(|at| &self.phases[at]);
        let issued = phase.and_then(Phase::issued);
        let phase = phase.map(|phase| phase.range);
        Calendar { year: self.year, issued, phase, plan: self.range, dotted: self.dotted }
    }

    /// Returns the paths and addresses that show what was done, each with its activity's id and place.
    pub fn evidence(&self) -> impl Iterator<Item = (&Text<'a>, Span, &Text<'a>)> {
        self.activities
            .iter()
            .flat_map(|one| one.details.evidence.iter().map(move |path| (&one.id, one.span, path)))
    }
}

impl Phase<'_> {
    fn entry(&self) -> Entry<'_> {
        Entry {
            id: &self.id,
            title: &self.title,
            is_phase: true,
            phase: None,
            due: self.deadline.now.clone(),
            moves: &self.deadline.moved,
            notes: &[],
            question: self.question.as_deref(),
            cancelled: None,
            cancelled_why: None,
            cancelled_by: None,
            done: None,
            verified: None,
            verified_by: None,
            details: &NO_DETAILS,
        }
    }
}

impl Activity<'_> {
    fn entry(&self) -> Entry<'_> {
        Entry {
            id: &self.id,
            title: &self.title,
            is_phase: false,
            phase: self.phase,
            due: self.deadline.now.clone(),
            moves: &self.deadline.moved[self.inherited..],
            notes: &self.notes,
            question: self.details.question.as_deref(),
            cancelled: self.cancelled,
            cancelled_why: self.cancelled_why.as_deref(),
            cancelled_by: self.cancelled_by.as_deref(),
            done: self.done,
            verified: self.verified,
            verified_by: self.verified_by.as_deref(),
            details: &self.details,
        }
    }
}
