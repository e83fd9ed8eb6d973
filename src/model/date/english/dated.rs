//! English words with a date: a deadline, a range, or the same said twice.

use super::super::cursor::Cursor;
use super::super::numeric;
use super::super::phrase::{DatePhrase, Dated, Edge, Limit, Part, Point, Year};
use super::connector::connector;
use super::joined::{joined, shared_first};
use super::label::gloss;
use super::open_ended::{open_ended, thereafter};
use super::point::point;
use super::prefix::{EVENTS, Prefix, prefixes};
use super::range::{days_behind_month, later_point, shared_start, weekdays_before};
use super::unit::project_year;
use super::year::year_behind;

pub fn dated(c: &mut Cursor) -> Option<DatePhrase> {
    let (prefix, hour) = prefixes(c);
    let whole_range = c
        .attempt(weekdays_before)
        .or_else(|| c.attempt(project_year).filter(|_| prefix == Prefix::Plain))
        .or_else(|| c.attempt(|c| days_behind_month(c, prefix)))
        .or_else(|| c.attempt(|c| numeric::range(c, |c| connector(c, prefix))));
    if let Some((first, end)) = whole_range {
        return finish_range(c, prefix, first, end);
    }
    let mut first =
        c.attempt(shared_start).or_else(|| c.attempt(shared_first)).or_else(|| c.attempt(point))?;
    hour.put_on(&mut first);
    if let Some(end) = c.attempt(|c| if connector(c, prefix) { later_point(c, &first) } else { None }) {
        return finish_range(c, prefix, first, end);
    }
    if let Some(end) = c.attempt(|c| joined(c, &first)) {
        return finish_joined(c, prefix, first, end);
    }
    if c.passes(|c| connector(c, prefix) && goes_on(c)) {
        return close(c, DatePhrase::From(first));
    }
    match prefix {
        Prefix::Between => None,
        Prefix::After => close(c, DatePhrase::OpenEnded),
        Prefix::From => {
            c.eat(" ");
            c.any_word(&["onwards", "onward", "on"]);
            c.passes(|c| {
                c.eat(",");
                c.eat(" ");
                c.word("and");
                goes_on(c)
            });
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
        c.any_word(&["onwards", "onward", "and onwards", "and beyond", "and after"]) || c.eat("+")
    })
}

/// The end that a range does not have: `June 2019 - ongoing`.
fn goes_on(c: &mut Cursor) -> bool {
    c.any_word(&["present", "to date", "date", "now"]) || open_ended(c).is_some()
}

fn finish_range(c: &mut Cursor, prefix: Prefix, mut first: Point, end: Point) -> Option<DatePhrase> {
    // M6 - 30 June 2026 could be a range, or the same day said twice.
    let is_counted = |point: &Point| matches!(point.part, Part::PlanMonth(_));
    let mixed = is_counted(&first) != is_counted(&end);
    let odd_prefix = matches!(prefix, Prefix::Before | Prefix::After);
    let unsure_start = first.part.is_unsure() && !end.part.is_unsure();
    if odd_prefix || mixed || unsure_start || is_holiday(&first) || is_holiday(&end) {
        return None;
    }
    share_year(&mut first, &end);
    close(c, DatePhrase::Dated(Dated { start: Some(first), end, limit: Limit::Named }))
}

/// The year behind the end is the year of both: May to July 2026.
fn share_year(first: &mut Point, end: &Point) {
    if let (Year::Unwritten, Year::Written(year)) = (first.year, end.year) {
        let earlier = first.part.first_month() > end.part.last_month();
        first.year = Year::Written(year - i32::from(earlier));
    }
}

fn finish_joined(c: &mut Cursor, prefix: Prefix, mut first: Point, end: Point) -> Option<DatePhrase> {
    let Dated { end, limit, .. } = alone(prefix, end)?;
    share_year(&mut first, &end);
    close(c, DatePhrase::Dated(Dated { start: Some(first), end, limit }))
}

fn finish_day(c: &mut Cursor, prefix: Prefix, end: Point) -> Option<DatePhrase> {
    let prefix = if latest_behind(c) { Prefix::Latest } else { prefix };
    let dated = alone(prefix, end)?;
    if let Some(inner) = c.attempt(restatement) {
        let both = of_one_year(dated, inner, year_behind(c));
        return close(c, DatePhrase::Restated(Box::new(both)));
    }
    if let Some((prefix, second)) = c.attempt(alternative) {
        let other = alone(prefix, second)?;
        return close(c, DatePhrase::Either(Box::new([dated, other])));
    }
    close(c, DatePhrase::Dated(dated))
}

/// What is said twice has the year that is said once: in one of the two, or behind both.
fn of_one_year(mut dated: Dated, mut inner: Dated, behind: Year) -> [Dated; 2] {
    if inner.end.year == Year::Unwritten && behind != Year::Unwritten {
        inner.end.year = behind;
    }
    let lend = |to: &mut Point, from: &Point| {
        if let (Year::Unwritten, Year::Written(_)) = (to.year, from.year) {
            to.year = from.year;
        }
    };
    lend(&mut inner.end, &dated.end);
    lend(&mut dated.end, &inner.end);
    inner.start.iter_mut().for_each(|start| share_year(start, &inner.end));
    [dated, inner]
}

/// `(30 June 2026)` behind `M6`, `(April-June)` behind `Q2`
fn restatement(c: &mut Cursor) -> Option<Dated> {
    c.eat(" ");
    if !(c.eat("(=") || c.eat("(") || c.eat("= ")) {
        return None;
    }
    c.eat(" ");
    c.any_word(&["i.e.", "i.e", "=", "by", "on", "until", "from"]);
    let mut first = c.attempt(shared_start).or_else(|| c.attempt(point))?;
    let mut end = first;
    let range = c.attempt(|c| if connector(c, Prefix::Plain) { later_point(c, &first) } else { None });
    let start = if let Some(last) = range.or_else(|| c.attempt(|c| joined(c, &first))) {
        share_year(&mut first, &last);
        end = last;
        Some(first)
    } else {
        None
    };
    if is_holiday(&end) {
        return None;
    }
    (c.eat(")") || c.is_done()).then_some(Dated { start, end, limit: Limit::Named })
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
    const LATEST: &[&str] =
        &["at the latest", "at latest", "latest", "or earlier", "or before", "or sooner", "if not sooner"];
    c.passes(|c| {
        c.eat(",");
        c.eat(" ");
        let bracket = c.eat("(");
        c.any_word(LATEST) && bracket == c.eat(")")
    })
}

fn alone(prefix: Prefix, mut end: Point) -> Option<Dated> {
    let limit = match prefix {
        Prefix::Plain => Limit::Named,
        // "Before the end of June" is until June ends; and by Christmas is before or on the day.
        Prefix::Before if end.edge != Edge::End => Limit::Before,
        Prefix::By if is_holiday(&end) => Limit::Before,
        Prefix::By | Prefix::Before => Limit::By,
        Prefix::Latest => Limit::Latest,
        Prefix::From | Prefix::After | Prefix::Between => return None,
    };
    let in_the_middle = matches!(end.part, Part::Days { first: 11, last: 20, .. });
    if in_the_middle && matches!(limit, Limit::By | Limit::Before) {
        end.edge = Edge::Middle;
    }
    let dated = Dated { start: None, end, limit };
    (!is_holiday(&end) || limit == Limit::Before).then_some(dated)
}

/// Christmas is a season as well as a day.
fn is_holiday(point: &Point) -> bool {
    matches!(point.part, Part::Festival { .. })
}

/// The rest must be understood to its last character.
fn close(c: &mut Cursor, phrase: DatePhrase) -> Option<DatePhrase> {
    c.passes(remark);
    if let DatePhrase::Dated(dated) = &phrase {
        c.passes(|c| gloss(c, dated));
        c.passes(remark);
        c.passes(thereafter);
    }
    c.eat(" ");
    c.is_done().then_some(phrase)
}

/// Words behind a date that leave it as it is.
fn remark(c: &mut Cursor) -> bool {
    const REMARKS: &[&str] = &[
        "inclusive", "included", "incl.", "incl", "deadline", "end of day", "submission deadline",
        "target date", "target", "extended", "revised", "estimated", "est.", "est", "planned", "expected",
        "projected", "anticipated", "tentative", "provisional", "proposed", "final", "firm", "hard deadline",
        "completed", "complete", "done", "achieved", "delivered", "submitted", "on track", "in progress",
        "due",
    ];
    c.eat_any(&[",", " -"]);
    c.eat(" ");
    let bracket = c.eat("(");
    c.any_word(&["both", "dates"]);
    (c.any_word(REMARKS) || c.any_word(EVENTS)) && bracket == c.eat(")")
}
