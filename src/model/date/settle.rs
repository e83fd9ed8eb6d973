//! What the numbers of a date are, where the words leave it open: 06/07, `Jun-19`, 30/6/19.

use super::calendar::Calendar;
use super::phrase::{Limit, Part, Point, Year};
use super::unclear::Unclear;
use chrono::NaiveDate;

impl Point {
    /// The point with its numbers told apart, or the question which is which.
    pub(super) fn settled(&self, limit: Limit, base: i32, calendar: &Calendar) -> Result<Point, Unclear> {
        let is_real = |point: &Point| {
            point.part.is_possible() && point.part.range(point.year.number(base), calendar).is_ok()
        };
        let meant: Vec<Point> = self.meanings(calendar).into_iter().filter(is_real).collect();
        let last = |point: &Point| match point.part {
            // The month that `Jun-19` could be is all of it.
            Part::Months { .. } => point.last(Limit::Named, point.year.number(base), calendar),
            _ => point.last(limit, point.year.number(base), calendar),
        };
        let days: Vec<NaiveDate> = meant
            .iter()
            .flat_map(|point| last(point).map_or_else(Unclear::into_days, |day| vec![day]))
            .collect();
        match meant[..] {
            _ if !self.part.is_unsure() => Ok(*self),
            [] => Err(Unclear::Impossible),
            [point] => Ok(point),
            [point, ..] if days.iter().all(|day| *day == days[0]) => Ok(point),
            _ => Err(Unclear::several(days)),
        }
    }

    fn meanings(&self, calendar: &Calendar) -> Vec<Point> {
        let day = |year, month, day| Point { year, part: Part::Day { month, day }, ..*self };
        match self.part {
            Part::DayOrMonth { one, other } => vec![day(self.year, one, other), day(self.year, other, one)],
            Part::DayOrYear { month, number } => {
                let year = in_this_century(number);
                let of_year = Point { year: Year::Written(year), part: Part::month(month), ..*self };
                let near = calendar.is_near(year).then_some(of_year);
                [day(self.year, month, number)].into_iter().chain(near).collect()
            }
            Part::TwoDigits([one, two, three]) => {
                let [first, last] = [one, three].map(in_this_century);
                let year_first = calendar.has_year(first).then(|| day(Year::Written(first), two, three));
                let year_last = Year::Written(last);
                [day(year_last, two, one), day(year_last, one, two)].into_iter().chain(year_first).collect()
            }
            _ => Vec::new(),
        }
    }

    /// Whether the number of the day is also a year of the plan: `Jun 19`.
    pub(super) fn looks_like_year(&self, calendar: &Calendar) -> bool {
        match self.part {
            Part::Day { day, .. } if self.year_like => calendar.has_year(in_this_century(day)),
            _ => false,
        }
    }
}

/// The year that is written in two digits.
pub fn in_this_century(number: u32) -> i32 {
    i32::try_from(number).map_or(i32::MAX, |number| number.saturating_add(2000))
}
