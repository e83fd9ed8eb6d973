//! A unit of the calendar in English: May 2026, 25th of May, Q3'19, 1H 2019, 2019-W23, M9, first Monday of June.

use super::super::calendar::Dotted;
use super::super::cursor::Cursor;
use super::super::numeric;
use super::super::phrase::{Edge, Part, Point, Year};
use super::names;
use super::year::{short_year, two_digits, year, year_behind};
use chrono::Weekday;

pub const ORDINALS: &[(u32, &[&str])] =
    &[(1, &["first", "1st"]), (2, &["second", "2nd"]), (3, &["third", "3rd"]), (4, &["fourth", "4th"])];

const ROMAN: &[(u32, &[&str])] = &[(4, &["iv"]), (3, &["iii"]), (2, &["ii"]), (1, &["i"])];

const YEAR_ENDS: &[&str] =
    &["calendar year-end", "calendar year end", "year-end", "year end", "year's end", "yearend", "eoy"];

/// Days that stand for themselves, and seasons that have only a fixed day in them.
const FESTIVALS: &[(Part, &[&str])] = &[
    (Part::Day { month: 12, day: 24 }, &["christmas eve"]),
    (Part::Day { month: 12, day: 25 }, &["christmas day"]),
    (Part::Festival { month: 12, day: 25 }, &["christmas"]),
    (Part::Day { month: 12, day: 31 }, &["new year's eve"]),
    (Part::Day { month: 1, day: 1 }, &["new year's day"]),
    (Part::Festival { month: 5, day: 1 }, &["labour day"]),
];

/// What M9 is of.
const PROJECTS: &[&str] = &[
    "of the project", "of project", "of the action", "of the grant", "of the programme", "of the plan",
    "of implementation", "of the project's implementation",
];

pub fn unit(c: &mut Cursor) -> Option<Point> {
    c.attempt(festival)
        .or_else(|| c.attempt(project_month))
        .or_else(|| c.attempt(part_of_year))
        .or_else(|| c.attempt(half_of_month))
        .or_else(|| c.attempt(nth_weekday))
        .or_else(|| c.attempt(month_first))
        .or_else(|| c.attempt(day_first))
        .or_else(|| c.attempt(|c| numeric::date(c, Dotted::Unsure)))
        .or_else(|| c.attempt(week_of))
        .or_else(|| c.attempt(numbered_week))
        .or_else(|| c.attempt(year_unit))
}

fn festival(c: &mut Cursor) -> Option<Point> {
    let part = c.take_word(FESTIVALS)?;
    Some(Point::new(year_behind(c), part))
}

/// M9, month 7 of the project, T0+6
fn project_month(c: &mut Cursor) -> Option<Point> {
    let from_start = c.eat("t0") && {
        c.eat(" ");
        c.eat("+")
    };
    if from_start {
        c.eat(" ");
    } else if !(c.any_word(&["project months", "project month", "months", "month"])
        || c.eat_any(&["pm", "m"]))
    {
        return None;
    }
    let number = c.number(1..=3)?;
    if from_start {
        c.passes(|c| {
            c.eat(" ");
            c.any_word(&["months", "month", "m"])
        });
    }
    c.passes(|c| {
        c.eat(" ");
        c.any_word(PROJECTS)
    });
    let ends = !c.rest().starts_with(|next: char| next.is_ascii_alphanumeric());
    ends.then(|| Point::new(Year::Unwritten, Part::PlanMonth(number)))
}

/// Year 2 of the project, project year 2: its first and its last month.
pub fn project_year(c: &mut Cursor) -> Option<(Point, Point)> {
    let of_project = c.word("project");
    let number = c.take_word(ORDINALS);
    if !(c.any_word(&["year"]) || c.eat("y")) {
        return None;
    }
    let number = number.or_else(|| c.number(1..=1)).filter(|number| *number > 0)?;
    let named = c.passes(|c| {
        c.eat(" ");
        c.any_word(PROJECTS)
    });
    let month = |number| Point::new(Year::Unwritten, Part::PlanMonth(number));
    (of_project || named).then(|| (month(12 * number - 11), month(12 * number)))
}

/// Q3, Q3'19, 3Q19, H1 2026, third quarter of 2026, 1st half
fn part_of_year(c: &mut Cursor) -> Option<Point> {
    let part = c.attempt(lettered).or_else(|| c.attempt(numbered)).or_else(|| c.attempt(counted))?;
    let short = [" ", "/", "-", ""].into_iter().find_map(|sign| short_year(c, sign));
    Some(Point::new(short.unwrap_or_else(|| year_behind(c)), part))
}

/// Q3, quarter 3, QIII, H1
fn lettered(c: &mut Cursor) -> Option<Part> {
    let part: fn(u32) -> Part = if c.any_word(&["quarter", "qtr.", "qtr"]) || c.eat("q") {
        c.eat_any(&["-", " "]);
        Part::quarter
    } else if c.eat("h") {
        Part::half
    } else {
        return None;
    };
    match c.number(1..=1) {
        Some(number) => ends(c).then(|| part(number)),
        None => c.take_word(ROMAN).map(part),
    }
}

/// 3Q19, 1H 2026
fn numbered(c: &mut Cursor) -> Option<Part> {
    let number = c.number(1..=1)?;
    let part: fn(u32) -> Part = if c.eat("q") {
        Part::quarter
    } else if c.eat("h") {
        Part::half
    } else {
        return None;
    };
    (!c.rest().starts_with(|next: char| next.is_ascii_alphabetic())).then(|| part(number))
}

/// Third quarter, first half of 2026.
fn counted(c: &mut Cursor) -> Option<Part> {
    if c.any_word(&["last quarter of", "final quarter of"]) {
        return Some(Part::quarter(4));
    }
    let number = c.take_word(ORDINALS).or_else(|| c.take_word(ROMAN))?;
    let part = if c.any_word(&["quarters of", "quarters", "quarter of", "quarter", "qtr of", "qtr.", "qtr"]) {
        Part::quarter(number)
    } else if c.any_word(&["halves of", "halves", "half-year", "half year", "half of", "half"]) {
        Part::half(number)
    } else {
        return None;
    };
    // The half of a month is another form.
    let mut ahead = *c;
    names::month(&mut ahead).is_none().then_some(part)
}

/// First half of May.
fn half_of_month(c: &mut Cursor) -> Option<Point> {
    let number = c.take_word(ORDINALS)?;
    if !c.any_word(&["half of", "half"]) {
        return None;
    }
    let month = month(c)?;
    let part = match number {
        1 => Part::Days { month, first: 1, last: 15 },
        2 => Part::Days { month, first: 16, last: 31 },
        _ => return None,
    };
    Some(Point::new(year_behind(c), part))
}

/// First Monday of June 2019, last Friday in June
fn nth_weekday(c: &mut Cursor) -> Option<Point> {
    const FIFTH: &[(Option<u8>, &[&str])] = &[(Some(5), &["fifth", "5th"]), (None, &["last", "final"])];
    let nth = match c.take_word(ORDINALS) {
        Some(number) => u8::try_from(number).ok(),
        None => c.take_word(FIFTH)?,
    };
    let weekday: Weekday = names::weekday(c)?;
    c.any_word(&["of", "in"]);
    let month = month(c)?;
    Some(Point::new(year_behind(c), Part::NthWeekday { month, nth, weekday }))
}

/// May, May 2026, May 25, May 25th, 2026, May-19
pub fn month_first(c: &mut Cursor) -> Option<Point> {
    let month = names::month(c)?;
    c.eat(".");
    if let Some(point) = c.attempt(|c| day_or_year(c, month)) {
        return Some(point);
    }
    c.eat(" ");
    let before = c.rest();
    let day = c.attempt(|c| {
        c.word("the");
        day_number(c)
    });
    let bare = before[..before.len() - c.rest().len()].ends_with(|last: char| last.is_ascii_digit());
    let Some(day) = day else { return Some(Point::new(year_behind(c), Part::month(month))) };
    let year = year_behind(c);
    let year_like = bare && day > 12 && year == Year::Unwritten;
    Some(Point { year_like, ..Point::new(year, Part::Day { month, day }) })
}

/// The 19 of `Jun-19` and `Jun/19`; that of `Jun-19-2019` is the day.
fn day_or_year(c: &mut Cursor, month: u32) -> Option<Point> {
    let sign = ["-", "/"].into_iter().find(|sign| c.eat(sign))?;
    let mut ahead = *c;
    let number = ahead.number(2..=2)?;
    if ahead.eat(sign) && ahead.is_at_digit() {
        let year = Year::Written(super::super::numerals::four_digit_year(&mut ahead)?);
        *c = ahead;
        return Some(Point::new(year, Part::Day { month, day: number }));
    }
    let number = two_digits(c)?;
    Some(Point::new(Year::Unwritten, Part::DayOrYear { month, number }))
}

/// 25 May 2026, 25th of May, 25-May-2026, 25-May-26, 25MAY2026
fn day_first(c: &mut Cursor) -> Option<Point> {
    let day = day_number(c)?;
    let sign = [". ", ".", "-", "/", " "].into_iter().find(|sign| c.eat(sign)).unwrap_or("");
    c.any_word(&["day of", "of"]);
    let before = c.rest();
    let month = names::month(c)?;
    let glued = !before[..before.len() - c.rest().len()].ends_with(' ');
    c.eat(".");
    let year = if sign.starts_with('.') { None } else { behind_month(c, sign, glued) };
    c.eat(" ");
    let year = year.unwrap_or_else(|| year_behind(c));
    Some(Point::new(year, Part::Day { month, day }))
}

/// A year in two digits after the same sign as before the month. The space behind a name is gone.
fn behind_month(c: &mut Cursor, sign: &str, glued: bool) -> Option<Year> {
    let sign = if sign == " " && !glued { "" } else { sign };
    short_year(c, sign)
}

fn month(c: &mut Cursor) -> Option<u32> {
    let month = names::month(c)?;
    c.eat(".");
    c.eat(" ");
    Some(month)
}

/// A day of the month, not the first digits of a year or of an hour.
pub fn day_number(c: &mut Cursor) -> Option<u32> {
    let day = c.number(1..=2)?;
    let suffixed = c.eat_any(&["st", "nd", "rd", "th"]);
    let goes_on =
        c.rest().starts_with([':', '\'']) || !suffixed && c.rest().starts_with(['p', 'q', 'h', '%']);
    (!goes_on).then_some(day)
}

/// Week of 3 June, w/c 3 June
fn week_of(c: &mut Cursor) -> Option<Point> {
    const WEEK_OF: &[&str] = &[
        "week commencing on", "week commencing", "week beginning on", "week beginning", "week starting on",
        "week starting", "week of", "w/c", "w/b", "wc", "w.c.",
    ];
    if !c.any_word(WEEK_OF) {
        return None;
    }
    c.any_word(&["the"]);
    if names::weekday(c).is_some() {
        c.eat(",");
        c.eat(" ");
    }
    let day = c.attempt(month_first).or_else(|| c.attempt(day_first))?;
    match day.part {
        Part::Day { month, day: number } => Some(Point { part: Part::WeekOf { month, day: number }, ..day }),
        _ => None,
    }
}

/// W23 2026, week 23 of 2026
fn numbered_week(c: &mut Cursor) -> Option<Point> {
    // Week 6, 2026 may be one of a school.
    let named = c.any_word(&["calendar week", "week"]);
    if !named && !c.eat_any(&["cw", "w"]) {
        return None;
    }
    let week = Part::Week(c.number(1..=2)?);
    if named && !c.rest().starts_with(" of ") {
        return None;
    }
    let year = Some(year_behind(c)).filter(|year| matches!(year, Year::Written(_)));
    year.map(|year| Point::new(year, week))
}

/// 2026, 2026 Q3, 2026-W23, 2026 June 30, this year, year-end
fn year_unit(c: &mut Cursor) -> Option<Point> {
    if c.any_word(YEAR_ENDS) {
        return Some(Point { edge: Edge::End, ..Point::new(year_behind(c), Part::YEAR) });
    }
    c.any_word(&["calendar year", "year"]);
    let year = c.attempt(year)?;
    if year == Year::Unwritten {
        return None;
    }
    let part = c.attempt(|c| {
        c.eat_any(&[" ", "-", "/"]);
        c.attempt(lettered)
            .or_else(|| c.attempt(numbered))
            .or_else(|| c.attempt(week))
            .or_else(|| month_and_day(c))
    });
    Some(Point::new(year, part.unwrap_or(Part::YEAR)))
}

fn week(c: &mut Cursor) -> Option<Part> {
    if !c.eat("w") {
        return None;
    }
    let number = c.number(2..=2)?;
    ends(c).then_some(Part::Week(number))
}

/// The rest of 2026 June 30 and 2026-Jun
fn month_and_day(c: &mut Cursor) -> Option<Part> {
    let month = month(c)?;
    let day = c.attempt(|c| {
        c.eat_any(&["-", "/"]);
        day_number(c)
    });
    Some(day.map_or(Part::month(month), |day| Part::Day { month, day }))
}

fn ends(c: &Cursor) -> bool {
    !c.rest().starts_with(|next: char| next.is_ascii_alphanumeric())
}
