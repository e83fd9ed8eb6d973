//! From when to when the days of a document lie, but for those that lie a year beside the rest.

use chrono::NaiveDate;

use super::order::Lies;
use crate::model::date::DateRange;

/// Days that are further apart are not among each other.
const APART: i64 = 150;

/// So many days make a crowd.
const CROWD: usize = 3;

/// Returns the span of the days, without single ones that only another year would put among the others.
pub fn span(lies: &[Lies]) -> Option<DateRange> {
    let crowd = crowd(lies).filter(|crowd| crowd.len() >= CROWD).and_then(|crowd| whole(&crowd));
    let is_among = |lies: &&Lies| {
        !lies.is_whole
            || crowd.is_none_or(|crowd| crowd.contains(lies.days.end) || !is_a_year_off(lies.days.end, crowd))
    };
    whole(&lies.iter().filter(is_among).map(|lies| lies.days).collect::<Vec<_>>())
}

/// Whether the same day of a neighbouring year lies in the range.
fn is_a_year_off(day: NaiveDate, range: DateRange) -> bool {
    use chrono::Datelike;
    let moved = |years: i32| day.with_year(day.year().checked_add(years)?);
    [-1, 1].into_iter().filter_map(moved).any(|day| range.contains(day))
}

/// The most days of which none ends far from the next: one that ends in the wrong year may begin among the others.
fn crowd(lies: &[Lies]) -> Option<Vec<DateRange>> {
    let mut days: Vec<DateRange> = lies.iter().map(|lies| lies.days).collect();
    days.sort_by_key(|days| days.end);
    let crowds = days.chunk_by(|one, next| (next.end - one.end).num_days() <= APART);
    crowds.max_by_key(|crowd| crowd.len()).map(<[DateRange]>::to_vec)
}

fn whole(days: &[DateRange]) -> Option<DateRange> {
    let first = days.iter().map(|days| days.start).min()?;
    DateRange::new(first, days.iter().map(|days| days.end).max()?)
}
