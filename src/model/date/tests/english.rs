//! English dates in every notation and dress.

use super::{day, due, read, year};
use chrono::{Datelike, Days};

/// A phrase in other clothes.
fn variants(words: &str) -> [String; 5] {
    [
        words.to_uppercase(),
        format!("  {} ", words.replace(' ', "  ")),
        format!("{words}."),
        words.replace('-', "\u{2013}"),
        words.chars().map(full_width).collect(),
    ]
}

fn full_width(c: char) -> char {
    if c.is_ascii_graphic() { char::from_u32(u32::from(c) + 0xfee0).unwrap() } else { c }
}

#[test]
fn english_words_in_other_clothes_read_the_same() {
    for words in [
        "by 10 June", "1-5 May 2026", "May/June 2018", "Q3'19", "mid-May to late July", "Jun-26", "M1-M12",
        "Week 6 (26 March - 1 April)", "30 June 2026 and quarterly thereafter", "15 March 2026, 17:00 CET",
        "first Monday of June", "2026-W23", "EOQ3 2026", "every other Friday", "until further notice",
        "Q1 and Q3",
    ] {
        for variant in variants(words) {
            assert_eq!(read(&variant, &year(2026)), read(words, &year(2026)), "{variant}");
        }
    }
}

#[test]
fn ordinals_and_punctuation_leave_a_day_as_it_is() {
    let mut date = day("2026-01-01");
    while date < day("2027-01-01") {
        let (suffix, number) = (["th", "st", "nd", "rd"], date.day());
        let suffix =
            suffix[if (11..=13).contains(&number) || number % 10 > 3 { 0 } else { number as usize % 10 }];
        for form in ["%B {}, %Y", "%b. {} %Y", "the {} of %B %Y", "{} %b, %Y", "%A, {} %B %Y"] {
            for ordinal in ["", suffix] {
                let words = date.format(&form.replace("{}", &format!("{number}{ordinal}"))).to_string();
                assert_eq!(due(&words, &year(2026)), Some(date), "{words}");
            }
        }
        date = date + Days::new(1);
    }
}

#[test]
fn every_day_reads_back_as_itself_in_every_english_notation() {
    let forms = [
        "%d-%b-%Y", "%d%b%Y", "%B %-d, '%y", "%d-%b-%y", "due %A %-d %b %Y, 17:00 CET", "%Y %B %-d",
        "%Y-%m-%dT12:00:00Z", "expected completion date: %-d %B %Y",
    ];
    let mut date = day("2016-01-01");
    while date < day("2020-01-01") {
        for words in forms.map(|form| date.format(form).to_string()) {
            assert_eq!(due(&words, &year(date.year())), Some(date), "{words}");
        }
        date = date + Days::new(1);
    }
}
