//! English date words: by end of July, 1-5 May 2026, mid-May to late July, M9.
//!
//! ```text
//! phrase = lead* point [ "(" restated ")" ] [ connector point ] closing*
//! lead   = by | before | until | no later than | from | …
//! ```

mod clock;
mod endless;
mod lead;
mod point;
mod range;

use super::cursor::Cursor;
use super::figures;
use super::phrase::{Dated, Edge, Limit, Part, Phrase, Point, Year};
use lead::{Lead, leads};
use point::point;
use range::{days_behind_month, later_point, shared_start};

const CONNECTORS: &[&str] = &["--", "-", "~"];
const CONNECTING_WORDS: &[&str] = &["up to", "to", "until", "till", "through", "thru"];

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
    let (lead, midnight) = leads(c);
    let whole_range = c
        .attempt(|c| days_behind_month(c, lead))
        .or_else(|| c.attempt(|c| figures::range(c, |c| connector(c, lead))));
    if let Some((first, end)) = whole_range {
        return finish_range(c, lead, first, end);
    }
    let mut first = c.attempt(shared_start).or_else(|| c.attempt(point))?;
    first.midnight |= midnight;
    let connected = c.attempt(|c| connector(c, lead).then_some(())).is_some();
    if connected {
        let end = later_point(c, &first)?;
        return finish_range(c, lead, first, end);
    }
    match lead {
        Lead::Between => None,
        Lead::After => close(c, Phrase::OpenEnded),
        Lead::From => {
            c.any_word(&["onwards", "onward", "on"]);
            close(c, Phrase::From(first))
        }
        _ if onwards(c) => close(c, Phrase::From(first)),
        _ if c.any_word(&["or later", "or after"]) => close(c, Phrase::OpenEnded),
        _ => finish_day(c, lead, first),
    }
}

/// To, with its spaces; `and` only after `between`.
fn connector(c: &mut Cursor, lead: Lead) -> bool {
    c.eat(" ");
    if c.eat_any(CONNECTORS) {
        c.eat(" ");
        return true;
    }
    c.any_word(CONNECTING_WORDS) || lead == Lead::Between && c.word("and")
}

fn onwards(c: &mut Cursor) -> bool {
    c.attempt(|c| {
        c.eat(" ");
        c.any_word(&["onwards", "onward"]).then_some(())
    })
    .is_some()
}

fn finish_range(c: &mut Cursor, lead: Lead, mut first: Point, end: Point) -> Option<Phrase> {
    let unsure_start = matches!(first.part, Part::DayOrMonth { .. });
    let settled_end = !matches!(end.part, Part::DayOrMonth { .. });
    // M6 - 30 June 2026 could be a range, or the same day said twice.
    let is_counted = |point: &Point| matches!(point.part, Part::PlanMonth(_));
    let mixed = is_counted(&first) != is_counted(&end);
    let odd_lead = matches!(lead, Lead::Before | Lead::After);
    if odd_lead || mixed || unsure_start && settled_end || is_holiday(&first) || is_holiday(&end) {
        return None;
    }
    // The year behind the end is the year of both: May to July 2026.
    if let (Year::Unwritten, Year::Written(year)) = (first.year, end.year) {
        let earlier = first.part.first_month() > end.part.last_month();
        first.year = Year::Written(year - i32::from(earlier));
    }
    let dated = Dated { start: Some(first), end, limit: Limit::Named };
    close(c, Phrase::Dated(dated))
}

fn finish_day(c: &mut Cursor, lead: Lead, end: Point) -> Option<Phrase> {
    let lead = if latest_behind(c) { Lead::Latest } else { lead };
    let dated = alone(lead, end)?;
    if let Some(second) = c.attempt(restatement) {
        let inner = alone(Lead::Plain, second)?;
        return close(c, Phrase::Restated(Box::new([dated, inner])));
    }
    if let Some((lead, second)) = c.attempt(alternative) {
        let other = alone(lead, second)?;
        return close(c, Phrase::Either(Box::new([dated, other])));
    }
    close(c, Phrase::Dated(dated))
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
fn alternative(c: &mut Cursor) -> Option<(Lead, Point)> {
    c.eat(" ");
    if !c.word("or") {
        return None;
    }
    let (lead, _) = leads(c);
    Some((lead, point(c)?))
}

fn latest_behind(c: &mut Cursor) -> bool {
    c.attempt(|c| {
        c.eat(",");
        c.eat(" ");
        let bracket = c.eat("(");
        let said = c.any_word(&["at the latest", "at latest", "latest", "or earlier", "or before"]);
        (said && bracket == c.eat(")")).then_some(())
    })
    .is_some()
}

fn alone(lead: Lead, end: Point) -> Option<Dated> {
    let festival = matches!(end.part, Part::Festival { .. });
    let limit = match lead {
        Lead::Plain => Limit::Named,
        // "Before the end of June" is until June ends; and by Christmas is before or on the day.
        Lead::Before if end.edge != Edge::End => Limit::Before,
        Lead::By if festival => Limit::Before,
        Lead::By | Lead::Before => Limit::By,
        Lead::Latest => Limit::Latest,
        Lead::From | Lead::After | Lead::Between => return None,
    };
    let dated = Dated { start: None, end, limit };
    (!is_holiday(&end) || limit == Limit::Before).then_some(dated)
}

/// Christmas is a season as well as a day.
fn is_holiday(point: &Point) -> bool {
    matches!(point.part, Part::Festival { .. })
}

/// The rest must be understood to its last character.
fn close(c: &mut Cursor, phrase: Phrase) -> Option<Phrase> {
    const CLOSING: &[&str] = &["inclusive", "included", "incl", "incl.", "deadline", "end of day"];
    c.attempt(|c| {
        c.eat(",");
        c.eat(" ");
        let bracket = c.eat("(");
        c.eat("both ");
        (c.any_word(CLOSING) && bracket == c.eat(")")).then_some(())
    });
    c.eat(" ");
    c.is_done().then_some(phrase)
}
