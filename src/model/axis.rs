//! A range of time as units on a line: which slot a day falls into, and where each slot begins.

use chrono::{Datelike, Months, NaiveDate};

use super::date::DateRange;

/// What one slot stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// A third of a month (旬).
    Third,
    Month,
    Quarter,
    Year,
}

#[derive(Debug, Clone, Copy)]
pub struct Axis {
    unit: Unit,
    /// The month it begins with.
    start: NaiveDate,
    slots: usize,
}

impl Axis {
    /// Returns the finest axis over `range` that takes no more than `most` slots; the coarsest where none does.
    pub fn over(range: DateRange, most: usize) -> Axis {
        let axes = [Unit::Third, Unit::Month, Unit::Quarter, Unit::Year].map(|unit| Axis::of(unit, range));
        axes.into_iter().find(|axis| axis.slots <= most).unwrap_or(axes[3])
    }

    fn of(unit: Unit, range: DateRange) -> Axis {
        let first = range.start.with_day(1).unwrap_or(range.start);
        let start = match unit {
            Unit::Third | Unit::Month => first,
            Unit::Quarter => first - Months::new(first.month0() % 3),
            Unit::Year => first - Months::new(first.month0()),
        };
        let axis = Axis { unit, start, slots: 0 };
        let last = axis.slot(range.end);
        // The last month, quarter or year is shown whole.
        let slots = if unit == Unit::Third { (last / 3 + 1) * 3 } else { last + 1 };
        Axis { slots, ..axis }
    }

    pub fn first(self) -> NaiveDate {
        self.start
    }

    pub fn unit(self) -> Unit {
        self.unit
    }

    pub fn slots(self) -> usize {
        self.slots
    }

    /// Returns the slot that `day` falls into.
    pub fn slot(self, day: NaiveDate) -> usize {
        let months = (day.year() - self.start.year()) * 12 + month_of(day) - month_of(self.start);
        let months = usize::try_from(months).unwrap_or_default();
        match self.unit {
            Unit::Third => months * 3 + usize::from(day.day() > 10) + usize::from(day.day() > 20),
            Unit::Month => months,
            Unit::Quarter => months / 3,
            Unit::Year => months / 12,
        }
    }

    /// Returns the first day of every slot.
    pub fn days(self) -> impl Iterator<Item = NaiveDate> {
        (0..self.slots).map(move |slot| {
            let months = |slots: usize, months: usize| {
                self.start + Months::new(u32::try_from(slots * months).unwrap_or_default())
            };
            match self.unit {
                Unit::Third => {
                    let days = [1, 11, 21];
                    months(slot / 3, 1).with_day(days[slot % 3]).unwrap_or_default()
                }
                Unit::Month => months(slot, 1),
                Unit::Quarter => months(slot, 3),
                Unit::Year => months(slot, 12),
            }
        })
    }
}

fn month_of(day: NaiveDate) -> i32 {
    day.month0().cast_signed()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("it is a day")
    }

    fn range(start: &str, end: &str) -> DateRange {
        DateRange { start: day(start), end: day(end) }
    }

    #[test]
    fn a_year_is_shown_in_thirds_of_months_and_longer_plans_in_longer_units() {
        let year = range("2018-05-01", "2018-12-31");
        assert_eq!(Axis::over(year, 24).unit, Unit::Third);
        assert_eq!(Axis::over(year, 23).unit, Unit::Month);
        let grant = range("2026-01-01", "2028-12-31");
        assert_eq!(Axis::over(grant, 36).unit, Unit::Month);
        assert_eq!(Axis::over(grant, 24).unit, Unit::Quarter);
        assert_eq!(Axis::over(grant, 2).unit, Unit::Year);
    }

    #[test]
    fn days_fall_into_the_third_of_their_month() {
        let axis = Axis::over(range("2018-05-01", "2018-12-31"), 24);
        let slot = |text| axis.slot(day(text));
        assert_eq!(
            [slot("2018-05-10"), slot("2018-05-11"), slot("2018-05-20"), slot("2018-05-21")],
            [0, 1, 1, 2]
        );
        assert_eq!([slot("2018-06-01"), slot("2018-12-31")], [3, 23]);
    }
}
