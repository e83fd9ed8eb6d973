//! How an activity stands on a day.

use chrono::NaiveDate;

use super::plan::{Activity, Basis, Due};

/// The status of an activity on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Status {
    /// Done on or before its deadline, or without one.
    Done,
    /// Done after its deadline.
    DoneLate,
    /// Past its deadline and not done.
    Overdue,
    /// The last day on time is today.
    DueToday,
    /// The last day on time is within the days that count as soon.
    DueSoon,
    /// Not done, and time left.
    Open(Stage),
    /// Nothing to be measured against.
    Undated(WhyUndated),
    /// Given up.
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

/// An activity's status, and the days that go with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// The status.
    pub status: Status,
    /// The deadline minus today; minus the day it was done, once it is. None without a deadline, or cancelled.
    pub days: Option<i64>,
}

/// Returns how `activity` stands on `today`, when `soon` days ahead count as soon.
///
/// What carries a later date than `today` has not happened yet.
pub fn standing(activity: &Activity<'_>, today: NaiveDate, soon: u32) -> Standing {
    let happened = |day: Option<NaiveDate>| day.filter(|day| *day <= today);
    let due = activity.due_on(today);
    let days_after = |day: NaiveDate| due.day.map(|due| (due - day).num_days());
    if happened(activity.cancelled).is_some() {
        return Standing { status: Status::Cancelled, days: None };
    }
    if let Some(done) = happened(activity.done) {
        let days = days_after(done);
        let late = days.is_some_and(|days| days < 0);
        return Standing { status: if late { Status::DoneLate } else { Status::Done }, days };
    }
    let days = days_after(today);
    let status = match days {
        None => Status::Undated(lack(due)),
        Some(..=-1) => Status::Overdue,
        Some(0) => Status::DueToday,
        Some(days) if days <= i64::from(soon) => Status::DueSoon,
        Some(_) => Status::Open(stage(due, today)),
    };
    Standing { status, days }
}

fn lack(due: &Due<'_>) -> WhyUndated {
    if due.basis == Basis::ToSettle { WhyUndated::ToSettle } else { WhyUndated::NoDate }
}

fn stage(due: &Due<'_>, today: NaiveDate) -> Stage {
    match due.start {
        None => Stage::NotYetDue,
        Some(start) if today < start => Stage::NotStarted,
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
