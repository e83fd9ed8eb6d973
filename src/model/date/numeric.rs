//! Dates in digits alone: 2018-05-25, 2018.5.25, 20180525, 06/07/2018.

use super::cursor::Cursor;
use super::form::{Form, One};
use super::unit::{Stretch, Unit, Year};

/// Reads a phrase that is one date in digits.
pub(super) fn parse(plain: &str) -> Option<Form> {
    let mut cursor = Cursor::new(plain);
    let form = cursor.attempt(|cursor| full(cursor).map(one)).or_else(|| cursor.attempt(slashed))?;
    cursor.is_at_end().then_some(form)
}

fn one(unit: Unit) -> Form {
    Form::One(One::new(unit))
}

/// Reads year, month and day, separated alike or not at all.
pub(super) fn full(cursor: &mut Cursor<'_>) -> Option<Unit> {
    let (year, length) = cursor.digits()?;
    if length == 8 {
        let stretch = Stretch::Day { month: year / 100 % 100, day: year % 100 };
        return Some(Unit::new(written(year / 10_000)?, stretch));
    }
    let separator = cursor.one(|c| matches!(c, '-' | '.' | '/').then_some(c)).filter(|_| length == 4)?;
    let (month, _) = cursor.digits().filter(|(_, length)| *length <= 2)?;
    cursor.one(|c| (c == separator).then_some(()))?;
    let (day, _) = cursor.digits().filter(|(_, length)| *length <= 2)?;
    Some(Unit::new(written(year)?, Stretch::Day { month, day }))
}

pub(super) fn written(year: u32) -> Option<Year> {
    // Plans are of our time: any other number of four digits is no year.
    (1900..=2999).contains(&year).then(|| i32::try_from(year).ok()).flatten().map(Year::Written)
}

/// Reads 06/07/2018, 10.06.2018 and 6/7: which is the month depends on who wrote it.
fn slashed(cursor: &mut Cursor<'_>) -> Option<Form> {
    let (first, _) = cursor.digits().filter(|(_, length)| *length <= 2)?;
    let separator = cursor.one(|c| matches!(c, '/' | '.' | '-').then_some(c))?;
    let (second, _) = cursor.digits().filter(|(_, length)| *length <= 2)?;
    let year = match cursor.one(|c| (c == separator).then_some(())) {
        Some(()) => written(cursor.digits().filter(|(_, length)| *length == 4)?.0)?,
        // 5.25 is month and day in Chinese plans, 5-25 may be two numbers.
        None if separator == '/' => Year::Unsaid,
        None => return None,
    };
    let unit = |month, day| Unit::new(year, Stretch::Day { month, day });
    Some(match (first, second) {
        (13.., _) => one(unit(second, first)),
        (_, 13..) => one(unit(first, second)),
        _ if first == second => one(unit(first, second)),
        _ => Form::EitherDay(unit(first, second), unit(second, first)),
    })
}
