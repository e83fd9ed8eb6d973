//! How what comes back does so, and on which days.

use super::range::DateRange;
use chrono::{Datelike, NaiveDate, Weekday};

/// When something falls due again and again. A day that a month does not have is its last one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rhythm {
    /// On a day of each week.
    Week(Weekday),
    /// At the end of each 旬.
    TenDays,
    /// On a day of each month.
    Month { day: u32 },
    /// On a day of the first, second or third month of each quarter.
    Quarter { month: u32, day: u32 },
}

impl Rhythm {
    pub const MONTH_END: Rhythm = Rhythm::Month { day: 31 };
    pub const QUARTER_END: Rhythm = Rhythm::Quarter { month: 3, day: 31 };

    /// Returns the days on which it falls, the first and the last day of the range included.
    pub fn days(self, within: DateRange) -> impl Iterator<Item = NaiveDate> {
        let days = within.start.iter_days().take_while(move |day| *day <= within.end);
        days.filter(move |day| self.falls_on(*day))
    }

    fn falls_on(self, day: NaiveDate) -> bool {
        let is_last = day.succ_opt().is_none_or(|next| next.month() != day.month());
        let is_day = |number: u32| day.day() == number || (is_last && number > day.day());
        match self {
            Rhythm::Week(weekday) => day.weekday() == weekday,
            Rhythm::TenDays => is_last || matches!(day.day(), 10 | 20),
            Rhythm::Month { day } => is_day(day),
            Rhythm::Quarter { month, day: number } => day.month0() % 3 + 1 == month && is_day(number),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(rhythm: Rhythm, from: &str, to: &str) -> Vec<String> {
        let range = DateRange::new(from.parse().unwrap(), to.parse().unwrap()).unwrap();
        rhythm.days(range).map(|day| day.format("%m-%d").to_string()).collect()
    }

    #[test]
    fn a_day_that_a_month_does_not_have_is_its_last_one() {
        let ends = ["01-31", "02-28", "03-31", "04-30"];
        assert_eq!(days(Rhythm::MONTH_END, "2018-01-01", "2018-05-30"), ends);
        assert_eq!(days(Rhythm::Month { day: 30 }, "2020-02-01", "2020-04-29"), ["02-29", "03-30"]);
        assert_eq!(days(Rhythm::TenDays, "2018-02-10", "2018-03-09"), ["02-10", "02-20", "02-28"]);
    }

    #[test]
    fn quarters_count_their_months_and_weeks_their_days() {
        assert_eq!(days(Rhythm::QUARTER_END, "2018-03-31", "2018-09-29"), ["03-31", "06-30"]);
        let first = Rhythm::Quarter { month: 1, day: 10 };
        assert_eq!(days(first, "2018-01-11", "2018-12-31"), ["04-10", "07-10", "10-10"]);
        // 2018-06-01 was a Friday.
        assert_eq!(days(Rhythm::Week(Weekday::Fri), "2018-06-01", "2018-06-15"), ["06-01", "06-08", "06-15"]);
    }
}
