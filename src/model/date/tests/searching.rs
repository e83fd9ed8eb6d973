//! The search for a year in a plan of many years.

use super::super::calendar::Calendar;
use super::super::range::DateRange;
use super::super::reading::When;
use super::super::search::search;
use super::super::unclear::Unclear;
use super::{due, range, read, year};
use chrono::{Datelike, NaiveDate};
use std::cell::Cell;

fn within(plan: DateRange) -> Calendar {
    Calendar { plan: Some(plan), ..Calendar::default() }
}

#[test]
fn words_that_fit_no_year_of_a_plan_of_9999_years_are_not_tried_in_all_of_them() {
    let tried = Cell::new(0);
    let place = |_| {
        tried.set(tried.get() + 1);
        Err(Unclear::Impossible)
    };
    assert_eq!(search(&within(range("0001-01-01", "9999-12-31")), &place), Err(Unclear::Impossible));
    assert!(tried.get() < 200, "{} steps", tried.get());
}

/// What a search through every year finds for words that name one day.
fn found_in_every_year(words: &str, plan: DateRange) -> Result<When, Unclear> {
    let (first, last) = (plan.start.year(), plan.end.year());
    let days: Vec<NaiveDate> =
        (first - 4..=last + 4).filter_map(|number| due(words, &year(number))).collect();
    let inside: Vec<NaiveDate> = days.iter().copied().filter(|day| plan.contains(*day)).take(8).collect();
    let before = days.iter().rfind(|day| **day < plan.start);
    let after = days.iter().find(|day| **day > plan.end);
    match inside[..] {
        [day] => Ok(When::Due(day)),
        [_, ..] => Err(Unclear::YearUnclear(inside)),
        [] if (first..=last).all(|number| due(words, &year(number)).is_none()) => Err(Unclear::Impossible),
        [] => Err(Unclear::YearUnclear(before.into_iter().chain(after).copied().collect())),
    }
}

#[test]
fn a_plan_of_any_length_gives_what_a_search_through_every_year_gives() {
    for first in (1860..2010).step_by(7) {
        for length in [0, 1, 7, 38, 83, 250] {
            let plan = range(&format!("{first}-03-01"), &format!("{}-12-20", first + length));
            for words in ["2月29日", "12月31日前", "元旦前", "2月28日"] {
                let when = read(words, &within(plan)).map(|reading| reading.when);
                assert_eq!(when, found_in_every_year(words, plan), "{words} {plan:?}");
            }
        }
    }
}
