//! A phrase in a given year: from the tree to calendar days.

use super::calendar::Calendar;
use super::phrase::{Dated, Edge, Hour, Limit, Part, Point, Year};
use super::range::DateRange;
use super::reading::{Placed, Reading, Repair, When, WrongWeekday};
use super::unclear::{Hint, Unclear};
use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

impl Dated {
    /// The reading when `base` is the year of what has none.
    pub fn place(&self, base: i32, calendar: &Calendar) -> Placed {
        match self.start {
            Some(start) => self.place_range(&start, base, calendar),
            None => self.place_alone(base, calendar),
        }
    }

    fn place_alone(&self, base: i32, calendar: &Calendar) -> Placed {
        let Dated { limit, .. } = self;
        let end = self.end.settled(*limit, base, calendar)?;
        let year = Dated { end, ..*self }.lone_year(base);
        let last = end.last(*limit, year, calendar)?;
        let is_stretch =
            matches!(end.part, Part::Months { .. } | Part::Days { .. } | Part::Week(_) | Part::WeekOf { .. });
        let when = if is_stretch && *limit == Limit::Named && end.edge == Edge::Whole {
            When::Range(end.part.range(year, calendar)?)
        } else {
            When::Due(last)
        };
        Ok(Reading {
            when,
            repairs: self.repairs(calendar),
            weekday: end.wrong_weekday(year, calendar),
            names_day: matches!(end.part, Part::Day { .. } | Part::NthWeekday { .. }),
            zone: end.zone,
        })
    }

    /// 元旦前 in a plan of 2018 is the last day of 2018: the deadline is in the plan's year, not
    /// the festival.
    fn lone_year(&self, base: i32) -> i32 {
        let new_year = matches!(self.end.part, Part::Festival { month: 1, day: 1 });
        let unwritten = self.end.year == Year::Unwritten;
        let step = i32::from(new_year && unwritten && self.limit == Limit::Eve);
        self.end.year.number(base).saturating_add(step)
    }

    fn place_range(&self, start: &Point, base: i32, calendar: &Calendar) -> Placed {
        let end = &self.end.settled(self.limit, base, calendar)?;
        let start = &start.settled(Limit::Named, base, calendar)?;
        let mut repairs = self.repairs(calendar);
        let start_year = match (start.year, end.year) {
            (Year::Unwritten, Year::Written(year)) => {
                repairs.push(Repair::StartYear);
                year_before(start, end, year, calendar)
            }
            (year, _) => year.number(base),
        };
        let end_year = match end.year {
            Year::Unwritten if ends_in_earlier_month(start, end) => {
                repairs.push(Repair::NextYear);
                start_year.saturating_add(1)
            }
            Year::Unwritten => start_year,
            Year::After(years) => start_year.saturating_add(years),
            year => year.number(base),
        };
        if start.edge != Edge::Whole && start.edge != Edge::Start {
            repairs.push(Repair::RoughStart);
        }
        // The end first: a question is a question about the deadline.
        let last = end.last(self.limit, end_year, calendar)?;
        let first = start.first(start_year, calendar)?;
        let range = DateRange::new(first, last).ok_or(Unclear::Backwards { start: first, end: last })?;
        let wrong = end.wrong_weekday(end_year, calendar);
        Ok(Reading {
            when: When::Range(range),
            repairs,
            weekday: wrong.or_else(|| start.wrong_weekday(start_year, calendar)),
            names_day: false,
            zone: end.zone,
        })
    }

    /// What the words alone show to have been supplied.
    fn repairs(&self, calendar: &Calendar) -> Vec<Repair> {
        let mut repairs = Vec::new();
        if self.end.looks_like_year(calendar) {
            repairs.push(Repair::DayNotYear);
        }
        if self.end.bare_day || self.start.is_some_and(|start| start.bare_day) {
            repairs.push(Repair::DayWord);
        }
        if self.limit == Limit::Eve {
            repairs.push(Repair::DayBeforeFestival);
        }
        repairs
    }
}

/// 12月20日至1月10日. An end earlier in the same month is a slip, not a range of a year.
fn ends_in_earlier_month(start: &Point, end: &Point) -> bool {
    match (start.part.first_month(), end.part.last_month()) {
        (Some(first), Some(last)) => last < first,
        _ => false,
    }
}

/// The year of a start without one, before an end with one: 10月至2019年3月. The plan's year if the
/// end is in the year after it, else the nearest that fits.
fn year_before(start: &Point, end: &Point, end_year: i32, calendar: &Calendar) -> i32 {
    let before = end_year.saturating_sub(1);
    if calendar.year == Some(before) || ends_in_earlier_month(start, end) { before } else { end_year }
}

impl Year {
    pub fn number(self, base: i32) -> i32 {
        match self {
            Year::Unwritten => base,
            Year::Written(year) => year,
            Year::Plan(years) | Year::After(years) => base.saturating_add(years),
        }
    }
}

impl Point {
    /// The reading as the first day of something.
    pub fn place_start(&self, base: i32, calendar: &Calendar) -> Placed {
        let point = self.settled(Limit::Named, base, calendar)?;
        let year = point.year.number(base);
        let start = Some(point.first(year, calendar)?);
        let rough = matches!(point.edge, Edge::Middle | Edge::End).then_some(Repair::RoughDay);
        let supplied = self.bare_day.then_some(Repair::DayWord);
        Ok(Reading {
            weekday: point.wrong_weekday(year, calendar),
            repairs: rough.into_iter().chain(supplied).collect(),
            ..Reading::plain(When::OpenEnded { start })
        })
    }

    /// The first day of a range that begins here.
    pub fn first(&self, year: i32, calendar: &Calendar) -> Result<NaiveDate, Unclear> {
        let range = self.part.range(year, calendar)?;
        match self.edge {
            Edge::Whole if self.hour == Hour::Ends => range.end.succ_opt().ok_or(Unclear::Impossible),
            Edge::Whole | Edge::Start => Ok(range.start),
            Edge::End => Ok(range.end),
            Edge::Middle => middle_start(range).ok_or(Unclear::Impossible),
        }
    }

    /// The last permitted day, or the question which it is.
    pub fn last(&self, limit: Limit, year: i32, calendar: &Calendar) -> Result<NaiveDate, Unclear> {
        let range = self.part.range(year, calendar)?;
        match self.edge {
            Edge::Start => Err(Unclear::several(beginnings(range, limit))),
            Edge::Middle => Err(Unclear::several(middles(range, limit))),
            Edge::End => Ok(range.end),
            Edge::Whole => self.last_of_whole(range, limit),
        }
    }

    fn last_of_whole(&self, range: DateRange, limit: Limit) -> Result<NaiveDate, Unclear> {
        let eve = range.start.pred_opt().ok_or(Unclear::Impossible)?;
        let is_moment = self.part.is_day() || matches!(self.part, Part::PlanMonth(_));
        match limit {
            Limit::Eve => Ok(eve),
            Limit::Before => Err(Unclear::several([eve, range.end])),
            Limit::By if !is_moment => Err(Unclear::several([eve, range.end])),
            _ if self.hour == Hour::Begins => Err(Unclear::several([eve, range.end])),
            Limit::Named | Limit::By | Limit::Latest => Ok(range.end),
        }
    }

    pub fn wrong_weekday(&self, year: i32, calendar: &Calendar) -> Option<WrongWeekday> {
        let written = self.weekday?;
        let day = self.part.range(year, calendar).ok()?.start;
        (written != day.weekday()).then_some(WrongWeekday { written, day })
    }
}

impl Part {
    /// The days of this part of `year`.
    pub fn range(self, year: i32, calendar: &Calendar) -> Result<DateRange, Unclear> {
        let range = match self {
            Part::Months { first, last } => between(day(year, first, 1), month_end(year, last)),
            Part::Days { month, first, last } => {
                let end = day(year, month, last).or_else(|| month_end(year, month));
                between(day(year, month, first), end)
            }
            Part::Day { month, day: number } | Part::Festival { month, day: number } => {
                let day = day(year, month, number);
                between(day, day)
            }
            Part::NthWeekday { month, nth, weekday } => {
                let day = nth_weekday(year, month, nth, weekday);
                between(day, day)
            }
            Part::Week(number) => week(NaiveDate::from_isoywd_opt(year, number, Weekday::Mon)),
            Part::WeekOf { month, day: number } => return week_of(day(year, month, number)),
            Part::DayOrMonth { .. } | Part::DayOrYear { .. } | Part::TwoDigits(_) => None,
            Part::PlanMonth(number) => {
                let Some(plan) = calendar.plan else { return Err(Unclear::Unreadable(Hint::NeedsPlanStart)) };
                plan_month(number, plan.start)
            }
        };
        range.ok_or(Unclear::Impossible)
    }
}

fn between(start: Option<NaiveDate>, end: Option<NaiveDate>) -> Option<DateRange> {
    DateRange::new(start?, end?)
}

fn day(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, day)
}

fn month_end(year: i32, month: u32) -> Option<NaiveDate> {
    (28..=31).rev().find_map(|last| day(year, month, last))
}

/// `M9`: the ninth month counted from the plan's first day, as grant agreements count.
fn plan_month(number: u32, plan_start: NaiveDate) -> Option<DateRange> {
    let start = plan_start.checked_add_months(Months::new(number.checked_sub(1)?))?;
    let next = plan_start.checked_add_months(Months::new(number))?;
    DateRange::new(start, next.pred_opt()?)
}

fn nth_weekday(year: i32, month: u32, nth: Option<u8>, weekday: Weekday) -> Option<NaiveDate> {
    let of_month = |nth| NaiveDate::from_weekday_of_month_opt(year, month, weekday, nth);
    match nth {
        Some(nth) => of_month(nth),
        None => of_month(5).or_else(|| of_month(4)),
    }
}

fn week(first: Option<NaiveDate>) -> Option<DateRange> {
    between(first, first?.checked_add_days(Days::new(6)))
}

/// From a Monday; any other day may begin the week, or only lie in it.
fn week_of(day: Option<NaiveDate>) -> Result<DateRange, Unclear> {
    let counted = week(day).ok_or(Unclear::Impossible)?;
    let calendar_week = counted.start.week(Weekday::Mon).checked_last_day();
    match calendar_week {
        Some(last) if last != counted.end => Err(Unclear::several([last, counted.end])),
        _ => Ok(counted),
    }
}

/// 初 as an end has no fixed day: of a month the 1st, or the first five or ten days; of longer
/// units the first ten days or the first month.
fn beginnings(range: DateRange, limit: Limit) -> Vec<NaiveDate> {
    let (year, month) = (range.start.year(), range.start.month());
    let eve = (limit == Limit::By || limit == Limit::Before).then(|| range.start.pred_opt());
    let ends = if month == range.end.month() {
        [day(year, month, 1), day(year, month, 5), day(year, month, 10)]
    } else {
        [day(year, month, 10), month_end(year, month), month_end(year, month + 1)]
    };
    eve.into_iter().chain(ends).flatten().collect()
}

/// 中 is the middle, or merely "in": 5月中, 年中.
fn middles(range: DateRange, limit: Limit) -> Vec<NaiveDate> {
    let (year, first, last) = (range.start.year(), range.start.month(), range.end.month());
    let middle = if first == last {
        let begins = matches!(limit, Limit::By | Limit::Before).then(|| day(year, first, 10));
        vec![begins.flatten(), day(year, first, 15), day(year, first, 20)]
    } else {
        let middle = first.midpoint(last);
        let in_its_middle = ((last - first) % 2 == 0).then(|| day(year, middle, 15));
        vec![in_its_middle.flatten(), month_end(year, middle)]
    };
    middle.into_iter().flatten().chain([range.end]).collect()
}

fn middle_start(range: DateRange) -> Option<NaiveDate> {
    let (first, last) = (range.start.month(), range.end.month());
    if first == last { range.start.with_day(11) } else { day(range.start.year(), first.midpoint(last), 1) }
}
