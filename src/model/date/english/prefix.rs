//! The words before an English date: due by, no later than, from, expected completion date.

use super::super::cursor::Cursor;
use super::clock::{Clock, leading};

/// What a word before the date says about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Prefix {
    /// Nothing about which day is the last.
    Plain,
    By,
    Latest,
    Before,
    From,
    After,
    Between,
}

const LATEST: &[&str] = &[
    "by no later than the", "by no later than", "no later than the", "no later than", "not later than the",
    "not later than", "by not later than", "at the latest by", "at the latest on", "at the latest",
    "at latest", "by the latest", "latest by", "latest", "on or before", "by or before", "on or by",
    "in or before", "up to and including", "until and including", "through to", "through", "thru",
    "not after", "never later than", "at any time up to", "any time before the end of",
];
const BY: &[&str] = &["by", "until", "till", "til", "up to", "up until", "upto"];
const FROM: &[&str] = &[
    "no earlier than", "not earlier than", "no sooner than", "not before", "starting from", "starting on",
    "starting in", "starting", "starts on", "starts in", "starts", "start date", "start", "beginning on",
    "beginning in", "begins on", "begins in", "begins", "commencing on", "commencing", "commences on",
    "commences", "opens on", "opens", "opening date", "effective from", "effective", "with effect from",
    "as from", "as of", "from", "since", "ongoing from", "ongoing since",
];
/// Where the day or the unit is: behind all others.
const PLACES: &[&str] = &[
    "on", "in", "at", "during", "throughout", "within", "over the course of", "in the course of", "over",
    "across", "sometime in", "some time in", "sometime during", "all of", "the whole of", "the month of",
    "in the month of", "month of", "the period from", "the period", "period from", "period of",
];
/// A date whose last day is said.
const ENDING: &[&str] = &[
    "for the week ending on", "week ending on", "week ending", "week-ending", "week ended", "w/e",
    "the year ending", "year ending", "quarter ending", "quarter ended", "month ending", "period ending",
    "ending on", "ending", "ends on", "ends in", "ends",
];
/// A date that takes the place of another.
const MOVED: &[&str] = &[
    "extended to", "extended until", "extended till", "postponed to", "postponed until", "rescheduled to",
    "rescheduled for", "moved to", "deferred to", "deferred until", "delayed to", "delayed until",
    "brought forward to", "changed to", "revised to", "valid until", "open until", "set for",
];
/// What is still to happen.
const VERBS: &[&str] = &[
    "to be", "will be", "must be", "should be", "shall be", "is to be", "are to be", "has to be",
    "have to be", "is due", "are due", "was due", "due", "is", "are", "will", "must", "should", "shall",
    "completed", "complete", "completes", "completing", "completion", "delivered", "delivery", "deliver",
    "submitted", "submission", "submissions", "submit", "finished", "finish", "finalised", "finalized",
    "finalise", "finalize", "implemented", "implement", "implementation", "achieved", "achieve", "published",
    "publish", "publication", "launched", "launch", "released", "adopted", "adopt", "adoption", "approved",
    "approve", "approval", "signed", "paid", "payable", "received", "receipt", "close", "closes", "closed",
    "closing", "closure", "established", "issued", "issue", "prepared", "produced", "concluded", "concludes",
    "conducted", "carried out", "undertaken", "made", "provided", "sent", "returned", "filed", "reached",
    "resolved", "addressed", "rolled out", "deployed", "live", "done", "ready", "available", "operational",
    "in place", "in effect", "take place", "takes place", "held", "occur", "happen", "expire", "expires",
    "expiry", "registered", "registration", "uploaded", "lodged", "tabled", "presented",
];
/// What happens on a day: before it, or behind it.
pub const EVENTS: &[&str] = &[
    "exam", "exams", "feature freeze", "code freeze", "freeze", "ga", "rc", "release", "hearing", "meeting",
    "workshop", "conference", "event", "kick-off", "kickoff", "go-live", "go live", "general availability",
];
const NOUNS: &[&str] = &[
    "action", "actions", "management", "recommendation", "has", "have", "been", "early bird", "early-bird",
    "initial", "examinations", "classes", "grades", "results", "notification of acceptance",
    "notification of results", "beta", "alpha", "release candidate", "end of life", "end-of-life", "eol",
    "end of support", "consultation", "survey", "audit", "inspection", "evaluation", "tender", "award",
    "contract", "construction", "design", "procurement", "training", "pilot", "rollout", "installation",
    "testing", "study", "enrolment", "enrollment", "notification", "letter of intent", "abstract",
    "abstracts", "paper", "papers", "camera-ready", "full paper", "poster", "deadline", "deadlines", "date",
    "dates", "target", "targets", "targeted", "milestone", "cut-off", "cutoff", "final", "hard", "firm",
    "full", "fully", "interim", "draft", "end date", "finish date", "time limit", "timeline", "timeframe",
    "timescale", "time frame", "schedule", "eta", "ecd", "report", "reports", "application", "applications",
    "proposal", "proposals", "comments", "responses", "response", "payment", "it", "this", "we", "for",
];
/// Not more than an intention, and still the date that there is.
const HEDGES: &[&str] = &[
    "expected", "is expected", "are expected", "anticipated", "estimated", "est.", "est", "projected",
    "planned", "scheduled", "proposed", "intended", "intend", "aim", "aiming", "aims", "tentative",
    "tentatively", "provisional", "provisionally", "revised", "updated", "new", "agreed", "confirmed",
    "current", "currently", "indicative", "ideally", "preferably",
];
/// What goes on, or begins at once, and still has a last day.
const GOES_ON: &[&str] =
    &["ongoing", "on-going", "continuous", "immediately", "immediate", "as soon as possible", "asap"];

const PREFIXES: &[(Prefix, &[&str])] = &[
    (Prefix::Latest, LATEST),
    (Prefix::By, BY),
    (Prefix::Before, &["before", "prior to", "ahead of", "in advance of"]),
    (Prefix::From, FROM),
    (Prefix::After, &["after", "following"]),
    (Prefix::Between, &["between"]),
    (Prefix::Plain, PLACES),
    (Prefix::Plain, ENDING),
    (Prefix::Plain, MOVED),
    (Prefix::Plain, VERBS),
    (Prefix::Plain, EVENTS),
    (Prefix::Plain, NOUNS),
    (Prefix::Plain, HEDGES),
    (Prefix::Plain, GOES_ON),
    // Behind `to be completed`.
    (Prefix::By, &["to"]),
];

/// The words before the date; of several (`due by`), the one that says most. An hour there is the
/// hour of the day that follows (`by 5 pm on 10 June`).
pub fn prefixes(c: &mut Cursor) -> (Prefix, Clock) {
    let (mut prefix, mut hour, mut words) = (Prefix::Plain, Clock::default(), false);
    loop {
        let word = |c: &mut Cursor| if c.is_at_digit() { None } else { c.take_word(PREFIXES) };
        if let Some(leading) = c.attempt(leading) {
            hour = leading;
        } else if let Some(next) = c.attempt(word) {
            prefix = if next == Prefix::Plain { prefix } else { next };
            words = true;
        } else if !(words && c.passes(punctuation)) {
            c.word("the");
            return (prefix, hour);
        }
    }
}

/// `Target: Q3`, `Deadline - 30 June`, `ongoing, by 30 June`, `Beta 1: 6 June`
fn punctuation(c: &mut Cursor) -> bool {
    c.passes(|c| c.number(1..=2).is_some() && c.rest().starts_with(": "));
    let sign = c.eat_any(&[":", "-", ",", ";", "/"]);
    c.eat(" ");
    let word = c.any_word(&["and in any case", "but in any case", "in any case", "and", "but", "the"]);
    sign || word
}
