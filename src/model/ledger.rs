//! The supervision ledger: a row an activity, and what each column says of it.

use std::borrow::Cow;

use chrono::NaiveDate;

use super::Text;
use super::agenda::{Item, Status};

/// The columns of a ledger, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// The plan that it stands in, where a ledger holds several.
    Plan,
    /// The place in the ledger, counted from 1.
    Number,
    Group,
    Task,
    Requirements,
    Leader,
    /// Who leads, where several answer for it.
    Lead,
    Owners,
    Support,
    Due,
    Words,
    OriginalDue,
    Progress,
    Reason,
    DoneOn,
    Standing,
    DaysLate,
    VerifiedOn,
    Evidence,
    Remark,
    Id,
    /// What was done since: to be filled in.
    News,
    /// The day on which it is expected to be done.
    Expected,
}

/// What a unit is told of its activities in a ledger that it fills in.
pub const TOLD: [Column; 10] = [
    Column::Id,
    Column::Plan,
    Column::Task,
    Column::Requirements,
    Column::Lead,
    Column::Owners,
    Column::Due,
    Column::Words,
    Column::Standing,
    Column::Progress,
];
/// What it fills in, in the columns after those.
pub const FILLED_IN: [Column; 4] = [Column::News, Column::DoneOn, Column::Reason, Column::Expected];

pub const COLUMNS: [Column; 21] = [
    Column::Plan,
    Column::Number,
    Column::Group,
    Column::Task,
    Column::Requirements,
    Column::Leader,
    Column::Lead,
    Column::Owners,
    Column::Support,
    Column::Due,
    Column::Words,
    Column::OriginalDue,
    Column::Progress,
    Column::Reason,
    Column::DoneOn,
    Column::Standing,
    Column::DaysLate,
    Column::VerifiedOn,
    Column::Evidence,
    Column::Remark,
    Column::Id,
];

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Value<'p> {
    Nothing,
    Count(u32),
    Day(NaiveDate),
    /// What somebody wrote.
    Text(Text<'p>),
    Names(Vec<&'p str>),
    /// A word on progress, or how far it has come, with the day of the word.
    Progress {
        on: Option<NaiveDate>,
        text: Option<&'p str>,
        percent: Option<u32>,
    },
    /// How it stands, and the days that go with it.
    Status(Status, Option<i64>),
}

/// What a glance tells of an item: the word beside it says the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Light {
    /// Overdue.
    Red,
    /// Due soon, or expected after its deadline.
    Yellow,
    /// Done on time.
    Green,
    /// Done late.
    Blue,
}

impl Light {
    pub const ALL: [Light; 4] = [Light::Red, Light::Yellow, Light::Green, Light::Blue];

    pub fn of(item: &Item<'_>) -> Option<Light> {
        let is_expected_late = || item.details.expected.zip(item.due.day).is_some_and(|(on, due)| due < on);
        match item.status {
            Status::Overdue => Some(Light::Red),
            Status::DueToday | Status::DueSoon => Some(Light::Yellow),
            Status::Done => Some(Light::Green),
            Status::DoneLate => Some(Light::Blue),
            Status::Open(_) => is_expected_late().then_some(Light::Yellow),
            Status::Undated(_) | Status::Cancelled => None,
        }
    }
}

/// Returns what `column` says of the item that stands at `number` of the ledger.
pub fn value<'p>(column: Column, item: &Item<'p>, number: usize) -> Value<'p> {
    let text =
        |text: &'p Option<Text<'p>>| text.as_deref().map_or(Value::Nothing, |text| Value::Text(text.into()));
    let day = |day: Option<NaiveDate>| day.map_or(Value::Nothing, Value::Day);
    let details = item.details;
    match column {
        Column::Number => Value::Count(u32::try_from(number).unwrap_or(u32::MAX)),
        Column::Group => text(&details.group),
        Column::Task => Value::Text(item.title.into()),
        Column::Requirements => requirements(item),
        Column::Leader => text(&details.leader),
        Column::Lead => names(item.owners().take(usize::from(details.owners.len() > 1))),
        Column::Owners => names(item.owners().skip(usize::from(details.owners.len() > 1))),
        Column::Support => names(details.support.iter().map(AsRef::as_ref)),
        Column::Due => day(item.due.day),
        Column::Words => item.words.map_or(Value::Nothing, |words| Value::Text(words.into())),
        Column::OriginalDue => day(item.original.day.filter(|_| item.moves().next().is_some())),
        Column::Progress => progress(item),
        Column::Reason => item.last_reason().map_or(Value::Nothing, |why| Value::Text(why.into())),
        Column::DoneOn => day(item.done),
        Column::Standing => Value::Status(item.status, item.days),
        Column::DaysLate => days_late(item).map_or(Value::Nothing, Value::Count),
        Column::VerifiedOn => day(item.verified.map(|verified| verified.on)),
        Column::Evidence => names(details.evidence.iter().map(AsRef::as_ref)),
        Column::Remark => text(&details.remark),
        Column::Id => Value::Text(item.id.into()),
        Column::Plan | Column::News => Value::Nothing,
        Column::Expected => day(details.expected),
    }
}

/// What is to be done, and what is required of it: a document keeps them apart, a ledger has one column.
fn requirements<'p>(item: &Item<'p>) -> Value<'p> {
    match (item.details.content.as_deref(), item.details.requirements.as_deref()) {
        (Some(content), Some(required)) => Value::Text(Cow::Owned(format!("{content}\n{required}"))),
        (one, other) => one.or(other).map_or(Value::Nothing, |text| Value::Text(text.into())),
    }
}

fn names<'p>(names: impl Iterator<Item = &'p str>) -> Value<'p> {
    let names: Vec<_> = names.collect();
    if names.is_empty() { Value::Nothing } else { Value::Names(names) }
}

fn progress<'p>(item: &Item<'p>) -> Value<'p> {
    let (text, on) = item.last_text().unzip();
    match (text, item.details.progress) {
        (None, None) => Value::Nothing,
        (text, percent) => Value::Progress { on, text, percent },
    }
}

/// By how many days it is late, or was done late.
fn days_late(item: &Item<'_>) -> Option<u32> {
    let days = item.days.filter(|_| matches!(item.status, Status::Overdue | Status::DoneLate))?;
    u32::try_from(days.unsigned_abs()).ok()
}
