//! From a phrase to a reading: where its year comes from, and which of two wordings counts.

use super::calendar::Calendar;
use super::phrase::{DatePhrase, Dated, Limit, Part, Point, Year};
use super::range::DateRange;
use super::reading::{Placed, Reading, Repair, When};
use super::search::{possible_days, search};
use super::unclear::{Hint, Unclear};
use chrono::Datelike;

impl DatePhrase {
    /// Places the words in a year.
    ///
    /// Written years count as written. Without one, the one year that puts the date inside the
    /// phase, as it was issued or as it is now, or else inside the plan; without a plan's range, the plan's year.
    ///
    /// # Errors
    /// A question, when the words or the calendar leave more than one answer, or none.
    pub fn resolve(&self, calendar: &Calendar) -> Result<Reading, Unclear> {
        match self {
            DatePhrase::OpenEnded => Ok(Reading::plain(When::OpenEnded { start: None })),
            DatePhrase::Recurring(rhythm) => Ok(Reading::plain(When::Recurring(*rhythm))),
            DatePhrase::From(point) => {
                settle(year_of(None, point), calendar, |year| point.place_start(year, calendar))
            }
            DatePhrase::Dated(dated) => dated.resolve(calendar),
            DatePhrase::SinceIssue(dated) => since_issue(dated.resolve(calendar)?, calendar.plan),
            DatePhrase::Either(both) => {
                let [one, other] = both.each_ref().map(|dated| dated.resolve(calendar));
                same_or_several(one, other)
            }
            DatePhrase::Restated(both) => match both.each_ref().map(|dated| dated.resolve(calendar)) {
                // 30 June (M6) where the plan's first day is not known.
                [Err(Unclear::Unreadable(_)), Ok(read)] | [Ok(read), Err(Unclear::Unreadable(_))] => Ok(read),
                [one, other] => same_or_several(Ok(one?), Ok(other?)),
            },
            DatePhrase::InDigits(_) => self.in_plan(calendar.dotted).resolve(calendar),
        }
    }

    /// The words as the first day of something, still to be placed; None for words that say when
    /// something ends (6月1日前) or nothing of the kind.
    pub fn as_start(&self) -> Option<DatePhrase> {
        match self {
            DatePhrase::From(_) => Some(self.clone()),
            DatePhrase::Dated(Dated { start: None, end, limit: Limit::Named }) => {
                Some(DatePhrase::From(*end))
            }
            DatePhrase::InDigits(both) => {
                let [chinese, english] = both.each_ref().map(DatePhrase::as_start);
                Some(DatePhrase::InDigits(Box::new([chinese?, english?])))
            }
            _ => None,
        }
    }
}

impl Dated {
    pub fn resolve(&self, calendar: &Calendar) -> Placed {
        let from = year_of(self.start.as_ref(), &self.end);
        settle(from, calendar, |year| self.place(year, calendar))
    }
}

/// The day of issue is the plan's first, as far as it is known; the deadline does not need it.
fn since_issue(reading: Reading, plan: Option<DateRange>) -> Placed {
    let (Some(plan), Some(end)) = (plan, reading.when.deadline()) else { return Ok(reading) };
    let range = DateRange::new(plan.start, end).ok_or(Unclear::Backwards { start: plan.start, end })?;
    let mut repairs = reading.repairs;
    repairs.push(Repair::DayOfIssue);
    Ok(Reading { when: When::Range(range), repairs, names_day: false, ..reading })
}

/// Two wordings: one reading if they agree on the deadline, else the question which.
fn same_or_several(one: Placed, other: Placed) -> Placed {
    match (one, other) {
        (Ok(Reading { when: When::Range(one), .. }), Ok(Reading { when: When::Range(other), .. }))
            if one.end == other.end && one.start != other.start =>
        {
            Err(Unclear::Unreadable(Hint::TwoRanges))
        }
        (Ok(one), Ok(other)) if one.when.deadline() == other.when.deadline() => {
            Ok(if other.names_day { other } else { one })
        }
        (Err(unclear), other) | (other, Err(unclear)) if !has_days(&unclear) => other.and(Err(unclear)),
        (one, other) => Err(Unclear::several([one, other].into_iter().flat_map(possible_days))),
    }
}

fn has_days(unclear: &Unclear) -> bool {
    matches!(unclear, Unclear::Several(_) | Unclear::YearUnclear(_))
}

/// Where the year of a phrase comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum YearFrom {
    Words,
    PlanYear,
    Range,
}

pub fn year_of(start: Option<&Point>, end: &Point) -> YearFrom {
    let any = |test: fn(Year) -> bool| test(end.year) || start.is_some_and(|start| test(start.year));
    let counted = |point: &Point| matches!(point.part, Part::PlanMonth(_));
    let lone_after = start.is_none() && matches!(end.year, Year::After(_));
    if lone_after || any(|year| matches!(year, Year::Plan(_))) {
        YearFrom::PlanYear
    } else if any(|year| matches!(year, Year::Written(_))) || counted(end) && start.is_none_or(counted) {
        YearFrom::Words
    } else {
        YearFrom::Range
    }
}

/// Finds the year, then places.
fn settle(from: YearFrom, calendar: &Calendar, place: impl Fn(i32) -> Placed) -> Placed {
    match from {
        // No part of the words asks for a base year.
        YearFrom::Words => place(0),
        YearFrom::PlanYear => {
            let of_plan = calendar.plan.map(|plan| plan.start.year());
            place(calendar.year.or(of_plan).ok_or(Unclear::NoYear)?)
        }
        YearFrom::Range => search(calendar, &place),
    }
}
