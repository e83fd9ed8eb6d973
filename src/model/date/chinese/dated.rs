//! Chinese words with a date: a deadline, a range, or the same said twice.

use super::super::cursor::Cursor;
use super::super::numeric;
use super::super::phrase::{DatePhrase, Dated, Edge, Limit, Part, Point};
use super::closing::close;
use super::connector::{BEGUN, connector};
use super::open_ended::{open_ended, recurring};
use super::point::point;
use super::prefix::{self, Prefix};
use super::range::{later_point, shared_start};

const BEFORE: &[&str] = &["或之前", "及之前", "及以前", "之前", "以前", "前"];
const WITHIN: &[&str] = &["期间", "之内", "以内", "之间", "内", "间"];
const AFTER: &[&str] = &["之后", "以后", "后"];

pub fn dated(c: &mut Cursor) -> Option<DatePhrase> {
    let prefix = prefix::prefix(c);
    if let Some((first, end)) = c.attempt(|c| numeric::range(c, connector)) {
        return finish_range(c, first, end);
    }
    let first = c.attempt(shared_start).or_else(|| point(c))?;
    if c.passes(connector) {
        let end = later_point(c, &first)?;
        return finish_range(c, first, end);
    }
    if c.eat("(") {
        return restated(c, prefix, first);
    }
    if c.eat_any(AFTER) {
        return close(c, DatePhrase::OpenEnded);
    }
    // 起, 开始: no end is given. 从 alone says the same.
    let begun = c.eat_any(BEGUN);
    if begun || prefix.from {
        return finish_start(c, first, begun);
    }
    let dated = tail(c, prefix, first)?;
    if c.eat_any(&["或者", "或"]) {
        let prefix = prefix::prefix(c);
        let second = later_point(c, &first)?;
        let other = tail(c, prefix, second)?;
        return close(c, DatePhrase::Either(Box::new([dated, other])));
    }
    close(c, DatePhrase::Dated(dated))
}

fn finish_range(c: &mut Cursor, mut first: Point, end: Point) -> Option<DatePhrase> {
    // In 5月7-11日 the two numbers share their 日.
    first.bare_day &= end.bare_day || first.part.last_month() != end.part.last_month();
    let limit = before(c, &end).unwrap_or(Limit::Named);
    let unsure_start = matches!(first.part, Part::DayOrMonth { .. });
    let settled_end = !matches!(end.part, Part::DayOrMonth { .. });
    if unsure_start && settled_end || is_holiday(&first, Limit::Named) || is_holiday(&end, limit) {
        return None;
    }
    c.eat_any(WITHIN);
    let dated = Dated { start: Some(first), end, limit };
    close(c, DatePhrase::Dated(dated))
}

/// 6月底（6月30日）前
fn restated(c: &mut Cursor, prefix: Prefix, first: Point) -> Option<DatePhrase> {
    let second = point(c)?;
    let inner = if connector(c) {
        let end = later_point(c, &second)?;
        let limit = before(c, &end).unwrap_or(Limit::Named);
        Dated { start: Some(second), end, limit }
    } else {
        tail(c, Prefix::default(), second)?
    };
    if !c.eat(")") {
        return None;
    }
    let outer = tail(c, prefix, first)?;
    close(c, DatePhrase::Restated(Box::new([outer, inner])))
}

fn finish_start(c: &mut Cursor, first: Point, begun: bool) -> Option<DatePhrase> {
    if begun {
        c.eat(",");
        if let Some(phrase) = c.attempt(recurring) {
            return Some(phrase);
        }
        if c.attempt(open_ended).is_some() {
            return Some(DatePhrase::From(first));
        }
    }
    close(c, DatePhrase::From(first))
}

/// What stands behind a single date.
fn tail(c: &mut Cursor, prefix: Prefix, end: Point) -> Option<Dated> {
    let named = if prefix.latest {
        Limit::Latest
    } else if prefix.until {
        Limit::By
    } else {
        Limit::Named
    };
    let limit = before(c, &end).unwrap_or(named);
    let is_stretch = !end.part.is_day() && end.edge == Edge::Whole;
    if limit == Limit::Named && is_stretch {
        c.eat_any(WITHIN);
    }
    let dated = Dated { start: None, end, limit };
    (!is_holiday(&end, limit)).then_some(dated)
}

/// 前, in all its forms.
fn before(c: &mut Cursor, end: &Point) -> Option<Limit> {
    if !c.eat_any(BEFORE) {
        return None;
    }
    if end.part.is_day() {
        c.eat_any(&["(含当日)", "(含当天)", "(含本日)", "(含)"]);
    }
    let eve = matches!(end.part, Part::Festival { .. }) && end.edge == Edge::Whole;
    Some(if eve { Limit::Eve } else { Limit::By })
}

/// 国庆 without 前 or 当天 is a holiday of several days.
fn is_holiday(point: &Point, limit: Limit) -> bool {
    let long = matches!(point.part, Part::Festival { month: 1 | 5 | 10, day: 1 });
    long && limit != Limit::Eve
}
