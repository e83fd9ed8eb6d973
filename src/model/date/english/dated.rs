//! English words with a date: a deadline, a range, or the same said twice.

use super::super::cursor::Cursor;
use super::super::numeric;
use super::super::phrase::{DatePhrase, Dated, Edge, Limit, Part, Point, Year};
use super::connector::connector;
use super::point::point;
use super::prefix::{Prefix, prefixes};
use super::range::{days_behind_month, later_point, shared_start};

pub fn dated(c: &mut Cursor) -> Option<DatePhrase> {
    let (prefix, midnight) = prefixes(c);
    let whole_range = c
        .attempt(|c| days_behind_month(c, prefix))
        .or_else(|| c.attempt(|c| numeric::range(c, |c| connector(c, prefix))));
    if let Some((first, end)) = whole_range {
        return finish_range(c, prefix, first, end);
    }
    let mut first = c.attempt(shared_start).or_else(|| c.attempt(point))?;
    first.midnight |= midnight;
    if c.passes(|c| connector(c, prefix)) {
        let end = later_point(c, &first)?;
        return finish_range(c, prefix, first, end);
    }
    match prefix {
        Prefix::Between => None,
        Prefix::After => close(c, DatePhrase::OpenEnded),
        Prefix::From => {
            c.any_word(&["onwards", "onward", "on"]);
            close(c, DatePhrase::From(first))
        }
        _ if onwards(c) => close(c, DatePhrase::From(first)),
        _ if c.any_word(&["or later", "or after"]) => close(c, DatePhrase::OpenEnded),
        _ => finish_day(c, prefix, first),
    }
}

fn onwards(c: &mut Cursor) -> bool {
    c.passes(|c| {
        c.eat(" ");
        c.any_word(&["onwards", "onward"])
    })
}

fn finish_range(c: &mut Cursor, prefix: Prefix, mut first: Point, end: Point) -> Option<DatePhrase> {
    let unsure_start = matches!(first.part, Part::DayOrMonth { .. });
    let settled_end = !matches!(end.part, Part::DayOrMonth { .. });
    // M6 - 30 June 2026 could be a range, or the same day said twice.
    let is_counted = |point: &Point| matches!(point.part, Part::PlanMonth(_));
    let mixed = is_counted(&first) != is_counted(&end);
    let odd_prefix = matches!(prefix, Prefix::Before | Prefix::After);
    if odd_prefix || mixed || unsure_start && settled_end || is_holiday(&first) || is_holiday(&end) {
        return None;
    }
    // The year behind the end is the year of both: May to July 2026.
    if let (Year::Unwritten, Year::Written(year)) = (first.year, end.year) {
        let earlier = first.part.first_month() > end.part.last_month();
        first.year = Year::Written(year - i32::from(earlier));
    }
    let dated = Dated { start: Some(first), end, limit: Limit::Named };
    close(c, DatePhrase::Dated(dated))
}

fn finish_day(c: &mut Cursor, prefix: Prefix, end: Point) -> Option<DatePhrase> {
    let prefix = if latest_behind(c) { Prefix::Latest } else { prefix };
    let dated = alone(prefix, end)?;
    if let Some(second) = c.attempt(restatement) {
        let inner = alone(Prefix::Plain, second)?;
        return close(c, DatePhrase::Restated(Box::new([dated, inner])));
    }
    if let Some((prefix, second)) = c.attempt(alternative) {
        let other = alone(prefix, second)?;
        return close(c, DatePhrase::Either(Box::new([dated, other])));
    }
    close(c, DatePhrase::Dated(dated))
}

/// `(30 June 2026)` behind `M6`
fn restatement(c: &mut Cursor) -> Option<Point> {
    c.eat(" ");
    if !(c.eat("(=") || c.eat("(") || c.eat("= ")) {
        return None;
    }
    c.eat(" ");
    c.any_word(&["by", "i.e", "="]);
    let second = point(c)?;
    (c.eat(")") || c.is_done()).then_some(second)
}

/// `or 15 June`
fn alternative(c: &mut Cursor) -> Option<(Prefix, Point)> {
    c.eat(" ");
    if !c.word("or") {
        return None;
    }
    let (prefix, _) = prefixes(c);
    Some((prefix, point(c)?))
}

fn latest_behind(c: &mut Cursor) -> bool {
    const LATEST: &[&str] = &["at the latest", "at latest", "latest", "or earlier", "or before"];
    c.passes(|c| {
        c.eat(",");
        c.eat(" ");
        let bracket = c.eat("(");
        c.any_word(LATEST) && bracket == c.eat(")")
    })
}

fn alone(prefix: Prefix, end: Point) -> Option<Dated> {
    let limit = match prefix {
        Prefix::Plain => Limit::Named,
        // "Before the end of June" is until June ends; and by Christmas is before or on the day.
        Prefix::Before if end.edge != Edge::End => Limit::Before,
        Prefix::By if is_holiday(&end) => Limit::Before,
        Prefix::By | Prefix::Before => Limit::By,
        Prefix::Latest => Limit::Latest,
        Prefix::From | Prefix::After | Prefix::Between => return None,
    };
    let dated = Dated { start: None, end, limit };
    (!is_holiday(&end) || limit == Limit::Before).then_some(dated)
}

/// Christmas is a season as well as a day.
fn is_holiday(point: &Point) -> bool {
    matches!(point.part, Part::Festival { .. })
}

/// The rest must be understood to its last character.
fn close(c: &mut Cursor, phrase: DatePhrase) -> Option<DatePhrase> {
    const CLOSING: &[&str] = &["inclusive", "included", "incl", "incl.", "deadline", "end of day"];
    c.passes(|c| {
        c.eat(",");
        c.eat(" ");
        let bracket = c.eat("(");
        c.eat("both ");
        c.any_word(CLOSING) && bracket == c.eat(")")
    });
    c.eat(" ");
    c.is_done().then_some(phrase)
}
