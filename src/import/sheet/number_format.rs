//! How a workbook shows a number, and when it is a day: ECMA-376 part 1, 18.8.30 and 18.8.31.

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime};

/// A number as a person sees it. A day is written in ISO form, however it is shown.
#[derive(Debug, Clone, PartialEq)]
pub struct Shown {
    pub text: String,
    pub day: Option<NaiveDate>,
}

/// Day 0 of the two calendars of workbooks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Epoch {
    /// 1900 counts as a leap year, which it was not: 18.17.4.1.
    #[default]
    Y1900,
    Y1904,
}

/// What a format code asks for; of its sections, which are for other signs, the first.
#[derive(Debug, Default)]
struct Format {
    parts: Vec<Part>,
    weekday: Option<Weekday>,
    /// A `%`, which also counts in hundredths.
    percent: bool,
    /// The places after the point, where digits are asked for; None for a general number.
    decimals: Option<usize>,
    thousands: bool,
    before: String,
    after: String,
}

/// The parts of a date that a format shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Year,
    Month,
    Day,
    /// Hours or seconds.
    Time,
    /// A sum of hours, minutes or seconds.
    Elapsed,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Weekday {
    /// 星期四.
    Chinese,
    /// 四.
    ChineseShort,
    English,
}

/// Shows a number in the format of its code.
pub fn shown(value: f64, code: &str, epoch: Epoch) -> Shown {
    let format = Format::read(code);
    let moment = if format.is_date() { moment(value, epoch) } else { None };
    match moment {
        Some(moment) => format.moment(moment, value),
        None => Shown { text: format.number(value), day: None },
    }
}

/// Returns the code of a format that has only a number: 18.8.30, those without a code as Chinese Excel shows them.
pub fn built_in(id: u32) -> &'static str {
    match id {
        1 => "0",
        2 => "0.00",
        3 | 37 | 38 | 41 | 42 => "#,##0",
        4 | 39 | 40 | 43 | 44 => "#,##0.00",
        9 => "0%",
        10 => "0.00%",
        14 | 15 | 16 | 28..=31 | 51 | 53 | 54 | 58 => "yyyy-m-d",
        17 | 27 | 36 | 50 | 52 | 57 => "yyyy年m月",
        18..=21 | 32..=35 | 45 | 47 | 55 | 56 => "h:mm",
        22 => "yyyy-m-d h:mm",
        46 => "[h]:mm",
        _ => "General",
    }
}

/// Returns the moment that a number of days is.
fn moment(value: f64, epoch: Epoch) -> Option<NaiveDateTime> {
    let seconds = (value * 86_400.0).round();
    if !(0.0..2_958_466.0 * 86_400.0).contains(&seconds) {
        return None;
    }
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "it lies within these bounds"
    )]
    let (days, second) = ((seconds / 86_400.0) as u64, (seconds % 86_400.0) as u32);
    let zero = match epoch {
        Epoch::Y1900 if days < 60 => NaiveDate::from_ymd_opt(1899, 12, 31),
        Epoch::Y1900 => NaiveDate::from_ymd_opt(1899, 12, 30),
        Epoch::Y1904 => NaiveDate::from_ymd_opt(1904, 1, 1),
    };
    let time = NaiveTime::from_num_seconds_from_midnight_opt(second, 0)?;
    Some(zero?.checked_add_days(Days::new(days))?.and_time(time))
}

impl Format {
    fn read(code: &str) -> Format {
        let mut format = Format::default();
        if code.trim().to_lowercase().starts_with("general") || code.starts_with("G/") || code == "@" {
            return format;
        }
        let mut signs = code.chars().peekable();
        while let Some(sign) = signs.next() {
            match sign {
                ';' => break,
                '"' => format.literal(&signs.by_ref().take_while(|sign| *sign != '"').collect::<String>()),
                '\\' => format.literal(&signs.next().map(String::from).unwrap_or_default()),
                '_' | '*' => drop(signs.next()),
                '[' => format.bracket(&signs.by_ref().take_while(|sign| *sign != ']').collect::<String>()),
                // Behind seconds: their fractions.
                '.' | '0' if format.has(Part::Time) => {}
                '0' | '#' | '?' => format.decimals = format.decimals.or(Some(0)),
                // A point between parts of a date is written as it is: yyyy.m.d.
                '.' if format.decimals.is_none()
                    && !signs.peek().is_some_and(|sign| "0#?".contains(*sign)) =>
                {
                    format.literal(".");
                }
                '.' => {
                    let mut places = 0;
                    while signs.next_if(|sign| "0#?".contains(*sign)).is_some() {
                        places += 1;
                    }
                    format.decimals = Some(places.min(15));
                }
                ',' => format.thousands = true,
                '%' => {
                    format.percent = true;
                    format.literal("%");
                }
                letter if letter.is_ascii_alphabetic() => {
                    let mut length = 1;
                    while signs.next_if(|sign| sign.eq_ignore_ascii_case(&letter)).is_some() {
                        length += 1;
                    }
                    format.letters(letter.to_ascii_lowercase(), length);
                }
                other => format.literal(other.encode_utf8(&mut [0; 4])),
            }
        }
        format
    }

    fn letters(&mut self, letter: char, length: usize) {
        match letter {
            'y' | 'e' => self.parts.push(Part::Year),
            'm' if length < 3 && self.has(Part::Time) => {}
            'm' => self.parts.push(Part::Month),
            'd' if length < 3 => self.parts.push(Part::Day),
            'd' => self.weekday = Some(Weekday::English),
            'a' if length == 3 => self.weekday = Some(Weekday::ChineseShort),
            'a' if length > 3 => self.weekday = Some(Weekday::Chinese),
            'h' | 's' => self.parts.push(Part::Time),
            _ => {}
        }
    }

    /// A colour, a condition, a language, a currency, or a sum of hours.
    fn bracket(&mut self, inside: &str) {
        let is_sum = !inside.is_empty() && inside.chars().all(|sign| "hmsHMS".contains(sign));
        self.parts.extend(is_sum.then_some(Part::Elapsed));
        if let Some(currency) = inside.strip_prefix('$') {
            self.literal(currency.split('-').next().unwrap_or_default());
        }
    }

    fn literal(&mut self, text: &str) {
        let end = if self.decimals.is_none() { &mut self.before } else { &mut self.after };
        end.push_str(text);
    }

    fn has(&self, part: Part) -> bool {
        self.parts.contains(&part)
    }

    fn is_date(&self) -> bool {
        let has_part = !self.parts.is_empty() || self.weekday.is_some();
        has_part && !self.has(Part::Elapsed) && self.decimals.is_none()
    }

    /// Writes the day; what is shown without one is a day only where more than the first of a month is kept.
    fn moment(&self, moment: NaiveDateTime, value: f64) -> Shown {
        let text = |text: String| Shown { text, day: None };
        let shows_date = [Part::Year, Part::Month, Part::Day].into_iter().any(|part| self.has(part));
        let (day, shows_time) = (moment.date(), self.has(Part::Time));
        if shows_time && (value < 1.0 || !shows_date) {
            return text(moment.format("%H:%M").to_string());
        }
        if value < 1.0 {
            return text(general(value));
        }
        if let Some(weekday) = self.weekday.filter(|_| !shows_date) {
            return text(weekday.name(day));
        }
        let (year, month) = (day.year(), day.month());
        match (self.has(Part::Day), self.has(Part::Month)) {
            (false, true) if day.day() == 1 && self.has(Part::Year) => text(format!("{year}年{month}月")),
            (false, true) if day.day() == 1 => text(format!("{month}月")),
            (false, false) if day.ordinal() == 1 => text(year.to_string()),
            _ if shows_time && moment.time() != NaiveTime::MIN => {
                Shown { text: moment.format("%Y-%m-%d %H:%M").to_string(), day: Some(day) }
            }
            _ => Shown { text: day.to_string(), day: Some(day) },
        }
    }

    fn number(&self, value: f64) -> String {
        let value = if self.percent { value * 100.0 } else { value };
        let digits = match self.decimals {
            Some(places) if value.abs() < 1e15 => grouped(&format!("{value:.places$}"), self.thousands),
            _ => return general(value),
        };
        format!("{}{digits}{}", self.before, self.after)
    }
}

/// Writes a number as it is shown without a format: to fifteen digits, of which none is an empty one.
fn general(value: f64) -> String {
    if value == 0.0 || !value.is_finite() {
        return "0".to_owned();
    }
    let rounded: f64 = format!("{value:.14e}").parse().unwrap_or(value);
    if (1e-9..1e15).contains(&rounded.abs()) { rounded.to_string() } else { format!("{rounded:e}") }
}

fn grouped(digits: &str, thousands: bool) -> String {
    let whole = digits.find('.').unwrap_or(digits.len());
    let mut text = String::new();
    for (at, digit) in digits.char_indices() {
        let left = whole.saturating_sub(at);
        if thousands && at > 0 && left > 0 && left.is_multiple_of(3) && !text.ends_with('-') {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

impl Weekday {
    fn name(self, day: NaiveDate) -> String {
        let sign = ["一", "二", "三", "四", "五", "六", "日"][day.weekday().num_days_from_monday() as usize];
        match self {
            Weekday::Chinese => format!("星期{sign}"),
            Weekday::ChineseShort => sign.to_owned(),
            Weekday::English => day.format("%A").to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(value: f64, code: &str) -> String {
        let shown = shown(value, code, Epoch::Y1900);
        shown.text + if shown.day.is_some() { " (day)" } else { "" }
    }

    #[test]
    fn a_number_is_shown_as_a_person_sees_it() {
        let cases = [
            (1.0, "General", "1"),
            (0.1 + 0.2, "General", "0.3"),
            (45_071.0, "General", "45071"),
            (-2.5, "0", "-2"),
            (0.5, "0%", "50%"),
            (0.125, "0.0%", "12.5%"),
            (1.0, "0.00_ ", "1.00"),
            (1_234_567.0, "#,##0", "1,234,567"),
            (-123_456.5, "#,##0.0", "-123,456.5"),
            (3.0, "\"第\"0\"周\"", "第3周"),
            (5.0, "0\\天;[Red]-0", "5天"),
            (1.5, "[h]:mm", "1.5"),
            (1e20, "0", "1e20"),
        ];
        for (value, code, expected) in cases {
            assert_eq!(text(value, code), expected, "{code}");
        }
    }

    #[test]
    fn a_day_is_told_by_its_format() {
        // 24 May 2018: 43,244 days after 30 December 1899.
        for code in [
            "yyyy-mm-dd", "m/d/yy", "yyyy\"年\"m\"月\"d\"日\";@", "[$-804]m\"月\"d\"日\"", "d-mmm",
            "yyyy/m/d aaaa",
        ] {
            assert_eq!(text(43_244.0, code), "2018-05-24 (day)", "{code}");
        }
        assert_eq!(text(43_244.75, "yyyy-m-d h:mm"), "2018-05-24 18:00 (day)");
        assert_eq!(text(43_244.75, "yyyy-m-d"), "2018-05-24 (day)");
        assert_eq!(text(43_244.0, "yyyy.m.d"), "2018-05-24 (day)");
        assert_eq!(text(43_244.0, "DD.MM.YYYY"), "2018-05-24 (day)");
        assert_eq!(text(43_244.75, "yyyy-mm-dd hh:mm:ss.000"), "2018-05-24 18:00 (day)");
        assert_eq!(shown(43_244.0 - 1462.0, "d", Epoch::Y1904).text, "2018-05-24");
        assert_eq!(text(1.0, "yyyy-m-d"), "1900-01-01 (day)");
    }

    #[test]
    fn what_shows_no_day_is_none() {
        assert_eq!(text(43_221.0, "yyyy\"年\"m\"月\""), "2018年5月");
        assert_eq!(text(43_221.0, "mmm-yy"), "2018年5月");
        assert_eq!(text(43_244.0, "mmm-yy"), "2018-05-24 (day)");
        assert_eq!(text(43_101.0, "yyyy"), "2018");
        assert_eq!(text(43_244.0, "aaaa"), "星期四");
        assert_eq!(text(43_244.0, "dddd"), "Thursday");
        assert_eq!(text(0.75, "h:mm AM/PM"), "18:00");
    }

    #[test]
    fn a_number_that_is_no_day_stays_a_number() {
        assert_eq!(text(-3.0, "yyyy-m-d"), "-3");
        assert_eq!(text(9_999_999.0, "yyyy-m-d"), "9999999");
    }

    #[test]
    fn formats_without_a_code_have_one() {
        assert_eq!(text(43_244.0, built_in(31)), "2018-05-24 (day)");
        assert_eq!(text(0.5, built_in(9)), "50%");
        assert_eq!(text(43_244.0, built_in(0)), "43244");
    }
}
