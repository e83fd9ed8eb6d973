//! An outline beside what was expected.

use std::fmt::Write as _;

use chrono::NaiveDate;
use plan::model::date::{Calendar, DatePhrase, DateRange, Dotted, When};
use plan::model::language::Language;
use plan::outline::question::{About, Question};
use plan::outline::{Activity, Origin, Outline, Phase, Stated, Time};

use super::expected::Row;

/// What came of the comparison, each fault as a line.
#[derive(Debug, Default)]
pub struct Score {
    /// Phases and activities that were expected, and those of them that are exact.
    pub expected: usize,
    pub exact: usize,
    pub missed: Vec<String>,
    /// Title, period and year of the plan, tables left, annexes missing.
    pub beside: Vec<String>,
    /// Days that are not those of the document, and no question with them.
    pub wrong: Vec<String>,
    /// What stands nowhere in the document as a phase or an activity.
    pub invented: Vec<String>,
    /// Sentences drafted for review that nobody expected.
    pub extra: Vec<String>,
}

/// A phase or an activity as it was found.
struct Entry<'o> {
    kind: &'static str,
    title: &'o str,
    content: &'o str,
    words: String,
    start: Option<NaiveDate>,
    due: Option<NaiveDate>,
    is_recurring: bool,
    is_asked: bool,
    offered: Vec<NaiveDate>,
    keys: [(&'static str, String); 6],
    is_taken: bool,
}

pub fn compare(outline: &Outline, rows: &[Row]) -> Score {
    let mut score = Score::default();
    let mut entries = entries(outline);
    let of_entries = |row: &&Row| matches!(row.kind.as_str(), "phase" | "item" | "open" | "sentence");
    // Sentences last: what is said of them fits more entries.
    let (sentences, named): (Vec<_>, Vec<_>) =
        rows.iter().filter(of_entries).partition(|row| row.kind == "sentence");
    for row in named.into_iter().chain(sentences) {
        score.expected += 1;
        match nearest(&mut entries, row) {
            Some(entry) => judge(&mut score, row, entry, outline),
            None => score.missed.push(format!("not found: {} {} {}", row.kind, row.title, row.words)),
        }
    }
    for entry in entries.iter().filter(|entry| !entry.is_taken) {
        let line = format!("{} {:?} {:?} {:?}", entry.kind, entry.title, entry.words, entry.due);
        match entry.kind {
            "sentence" => score.extra.push(line),
            _ if entry.words.is_empty() => {}
            _ => score.invented.push(line),
        }
    }
    for row in rows {
        beside(&mut score, row, outline, &entries);
    }
    score
}

/// Finds what a row is about: by its title, or else by a part of it or its words on the same day.
fn nearest<'e, 'o>(entries: &'e mut [Entry<'o>], row: &Row) -> Option<&'e mut Entry<'o>> {
    let is_phase = row.kind == "phase";
    let rank = |entry: &Entry| {
        let on_day = days_match(&row.days, entry);
        if entry.is_taken || is_phase != (entry.kind == "phase") {
            0
        } else if row.kind == "sentence" {
            let holds = entry.title.contains(&row.title) || entry.content.contains(&row.title);
            if holds && (on_day || entry.kind == "sentence") { 1 + u8::from(on_day) } else { 0 }
        } else if bare(entry.title) == bare(&row.title) {
            3 + u8::from(on_day)
        } else if on_day && !row.words.is_empty() && bare(&entry.words) == bare(&row.words) {
            2
        } else {
            u8::from(on_day && !row.title.is_empty() && entry.title.contains(&row.title))
        }
    };
    let (at, best) =
        entries.iter().map(rank).enumerate().max_by_key(|(at, rank)| (*rank, usize::MAX - at))?;
    (best > 0).then(|| &mut entries[at])
}

fn judge(score: &mut Score, row: &Row, entry: &mut Entry, outline: &Outline) {
    entry.is_taken = true;
    let mut faults = String::new();
    if row.kind != "sentence" && bare(entry.title) != bare(&row.title) {
        let _ = write!(faults, " title {:?};", entry.title);
    }
    if row.words != "*" && bare(&entry.words) != bare(&row.words) {
        let _ = write!(faults, " words {:?} for {:?};", entry.words, row.words);
    }
    if !days_match(&row.days, entry) {
        let found = format!(" days {:?} to {:?} for {};", entry.start, entry.due, row.days);
        if entry.due.is_some() && !entry.is_asked {
            score.wrong.push(format!("{} {}:{found}", row.kind, row.title));
        }
        faults += &found;
    }
    for (key, found) in &entry.keys {
        let expected = row.keys.get(*key).map(String::as_str);
        let is_always = matches!(*key, "owner" | "support") && row.kind != "sentence";
        if expected.is_some_and(|expected| expected != found)
            || is_always && expected.is_none() && !found.is_empty()
        {
            let _ = write!(faults, " {key} {found:?} for {:?};", expected.unwrap_or_default());
        }
    }
    if let Some(about) = row.keys.get("asked").filter(|about| !asks(outline, about)) {
        let _ = write!(faults, " no question {about};");
    }
    if faults.is_empty() {
        score.exact += 1;
    } else {
        score.missed.push(format!("{} {}:{faults}", row.kind, row.title));
    }
}

/// What is expected of the plan as a whole, and what must not come out of it.
fn beside(score: &mut Score, row: &Row, outline: &Outline, entries: &[Entry]) {
    match row.kind.as_str() {
        "plan" => {
            let of = |words: &Option<String>| words.as_deref().map(bare).unwrap_or_default();
            let year = outline.year.map(|year| year.to_string()).unwrap_or_default();
            let differs = |expected: &str, found: &str| !expected.is_empty() && bare(expected) != found;
            if differs(&row.title, &of(&outline.title)) || differs(&row.words, &of(&outline.period)) {
                score.beside.push(format!("plan {:?} {:?}", outline.title, outline.period));
            }
            if differs(row.days.trim_start_matches('?'), &year) {
                score.beside.push(format!("year {year:?} for {}", row.days));
            }
            if let Some(about) = row.keys.get("asked").filter(|about| !asks(outline, about)) {
                score.beside.push(format!("no question {about} of the plan"));
            }
        }
        "trap" => {
            let caught =
                entries.iter().filter(|e| e.title.contains(&row.title) || e.words.contains(&row.title));
            let line = |e: &Entry| {
                format!("out of the trap {:?}: {} {:?} {:?}", row.title, e.kind, e.title, e.words)
            };
            score.invented.extend(caught.map(line));
        }
        "left" => {
            let is_it = |left: &plan::outline::account::Left| {
                left.number.to_string() == row.title && format!("{:?}", left.why) == row.words
            };
            if !outline.account.left.iter().any(is_it) {
                score.beside.push(format!("table {} was not left as {}", row.title, row.words));
            }
        }
        "missing" if !outline.account.missing.iter().any(|annex| annex.contains(&row.title)) => {
            score.beside.push(format!("the missing annex was not named: {}", row.title));
        }
        _ => {}
    }
}

/// Whether the days of an entry are one of those that are right.
fn days_match(expected: &str, entry: &Entry) -> bool {
    expected.split('|').any(|one| match one {
        "" | "-" => entry.due.is_none() && !entry.is_recurring,
        "recurring" => entry.is_recurring,
        _ => match one.strip_prefix('?') {
            Some(offered) => {
                entry.is_asked
                    && offered
                        .split(',')
                        .filter(|day| !day.is_empty())
                        .all(|day| entry.offered.iter().any(|offered| offered.to_string() == day))
            }
            None => {
                let (start, due) = one.split_once('/').map_or((None, one), |(start, due)| (Some(start), due));
                let is =
                    |found: Option<NaiveDate>, day: &str| found.is_some_and(|found| found.to_string() == day);
                is(entry.due, due) && start.is_none_or(|start| is(entry.start, start))
            }
        },
    })
}

fn entries(outline: &Outline) -> Vec<Entry<'_>> {
    let plan = calendar(outline);
    let phases = outline.phases.iter().map(|phase| of_phase(phase, outline, plan));
    let activities = outline.activities.iter().map(|activity| of_activity(activity, outline, plan));
    phases.chain(activities).collect()
}

/// The calendar by which the draft will be read.
fn calendar(outline: &Outline) -> Calendar {
    let dotted = match outline.language {
        Language::Zh => Dotted::MonthFirst,
        Language::En => Dotted::Unsure,
    };
    let calendar = Calendar { year: outline.year, dotted, ..Calendar::default() };
    Calendar { plan: outline.period.as_deref().and_then(|words| range(words, &calendar)), ..calendar }
}

fn range(words: &str, calendar: &Calendar) -> Option<DateRange> {
    match read(words, calendar)? {
        When::Range(range) => Some(range),
        _ => None,
    }
}

fn read(words: &str, calendar: &Calendar) -> Option<When> {
    DatePhrase::parse(words).and_then(|phrase| phrase.resolve(calendar)).ok().map(|reading| reading.when)
}

fn first(stated: &Stated, calendar: &Calendar) -> Option<NaiveDate> {
    match stated {
        Stated::Words(words) => {
            range(words, calendar).map(|range| range.start).or_else(|| last(stated, calendar))
        }
        Stated::Day(day) => Some(*day),
    }
}

fn last(stated: &Stated, calendar: &Calendar) -> Option<NaiveDate> {
    match stated {
        Stated::Words(words) => match read(words, calendar)? {
            When::OpenEnded { start } => start,
            when => when.deadline(),
        },
        Stated::Day(day) => Some(*day),
    }
}

fn say(stated: &Stated) -> String {
    match stated {
        Stated::Day(day) => day.to_string(),
        Stated::Words(words) => words.clone(),
    }
}

fn of_phase<'o>(phase: &'o Phase, outline: &Outline, calendar: Calendar) -> Entry<'o> {
    let entry = of_time(&phase.time, &phase.questions, outline, &calendar);
    Entry { kind: "phase", title: phase.title.as_deref().unwrap_or_default(), ..entry }
}

fn of_activity<'o>(activity: &'o Activity, outline: &'o Outline, calendar: Calendar) -> Entry<'o> {
    let phase = activity.phase.and_then(|at| outline.phases.get(at));
    let phase = phase.map(|phase| of_time(&phase.time, &[], outline, &calendar));
    let phase = phase.and_then(|phase| DateRange::new(phase.start?, phase.due?));
    let entry = of_time(&activity.time, &activity.questions, outline, &Calendar { phase, ..calendar });
    let of = |text: &Option<String>| text.clone().unwrap_or_default();
    let done = activity.done.as_ref().and_then(|done| last(done, &calendar));
    let keys = [
        ("owner", activity.owners.join("、")),
        ("support", activity.support.join("、")),
        ("group", of(&activity.group)),
        ("content", of(&activity.content)),
        ("progress", activity.progress.map(|progress| progress.to_string()).unwrap_or_default()),
        ("done", done.map(|day| day.to_string()).unwrap_or_default()),
    ];
    let kind = if activity.origin == Origin::Sentence { "sentence" } else { "activity" };
    let content = activity.content.as_deref().unwrap_or_default();
    Entry { kind, title: &activity.title, content, keys, ..entry }
}

fn of_time<'o>(time: &Time, questions: &[Question], outline: &Outline, calendar: &Calendar) -> Entry<'o> {
    let (words, start, due) = match time {
        Time::Unsaid => (String::new(), None, None),
        Time::Due(Stated::Words(words)) => match read(words, calendar) {
            Some(When::Range(range)) => (words.clone(), Some(range.start), Some(range.end)),
            when => (words.clone(), None, when.and_then(When::deadline)),
        },
        Time::Due(stated) => (say(stated), None, last(stated, calendar)),
        Time::Between { start, due } => {
            (format!("{} / {}", say(start), say(due)), first(start, calendar), last(due, calendar))
        }
        Time::Lasting { start, words, .. } => (words.clone(), first(start, calendar), None),
        Time::Period(words) => {
            let range = range(words, calendar);
            (words.clone(), range.map(|range| range.start), range.map(|range| range.end))
        }
        Time::Computed { start, due, words } => (words.clone(), *start, Some(*due)),
        Time::ToSettle(words) => (words.clone(), None, None),
    };
    let is_recurring = matches!(read(&words, calendar), Some(When::Recurring(_)));
    let of_plan =
        outline.questions.iter().filter(|question| matches!(question.about, About::YearFrom { .. }));
    let asks = questions.iter().chain(of_plan).any(is_of_days);
    Entry {
        kind: "",
        title: "",
        content: "",
        words,
        start,
        due,
        is_recurring,
        is_asked: asks || matches!(time, Time::ToSettle(_)),
        offered: questions.iter().flat_map(offered).collect(),
        keys: ["", "", "", "", "", ""].map(|key| (key, String::new())),
        is_taken: false,
    }
}

/// Whether the question leaves the days open.
fn is_of_days(question: &Question) -> bool {
    !matches!(question.about, About::DoneWithoutDay { .. } | About::Progress { .. })
}

fn offered(question: &Question) -> Vec<NaiveDate> {
    match &question.about {
        About::NoSuchDay { candidates, .. }
        | About::Weekday { candidates, .. }
        | About::Outside { candidates, .. }
        | About::Several { candidates, .. } => candidates.clone(),
        _ => Vec::new(),
    }
}

/// Whether any question is of this kind, by the name of its variant.
fn asks(outline: &Outline, about: &str) -> bool {
    let of_entries = outline.phases.iter().flat_map(|phase| &phase.questions);
    let of_entries = of_entries.chain(outline.activities.iter().flat_map(|activity| &activity.questions));
    let mut all = outline.questions.iter().chain(of_entries);
    all.any(|question| format!("{:?}", question.about).starts_with(about))
}

/// The text without blanks, by which it is compared.
fn bare(text: &str) -> String {
    text.chars().filter(|char| !char.is_whitespace()).collect()
}
