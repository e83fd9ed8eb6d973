//! Properties over many days and over arbitrary text.

use super::super::calendar::Calendar;
use super::super::counted::Side;
use super::super::normalise::is_han;
use super::super::past::day_not_after;
use super::super::period::period;
use super::super::phrase::DatePhrase;
use super::super::range::DateRange;
use super::super::today::written_out;
use super::super::unclear::Unclear;
use super::{day, due, read, year};
use chrono::{Datelike, Days, NaiveDate};

const DIGITS: [&str; 10] = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

const NUMBERS: [&str; 32] = [
    "", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四", "十五",
    "十六", "十七", "十八", "十九", "二十", "二十一", "二十二", "二十三", "二十四", "二十五", "二十六",
    "二十七", "二十八", "二十九", "三十", "三十一",
];

fn notations(date: NaiveDate) -> Vec<String> {
    let chinese_year: String =
        date.year().to_string().bytes().map(|digit| DIGITS[usize::from(digit - b'0')]).collect();
    let (month, day) = (NUMBERS[date.month() as usize], NUMBERS[date.day() as usize]);
    let numeric = [
        "%Y-%m-%d",
        "%Y年%-m月%-d日前",
        "%Y.%-m.%-d",
        "%Y%m%d",
        "by %-d %B %Y",
        "%a, %B %-d, %Y",
        "%-m月%-d日前",
        "%Y/%-m/%-d",
        "%Y年%m月%d日",
        "%Y年%-m月%-d号前",
        "%Y-%-m-%-d前",
        "%Y.%m.%d前完成",
        "%y年%-m月%-d日前",
        "%-m月%-d日17:00前",
        "力争%Y年%-m月%-d日前取得明显成效",
        "%Y年%-m月%-d日（含）前",
        "完成时限：%Y年%-m月%-d日",
        "即日起至%Y年%-m月%-d日",
        "%-m月%-d前，并长期坚持",
    ];
    let written = numeric.iter().map(|form| date.format(form).to_string());
    written.chain([format!("{chinese_year}年{month}月{day}日")]).collect()
}

#[test]
fn every_day_reads_back_as_itself_in_every_notation() {
    let mut date = day("2016-01-01");
    while date < day("2022-01-01") {
        for words in notations(date) {
            assert_eq!(due(&words, &year(date.year())), Some(date), "{words}");
        }
        let long_after = date + Days::new(100);
        let words = format!("{}月{}日", date.month(), date.day());
        if date.month() != 2 || date.day() != 29 {
            let read = day_not_after(&words, long_after, &Calendar::default());
            assert_eq!(read.map(|reading| reading.day()), Ok(Some(date)), "{words}");
        }
        date = date + Days::new(1);
    }
}

const TABLE: &str = include_str!("../../../../tests/phrases.tsv");

fn outcome(words: &str) -> String {
    match read(words, &year(2018)) {
        Ok(reading) => format!("{:?}", reading.when),
        Err(Unclear::Unreadable(_)) => "unreadable".to_owned(),
        Err(unclear) => format!("{unclear:?}"),
    }
}

/// Spaces wherever a text processor puts them: not between two digits, nor in English.
fn spaced(words: &str) -> String {
    let mut text = String::new();
    for c in words.chars() {
        let in_number = c.is_numeric() && text.ends_with(char::is_numeric);
        text.push_str(if in_number || text.is_empty() { "" } else { " " });
        text.push(c);
    }
    text
}

fn full_width(words: &str) -> String {
    let wide = |c: char| char::from_u32(u32::from(c) + 0xfee0).unwrap_or(c);
    words.chars().map(|c| if c.is_ascii_graphic() { wide(c) } else { c }).collect()
}

#[test]
fn a_chinese_phrase_reads_the_same_in_full_width_and_with_spaces() {
    let phrases = TABLE.lines().skip(1).filter_map(|line| line.split('\t').nth(2));
    let chinese: Vec<&str> =
        phrases.filter(|words| words.chars().any(is_han) && !words.contains(' ')).collect();
    assert!(chinese.len() > 400, "{}", chinese.len());
    for words in chinese {
        let expected = outcome(words);
        assert_eq!(outcome(&full_width(words)), expected, "{words}");
        assert_eq!(outcome(&spaced(words)), expected, "{words}");
    }
}

/// Numbers that look random and are the same in every run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % limit
    }
}

fn read_in_many_ways(words: &str) {
    let wide = DateRange { start: day("2016-01-01"), end: day("2022-12-31") };
    let edge = DateRange { start: NaiveDate::MIN, end: NaiveDate::MIN };
    let last = DateRange { start: NaiveDate::MAX, end: NaiveDate::MAX };
    let _ = period(words, day("2018-06-11"), &Calendar::default());
    let _ = day_not_after(words, day("2018-06-11"), &Calendar::default());
    if let Ok(phrase) = DatePhrase::parse(words) {
        let _ = day_not_after(words, NaiveDate::MIN, &Calendar::default());
        for year in [None, Some(2018), Some(0), Some(i32::MAX), Some(i32::MIN)] {
            let _ = phrase.resolve(&Calendar { year, ..Calendar::default() });
        }
        // Only the search for a year looks at the range.
        for range in [wide, edge, last] {
            let _ = phrase.resolve(&Calendar { phase: Some(range), ..Calendar::default() });
            let _ = phrase.resolve(&Calendar { plan: Some(range), ..year(2018) });
        }
    }
}

#[test]
fn arbitrary_text_never_panics() {
    let mut numbers = Numbers(7);
    for _ in 0..10_000 {
        let length = numbers.below(40);
        let bytes: Vec<u8> = (0..length).map(|_| u8::try_from(numbers.below(256)).unwrap()).collect();
        read_in_many_ways(&String::from_utf8_lossy(&bytes));
    }
}

const PIECES: &[&str] = &[
    "6", "10", "31", "2018", "99999", "0", "年", "月", "日", "前", "底", "初", "中", "旬", "上", "下", "至",
    "-", "~", ".", "/", " ", "(", ")", "周", "五", "十", "季度", "第", "起", "每", "国庆", "元旦", "次年",
    "明年", "到", "0时", "24时", "或", "、", "by ", "before ", "May", "may ", "Q", "M", "H1", "end of ",
    "mid-", "th", " to ", " or ", "year", "Friday ", "5pm ", ":", ",", "〇", "二〇一八", "o",
];

#[test]
fn arbitrary_pieces_of_dates_never_panic() {
    let mut numbers = Numbers(11);
    for _ in 0..30_000 {
        let count = 1 + numbers.below(7);
        let words: String = (0..count).map(|_| PIECES[numbers.below(PIECES.len())]).collect();
        read_in_many_ways(&words);
    }
}

#[test]
fn what_counts_from_the_first_or_the_last_day_of_all_is_answered() {
    for words in
        ["昨天", "明天", "上周五", "下周", "下月底", "去年", "25日", "周五", "next Friday", "next quarter"]
    {
        for today in [NaiveDate::MIN, NaiveDate::MAX] {
            let _ = written_out(words, today, Side::ToCome);
            let _ = period(words, today, &Calendar::default());
        }
    }
}

#[test]
fn odd_years_and_long_text_are_answered_at_once() {
    for words in [
        "0年5月", "0000年5月", "9999年5月1日", "99999年5月", "2018年13月", "2018年5月0日", "M99999", "M999",
        "",
    ] {
        read_in_many_ways(words);
    }
    for piece in ["6", "月", "6月10日前", " ", "每月", "(", "may ", "\u{200b}", "长期"] {
        let long = piece.repeat(1_000_000 / piece.len());
        assert!(DatePhrase::parse(&long).is_err(), "{piece}");
    }
}
