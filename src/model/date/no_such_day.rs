//! The days beside one that no calendar has: 6月31日前 is meant for 30 June, or for 1 July.

use super::calendar::Calendar;
use super::phrase::{DatePhrase, Dated, Edge, Limit, Part, Point, Year};
use super::unclear::sorted;
use chrono::NaiveDate;

/// Returns the last day before the day that does not exist, and the first one after it; nothing where the words name
/// no such day (13月5日, 6月45日).
pub fn days_beside(words: &str, calendar: &Calendar) -> Vec<NaiveDate> {
    let phrase = DatePhrase::understood(words);
    let points = match phrase.as_ref().map(|phrase| phrase.in_plan(calendar.dotted)) {
        Some(DatePhrase::Dated(dated) | DatePhrase::SinceIssue(dated)) => of_one_year(dated),
        Some(DatePhrase::From(point)) => vec![*point],
        _ => Vec::new(),
    };
    let meant = points.iter().flat_map(beside);
    let days = meant.filter_map(|end| {
        let dated = Dated { start: None, end, limit: Limit::Named };
        dated.resolve(calendar).ok()?.when.deadline()
    });
    sorted(days)
}

/// The ends of a range, each with the year that only one of them may name.
fn of_one_year(dated: &Dated) -> Vec<Point> {
    let points: Vec<Point> = dated.start.into_iter().chain([dated.end]).collect();
    let written = points.iter().map(|point| point.year).find(|year| matches!(year, Year::Written(_)));
    let of_year = |point: Point| match (point.year, written) {
        (Year::Unwritten, Some(year)) => Point { year, ..point },
        _ => point,
    };
    points.into_iter().map(of_year).collect()
}

fn beside(point: &Point) -> Vec<Point> {
    let Part::Day { month, day } = point.part else { return Vec::new() };
    let exists = point.part.is_possible() && (month, day) != (2, 29);
    if exists || day > 31 || !Part::month(month).is_possible() {
        return Vec::new();
    }
    let before = Point { part: Part::month(month), edge: Edge::End, weekday: None, ..*point };
    let after = Point { part: Part::Day { month: month + 1, day: 1 }, weekday: None, ..*point };
    vec![before, after]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(words: &str, year: i32) -> Vec<String> {
        let calendar = Calendar { year: Some(year), ..Calendar::default() };
        days_beside(words, &calendar).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_day_that_no_month_has_lies_between_two_that_there_are() {
        assert_eq!(days("6月31日前", 2018), ["2018-06-30", "2018-07-01"]);
        assert_eq!(days("2023/6/31", 2018), ["2023-06-30", "2023-07-01"]);
        assert_eq!(days("2018年6月1日至6月31日", 2020), ["2018-06-30", "2018-07-01"]);
        assert_eq!(days("31 June", 2018), ["2018-06-30", "2018-07-01"]);
    }

    #[test]
    fn a_leap_day_lies_between_two_days_of_another_year() {
        assert_eq!(days("2月29日前", 2018), ["2018-02-28", "2018-03-01"]);
        assert_eq!(days("2月30日前", 2020), ["2020-02-29", "2020-03-01"]);
    }

    #[test]
    fn where_it_is_not_one_day_too_many_nothing_is_offered() {
        for words in ["13月5日", "6月45日", "6月30日", "尽快"] {
            assert!(days(words, 2018).is_empty(), "{words}");
        }
    }
}
