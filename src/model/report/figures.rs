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
    /// Counts `items` as they stand on `today`; with `within`, those whose deadline lies there.
    pub fn of<'p>(
        items: impl IntoIterator<Item = Item<'p>>,
        today: NaiveDate,
        measure: Measure,
        within: Option<DateRange>,
    ) -> Figures {
        let mut figures = Figures::default();
        let counted = items.into_iter().filter(|item| item.standing.status != Status::Cancelled);
        for item in counted {
            let due = deadline(item.activity, today, measure);
            if let Some(due) = due.filter(|due| within.is_none_or(|range| range.contains(*due))) {
                figures.count(due, item.activity.done.filter(|done| *done <= today), today);
            }
        }
        figures
    }

    fn count(&mut self, due: NaiveDate, done: Option<NaiveDate>, today: NaiveDate) {
        match done {
            Some(_) if due > today => self.ahead += 1,
            Some(done) if done <= due => self.on_time += 1,
            Some(_) => self.late += 1,
            None if due < today => self.not_done += 1,
            None => {}
        }
        self.due = self.on_time + self.late + self.not_done;
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
