//! The moves of a deadline, up to a day.

use chrono::NaiveDate;

use crate::model::plan::{Deadline, Due};

#[derive(Debug, Clone, Copy)]
pub struct MoveOnDay<'p> {
    pub from: &'p Due<'p>,
    pub to: &'p Due<'p>,
    pub on: NaiveDate,
    pub why: &'p str,
    pub by: Option<&'p str>,
}

impl MoveOnDay<'_> {
    /// Whether it was asked for only after the old deadline had passed.
    pub fn is_late(&self) -> bool {
        self.from.day.is_some_and(|day| day < self.on)
    }

    /// How many days it moved the deadline.
    pub fn days(&self) -> Option<i64> {
        Some((self.to.day? - self.from.day?).num_days())
    }
}

impl<'p> Deadline<'p> {
    /// Returns the deadline that stood on `day`: moves made later had not happened yet.
    pub(in crate::model) fn on(&self, day: NaiveDate) -> &Due<'p> {
        self.moved.iter().find(|moved| moved.on > day).map_or(&self.now, |later| &later.from)
    }

    /// Returns the one that it was issued with.
    pub(super) fn original(&self) -> &Due<'p> {
        self.moved.first().map_or(&self.now, |first| &first.from)
    }

    /// Returns the deadline that the moves agreed in time had led to by `day`, and the day on which that counts: not
    /// before it was agreed, or the activity was `added`. A move that is agreed after the deadline has passed is shown
    /// and reminded of, and what is late stays late.
    pub(super) fn counting(
        &'p self,
        day: NaiveDate,
        added: Option<NaiveDate>,
    ) -> (Option<NaiveDate>, Option<NaiveDate>) {
        let last = self.moves(day).take_while(|moved| !moved.is_late()).last();
        let agreed = last.map_or(self.original().day, |moved| moved.to.day);
        let since = last.map(|moved| moved.on).max(added);
        (agreed, agreed.map(|agreed| since.map_or(agreed, |since| agreed.max(since))))
    }

    pub(super) fn moves(&'p self, day: NaiveDate) -> impl Iterator<Item = MoveOnDay<'p>> + use<'p> {
        let after = self.moved.iter().skip(1).map(|next| &next.from).chain([&self.now]);
        let moves = self.moved.iter().zip(after).take_while(move |(moved, _)| moved.on <= day);
        moves.map(|(moved, to)| {
            let (why, by) = (moved.why.as_ref(), moved.by.as_deref());
            MoveOnDay { from: &moved.from, to, on: moved.on, why, by }
        })
    }
}
