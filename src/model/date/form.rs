//! What a phrase says as a whole, in either language.

use chrono::{NaiveDate, Weekday};

use super::unit::{Edge, Stretch, Unit, Year, in_month};
use super::{DateRange, Reading, Repair, Unclear, When, WrongWeekday};

/// A phrase.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Form {
    /// One stretch of time.
    One(One),
    /// From one to another.
    Span(Span),
    /// The same day said twice: `M6 (30 June 2026)`.
    Twice(Unit, Unit),
    /// Two orders of day and month fit: `06/07/2018`.
    EitherDay(Unit, Unit),
    /// It goes on, perhaps from a first day.
    OpenEnded(Option<Unit>),
    /// It comes back.
    Recurring,
}

/// One stretch of time, and how it bounds.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct One {
    pub(super) unit: Unit,
    pub(super) bound: Bound,
    pub(super) weekday: Option<Weekday>,
    pub(super) repair: Option<Repair>,
}

impl One {
    pub(super) fn new(unit: Unit) -> One {
        One { unit, bound: Bound::Within, weekday: None, repair: None }
    }
}

/// How a stretch of time bounds what has to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bound {
    /// In it; of a day, that day.
    Within,
    /// By it: 6月10日前, `by 10 June`. The day itself is on time.
    By,
    /// Before it, where it is disputed whether the day itself is on time: `before 10 June`, 0时前.
    Before,
    /// Before a day that cannot be meant itself: 国庆节前.
    Eve,
}

/// From one stretch of time to another, both included.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Span {
    pub(super) start: Unit,
    pub(super) end: One,
    pub(super) repair: Option<Repair>,
}

impl Form {
    /// Whether a year is written in the words, or nothing in them needs one.
    pub(super) fn has_year(&self) -> bool {
        let has_year =
            |unit: &Unit| unit.year != Year::Unsaid || matches!(unit.stretch, Stretch::ProjectMonth(_));
        match self {
            Form::Span(span) => has_year(&span.start) || has_year(&span.end.unit),
            Form::One(one) => has_year(&one.unit),
            Form::Twice(first, second) | Form::EitherDay(first, second) => {
                has_year(first) && has_year(second)
            }
            Form::OpenEnded(start) => start.as_ref().is_none_or(has_year),
            Form::Recurring => true,
        }
    }

    /// Returns what the words mean when those without a year lie in `year`, and the plan's year is `base`.
    pub(super) fn read(&self, year: i32, place: &Place) -> Result<Reading, Unclear> {
        match self {
            Form::One(one) => one.read(year, place),
            Form::Span(span) => span.read(year, place),
            Form::Twice(first, second) => twice(*first, *second, year, place),
            Form::EitherDay(first, second) => {
                let (first, second) = (place.range(*first, year)?.end, place.range(*second, year)?.end);
                Err(Unclear::Several(in_order(vec![first, second])))
            }
            Form::OpenEnded(start) => {
                let start = start.map(|unit| place.range(unit, year)).transpose()?.map(|range| range.start);
                Ok(Reading::of(When::OpenEnded { start }))
            }
            Form::Recurring => Ok(Reading::of(When::Recurring)),
        }
    }
}

/// What relative years and project months count from.
pub(super) struct Place {
    /// The plan's year.
    pub(super) base: Option<i32>,
    /// The plan's first day.
    pub(super) project: Option<NaiveDate>,
}

impl Place {
    fn year_of(&self, unit: Unit, unsaid: i32) -> Result<i32, Unclear> {
        match unit.year {
            Year::Written(year) => Ok(year),
            Year::Relative(offset) => self.base.map(|base| base + offset).ok_or(Unclear::NoYear),
            Year::Unsaid => Ok(unsaid),
        }
    }

    fn range(&self, unit: Unit, unsaid: i32) -> Result<DateRange, Unclear> {
        unit.range(self.year_of(unit, unsaid)?, self.project)
    }
}

impl Reading {
    pub(super) fn of(when: When) -> Reading {
        Reading { when, repairs: Vec::new(), weekday: None, names_day: false }
    }
}

impl One {
    fn read(&self, year: i32, place: &Place) -> Result<Reading, Unclear> {
        let range = place.range(self.unit, year)?;
        if self.unit.is_day() {
            return self.read_day(range.end);
        }
        match (self.unit.edge, self.bound) {
            (Edge::Whole, Bound::Within) => Ok(Reading::of(When::Range(range))),
            (Edge::Whole, _)
                if matches!(self.unit.stretch, Stretch::ProjectMonth(_)) && self.bound == Bound::By =>
            {
                Ok(Reading::of(When::Due(range.end)))
            }
            (Edge::Whole, _) => several(vec![eve(range.start)?, range.end]),
            (Edge::End, Bound::Within | Bound::By) => Ok(Reading::of(When::Due(range.end))),
            (Edge::End, Bound::Before | Bound::Eve) => several(vec![eve(range.end)?, range.end]),
            (Edge::Start | Edge::Middle, _) => several(self.loose_days(range)?),
        }
    }

    fn read_day(&self, day: NaiveDate) -> Result<Reading, Unclear> {
        let due = match self.bound {
            Bound::Within | Bound::By => day,
            Bound::Eve => eve(day)?,
            Bound::Before => return several(vec![eve(day)?, day]),
        };
        let real = chrono::Datelike::weekday(&day);
        let written = self.weekday.filter(|written| *written != real);
        Ok(Reading {
            when: When::Due(due),
            repairs: self.repair.into_iter().collect(),
            weekday: written.map(|written| WrongWeekday { written, real }),
            names_day: true,
        })
    }

    /// 3月初 is the 1st, the first five or the first ten days; 5月中 the second ten, or any day of May.
    fn loose_days(&self, range: DateRange) -> Result<Vec<NaiveDate>, Unclear> {
        let is_month = matches!(self.unit.stretch, Stretch::Month(_));
        let first = if self.bound == Bound::Within { range.start } else { eve(range.start)? };
        Ok(match (self.unit.edge, is_month) {
            (Edge::Start, true) => vec![first, in_month(range.start, 5), in_month(range.start, 10)],
            (Edge::Start, false) => vec![first, super::unit::month_end_of(range.start)],
            (_, true) => vec![in_month(range.start, 15), in_month(range.start, 20), range.end],
            (_, false) => vec![range.start, range.end],
        })
    }
}

impl Span {
    fn read(&self, year: i32, place: &Place) -> Result<Reading, Unclear> {
        let end = self.end.unit;
        // A year said once holds for both ends, unless that would put the start after the end.
        let start_year = match (self.start.year, end.year) {
            (Year::Unsaid, Year::Written(_) | Year::Relative(_)) => {
                let same = place.year_of(end, year)?;
                let is_after = place.range(self.start, same)?.start > place.range(end, same)?.end;
                if is_after { same - 1 } else { same }
            }
            _ => place.year_of(self.start, year)?,
        };
        let end_year = place.year_of(end, start_year)?;
        let first = self.start.range(start_year, place.project)?;
        let start = match self.start.edge {
            Edge::Whole | Edge::Start => first.start,
            Edge::Middle => return several(vec![first.start, in_month(first.start, 11)]),
            // 5月底 as a start: the last day, or the last days.
            Edge::End => {
                return several(vec![in_month(super::unit::month_start_of(first.end), 25), first.end]);
            }
        };
        let mut repairs: Vec<Repair> = self.repair.into_iter().chain(self.end.repair).collect();
        let mut last = self.end.last_day(end_year, place)?;
        if last < start && end.year == Year::Unsaid {
            last = self.end.last_day(end_year + 1, place)?;
            repairs.push(Repair::NextYear);
        }
        if last < start {
            return Err(Unclear::Impossible);
        }
        Ok(Reading { repairs, ..Reading::of(When::Range(DateRange { start, end: last })) })
    }
}

impl One {
    /// Returns the last day of a range that ends with this.
    fn last_day(&self, year: i32, place: &Place) -> Result<NaiveDate, Unclear> {
        let unit = self.unit;
        let year = if let Year::Unsaid = unit.year { year } else { place.year_of(unit, year)? };
        let whole = One { unit: Unit { year: Year::Written(year), ..unit }, ..self.clone() };
        match whole.read(year, place)?.when {
            When::Range(range) => Ok(range.end),
            When::Due(day) => Ok(day),
            When::OpenEnded { .. } | When::Recurring => Err(Unclear::Impossible),
        }
    }
}

fn twice(first: Unit, second: Unit, year: i32, place: &Place) -> Result<Reading, Unclear> {
    let (first, second) = (place.range(first, year)?.end, place.range(second, year)?.end);
    if first == second { Ok(Reading::of(When::Due(first))) } else { several(vec![first, second]) }
}

fn several(days: Vec<NaiveDate>) -> Result<Reading, Unclear> {
    Err(Unclear::Several(in_order(days)))
}

fn in_order(mut days: Vec<NaiveDate>) -> Vec<NaiveDate> {
    days.sort_unstable();
    days.dedup();
    days
}

fn eve(day: NaiveDate) -> Result<NaiveDate, Unclear> {
    day.pred_opt().ok_or(Unclear::Impossible)
}
