//! Words without a single deadline: ongoing, by the 25th of each month; and such words behind a deadline.

use super::super::cursor::Cursor;
use super::super::phrase::{DatePhrase, Part};
use super::names::{MONTHS, WEEKDAYS};
use super::point::point;
use super::rhythm::rhythm;

/// What goes on.
const GOING_ON: &[&str] = &[
    "ongoing basis", "on an ongoing basis", "on a continuous basis", "on a continuing basis",
    "on a rolling basis", "on a permanent basis", "on-going", "ongoing", "continuously", "continuous",
    "continuing", "continually", "continual", "permanently", "permanent", "indefinitely", "indefinite",
    "long-term", "long term", "rolling", "always", "at all times", "for the foreseeable future",
];

/// What has no date, or none yet.
const UNDATED: &[&str] = &[
    "as and when needed", "as and when required", "as and when", "as needed", "as required", "as necessary",
    "as appropriate", "as applicable", "as agreed", "when needed", "when required", "when available",
    "where needed", "where necessary", "if needed", "if required", "as soon as possible",
    "as soon as practicable", "open-ended", "open ended", "no deadline", "no fixed date", "no specific date",
    "no set date", "no date set", "no date", "no end date", "no end", "not applicable", "not specified",
    "not set", "not defined", "not yet determined", "not yet defined", "not yet set", "not scheduled",
    "not yet scheduled", "undetermined", "unspecified", "unscheduled", "undated", "none", "nil", "n/a",
    "n.a.", "n.a", "na", "on an ad hoc basis", "on demand", "upon request", "on request", "ad hoc", "ad-hoc",
    "asap", "immediately", "immediate", "tbd", "tbc", "tba", "tbn", "in due course", "at a later date",
    "until further notice", "until notified otherwise", "unless notified otherwise",
    "unless otherwise notified", "until otherwise notified", "until cancelled", "until revoked",
    "until completed", "until completion", "until complete",
];

const COMPANY_OF_OPEN_ENDED: &[&str] =
    &["activity", "activities", "process", "task", "work", "effort", "basis"];

/// The whole of what the plan is about.
const WHOLE: &[&str] = &[
    "over the", "throughout the", "during the", "for the", "across the", "the", "over", "throughout",
    "during", "for", "across", "entire", "whole", "full", "complete", "duration of", "duration",
    "lifetime of", "lifetime", "life of", "life", "course of", "length of", "term of", "period", "of the",
];
const WHOLES: &[&str] = &["project", "programme", "program", "grant", "action", "contract", "implementation"];

/// `to be announced`
const TO_BE: &[&str] = &[
    "confirmed", "determined", "decided", "defined", "agreed", "announced", "scheduled", "advised",
    "notified", "fixed", "set", "arranged", "established", "negotiated", "specified", "communicated",
    "settled", "discussed", "planned",
];

/// What makes it more than one date.
const CADENCES: &[&str] = &[
    "mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "weekdays", "every", "each", "per week",
    "per month", "per quarter", "per year", "per annum", "per semester", "per term", "p.a.", "p.a", "daily",
    "weekly", "fortnightly", "biweekly", "bi-weekly", "monthly", "bimonthly", "bi-monthly", "quarterly",
    "half-yearly", "half yearly", "six-monthly", "semi-annually", "semiannually", "semi-annual",
    "biannually", "biannual", "bi-annually", "bi-annual", "annually", "annual", "yearly", "biennially",
    "biennial", "twice a year", "twice a month", "twice a week", "twice yearly", "three times a year",
    "four times a year", "times a year", "times per year", "times a month", "twice", "once per",
    "once a year", "once a month", "once a week", "once a quarter", "on a daily basis", "on a weekly basis",
    "on a monthly basis", "on a quarterly basis", "on an annual basis", "on a yearly basis",
    "on a regular basis", "regularly", "periodically", "recurring", "recurrent",
];

/// What they go with. No year is among them: 25 May 2026 is one date.
const COMPANY: &[&str] = &[
    "fortnight", "spring", "summer", "autumn", "fall", "winter", "the", "of", "by", "on", "at", "in",
    "before", "end", "start", "beginning", "middle", "first", "second", "third", "fourth", "last", "other",
    "one", "two", "three", "four", "six", "twelve", "day", "days", "working", "week", "weeks", "month",
    "months", "quarter", "quarters", "year", "years", "semester", "semesters", "term", "calendar", "half",
    "report", "reports", "reporting", "meeting", "meetings", "review", "reviews", "and", "within", "after",
    "following", "no later than", "latest", "at the latest", "basis", "a", "per", "at least", "minimum",
    "academic", "financial", "fiscal", "period", "reporting period", "then", "thereafter", "times",
    "usually", "normally", "business", "early", "mid", "late",
];

/// Bounds of what comes back, with dates of their own.
const BOUNDS: &[&str] = &[
    "starting from", "starting", "beginning", "from", "until", "till", "to", "through", "since", "between",
    "during",
];

/// What goes on behind a deadline.
const AFTERWARDS: &[&str] = &[
    "thereafter", "afterwards", "after that", "subsequently", "onwards", "from then on", "going forward",
    "then", "on", "a", "an", "the", "basis", "every", "six", "two", "three", "twelve", "month", "months",
    "year", "years", "quarter", "other", "week", "weeks", "updated", "updates", "update", "reviewed",
    "review", "reviews", "reports", "reporting", "continue", "continues", "continued", "to", "will", "be",
    "with", "at least", "as", "implementation", "monitoring", "maintenance", "follow-up", "ongoing", "and",
];

/// The whole text: nothing but such words.
pub fn open_ended(c: &mut Cursor) -> Option<DatePhrase> {
    if c.eat_any(&["-", "/"]) {
        c.eat_all(&["-", "/"]);
        return c.is_done().then_some(DatePhrase::OpenEnded);
    }
    let mut open = false;
    while !c.is_done() {
        if c.any_word(GOING_ON) || c.any_word(UNDATED) || c.passes(to_be) || c.passes(whole) {
            open = true;
        } else if !(open && c.any_word(COMPANY_OF_OPEN_ENDED)) {
            return None;
        }
        c.eat_any(&[",", "/", ";", "-"]);
        c.eat(" ");
        c.any_word(&["and", "or", "but"]);
    }
    open.then_some(DatePhrase::OpenEnded)
}

fn to_be(c: &mut Cursor) -> bool {
    c.any_word(&["date", "dates", "deadline", "time", "timing"]);
    c.any_word(&["is", "are"]);
    c.word("still");
    let settled = c.any_word(&["to be", "yet to be", "not yet", "will be"]) && c.any_word(TO_BE);
    c.any_word(&["later", "separately", "in due course"]);
    settled
}

/// `over the whole project`
fn whole(c: &mut Cursor) -> bool {
    if c.rest() == "throughout" {
        return c.word("throughout");
    }
    let long = c.any_word(WHOLE);
    while c.any_word(WHOLE) {}
    let named = c.any_word(WHOLES);
    let lasts = c.any_word(&["duration", "lifetime", "lifecycle", "life", "period"]);
    named && (long || lasts)
}

/// The whole text: such words and numbers, with a cadence among them.
pub fn recurring(c: &mut Cursor) -> Option<DatePhrase> {
    let mut words = *c;
    let mut repeated = false;
    while !c.is_done() {
        if c.any_word(CADENCES) {
            repeated = true;
        } else if !(repeated && c.passes(bound)
            || c.any_word(COMPANY)
            || c.any_word(&WEEKDAYS)
            || c.any_word(&MONTHS)
            || c.passes(ordinal))
        {
            return None;
        }
        c.eat_any(&[",", "-", ":", ";", "(", "/"]);
        c.eat_any(&[")"]);
        c.eat(" ");
    }
    repeated.then(|| DatePhrase::Recurring(rhythm(&mut words)))
}

/// `from May 2019 to June 2020`, `in 2019`
fn bound(c: &mut Cursor) -> bool {
    let of_year = c.any_word(&["in", "of"]);
    (of_year || c.any_word(BOUNDS))
        && c.attempt(point).is_some_and(|point| !of_year || point.part == Part::YEAR)
}

fn ordinal(c: &mut Cursor) -> bool {
    let numbered = c.number(1..=2).is_some();
    c.eat_any(&["st", "nd", "rd", "th"]);
    numbered
}

/// `and quarterly thereafter`, `; ongoing`: what goes on behind a deadline leaves it as it is.
pub fn thereafter(c: &mut Cursor) -> bool {
    let sign = c.eat_any(&[",", ";", "/", " -", " /"]);
    c.eat(" ");
    let bracket = c.eat("(");
    let linked =
        c.any_word(&["and then", "and", "then", "followed by", "with"]) || c.eat("& ") || c.eat("+ ");
    let later = c.rest().contains("thereafter") || c.rest().contains("afterwards");
    let (mut repeated, mut goes_on) = (false, false);
    while !c.is_done() && !c.rest().starts_with(')') {
        if c.any_word(CADENCES) {
            repeated = true;
        } else if c.any_word(GOING_ON) {
            goes_on = true;
        } else if !(c.any_word(AFTERWARDS) || repeated && c.passes(ordinal)) {
            return false;
        }
        c.eat_any(&[",", "-"]);
        c.eat(" ");
    }
    let enough = linked && (repeated || goes_on) || later || goes_on && !repeated && (sign || bracket);
    enough && bracket == c.eat(")")
}
