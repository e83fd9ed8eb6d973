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

#[test]
fn a_day_reads_back_as_itself_in_every_notation() {
    let notations = [
        "%Y-%m-%d",
        "%Y年%-m月%-d日",
        "%Y.%-m.%-d",
        "%-d %B %Y",
        "%b %-d, %Y",
        "by %A, %-d %B %Y",
        "%Y年%m月%d日前",
    ];
    let mut today = day("2016-01-01");
    while today < day("2021-01-01") {
        for notation in notations {
            let words = today.format(notation).to_string();
            let reading = read(&words, Calendar::default()).map(|reading| (reading.when, reading.weekday));
            assert_eq!(reading, Ok((When::Due(today), None)), "{words}");
        }
        today = today.succ_opt().expect("it is not the last day");
    }
}

#[test]
fn words_without_a_year_lie_in_the_year_that_puts_them_inside_the_phase_or_the_plan() {
    let plan = Some(range("2018-09-01", "2019-06-30"));
    let calendar = Calendar { year: Some(2018), phase: None, plan };
    let due = |words: &str, calendar| read(words, calendar).map(|reading| reading.when);
    assert_eq!(due("1月10日前", calendar), Ok(When::Due(day("2019-01-10"))));
    assert_eq!(due("10月10日前", calendar), Ok(When::Due(day("2018-10-10"))));
    assert_eq!(due("年底前", calendar), Ok(When::Due(day("2018-12-31"))));
    assert_eq!(
        due("7月10日前", calendar),
        Err(Unclear::YearUnclear(vec![day("2018-07-10"), day("2019-07-10")]))
    );
    assert_eq!(due("元旦前", calendar), Ok(When::Due(day("2018-12-31"))));
    assert_eq!(due("12月至1月", calendar), Ok(When::Range(range("2018-12-01", "2019-01-31"))));
    let phase = Some(range("2019-10-01", "2020-10-31"));
    let in_phase = Calendar { year: Some(2019), phase, plan: Some(range("2019-01-01", "2020-12-31")) };
    let twice = vec![day("2019-10-31"), day("2020-10-31")];
    assert_eq!(due("10月11-31日", in_phase), Err(Unclear::YearUnclear(twice)));
    assert_eq!(due("2月29日前", in_phase), Ok(When::Due(day("2020-02-29"))));
}

#[test]
fn without_any_year_the_words_ask_for_one() {
    let nothing = Calendar::default();
    assert_eq!(read("6月10日前", nothing), Err(Unclear::NoYear));
    assert_eq!(read("今年6月底前", nothing), Err(Unclear::NoYear));
    assert_eq!(read("6月31日前", nothing), Err(Unclear::Impossible));
    assert_eq!(read("M9", nothing), Err(Unclear::Unreadable(Hint::NeedsPlanStart)));
    assert_eq!(
        read("元旦前", Calendar { year: Some(2018), ..nothing }),
        Err(Unclear::YearUnclear(vec![day("2017-12-31"), day("2018-12-31")]))
    );
}

#[test]
fn project_months_count_from_the_first_day_of_the_plan() {
    let calendar = Calendar { plan: Some(range("2026-01-15", "2028-12-31")), ..Calendar::default() };
    let when = |words: &str| read(words, calendar).map(|reading| reading.when);
    assert_eq!(when("M1"), Ok(When::Range(range("2026-01-15", "2026-02-14"))));
    assert_eq!(when("by end of M9"), Ok(When::Due(day("2026-10-14"))));
    assert_eq!(when("M1-M12"), Ok(When::Range(range("2026-01-15", "2027-01-14"))));
    assert_eq!(when("M9 (14 October 2026)"), Ok(When::Due(day("2026-10-14"))));
    assert_eq!(
        when("M9 (30 September 2026)"),
        Err(Unclear::Several(vec![day("2026-09-30"), day("2026-10-14")]))
    );
}

#[test]
fn a_weekday_that_does_not_match_is_told() {
    let wrong = |words: &str| in_2018(words).expect("it can be read").weekday;
    assert_eq!(wrong("6月10日（周一）前"), Some(WrongWeekday { written: Weekday::Mon, real: Weekday::Sun }));
    assert_eq!(
        wrong("Tuesday, July 28th, 2018"),
        Some(WrongWeekday { written: Weekday::Tue, real: Weekday::Sat })
    );
    assert_eq!(wrong("6月10日（周日）前"), None);
}

#[test]
fn what_was_supplied_is_told() {
    let repairs = |words: &str| in_2018(words).expect("it can be read").repairs;
    assert_eq!(repairs("6月10前"), [Repair::DayWord]);
    assert_eq!(repairs("7月31-8月1日"), [Repair::DayWord]);
    assert_eq!(repairs("5月7-11日"), []);
    assert_eq!(repairs("国庆节前"), [Repair::DayBeforeFestival]);
    assert_eq!(repairs("12月20日至1月10日"), [Repair::NextYear]);
}

#[test]
fn a_day_for_a_mark_is_the_last_one_that_is_not_after_today() {
    let today = day("2018-06-11");
    assert_eq!(day_not_after("6月11日", today), Ok(today));
    assert_eq!(day_not_after("6月12日", today), Ok(day("2017-06-12")));
    assert_eq!(day_not_after("14 Sep", today), Ok(day("2017-09-14")));
    assert_eq!(day_not_after("2月29日", today), Ok(day("2016-02-29")));
    assert_eq!(day_not_after("昨天", today), Ok(day("2018-06-10")));
    assert_eq!(day_not_after("Today", today), Ok(today));
    assert_eq!(day_not_after("2018-06-12", today), Ok(day("2018-06-12")));
    assert_eq!(day_not_after("6月", today), Err(Unclear::Unreadable(Hint::Other)));
}

#[test]
fn no_text_makes_the_reader_panic() {
    let pieces = [
        "5",
        "月",
        "日",
        "前",
        "至",
        "-",
        "年",
        "2018",
        "底",
        "每",
        "第",
        "（",
        ")",
        "may",
        " ",
        "q",
        "m",
        ".",
        "/",
        "十",
        "\u{0}",
        "99999999999",
    ];
    let mut seed = 1_usize;
    for _ in 0..30_000 {
        let mut words = String::new();
        for _ in 0..6 {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            words.push_str(pieces[(seed >> 33) % pieces.len()]);
        }
        let _ = read(&words, Calendar { year: Some(9999), ..Calendar::default() });
    }
    assert_eq!(read(&"5".repeat(1 << 20), Calendar::default()), Err(Unclear::Unreadable(Hint::Other)));
}
