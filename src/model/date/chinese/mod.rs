//! Chinese date words: 从2018年5月开始到2018年年底, 力争6月底前完成.
//!
//! ```text
//! phrase  = intent* lead* point [ (restated) ] ( tail | connector point tail ) closing*
//! tail    = 前 | 内 | 起 | 后 | nothing
//! ```

mod clock;
mod endless;
mod lead;
mod point;
mod range;

use super::cursor::Cursor;
use super::figures;
use super::phrase::{Dated, Edge, Limit, Part, Phrase, Point};
use lead::{Lead, lead};
use point::point;
use range::{later_point, shared_start};

const CONNECTORS: &[&str] = &["至", "到", "--", "-", "~~", "~"];
const BEFORE: &[&str] = &["或之前", "及之前", "及以前", "之前", "以前", "前"];
const WITHIN: &[&str] = &["期间", "之内", "以内", "之间", "内", "间"];
const AFTER: &[&str] = &["之后", "以后", "后"];

/// What is done by the date, and what else closes a cell without touching the date.
const CLOSING: &[&str] = &[
    "全部完成", "全面完成", "基本完成", "组织完成", "整改完成", "完成整改", "整改到位", "落实到位",
    "投入使用", "完成", "报送", "上报", "报告", "报备", "报", "提交", "递交", "上交", "交", "到位", "结束",
    "落实", "开展", "进行", "召开", "举行", "举办", "组织", "实施", "执行", "施行", "印发", "出台", "发布",
    "验收", "建成", "竣工", "开工", "启动", "办结", "销号", "整改", "反馈", "为止", "截止", "止",
];

pub fn phrase(text: &str) -> Option<Phrase> {
    let mut c = Cursor::new(unwrapped(text));
    c.attempt(dated).or_else(|| c.attempt(endless::recurring)).or_else(|| c.attempt(endless::open_ended))
}

/// The text without brackets around all of it.
fn unwrapped(text: &str) -> &str {
    text.strip_prefix('(')
        .and_then(|text| text.strip_suffix(')'))
        .filter(|inner| !inner.contains(['(', ')']))
        .unwrap_or(text)
}

fn dated(c: &mut Cursor) -> Option<Phrase> {
    let lead = lead(c);
    if let Some((first, end)) = c.attempt(|c| figures::range(c, connector)) {
        return finish_range(c, first, end);
    }
    let first = c.attempt(shared_start).or_else(|| point(c))?;
    if c.attempt(|c| connector(c).then_some(())).is_some() {
        let end = later_point(c, &first)?;
        return finish_range(c, first, end);
    }
    if c.eat("(") {
        return restated(c, lead, first);
    }
    if c.eat_any(AFTER) {
        return close(c, Phrase::OpenEnded);
    }
    if let Some(begun) = beginning(c, lead) {
        return finish_start(c, first, begun);
    }
    let dated = tail(c, lead, first)?;
    if c.eat_any(&["或者", "或"]) {
        let lead = lead::lead(c);
        let second = later_point(c, &first)?;
        let other = tail(c, lead, second)?;
        return close(c, Phrase::Either(Box::new([dated, other])));
    }
    close(c, Phrase::Dated(dated))
}

/// 至 and its like, after 起 or 开始 where they stand: 从5月1日起至.
fn connector(c: &mut Cursor) -> bool {
    c.eat_any(&["开始", "起"]);
    c.eat(",");
    c.eat_any(CONNECTORS)
}

fn finish_range(c: &mut Cursor, mut first: Point, end: Point) -> Option<Phrase> {
    // In 5月7-11日 the two numbers share their 日.
    first.bare_day &= end.bare_day || !shares_day_word(&first, &end);
    let limit = before(c, &end).unwrap_or(Limit::Named);
    let unsure_start = matches!(first.part, Part::DayOrMonth { .. });
    let settled_end = !matches!(end.part, Part::DayOrMonth { .. });
    if unsure_start && settled_end || is_holiday(&first, Limit::Named) || is_holiday(&end, limit) {
        return None;
    }
    c.eat_any(WITHIN);
    let dated = Dated { start: Some(first), end, limit };
    close(c, Phrase::Dated(dated))
}

fn shares_day_word(first: &Point, end: &Point) -> bool {
    first.part.last_month() == end.part.last_month()
}

/// 6月底（6月30日）前
fn restated(c: &mut Cursor, lead: Lead, first: Point) -> Option<Phrase> {
    let second = point(c)?;
    let inner = if connector(c) {
        let end = later_point(c, &second)?;
        let limit = before(c, &end).unwrap_or(Limit::Named);
        Dated { start: Some(second), end, limit }
    } else {
        tail(c, Lead::default(), second)?
    };
    if !c.eat(")") {
        return None;
    }
    let outer = tail(c, lead, first)?;
    close(c, Phrase::Restated(Box::new([outer, inner])))
}

/// 起, 开始: no end is given. 从 alone says the same.
fn beginning(c: &mut Cursor, lead: Lead) -> Option<bool> {
    let begun = c.eat_any(&["开始", "起"]);
    (begun || lead.from).then_some(begun)
}

fn finish_start(c: &mut Cursor, first: Point, begun: bool) -> Option<Phrase> {
    if begun {
        c.eat(",");
        if let Some(phrase) = c.attempt(endless::recurring) {
            return Some(phrase);
        }
        if c.attempt(endless::open_ended).is_some() {
            return Some(Phrase::From(first));
        }
    }
    close(c, Phrase::From(first))
}

/// What stands behind a single date.
fn tail(c: &mut Cursor, lead: Lead, end: Point) -> Option<Dated> {
    let named = if lead.latest {
        Limit::Latest
    } else if lead.until {
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

/// The rest must be understood to its last character.
fn close(c: &mut Cursor, phrase: Phrase) -> Option<Phrase> {
    c.eat_all(CLOSING);
    c.is_done().then_some(phrase)
}
