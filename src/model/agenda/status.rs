//! How an activity stands on a day.

use chrono::NaiveDate;

use crate::model::plan::{Basis, Due};

/// The status of an activity on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Status {
    /// Done on or before the deadline that counts, or without one.
    Done,
    /// Done after it.
    DoneLate,
    /// Past its deadline and not done.
    Overdue,
    DueToday,
    /// The last day on time is within the days that count as soon.
    DueSoon,
    /// Not done, and time left.
    Open(Stage),
    /// Nothing to be measured against.
    Undated(WhyUndated),
    Cancelled,
}

/// How far the time of an open activity has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Stage {
    /// Its first day is still to come.
    NotStarted,
    /// Between its first and its last day.
    UnderWay,
    /// It has a last day only.
    NotYetDue,
}

/// Why there is no deadline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum WhyUndated {
    /// None is meant.
    NoDate,
    /// One is meant, and still to be settled.
    ToSettle,
}

/// From when a day is looked at.
#[derive(Debug, Clone, Copy)]
pub(super) enum Moment {
    During(NaiveDate),
    EndOf(NaiveDate),
}

impl Moment {
    pub(super) fn day(self) -> NaiveDate {
        match self {
            Moment::During(day) | Moment::EndOf(day) => day,
        }
    }

    pub(super) fn is_past(self, due: NaiveDate) -> bool {
        match self {
            Moment::During(day) => due < day,
            Moment::EndOf(day) => due <= day,
        }
    }
}

/// Returns the status of what is `due` then, and the days that go with it, when `soon` days ahead count as soon: to
/// the deadline that stands, or between the one that counts, with the day it counts on, and the day it was done.
pub(super) fn status(
    due: &Due<'_>,
    (agreed, counts_on): (Option<NaiveDate>, Option<NaiveDate>),
    done: Option<NaiveDate>,
    is_cancelled: bool,
    moment: Moment,
    soon: u32,
) -> (Status, Option<i64>) {
    if is_cancelled {
        return (Status::Cancelled, None);
    }
    if let Some(done) = done {
        let days = agreed.map(|last| (last - done).num_days());
        return match counts_on {
            Some(last) if last < done => (Status::DoneLate, days),
            _ => (Status::Done, days.map(|days| days.max(0))),
        };
    }
    let Some(last) = due.day else { return (Status::Undated(why_undated(due)), None) };
    let days = (last - moment.day()).num_days();
    let status = match days {
        _ if moment.is_past(last) => Status::Overdue,
        0 => Status::DueToday,
        _ if days <= i64::from(soon) => Status::DueSoon,
        _ => Status::Open(stage(due, moment.day())),
    };
    (status, Some(days))
}

fn why_undated(due: &Due<'_>) -> WhyUndated {
    if due.basis == Basis::ToSettle { WhyUndated::ToSettle } else { WhyUndated::NoDate }
}

fn stage(due: &Due<'_>, day: NaiveDate) -> Stage {
    match due.start {
        None => Stage::NotYetDue,
        Some(start) if day < start => Stage::NotStarted,
        Some(_) => Stage::UnderWay,
    }
}

impl Status {
    /// Whether it still has to be done.
    pub fn is_unfinished(self) -> bool {
        match self {
            Status::Done | Status::DoneLate | Status::Cancelled => false,
            Status::Overdue | Status::DueToday | Status::DueSoon | Status::Open(_) | Status::Undated(_) => {
                true
            }
        }
    }

    /// Whether it was done, in time or not.
    pub fn is_done(self) -> bool {
        matches!(self, Status::Done | Status::DoneLate)
    }

    /// One status for every name.
    pub const NAMED: [Status; 8] = [
        Status::Done,
        Status::DoneLate,
        Status::Overdue,
        Status::DueToday,
        Status::DueSoon,
        Status::Open(Stage::NotYetDue),
        Status::Undated(WhyUndated::NoDate),
        Status::Cancelled,
    ];

    /// Every status.
    pub const ALL: [Status; 11] = [
        Status::Done,
        Status::DoneLate,
        Status::Overdue,
        Status::DueToday,
        Status::DueSoon,
        Status::Open(Stage::NotStarted),
        Status::Open(Stage::UnderWay),
        Status::Open(Stage::NotYetDue),
        Status::Undated(WhyUndated::NoDate),
        Status::Undated(WhyUndated::ToSettle),
        Status::Cancelled,
    ];

    /// The name in machine-readable output and in `--status`.
    pub fn code(self) -> &'static str {
        match self {
            Status::Done => "done",
            Status::DoneLate => "done-late",
            Status::Overdue => "overdue",
            Status::DueToday => "due-today",
            Status::DueSoon => "due-soon",
            Status::Open(_) => "open",
            Status::Undated(_) => "undated",
            Status::Cancelled => "cancelled",
        }
    }
}
