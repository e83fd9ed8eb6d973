//! How one number is written.

/// A format of numbers (ECMA-376 part 1, 17.18.59, `ST_NumberFormat`). What is not among them is shown as
/// decimal.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum NumberFormat {
    #[default]
    Decimal,
    /// With zeros before it, to so many digits.
    Padded(usize),
    FullWidth,
    /// `- 1 -`
    InDash,
    /// `1st`
    Ordinal,
    UpperRoman,
    LowerRoman,
    UpperLetter,
    LowerLetter,
    /// `①`
    Circled,
    /// `⒈`
    FullStop,
    /// `⑴`
    Bracketed,
    /// `㊀`
    CircledIdeograph,
    /// `十`, `一百零一`
    Chinese,
    /// `一〇`
    ChineseDigits,
    /// `壹`, `壹拾`
    ChineseLegal,
    ChineseLegalTraditional,
    /// `甲`
    Stem,
    /// `子`
    Branch,
    /// `甲子`
    StemAndBranch,
    /// Nothing is counted on the screen: the level's own text stands there.
    Bullet,
    Hidden,
}

impl NumberFormat {
    /// Returns the format of a `w:numFmt` (17.18.59).
    pub fn named(name: &str) -> NumberFormat {
        match name {
            "decimalZero" => NumberFormat::Padded(2),
            "decimalFullWidth" | "decimalFullWidth2" => NumberFormat::FullWidth,
            "numberInDash" => NumberFormat::InDash,
            "ordinal" => NumberFormat::Ordinal,
            "upperRoman" => NumberFormat::UpperRoman,
            "lowerRoman" => NumberFormat::LowerRoman,
            "upperLetter" => NumberFormat::UpperLetter,
            "lowerLetter" => NumberFormat::LowerLetter,
            "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => NumberFormat::Circled,
            "decimalEnclosedFullstop" => NumberFormat::FullStop,
            "decimalEnclosedParen" => NumberFormat::Bracketed,
            "ideographEnclosedCircle" => NumberFormat::CircledIdeograph,
            "chineseCounting"
            | "chineseCountingThousand"
            | "taiwaneseCounting"
            | "taiwaneseCountingThousand"
            | "japaneseCounting" => NumberFormat::Chinese,
            "ideographDigital" | "taiwaneseDigital" | "japaneseDigitalTenThousand" => {
                NumberFormat::ChineseDigits
            }
            "chineseLegalSimplified" => NumberFormat::ChineseLegal,
            "ideographLegalTraditional" => NumberFormat::ChineseLegalTraditional,
            "ideographTraditional" => NumberFormat::Stem,
            "ideographZodiac" => NumberFormat::Branch,
            "ideographZodiacTraditional" => NumberFormat::StemAndBranch,
            "bullet" => NumberFormat::Bullet,
            "none" => NumberFormat::Hidden,
            _ => NumberFormat::Decimal,
        }
    }

    /// Returns the format of an `nfc` ([MS-OSHARED] 2.2.1.3, `MSONFC`).
    pub fn numbered(nfc: u8) -> NumberFormat {
        match nfc {
            1 => NumberFormat::UpperRoman,
            2 => NumberFormat::LowerRoman,
            3 => NumberFormat::UpperLetter,
            4 => NumberFormat::LowerLetter,
            5 => NumberFormat::Ordinal,
            10 | 17 | 36 => NumberFormat::ChineseDigits,
            11 | 33 | 35 | 37 | 39 => NumberFormat::Chinese,
            14 | 19 => NumberFormat::FullWidth,
            18 | 28 => NumberFormat::Circled,
            22 => NumberFormat::Padded(2),
            23 => NumberFormat::Bullet,
            26 => NumberFormat::FullStop,
            27 => NumberFormat::Bracketed,
            29 => NumberFormat::CircledIdeograph,
            30 => NumberFormat::Stem,
            31 => NumberFormat::Branch,
            32 => NumberFormat::StemAndBranch,
            34 => NumberFormat::ChineseLegalTraditional,
            38 => NumberFormat::ChineseLegal,
            57 => NumberFormat::InDash,
            255 => NumberFormat::Hidden,
            _ => NumberFormat::Decimal,
        }
    }

    /// Returns the number as it is shown; as decimal where the format has no sign for it.
    pub fn show(self, number: u32) -> String {
        self.signs(number).unwrap_or_else(|| number.to_string())
    }

    fn signs(self, number: u32) -> Option<String> {
        match self {
            NumberFormat::Decimal => None,
            NumberFormat::Padded(width) => Some(format!("{number:0width$}", width = width.min(9))),
            NumberFormat::FullWidth => Some(digits(number, "０１２３４５６７８９")),
            NumberFormat::InDash => Some(format!("- {number} -")),
            NumberFormat::Ordinal => Some(format!("{number}{}", ordinal_ending(number))),
            NumberFormat::UpperRoman => roman(number),
            NumberFormat::LowerRoman => roman(number).map(|roman| roman.to_lowercase()),
            NumberFormat::UpperLetter => letters(number, b'A'),
            NumberFormat::LowerLetter => letters(number, b'a'),
            NumberFormat::Circled => sign(number, 1..=20, '①')
                .or_else(|| sign(number, 21..=35, '㉑'))
                .or_else(|| sign(number, 36..=50, '㊱')),
            NumberFormat::FullStop => sign(number, 1..=20, '⒈'),
            NumberFormat::Bracketed => sign(number, 1..=20, '⑴'),
            NumberFormat::CircledIdeograph => sign(number, 1..=10, '㊀'),
            NumberFormat::Chinese => chinese(number).map(|said| match said.strip_prefix("一十") {
                Some(ones) => format!("十{ones}"),
                None => said,
            }),
            NumberFormat::ChineseDigits => Some(digits(number, "〇一二三四五六七八九")),
            NumberFormat::ChineseLegal => {
                chinese(number).map(|said| dressed(&said, "零壹贰叁肆伍陆柒捌玖拾佰仟"))
            }
            NumberFormat::ChineseLegalTraditional => {
                chinese(number).map(|said| dressed(&said, "零壹貳參肆伍陸柒捌玖拾佰仟"))
            }
            NumberFormat::Stem => STEMS.chars().nth(before(number)?).map(String::from),
            NumberFormat::Branch => BRANCHES.chars().nth(before(number)?).map(String::from),
            NumberFormat::StemAndBranch => {
                let at = before(number)?;
                let (stem, branch) = (STEMS.chars().nth(at % 10)?, BRANCHES.chars().nth(at % 12)?);
                Some(String::from_iter([stem, branch]))
            }
            NumberFormat::Bullet | NumberFormat::Hidden => Some(String::new()),
        }
    }
}

const STEMS: &str = "甲乙丙丁戊己庚辛壬癸";
const BRANCHES: &str = "子丑寅卯辰巳午未申酉戌亥";

/// Returns where a number stands that counts from 1.
fn before(number: u32) -> Option<usize> {
    usize::try_from(number.checked_sub(1)?).ok()
}

/// Writes the decimal digits in other signs.
fn digits(number: u32, signs: &str) -> String {
    let sign = |digit: char| digit.to_digit(10).and_then(|digit| signs.chars().nth(digit as usize));
    number.to_string().chars().filter_map(sign).collect()
}

/// Returns the sign of a row of signs that stand beside each other in Unicode.
fn sign(number: u32, range: std::ops::RangeInclusive<u32>, first: char) -> Option<String> {
    let at = range.contains(&number).then(|| number - range.start())?;
    char::from_u32(first as u32 + at).map(String::from)
}

fn ordinal_ending(number: u32) -> &'static str {
    match (number % 100, number % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    }
}

/// Returns the Roman number, if there is one without strokes.
fn roman(number: u32) -> Option<String> {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if !(1..4000).contains(&number) {
        return None;
    }
    let mut left = number;
    let mut roman = String::new();
    for (value, sign) in SIGNS {
        while left >= value {
            left -= value;
            roman.push_str(sign);
        }
    }
    Some(roman)
}

/// Returns the letter; after the last one they come doubled (`aa`, `bb`), then thrice, up to thirty times.
fn letters(number: u32, first: u8) -> Option<String> {
    let at = before(number)?;
    let letter = char::from(first + u8::try_from(at % 26).ok()?);
    (at < 26 * 30).then(|| String::from(letter).repeat(at / 26 + 1))
}

/// Returns a number below ten thousand in Chinese, as in 一百零五 and 一十.
fn chinese(number: u32) -> Option<String> {
    const UNITS: [(u32, &str); 4] = [(1000, "千"), (100, "百"), (10, "十"), (1, "")];
    let mut said = String::new();
    for (value, unit) in UNITS {
        match number / value % 10 {
            0 if !said.is_empty() && !said.ends_with('零') => said.push('零'),
            0 => {}
            digit => said.push_str(&(digits(digit, "零一二三四五六七八九") + unit)),
        }
    }
    let said = if number == 0 { "零" } else { said.trim_end_matches('零') };
    (number < 10_000).then(|| said.to_owned())
}

/// Writes a Chinese number in other signs: those of 0 to 9, then 10, 100 and 1000.
fn dressed(said: &str, signs: &str) -> String {
    let sign = |plain: char| {
        let at = "零一二三四五六七八九十百千".chars().position(|known| known == plain)?;
        signs.chars().nth(at)
    };
    said.chars().filter_map(sign).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(format: NumberFormat, numbers: &[u32]) -> Vec<String> {
        numbers.iter().map(|number| format.show(*number)).collect()
    }

    #[test]
    fn numbers_are_written_in_chinese() {
        let numbers = [1, 10, 11, 20, 100, 101, 110, 1001, 2020, 9999, 10_000];
        let chinese = [
            "一", "十", "十一", "二十", "一百", "一百零一", "一百一十", "一千零一", "二千零二十",
            "九千九百九十九", "10000",
        ];
        assert_eq!(shown(NumberFormat::Chinese, &numbers), chinese);
        assert_eq!(shown(NumberFormat::ChineseDigits, &[1, 10, 25]), ["一", "一〇", "二五"]);
        assert_eq!(shown(NumberFormat::ChineseLegal, &[3, 10, 25]), ["叁", "壹拾", "贰拾伍"]);
        assert_eq!(shown(NumberFormat::ChineseLegalTraditional, &[2]), ["貳"]);
        assert_eq!(shown(NumberFormat::Stem, &[1, 10, 11]), ["甲", "癸", "11"]);
        assert_eq!(shown(NumberFormat::Branch, &[1, 12]), ["子", "亥"]);
        assert_eq!(shown(NumberFormat::StemAndBranch, &[1, 60, 61]), ["甲子", "癸亥", "甲子"]);
    }

    #[test]
    fn numbers_are_written_in_signs() {
        assert_eq!(
            shown(NumberFormat::Circled, &[0, 1, 20, 21, 35, 36, 50, 51]),
            ["0", "①", "⑳", "㉑", "㉟", "㊱", "㊿", "51"]
        );
        assert_eq!(shown(NumberFormat::Bracketed, &[1, 20, 21]), ["⑴", "⒇", "21"]);
        assert_eq!(shown(NumberFormat::FullStop, &[1, 20]), ["⒈", "⒛"]);
        assert_eq!(shown(NumberFormat::CircledIdeograph, &[1, 10]), ["㊀", "㊉"]);
        assert_eq!(shown(NumberFormat::FullWidth, &[10]), ["１０"]);
    }

    #[test]
    fn numbers_are_written_in_letters_and_roman() {
        assert_eq!(shown(NumberFormat::UpperRoman, &[0, 4, 1999, 4000]), ["0", "IV", "MCMXCIX", "4000"]);
        assert_eq!(shown(NumberFormat::LowerRoman, &[9]), ["ix"]);
        assert_eq!(shown(NumberFormat::LowerLetter, &[1, 26, 27, 28, 781]), ["a", "z", "aa", "bb", "781"]);
        assert_eq!(
            shown(NumberFormat::Ordinal, &[1, 2, 3, 4, 11, 112, 21]),
            ["1st", "2nd", "3rd", "4th", "11th", "112th", "21st"]
        );
        assert_eq!(shown(NumberFormat::Padded(2), &[5, 12]), ["05", "12"]);
        assert_eq!(shown(NumberFormat::InDash, &[3]), ["- 3 -"]);
    }

    #[test]
    fn the_largest_number_is_shown_in_every_format() {
        for nfc in 0..=u8::MAX {
            assert!(NumberFormat::numbered(nfc).show(u32::MAX).chars().count() < 20, "{nfc}");
        }
    }

    #[test]
    fn a_name_and_a_number_of_a_format_agree() {
        let both = [
            ("decimal", 0),
            ("chineseCountingThousand", 39),
            ("chineseCounting", 37),
            ("decimalEnclosedCircle", 18),
        ];
        for (name, nfc) in both {
            assert_eq!(NumberFormat::named(name), NumberFormat::numbered(nfc), "{name}");
        }
        assert_eq!(NumberFormat::named("hebrew1"), NumberFormat::Decimal);
    }
}
