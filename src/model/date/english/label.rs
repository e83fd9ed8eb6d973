//! Names that are no dates by themselves: Week 6, Q4 FY18, spring term.

use super::super::cursor::Cursor;
use super::super::phrase::{Dated, Year};

/// Shorter than a month: beside a month they do not say when.
const SHORT: &[&str] = &[
    "weeks", "week", "wks", "wk", "w", "cw", "sprints", "sprint", "working days", "working day",
    "business days", "calendar days", "days", "day", "easter", "christmas", "thanksgiving", "half-term",
    "half term", "holidays", "holiday", "vacation", "break", "weekend", "bank", "reading", "exam", "exams",
    "examination", "revision", "study",
];
const SEASONS: &[&str] = &[
    "spring", "summer", "autumn", "fall", "winter", "michaelmas", "hilary", "lent", "trinity", "terms",
    "term", "semesters", "semester", "trimester", "session", "half", "end", "start", "beginning", "mid",
    "first", "second", "third", "fourth", "last",
];
/// As long as the office says.
const LONG: &[&str] = &[
    "academic year", "school year", "financial year", "fiscal year", "fiscal", "fy", "ay", "sy", "reporting",
    "project", "phases", "phase", "stage", "step", "periods", "period", "rp", "round", "wave", "years",
    "year", "yr", "y", "part", "milestone", "ms", "deliverable", "d", "task", "t", "action", "work package",
    "wp", "cycle", "call", "lot", "tranche", "cohort", "block", "module", "iteration", "quarter", "q", "h",
    "semi-annual", "long-term", "long term", "medium-term", "medium term", "short-term", "short term",
];
const BETWEEN: &[&str] = &["the", "of", "in", "no.", "#", "and", "to"];

/// What a run of labels names.
#[derive(Debug, Clone, Copy, Default)]
pub struct Labels {
    /// The shortest of them is shorter than a month.
    pub short: bool,
    /// It lies somewhere in its year.
    season: bool,
    /// They hold a year, which may not be the calendar's.
    of_year: bool,
}

impl Labels {
    /// Whether a date is settled beside a label of a year: by a year of its own.
    pub fn fit(self, dated: &Dated) -> bool {
        !self.of_year || !matches!(dated.end.year, Year::Unwritten | Year::Plan(_) | Year::After(_))
    }
}

/// A bracket that only says the same in the office's own terms: (Q4, FY18).
pub fn gloss(c: &mut Cursor, dated: &Dated) -> bool {
    c.eat(" ");
    // In 3 weeks counts from the date.
    if !c.eat("(") || c.rest().starts_with("in ") {
        return false;
    }
    if c.passes(|c| lasting(c) && c.eat(")")) {
        return true;
    }
    let labels = labels(c);
    let fits =
        |labels: Labels| labels.fit(dated) && (dated.end.part.is_day() || !(labels.short || labels.season));
    labels.is_some_and(fits) && c.eat(")")
}

/// 12 months
fn lasting(c: &mut Cursor) -> bool {
    let counted = c.number(1..=3).is_some() && (c.eat(" ") || c.eat("-"));
    counted && c.any_word(&["days", "day", "weeks", "week", "months", "month", "years", "year"])
}

pub fn labels(c: &mut Cursor) -> Option<Labels> {
    let mut labels = Labels::default();
    let mut named = false;
    loop {
        if c.passes(|c| label(c, SHORT)) {
            labels.short = true;
            named = true;
        } else if c.passes(|c| label(c, SEASONS)) {
            labels.season = true;
            named = true;
        } else if c.passes(|c| label(c, LONG)) {
            named = true;
        } else if let Some(of_year) = c.attempt(number) {
            labels.of_year |= of_year;
        } else if !c.any_word(BETWEEN) {
            return named.then_some(labels);
        }
        let more = |c: &mut Cursor| {
            c.eat_any(&[",", "/", "'"]) && {
                c.eat(" ");
                let mut ahead = *c;
                [SHORT, SEASONS, LONG].into_iter().any(|words| label(&mut ahead, words))
            }
        };
        if !c.passes(more) {
            c.eat(" ");
        }
    }
}

/// A label, which its number may follow at once: `FY18`.
fn label(c: &mut Cursor, words: &[&str]) -> bool {
    words.iter().any(|word| c.name(word))
}

/// 6, 2nd, 1.2, 2018/19: whether it could be a year.
fn number(c: &mut Cursor) -> Option<bool> {
    c.eat("'");
    let (_, length) = c.digits()?;
    c.eat_any(&["st", "nd", "rd", "th"]);
    let mut of_year = length == 4;
    while let Some((_, length)) = ["/", ".", "-"].into_iter().find_map(|sign| c.after(sign, Cursor::digits)) {
        of_year |= length == 4;
    }
    (!c.rest().starts_with(|next: char| next.is_ascii_alphanumeric())).then_some(of_year)
}
