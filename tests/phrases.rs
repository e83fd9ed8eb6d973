//! Every row of `phrases.tsv`: its outcome was read off the words by hand.

use plan::model::date::{Calendar, DatePhrase, DateRange, Dotted, Hint, Rhythm, Unclear, When};

const TABLE: &str = include_str!("phrases.tsv");

struct Row<'a> {
    phrase: &'a str,
    context: &'a str,
    expected: String,
    days: Option<&'a str>,
}

fn rows() -> impl Iterator<Item = Row<'static>> {
    TABLE.lines().skip(1).map(|line| {
        let cells: Vec<&str> = line.split('\t').collect();
        let [_, _, phrase, context, kind, start, end, note] = cells[..] else {
            panic!("eight cells are expected: {line}");
        };
        let expected = match kind {
            "range" => format!("range {start} {end}"),
            "due" => format!("due {end}"),
            "open-ended" => format!("open-ended {start}"),
            "recurring" => format!("recurring {start}"),
            _ => kind.to_owned(),
        };
        let days = note.strip_prefix("days ");
        Row { phrase, context, expected, days }
    })
}

/// `plan year 2018`, `plan year 2026 from 2026-01-01`, `plan year 2026 in English`, `no year`
fn calendar(context: &str) -> Calendar {
    let mut words = context.split([' ', ';']).skip_while(|word| *word != "year").skip(1);
    let year = words.next().and_then(|year| year.parse().ok());
    let from = words.next() == Some("from");
    let day = |iso: &str| iso.parse().expect("a day");
    let plan =
        words.next().filter(|_| from).map(|start| DateRange { start: day(start), end: day("2027-12-31") });
    let dotted = if context.ends_with("in English") { Dotted::Unsure } else { Dotted::MonthFirst };
    Calendar { year, plan, dotted, ..Calendar::default() }
}

/// `month 25`, `quarter 3-31`, `week Fri`
fn days(rhythm: Rhythm) -> String {
    match rhythm {
        Rhythm::Week(weekday) => format!("week {weekday}"),
        Rhythm::TenDays => "ten-days".to_owned(),
        Rhythm::Month { day } => format!("month {day}"),
        Rhythm::Quarter { month, day } => format!("quarter {month}-{day}"),
    }
}

fn outcome(row: &Row) -> (String, Option<Vec<String>>) {
    let text = match DatePhrase::parse(row.phrase).and_then(|phrase| phrase.resolve(&calendar(row.context))) {
        Ok(reading) => match reading.when {
            When::Range(range) => format!("range {} {}", range.start, range.end),
            When::Due(day) => format!("due {day}"),
            When::OpenEnded { start } => {
                format!("open-ended {}", start.map(|day| day.to_string()).unwrap_or_default())
            }
            When::Recurring(rhythm) => format!("recurring {}", rhythm.map_or_else(String::new, days)),
        },
        Err(Unclear::Several(days)) => {
            let days = days.iter().map(ToString::to_string).collect();
            return ("several".to_owned(), Some(days));
        }
        Err(Unclear::Impossible | Unclear::Backwards { .. }) => "impossible".to_owned(),
        Err(Unclear::Unreadable(Hint::NeedsMonth)) => "needs-context".to_owned(),
        Err(Unclear::Unreadable(_)) => "unreadable".to_owned(),
        Err(Unclear::NoYear) => "no-year".to_owned(),
        Err(Unclear::YearUnclear(_)) => "year-unclear".to_owned(),
    };
    (text, None)
}

#[test]
fn every_row_of_the_table_has_its_outcome() {
    let wrong: Vec<String> = rows()
        .filter_map(|row| {
            let (found, days) = outcome(&row);
            let right = found == row.expected
                && row.days.is_none_or(|expected| days.clone().unwrap_or_default().join(" ") == expected);
            (!right).then(|| format!("{}: {} but {found} {days:?}", row.phrase, row.expected))
        })
        .collect();
    assert!(wrong.is_empty(), "{} rows:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn the_days_of_a_question_are_two_or_more_and_hold_the_expected_one() {
    for (row, line) in rows().zip(TABLE.lines().skip(1)) {
        if row.expected == "several" {
            let end = line.split('\t').nth(6).unwrap();
            let (_, days) = outcome(&row);
            let days = days.expect(row.phrase);
            assert!(days.len() > 1 && days.iter().any(|day| day == end), "{}: {days:?}", row.phrase);
        }
    }
}
