//! Every phrase of the table has the outcome that its kind names, with the dates given.

use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("the tests write dates")
}

fn range(start: &str, end: &str) -> DateRange {
    DateRange { start: day(start), end: day(end) }
}

fn in_2018(words: &str) -> Result<Reading, Unclear> {
    read(words, Calendar { year: Some(2018), ..Calendar::default() })
}

fn read(words: &str, calendar: Calendar) -> Result<Reading, Unclear> {
    DatePhrase::parse(words).and_then(|phrase| phrase.resolve(&calendar))
}

/// Says what is wrong with the reading of one row of the table.
fn difference(row: &[&str]) -> Option<String> {
    let (words, kind, start, end) = (row[0], row[1], row[2], row[3]);
    let reading = in_2018(words);
    let is_right = match (kind, &reading) {
        ("range", Ok(Reading { when: When::Range(found), .. })) => *found == range(start, end),
        ("due", Ok(Reading { when: When::Due(found), .. })) => *found == day(end),
        ("several", Err(Unclear::Several(days))) => days.contains(&day(end)),
        ("open-ended", Ok(Reading { when: When::OpenEnded { start: found }, .. })) => {
            *found == (!start.is_empty()).then(|| day(start))
        }
        ("needs-context", Err(Unclear::Unreadable(Hint::NeedsMonth)))
        | ("recurring", Ok(Reading { when: When::Recurring, .. }))
        | ("unreadable", Err(Unclear::Unreadable(_)))
        | ("impossible", Err(Unclear::Impossible)) => true,
        _ => false,
    };
    (!is_right).then(|| format!("{words}: {kind} {start} {end}, read as {reading:?}"))
}

#[test]
fn every_phrase_of_the_table_has_its_outcome() {
    let rows = include_str!("phrases.tsv").lines().filter(|line| !line.starts_with('#'));
    let wrong: Vec<String> =
        rows.filter_map(|line| difference(&line.split('\t').collect::<Vec<_>>())).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
