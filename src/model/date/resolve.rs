//! From words to a reading: which language, and which year.

use super::normalise::{Text, normalise};
use super::phrase::{Dated, Edge, Limit, Part, Phrase, Point, Year};
use super::place::{candidates, several, sorted};
use super::{Calendar, DateRange, Hint, Reading, Repair, Unclear, When, chinese, english, hints};
use chrono::{Datelike, NaiveDate};

pub fn parse(words: &str) -> Result<Phrase, Unclear> {
    let text = normalise(words).ok_or(Unclear::Unreadable(Hint::Other))?;
    let phrase = match &text {
        Text::Chinese(text) => chinese::phrase(text),
        Text::English(text) => english::phrase(text),
    };
    let phrase = phrase.ok_or_else(|| Unclear::Unreadable(hints::hint(&text)))?;
    if phrase.points().all(|point| point.part.is_possible()) { Ok(phrase) } else { Err(Unclear::Impossible) }
}

impl Phrase {
    fn points(&self) -> impl Iterator<Item = Point> {
        let (lone, dated): (Option<Point>, &[Dated]) = match self {
            Phrase::OpenEnded | Phrase::Recurring => (None, &[]),
            Phrase::From(point) => (Some(*point), &[]),
            Phrase::Dated(dated) => (None, std::slice::from_ref(dated)),
            Phrase::Either(both) | Phrase::Restated(both) => (None, &both[..]),
        };
        let ends = dated.iter().flat_map(|dated| [dated.start, Some(dated.end)]);
        lone.into_iter().chain(ends.flatten())
    }
}

pub fn resolve(phrase: &Phrase, calendar: &Calendar) -> Result<Reading, Unclear> {
    match phrase {
        Phrase::OpenEnded => Ok(dateless(When::OpenEnded { start: None })),
        Phrase::Recurring => Ok(dateless(When::Recurring)),
        Phrase::From(point) => {
            settle(year_of(None, point), calendar, |year| place_start(point, year, calendar))
        }
        Phrase::Dated(dated) => resolve_dated(dated, calendar),
        Phrase::Either(both) => {
            let [one, other] = both.each_ref().map(|dated| resolve_dated(dated, calendar));
            same_or_several(one, other)
        }
        Phrase::Restated(both) => {
            let [one, other] = both.each_ref().map(|dated| resolve_dated(dated, calendar));
            same_or_several(Ok(one?), Ok(other?))
        }
    }
}

/// The phrase as the first day of something; None for words that do not say when anything starts
/// (6月1日前, 长期).
pub fn as_start(phrase: &Phrase) -> Option<Phrase> {
    match phrase {
        Phrase::From(_) => Some(phrase.clone()),
        Phrase::Dated(Dated { start: None, end, limit: Limit::Named }) => Some(Phrase::From(*end)),
        _ => None,
    }
}

fn dateless(when: When) -> Reading {
    Reading { when, repairs: Vec::new(), weekday: None, names_day: false }
}

fn place_start(point: &Point, base: i32, calendar: &Calendar) -> Result<Reading, Unclear> {
    let year = point.year.number(base);
    let start = Some(point.first(year, calendar)?);
    let rough = matches!(point.edge, Edge::Middle | Edge::End).then_some(Repair::RoughDay);
    let supplied = point.bare_day.then_some(Repair::DayWord);
    Ok(Reading {
        weekday: point.wrong_weekday(year, calendar),
        repairs: rough.into_iter().chain(supplied).collect(),
        ..dateless(When::OpenEnded { start })
    })
}

pub fn resolve_dated(dated: &Dated, calendar: &Calendar) -> Result<Reading, Unclear> {
    let from = year_of(dated.start.as_ref(), &dated.end);
    settle(from, calendar, |year| dated.place(year, calendar))
}

/// Two wordings: one reading if they agree on the deadline, else the question which.
fn same_or_several(
    one: Result<Reading, Unclear>,
    other: Result<Reading, Unclear>,
) -> Result<Reading, Unclear> {
    match (one, other) {
        (Ok(one), Ok(other)) if one.when.deadline() == other.when.deadline() => {
            Ok(if other.names_day { other } else { one })
        }
        (Err(problem), other) | (other, Err(problem)) if !has_days(&problem) => other.and(Err(problem)),
        (one, other) => Err(several([one, other].into_iter().flat_map(deadlines))),
    }
}

fn has_days(problem: &Unclear) -> bool {
    matches!(problem, Unclear::Several(_) | Unclear::YearUnclear(_))
}

impl When {
    pub(super) fn deadline(&self) -> Option<NaiveDate> {
        match self {
            When::Range(range) => Some(range.end),
            When::Due(day) => Some(*day),
            When::OpenEnded { .. } | When::Recurring => None,
        }
    }

    /// The deadline, or a start without one: the day that must lie in the phase or the plan.
    pub(super) fn anchor(&self) -> Option<NaiveDate> {
        match self {
            When::OpenEnded { start } => *start,
            when => when.deadline(),
        }
    }
}

fn deadlines(placed: Result<Reading, Unclear>) -> Vec<NaiveDate> {
    match placed {
        Ok(reading) => reading.when.anchor().into_iter().collect(),
        Err(unclear) => candidates(Err(unclear)),
    }
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
fn settle(
    from: YearFrom,
    calendar: &Calendar,
    place: impl Fn(i32) -> Result<Reading, Unclear>,
) -> Result<Reading, Unclear> {
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

/// The one year that puts the words inside the phase, else inside the plan.
fn search(calendar: &Calendar, place: &impl Fn(i32) -> Result<Reading, Unclear>) -> Result<Reading, Unclear> {
    for range in [calendar.phase, calendar.plan].into_iter().flatten() {
        match years_inside(range, place).as_slice() {
            [] => {}
            [year] => return place(*year),
            years => return Err(year_unclear(years.iter().map(|year| place(*year)))),
        }
    }
    match calendar.plan.or(calendar.phase) {
        Some(range) => Err(outside(range, place)),
        None => place(calendar.year.ok_or(Unclear::NoYear)?),
    }
}

/// Enough years to show that there is a question.
const ENOUGH: usize = 8;

/// The years that put the words wholly inside the range; if none does, those that put them partly
/// inside. A neighbouring year counts too: 12月20日至1月10日, 元旦前.
fn years_inside(range: DateRange, place: &impl Fn(i32) -> Result<Reading, Unclear>) -> Vec<i32> {
    let (mut inside, mut touching) = (Vec::new(), Vec::new());
    let first = range.start.year().saturating_sub(1);
    for year in first..=range.end.year().saturating_add(1) {
        match fit(&place(year), range) {
            Fit::Inside => inside.push(year),
            Fit::Touching if touching.len() < ENOUGH => touching.push(year),
            _ => {}
        }
        if inside.len() == ENOUGH {
            break;
        }
    }
    if inside.is_empty() { touching } else { inside }
}

enum Fit {
    Inside,
    Touching,
    Outside,
}

fn fit(placed: &Result<Reading, Unclear>, range: DateRange) -> Fit {
    let (all, any) = match placed {
        Ok(reading) => match reading.when {
            When::Range(days) => (range.covers(days), range.overlaps(days)),
            when => (when.anchor().is_some_and(|day| range.contains(day)), false),
        },
        Err(Unclear::Several(days)) => {
            (days.iter().all(|day| range.contains(*day)), days.iter().any(|day| range.contains(*day)))
        }
        Err(_) => (false, false),
    };
    match (all, any) {
        (true, _) => Fit::Inside,
        (_, true) => Fit::Touching,
        _ => Fit::Outside,
    }
}

fn year_unclear(placed: impl Iterator<Item = Result<Reading, Unclear>>) -> Unclear {
    Unclear::YearUnclear(sorted(placed.flat_map(deadlines).collect()))
}

/// No year fits: offers the nearest days before and after the range. When the years of the range
/// do not even have the day (2月29日), that is what is wrong.
fn outside(range: DateRange, place: &impl Fn(i32) -> Result<Reading, Unclear>) -> Unclear {
    let (first, last) = (range.start.year(), range.end.year());
    let nowhere = |unclear: &Unclear| matches!(unclear, Unclear::Impossible | Unclear::Backwards { .. });
    if (first..=last).all(|year| place(year).as_ref().is_err_and(nowhere)) {
        return place(first).err().unwrap_or(Unclear::Impossible);
    }
    let days = |years: std::ops::RangeInclusive<i32>| {
        sorted(years.flat_map(|year| deadlines(place(year))).collect())
    };
    let near_start = days(first.saturating_sub(4)..=first);
    let near_end = days(last..=last.saturating_add(4));
    let before = near_start.iter().rfind(|day| **day < range.start);
    let after = near_end.iter().find(|day| **day > range.end);
    Unclear::YearUnclear(before.into_iter().chain(after).copied().collect())
}
