//! How far deadlines were kept.

use chrono::NaiveDate;

use crate::model::agenda::Item;
use crate::model::date::DateRange;
use crate::model::plan::Activity;
use crate::model::status::Status;

/// Which deadline counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// The one that stood on the day.
    Current,
    /// The one it was issued with.
    Original,
}

/// How many activities have fallen due, and what became of them.
///
/// An activity has fallen due when its deadline is before the day, or is the day and it is done. What has no
/// deadline, or was cancelled, counts nowhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Figures {
    /// What has fallen due: the next three together.
    pub due: usize,
    /// Of these, done on or before the deadline.
    pub on_time: usize,
    /// Of these, done after it.
    pub late: usize,
    /// Of these, not done.
    pub not_done: usize,
    /// Done although the deadline is still to come; not among those that have fallen due.
    pub ahead: usize,
}

impl Figures {
    /// Counts `items` as they stand on `today`; with `within`, what was due in that stretch of time, or was
    /// done in it ahead of time.
    pub fn of<'p>(
        items: impl IntoIterator<Item = Item<'p>>,
        today: NaiveDate,
        measure: Measure,
        within: Option<DateRange>,
    ) -> Figures {
        let mut figures = Figures::default();
        let inside = |day: NaiveDate| within.is_none_or(|range| range.contains(day));
        for item in items.into_iter().filter(|item| item.standing.status != Status::Cancelled) {
            let Some(due) = deadline(item.activity, today, measure) else { continue };
            match item.activity.done.filter(|done| *done <= today) {
                Some(done) if due > today => figures.ahead += usize::from(inside(done)),
                Some(done) if inside(due) => figures.count(Some(done), due),
                None if inside(due) && due < today => figures.count(None, due),
                _ => {}
            }
        }
        figures
    }

    fn count(&mut self, done: Option<NaiveDate>, due: NaiveDate) {
        self.due += 1;
        match done {
            Some(done) if done <= due => self.on_time += 1,
            Some(_) => self.late += 1,
            None => self.not_done += 1,
        }
    }

    /// Of a thousand that have fallen due, how many were done on time; None where nothing has.
    pub fn per_mille(&self) -> Option<usize> {
        (self.due > 0).then(|| (self.on_time * 1000 + self.due / 2) / self.due)
    }
}

fn deadline(activity: &Activity<'_>, today: NaiveDate, measure: Measure) -> Option<NaiveDate> {
    match measure {
        Measure::Current => activity.due_on(today).day,
        Measure::Original => activity.original_due().day,
    }
}
