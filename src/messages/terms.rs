//! What every screen is put together from: names, days, statuses, and how many activities stand how.

use chrono::{Datelike, NaiveDate, Weekday};

use crate::model::agenda::{Counts, Stage, Status, WhyUndated};
use crate::model::date::DateRange;
use crate::model::key::ActivityKey;
use crate::model::language::Language;
use crate::model::plan::{Due, Note};

/// Names of fields that are no key of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Label {
    Status,
    OriginalDue,
    /// The deadline that counts, where another one stands.
    CountsOn,
    AskedLate,
    Hint,
}

/// What is counted.
#[derive(Debug, Clone, Copy)]
pub enum Tally {
    Done,
    Late,
    Verified,
    Overdue,
    Soon { days: Option<u32> },
    Other,
    Status(Status),
}

pub trait Terms {
    fn language(&self) -> Language;
    /// The name of a key, over a column or before its value.
    fn key(&self, key: ActivityKey) -> &'static str;
    fn label(&self, label: Label) -> &'static str;
    fn weekday(&self, weekday: Weekday) -> &'static str;
    /// A status on a day, as it stands in a column.
    fn status(&self, status: Status, days: Option<i64>) -> String;
    /// Returns what a sentence of counts calls it, where that is not the status itself.
    fn counted_as(&self, status: Status) -> Option<&'static str>;
    /// A deadline that was moved, in a column; `late` after it had passed.
    fn was(&self, original: &Due<'_>, late: bool) -> String;
    /// By how many days a deadline was moved, to go on with after the two days.
    fn shift(&self, days: Option<i64>) -> String;
    fn range(&self, range: DateRange) -> String;
    /// A count, and what it counts: `3 overdue`, `逾期未完成3`.
    fn tally(&self, tally: Tally, count: usize) -> String;
    /// The sentence of all tallies.
    fn total(&self, total: usize, tallies: &str) -> String;
    /// A word on progress, and the reason for a delay.
    fn note(&self, note: &Note<'_>) -> String;
    /// `text`, and in brackets what belongs to it.
    fn aside(&self, text: &str, aside: &str) -> String;
    /// What stands between two items of a list.
    fn comma(&self) -> &'static str;
    /// What stands between two tallies.
    fn pause(&self) -> &'static str;
    /// What stands between two sentences.
    fn gap(&self) -> &'static str;

    /// A date as it is printed everywhere: `2018-06-10 周日`, `2018-06-10 Sun`.
    fn day(&self, day: NaiveDate) -> String {
        format!("{day} {}", self.weekday(day.weekday()))
    }

    /// A deadline as it stands in the file, with its date.
    fn deadline(&self, due: &Due<'_>) -> String {
        match (due.day, due.words.as_deref()) {
            (Some(day), Some(words)) => self.aside(&self.day(day), words),
            (Some(day), None) => self.day(day),
            (None, words) => words.unwrap_or("-").to_owned(),
        }
    }

    /// The name of a key inside a sentence.
    fn noun(&self, key: ActivityKey) -> String {
        self.key(key).to_lowercase()
    }

    /// How many activities stand how; `soon` is how many days ahead count as soon, where that is one number.
    fn summary(&self, counts: &Counts, soon: Option<u32>) -> String {
        tallies(self, counts, soon, true)
    }

    /// The same in short.
    fn brief(&self, counts: &Counts, soon: Option<u32>) -> String {
        tallies(self, counts, soon, false)
    }
}

/// Returns what is said of `what`, and nothing where there is none.
pub(super) fn if_any<T>(what: Option<T>, say: impl FnOnce(T) -> String) -> String {
    what.map(say).unwrap_or_default()
}

/// Returns what is said of a count, and nothing where it is zero.
pub(super) fn if_some(count: usize, say: impl FnOnce(usize) -> String) -> String {
    if count > 0 { say(count) } else { String::new() }
}

fn tallies<T: Terms + ?Sized>(terms: &T, counts: &Counts, soon: Option<u32>, in_full: bool) -> String {
    let done = counts.done + counts.done_late;
    let kinds = [
        (Tally::Status(Status::Open(Stage::UnderWay)), counts.under_way),
        (Tally::Status(Status::Open(Stage::NotYetDue)), counts.not_yet_due),
        (Tally::Status(Status::Open(Stage::NotStarted)), counts.not_started),
        (Tally::Status(Status::Undated(WhyUndated::ToSettle)), counts.to_settle),
        (Tally::Status(Status::Undated(WhyUndated::NoDate)), counts.no_date),
    ];
    let today = [(Tally::Status(Status::DueToday), counts.due_today)];
    let marks = [(Tally::Late, counts.done_late), (Tally::Verified, counts.verified)];
    let told = [
        (Tally::Done, done, &marks[..]),
        (Tally::Overdue, counts.overdue, &[]),
        (Tally::Soon { days: soon }, counts.due_today + counts.due_soon, &today),
        (Tally::Status(Status::Cancelled), counts.cancelled, &[]),
        (Tally::Other, kinds.iter().map(|(_, count)| count).sum(), if in_full { &kinds } else { &[] }),
    ];
    let mut parts = Vec::new();
    for (tally, count, among) in told {
        if count > 0 || matches!(tally, Tally::Done | Tally::Overdue | Tally::Soon { .. }) {
            let text = terms.tally(tally, count);
            let among = among.iter().filter(|(_, count)| *count > 0);
            let among: Vec<_> = among.map(|(tally, count)| terms.tally(*tally, *count)).collect();
            let aside = among.join(terms.pause());
            parts.push(if aside.is_empty() { text } else { terms.aside(&text, &aside) });
        }
    }
    terms.total(counts.total, &parts.join(terms.pause()))
}
