//! Units that stand beside each other: May/June, 三、四季度, 3月15日、16日.

use super::calendar::Calendar;
use super::phrase::{Part, Point, Year};
use super::range::DateRange;

impl Point {
    /// Whether `next` begins on the day after this one ends, so that the two are one range. A year
    /// may begin between them, and February ends differently.
    pub fn touches(&self, next: &Point) -> bool {
        if let (Part::PlanMonth(first), Part::PlanMonth(second)) = (self.part, next.part) {
            return second == first + 1;
        }
        let years = match (self.year, next.year) {
            (Year::Written(year), _) => [year, year],
            (_, Year::Written(year)) => [year - 1, year],
            _ => [2000, 2001],
        };
        years.into_iter().any(|year| {
            let next_years =
                if let Year::Written(next) = next.year { [next, next] } else { [year, year + 1] };
            let behind = self.days(year).and_then(|days| days.end.succ_opt());
            let is_there = |year| next.days(year).is_some_and(|days| Some(days.start) == behind);
            behind.is_some() && next_years.into_iter().any(is_there)
        })
    }

    fn days(&self, year: i32) -> Option<DateRange> {
        self.part.range(year, &Calendar::default()).ok()
    }
}
