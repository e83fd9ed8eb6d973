//! Every row of `typed.tsv`: words typed on a day after an option, and what they are read as, by hand from the calendar.

use chrono::{Datelike, Months, NaiveDate, TimeDelta, Weekday};
use plan::model::date::{Calendar, DatePhrase, DateRange, Hint, Reading, Side, Unclear, When};
use plan::model::date::{day_from, day_not_after, period, written_out};

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
            day_from(&phrase, today, calendar).map(|(reading, _)| said(&reading))
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
        (None, When::Recurring(_)) => "recurring".to_owned(),
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

/// The words in full width, and with spaces between all but digits.
fn variants(words: &str) -> [String; 2] {
    let wide = |c: char| {
        if c.is_ascii_digit() { char::from_u32(u32::from(c) + 0xfee0).expect("it is one") } else { c }
    };
    let mut spaced = String::new();
    for c in words.chars() {
        let is_joined = |c: char| c.is_ascii() || c.is_numeric();
        if !(is_joined(c) || spaced.is_empty() || spaced.ends_with(is_joined)) {
            spaced.push(' ');
        }
        spaced.push(c);
    }
    [words.chars().map(wide).collect(), spaced]
}

#[test]
fn full_width_and_spaced_words_read_the_same() {
    for line in TABLE.lines().skip(1) {
        let cells: Vec<&str> = line.split('\t').collect();
        let read = |words: &str| read(cells[0], words, day(cells[1]), &calendar(cells[2]));
        for variant in variants(cells[3]) {
            assert_eq!(read(&variant), read(cells[3]), "{variant}");
        }
    }
}

#[test]
fn months_and_weeks_are_counted_right_on_every_day_of_a_year_and_a_leap_year() {
    let days = day("2027-01-01").iter_days().take_while(|today| *today < day("2029-01-01"));
    for today in days {
        let said = |words: &str| read("to", words, today, &calendar("2026"));
        let first = today.with_day(1).expect("every month has one");
        let end = |months| first.checked_add_months(Months::new(months)).and_then(|next| next.pred_opt());
        let monday = today.week(Weekday::Mon).first_day();
        let friday = |weeks: i64| Some(monday + TimeDelta::days(7 * weeks + 4));
        for (words, expected) in [
            ("昨天", today.pred_opt()),
            ("tomorrow", today.succ_opt()),
            ("上月底", first.pred_opt()),
            ("end of last month", first.pred_opt()),
            ("月底", end(1)),
            ("end of the month", end(1)),
            ("下月", end(2)),
            ("end of next month", end(2)),
            ("上周五", friday(-1)),
            ("本周五", friday(0)),
            ("下周五", friday(1)),
            ("Friday next week", friday(1)),
        ] {
            assert_eq!(said(words), Ok(expected.expect("it is near").to_string()), "{words} on {today}");
        }
    }
}
