//! Numbers, in digits and in Chinese characters.

use super::cursor::Cursor;

/// Four-digit numbers that are taken for a year; beyond them a slip is likelier than a date.
const YEARS: std::ops::Range<i32> = 1900..2200;

const DIGITS: [&str; 10] = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/// A number of a month, a day or an hour: one or two digits, or Chinese up to 三十九.
pub fn small(c: &mut Cursor) -> Option<u32> {
    c.attempt(|c| c.number(1..=2)).or_else(|| c.attempt(chinese_small))
}

fn chinese_small(c: &mut Cursor) -> Option<u32> {
    let tens = if c.eat("廿") {
        20
    } else if c.eat("卅") {
        30
    } else {
        match chinese_digit(c) {
            // 十 is a ten only after 二 and 三: no date goes beyond.
            Some(digit @ (2 | 3)) if c.eat("十") => digit * 10,
            Some(digit) => return Some(digit),
            None if c.eat("十") => 10,
            None => return None,
        }
    };
    Some(tens + chinese_digit(c).filter(|digit| *digit > 0).unwrap_or(0))
}

fn chinese_digit(c: &mut Cursor) -> Option<u32> {
    DIGITS.iter().position(|digit| c.eat(digit)).and_then(|value| u32::try_from(value).ok())
}

/// A year in four digits, or digit by digit in Chinese. There the letter O stands for 〇 often
/// enough (二O一八年) to be read as one; in digits it is a slip.
pub fn year(c: &mut Cursor) -> Option<i32> {
    c.attempt(four_digit_year).or_else(|| c.attempt(|c| as_year(chinese_year(c)?)))
}

pub fn four_digit_year(c: &mut Cursor) -> Option<i32> {
    c.number(4..=4).and_then(as_year)
}

/// The number as a year, if it can be one.
pub fn as_year(number: u32) -> Option<i32> {
    i32::try_from(number).ok().filter(|year| YEARS.contains(year))
}

fn chinese_year(c: &mut Cursor) -> Option<u32> {
    let starts_in_digits = c.is_at_digit();
    let mut value = 0;
    for _ in 0..4 {
        // 二00九: the nought of digits among Chinese ones.
        let nought = c.eat("o") || !starts_in_digits && c.eat("0");
        let digit = if nought { 0 } else { chinese_digit(c)? };
        value = value * 10 + digit;
    }
    Some(value)
}

/// 18, 一八: a year of this century.
pub fn two_digit_year(c: &mut Cursor) -> Option<i32> {
    let in_words = |c: &mut Cursor| Some(chinese_digit(c)? * 10 + chinese_digit(c)?);
    let number = c.attempt(|c| c.number(2..=2)).or_else(|| c.attempt(in_words))?;
    as_year(2000 + number).filter(|_| number < 50)
}
