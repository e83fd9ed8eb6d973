//! The axis of a timeline: which slot a day falls into, and what stands above the slots.

use chrono::{Datelike, Months, NaiveDate};

use crate::messages::Messages;
use crate::model::date::DateRange;

/// Terminal cells of a slot: a Chinese character takes two.
pub(super) const SLOT: usize = 2;

/// What one slot stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    /// A third of a month (旬).
    Third,
    Month,
    Quarter,
    Year,
}

/// An axis.
#[derive(Debug, Clone, Copy)]
pub(super) struct Axis {
    unit: Unit,
    /// The month it begins with.
    start: NaiveDate,
    /// How many slots it has.
    slots: usize,
}

impl Axis {
    /// Returns the finest axis over `range` that takes no more than `cells` cells; the coarsest where none does.
    pub(super) fn over(range: DateRange, cells: usize) -> Axis {
        let axes = [Unit::Third, Unit::Month, Unit::Quarter, Unit::Year].map(|unit| Axis::of(unit, range));
        axes.into_iter().find(|axis| axis.cells() <= cells).unwrap_or(axes[3])
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

    /// Returns its first day.
    pub(super) fn first(self) -> NaiveDate {
        self.start
    }

    /// Returns how many cells it takes.
    pub(super) fn cells(self) -> usize {
        self.slots * SLOT
    }

    /// Returns the slot that `day` falls into.
    pub(super) fn slot(self, day: NaiveDate) -> usize {
        let months = (day.year() - self.start.year()) * 12 + month_of(day) - month_of(self.start);
        let months = usize::try_from(months).unwrap_or_default();
        match self.unit {
            Unit::Third => months * 3 + usize::from(day.day() > 10) + usize::from(day.day() > 20),
            Unit::Month => months,
            Unit::Quarter => months / 3,
            Unit::Year => months / 12,
        }
    }

    /// Returns the lines above the slots: years where they are needed, months, thirds or quarters.
    pub(super) fn header(self, messages: &dyn Messages) -> Vec<String> {
        let years = self.row(|day, first| (first || day.month0() == 0).then(|| messages.year(day.year())));
        let one_year = self.unit == Unit::Third && self.days().all(|day| day.year() == self.start.year());
        let mut lines = if one_year { Vec::new() } else { vec![years] };
        match self.unit {
            Unit::Third => {
                let months = self.row(|day, _| (day.day() == 1).then(|| messages.month(day.month())));
                let third = |day: NaiveDate| messages.third(day.day0() as usize / 10);
                lines.extend([months, self.days().map(third).collect()]);
            }
            Unit::Month => lines.push(self.row(|day, _| Some(day.month().to_string()))),
            Unit::Quarter => lines.push(self.row(|day, _| Some((day.month0() / 3 + 1).to_string()))),
            Unit::Year => {}
        }
        lines
    }

    /// Writes labels, each where its slot begins and as far as there is room.
    fn row(self, label: impl Fn(NaiveDate, bool) -> Option<String>) -> String {
        let mut line = String::new();
        for (at, day) in self.days().enumerate() {
            let cells = crate::terminal::width(&line);
            if let Some(label) = label(day, at == 0).filter(|_| cells <= at * SLOT) {
                line.extend(std::iter::repeat_n(' ', at * SLOT - cells));
                line.push_str(&label);
            }
        }
        line
    }

    /// Returns the first day of every slot.
    fn days(self) -> impl Iterator<Item = NaiveDate> {
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
    use crate::messages::Language;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("it is a day")
    }

    fn range(start: &str, end: &str) -> DateRange {
        DateRange { start: day(start), end: day(end) }
    }

    #[test]
    fn a_year_is_shown_in_thirds_of_months_and_longer_plans_in_longer_units() {
        let year = range("2018-05-01", "2018-12-31");
        assert_eq!(Axis::over(year, 48).unit, Unit::Third);
        assert_eq!(Axis::over(year, 47).unit, Unit::Month);
        let grant = range("2026-01-01", "2028-12-31");
        assert_eq!(Axis::over(grant, 72).unit, Unit::Month);
        assert_eq!(Axis::over(grant, 48).unit, Unit::Quarter);
        assert_eq!(Axis::over(grant, 4).unit, Unit::Year);
    }

    #[test]
    fn days_fall_into_the_third_of_their_month() {
        let axis = Axis::over(range("2018-05-01", "2018-12-31"), 48);
        let slot = |text| axis.slot(day(text));
        assert_eq!(
            [slot("2018-05-10"), slot("2018-05-11"), slot("2018-05-20"), slot("2018-05-21")],
            [0, 1, 1, 2]
        );
        assert_eq!([slot("2018-06-01"), slot("2018-12-31")], [3, 23]);
    }

    #[test]
    fn the_header_stands_over_its_slots() {
        let chinese = Language::Zh.messages();
        let axis = Axis::over(range("2018-11-12", "2019-01-15"), 48);
        assert_eq!(axis.header(chinese), ["2018年      2019年", "11月  12月  1月", "上中下上中下上中下"]);
        let english = Language::En.messages();
        let axis = Axis::over(range("2018-05-01", "2018-06-30"), 48);
        assert_eq!(axis.header(english), ["May   Jun", "e m l e m l "]);
        let axis = Axis::over(range("2026-01-01", "2027-12-31"), 16);
        assert_eq!(axis.header(english), ["2026    2027", "1 2 3 4 1 2 3 4"]);
    }
}
