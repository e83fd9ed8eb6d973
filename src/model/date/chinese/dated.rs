//! Chinese words with a date: a deadline, a range, or the same said twice.

use super::super::cursor::Cursor;
use super::super::phrase::{DatePhrase, Dated, Edge, Limit, Part, Point};
use super::after_day::remark;
use super::closing::closing;
use super::connector::{BEGUN, connector};
use super::ending::close;
use super::gloss::{Stretch, stretch};
use super::issue::issue;
use super::office::subject;
use super::open_ended::{leads_in, open_ended, recurring};
use super::point::point;
use super::prefix::{self, Prefix};
use super::range::{later_point, two_ends};
use super::zones::zone;

const BEFORE: &[&str] = &["或之前", "及之前", "及以前", "之前", "以前", "前"];
const WITHIN: &[&str] = &["期间", "之内", "以内", "之间", "内", "间"];
const AFTER: &[&str] = &["之后", "以后", "后"];

pub fn dated(c: &mut Cursor) -> Option<DatePhrase> {
    if begins_with_month(c) {
        let prefix = prefix::prefix(c);
        return from_point(c, prefix);
    }
    if let Some(phrase) = c.attempt(stage).or_else(|| c.attempt(beside_stretch)) {
        return Some(phrase);
    }
    c.passes(subject);
    let led = c.passes(leads_in);
    let prefix = prefix::prefix(c);
    if c.passes(issue) {
        return since_issue(c, prefix);
    }
    let phrase = from_point(c, prefix)?;
    // 立行立改，6月 may begin in June.
    (!led || phrase.names_deadline()).then_some(phrase)
}

/// 6月…: the commonest words have nothing before the date.
fn begins_with_month(c: &Cursor) -> bool {
    let behind = c.rest().trim_start_matches(|c: char| c.is_ascii_digit());
    behind.len() < c.rest().len() && behind.starts_with('月')
}

fn from_point(c: &mut Cursor, prefix: Prefix) -> Option<DatePhrase> {
    if let Some((first, end)) = c.attempt(two_ends) {
        let dated = range(c, prefix, first, end)?;
        return said_twice(c, dated, None);
    }
    let first = point(c)?;
    let inner = c.attempt(bracketed);
    if c.eat_any(AFTER) {
        return inner.is_none().then(|| close(c, DatePhrase::OpenEnded))?;
    }
    // 起, 开始: no end is given. 从 alone says the same.
    let begun = c.eat_any(BEGUN);
    if begun || prefix.from {
        return inner.is_none().then(|| finish_start(c, first, begun))?;
    }
    let dated = tail(c, prefix, first)?;
    if inner.is_none() && c.eat_any(&["或者", "或"]) {
        let prefix = prefix::prefix(c);
        let second = later_point(c, &first)?;
        let other = tail(c, prefix, second)?;
        return close(c, DatePhrase::Either(Box::new([dated, other])));
    }
    // 3月底4月初
    if dated.end.edge == Edge::End
        && let Some(next) = c.attempt(|c| point(c).filter(|next| next.edge == Edge::Start))
    {
        let next = Dated { start: None, end: next, limit: dated.limit };
        return close(c, DatePhrase::Either(Box::new([dated, next])));
    }
    said_twice(c, dated, inner)
}

/// 6月底（6月30日）前, 6月底前（6月30日）, 4—6月（二季度）
fn said_twice(c: &mut Cursor, dated: Dated, inner: Option<Dated>) -> Option<DatePhrase> {
    let phrase = match inner.or_else(|| c.attempt(bracketed)) {
        Some(inner) => DatePhrase::Restated(Box::new([dated, inner])),
        None => DatePhrase::Dated(dated),
    };
    close(c, phrase)
}

/// A date or a range in brackets.
fn bracketed(c: &mut Cursor) -> Option<Dated> {
    if !c.eat("(") {
        return None;
    }
    c.eat_any(&["即", "为"]);
    let dated = one_or_two_ends(c)?;
    c.eat(")").then_some(dated)
}

fn one_or_two_ends(c: &mut Cursor) -> Option<Dated> {
    let prefix = prefix::prefix(c);
    if prefix.from {
        return None;
    }
    if let Some((first, end)) = c.attempt(two_ends) {
        return range(c, prefix, first, end);
    }
    let end = point(c)?;
    tail(c, prefix, end)
}

/// 第一阶段（4月1日—30日）, 自查自纠阶段：5月: what the name is of. A single day could be its first or its last.
fn stage(c: &mut Cursor) -> Option<DatePhrase> {
    prefix::prefix(c);
    if !matches!(stretch(c)?, Stretch::Stage | Stretch::Batch) {
        return None;
    }
    let inside = c.rest().strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    let mut inner = Cursor::new(inside.unwrap_or(c.rest()));
    inner.eat_any(&[":", ","]);
    let phrase = dated(&mut inner)?;
    *c = inner;
    let single_day = matches!(
        phrase,
        DatePhrase::Dated(Dated { start: None, limit: Limit::Named, end }) if end.part.is_day()
    );
    (!single_day).then_some(phrase)
}

/// 第6周（3月26日—4月1日）, 端午节前（6月17日前）: the days that are written count. A single day beside
/// something longer could be its first or its last.
fn beside_stretch(c: &mut Cursor) -> Option<DatePhrase> {
    prefix::prefix(c);
    let stretch = stretch(c)?;
    let before = c.eat_any(BEFORE);
    let bracket = c.eat("(");
    if !bracket {
        c.eat_any(&[":", ","]);
    }
    let dated = one_or_two_ends(c)?;
    if bracket && !c.eat(")") {
        return None;
    }
    let is_range = dated.start.is_some();
    let is_deadline = dated.start.is_none() && dated.end.part.is_day() && stretch == Stretch::Holiday;
    let limit = match (bracket && !before && c.eat_any(BEFORE), before) {
        (true, _) if is_deadline && dated.limit == Limit::Named => Limit::Before,
        (true, _) => return None,
        (_, true) if dated.limit == Limit::Named => return None,
        _ => dated.limit,
    };
    c.eat_any(WITHIN);
    if !(is_range && !before || is_deadline && bracket) {
        return None;
    }
    close(c, DatePhrase::Dated(Dated { limit, ..dated }))
}

/// 即日起至6月30日, 即日起，6月底前; without an end, 即日起.
fn since_issue(c: &mut Cursor, prefix: Prefix) -> Option<DatePhrase> {
    let begun = c.eat_any(BEGUN);
    if let Some(phrase) = c.attempt(|c| until(c, begun)) {
        return Some(phrase);
    }
    c.eat(",");
    if c.attempt(recurring).is_some() {
        return Some(DatePhrase::Recurring(None));
    }
    if let Some(phrase) = c.attempt(open_ended) {
        return Some(phrase);
    }
    if begun || prefix.from { close(c, DatePhrase::OpenEnded) } else { None }
}

/// 至6月30日, ，6月底前
fn until(c: &mut Cursor, begun: bool) -> Option<DatePhrase> {
    let to = c.passes(connector);
    if !(to || begun && c.eat(",")) {
        return None;
    }
    let inner = prefix::prefix(c);
    let end = point(c)?;
    let dated = tail(c, inner, end)?;
    if to || dated.limit != Limit::Named { close(c, DatePhrase::SinceIssue(dated)) } else { None }
}

fn finish_start(c: &mut Cursor, first: Point, begun: bool) -> Option<DatePhrase> {
    if begun {
        c.eat(",");
        if c.attempt(recurring).is_some() {
            return Some(DatePhrase::Recurring(None));
        }
        if c.attempt(open_ended).is_some() {
            return Some(DatePhrase::From(first));
        }
    }
    close(c, DatePhrase::From(first))
}

fn range(c: &mut Cursor, prefix: Prefix, mut first: Point, mut end: Point) -> Option<Dated> {
    // In 5月7-11日 the two numbers share their 日.
    first.bare_day &= end.bare_day || first.part.last_month() != end.part.last_month();
    let limit = before(c, &mut end).unwrap_or(Limit::Named);
    let unsure_start = matches!(first.part, Part::DayOrMonth { .. });
    let settled_end = !matches!(end.part, Part::DayOrMonth { .. });
    if unsure_start && settled_end || is_holiday(&first, Limit::Named) || is_holiday(&end, limit) {
        return None;
    }
    c.eat_any(WITHIN);
    let dated = Dated { start: Some(first), end, limit };
    is_firm(c, prefix, &dated).then_some(dated)
}

/// What stands behind a single date.
fn tail(c: &mut Cursor, prefix: Prefix, mut end: Point) -> Option<Dated> {
    let limit = before(c, &mut end).or(prefix.limit).unwrap_or(Limit::Named);
    let is_stretch = !end.part.is_day() && end.edge == Edge::Whole;
    if limit == Limit::Named && is_stretch {
        c.eat_any(WITHIN);
    }
    let dated = Dated { start: None, end, limit };
    (!is_holiday(&end, limit) && is_firm(c, prefix, &dated)).then_some(dated)
}

/// 前, in all its forms.
fn before(c: &mut Cursor, end: &mut Point) -> Option<Limit> {
    if !c.eat_any(BEFORE) {
        return None;
    }
    if end.part.is_day() || end.edge == Edge::End {
        c.attempt(|c| remark(c, end));
        end.zone = c.attempt(zone).or(end.zone);
    }
    let eve = matches!(end.part, Part::Festival { .. }) && end.edge == Edge::Whole;
    Some(if eve { Limit::Eve } else { Limit::By })
}

/// 预计6月底 is a forecast; 预计6月底前 and 预计6月底完成 are what the plan counts on.
fn is_firm(c: &Cursor, prefix: Prefix, dated: &Dated) -> bool {
    !prefix.expected || dated.limit != Limit::Named || closing(&mut { *c }).is_some()
}

/// 国庆 without 前 or 当天 is a holiday of several days.
fn is_holiday(point: &Point, limit: Limit) -> bool {
    let long = matches!(point.part, Part::Festival { month: 1 | 5 | 10, day: 1 });
    long && limit != Limit::Eve
}
