//! The year of words without one, and what is supplied or noticed on the way.

use super::super::calendar::Calendar;
use super::super::hints::{Unread, unread};
use super::super::past::day_not_after;
use super::super::phrase::DatePhrase;
use super::super::range::DateRange;
use super::super::reading::{Repair, When, WrongWeekday};
use super::super::unclear::{Hint, Unclear};
use super::{day, due, range, read, year};
use chrono::Weekday;

fn inside(phase: Option<DateRange>, plan: Option<DateRange>) -> Calendar {
    Calendar { year: Some(2018), phase, plan, ..Calendar::default() }
}

#[test]
fn the_phase_gives_the_year() {
    let winter = inside(Some(range("2018-11-01", "2019-03-31")), None);
    assert_eq!(due("12月10日前", &winter), Some(day("2018-12-10")));
    assert_eq!(due("2月10日前", &winter), Some(day("2019-02-10")));
    assert_eq!(due("年底前", &winter), Some(day("2018-12-31")));
    assert_eq!(due("元旦前", &winter), Some(day("2018-12-31")));
}

#[test]
fn the_plan_gives_the_year_where_the_phase_does_not() {
    let phase = range("2018-05-01", "2018-06-30");
    let plan = range("2018-05-01", "2019-04-30");
    let calendar = inside(Some(phase), Some(plan));
    assert_eq!(due("2月10日前", &calendar), Some(day("2019-02-10")));
}

#[test]
fn a_day_that_fits_two_years_is_a_question() {
    let long = inside(Some(range("2019-10-01", "2020-10-31")), None);
    let days = vec![day("2019-10-31"), day("2020-10-31")];
    assert_eq!(read("10月11-31日", &long), Err(Unclear::YearUnclear(days)));
}

#[test]
fn a_day_outside_the_plan_is_a_question_even_if_the_plan_has_a_year() {
    let plan = inside(None, Some(range("2018-05-01", "2018-12-31")));
    let days = vec![day("2018-03-10"), day("2019-03-10")];
    assert_eq!(read("3月10日前", &plan), Err(Unclear::YearUnclear(days)));
}

#[test]
fn a_day_outside_the_phase_without_plan_is_a_question_even_if_the_plan_has_a_year() {
    let calendar = inside(Some(range("2018-05-01", "2018-06-30")), None);
    let days = vec![day("2017-07-10"), day("2018-07-10")];
    assert_eq!(read("7月10日前", &calendar), Err(Unclear::YearUnclear(days.clone())));
    let nameless = Calendar { year: None, ..calendar };
    assert_eq!(read("7月10日前", &nameless), Err(Unclear::YearUnclear(days)));
}

#[test]
fn an_end_before_its_start_in_the_same_month_is_no_range_of_a_year() {
    let backwards = |words| read(words, &year(2018)).unwrap_err();
    let days = |start, end| Unclear::Backwards { start: day(start), end: day(end) };
    assert_eq!(backwards("6月10日-1日"), days("2018-06-10", "2018-06-01"));
    assert_eq!(backwards("5月下旬至上旬"), days("2018-05-21", "2018-05-10"));
    assert_eq!(backwards("2018年5月25日至5月20日"), days("2018-05-25", "2018-05-20"));
}

#[test]
fn a_day_of_the_lunar_calendar_is_not_read_as_an_ordinary_one() {
    assert!(DatePhrase::parse("五月廿五").is_err());
    assert!(DatePhrase::parse("五月廿五前").is_err());
    assert_eq!(due("五月廿五日", &year(2018)), Some(day("2018-05-25")));
}

#[test]
fn a_range_that_leaves_the_plan_is_placed_where_it_overlaps() {
    let plan = inside(None, Some(range("2018-05-01", "2018-12-31")));
    let when = read("12月20日至1月10日", &plan).unwrap().when;
    assert_eq!(when, When::Range(range("2018-12-20", "2019-01-10")));
}

#[test]
fn a_question_about_the_day_is_placed_too() {
    let winter = inside(Some(range("2018-11-01", "2019-03-31")), None);
    let days = vec![day("2019-01-31"), day("2019-02-28")];
    assert_eq!(read("2月前", &winter), Err(Unclear::Several(days)));
}

#[test]
fn a_written_year_never_looks_at_the_ranges() {
    let plan = inside(None, Some(range("2018-05-01", "2018-12-31")));
    assert_eq!(due("2021年3月10日前", &plan), Some(day("2021-03-10")));
}

#[test]
fn relative_years_count_from_the_plans_year() {
    let plan = Calendar { plan: Some(range("2018-05-01", "2020-12-31")), ..Calendar::default() };
    assert_eq!(due("今年6月底前", &plan), Some(day("2018-06-30")));
    assert_eq!(due("明年6月底前", &plan), Some(day("2019-06-30")));
    assert_eq!(read("全年", &plan).unwrap().when, When::Range(range("2018-01-01", "2018-12-31")));
    assert_eq!(read("明年6月底前", &Calendar::default()), Err(Unclear::NoYear));
}

#[test]
fn only_years_that_have_a_29_february_count() {
    let long = inside(None, Some(range("2018-05-01", "2021-12-31")));
    assert_eq!(due("2月29日", &long), Some(day("2020-02-29")));
    let short = inside(None, Some(range("2018-05-01", "2019-12-31")));
    assert_eq!(read("2月29日", &short), Err(Unclear::Impossible));
}

#[test]
fn what_was_supplied_is_said() {
    let repairs = |words| read(words, &year(2018)).unwrap().repairs;
    assert_eq!(repairs("6月10前"), [Repair::DayWord]);
    assert_eq!(repairs("2018年5月25"), [Repair::DayWord]);
    assert_eq!(repairs("7月31-8月1日"), [Repair::DayWord]);
    assert_eq!(repairs("5月7-11日"), []);
    assert_eq!(repairs("国庆节前"), [Repair::DayBeforeFestival]);
    assert_eq!(repairs("12月20日至1月10日"), [Repair::NextYear]);
    assert_eq!(repairs("5月底至6月底"), [Repair::RoughStart]);
    assert_eq!(repairs("10月至2019年3月"), [Repair::StartYear]);
    assert_eq!(repairs("6月10日前"), []);
    assert_eq!(repairs("Jun 18"), [Repair::DayNotYear]);
    assert_eq!(repairs("Jun 17"), []);
    assert_eq!(repairs("18 June"), []);
}

#[test]
fn the_day_of_issue_is_the_plans_first_day() {
    let plan = inside(None, Some(range("2018-05-01", "2018-12-31")));
    for words in ["即日起至6月30日", "自通知印发之日起至6月底", "从现在起到6月30日前"]
    {
        let reading = read(words, &plan).unwrap();
        assert_eq!(reading.when, When::Range(range("2018-05-01", "2018-06-30")), "{words}");
        assert_eq!(reading.repairs, [Repair::DayOfIssue], "{words}");
        // Without a plan's first day only the deadline is known.
        assert_eq!(due(words, &year(2018)), Some(day("2018-06-30")), "{words}");
    }
}

#[test]
fn the_end_of_a_day_is_the_start_of_the_next() {
    let when = |words| read(words, &year(2018)).unwrap().when;
    assert_eq!(when("5月31日24时至6月30日24时"), When::Range(range("2018-06-01", "2018-06-30")));
    assert_eq!(when("自5月31日24时起"), When::OpenEnded { start: Some(day("2018-06-01")) });
    assert_eq!(when("5月31日24时前"), When::Due(day("2018-05-31")));
}

#[test]
fn a_weekday_is_compared_with_its_date() {
    let wrong = |written, iso| Some(WrongWeekday { written, day: day(iso) });
    let weekday = |words| read(words, &year(2018)).unwrap().weekday;
    assert_eq!(weekday("5月25日（周五）前"), None);
    assert_eq!(weekday("5月25日（周四）前"), wrong(Weekday::Thu, "2018-05-25"));
    assert_eq!(weekday("Tuesday, July 28th, 2018"), wrong(Weekday::Tue, "2018-07-28"));
}

#[test]
fn only_words_that_name_a_day_get_a_weekend_warning() {
    let names_day = |words| read(words, &year(2018)).unwrap().names_day;
    for words in ["6月10日前", "5.25", "by 10 June", "2018-05-25"] {
        assert!(names_day(words), "{words}");
    }
    for words in ["6月底前", "5月下旬", "5月1日至6日", "国庆节前", "年底", "Q3"] {
        assert!(!names_day(words), "{words}");
    }
}

#[test]
fn the_last_29_february_is_looked_for_on_both_sides_of_1900() {
    let last = |today| day_not_after("2月29日", day(today), &Calendar::default());
    assert_eq!(last("1904-01-15"), Err(Unclear::YearUnclear(vec![day("1896-02-29")])));
    assert_eq!(last("2018-06-11"), Err(Unclear::YearUnclear(vec![day("2016-02-29")])));
}

#[test]
fn a_start_is_a_first_day_and_never_a_deadline() {
    let start = |words: &str| {
        let start = DatePhrase::parse(words).ok()?.as_start()?;
        start.resolve(&year(2018)).ok()
    };
    let first = |words| start(words).and_then(|reading| reading.day());
    assert_eq!(first("5月25日"), Some(day("2018-05-25")));
    assert_eq!(first("5月下旬"), Some(day("2018-05-21")));
    assert_eq!(first("5月初"), Some(day("2018-05-01")));
    assert_eq!(first("from 10 June"), Some(day("2018-06-10")));
    assert_eq!(first("5月底"), Some(day("2018-05-31")));
    assert_eq!(start("5月底").map(|reading| reading.repairs), Some(vec![Repair::RoughDay]));
    for words in ["6月1日前", "by 10 June", "5月1日至5日", "长期坚持", "每月25日"] {
        assert_eq!(start(words), None, "{words}");
    }
}

#[test]
fn a_hint_says_what_stands_in_the_way() {
    let hint = |words| match DatePhrase::parse(words) {
        Err(Unclear::Unreadable(hint)) => hint,
        other => panic!("{words}: {other:?}"),
    };
    assert_eq!(hint("25日前"), Hint::NeedsMonth);
    assert_eq!(hint("10日内"), Hint::NeedsAnchor);
    assert_eq!(hint("第3周"), Hint::NeedsAnchor);
    assert_eq!(hint("端午节前"), Hint::MovableFestival);
    assert_eq!(hint("国庆期间"), Hint::Holiday);
    assert_eq!(hint("5月25日左右"), Hint::NotFirm);
    assert_eq!(hint("5月25日和6月10日"), Hint::ManyDates);
    assert_eq!(hint("20年"), Hint::TwoDigitYear);
    assert_eq!(hint("FY26"), Hint::FiscalYear);
    assert_eq!(hint("2018/19"), Hint::FiscalYear);
    assert_eq!(hint("6月10曰前"), Hint::Typo);
    assert_eq!(hint("三大攻坚战"), Hint::Other);
    assert_eq!(hint("八月十五前"), Hint::MovableFestival);
    assert_eq!(hint("4、6月"), Hint::ManyDates);
    // One date and a comma are not two dates.
    assert_eq!(hint("6月底前，形成方案"), Hint::Other);
}

#[test]
fn what_is_not_understood_is_quoted_beside_the_date_that_would_be_read() {
    let part = |words| {
        let Err(Unclear::Unreadable(hint)) = DatePhrase::parse(words) else { panic!("{words}") };
        let Unread { hint, part, date } = unread(words, hint);
        (hint, part, date)
    };
    assert_eq!(part("6月10日前完成初稿"), (Hint::Other, Some("初稿"), Some("6月10日前完成")));
    assert_eq!(part("经研究6月底前"), (Hint::Other, Some("经研究"), Some("6月底前")));
    assert_eq!(part("预计6月底前完成初稿"), (Hint::Other, Some("初稿"), Some("预计6月底前完成")));
    assert_eq!(part("6月底前，完成第3周作业"), (Hint::NeedsAnchor, Some("第3周"), None));
    assert_eq!(part("5个工作日内"), (Hint::NeedsAnchor, Some("5个工作日"), None));
    assert_eq!(part("Week 6"), (Hint::NeedsAnchor, Some("Week 6"), None));
    assert_eq!(part("2018年暑假"), (Hint::MovableFestival, Some("暑假"), None));
    assert_eq!(part("Around 10 June"), (Hint::NotFirm, Some("Around"), None));
    assert_eq!(part("10 June 2026x"), (Hint::Other, Some("2026x"), Some("10 June")));
    assert_eq!(part("三大攻坚战"), (Hint::Other, None, None));
}
