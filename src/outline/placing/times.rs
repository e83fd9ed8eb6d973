//! The time of one entry, as it stands in the draft.

use chrono::NaiveDate;

use super::words::{Frame, stretch, tidy};
use crate::model::check::{Inherited, inherited};
use crate::model::date::{DatePhrase, DateRange, Reading, When};
use crate::outline::entry::{Stated, Time};
use crate::outline::question::About;

/// A time in the plan's calendar.
#[derive(Debug, Clone, PartialEq)]
pub struct Settled {
    pub time: Time,
    /// The days on which it begins and ends, or twice the one that there is.
    pub days: Option<DateRange>,
    pub about: Option<About>,
}

/// Returns the time with its words on one line; cells that are only filled say nothing.
pub fn tidied(time: &Time) -> Time {
    let stated = |stated: &Stated| match stated {
        Stated::Day(_) => Some(stated.clone()),
        Stated::Words(words) => tidy(words).map(Stated::Words),
    };
    let due = |due: &Stated| stated(due).map_or(Time::Unsaid, Time::Due);
    match time {
        Time::Due(day) => due(day),
        Time::Between { start, due: end } => match (stated(start), stated(end)) {
            (Some(start), Some(due)) => Time::Between { start, due },
            (None, _) => due(end),
            (Some(_), None) => Time::ToSettle(said(start)),
        },
        Time::Period(words) => tidy(words).map_or(Time::Unsaid, Time::Period),
        Time::ToSettle(words) => tidy(words).map_or(Time::Unsaid, Time::ToSettle),
        Time::Lasting { start, days, words } => match (stated(start), tidy(words)) {
            (Some(start), Some(words)) => Time::Lasting { start, days: *days, words },
            (_, words) => words.map_or(Time::Unsaid, Time::ToSettle),
        },
        Time::Computed { .. } | Time::Unsaid => time.clone(),
    }
}

/// Places the time.
pub fn settle(time: &Time, frame: &Frame) -> Settled {
    match time {
        Time::Unsaid => Settled { time: Time::Unsaid, days: None, about: None },
        Time::ToSettle(words) => Settled { time: time.clone(), days: None, about: Some(unread(words)) },
        Time::Due(Stated::Day(day)) => match frame.day(*day) {
            Ok(day) => certain(time.clone(), DateRange::new(day, day)),
            Err(about) => asked(day.to_string(), about),
        },
        Time::Due(Stated::Words(words)) | Time::Period(words) => in_words(words, frame),
        Time::Between { start, due } => between(start, due, frame),
        Time::Lasting { start, days, words } => {
            let first = start_of(start, frame);
            let time = first.as_ref().ok().and_then(|first| Time::lasting(*first, *days, words));
            match (time, first) {
                (Some(time), _) => settle(&time, frame),
                (None, Err(about)) => asked(words.clone(), about),
                (None, Ok(_)) => asked(words.clone(), unread(words)),
            }
        }
        Time::Computed { start, due, words } => match (frame.day(*due), start.unwrap_or(*due)) {
            (Err(about), _) => asked(words.clone(), about),
            (Ok(end), start) if end < start => {
                asked(words.clone(), About::Backwards { words: words.clone(), start, end })
            }
            (Ok(end), start) => certain(time.clone(), DateRange::new(start, end)),
        },
    }
}

fn certain(time: Time, days: Option<DateRange>) -> Settled {
    Settled { time, days, about: None }
}

fn asked(words: String, about: About) -> Settled {
    Settled { time: Time::ToSettle(words), days: None, about: Some(about) }
}

fn unread(words: &str) -> About {
    About::Unread { words: words.to_owned() }
}

fn in_words(words: &str, frame: &Frame) -> Settled {
    let lent = match inherited(words) {
        Some(Inherited::Phase) => frame.calendar.phase,
        Some(Inherited::Plan) => frame.calendar.plan,
        None => {
            return match frame.read(words) {
                Ok(reading) => certain(as_read(words, &reading), stretch(&reading)),
                Err(about) => asked(words.to_owned(), about),
            };
        }
    };
    match lent {
        Some(range) => certain(Time::Period(words.to_owned()), Some(range)),
        None => asked(words.to_owned(), unread(words)),
    }
}

/// What names a first and a last day is a period, the rest a deadline, or what has none.
fn as_read(words: &str, reading: &Reading) -> Time {
    let has_both_ends = || DatePhrase::parse(words).is_ok_and(|phrase| phrase.has_both_ends());
    if matches!(reading.when, When::Range(_)) && has_both_ends() {
        Time::Period(words.to_owned())
    } else {
        Time::Due(Stated::Words(words.to_owned()))
    }
}

fn between(start: &Stated, due: &Stated, frame: &Frame) -> Settled {
    let words = both(start, due);
    let end = settle(&Time::Due(due.clone()), frame);
    if let Some(about) = end.about {
        return asked(words, about);
    }
    match (start_of(start, frame), end.days) {
        (Err(about), _) => Settled { about: Some(about), ..end },
        (Ok(start), Some(days)) if days.end < start => {
            asked(words.clone(), About::Backwards { words, start, end: days.end })
        }
        (Ok(first), days) => {
            let days = DateRange::new(first, days.map_or(first, |days| days.end));
            certain(Time::Between { start: start.clone(), due: due.clone() }, days)
        }
    }
}

fn start_of(start: &Stated, frame: &Frame) -> Result<NaiveDate, About> {
    match start {
        Stated::Day(day) => frame.day(*day),
        Stated::Words(words) => frame.read_start(words),
    }
}

/// Returns all the words of the time; none where nothing is said.
pub fn words_of(time: &Time) -> String {
    match time {
        Time::Unsaid => String::new(),
        Time::Due(stated) => said(stated),
        Time::Between { start, due } => both(start, due),
        Time::Period(words)
        | Time::Lasting { words, .. }
        | Time::Computed { words, .. }
        | Time::ToSettle(words) => words.clone(),
    }
}

fn both(start: &Stated, due: &Stated) -> String {
    let (start, due) = (said(start), said(due));
    let is_chinese = [&start, &due].iter().any(|words| words.contains(['年', '月', '日']));
    format!("{start}{}{due}", if is_chinese { "至" } else { " – " })
}

fn said(stated: &Stated) -> String {
    match stated {
        Stated::Day(day) => day.to_string(),
        Stated::Words(words) => words.clone(),
    }
}
