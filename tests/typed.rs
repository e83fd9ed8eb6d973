//! Every row of `typed.tsv`: words typed on a day after an option, and what they are read as, by hand from the calendar.

use chrono::NaiveDate;
use plan::model::date::{Calendar, DatePhrase, DateRange, Hint, Reading, Side, Unclear, When};
use plan::model::date::{day_not_after, period, written_out};

const TABLE: &str = include_str!("typed.tsv");

/// `2018-05-01..2018-12-31`, `2018`, or `-` for a plan that says nothing of years.
fn calendar(plan: &str) -> Calendar {
    let plan_range = plan.split_once("..").map(|(start, end)| DateRange { start: day(start), end: day(end) });
    Calendar { year: plan.parse().ok(), plan: plan_range, ..Calendar::default() }
}

fn day(iso: &str) -> NaiveDate {
    iso.parse().expect("a day")
}

fn read(option: &str, words: &str, today: NaiveDate, calendar: &Calendar) -> Result<String, Unclear> {
    match option {
        "on" => day_not_after(words, today, calendar).map(|reading| said(&reading)),
        "to" => {
            let text = written_out(words, today, Side::ToCome)?;
            let phrase = DatePhrase::parse(text.as_deref().unwrap_or(words))?;
            phrase.resolve(calendar).map(|reading| said(&reading))
        }
        _ => {
            let range = period(words, today, calendar)?.ok_or(Unclear::Unreadable(Hint::Other))?;
            Ok(format!("{}..{}", range.start, range.end))
        }
    }
}

fn said(reading: &Reading) -> String {
    match (&reading.weekday, reading.when) {
        (Some(wrong), _) => format!("weekday {}", joined(&wrong.candidates())),
        (None, When::Recurring) => "recurring".to_owned(),
        (None, when) => when.deadline().map_or_else(|| "open-ended".to_owned(), |day| day.to_string()),
    }
}

fn joined(days: &[NaiveDate]) -> String {
    days.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

#[test]
fn every_row_of_typed_words_has_its_outcome() {
    let wrong: Vec<String> = TABLE
        .lines()
        .skip(1)
        .filter_map(|line| {
            let [option, today, plan, words, expected] = line.split('\t').collect::<Vec<_>>()[..] else {
                panic!("five cells are expected: {line}");
            };
            let found = match read(option, words, day(today), &calendar(plan)) {
                Ok(said) => said,
                Err(Unclear::Several(days) | Unclear::YearUnclear(days)) => format!("asks {}", joined(&days)),
                Err(Unclear::Impossible) => "no such day".to_owned(),
                Err(Unclear::Backwards { .. } | Unclear::Unreadable(_) | Unclear::NoYear) => {
                    "refused".to_owned()
                }
            };
            (found != expected).then(|| format!("{line}: found {found}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{} rows:\n{}", wrong.len(), wrong.join("\n"));
}
